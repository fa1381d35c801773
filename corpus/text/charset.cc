#include "corpus/text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "corpus/json_line.h"

namespace factline {
namespace {

constexpr size_t kSniffed = 4096;   // bytes in which a page names its charset; browsers ask 1,024
constexpr size_t kGuessed = 65536;  // bytes that are looked at for a guess

struct Mark {
  std::string_view bytes;
  const char* charset;
};

// Longer ones first: UTF-32's begins like UTF-16's.
constexpr Mark kMarks[] = {{{"\x00\x00\xFE\xFF", 4}, "utf-32be"},
                           {{"\xFF\xFE\x00\x00", 4}, "utf-32le"},
                           {"\xEF\xBB\xBF", "utf-8"},
                           {"\xFE\xFF", "utf-16be"},
                           {"\xFF\xFE", "utf-16le"}};

// What browsers read where a page names the left: everybody says Latin-1 and writes
// the quotes and dashes of Windows-1252.
struct Alias {
  std::string_view named;
  const char* read_as;
};
constexpr Alias kAliases[] = {{"ascii", "windows-1252"},
                              {"iso-8859-1", "windows-1252"},
                              {"iso8859-1", "windows-1252"},
                              {"iso_8859-1", "windows-1252"},
                              {"latin1", "windows-1252"},
                              {"latin-1", "windows-1252"},
                              {"us-ascii", "windows-1252"},
                              {"iso-8859-9", "windows-1254"},
                              {"iso-8859-11", "windows-874"},
                              {"gb2312", "gb18030"},
                              {"gbk", "gb18030"},
                              {"shift_jis", "windows-31j"},
                              {"euc-kr", "windows-949"},
                              {"ks_c_5601-1987", "windows-949"}};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

bool StartsWith(std::string_view text, std::string_view begin) {
  return text.substr(0, begin.size()) == begin;
}

bool IsUtf8Name(const std::string& name) { return name == "utf-8" || name == "utf8"; }

// A text that names these in bytes of ASCII is not in them.
bool IsWide(const std::string& name) {
  return StartsWith(name, "utf-16") || StartsWith(name, "utf-32") || StartsWith(name, "utf16") ||
         StartsWith(name, "ucs-2") || StartsWith(name, "iso-10646");
}

// The value behind "charset" or "encoding" at or after `at`, between quotes or not.
std::string_view ValueAfter(std::string_view text, size_t at) {
  at = text.find_first_not_of(" \t\r\n", at);
  if (at == std::string_view::npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  size_t end = text.find_first_of(" \t\r\n\"';/>?,", at);
  return text.substr(at, end == std::string_view::npos ? end : end - at);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter Open(const std::string& name) {
  auto alias = std::find_if(std::begin(kAliases), std::end(kAliases),
                            [&](const Alias& a) { return a.named == name; });
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(
      ucnv_open(alias != std::end(kAliases) ? alias->read_as : name.c_str(), &error));
  return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

// Into `*room`; false where a byte stands for nothing.
bool Convert(UConverter* converter, std::string_view bytes, std::string* room) {
  UErrorCode error = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::vector<UChar> wide(bytes.size() + 16);
  int32_t size = ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()),
                               bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) return false;
  room->resize(static_cast<size_t>(size) * 3);  // at most, of a unit of UTF-16
  int32_t written = 0;
  u_strToUTF8(room->data(), static_cast<int32_t>(room->size()), &written, wide.data(), size,
              &error);
  room->resize(static_cast<size_t>(written));
  return U_SUCCESS(error);
}

std::string Guess(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error),
                                                                      &ucsdet_close);
  bytes = bytes.substr(0, kGuessed);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  ucsdet_enableInputFilter(detector.get(), true);  // tags say nothing of the language
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  const char* name = match != nullptr ? ucsdet_getName(match, &error) : nullptr;
  return U_SUCCESS(error) && name != nullptr ? Lower(name) : std::string();
}

bool IsAscii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

Utf8Text Rejected(RejectReason reason, std::string detail) {
  return {{}, reason, std::move(detail)};
}

// `bytes`, which are in the charset `name` or not at all.
Utf8Text ReadAs(const std::string& name, std::string_view bytes, std::string* room) {
  if (IsUtf8Name(name)) {
    return IsUtf8(bytes) ? Utf8Text{bytes} : Rejected(RejectReason::kInvalidUtf8, {});
  }
  Converter converter = Open(name);
  if (converter == nullptr) return Rejected(RejectReason::kUnknownCharset, name);
  bool one_byte = ucnv_getMaxCharSize(converter.get()) == 1;
  if (one_byte && IsUtf8(bytes)) return {bytes};  // ASCII, or better than said
  if (Convert(converter.get(), bytes, room)) return {*room};
  return Rejected(RejectReason::kInvalidUtf8, "declared as " + name + ", and not that either");
}

}  // namespace

std::string_view DeclaredCharset(std::string_view bytes) {
  std::string head = Lower(bytes.substr(0, kSniffed));
  if (StartsWith(head, "<?xml")) {
    size_t end = head.find("?>"), at = head.find("encoding");
    if (at < end && end != std::string::npos) {
      std::string_view value = ValueAfter(bytes.substr(0, end), at + 8);
      if (!value.empty()) return value;
    }
  }
  for (size_t at = 0; (at = head.find("<meta", at)) != std::string::npos; ++at) {
    size_t end = std::min(head.find('>', at), head.size());
    size_t charset = head.find("charset", at);
    if (charset >= end) continue;
    std::string_view value = ValueAfter(bytes.substr(0, end), charset + 7);
    if (!value.empty()) return value;
  }
  return {};
}

std::string_view CharsetParameter(std::string_view content_type) {
  size_t at = Lower(content_type).find("charset");
  return at == std::string::npos ? std::string_view() : ValueAfter(content_type, at + 7);
}

Utf8Text ToUtf8(std::string_view bytes, std::string_view declared, bool guess, std::string* room) {
  for (const Mark& mark : kMarks) {
    if (StartsWith(bytes, mark.bytes))
      return ReadAs(mark.charset, bytes.substr(mark.bytes.size()), room);
  }
  std::string name = Lower(declared);
  if (name.empty() || IsWide(name)) name = "utf-8";
  if (IsAscii(bytes) && !StartsWith(name, "utf-7") && !StartsWith(name, "iso-2022") &&
      !StartsWith(name, "hz-"))
    return {bytes};
  Utf8Text text = ReadAs(name, bytes, room);
  if (text.reason == RejectReason::kNone || !guess) return text;
  std::string guessed = Guess(bytes);
  if (guessed.empty() || IsUtf8Name(guessed)) return text;
  Utf8Text again = ReadAs(guessed, bytes, room);
  return again.reason == RejectReason::kNone ? again : text;
}

}  // namespace factline
