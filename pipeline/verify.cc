#include "pipeline/verify.h"

#include "corpus/text/digest.h"

namespace factline {
namespace {

std::string Misplaced(const std::string& what, const StoredSpan& span) {
  return what + " is not at " + std::to_string(span.start) + "–" + std::to_string(span.end);
}

bool StandsThere(const CharIndex& chars, const StoredSpan& span) {
  return chars.Slice(span.start, span.end) == std::string_view(span.text);
}

}  // namespace

void Verifier::AddArticle(const Article& article) {
  char hex[64];
  Sha256Hex(article.text, hex);
  auto& text = texts_[std::string(hex, sizeof hex)];
  if (text == nullptr) text = std::make_unique<Text>(article.text);
  if (!article.id.empty()) text->ids.emplace(article.id);
}

std::string Verifier::Check(const StoredRecord& record) const {
  auto at = texts_.find(record.sha256);
  if (at == texts_.end()) return "no article has this sha256";
  const Text& article = *at->second;
  if (!article.ids.empty() && article.ids.count(record.article_id) == 0) {
    return "the article with this sha256 has another id";
  }
  if (record.text.empty() || !StandsThere(article.chars, record)) {
    return Misplaced("the text", record);
  }
  if (!record.bytes || (*record.bytes)[0] != article.chars.ByteOf(record.start) ||
      (*record.bytes)[1] != article.chars.ByteOf(record.end)) {
    return "bytes is not the span of the text";
  }
  if (!record.sentence || !StandsThere(article.chars, *record.sentence)) {
    return Misplaced("the sentence", record.sentence.value_or(StoredSpan{}));
  }
  if (record.start < record.sentence->start || record.end > record.sentence->end) {
    return "the fact does not lie in its sentence";
  }
  for (const StoredLink& link : record.links) {
    if (!StandsThere(article.chars, link)) return Misplaced("a link's text", link);
    if (link.cue && !StandsThere(article.chars, *link.cue)) return Misplaced("a cue", *link.cue);
  }
  return {};
}

}  // namespace factline
