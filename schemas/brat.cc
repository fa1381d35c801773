#include "schemas/brat.h"

#include <cstdlib>

#include "schemas/fact_json.h"
#include "schemas/json_text.h"
#include "schemas/span_labels.h"

namespace factline {
namespace {

constexpr int kModifiers = static_cast<int>(Modifier::kVague) + 1;
constexpr int kLinkRoles = static_cast<int>(LinkRole::kComparedWith) + 1;

// The bytes of the line break at `at`, as any reader of lines may see one; 0 where
// there is none.
size_t BreakAt(std::string_view text, size_t at) {
  char c = text[at];
  if (c >= '\n' && c <= '\r') return 1;
  for (std::string_view known : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    if (text.substr(at, known.size()) == known) return known.size();
  }
  return 0;
}

// The pieces of a span between line breaks: "41 45;46 61", and their words with a
// blank between them, as brat wants them.
void AppendSpan(std::string_view words, uint32_t begin, std::string* out) {
  std::string pieces, text;
  uint32_t at = begin, piece_begin = begin;
  auto end_piece = [&](size_t from, size_t to) {
    if (from == to) return;
    pieces += (pieces.empty() ? "" : ";") + std::to_string(piece_begin) + " " + std::to_string(at);
    text += text.empty() ? "" : " ";
    text += words.substr(from, to - from);
  };
  size_t from = 0, i = 0;
  while (i < words.size()) {
    size_t size = BreakAt(words, i);
    if (size != 0) {
      end_piece(from, i);
      from = i += size;
      piece_begin = ++at;
      continue;
    }
    for (++i; i < words.size() && (words[i] & 0xC0) == 0x80;) ++i;
    ++at;
  }
  end_piece(from, i);
  out->append(pieces).append("\t").append(text);
}

const Amount* AmountOf(const Value& value) {
  if (auto* money = std::get_if<MoneyValue>(&value)) return &money->amount;
  if (auto* percent = std::get_if<PercentValue>(&value)) return &percent->amount;
  if (auto* quantity = std::get_if<QuantityValue>(&value)) return &quantity->amount;
  return nullptr;
}

// Numbers the lines of one article, a row of numbers for each kind of line.
class Lines {
 public:
  explicit Lines(std::string* out) : out_(out) {}
  std::string* Begin(char kind, uint32_t number) {
    out_->push_back(kind);
    AppendInteger(number, out_);
    out_->push_back('\t');
    return out_;
  }
  std::string* Relation() { return Begin('R', ++relations_); }
  std::string* Attribute() { return Begin('A', ++attributes_); }
  std::string* Reference() { return Begin('N', ++references_); }

 private:
  std::string* out_;
  uint32_t relations_ = 0, attributes_ = 0, references_ = 0;
};

void AppendAbout(const Fact& fact, uint32_t number, Lines* lines, std::string* out) {
  std::string of = " T" + std::to_string(number);
  const Amount* amount = AmountOf(fact.value);
  if (amount != nullptr && amount->modifier != Modifier::kExact)
    lines->Attribute()->append("modifier").append(of + " ").append(Name(amount->modifier)) += '\n';
  if (auto* country = std::get_if<CountryValue>(&fact.value)) {
    lines->Reference()->append("Reference").append(of + " ISO3166:").append(country->iso);
    out->append("\t").append(country->name) += '\n';
  }
  lines->Begin('#', number)->append("AnnotatorNotes").append(of + "\t");
  AppendValueJson(fact.type, fact.value, out);
  out->push_back('\n');
}

}  // namespace

void BratWriter::Append(const ArticleFacts& read, std::string* out) {
  lines_.clear();
  numbers_.assign(read.facts.size(), 0);
  Lines lines(&lines_);
  uint32_t number = 0;
  for (size_t i = 0; i < read.facts.size(); ++i) {
    const Fact& fact = read.facts[i];
    if (!filter_.Keeps(fact)) continue;
    numbers_[i] = ++number;
    lines.Begin('T', number)->append(SpanLabel(fact.type)) += ' ';
    AppendSpan(read.Text(fact.bytes), fact.chars.begin, &lines_);
    lines_ += '\n';
    AppendAbout(fact, number, &lines, &lines_);
  }
  for (size_t i = 0; i < read.facts.size(); ++i) {
    for (const Link& link : read.facts[i].links) {
      if (numbers_[i] == 0 || !link.fact || numbers_[*link.fact] == 0) continue;
      lines.Relation()->append(Name(link.role));
      lines_ += " Arg1:T" + std::to_string(numbers_[i]) + " Arg2:T" +
                std::to_string(numbers_[*link.fact]) + "\n";
    }
  }
  for (std::string_view part : {read.article->id, read.article->text, std::string_view(lines_)}) {
    AppendInteger(part.size(), out);
    out->append(" ").append(part);
  }
}

BratDocument BratDocument::TakeFrom(std::string_view* bytes) {
  BratDocument document;
  for (std::string_view* part : {&document.id, &document.text, &document.annotations}) {
    size_t blank = bytes->find(' ');
    size_t size = std::strtoull(std::string(bytes->substr(0, blank)).c_str(), nullptr, 10);
    *part = bytes->substr(blank + 1, size);
    bytes->remove_prefix(blank + 1 + size);
  }
  return document;
}

std::string BratAnnotationConf() {
  std::string conf = "[entities]\n";
  for (int i = 0; i < kFactTypes; ++i) conf += SpanLabel(static_cast<FactType>(i)) + "\n";
  conf += "\n[relations]\n";
  for (int i = 0; i < kLinkRoles; ++i) {
    conf += std::string(Name(static_cast<LinkRole>(i))) + "\tArg1:<ENTITY>, Arg2:<ENTITY>\n";
  }
  conf += "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n";
  conf += "\n[events]\n\n[attributes]\nmodifier\tArg:<ENTITY>, Value:";
  for (int i = 0; i < kModifiers; ++i) {
    conf += (i == 0 ? "" : "|") + std::string(Name(static_cast<Modifier>(i)));
  }
  return conf + "\n";
}

std::string BratToolsConf() {
  return "[normalization]\nISO3166\tDB:dbs/ISO3166, <URL>:https://www.iso.org/obp/ui/, "
         "<URLBASE>:https://www.iso.org/obp/ui/#iso:code:3166:%s\n";
}

}  // namespace factline
