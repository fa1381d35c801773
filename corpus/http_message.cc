#include "corpus/http_message.h"

#include <charconv>

#include "corpus/byte_source.h"

namespace factline {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

bool SameName(std::string_view a, std::string_view b) {
  return a.size() == b.size() && Lower(a) == Lower(b);
}

// Joins the chunks of `body` into `*joined`; false where they do not follow one
// another as they should, from the first on.
bool JoinChunks(std::string_view body, std::string* joined) {
  joined->clear();
  while (true) {
    uint64_t size = 0;
    auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
    size_t line = body.find('\n');
    if (error != std::errc() || line == std::string_view::npos || end > body.data() + line)
      return false;
    body.remove_prefix(line + 1);
    if (size == 0) return true;
    if (size > body.size()) return false;
    joined->append(body.substr(0, size));
    body.remove_prefix(size);
    if (body.substr(0, 2) == "\r\n")
      body.remove_prefix(2);
    else if (body.substr(0, 1) == "\n")
      body.remove_prefix(1);
    else
      return false;
  }
}

}  // namespace

std::string_view HeaderLines::Of(std::string_view name) const {
  for (size_t at = 0; at < lines_.size();) {
    size_t end = lines_.find('\n', at);
    if (end == std::string_view::npos) end = lines_.size();
    std::string_view line = lines_.substr(at, end - at);
    size_t colon = line.find(':');
    if (colon != std::string_view::npos && SameName(Trimmed(line.substr(0, colon)), name))
      return Trimmed(line.substr(colon + 1));
    at = end + 1;
  }
  return {};
}

size_t HeadEnd(std::string_view bytes) {
  for (size_t at = 0; (at = bytes.find('\n', at)) != std::string_view::npos; ++at) {
    if (bytes.substr(at + 1, 1) == "\n") return at + 2;
    if (bytes.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::string_view::npos;
}

std::string MediaType(std::string_view content_type) {
  return Lower(Trimmed(content_type.substr(0, content_type.find(';'))));
}

bool IsHtmlType(std::string_view media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml";
}

HttpResponse ParseHttp(std::string_view message) {
  HttpResponse response;
  if (message.substr(0, 5) != "HTTP/") return response;
  size_t end = HeadEnd(message);
  std::string_view head = message.substr(0, end);
  size_t status = head.find(' ');
  if (status == std::string_view::npos) return response;
  std::from_chars(head.data() + status + 1, head.data() + head.size(), response.status);
  response.headers = HeaderLines(head.substr(std::min(head.find('\n'), head.size())));
  if (end != std::string_view::npos) response.body = message.substr(end);
  return response;
}

RejectReason DecodeBody(const HttpResponse& response, const Limits& limits, std::string* joined,
                        std::string* plain, std::string_view* body) {
  *body = response.body;
  std::string transfer = Lower(response.headers.Of("Transfer-Encoding"));
  if (transfer.find("chunked") != std::string::npos && JoinChunks(*body, joined)) *body = *joined;
  std::string encoding = Lower(response.headers.Of("Content-Encoding"));
  if (encoding.empty() || encoding == "identity" || body->empty()) return RejectReason::kNone;
  std::unique_ptr<ByteSource> source = DecodedAs(encoding, *body, limits);
  if (source == nullptr) return RejectReason::kNone;
  plain->clear();
  constexpr size_t kRoom = 64 * 1024;
  size_t n = 0;
  do {
    if (plain->size() > limits.record) return RejectReason::kTooLarge;
    size_t size = plain->size();
    plain->resize(size + kRoom);
    n = source->Read(plain->data() + size, kRoom);
    plain->resize(size + n);
  } while (n > 0);
  if (source->failure() != RejectReason::kNone) return source->failure();
  *body = *plain;
  return RejectReason::kNone;
}

}  // namespace factline
