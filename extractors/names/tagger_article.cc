// What the article says its names are: "Velmora is a Portuguese manufacturer of
// kettles", "Ms. Reyes, a spokeswoman for the union", "magazines such as Cambio".

#include <algorithm>

#include "extractors/names/tagger_traits.h"

namespace factline::tagger {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

bool IsCopula(const Reading& reading, uint32_t i) {
  return reading.Is(i, "is") || reading.Is(i, "was") || reading.Is(i, "are") ||
         reading.Is(i, "were");
}

bool IsArticle(const Reading& reading, uint32_t i) {
  return reading.Is(i, "a") || reading.Is(i, "an") || reading.Is(i, "the") || reading.Is(i, "one");
}

// The noun that a description from token `i` on comes down to: "manufacturer" of
// "a major Portuguese manufacturer of kettles".
uint32_t HeadFrom(const Reading& reading, uint32_t i, uint32_t end) {
  constexpr uint32_t kLongest = 10;
  constexpr RoleSet kNominal = Bits(Role::noun, Role::adjective, Role::occupation, Role::title);
  constexpr RoleSet kStops =
      Bits(Role::preposition, Role::conjunction, Role::pronoun, Role::auxiliary);
  uint32_t head = kNone;
  end = std::min(end, i + kLongest);
  for (; i < end; ++i) {
    const Token& token = reading.token(i);
    if (token.is_hyphen() || token.is_quote() || token.is_number()) continue;
    if (!token.is_word() || token.clitic) break;
    if (token.shape != Shape::kLower) continue;
    RoleSet roles = reading.lexed(i).roles;
    if (roles & Bits(Role::determiner)) continue;
    if ((roles & kStops) || ((roles & Bits(Role::verb)) && !(roles & kNominal))) break;
    head = i;
  }
  return head;
}

// The head of what describes the name that ends before token `i`, or kNone.
uint32_t DescriptionOf(const Reading& reading, uint32_t i, uint32_t end) {
  constexpr uint32_t kLongestBracket = 40;
  if (i < end && reading.token(i).is('(')) {
    uint32_t close = i;
    uint32_t last = std::min(end, i + kLongestBracket);
    while (close < last && !reading.token(close).is(')')) ++close;
    i = close + 1;
  }
  if (i + 2 >= end) return kNone;
  if (reading.token(i).is(',')) {
    if (reading.token(i + 1).shape != Shape::kLower) return kNone;
  } else if (!IsCopula(reading, i) || !IsArticle(reading, i + 1)) {
    return kNone;
  }
  return HeadFrom(reading, i + 1, end);
}

bool IsPlainNoun(const Reading& reading, uint32_t i) {
  constexpr RoleSet kOthers =
      Bits(Role::preposition, Role::conjunction, Role::pronoun, Role::auxiliary, Role::determiner,
           Role::verb, Role::adverb, Role::speech_verb, Role::name_particle);
  constexpr RoleSet kNominal = Bits(Role::noun, Role::occupation, Role::title);
  const Token& token = reading.token(i);
  if (!token.is_word() || token.clitic || token.shape != Shape::kLower) return false;
  RoleSet roles = reading.lexed(i).roles;
  return (roles & kNominal) || !(roles & kOthers);
}

// "firms" of "firms such as Acme, Globex and Initech" for each of the three, and "maker" of "the
// maker Acme".
uint32_t ClassBefore(const Reading& reading, uint32_t begin, uint32_t first) {
  constexpr uint32_t kLongestList = 24;
  if (begin <= first) return kNone;
  uint32_t at = begin - 1;
  if (IsPlainNoun(reading, at)) return at;
  uint32_t least = begin - std::min(begin - first, kLongestList);
  while (at > least) {
    const Token& token = reading.token(at);
    bool listed = token.capitalized() || token.is(',') || token.is_quote() || token.is_hyphen() ||
                  reading.Is(at, "and") || reading.Is(at, "or") || token.is('&');
    if (!listed) break;
    --at;
  }
  if (at <= first) return kNone;
  if (reading.Is(at, "as") && reading.Is(at - 1, "such")) {
    --at;
  } else if (!reading.Is(at, "like") && !reading.Is(at, "including")) {
    return kNone;
  }
  if (at == first) return kNone;
  --at;
  if (reading.token(at).is(',') && at > first) --at;
  return IsPlainNoun(reading, at) ? at : kNone;
}

}  // namespace

// Of several descriptions of a word the first stands.
void Traits::DescribeWords() {
  heads_.assign(word_count_, Head());
  for (const Run& run : runs_) {
    const Span& sentence = reading_->document().sentences[run.sentence].tokens;
    Span named{capitals_[run.end - 1].begin, run.end};
    uint32_t head = DescriptionOf(*reading_, run.end, sentence.end);
    if (head == kNone) {
      named = {run.begin, capitals_[run.begin].end};
      head = ClassBefore(*reading_, run.begin, sentence.begin);
    } else if (run.begin <= sentence.begin + 1) {
      named.begin = run.begin;
    }
    if (head == kNone) continue;
    Head said;
    said.form = HashBytes(reading_->Text(head));
    said.classes = FindClass(classes_, said.form);
    for (uint32_t i = named.begin; i < named.end; ++i) {
      if (!(state_[i] & kCapitalBit)) continue;
      Head& of = heads_[words_[i]];
      if (of.form == 0) of = said;
    }
  }
}

}  // namespace factline::tagger
