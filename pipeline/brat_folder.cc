#include "pipeline/brat_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "schemas/brat.h"

namespace factline {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestName = 100;  // of an id in a file's name, in bytes

// An id as a piece of a file's name, whatever it holds.
std::string NameOf(std::string_view id) {
  std::string name;
  for (char c : id.substr(0, kLongestName)) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += plain || c == '.' || c == '-' ? c : '_';
  }
  return name;
}

class BratFolder : public ByteSink {
 public:
  BratFolder(std::string path, std::string temporary)
      : path_(std::move(path)), temporary_(std::move(temporary)) {}
  ~BratFolder() override {
    std::error_code ignored;
    if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
  }

  bool Begin() {
    std::error_code error;
    fs::remove_all(temporary_, error);
    if (!fs::create_directory(temporary_, error)) return Fail(temporary_, error.value());
    return WriteFile("annotation.conf", BratAnnotationConf()) &&
           WriteFile("tools.conf", BratToolsConf());
  }

  WriteResult Write(std::string_view bytes) override {
    while (!bytes.empty()) {
      BratDocument document = BratDocument::TakeFrom(&bytes);
      char number[24];
      std::snprintf(number, sizeof number, "%06llu-", ++documents_);
      std::string name = number + NameOf(document.id);
      if (!WriteFile(name + ".txt", document.text) ||
          !WriteFile(name + ".ann", document.annotations))
        return WriteResult::kFailed;
    }
    return WriteResult::kWritten;
  }

  // One call brings all the small files to the disk.
  WriteResult Finish() override {
    int folder = ::open(temporary_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = folder >= 0 && ::syncfs(folder) == 0;
    if (!done) Fail("sync", errno);
    if (done) {
      Status put = PutInPlace(folder, temporary_, path_);
      done = put.has_value();
      if (!done) error_ = put.error().message;
    }
    if (folder >= 0) ::close(folder);
    if (done) temporary_.clear();
    return done ? WriteResult::kWritten : WriteResult::kFailed;
  }

 private:
  bool Fail(const std::string& what, int error) {
    error_ = path_ + ": " + what + ": " + std::strerror(error);
    return false;
  }

  bool WriteFile(const std::string& name, std::string_view bytes) {
    std::string path = temporary_ + "/" + name;
    int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return Fail(name, errno);
    bool written = true;
    while (written && !bytes.empty()) {
      ssize_t n = ::write(fd, bytes.data(), bytes.size());
      if (n >= 0)
        bytes.remove_prefix(static_cast<size_t>(n));
      else if (errno != EINTR)
        written = Fail(name, errno);
    }
    if (::close(fd) != 0 && written) written = Fail(name, errno);
    return written;
  }

  std::string path_, temporary_;
  unsigned long long documents_ = 0;
};

}  // namespace

Result<std::unique_ptr<ByteSink>> OpenBratFolder(const std::string& given) {
  std::string path = given;
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  std::error_code error;
  if (fs::exists(path, error) && !(fs::is_directory(path, error) && fs::is_empty(path, error)))
    return Error{path + ": is there already and not an empty folder"};
  fs::path whole(path);
  std::string name = "." + whole.filename().string() + ".tmp-" + std::to_string(::getpid());
  auto folder = std::make_unique<BratFolder>(path, (whole.parent_path() / name).string());
  if (!folder->Begin()) return Error{folder->error()};
  return std::unique_ptr<ByteSink>(std::move(folder));
}

}  // namespace factline
