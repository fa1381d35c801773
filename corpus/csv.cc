#include "corpus/csv.h"

namespace factline {

bool CsvRows::Next(std::string_view bytes, uint64_t* at) {
  while (*at < bytes.size()) {
    char c = bytes[(*at)++];
    if (c == '\n') ++line_;
    if (state_ == State::kQuoted) {
      if (c == '"') state_ = State::kQuoteInQuoted;
      continue;
    }
    if (c == '"' && state_ != State::kPlain) {
      state_ = State::kQuoted;  // the begin of a cell, or the second of two quotes
    } else if (c == '\n') {
      state_ = State::kCellBegins;
      return true;
    } else {
      state_ = c == separator_ ? State::kCellBegins : State::kPlain;
    }
  }
  return false;
}

void CutCsvRow(std::string_view row, char separator, std::string* room,
               std::vector<std::string_view>* cells) {
  cells->clear();
  room->clear();
  room->reserve(row.size());  // cells are never longer: views into it stay good
  if (!row.empty() && row.back() == '\n') row.remove_suffix(1);
  if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
  size_t at = 0;
  while (true) {
    size_t begin = room->size();
    bool quoted = at < row.size() && row[at] == '"';
    if (quoted) ++at;
    while (at < row.size() && (quoted || row[at] != separator)) {
      if (quoted && row[at] == '"') {
        ++at;
        if (at >= row.size() || row[at] != '"') {
          quoted = false;
          continue;
        }
      }
      room->push_back(row[at++]);
    }
    cells->push_back(std::string_view(room->data() + begin, room->size() - begin));
    if (at >= row.size()) return;
    ++at;
  }
}

}  // namespace factline
