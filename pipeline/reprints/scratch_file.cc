#include "pipeline/reprints/scratch_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace factline {
namespace {

constexpr size_t kBuffer = 64 * 1024;

}  // namespace

ScratchFile::~ScratchFile() {
  if (fd_ >= 0) ::close(fd_);
}

Status ScratchFile::Open(const std::string& folder) {
  std::string path = folder + "/.factline-XXXXXX";
  fd_ = ::mkstemp(path.data());
  if (fd_ < 0) return Error{folder + ": scratch file: " + std::strerror(errno)};
  ::unlink(path.c_str());
  return Done{};
}

void ScratchFile::Append(std::string_view bytes) {
  buffer_ += bytes;
  size_ += bytes.size();
  if (buffer_.size() >= kBuffer) (void)Flush();
}

Status ScratchFile::Flush() {
  std::string_view left = buffer_;
  while (!left.empty() && error_.empty()) {
    ssize_t n = ::write(fd_, left.data(), left.size());
    if (n >= 0)
      left.remove_prefix(static_cast<size_t>(n));
    else if (errno != EINTR)
      error_ = std::string("scratch file: write: ") + std::strerror(errno);
  }
  buffer_.clear();
  return error_.empty() ? Status(Done{}) : Status(Error{error_});
}

size_t ScratchFile::Read(uint64_t at, char* out, size_t room) const {
  size_t got = 0;
  while (got < room) {
    ssize_t n = ::pread(fd_, out + got, room - got, static_cast<off_t>(at + got));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    got += static_cast<size_t>(n);
  }
  return got;
}

}  // namespace factline
