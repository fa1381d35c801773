// A RecordWriter turns what was read of an article into bytes of one output
// format.  Articles are independent of one another: what a run writes is Head()
// and then, in input order, what Append() gave for each article, whoever
// called it.  So every thread has a writer of its own.
//
//   auto writer = NewRecordWriter(RecordFormat::kCsv);
//   out = writer->Head();
//   writer->Append(analyzer.Analyze(article), &out);   // for every article
//
// A format is one file beside this one; NewRecordWriter knows them all.

#ifndef FACTLINE_SCHEMAS_RECORD_WRITER_H_
#define FACTLINE_SCHEMAS_RECORD_WRITER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "schemas/article_facts.h"

namespace factline {

// Which facts are written, and with which links.  A fact left out may still be named by a link of
// one that stays: its id is the same in every run.
struct RecordFilter {
  uint32_t types = (1u << kFactTypes) - 1;  // one bit a FactType
  float min_confidence = 0;

  bool Keeps(const Fact& fact) const {
    return (types >> static_cast<int>(fact.type) & 1) && IsSure(fact.confidence);
  }
  bool Keeps(const Link& link) const { return IsSure(link.confidence); }

 private:
  // The confidence counts as records print it, in hundredths.
  bool IsSure(float confidence) const {
    auto hundredths = static_cast<float>(static_cast<int>(confidence * 100 + 0.5f));
    return hundredths >= min_confidence * 100 - 0.001f;
  }
};

struct RecordWriterOptions {
  RecordFilter filter;
  int width = 120;                // of a table, in columns of a terminal
  bool colors = false;            // of a table, by ANSI escapes
  bool with_text = false;         // of articles as JSON Lines: also their text
  bool spreadsheet_safe = false;  // of CSV: no cell that a spreadsheet takes for a formula
};

class RecordWriter {
 public:
  virtual ~RecordWriter() = default;

  // What stands once at the begin of the output: a table's column names.
  virtual std::string_view Head() const { return {}; }

  // Appends the records of one article, whole lines.
  virtual void Append(const ArticleFacts& read, std::string* out) = 0;
};

enum class RecordFormat : uint8_t {
  kJsonLines,
  kArticles,  // JSON Lines, one article a line with its facts; has no name of its own
  kCsv,
  kTsv,
  kTable,
  kWebAnnotation,
  kDoccano,
  kDisplacy,
  kLabelStudio,
  kBrat,  // for OpenBratFolder alone
};

// The names of the formats: "jsonl", "csv", "web-annotation", ….
std::string_view Name(RecordFormat format);

// The format of that name ("jsonl", "csv", "web-annotation", …), or that the extension
// of a file name tells, that of a compressed file ("facts.csv.zst") being the one
// inside; nothing where there is none such.
std::optional<RecordFormat> RecordFormatNamed(std::string_view name);
std::optional<RecordFormat> RecordFormatOf(std::string_view file_name);

std::unique_ptr<RecordWriter> NewRecordWriter(RecordFormat format,
                                              const RecordWriterOptions& options = {});

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_RECORD_WRITER_H_
