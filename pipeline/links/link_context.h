// What the finders of links see of an article: its reading, the facts that
// stand, and which of them covers a token.
//
// A view; valid while the article is being analysed.  Reading it is free of
// side effects, links are added through Add().

#ifndef FACTLINE_PIPELINE_LINKS_LINK_CONTEXT_H_
#define FACTLINE_PIPELINE_LINKS_LINK_CONTEXT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/reading.h"
#include "pipeline/links/link_class.h"
#include "schemas/fact.h"

namespace factline {

inline constexpr uint32_t kNoMention = UINT32_MAX;

class LinkContext {
 public:
  // `mentions` and `facts` go by the same index; `over` has, for each token, the
  // index of the mention that covers it or kNoMention.  All must outlive this.
  LinkContext(const Reading& reading, const std::vector<Mention>& mentions,
              const std::vector<uint32_t>& over, std::vector<Fact>* facts)
      : reading_(reading), mentions_(mentions), over_(over), facts_(*facts) {}

  const Reading& reading() const { return reading_; }
  const std::vector<Mention>& mentions() const { return mentions_; }
  const Mention& mention(uint32_t index) const { return mentions_[index]; }

  // Index of the mention over `token`, or kNoMention.
  uint32_t Over(uint32_t token) const { return over_[token]; }
  // The mention over `token`, or null.
  const Mention* MentionOver(uint32_t token) const {
    return over_[token] == kNoMention ? nullptr : &mentions_[over_[token]];
  }

  const Sentence& sentence(uint32_t index) const {
    return reading_.document().sentences[facts_[index].sentence];
  }
  uint32_t SentenceIndex(uint32_t index) const { return facts_[index].sentence; }
  const std::vector<Link>& links(uint32_t index) const { return facts_[index].links; }

  // Links mention `from` to the mention `to`, found as `link_class` says.
  Link& Add(uint32_t from, LinkRole role, uint32_t to, LinkClass link_class) {
    Link& link = facts_[from].links.emplace_back();
    link.role = role;
    link.confidence = ConfidenceOf(link_class);
    link.bytes = facts_[to].bytes;
    link.chars = facts_[to].chars;
    link.fact = to;
    return link;
  }

  // Links mention `from` to words that are no fact.  REQUIRES: a span not empty.
  Link& Add(uint32_t from, LinkRole role, const Span& tokens, LinkClass link_class) {
    Link& link = facts_[from].links.emplace_back();
    link.role = role;
    link.confidence = ConfidenceOf(link_class);
    link.bytes = reading_.document().BytesOf(tokens.begin, tokens.end);
    link.chars = reading_.document().CharsOf(link.bytes);
    return link;
  }

 private:
  const Reading& reading_;
  const std::vector<Mention>& mentions_;
  const std::vector<uint32_t>& over_;
  std::vector<Fact>& facts_;
};

// Whether the count at token `i` is spoken of as known: "the two blasts", "their
// three children".
inline bool IsKnown(const LinkContext& context, uint32_t i) {
  static constexpr std::string_view kKnown[] = {"the", "their", "his",   "her",
                                                "its", "these", "those", "both"};
  if (i == 0) return false;
  for (std::string_view word : kKnown) {
    if (context.reading().Is(i - 1, word)) return true;
  }
  return context.reading().token(i - 1).clitic;
}

// Whether amount `m` is glued to what it describes: "a two-part letter", "a 48-acre
// farm".  That is so whenever and wherever.
inline bool IsAttribute(const LinkContext& context, const Mention& m) {
  const auto* quantity = std::get_if<QuantityValue>(&m.value);
  if (quantity == nullptr) return false;
  // "a 4.7-magnitude quake", "100-mph winds": of what happened.
  if (quantity->dimension == "speed" || quantity->dimension == "magnitude") return false;
  const Reading& reading = context.reading();
  auto glued = [&](uint32_t i) {
    return i + 1 < reading.size() && reading.token(i).is_hyphen() &&
           !reading.token(i).space_before && !reading.token(i + 1).space_before;
  };
  if (glued(m.tokens.end)) return true;
  return m.tokens.size() > 2 && glued(m.tokens.end - 2) &&
         reading.token(m.tokens.end - 1).is_word();
}

// Whether a fact of `type` is an amount: what links say the meaning of.
inline bool IsAmount(FactType type) {
  return type == FactType::kMoney || type == FactType::kPercent || type == FactType::kQuantity;
}
inline bool IsTime(FactType type) { return type == FactType::kYear || type == FactType::kDate; }
inline bool IsName(FactType type) { return type >= FactType::kCountry; }

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_LINK_CONTEXT_H_
