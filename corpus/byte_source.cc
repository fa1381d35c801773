#include "corpus/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "corpus/decompressor.h"

namespace factline {
namespace {

class FileSource : public ByteSource {
 public:
  FileSource(int fd, bool owned, std::function<bool()> stopped, std::atomic<uint64_t>* bytes_read)
      : fd_(fd), owned_(owned), stopped_(std::move(stopped)), bytes_read_(bytes_read) {}
  ~FileSource() override {
    if (owned_) ::close(fd_);
  }

  size_t Read(char* out, size_t room) override {
    while (stopped_ && !Arrived(kWaitMilliseconds)) {
      if (stopped_()) return 0;
    }
    ssize_t n;
    do {
      n = ::read(fd_, out, room);
    } while (n < 0 && errno == EINTR);
    if (n >= 0 && bytes_read_ != nullptr) *bytes_read_ += static_cast<uint64_t>(n);
    if (n >= 0) return static_cast<size_t>(n);
    return Fail(RejectReason::kCannotRead, std::strerror(errno));
  }

  bool Ready() const override { return Arrived(0); }

  std::optional<uint64_t> size() const override {
    struct stat what;
    if (!owned_ || ::fstat(fd_, &what) != 0 || !S_ISREG(what.st_mode)) return std::nullopt;
    return static_cast<uint64_t>(what.st_size);
  }
  void Seek(uint64_t at) override { ::lseek(fd_, static_cast<off_t>(at), SEEK_SET); }

 private:
  static constexpr int kWaitMilliseconds = 100;

  // Ordinary files are always ready.
  bool Arrived(int milliseconds) const {
    pollfd wait = {fd_, POLLIN, 0};
    return ::poll(&wait, 1, milliseconds) > 0;
  }

  int fd_;
  bool owned_;
  std::function<bool()> stopped_;
  std::atomic<uint64_t>* bytes_read_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> OpenFile(const std::string& path, std::function<bool()> stopped,
                                             std::atomic<uint64_t>* bytes_read) {
  if (path == "-") {
    return std::unique_ptr<ByteSource>(
        new FileSource(STDIN_FILENO, false, std::move(stopped), bytes_read));
  }
  int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return Error{std::strerror(errno)};
  struct stat what;
  if (::fstat(fd, &what) == 0 && S_ISDIR(what.st_mode)) {
    ::close(fd);
    return Error{std::strerror(EISDIR)};
  }
  ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  return std::unique_ptr<ByteSource>(new FileSource(fd, true, std::move(stopped), bytes_read));
}

Result<std::unique_ptr<ByteSource>> OpenByteSource(const std::string& path, const Limits& limits) {
  auto file = OpenFile(path);
  if (!file) return file;
  Intake intake(std::move(*file));
  auto source = Decompress(&intake, limits.amplification);
  return source != nullptr ? std::move(source) : Plain(std::move(intake));
}

}  // namespace factline
