// What the command line names, as files: files themselves, folders with all
// that is in them, patterns, "-" for standard input.
//
// A folder's entries come in the order of their names' bytes, whatever the file
// system says; hidden ones and links to folders are left out.  Only one folder's names a level are
// held at a time.

#ifndef FACTLINE_CORPUS_INPUTS_H_
#define FACTLINE_CORPUS_INPUTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace factline {

struct InputFile {
  std::string path;   // "-" for standard input
  std::string error;  // why there is no such file; empty where there is
};

class Inputs {
 public:
  explicit Inputs(std::vector<std::string> names) : names_(std::move(names)) {}

  // The next file, or nothing after the last.
  std::optional<InputFile> Next();

 private:
  // A folder whose entries are being given: the last is next.
  struct Level {
    std::string path;
    std::vector<std::string> names;
  };

  std::optional<InputFile> Open(const std::string& path);
  std::optional<InputFile> EnterFolder(const std::string& path);
  std::optional<InputFile> Expand(const std::string& pattern);

  std::vector<std::string> names_;
  size_t next_ = 0;
  std::vector<std::string> matches_;  // of a pattern, the last is next
  std::vector<Level> levels_;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_INPUTS_H_
