// Which characters the bytes of a page or file stand for.  The door of ICU's
// converters and of its guesser.
//
// Asked in this order: a byte order mark; what the transport says (the charset of
// an HTTP header); what the text says of itself; UTF-8.  Nothing is guessed unless
// the user asks for it, and bytes that are not what they are said to be are no
// text: a wrong letter in a name or a sum is worse than an article less.

#ifndef FACTLINE_CORPUS_TEXT_CHARSET_H_
#define FACTLINE_CORPUS_TEXT_CHARSET_H_

#include <string>
#include <string_view>

#include "corpus/reject.h"

namespace factline {

// The charset that a piece of HTML or XML names in its first bytes
// (<?xml encoding="…"?>, <meta charset="…">, <meta http-equiv content="…charset=…">),
// as it is written there, or "".
std::string_view DeclaredCharset(std::string_view bytes);

// The charset parameter of a Content-Type, or "".
std::string_view CharsetParameter(std::string_view content_type);

struct Utf8Text {
  std::string_view text;  // UTF-8, without a byte order mark: the bytes given, or in a room
  RejectReason reason = RejectReason::kNone;  // kInvalidUtf8, kUnknownCharset
  std::string detail;
};

// `bytes` as UTF-8, in themselves or in `*room`.  `declared` is what the transport or
// the text says, "" where neither says anything.  With `guess`, what is not valid so
// is read as what it most looks like.
//
// Text that is declared in a charset of one byte a character and is UTF-8 with
// letters of several bytes is read as UTF-8: no text in such a charset looks like
// that, and servers declare what their templates once were.
Utf8Text ToUtf8(std::string_view bytes, std::string_view declared, bool guess, std::string* room);

}  // namespace factline
#endif  // FACTLINE_CORPUS_TEXT_CHARSET_H_
