// Finds the reprints of an archive: articles that are near copies of one another,
// as wire copy is printed by many.  A first pass over the inputs, before facts are
// extracted; a run is then told of it (pipeline/reprints/reprint_groups.h).
//
// The table that is written has a row for every article that has a copy, in the
// order of the input:
//   record       number of the article among all records of the input, from 0
//   origin       the number of the one published first in its group; of several, or
//                without days, the first in the input
//   group        the id of that one: what the articles of a group have in common
//   id, published, file, byte_offset      of the article
//
// The same bytes for any number of jobs.  Memory: 8 bytes a record, the batches in
// flight and NearCopies::kSortBytes; some 600 bytes a record of scratch files.

#ifndef FACTLINE_PIPELINE_REPRINTS_FIND_REPRINTS_H_
#define FACTLINE_PIPELINE_REPRINTS_FIND_REPRINTS_H_

#include <cstdint>
#include <string>

#include "pipeline/byte_sink.h"
#include "pipeline/run.h"

namespace factline {

struct ReprintOptions {
  RunOptions run;             // inputs, how they are read, jobs
  double similarity = 0.5;    // the share of shingles that two near copies have in common
  std::string scratch = ".";  // folder of scratch files
};

struct ReprintResult {
  RunResult run;          // no facts
  uint64_t groups = 0;    // of two or more
  uint64_t reprints = 0;  // articles but for the origins
};

// Writes the table to `*table` and finishes it.
ReprintResult FindReprints(const ReprintOptions& options, ByteSink* table);

// When an article was published, to compare by: seconds; of a day alone its begin.
// INT64_MAX of a text that is no date.
int64_t SecondsOf(std::string_view published);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_REPRINTS_FIND_REPRINTS_H_
