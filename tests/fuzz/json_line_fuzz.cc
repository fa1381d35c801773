// Any bytes as a line of JSON Lines: an article whose text is UTF-8 and within the
// limits, or a reason.

#include "corpus/json_line.h"
#include "tests/fuzz/promise.h"

using namespace factline;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static JsonLineParser parser;
  // A buffer of its exact size and the room that is promised, so that a sanitizer
  // sees any step beyond it.
  std::string line(reinterpret_cast<const char*>(bytes), size);
  line.resize(size + JsonLineParser::kLookAhead);
  Limits limits;
  limits.text = 1000;
  Article article;
  RejectReason reason = parser.Parse({line.data(), size}, limits, &article);
  for (std::string_view value : {article.id, article.title, article.url, article.source}) {
    PROMISE(IsUtf8(value));
  }
  if (reason != RejectReason::kNone) {
    PROMISE(!Name(reason).empty());
    return 0;
  }
  PROMISE(IsUtf8(article.text));
  PROMISE(!article.text.empty() && article.text.size() <= limits.text);
  PROMISE(article.published.empty() || article.published.size() >= 10);
  return 0;
}
