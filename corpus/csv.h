// Tables as text: RFC 4180, with commas or tabs between the cells.  A cell that
// begins with a quote ends with one, holds line breaks and separators, and a
// quote as two.

#ifndef FACTLINE_CORPUS_CSV_H_
#define FACTLINE_CORPUS_CSV_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace factline {

// Follows a table block by block and finds where its rows end.
class CsvRows {
 public:
  explicit CsvRows(char separator = ',') : separator_(separator) {}

  // Goes on from `*at` to behind the next row, line feed included, and returns
  // true, or to the end of `bytes` and returns false.
  bool Next(std::string_view bytes, uint64_t* at);

  // 1-based, of the byte that comes next.
  uint64_t line() const { return line_; }

 private:
  enum class State : uint8_t { kCellBegins, kPlain, kQuoted, kQuoteInQuoted };
  char separator_;
  State state_ = State::kCellBegins;
  uint64_t line_ = 1;
};

// Replaces `*cells` by the cells of `row`; they point into `*room`, which is
// replaced too.
void CutCsvRow(std::string_view row, char separator, std::string* room,
               std::vector<std::string_view>* cells);

}  // namespace factline
#endif  // FACTLINE_CORPUS_CSV_H_
