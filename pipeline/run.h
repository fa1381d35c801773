// A run: every article of the inputs read, its facts written, nothing lost.
//
// Records are written in the order of the input and are the same bytes for any
// number of jobs.  Memory does not grow with the input: batches of articles
// pass from the reader over the workers to the writer through a ring of fixed
// size.
//
//   Engine engine;
//   auto records = OpenByteSink("facts.jsonl");
//   RunOptions options;
//   options.inputs = {"archive/"};
//   RunResult result = ExtractArchive(engine, options, records->get(), nullptr);

#ifndef FACTLINE_PIPELINE_RUN_H_
#define FACTLINE_PIPELINE_RUN_H_

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/archive_reader.h"
#include "pipeline/byte_sink.h"
#include "pipeline/engine.h"
#include "pipeline/reprints/reprint_groups.h"
#include "schemas/record_writer.h"

namespace factline {

// read == extracted + rejected + reprints, always.
struct RunCounts {
  uint64_t read = 0;       // pieces of input that are or should be an article
  uint64_t extracted = 0;  // articles whose facts have been written; may be none
  uint64_t rejected = 0;
  uint64_t reprints = 0;  // left out by RunOptions::unique
  uint64_t skipped = 0;   // not wanted; no part of `read`
  uint64_t facts = 0;
  uint64_t text_bytes = 0;  // of the articles extracted
  std::array<uint64_t, kRejectReasons> by_reason = {};

  void Add(const RunCounts& other);
  // Adds what became of one record, but for `read`.
  void Count(const struct Piece& piece);
  void Count(RejectReason reason);
  // Rejects that are whole inputs which could not be opened or read to their end.
  uint64_t unreadable() const;
};

struct RunOptions {
  std::vector<std::string> inputs;  // files, folders, patterns, "-"
  InputFormat from = InputFormat::kAuto;
  RecordFormat to = RecordFormat::kJsonLines;
  RecordWriterOptions writer;
  unsigned jobs = 0;  // threads that read articles; 0: one a core
  Limits limits;
  KeyMap keys;  // where the parts of an article stand (corpus/article_keys.h)
  // The table of the inputs' reprints, for Article::group; may be null.  Followed by
  // this run alone.
  ReprintGroups* reprints = nullptr;
  bool unique = false;  // of each group only the origin is written
  // Asked now and then; once it says true, the run ends after what is in hand.
  std::function<bool()> stopped;
  // Where `inputs` are a piece of a larger input: the number in it of their first
  // record, and of the one before which reading ends.
  uint64_t first_record = 0;
  uint64_t end_record = UINT64_MAX;
  // Which records of the input are read, by their number from 0 and their place;
  // unset: all.  Asked by many threads at once.
  std::function<bool(uint64_t, const Locator&)> wanted;
  // Told of every reject, in the order of the input, by one thread at a time.
  std::function<void(const Reject&)> on_reject;
  // Told after every few hundred kilobytes what was in them, and how many bytes of
  // the input files, as they lie on the disk, have been read by then; likewise.
  std::function<void(const RunCounts&, uint64_t)> on_batch;
};

struct RunResult {
  // Refused: the table of reprints is of other inputs.
  enum class End : uint8_t { kComplete, kStopped, kBrokenPipe, kOutputFailed, kRefused };
  End end = End::kComplete;
  RunCounts counts;
  std::string error;  // of kOutputFailed and kRefused, one line
};

// Writes records to `*records` and, unless null, the rejects file to `*rejects`.
// Finishes both where the run is complete, neither where it is not.
RunResult ExtractArchive(const Engine& engine, const RunOptions& options, ByteSink* records,
                         ByteSink* rejects);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_RUN_H_
