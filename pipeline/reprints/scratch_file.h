// A file without a name, gone when it is closed or the program ends however: where
// what does not fit in memory is put aside.  Appended to first, then read.

#ifndef FACTLINE_PIPELINE_REPRINTS_SCRATCH_FILE_H_
#define FACTLINE_PIPELINE_REPRINTS_SCRATCH_FILE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "schemas/result.h"

namespace factline {

class ScratchFile {
 public:
  ScratchFile() = default;
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  // In the folder `folder`.
  Status Open(const std::string& folder);

  // What fails is told by Flush().
  void Append(std::string_view bytes);
  Status Flush();

  uint64_t size() const { return size_; }

  // Up to `room` bytes from byte `at` on; how many.  REQUIRES: Flush().
  size_t Read(uint64_t at, char* out, size_t room) const;

 private:
  int fd_ = -1;
  uint64_t size_ = 0;
  std::string buffer_;
  std::string error_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_REPRINTS_SCRATCH_FILE_H_
