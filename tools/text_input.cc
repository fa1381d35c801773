#include "tools/text_input.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace factline {

Result<std::string> FileContent(const std::string& path) {
  std::string content;
  if (path == "-") {
    content.assign(std::istreambuf_iterator<char>(std::cin), {});
    return content;
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::error_code ignored;
  if (!in || std::filesystem::is_directory(path, ignored)) {
    const char* why = in ? "is a folder" : std::strerror(errno);
    return Error{path + ": cannot be read: " + why};
  }
  content.assign(std::istreambuf_iterator<char>(in), {});
  return content;
}

Result<std::string> TextOf(const std::string& input) {
  std::error_code ignored;
  if (input == "-" || std::filesystem::is_regular_file(input, ignored)) return FileContent(input);
  return input;
}

}  // namespace factline
