// Which formats there are, and how one is told from another.

#include <cstddef>

#include "corpus/readers/format.h"
#include "corpus/readers/html.h"
#include "corpus/readers/json.h"
#include "corpus/readers/jsonl.h"
#include "corpus/readers/table.h"
#include "corpus/readers/text.h"
#include "corpus/readers/warc.h"
#include "corpus/readers/xml.h"

namespace factline {
namespace {

// In the order in which they are asked.
constexpr FormatRow kRows[] = {
    {InputFormat::kCsv, "csv", "csv", nullptr, false, false, NewCsvCutter, NewCsvParser},
    {InputFormat::kTsv, "tsv", "tsv tab", nullptr, false, false, NewTsvCutter, NewTsvParser},
    {InputFormat::kText, "text", "txt", nullptr, false, true, NewTextCutter, NewTextParser},
    {InputFormat::kWarc, "warc", "warc wet arc", IsWarc, true, false, NewWarcCutter, NewWarcParser},
    {InputFormat::kHtml, "html", "html htm xhtml", IsHtml, true, true, NewHtmlCutter,
     NewHtmlParser},
    {InputFormat::kXml, "xml", "xml rss atom nitf", IsXml, true, false, NewXmlCutter, NewXmlParser},
    {InputFormat::kJson, "json", "", IsJson, false, false, NewJsonCutter, NewJsonParser},
    {InputFormat::kJsonLines, "jsonl", "jsonl ndjson json", IsJsonLines, false, false,
     NewJsonLinesCutter, NewJsonParser},
};
static_assert(std::size(kRows) == kInputFormats - 1);

std::string_view Ending(std::string_view path) {
  size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
}

bool Lists(std::string_view endings, std::string_view ending) {
  while (!endings.empty()) {
    size_t blank = endings.find(' ');
    if (endings.substr(0, blank) == ending) return true;
    endings = blank == std::string_view::npos ? std::string_view() : endings.substr(blank + 1);
  }
  return false;
}

}  // namespace

const FormatRow& RowOf(InputFormat format) {
  const FormatRow* row = kRows;
  while (row->format != format) ++row;
  return *row;
}

InputFormat DetectFormat(std::string_view path, std::string_view head) {
  std::string_view ending = Ending(path);
  if (Lists("gz zst bz2 xz", ending)) {
    path.remove_suffix(ending.size() + 1);
    ending = Ending(path);
  }
  const FormatRow* named = nullptr;
  for (const FormatRow& row : kRows) {
    if (row.certain && row.recognises(head)) return row.format;
    if (named == nullptr && Lists(row.endings, ending)) named = &row;
  }
  if (named != nullptr && named->recognises == nullptr) return named->format;
  for (const FormatRow& row : kRows) {
    if (row.recognises != nullptr && row.recognises(head)) return row.format;
  }
  return named != nullptr ? named->format : InputFormat::kText;
}

std::optional<InputFormat> InputFormatNamed(std::string_view name) {
  if (name == "auto") return InputFormat::kAuto;
  for (const FormatRow& row : kRows) {
    if (row.name == name) return row.format;
  }
  return std::nullopt;
}

std::vector<std::string> InputFormatNames() {
  std::vector<std::string> names = {"auto"};
  for (const FormatRow& row : kRows) names.emplace_back(row.name);
  return names;
}

}  // namespace factline
