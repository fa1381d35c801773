#include "schemas/fact_json.h"

#include <algorithm>

#include "schemas/json_members.h"
#include "schemas/json_text.h"
#include "schemas/value_fields.h"

namespace factline {
namespace {

constexpr size_t kManyFacts = 1000;
constexpr size_t kUsualRecord = 1000;  // bytes, without the article

// The sixteen hexadecimal digits of a fact's identifier, in quotes.
struct QuotedId {
  char text[18];

  explicit QuotedId(uint64_t id) {
    text[0] = text[17] = '"';
    for (int k = 0; k < 16; ++k) text[1 + k] = "0123456789abcdef"[(id >> (60 - 4 * k)) & 15];
  }
  std::string_view quoted() const { return {text, sizeof text}; }
  std::string_view digits() const { return {text + 1, 16}; }
};

std::string_view Slice(std::string_view text, const Span& bytes) {
  return text.substr(bytes.begin, bytes.size());
}

void AppendLink(const ArticleFacts& read, const Link& link, std::string* out) {
  std::string_view text = read.article->text;
  JsonMembers m(out);
  m.Word("role", Name(link.role));
  if (link.fact) m.Raw("fact", QuotedId(read.facts[*link.fact].id).quoted());
  m.Text("text", Slice(text, link.bytes));
  m.Integer("start", link.chars.begin);
  m.Integer("end", link.chars.end);
  if (link.cue_bytes) {
    m.Open("cue");
    m.Integer("start", link.cue_chars.begin);
    m.Integer("end", link.cue_chars.end);
    m.Text("text", Slice(text, *link.cue_bytes));
    m.Close();
  }
  AppendConfidence(link.confidence, m.Key("confidence"));
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
  m.TextIfAny("group", article.group);
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

void AppendFactId(uint64_t id, std::string* out) { out->append(QuotedId(id).digits()); }

void AppendConfidence(float confidence, std::string* out) {
  int hundredths = std::clamp(static_cast<int>(confidence * 100 + 0.5f), 0, 100);
  const char text[4] = {hundredths == 100 ? '1' : '0', '.',
                        static_cast<char>('0' + hundredths / 10 % 10),
                        static_cast<char>('0' + hundredths % 10)};
  out->append(text, sizeof text);
}

void AppendValueJson(FactType type, const Value& value, std::string* out) {
  JsonMembers m(out);
  VisitFields(type, value, &m);
  m.Close();
}

void AppendLinksJson(const ArticleFacts& read, const Fact& fact, const RecordFilter& filter,
                     std::string* out) {
  out->push_back('[');
  for (const Link& link : fact.links) {
    if (!filter.Keeps(link)) continue;
    if (out->back() != '[') out->push_back(',');
    AppendLink(read, link, out);
  }
  out->push_back(']');
}

void FactJsonWriter::AppendRecord(const ArticleFacts& read, const Fact& fact, std::string* out) {
  JsonMembers m(out);
  m.Raw("id", QuotedId(fact.id).quoted());
  m.Word("type", Name(fact.type));
  m.Text("text", Slice(read.article->text, fact.bytes));
  m.Integer("start", fact.chars.begin);
  m.Integer("end", fact.chars.end);
  m.Integers("bytes", fact.bytes.begin, fact.bytes.end);
  if (per_ == Per::kFact) m.Key("article")->append(article_);
  m.Key("sentence")->append(sentence_);
  m.Open("value");
  VisitFields(fact.type, fact.value, &m);
  m.Close();
  if (fact.links.empty()) {
    m.Raw("links", "[]");
  } else {
    AppendLinksJson(read, fact, filter_, m.Key("links"));
  }
  AppendConfidence(fact.confidence, m.Key("confidence"));
  m.Word("rule", fact.rule);
  m.Close();
}

void FactJsonWriter::Append(const ArticleFacts& read, std::string* out) {
  if (per_ == Per::kArticle) {
    BuildArticle(read, &article_);
    out->append(article_, 0, article_.size() - 1);
    if (with_text_) {
      out->append(",\"text\":");
      AppendJsonString(read.article->text, out);
    }
    out->append(",\"facts\":[");
  } else if (!read.facts.empty()) {
    BuildArticle(read, &article_);
  }
  // So that the text of a very long article's records grows by what they need.
  if (read.facts.size() > kManyFacts) {
    out->reserve(out->size() + read.facts.size() * (article_.size() + kUsualRecord));
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
