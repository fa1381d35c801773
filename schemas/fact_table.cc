#include "schemas/fact_table.h"

#include <algorithm>

#include "schemas/value_text.h"

namespace factline {
namespace {

constexpr int kIndent = 2;
constexpr int kGap = 2;
constexpr int kTypeWidth = 12;    // "organization"
constexpr int kBesideFrom = 100;  // columns from which the sentence has one of its own
constexpr int kNarrowest = 60;

std::string SaidBy(const ArticleFacts& read, const Fact& fact, const RecordFilter& filter) {
  for (const Link& link : fact.links) {
    if (link.role == LinkRole::kSaidBy && filter.Keeps(link))
      return TerminalText(read.Text(link.bytes));
  }
  return {};
}

// Without the spaces at its end.
std::string_view WithoutEnd(std::string_view line) {
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

}  // namespace

FactTableWriter::FactTableWriter(const RecordWriterOptions& options)
    : filter_(options.filter),
      ink_(options.colors),
      width_(std::max(options.width, kNarrowest)),
      sentence_(0) {
  bool beside = width_ >= kBesideFrom;
  int rest = width_ - kIndent - kTypeWidth - kGap * (beside ? 4 : 3);
  int fact = std::clamp(rest * (beside ? 23 : 38) / 100, 14, 32);
  int value = std::clamp(rest * (beside ? 22 : 36) / 100, 14, 32);
  int said_by = std::clamp(rest * (beside ? 15 : 24) / 100, 10, 22);
  columns_ = {kTypeWidth, fact, value, said_by};
  if (beside) sentence_ = rest - fact - value - said_by;
}

void FactTableWriter::AppendHeading(const Article& article, std::string* out) const {
  std::string line;
  for (auto field : {article.id, article.published, article.source, article.title}) {
    if (field.empty()) continue;
    if (!line.empty()) line += "  ";
    line += TerminalText(field);
  }
  if (line.empty()) line = "article";
  for (const std::string& part : Wrap(line, width_)) out->append(ink_.Bold(part)).append("\n");
  std::vector<std::string> heads;
  AppendCells({"type", "fact", "value", "said by"}, &heads);
  if (sentence_ != 0) heads[0] += "sentence";
  out->append(ink_.Faint(WithoutEnd(heads[0]))).append("\n");
}

void FactTableWriter::AppendCells(const std::vector<std::string>& cells,
                                  std::vector<std::string>* lines) const {
  std::vector<std::vector<std::string>> wrapped;
  size_t height = 1;
  for (size_t i = 0; i < cells.size(); ++i) {
    wrapped.push_back(Wrap(cells[i], columns_[i]));
    height = std::max(height, wrapped.back().size());
  }
  for (size_t row = 0; row < height; ++row) {
    std::string line(kIndent, ' ');
    for (size_t i = 0; i < cells.size(); ++i) {
      AppendPadded(row < wrapped[i].size() ? wrapped[i][row] : "", columns_[i] + kGap, &line);
    }
    lines->push_back(std::move(line));
  }
}

void FactTableWriter::AppendSentence(const ArticleFacts& read, size_t first, size_t last,
                                     std::string* out) const {
  std::vector<std::string> left;
  for (size_t i = first; i < last; ++i) {
    const Fact& fact = read.facts[i];
    if (!filter_.Keeps(fact)) continue;
    AppendCells({std::string(Name(fact.type)), TerminalText(read.Text(fact.bytes)),
                 TerminalText(ValueText(fact.type, fact.value)), SaidBy(read, fact, filter_)},
                &left);
  }
  if (left.empty()) return;
  std::string text = TerminalText(read.Text(read.sentences[read.facts[first].sentence].bytes));
  std::vector<std::string> right;
  if (sentence_ != 0) {
    right = Wrap(text, sentence_);
  } else {
    for (const std::string& line : Wrap(text, width_ - kIndent)) {
      out->append(kIndent, ' ').append(ink_.Faint(line)).append("\n");
    }
  }
  std::vector<std::string> blank;
  AppendCells({"", "", "", ""}, &blank);
  for (size_t row = 0; row < std::max(left.size(), right.size()); ++row) {
    std::string line = row < left.size() ? left[row] : blank[0];
    if (row < right.size()) line += right[row];
    out->append(WithoutEnd(line)).append("\n");
  }
}

void FactTableWriter::Append(const ArticleFacts& read, std::string* out) {
  auto kept = [&](const Fact& fact) { return filter_.Keeps(fact); };
  if (std::none_of(read.facts.begin(), read.facts.end(), kept)) return;
  AppendHeading(*read.article, out);
  for (size_t first = 0, last; first < read.facts.size(); first = last) {
    last = first + 1;
    while (last < read.facts.size() && read.facts[last].sentence == read.facts[first].sentence) {
      ++last;
    }
    AppendSentence(read, first, last, out);
  }
  out->push_back('\n');
}

}  // namespace factline
