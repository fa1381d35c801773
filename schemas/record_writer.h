// A RecordWriter turns what was read of an article into bytes of one output
// format.  Articles are independent of one another: what a run writes is Head()
// and then, in input order, what Append() gave for each article, whoever
// called it.  So every thread has a writer of its own.
//
// A format is one file beside this one; NewRecordWriter knows them all.

#ifndef FACTLINE_SCHEMAS_RECORD_WRITER_H_
#define FACTLINE_SCHEMAS_RECORD_WRITER_H_

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "schemas/article.h"
#include "schemas/fact.h"

namespace factline {

// A sentence as the records show it.
struct SentenceSpan {
  Span bytes;
  Span chars;
};

// All that is known of one article once it has been read.
struct ArticleFacts {
  const Article* article = nullptr;
  std::string_view sha256;  // of the UTF-8 text, 64 hexadecimal digits
  std::span<const SentenceSpan> sentences;
  std::span<const Fact> facts;  // in order of begin, then end, then type
};

class RecordWriter {
 public:
  virtual ~RecordWriter() = default;

  // What stands once at the begin of the output: a table's column names.
  virtual std::string_view Head() const { return {}; }

  // Appends the records of one article, whole lines.
  virtual void Append(const ArticleFacts& read, std::string* out) = 0;
};

enum class RecordFormat : uint8_t { kJsonLines, kCsv };

// The format of that name ("jsonl", "csv"), or that the extension of a file name
// tells; nothing where there is none such.
std::optional<RecordFormat> RecordFormatNamed(std::string_view name);
std::optional<RecordFormat> RecordFormatOf(std::string_view file_name);

std::unique_ptr<RecordWriter> NewRecordWriter(RecordFormat format);

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_RECORD_WRITER_H_
