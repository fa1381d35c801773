// Text as a JSON string: the one place that knows how characters are escaped.

#ifndef FACTLINE_SCHEMAS_JSON_TEXT_H_
#define FACTLINE_SCHEMAS_JSON_TEXT_H_

#include <string>
#include <string_view>

namespace factline {

// Appends `text` (valid UTF-8) in quotes.  Escapes the quote, the backslash and
// what is below U+0020; everything else stands as it is.
void AppendJsonString(std::string_view text, std::string* out);

// Appends `number` in decimal digits.
void AppendInteger(uint64_t number, std::string* out);

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_JSON_TEXT_H_
