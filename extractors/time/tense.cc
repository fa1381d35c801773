// The tense of a verb group, found without parsing: walk away from the time and
// stop at the first word that settles it.
//
//   "The trial is set to begin on Wednesday"     begin, to, set (+ to): future
//   "a bill expected to be signed on Friday"     signed (after "be"), be (after "to"): future
//   "Putin said on Friday that Russia will ..."  said, at distance 1: past
//
// Cost: at most kReach tokens on each side.  Tested in tests/extractors/time_tense_test.cc.

#include "extractors/time/tense.h"

namespace factline {
namespace {

constexpr int kReach = 24;         // tokens
constexpr int kCommaCost = 4;      // tokens' worth of distance
constexpr int kRightwardCost = 2;  // English mostly puts the time after its verb

struct Finding {
  Tense tense = Tense::kUnknown;
  int distance = 1000;
};

class TenseFinder {
 public:
  TenseFinder(const Reading& reading, const TimeWords& words, const Span& phrase,
              const Span& sentence)
      : r_(reading), words_(words), phrase_(phrase), sentence_(sentence) {}

  Tense Find() const {
    Finding before = Walk(-1), after = Walk(1);
    return before.distance <= after.distance ? before.tense : after.tense;
  }

 private:
  Finding Walk(int step) const {
    Finding found;
    int distance = step > 0 ? kRightwardCost : 0;
    int64_t i = step > 0 ? phrase_.end : int64_t{phrase_.begin} - 1;
    for (int n = 0; n < kReach; ++n, i += step) {
      if (i < sentence_.begin || i >= sentence_.end) break;
      auto token = static_cast<uint32_t>(i);
      ++distance;
      if (r_.token(token).is(';')) break;
      if (r_.token(token).is(',') || r_.token(token).is_quote()) distance += kCommaCost;
      Tense tense = TenseOf(token);
      if (tense == Tense::kUnknown) continue;
      return {tense, distance};
    }
    return found;
  }

  bool IsBe(uint32_t i) const {
    return i < sentence_.end && words_.At(r_, i, Role::tense).Is(TimeClass::kBe);
  }
  bool AfterBe(uint32_t i) const {
    if (i > sentence_.begin && IsBe(i - 1)) return true;
    if (i > sentence_.begin + 1 && IsBe(i - 2)) return true;
    // "to be done and declared".
    return i > sentence_.begin + 2 && IsBe(i - 3) && r_.Is(i - 1, "and");
  }
  bool AfterTo(uint32_t i) const { return i > sentence_.begin && r_.Is(i - 1, "to"); }

  Tense TenseOf(uint32_t i) const {
    if (!r_.token(i).is_word()) return Tense::kUnknown;
    TimeUse use = words_.At(r_, i, Role::tense);
    if (!use) {
      // "followed by talks on Wednesday" goes with the verb before it.
      bool participle = r_.Is(i + 1, "by") || r_.Is(i + 1, "with");
      return EndsInEd(i) && !participle && !AfterBe(i) && !AfterTo(i) ? Tense::kPast
                                                                      : Tense::kUnknown;
    }
    switch (use.word->cls) {
      case TimeClass::kFuture:
        return Tense::kFuture;
      case TimeClass::kPlan:
        if (r_.Is(i + 1, "to") || r_.Is(i + 1, "for")) return Tense::kFuture;
        return EndsInEd(i) && !AfterBe(i) ? Tense::kPast : Tense::kUnknown;
      case TimeClass::kBe:
        return AfterTo(i) ? Tense::kFuture : Tense::kUnknown;
      case TimeClass::kPresent:
        return r_.Is(i + 1, "to") && (r_.Is(i, "is") || r_.Is(i, "are")) ? Tense::kFuture
                                                                         : Tense::kUnknown;
      default:
        return AfterBe(i) || AfterTo(i) ? Tense::kUnknown : Tense::kPast;
    }
  }

  bool EndsInEd(uint32_t i) const {
    if (r_.token(i).shape != Shape::kLower) return false;
    std::string_view text = r_.Text(i);
    return text.size() > 4 && text.substr(text.size() - 2) == "ed" && text[text.size() - 3] != 'e';
  }

  const Reading& r_;
  const TimeWords& words_;
  const Span& phrase_;
  const Span& sentence_;
};

}  // namespace

Tense TenseAround(const Reading& reading, const TimeWords& words, const Span& phrase,
                  const Span& sentence) {
  return TenseFinder(reading, words, phrase, sentence).Find();
}

}  // namespace factline
