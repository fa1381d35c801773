#include "corpus/reject.h"

namespace factline {
namespace {

struct Words {
  std::string_view name;
  std::string_view explanation;
};

constexpr Words kWords[kRejectReasons] = {
    {"none", ""},
    {"cannot_open", "cannot be opened"},
    {"cannot_read", "cannot be read to its end"},
    {"damaged", "compressed data or archive damaged or cut short"},
    {"invalid_utf8", "not UTF-8"},
    {"invalid_json", "not JSON"},
    {"not_an_object", "JSON, but not an object"},
    {"no_text", "no text"},
    {"text_not_string", "\"text\" is not a string"},
    {"text_too_long", "text over the limit"},
    {"line_too_long", "line over the limit"},
    {"invalid_xml", "not XML"},
    {"no_article", "no article in it"},
    {"too_deep", "nested too deep"},
    {"unknown_charset", "in an unknown charset"},
    {"not_english", "not in English"},
    {"canceled", "withdrawn or held back by its publisher"},
    {"encrypted", "encrypted"},
    {"too_large", "decompresses to far more than it is"},
    {"truncated", "cut short"},
};

}  // namespace

std::string_view Name(RejectReason reason) { return kWords[static_cast<int>(reason)].name; }

std::string_view Explain(RejectReason reason) {
  return kWords[static_cast<int>(reason)].explanation;
}

std::optional<RejectReason> RejectReasonNamed(std::string_view name) {
  for (int i = 1; i < kRejectReasons; ++i) {
    if (kWords[i].name == name) return static_cast<RejectReason>(i);
  }
  return std::nullopt;
}

}  // namespace factline
