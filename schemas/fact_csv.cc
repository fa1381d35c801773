#include "schemas/fact_csv.h"

#include <algorithm>
#include <array>

#include "schemas/fact_json.h"
#include "schemas/json_text.h"
#include "schemas/value_fields.h"

namespace factline {
namespace {

// Before the value, the value, after it.  Text columns hold words of the article.
struct Column {
  std::string_view name;
  bool is_text = false;
};
constexpr Column kColumns[] = {
    {"id"},
    {"type"},
    {"text", true},
    {"start"},
    {"end"},
    {"bytes.start"},
    {"bytes.end"},
    {"article.id", true},
    {"article.sha256"},
    {"article.published", true},
    {"article.title", true},
    {"article.url", true},
    {"article.source", true},
    {"article.group", true},
    {"sentence.index"},
    {"sentence.start"},
    {"sentence.end"},
    {"sentence.text", true},
    {"value.amount"},
    {"value.min"},
    {"value.max"},
    {"value.precision"},
    {"value.modifier"},
    {"value.currency"},
    {"value.currency_by"},
    {"value.per", true},
    {"value.converted.amount"},
    {"value.converted.min"},
    {"value.converted.max"},
    {"value.converted.currency"},
    {"value.converted.rate"},
    {"value.converted.rate_date"},
    {"value.converted.source", true},
    {"value.converted.reason"},
    {"value.kind"},
    {"value.unit"},
    {"value.dimension"},
    {"value.si.amount"},
    {"value.si.unit"},
    {"value.of", true},
    {"value.timex"},
    {"value.year"},
    {"value.start"},
    {"value.end"},
    {"value.relative", true},
    {"value.anchor"},
    {"value.fiscal"},
    {"value.reason"},
    {"value.iso"},
    {"value.iso3"},
    {"value.name", true},
    {"value.title", true},
    {"value.acronym", true},
    {"value.id", true},
    {"value.entity"},
    {"said_by", true},
    {"equivalent", true},
    {"period", true},
    {"place", true},
    {"about", true},
    {"compared_with", true},
    {"links", true},
    {"confidence"},
    {"rule"},
};
constexpr size_t kCount = std::size(kColumns);

constexpr size_t IndexOf(std::string_view name) {
  for (size_t i = 0; i < kCount; ++i) {
    if (kColumns[i].name == name) return i;
  }
  return kCount;
}
constexpr size_t kValueBegin = IndexOf("value.amount");
constexpr size_t kValueEnd = IndexOf("said_by");

// The sink of VisitFields that fills a row's cells.
class ValueCells {
 public:
  explicit ValueCells(std::vector<std::string>* cells) : cells_(cells) {}

  void Text(std::string_view key, std::string_view text) { Cell(key) = text; }
  void Word(std::string_view key, std::string_view word) { Cell(key) = word; }
  void Number(std::string_view key, const Decimal& number) { number.AppendTo(&Cell(key)); }
  void Integer(std::string_view key, int64_t number) { Cell(key) = std::to_string(number); }
  void True(std::string_view key) { Cell(key) = "true"; }
  void Null(std::string_view) {}
  void Open(std::string_view key) { within_ = key; }
  void Close() { within_ = {}; }

 private:
  // The cell of a key; one that no column has is dropped (a test sees to it that
  // none is).
  std::string& Cell(std::string_view key) {
    for (size_t i = kValueBegin; i < kValueEnd; ++i) {
      std::string_view name = kColumns[i].name.substr(sizeof "value." - 1);
      if (!within_.empty()) {
        if (name.substr(0, within_.size()) != within_ || name.size() <= within_.size()) continue;
        name.remove_prefix(within_.size() + 1);
      }
      if (name == key) return (*cells_)[i];
    }
    return dropped_;
  }

  std::vector<std::string>* cells_;
  std::string_view within_;
  std::string dropped_;
};

// Whether a spreadsheet would run a cell that begins so.
bool IsFormula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

void AppendQuoted(std::string_view text, std::string* out) {
  out->push_back('"');
  for (char c : text) {
    if (c == '"') out->push_back('"');
    out->push_back(c);
  }
  out->push_back('"');
}

void AppendEscaped(std::string_view text, std::string* out) {
  for (char c : text) {
    size_t at = std::string_view("\t\n\r\\").find(c);
    if (at == std::string_view::npos) {
      out->push_back(c);
    } else {
      out->push_back('\\');
      out->push_back("tnr\\"[at]);
    }
  }
}

}  // namespace

FactCsvWriter::FactCsvWriter(Style style, const RecordWriterOptions& options)
    : style_(style), options_(options), cells_(kCount) {
  for (size_t i = 0; i < kCount; ++i) {
    if (i != 0) head_.push_back(style_ == Style::kCsv ? ',' : '\t');
    head_.append(kColumns[i].name);
  }
  head_.push_back('\n');
}

std::vector<std::string_view> FactCsvWriter::Columns() {
  std::vector<std::string_view> names;
  for (const Column& column : kColumns) names.push_back(column.name);
  return names;
}

void FactCsvWriter::AppendCell(std::string_view text, bool is_text, std::string* out) const {
  std::string guarded;
  if (is_text && options_.spreadsheet_safe && IsFormula(text)) {
    guarded = "'" + std::string(text);
    text = guarded;
  }
  if (style_ == Style::kTsv) {
    AppendEscaped(text, out);
  } else if (text.find_first_of(",\"\r\n") != std::string_view::npos) {
    AppendQuoted(text, out);
  } else {
    out->append(text);
  }
}

void FactCsvWriter::AppendRow(const ArticleFacts& read, const Fact& fact, std::string* out) {
  const Article& article = *read.article;
  const SentenceSpan& sentence = read.sentences[fact.sentence];
  for (std::string& cell : cells_) cell.clear();
  size_t next = 0;
  auto text = [&](std::string_view value) { cells_[next++] = value; };
  auto number = [&](uint64_t value) { AppendInteger(value, &cells_[next++]); };
  AppendFactId(fact.id, &cells_[next++]);
  text(Name(fact.type));
  text(read.Text(fact.bytes));
  for (uint32_t n : {fact.chars.begin, fact.chars.end, fact.bytes.begin, fact.bytes.end}) number(n);
  for (auto field : {article.id, read.sha256, article.published, article.title, article.url,
                     article.source, article.group}) {
    text(field);
  }
  for (uint32_t n : {fact.sentence, sentence.chars.begin, sentence.chars.end}) number(n);
  text(read.Text(sentence.bytes));
  ValueCells cells(&cells_);
  VisitFields(fact.type, fact.value, &cells);
  for (const Link& link : fact.links) {
    if (!options_.filter.Keeps(link)) continue;
    std::string& cell = cells_[IndexOf(Name(link.role))];
    if (cell.empty()) cell = read.Text(link.bytes);
  }
  next = IndexOf("links");
  if (!fact.links.empty()) AppendLinksJson(read, fact, options_.filter, &cells_[next]);
  AppendConfidence(fact.confidence, &cells_[++next]);
  cells_[++next] = fact.rule;
  for (size_t i = 0; i < kCount; ++i) {
    if (i != 0) out->push_back(style_ == Style::kCsv ? ',' : '\t');
    AppendCell(cells_[i], kColumns[i].is_text, out);
  }
  out->push_back('\n');
}

void FactCsvWriter::Append(const ArticleFacts& read, std::string* out) {
  for (const Fact& fact : read.facts) {
    if (options_.filter.Keeps(fact)) AppendRow(read, fact, out);
  }
}

}  // namespace factline
