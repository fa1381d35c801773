#include "schemas/fact_json.h"

#include <algorithm>
#include <cstdlib>

#include "schemas/json_text.h"
#include "schemas/value_fields.h"

namespace factline {
namespace {

// Writes the members of one JSON object, with commas where they belong.  A sink
// of VisitFields.
class Members {
 public:
  explicit Members(std::string* out) : out_(out) { out_->push_back('{'); }
  void Close() {
    out_->push_back('}');
    first_ = false;
  }

  std::string* Key(std::string_view key) {
    if (!first_) out_->push_back(',');
    first_ = false;
    out_->push_back('"');
    out_->append(key);
    out_->append("\":");
    return out_;
  }
  void Open(std::string_view key) {
    Key(key)->push_back('{');
    first_ = true;
  }
  void Text(std::string_view key, std::string_view text) { AppendJsonString(text, Key(key)); }
  void TextIfAny(std::string_view key, std::string_view text) {
    if (!text.empty()) Text(key, text);
  }
  // For words of our own that need no escaping.
  void Word(std::string_view key, std::string_view word) {
    Key(key);
    out_->push_back('"');
    out_->append(word);
    out_->push_back('"');
  }
  void Number(std::string_view key, const Decimal& number) {
    Key(key);
    out_->push_back('"');
    number.AppendTo(out_);
    out_->push_back('"');
  }
  void Integer(std::string_view key, int64_t number) {
    Key(key);
    if (number < 0) out_->push_back('-');
    AppendInteger(static_cast<uint64_t>(std::abs(number)), out_);
  }
  void True(std::string_view key) { Key(key)->append("true"); }
  void Null(std::string_view key) { Key(key)->append("null"); }

 private:
  std::string* out_;
  bool first_ = true;
};

void AppendSpan(const Span& span, std::string* out) {
  out->push_back('[');
  AppendInteger(span.begin, out);
  out->push_back(',');
  AppendInteger(span.end, out);
  out->push_back(']');
}

std::string_view Slice(std::string_view text, const Span& bytes) {
  return text.substr(bytes.begin, bytes.size());
}

void AppendLink(const ArticleFacts& read, const Link& link, std::string* out) {
  std::string_view text = read.article->text;
  Members m(out);
  m.Word("role", Name(link.role));
  if (link.fact) {
    std::string* id = m.Key("fact");
    id->push_back('"');
    AppendFactId(read.facts[*link.fact].id, id);
    id->push_back('"');
  }
  m.Text("text", Slice(text, link.bytes));
  m.Integer("start", link.chars.begin);
  m.Integer("end", link.chars.end);
  if (link.cue_bytes) {
    Members cue(m.Key("cue"));
    cue.Integer("start", link.cue_chars.begin);
    cue.Integer("end", link.cue_chars.end);
    cue.Text("text", Slice(text, *link.cue_bytes));
    cue.Close();
  }
  m.Close();
}

void BuildArticle(const ArticleFacts& read, std::string* out) {
  const Article& article = *read.article;
  out->clear();
  Members m(out);
  m.Text("id", article.id);
  m.Word("sha256", read.sha256);
  m.TextIfAny("published", article.published);
  m.TextIfAny("title", article.title);
  m.TextIfAny("url", article.url);
  m.TextIfAny("source", article.source);
  m.Close();
}

void BuildSentence(const ArticleFacts& read, uint32_t index, std::string* out) {
  const SentenceSpan& sentence = read.sentences[index];
  out->clear();
  Members m(out);
  m.Integer("index", index);
  m.Integer("start", sentence.chars.begin);
  m.Integer("end", sentence.chars.end);
  m.Text("text", Slice(read.article->text, sentence.bytes));
  m.Close();
}

}  // namespace

void AppendFactId(uint64_t id, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out->push_back(kHex[(id >> shift) & 15]);
}

void AppendConfidence(float confidence, std::string* out) {
  int hundredths = std::clamp(static_cast<int>(confidence * 100 + 0.5f), 0, 100);
  out->push_back(hundredths == 100 ? '1' : '0');
  out->push_back('.');
  out->push_back(static_cast<char>('0' + hundredths / 10 % 10));
  out->push_back(static_cast<char>('0' + hundredths % 10));
}

void AppendValueJson(FactType type, const Value& value, std::string* out) {
  Members m(out);
  VisitFields(type, value, &m);
  m.Close();
}

void AppendLinksJson(const ArticleFacts& read, const Fact& fact, std::string* out) {
  out->push_back('[');
  for (size_t i = 0; i < fact.links.size(); ++i) {
    if (i != 0) out->push_back(',');
    AppendLink(read, fact.links[i], out);
  }
  out->push_back(']');
}

void FactJsonWriter::AppendRecord(const ArticleFacts& read, const Fact& fact, std::string* out) {
  Members m(out);
  std::string* id = m.Key("id");
  id->push_back('"');
  AppendFactId(fact.id, id);
  id->push_back('"');
  m.Word("type", Name(fact.type));
  m.Text("text", Slice(read.article->text, fact.bytes));
  m.Integer("start", fact.chars.begin);
  m.Integer("end", fact.chars.end);
  AppendSpan(fact.bytes, m.Key("bytes"));
  m.Key("article")->append(article_);
  m.Key("sentence")->append(sentence_);
  AppendValueJson(fact.type, fact.value, m.Key("value"));
  AppendLinksJson(read, fact, m.Key("links"));
  AppendConfidence(fact.confidence, m.Key("confidence"));
  m.Word("rule", fact.rule);
  m.Close();
  out->push_back('\n');
}

void FactJsonWriter::Append(const ArticleFacts& read, std::string* out) {
  if (read.facts.empty()) return;
  BuildArticle(read, &article_);
  uint32_t built = UINT32_MAX;
  for (const Fact& fact : read.facts) {
    if (!filter_.Keeps(fact)) continue;
    if (fact.sentence != built) BuildSentence(read, built = fact.sentence, &sentence_);
    AppendRecord(read, fact, out);
  }
}

}  // namespace factline
