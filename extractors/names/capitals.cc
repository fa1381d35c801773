#include "extractors/names/capitals.h"

#include <algorithm>

namespace factline {
namespace {

// Words of fewer letters are small even in headlines ("of", "and", "the").
constexpr uint32_t kLongWord = 4;

constexpr RoleSet kGrammar =
    Bits(Role::determiner, Role::preposition, Role::pronoun, Role::conjunction, Role::auxiliary);
constexpr RoleSet kWords = Bits(Role::verb, Role::adverb, Role::adjective, Role::noun) | kGrammar;

}  // namespace

bool IsInitial(const Reading& reading, uint32_t i) {
  const Token& t = reading.token(i);
  if (!t.is_word() || !t.capitalized()) return false;
  return t.bytes.size() == 1 || (t.abbreviation && reading.Text(i)[1] == '.');
}

Capitals::Capitals(const Lexicon& lexicon)
    : function_words_(lexicon, Role::not_name, "kind", "function") {}

Casing Capitals::CasingOf(const Reading& reading, const Sentence& sentence) const {
  uint32_t lower = 0, capital = 0, upper = 0;
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& t = reading.token(i);
    if (!t.is_word() || t.bytes.size() < kLongWord) continue;
    if (t.shape == Shape::kLower)
      ++lower;
    else if (t.shape == Shape::kUpper)
      ++upper;
    else
      ++capital;
  }
  uint32_t all = lower + capital + upper;
  if (upper >= 2 && upper * 5 >= all * 4) return Casing::kUpper;
  if (all >= 5 && (capital + upper) * 5 >= all * 4) {
    return reading.token(sentence.tokens.end - 1).is('.') ? Casing::kSentence : Casing::kTitle;
  }
  return Casing::kSentence;
}

bool Capitals::Begins(const Reading& reading, uint32_t i) {
  if (i == 0) return true;
  const Token& before = reading.token(i - 1);
  if (before.is_quote() || before.is('(') || before.is(':') || before.is('*')) return true;
  if (reading.token(i).blank_before) return true;
  const Document& document = reading.document();
  return document.sentences[document.SentenceOf(i)].tokens.begin == i;
}

bool Capitals::IsNameWord(const Reading& reading, uint32_t i) const {
  const Token& t = reading.token(i);
  if (!t.is_word() || !t.capitalized() || t.clitic) return false;
  if (!reading.HasAny(i, Bit(Role::not_name) | kGrammar)) return true;
  Sense sense = reading.At(i, Role::not_name);
  bool function =
      reading.HasAny(i, kGrammar) || (sense && sense.tokens == 1 && function_words_[sense.row]);
  if (!function) return true;
  // "Will Smith" but not "Will he come".
  bool named = reading.HasAny(i, Bits(Role::first_name, Role::surname));
  return named && i + 1 < reading.size() && t.shape != Shape::kUpper &&
         reading.HasAny(i + 1, Bits(Role::first_name, Role::surname)) &&
         reading.token(i + 1).capitalized();
}

bool Capitals::JoinsByHyphen(const Reading& reading, uint32_t hyphen, uint32_t end) const {
  const Token& h = reading.token(hyphen);
  if (!h.is_hyphen() || h.space_before || hyphen + 1 >= end) return false;
  const Token& after = reading.token(hyphen + 1);
  if (after.space_before || !after.is_word()) return false;
  if (after.capitalized()) return true;
  // "Dae-jung" but not "Moscow-based".
  return after.bytes.size() <= 6 && !reading.HasAny(hyphen + 1, kWords) &&
         !reading.HasAny(hyphen - 1, Bits(Role::place, Role::country, Role::organization));
}

uint32_t Capitals::RunEnd(const Reading& reading, uint32_t begin, uint32_t end) const {
  uint32_t i = begin + 1;
  while (i < end) {
    const Token& t = reading.token(i);
    if (IsNameWord(reading, i)) {
      ++i;
    } else if (JoinsByHyphen(reading, i, end)) {
      i += 2;
    } else if (t.is('&') && i + 1 < end && IsNameWord(reading, i + 1)) {
      i += 2;
    } else if (reading.Has(i, Role::name_particle) && t.shape == Shape::kLower && !t.clitic) {
      uint32_t j = i + 1;
      if (j < end && reading.Has(j, Role::name_particle)) ++j;
      // "al-Assad", "el-Sisi".
      if (j < end && reading.token(j).is_hyphen() && !reading.token(j).space_before) ++j;
      if (j >= end || !IsNameWord(reading, j)) return i;
      i = j + 1;
    } else {
      return i;
    }
  }
  return end;
}

void Capitals::AppendRuns(const Reading& reading, const Sentence& sentence,
                          std::vector<Span>* runs) const {
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
    const Token& t = reading.token(i);
    uint32_t first = i;
    // "al-Maliki", "bin Laden" begin with a small word.
    if (t.shape == Shape::kLower && reading.Has(i, Role::name_particle) &&
        i + 1 < sentence.tokens.end) {
      uint32_t j = i + 1;
      if (reading.token(j).is_hyphen() && !reading.token(j).space_before) ++j;
      bool joined = j > i + 1 || reading.Is(i, "bin") || reading.Is(i, "al") ||
                    reading.Is(i, "el") || reading.Is(i, "van") || reading.Is(i, "von") ||
                    reading.Is(i, "de");
      if (joined && j < sentence.tokens.end && IsNameWord(reading, j)) first = j;
    }
    if (!IsNameWord(reading, first)) {
      ++i;
      continue;
    }
    uint32_t end = RunEnd(reading, first, sentence.tokens.end);
    runs->push_back({i, end});
    i = end;
  }
}

}  // namespace factline
