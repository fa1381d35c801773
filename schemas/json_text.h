// Text as a JSON string: the one place that knows how characters are escaped.

#ifndef FACTLINE_SCHEMAS_JSON_TEXT_H_
#define FACTLINE_SCHEMAS_JSON_TEXT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace factline {

// Appends `text` (valid UTF-8) in quotes.  Escapes the quote, the backslash and
// what is below U+0020; everything else stands as it is.
void AppendJsonString(std::string_view text, std::string* out);

// The bytes at the begin of `text` that stand in a JSON string as they are.
size_t PlainJson(std::string_view text);

// Appends `number` in decimal digits.
void AppendInteger(uint64_t number, std::string* out);

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_JSON_TEXT_H_
