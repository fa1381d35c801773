// Text of strangers made fit for a terminal: nothing in it moves the cursor,
// changes colours or turns the direction of writing.

#ifndef FACTLINE_SCHEMAS_TERMINAL_TEXT_H_
#define FACTLINE_SCHEMAS_TERMINAL_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace factline {

// `text` (valid UTF-8) on one line: runs of white space are one space, controls
// and marks that turn the direction of writing are U+FFFD.
std::string TerminalText(std::string_view text);

// The columns that clean text takes on a terminal: none for a combining mark,
// two for a wide character.
int ColumnsOf(std::string_view text);

// Clean text cut into lines of at most `width` columns, between words where that
// can be.  At least one line, which may be empty.  REQUIRES: width >= 2.
std::vector<std::string> Wrap(std::string_view text, int width);

// Appends spaces up to `width` columns after `text`, which was just appended.
void AppendPadded(std::string_view text, int width, std::string* out);

// ANSI escapes around what is written, or nothing where colours are off.
class Ink {
 public:
  explicit Ink(bool on) : on_(on) {}
  std::string Bold(std::string_view text) const { return Paint("1", text); }
  std::string Faint(std::string_view text) const { return Paint("2", text); }
  std::string Green(std::string_view text) const { return Paint("32", text); }
  std::string Red(std::string_view text) const { return Paint("31", text); }

 private:
  std::string Paint(const char* code, std::string_view text) const {
    if (!on_ || text.empty()) return std::string(text);
    return std::string("\x1b[") + code + "m" + std::string(text) + "\x1b[0m";
  }
  bool on_;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_TERMINAL_TEXT_H_
