// Moves the records of the inputs through the workers to whoever takes them.

#ifndef FACTLINE_PIPELINE_PUMP_H_
#define FACTLINE_PIPELINE_PUMP_H_

#include <cstdint>
#include <functional>

#include "pipeline/batch_worker.h"
#include "pipeline/run.h"

namespace factline {

// Fills what a Work lacks besides its batch.
using Worker = std::function<void(Work*)>;

// Gives every batch of the inputs, done, to `take` in the order of the input, by
// one thread at a time, until `take` says false, options.stopped true, or record
// options.end_record is reached.  `new_worker` is called once by each thread, for
// its own.  The number of records that were cut out of the inputs.
uint64_t Pump(const RunOptions& options, const std::function<Worker()>& new_worker,
              const std::function<bool(const Work&)>& take);

// The same with workers that find facts.
uint64_t Pump(const Engine& engine, const RunOptions& options,
              const std::function<bool(const Work&)>& take);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PUMP_H_
