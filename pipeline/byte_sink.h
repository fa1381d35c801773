// Where a run writes: standard output, or a file that appears whole or not at all.
//
// A file is written under a temporary name in the same folder, brought to the
// disk and renamed when the run is complete; a run that fails leaves nothing
// under the final name and removes the temporary one.

#ifndef FACTLINE_PIPELINE_BYTE_SINK_H_
#define FACTLINE_PIPELINE_BYTE_SINK_H_

#include <memory>
#include <string>
#include <string_view>

#include "schemas/result.h"

namespace factline {

enum class WriteResult : uint8_t {
  kWritten,
  kBrokenPipe,  // who reads has gone: no reason to complain
  kFailed,
};

class ByteSink {
 public:
  virtual ~ByteSink() = default;

  // Writes all of `bytes` or says why not; error() then holds one line.
  virtual WriteResult Write(std::string_view bytes) = 0;

  // Makes what was written final.  Without it a file is dropped.
  virtual WriteResult Finish() = 0;

  const std::string& error() const { return error_; }

 protected:
  std::string error_;
};

// Brings the file or folder `temporary`, which is open as `fd`, to the disk and
// gives it the name `path` beside it: it is there whole or not at all.
Status PutInPlace(int fd, const std::string& temporary, const std::string& path);

// "-" is standard output.  What exists and is no ordinary file (a pipe, a
// device) is written to directly.
Result<std::unique_ptr<ByteSink>> OpenByteSink(const std::string& path);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_BYTE_SINK_H_
