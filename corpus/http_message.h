// An HTTP response as archives of the web keep it: its head, and its body as it
// came over the wire.

#ifndef FACTLINE_CORPUS_HTTP_MESSAGE_H_
#define FACTLINE_CORPUS_HTTP_MESSAGE_H_

#include <string>
#include <string_view>

#include "corpus/limits.h"
#include "corpus/reject.h"

namespace factline {

// The lines "Name: value" of a WARC or HTTP head.
class HeaderLines {
 public:
  HeaderLines() = default;
  explicit HeaderLines(std::string_view lines) : lines_(lines) {}

  // The value of the first line called `name`, in any case, or "".
  std::string_view Of(std::string_view name) const;

 private:
  std::string_view lines_;
};

// Where the head that begins `bytes` ends, its empty line included; npos where that
// has not come yet.
size_t HeadEnd(std::string_view bytes);

// "text/html" of "Text/HTML; charset=x".
std::string MediaType(std::string_view content_type);
bool IsHtmlType(std::string_view media_type);

struct HttpResponse {
  int status = 0;  // 0: not HTTP
  HeaderLines headers;
  std::string_view body;  // as it came
};

HttpResponse ParseHttp(std::string_view message);

// The body as the server meant it: its chunks joined, decompressed (gzip, deflate, br,
// zstd).  Crawlers often store the plain body below the head of the compressed one:
// what is not chunked or compressed is taken as it is.  Returns kNone, kDamaged or
// kTooLarge; `*body` points into `message` or one of the two rooms.
RejectReason DecodeBody(const HttpResponse& response, const Limits& limits, std::string* joined,
                        std::string* plain, std::string_view* body);

}  // namespace factline
#endif  // FACTLINE_CORPUS_HTTP_MESSAGE_H_
