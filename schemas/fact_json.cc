#include "schemas/fact_json.h"

#include <algorithm>

#include "schemas/json_members.h"
#include "schemas/json_text.h"
#include "schemas/value_fields.h"

namespace factline {
namespace {

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
  JsonMembers m(out);
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
    JsonMembers cue(m.Key("cue"));
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
  JsonMembers m(out);
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
  JsonMembers m(out);
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
  JsonMembers m(out);
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
  JsonMembers m(out);
  std::string* id = m.Key("id");
  id->push_back('"');
  AppendFactId(fact.id, id);
  id->push_back('"');
  m.Word("type", Name(fact.type));
  m.Text("text", Slice(read.article->text, fact.bytes));
  m.Integer("start", fact.chars.begin);
  m.Integer("end", fact.chars.end);
  AppendSpan(fact.bytes, m.Key("bytes"));
  if (per_ == Per::kFact) m.Key("article")->append(article_);
  m.Key("sentence")->append(sentence_);
  AppendValueJson(fact.type, fact.value, m.Key("value"));
  AppendLinksJson(read, fact, m.Key("links"));
  AppendConfidence(fact.confidence, m.Key("confidence"));
  m.Word("rule", fact.rule);
  m.Close();
}

void FactJsonWriter::Append(const ArticleFacts& read, std::string* out) {
  if (per_ == Per::kArticle) {
    BuildArticle(read, &article_);
    out->append(article_, 0, article_.size() - 1).append(",\"facts\":[");
  } else if (!read.facts.empty()) {
    BuildArticle(read, &article_);
  }
  uint32_t built = UINT32_MAX;
  bool first = true;
  for (const Fact& fact : read.facts) {
    if (!filter_.Keeps(fact)) continue;
    if (fact.sentence != built) BuildSentence(read, built = fact.sentence, &sentence_);
    if (per_ == Per::kArticle && !first) out->push_back(',');
    first = false;
    AppendRecord(read, fact, out);
    if (per_ == Per::kFact) out->push_back('\n');
  }
  if (per_ == Per::kArticle) out->append("]}\n");
}

}  // namespace factline
