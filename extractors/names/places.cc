#include "extractors/names/places.h"

namespace factline {
namespace {

constexpr float kSure = 0.95f;
constexpr size_t kZipDigits = 5;

bool IsNameWord(const Reading& reading, uint32_t i) {
  return reading.token(i).is_word() && reading.token(i).capitalized();
}

// Whether the bracket closes behind the code at token `i`, or behind the number
// of a district that a hyphen hangs on it.
bool BracketCloses(const Reading& reading, const Span& sentence, uint32_t i) {
  uint32_t at = i + 1;
  if (at + 1 < sentence.end && reading.token(at).is_hyphen() && reading.token(at + 1).is_number()) {
    at += 2;
  }
  return at < sentence.end && reading.token(at).is(')');
}

// "(OR)", "(D-OR)", "(OR-3)" behind a name.
bool IsOfMember(const Reading& reading, const Span& sentence, uint32_t i) {
  if (!BracketCloses(reading, sentence, i)) return false;
  uint32_t open = i - 1;
  bool party = open >= sentence.begin + 2 && reading.token(open).is_hyphen() &&
               reading.Text(open - 1).size() == 1;
  if (party) open -= 2;
  return open > sentence.begin && reading.token(open).is('(') && IsNameWord(reading, open - 1);
}

// "Salem, OR 97301".
bool IsOfAddress(const Reading& reading, const Span& sentence, uint32_t i) {
  return i >= sentence.begin + 2 && reading.token(i - 1).is(',') && IsNameWord(reading, i - 2) &&
         i + 1 < sentence.end && reading.token(i + 1).is_number() &&
         reading.Text(i + 1).size() == kZipDigits;
}

}  // namespace

void AppendPostalPlaces(const Reading& reading, const Span& sentence,
                        std::vector<Candidate>* found) {
  for (uint32_t i = sentence.begin + 1; i + 1 < sentence.end; ++i) {
    if (!reading.Has(i, Role::postal_code)) continue;
    if (!IsOfMember(reading, sentence, i) && !IsOfAddress(reading, sentence, i)) continue;
    uint32_t row = reading.At(i, Role::postal_code).row.index();
    found->push_back({FactType::kLocation, {i, i + 1}, kSure, "location.postal-code", row});
  }
}

}  // namespace factline
