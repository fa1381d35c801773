// Any bytes as an archive: compressed or not, lines or text.  Records lie in
// order, none is lost and none made up: what the reader cuts out of plain lines is
// what a splitter of three lines finds.

#include <unistd.h>

#include <string>

#include "corpus/json_line.h"
#include "corpus/record_parser.h"
#include "tests/fuzz/promise.h"

using namespace factline;

namespace {

std::string PathOf(const uint8_t* bytes, size_t size) {
  static const std::string path = "/tmp/factline-archive-fuzz-" + std::to_string(::getpid());
  FILE* file = std::fopen(path.c_str(), "wb");
  std::fwrite(bytes, 1, size, file);
  std::fclose(file);
  return path;
}

uint64_t LinesWithSomething(std::string_view text) {
  uint64_t lines = 0;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    size_t end = text.find('\n');
    lines += text.substr(0, end).find_first_not_of(" \t\r") != std::string_view::npos;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

// Compressed, in an archive, or in another charset: not to be counted from outside.
bool IsPacked(std::string_view text) {
  for (std::string_view magic :
       {std::string_view("\x1f\x8b"), std::string_view("\x28\xB5\x2F\xFD"), std::string_view("BZh"),
        std::string_view("\xFD\x37zXZ"), std::string_view("PK"), std::string_view("\xFE\xFF"),
        std::string_view("\xFF\xFE"), std::string_view("\0\0\xFE\xFF", 4)}) {
    if (text.substr(0, magic.size()) == magic) return true;
  }
  if (text.size() >= 512) return true;  // may be a tar
  return text.size() >= 4 && (text[0] & 0xF0) == 0x50 && text.substr(1, 3) == "\x2A\x4D\x18";
}

// Whether `record` comes from the same file as the one before it, so that it must
// lie behind it.  Members of an archive may have one name: each begins anew.
bool Follows(const RawRecord& record, const std::string& file, const std::string& path) {
  return file == record.locator.file && file == path;
}

// Records of any format follow one another, and have an id or a reason.
void ReadAs(InputFormat format, const std::string& path, const Limits& limits) {
  ArchiveReader reader({path}, format, limits);
  RecordParser parser(limits);
  RecordBatch batch;
  uint64_t offset = 0;
  std::string file;  // of the record before; a member of an archive is one
  while (reader.Fill(&batch)) {
    for (const RawRecord& record : batch.records) {
      Article article;
      RejectReason reason = parser.Parse(batch, record, &article);
      PROMISE(reason != RejectReason::kNone || (IsUtf8(article.text) && !article.id.empty()));
      PROMISE(!Follows(record, file, path) || record.locator.byte_offset > offset);
      offset = record.locator.byte_offset;
      file = record.locator.file;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(bytes), size);
  Limits limits;
  limits.record = 2000;
  limits.text = 1000;
  const std::string path = PathOf(bytes, size);
  for (InputFormat format :
       {InputFormat::kJson, InputFormat::kCsv, InputFormat::kTsv, InputFormat::kText,
        InputFormat::kXml, InputFormat::kHtml, InputFormat::kWarc, InputFormat::kAuto})
    ReadAs(format, path, limits);
  ArchiveReader reader({path}, InputFormat::kJsonLines, limits);
  RecordParser parser(limits);
  RecordBatch batch;
  uint64_t records = 0, line = 0, offset = 0;
  std::string file;
  while (reader.Fill(&batch)) {
    PROMISE(!batch.records.empty());
    for (const RawRecord& record : batch.records) {
      Article article;
      RejectReason reason = parser.Parse(batch, record, &article);
      PROMISE(reason != RejectReason::kNone || !article.id.empty());
      bool same = Follows(record, file, path);
      PROMISE(!same || record.locator.line > line);
      PROMISE(!same || record.locator.byte_offset > offset);
      file = record.locator.file;
      line = record.locator.line;
      offset = record.locator.byte_offset;
      ++records;
    }
  }
  if (!IsPacked(text)) PROMISE(records == LinesWithSomething(text));
  return 0;
}
