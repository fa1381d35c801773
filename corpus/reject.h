// A Reject is a piece of input that did not become an article, and why.
//
// Nothing is lost silently: articles read = articles extracted + rejects.

#ifndef FACTLINE_CORPUS_REJECT_H_
#define FACTLINE_CORPUS_REJECT_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "schemas/article.h"

namespace factline {

enum class RejectReason : uint8_t {
  kNone,
  kCannotOpen,      // no such file, no permission, no file matches the pattern
  kCannotRead,      // an I/O error on the way
  kDamaged,         // compressed data that cannot be decompressed, or that are cut short
  kInvalidUtf8,     // the bytes are not UTF-8
  kInvalidJson,     // the line is not JSON
  kNotAnObject,     // JSON, but no object
  kNoText,          // no key "text", or null, or nothing but white space in it
  kTextNotString,   // "text" is a number, a list, an object or a boolean
  kTextTooLong,     // more text than Limits::text
  kLineTooLong,     // a line over Limits::record
  kInvalidXml,      // not well-formed XML, or without the elements that its format has
  kNoArticle,       // a page, feed or item without running text
  kTooDeep,         // elements, objects or archives nested deeper than news ever is
  kUnknownCharset,  // declared in a charset that nobody knows
  kNotEnglish,      // says that it is in another language, and looks like it
  kCanceled,        // withdrawn by its publisher, or not yet to be published
  kEncrypted,       // a member of an archive that asks for a password
  kTooLarge,        // decompresses to more than Limits::amplification times its size
  kTruncated,       // the file ends in the middle of an article, or before its own end
};
inline constexpr int kRejectReasons = 20;

// The code in the rejects file ("invalid_json") and the same in a few words
// ("not JSON").
std::string_view Name(RejectReason reason);
std::string_view Explain(RejectReason reason);

// The reason of that code, or nothing.
std::optional<RejectReason> RejectReasonNamed(std::string_view name);

struct Reject {
  RejectReason reason = RejectReason::kNone;
  Locator locator;
  std::string_view id;      // of the article, where it could be read
  std::string_view detail;  // what the system or the parser said; may be empty
  std::string_view bytes;   // of the input as it stood, at most kShownBytes of them
  uint64_t size = 0;        // of all of it
  bool rest = false;        // all that follows in the file could not be read either
  char sha256[64] = {};     // of all of it; all zero where the input has no bytes

  static constexpr uint64_t kShownBytes = 4096;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_REJECT_H_
