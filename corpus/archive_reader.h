// Cuts archives into records: lines, objects, rows, whole files, as their format
// has it (corpus/readers/format.h).
//
// A record is only cut out here, by one thread, at the speed of memory; what is
// in it is read by RecordParser, by many.  Records come in the order of the
// input, in batches of a few hundred kilobytes; what a stream has given so far
// is handed on without waiting for more.
//
//   ArchiveReader reader({"archive/", "more.jsonl.gz"}, InputFormat::kAuto);
//   RecordBatch batch;
//   while (reader.Fill(&batch)) … parser.Parse(batch, batch.records[i], &article) …

#ifndef FACTLINE_CORPUS_ARCHIVE_READER_H_
#define FACTLINE_CORPUS_ARCHIVE_READER_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/byte_source.h"
#include "corpus/input_window.h"
#include "corpus/inputs.h"
#include "corpus/limits.h"
#include "corpus/members.h"
#include "corpus/readers/format.h"
#include "corpus/record_batch.h"

namespace factline {

class ArchiveReader {
 public:
  // Where `stopped` says so, the input ends after the batch in hand.  The bytes of
  // the files are added to `*bytes_read` as they are read, unless that is null.
  ArchiveReader(std::vector<std::string> inputs, InputFormat format, const Limits& limits = {},
                std::function<bool()> stopped = {}, std::atomic<uint64_t>* bytes_read = nullptr);

  // Replaces `*batch` by the next records.  False at the end of all input.
  bool Fill(RecordBatch* batch);

 private:
  bool OpenNext();
  void BeginMember();
  void Detect();
  void Step();
  size_t ReadBlock();
  void Close();
  bool stopped() const { return stopped_ && stopped_(); }

  Inputs inputs_;
  InputFormat wanted_;
  std::function<bool()> stopped_;
  std::atomic<uint64_t>* bytes_read_;
  RecordBatch* batch_ = nullptr;  // in hand
  InputWindow window_;

  // Of the file in hand; null between files.
  std::unique_ptr<Members> members_;
  ByteSource* source_ = nullptr;  // of the member in hand, or the file itself
  std::unique_ptr<RecordCutter> cutter_;
  std::string carry_;  // between batches: the begin of a record whose end is still to come
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_ARCHIVE_READER_H_
