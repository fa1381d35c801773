// Cuts the stream of finished work into part files.

#ifndef FACTLINE_PIPELINE_PARTS_PART_WRITER_H_
#define FACTLINE_PIPELINE_PARTS_PART_WRITER_H_

#include <functional>
#include <memory>
#include <string>

#include "corpus/text/digest.h"
#include "pipeline/batch_worker.h"
#include "pipeline/byte_sink.h"
#include "pipeline/parts/journal.h"

namespace factline {

// "part-00012.jsonl", "rejects-00012.jsonl".
std::string PartName(uint64_t number, RecordFormat format);
std::string RejectsName(uint64_t number);

class PartWriter {
 public:
  // `done` is told of each part once it is on the disk; false ends the run.
  PartWriter(const RunOptions& options, std::string folder, uint64_t records_per_part,
             std::function<Status(const PartEntry&)> done)
      : options_(options),
        folder_(std::move(folder)),
        records_per_part_(records_per_part),
        done_(std::move(done)) {}

  // Writes the records of `work` to their parts, finishing those that are full.
  // False after a failure; error() says which.
  bool Take(const Work& work);

  // Finishes the last part at the end of the input.
  bool Finish() { return !open_ || FinishPart(); }

  const std::string& error() const { return error_; }

 private:
  bool Begin(uint64_t number);
  bool Add(std::string_view records, const Reject* reject, const Piece& piece);
  bool Write(ByteSink* sink, std::string_view bytes);
  bool FinishPart();
  bool FinishSink(ByteSink* sink);

  const RunOptions& options_;
  std::string folder_;
  uint64_t records_per_part_;
  std::function<Status(const PartEntry&)> done_;
  bool open_ = false;
  PartEntry part_;
  Sha256 digest_;
  std::unique_ptr<ByteSink> records_;
  std::unique_ptr<ByteSink> rejects_;
  std::string line_;
  std::string error_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PARTS_PART_WRITER_H_
