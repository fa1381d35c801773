// What an archive says, in one string: for tests of its readers.

#ifndef FACTLINE_TESTS_CORPUS_ARCHIVE_TEXT_H_
#define FACTLINE_TESTS_CORPUS_ARCHIVE_TEXT_H_

#include <string>
#include <utility>
#include <vector>

#include "corpus/record_parser.h"

namespace factline {

// Calls `use(reject, article)` for every record of `inputs`; reject.reason is kNone
// where it is an article.
template <typename Use>
void ForEachRecord(std::vector<std::string> inputs, InputFormat format, const Limits& limits,
                   KeyMap keys, const Use& use) {
  ArchiveReader reader(std::move(inputs), format, limits);
  RecordParser parser(limits, std::move(keys));
  RecordBatch batch;
  while (reader.Fill(&batch)) {
    for (const RawRecord& record : batch.records) {
      Article article;
      RejectReason reason = parser.Parse(batch, record, &article);
      use(parser.RejectOf(batch, record, article, reason), article);
    }
  }
}

// Every article of `inputs` as "id|published|title|url|source|text", every reject
// as "line@offset reason (detail)", a line each; \n for a line feed in a text.
inline std::string ArticlesOf(std::vector<std::string> inputs,
                              InputFormat format = InputFormat::kAuto, Limits limits = {}) {
  std::string out;
  ForEachRecord(
      std::move(inputs), format, limits, {}, [&](const Reject& reject, const Article& article) {
        if (reject.reason != RejectReason::kNone) {
          out += std::to_string(reject.locator.line) + "@" +
                 std::to_string(reject.locator.byte_offset) + " " +
                 std::string(Name(reject.reason));
          if (!reject.detail.empty()) out += " (" + std::string(reject.detail) + ")";
          out += "\n";
          return;
        }
        bool path = article.id.substr(0, 1) == "/";
        std::string id(path ? article.id.substr(article.id.rfind('/') + 1) : article.id);
        for (std::string_view part :
             {std::string_view(id), article.published, article.title, article.url, article.source})
          out.append(part).append("|");
        for (char c : article.text) out += c == '\n' ? "\\n" : std::string(1, c);
        out += "\n";
      });
  return out;
}

}  // namespace factline
#endif  // FACTLINE_TESTS_CORPUS_ARCHIVE_TEXT_H_
