#include "extractors/names/capitals.h"

namespace factline {
namespace {

// Words of fewer bytes are small even in headlines ("of", "and", "the").
constexpr uint32_t kLongWord = 4;

// Fewer long words than these do not show how a line is written.
constexpr uint32_t kFewWords = 5;

constexpr RoleSet kGrammar =
    Bits(Role::determiner, Role::preposition, Role::pronoun, Role::conjunction, Role::auxiliary);
constexpr RoleSet kNames = Bits(Role::first_name, Role::surname);

}  // namespace

Capitals::Capitals(const Lexicon& lexicon)
    : function_words_(lexicon, Role::not_name, "kind", "function") {}

bool Capitals::MeanNames(const Reading& reading, const Sentence& sentence) {
  uint32_t lower = 0, capital = 0;
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& t = reading.token(i);
    if (!t.is_word() || t.bytes.size() < kLongWord) continue;
    ++(t.shape == Shape::kLower ? lower : capital);
  }
  return lower + capital < kFewWords || capital < 4 * lower;
}

bool Capitals::IsNameWord(const Reading& reading, uint32_t i) const {
  const Token& t = reading.token(i);
  if (!t.is_word() || !t.capitalized() || t.clitic) return false;
  if (!reading.HasAny(i, Bit(Role::not_name) | kGrammar)) return true;
  bool function = reading.HasAny(i, kGrammar);
  if (!function) {
    Sense sense = reading.At(i, Role::not_name);
    function = sense && sense.tokens == 1 && function_words_[sense.row];
  }
  return !function || (reading.HasAny(i, kNames) && i + 1 < reading.size() &&
                       reading.token(i + 1).capitalized() && reading.HasAny(i + 1, kNames));
}

}  // namespace factline
