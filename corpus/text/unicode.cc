#include "corpus/text/unicode.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace factline {
namespace {

constexpr uint32_t kTableSize = 0x3000;  // covers every script that news in English quotes often

CharClass FromCategory(uint32_t code_point) {
  if (code_point == '\n') return CharClass::kLineFeed;
  if (code_point >= '0' && code_point <= '9') return CharClass::kDigit;
  // ASCII signs that Unicode calls punctuation but that stand with numbers and names.
  if (code_point == '%' || code_point == '#' || code_point == '&' || code_point == '@' ||
      code_point == '*') {
    return CharClass::kSymbol;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::kUpperLetter;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharClass::kLowerLetter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::kMark;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return CharClass::kPunctuation;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return CharClass::kSymbol;
    default:
      return CharClass::kSpace;  // separators, controls, format characters, unassigned
  }
}

using FoldTable = std::array<uint16_t, kTableSize>;

// Lower case without accents for what decomposes to a Latin letter; 0 elsewhere means "as it is".
uint32_t FoldOne(uint32_t code_point) {
  switch (code_point) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
      return '-';
    case 0x00F8:
    case 0x00D8:
      return 'o';
    case 0x0142:
    case 0x0141:
      return 'l';
    case 0x0111:
    case 0x0110:
      return 'd';
    case 0x0131:
    case 0x0130:
      return 'i';
    default:
      break;
  }
  utf8proc_int32_t parts[8];
  int last_class = 0;
  auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts, 8,
                                   UTF8PROC_DECOMPOSE, &last_class);
  uint32_t base = n > 0 ? static_cast<uint32_t>(parts[0]) : code_point;
  bool latin = base < 0x80 && (base | 0x20) >= 'a' && (base | 0x20) <= 'z';
  return static_cast<uint32_t>(
      utf8proc_tolower(static_cast<utf8proc_int32_t>(latin ? base : code_point)));
}

struct Tables {
  std::array<CharClass, kTableSize> classes;
  FoldTable folded;
};

const Tables& TheTables() {
  static const std::unique_ptr<const Tables> tables = [] {
    auto t = std::make_unique<Tables>();
    for (uint32_t c = 0; c < kTableSize; ++c) {
      t->classes[c] = FromCategory(c);
      t->folded[c] = static_cast<uint16_t>(FoldOne(c));
    }
    return t;
  }();
  return *tables;
}

uint32_t Encode(uint32_t c, char* out) {
  return static_cast<uint32_t>(utf8proc_encode_char(static_cast<utf8proc_int32_t>(c),
                                                    reinterpret_cast<utf8proc_uint8_t*>(out)));
}

bool IsMarkOrJoiner(uint32_t c) { return (c >= 0x300 && c < 0x370) || c == 0x200D || c == 0x00AD; }

}  // namespace

CharClass ClassOf(uint32_t code_point) {
  if (code_point < kTableSize) return TheTables().classes[code_point];
  return FromCategory(code_point);
}

Decoded DecodeAt(std::string_view text, size_t at) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (size == 1 || at + size > text.size()) return {0xFFFD, 1};
  uint32_t c = lead & (0x7F >> size);
  for (uint32_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1};
    c = c << 6 | (byte(at + i) & 0x3F);
  }
  return {c, size};
}

uint32_t CountChars(std::string_view text) {
  uint32_t n = 0;
  for (char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

uint32_t Fold(std::string_view text, char* out, uint32_t room) {
  if (text.size() + 4 > room) return 0;
  uint32_t n = 0;
  for (size_t i = 0; i < text.size();) {
    unsigned char lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      out[n++] = static_cast<char>(lead >= 'A' && lead <= 'Z' ? lead | 0x20 : lead);
      ++i;
      continue;
    }
    Decoded d = DecodeAt(text, i);
    i += d.size;
    if (IsMarkOrJoiner(d.code_point)) continue;
    uint32_t folded = d.code_point < kTableSize ? TheTables().folded[d.code_point] : d.code_point;
    if (n + 4 > room) return 0;
    n += Encode(folded, out + n);
  }
  return n;
}

std::string CaseFolded(std::string_view text) {
  utf8proc_uint8_t* folded = nullptr;
  auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                           static_cast<utf8proc_ssize_t>(text.size()), &folded, UTF8PROC_CASEFOLD);
  std::string result(text);
  if (size >= 0) result.assign(reinterpret_cast<const char*>(folded), static_cast<size_t>(size));
  std::free(folded);
  return result;
}

}  // namespace factline
