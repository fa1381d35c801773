#include "pipeline/byte_sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace factline {
namespace {

// Writes to a descriptor, whatever stands behind it.
class DescriptorSink : public ByteSink {
 public:
  DescriptorSink(int fd, std::string name) : fd_(fd), name_(std::move(name)) {}
  ~DescriptorSink() override {
    if (fd_ > STDERR_FILENO) ::close(fd_);
  }

  WriteResult Write(std::string_view bytes) override {
    while (!bytes.empty()) {
      ssize_t n = ::write(fd_, bytes.data(), bytes.size());
      if (n >= 0) {
        bytes.remove_prefix(static_cast<size_t>(n));
      } else if (errno == EPIPE) {
        return WriteResult::kBrokenPipe;
      } else if (errno != EINTR) {
        return Fail("write");
      }
    }
    return WriteResult::kWritten;
  }

  WriteResult Finish() override { return WriteResult::kWritten; }

 protected:
  WriteResult Fail(const char* what) {
    error_ = name_ + ": " + what + ": " + std::strerror(errno);
    return WriteResult::kFailed;
  }

  int fd_;
  std::string name_;
};

class FileSink : public DescriptorSink {
 public:
  FileSink(int fd, std::string path, std::string temporary)
      : DescriptorSink(fd, std::move(path)), temporary_(std::move(temporary)) {}
  ~FileSink() override {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }

  WriteResult Finish() override {
    Status put = PutInPlace(fd_, temporary_, name_);
    if (!put) {
      error_ = put.error().message;
      return WriteResult::kFailed;
    }
    temporary_.clear();
    return WriteResult::kWritten;
  }

 private:
  std::string temporary_;
};

std::string TemporaryName(const std::string& path) {
  size_t slash = path.rfind('/');
  size_t base = slash == std::string::npos ? 0 : slash + 1;
  return path.substr(0, base) + "." + path.substr(base) + ".tmp-" + std::to_string(::getpid());
}

}  // namespace

Status PutInPlace(int fd, const std::string& temporary, const std::string& path) {
  auto failed = [&](const char* what) {
    return Error{path + ": " + what + ": " + std::strerror(errno)};
  };
  if (::fsync(fd) != 0) return failed("fsync");
  if (::rename(temporary.c_str(), path.c_str()) != 0) return failed("rename");
  // The new name itself is on the disk only when its folder is.
  size_t slash = path.rfind('/');
  std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  int folder_fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_fd < 0) return failed("open folder");
  bool synced = ::fsync(folder_fd) == 0 || errno == EINVAL;
  Status result = synced ? Status(Done{}) : Status(failed("fsync folder"));
  ::close(folder_fd);
  return result;
}

Result<std::unique_ptr<ByteSink>> OpenByteSink(const std::string& path) {
  if (path == "-") return {std::make_unique<DescriptorSink>(STDOUT_FILENO, "standard output")};
  struct stat what;
  if (::stat(path.c_str(), &what) == 0 && !S_ISREG(what.st_mode)) {
    int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0) return Error{path + ": " + std::strerror(errno)};
    return {std::make_unique<DescriptorSink>(fd, path)};
  }
  std::string temporary = TemporaryName(path);
  int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (fd < 0) return Error{path + ": " + std::strerror(errno)};
  return {std::make_unique<FileSink>(fd, path, temporary)};
}

}  // namespace factline
