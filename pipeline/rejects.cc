#include "pipeline/rejects.h"

#include "corpus/json_line.h"
#include "schemas/json_text.h"

namespace factline {
namespace {

void AppendBase64(std::string_view bytes, std::string* out) {
  static constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (size_t i = 0; i < bytes.size(); i += 3) {
    size_t n = std::min<size_t>(3, bytes.size() - i);
    uint32_t group = 0;
    for (size_t k = 0; k < 3; ++k) {
      group = group << 8 | (k < n ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    }
    for (size_t k = 0; k < 4; ++k) {
      out->push_back(k <= n ? kDigits[group >> (18 - 6 * k) & 63] : '=');
    }
  }
}

// File names are bytes; a record is UTF-8.
std::string Utf8Of(std::string_view name) {
  std::string text(name);
  if (IsUtf8(text)) return text;
  for (char& c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  }
  return text;
}

void AppendText(const char* key, std::string_view text, std::string* out) {
  if (text.empty()) return;
  out->append(key);
  AppendJsonString(text, out);
}

void AppendVisible(std::string_view text, std::string* out) {
  for (char c : text) {
    unsigned char byte = static_cast<unsigned char>(c);
    out->push_back(byte < 0x20 || byte == 0x7F ? '?' : c);
  }
}

}  // namespace

void AppendRejectJson(const Reject& reject, std::string* out) {
  AppendText("{\"file\":", Utf8Of(reject.locator.file), out);
  if (reject.locator.line != 0) {
    out->append(",\"line\":");
    AppendInteger(reject.locator.line, out);
  }
  out->append(",\"byte_offset\":");
  AppendInteger(reject.locator.byte_offset, out);
  AppendText(",\"reason\":", Name(reject.reason), out);
  AppendText(",\"detail\":", reject.detail, out);
  AppendText(",\"id\":", reject.id, out);
  out->append(",\"size\":");
  AppendInteger(reject.size, out);
  if (reject.rest) out->append(",\"rest\":true");
  if (reject.sha256[0] != 0) AppendText(",\"sha256\":", {reject.sha256, 64}, out);
  if (!reject.bytes.empty()) {
    out->append(",\"bytes\":\"");
    AppendBase64(reject.bytes, out);
    out->push_back('"');
  }
  out->append("}\n");
}

void AppendRejectLine(const Reject& reject, std::string* out) {
  AppendVisible(reject.locator.file == "-" ? "standard input" : reject.locator.file, out);
  if (reject.locator.line != 0) {
    out->push_back(':');
    AppendInteger(reject.locator.line, out);
  }
  out->append(": ");
  out->append(Explain(reject.reason));
  if (reject.detail.empty()) return;
  out->append(" (");
  AppendVisible(reject.detail, out);
  out->push_back(')');
}

}  // namespace factline
