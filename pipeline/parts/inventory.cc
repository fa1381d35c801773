#include "pipeline/parts/inventory.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "corpus/inputs.h"
#include "corpus/text/digest.h"

namespace factline {
namespace {

void ReadWhole(InventoryFile* file, const std::function<bool()>& stopped) {
  int fd = ::open(file->path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    file->error = std::strerror(errno);
    return;
  }
  Sha256 digest;
  std::vector<char> block(1 << 20);
  while (!(stopped && stopped())) {
    ssize_t n = ::read(fd, block.data(), block.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) file->error = std::strerror(errno);
    if (n <= 0) break;
    file->bytes += static_cast<uint64_t>(n);
    digest.Add({block.data(), static_cast<size_t>(n)});
  }
  file->sha256 = digest.Hex();
  ::close(fd);
}

}  // namespace

Result<std::vector<InventoryFile>> TakeInventory(const std::vector<std::string>& names,
                                                 const std::function<bool()>& stopped) {
  std::vector<InventoryFile> files;
  Inputs inputs(names);
  while (auto input = inputs.Next()) {
    if (input->path == "-") {
      return Error{"a run in parts reads files: standard input cannot be read again to resume"};
    }
    InventoryFile& file = files.emplace_back();
    file.path = input->path;
    file.error = input->error;
    if (file.error.empty()) ReadWhole(&file, stopped);
  }
  return files;
}

void AddMembers(const InventoryFile& file, JsonDocument* json) {
  json->Text("path", file.path);
  json->Integer("bytes", file.bytes);
  if (file.error.empty()) json->Text("sha256", file.sha256);
  if (!file.error.empty()) json->Text("error", file.error);
}

}  // namespace factline
