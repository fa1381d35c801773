#include "pipeline/reprints/reprint_groups.h"

#include <array>
#include <charconv>

namespace factline {
namespace {

constexpr std::pair<char, char> kEscapes[] = {{'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}, {'\\', '\\'}};

std::string PlainOf(std::string_view cell) {
  std::string plain;
  for (size_t i = 0; i < cell.size(); ++i) {
    char c = cell[i];
    if (c == '\\' && i + 1 < cell.size()) {
      ++i;
      for (const auto& [is, written] : kEscapes) {
        if (written == cell[i]) c = is;
      }
    }
    plain.push_back(c);
  }
  return plain;
}

bool Read(std::string_view digits, uint64_t* number) {
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), *number);
  return error == std::errc() && end == digits.data() + digits.size();
}

}  // namespace

void AppendCell(std::string_view cell, std::string* out) {
  for (char c : cell) {
    char escape = 0;
    for (const auto& [is, written] : kEscapes) {
      if (is == c) escape = written;
    }
    if (escape != 0) out->push_back('\\');
    out->push_back(escape != 0 ? escape : c);
  }
}

Status ReprintGroups::Open(const std::string& path) {
  path_ = path;
  in_.open(path, std::ios::binary);
  if (!in_) return Error{path + ": cannot be opened"};
  if (!std::getline(in_, line_) || line_ + "\n" != kHead)
    return Error{path + ": not a table of factline reprints"};
  at_row_ = Next();
  return Done{};
}

bool ReprintGroups::Next() {
  if (!std::getline(in_, line_)) return false;
  ++lines_;
  std::array<std::string_view, 7> cells;
  std::string_view left = line_;
  size_t count = 0;
  while (count < cells.size()) {
    size_t tab = left.find('\t');
    cells[count++] = left.substr(0, tab);
    if (tab == std::string_view::npos) break;
    left.remove_prefix(tab + 1);
  }
  sound_ = count == cells.size() && Read(cells[0], &row_.record) && Read(cells[1], &row_.origin) &&
           Read(cells[6], &row_.byte_offset);
  row_.group = PlainOf(cells[2]);
  row_.file = PlainOf(cells[5]);
  return sound_;
}

bool ReprintGroups::Fail(std::string_view why) {
  error_ = path_ + ":" + std::to_string(lines_) + ": " + std::string(why);
  return false;
}

bool ReprintGroups::Mark(uint64_t first, RecordBatch* batch) {
  uint64_t end = first + batch->records.size();
  while (at_row_ && row_.record < end) {
    if (row_.record >= first) {
      RawRecord& record = batch->records[row_.record - first];
      if (record.locator.byte_offset != row_.byte_offset || record.locator.file != row_.file)
        return Fail("of other inputs than these");
      record.group = batch->names.Keep(row_.group);
      record.reprint = row_.origin != row_.record;
    }
    at_row_ = Next();
  }
  return sound_ || Fail("not a row of a table of reprints");
}

}  // namespace factline
