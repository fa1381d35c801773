// Cuts archives into records: the lines of JSON Lines, the objects of JSON, the
// rows of tables, whole text files.
//
// A record is only cut out here, by one thread, at the speed of memory; what is
// in it is read by RecordParser, by many.  Records come in the order of the
// input, in batches of a few hundred kilobytes; what a stream has given so far
// is handed on without waiting for more.
//
//   ArchiveReader reader({"archive/", "more.jsonl.gz"}, {});
//   RecordBatch batch;
//   while (reader.Fill(&batch)) … parser.Parse(batch, batch.records[i], &article) …

#ifndef FACTLINE_CORPUS_ARCHIVE_READER_H_
#define FACTLINE_CORPUS_ARCHIVE_READER_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/byte_source.h"
#include "corpus/csv.h"
#include "corpus/inputs.h"
#include "corpus/json_objects.h"
#include "corpus/limits.h"
#include "corpus/reject.h"
#include "schemas/arena.h"
#include "schemas/article.h"

namespace factline {

enum class InputFormat : uint8_t {
  kAuto,       // by the file's name, else by its first bytes
  kJsonLines,  // one JSON object a line
  kJson,       // an array of objects, or objects over several lines
  kCsv,        // a table with the names of its columns first, an article a row
  kTsv,        // the same with tabs
  kText,       // one article a file
};

// The format named "auto", "jsonl", "json", "csv", "tsv" or "text"; nothing for other names.
std::optional<InputFormat> InputFormatNamed(std::string_view name);

// A record as it stands in the input, or, with a reason, what could not be cut out.
struct RawRecord {
  InputFormat format = InputFormat::kJsonLines;
  RejectReason reason = RejectReason::kNone;
  std::string_view detail;
  std::string_view header;  // of a row: the names of the columns, as they stand
  uint64_t begin = 0;       // in RecordBatch::bytes
  uint64_t size = 0;
  uint64_t full_size = 0;  // more than `size` where only the begin is kept
  Locator locator;
};

// Records and the memory they live in, reused from batch to batch.
struct RecordBatch {
  std::vector<char> bytes;  // records, and room behind the last for a parser to look ahead
  uint64_t used = 0;
  Arena names;  // of files, and details of rejects
  std::vector<RawRecord> records;

  std::string_view BytesOf(const RawRecord& record) const {
    return {bytes.data() + record.begin, record.size};
  }
  void Clear();
};

class ArchiveReader {
 public:
  // Where `stopped` says so, the input ends after the batch in hand.
  ArchiveReader(std::vector<std::string> inputs, InputFormat format, const Limits& limits = {},
                std::function<bool()> stopped = {});

  // Replaces `*batch` by the next records.  False at the end of all input.
  bool Fill(RecordBatch* batch);

 private:
  bool OpenNext(RecordBatch* batch);
  void Detect(RecordBatch* batch);
  void ReadLines(RecordBatch* batch);
  void ReadObjects(RecordBatch* batch);
  void ReadRows(RecordBatch* batch);
  void CutRow(RecordBatch* batch, uint64_t end);
  void ReadText(RecordBatch* batch);
  size_t ReadBlock(RecordBatch* batch);
  void CutLines(RecordBatch* batch);
  void CutLine(RecordBatch* batch, uint64_t end);
  void SkipLongLine(RecordBatch* batch);
  void RejectRest(RecordBatch* batch, RejectReason reason, std::string_view detail);
  RawRecord& Add(RecordBatch* batch, uint64_t size);
  void Close();
  bool stopped() const { return stopped_ && stopped_(); }

  Inputs inputs_;
  InputFormat wanted_;
  Limits limits_;
  std::function<bool()> stopped_;

  // Of the file in hand.
  std::unique_ptr<ByteSource> source_;  // null between files
  InputFormat format_ = InputFormat::kAuto;
  std::string path_;
  uint64_t lines_ = 0;  // cut out so far; of kJson, where the object in hand began
  JsonObjects objects_;
  CsvRows rows_;
  std::string header_;   // the first row of a table
  uint64_t offset_ = 0;  // of the first byte not yet cut out
  std::string carry_;    // the begin of a record whose end is still to come

  uint64_t carried_ = 0;  // how much of it has been scanned

  // Of the batch in hand.
  uint64_t pending_ = 0;   // where the bytes not yet cut out begin
  uint64_t scanned_ = 0;   // up to where they hold no line feed
  std::string_view name_;  // path_, kept by the batch
  std::string_view kept_header_;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_ARCHIVE_READER_H_
