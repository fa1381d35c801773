#include "corpus/inputs.h"

#include <dirent.h>
#include <glob.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace factline {
namespace {

bool IsFolder(const std::string& path) {
  struct stat what;
  return ::stat(path.c_str(), &what) == 0 && S_ISDIR(what.st_mode);
}

bool Exists(const std::string& path) {
  struct stat what;
  return ::lstat(path.c_str(), &what) == 0;
}

// A folder reached by a link would be read twice, or for ever.
bool IsLinkToFolder(const std::string& path) {
  struct stat what;
  return ::lstat(path.c_str(), &what) == 0 && S_ISLNK(what.st_mode) && IsFolder(path);
}

}  // namespace

std::optional<InputFile> Inputs::Next() {
  while (true) {
    std::optional<InputFile> file;
    if (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.names.empty()) {
        levels_.pop_back();
        continue;
      }
      std::string path = level.path + level.names.back();
      level.names.pop_back();
      if (!IsLinkToFolder(path)) file = Open(path);
    } else if (!matches_.empty()) {
      std::string path = std::move(matches_.back());
      matches_.pop_back();
      file = Open(path);
    } else if (next_ < names_.size()) {
      const std::string& name = names_[next_++];
      bool pattern = name.find_first_of("*?[") != std::string::npos && !Exists(name);
      file = pattern ? Expand(name) : Open(name);
    } else {
      return std::nullopt;
    }
    if (file) return file;
  }
}

std::optional<InputFile> Inputs::Open(const std::string& path) {
  if (path != "-" && IsFolder(path)) return EnterFolder(path);
  return InputFile{path, {}};
}

std::optional<InputFile> Inputs::EnterFolder(const std::string& path) {
  DIR* folder = ::opendir(path.c_str());
  if (folder == nullptr) return InputFile{path, std::strerror(errno)};
  Level level;
  level.path = path.back() == '/' ? path : path + "/";
  while (const dirent* entry = ::readdir(folder)) {
    if (entry->d_name[0] != '.') level.names.push_back(entry->d_name);
  }
  ::closedir(folder);
  std::sort(level.names.begin(), level.names.end(), std::greater<>());
  levels_.push_back(std::move(level));
  return std::nullopt;
}

std::optional<InputFile> Inputs::Expand(const std::string& pattern) {
  glob_t found = {};
  int result = ::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found);
  if (result == 0) matches_.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  if (result != 0) return InputFile{pattern, "no file matches"};
  std::sort(matches_.begin(), matches_.end(), std::greater<>());
  return std::nullopt;
}

}  // namespace factline
