#include "corpus/readers/table.h"

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/article_parts.h"
#include "corpus/json_line.h"

namespace factline {
namespace {

// Follows a table block by block and finds where its rows end.
class Rows {
 public:
  explicit Rows(char separator) : separator_(separator) {}

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

bool Rows::Next(std::string_view bytes, uint64_t* at) {
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

// Replaces `*cells` by the cells of `row`; they point into `*room`, which is
// replaced too.
void CutRow(std::string_view row, char separator, std::string* room,
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

class TableCutter : public RecordCutter {
 public:
  explicit TableCutter(char separator) : rows_(separator) {}

  void Cut(InputWindow* window) override {
    while (rows_.Next(window->bytes(), &scanned_)) TakeRow(scanned_, window);
    if (window->bytes().size() > window->limits().record)
      window->RejectRest(line_, RejectReason::kLineTooLong, "a row without an end");
  }

  void Finish(InputWindow* window) override {
    if (!window->bytes().empty()) TakeRow(window->bytes().size(), window);
  }

  uint64_t line() const override { return line_; }

 private:
  void TakeRow(uint64_t size, InputWindow* window) {
    std::string_view row = window->bytes().substr(0, size);
    if (row.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      window->Skip(size);
    } else if (!named_) {
      window->SetHeader(row);
      window->Skip(size);
      named_ = true;
    } else {
      window->Take(size, line_);
    }
    line_ = rows_.line();
    scanned_ = 0;
  }

  Rows rows_;
  bool named_ = false;    // the first row has passed
  uint64_t line_ = 0;     // on which the row in hand began
  uint64_t scanned_ = 0;  // how much of the bytes it has seen
};

// A column that is a part of the article; one may be several.
struct Column {
  size_t index;
  ArticleKey key;
};

class RowParser : public ArticleParser {
 public:
  RowParser(char separator, const KeyMap& keys) : separator_(separator), keys_(keys) {}

  RejectReason Parse(const RawRecord& record, std::string_view bytes, const Limits& limits,
                     Article* article) override {
    if (!IsUtf8(bytes)) return RejectReason::kInvalidUtf8;
    if (header_ != record.header) {
      header_ = record.header;
      NameColumns();
    }
    CutRow(bytes, separator_, &room_, &cells_);
    parts_.Clear();
    for (const Column& column : columns_) {
      if (column.index < cells_.size()) parts_.Offer(column.key, cells_[column.index]);
    }
    return parts_.Fill(limits, article);
  }

 private:
  void NameColumns() {
    columns_.clear();
    CutRow(header_, separator_, &room_, &cells_);
    for (size_t i = 0; i < cells_.size(); ++i) {
      if (auto key = ArticleKeyNamed(cells_[i])) columns_.push_back({i, *key});
      for (size_t rank = 0; rank < keys_.size(); ++rank) {
        if (keys_[rank].path == cells_[i])
          columns_.push_back({i, {keys_[rank].part, static_cast<uint8_t>(rank)}});
      }
    }
  }

  char separator_;
  KeyMap keys_;
  std::string header_;  // of the table whose columns these are
  std::vector<Column> columns_;
  std::string room_;
  std::vector<std::string_view> cells_;
  ArticleParts parts_;
};

}  // namespace

std::unique_ptr<RecordCutter> NewCsvCutter() { return std::make_unique<TableCutter>(','); }
std::unique_ptr<RecordCutter> NewTsvCutter() { return std::make_unique<TableCutter>('\t'); }
std::unique_ptr<ArticleParser> NewCsvParser(const KeyMap& keys) {
  return std::make_unique<RowParser>(',', keys);
}
std::unique_ptr<ArticleParser> NewTsvParser(const KeyMap& keys) {
  return std::make_unique<RowParser>('\t', keys);
}

}  // namespace factline
