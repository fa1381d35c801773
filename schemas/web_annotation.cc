#include "schemas/web_annotation.h"

#include <algorithm>

#include "schemas/fact_json.h"
#include "schemas/json_members.h"

namespace factline {
namespace {

constexpr size_t kContext = 32;  // code points on each side, at least

bool BeginsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// The byte `chars` code points before `at`, or 0.
size_t Before(std::string_view text, size_t at, size_t chars) {
  while (at > 0 && chars > 0) {
    if (BeginsCharacter(text[--at])) --chars;
  }
  return at;
}

size_t After(std::string_view text, size_t at, size_t chars) {
  while (at < text.size()) {
    if (BeginsCharacter(text[at]) && chars-- == 0) break;
    ++at;
  }
  return at;
}

// Where the prefix of `span` begins.
size_t PrefixBegin(std::string_view text, const Span& span) {
  for (size_t chars = kContext;; chars *= 2) {
    size_t begin = Before(text, span.begin, chars);
    std::string_view quoted = text.substr(begin, span.end - begin);
    bool unique =
        text.find(quoted) == begin && text.find(quoted, begin + 1) == std::string_view::npos;
    if (unique || begin == 0) return begin;
  }
}

std::string SourceOf(const ArticleFacts& read) {
  if (!read.article->url.empty()) return std::string(read.article->url);
  return "urn:sha256:" + std::string(read.sha256);
}

void AppendBodies(const Fact& fact, std::string* out) {
  out->append("[{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"");
  out->append(Name(fact.type)).append("\"},");
  JsonMembers body(out);
  body.Word("type", "TextualBody");
  body.Word("purpose", "identifying");
  body.Word("format", "application/json");
  std::string value;
  AppendValueJson(fact.type, fact.value, &value);
  body.Text("value", value);
  body.Close();
  out->push_back(']');
}

void AppendPosition(const char* type, const Span& span, std::string* out) {
  JsonMembers position(out);
  position.Word("type", type);
  position.Integer("start", span.begin);
  position.Integer("end", span.end);
  position.Close();
}

void AppendSelectors(std::string_view text, const Fact& fact, std::string* out) {
  out->push_back('[');
  AppendPosition("TextPositionSelector", fact.chars, out);
  out->push_back(',');
  AppendPosition("DataPositionSelector", fact.bytes, out);
  out->push_back(',');
  size_t prefix = PrefixBegin(text, fact.bytes);
  size_t suffix = After(text, fact.bytes.end, kContext);
  JsonMembers quote(out);
  quote.Word("type", "TextQuoteSelector");
  quote.Text("exact", text.substr(fact.bytes.begin, fact.bytes.size()));
  quote.Text("prefix", text.substr(prefix, fact.bytes.begin - prefix));
  quote.Text("suffix", text.substr(fact.bytes.end, suffix - fact.bytes.end));
  quote.Close();
  out->push_back(']');
}

void AppendAnnotation(const ArticleFacts& read, const Fact& fact, std::string* out) {
  JsonMembers annotation(out);
  annotation.Word("@context", "http://www.w3.org/ns/anno.jsonld");
  annotation.Key("id")->append("\"urn:factline:");
  AppendFactId(fact.id, out);
  out->push_back('"');
  annotation.Word("type", "Annotation");
  annotation.Word("motivation", "identifying");
  AppendBodies(fact, annotation.Key("body"));
  annotation.Open("target");
  annotation.Text("source", SourceOf(read));
  AppendSelectors(read.article->text, fact, annotation.Key("selector"));
  annotation.Close();
  annotation.Close();
  out->push_back('\n');
}

}  // namespace

void WebAnnotationWriter::Append(const ArticleFacts& read, std::string* out) {
  for (const Fact& fact : read.facts) {
    if (filter_.Keeps(fact)) AppendAnnotation(read, fact, out);
  }
}

}  // namespace factline
