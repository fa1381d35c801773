// A time found in a text, and what its readers know of the place it stands in.

#ifndef FACTLINE_EXTRACTORS_TIME_TIME_PHRASE_H_
#define FACTLINE_EXTRACTORS_TIME_TIME_PHRASE_H_

#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "extractors/time/anchor.h"
#include "extractors/time/period.h"
#include "extractors/time/tense.h"
#include "schemas/fact.h"

namespace factline {

struct TimePhrase {
  Span tokens;
  std::optional<Span> bytes;     // where it is a part of a token
  std::optional<Period> period;  // empty: no value, and `reason` says why
  Grain grain = Grain::kDay;     // of what it would be, where there is no value
  std::string_view timex;        // where it is not that of `period`: "P2W"
  bool known_year = true;
  bool relative = false;  // counted from a day of speaking or from another time
  Anchor by = Anchor::kNone;
  bool fiscal = false;
  bool moves_focus = true;  // what "a year earlier" may be counted from
  std::string_view reason;
  std::string_view rule;
  float confidence = 0;
  uint32_t row = UINT32_MAX;
};

// The time named last, from which "a year earlier" and "the next day" count.
struct TimeFocus {
  Period period;
  Anchor by = Anchor::kNone;
  uint32_t token = 0;  // where it ends; 0: there is none
};

// The place in hand.  `done` is the first token no phrase has taken yet.
struct TimePlace {
  const Reading& reading;
  const TimeWords& words;
  TimeAnchor anchor;
  std::array<TimeFocus, kGrains> focus;  // by grain, the one named last
  Span sentence;
  uint32_t done = 0;

  bool Is(uint32_t i, std::string_view lower) const { return reading.Is(i, lower); }
  bool IsAnyOf(uint32_t i, std::initializer_list<const char*> lower) const {
    for (const char* word : lower) {
      if (reading.Is(i, word)) return true;
    }
    return false;
  }
  bool InSentence(uint32_t i) const { return i < sentence.end; }
  // Token `end` - 1, where it is free, is `lower`.
  bool FreeBefore(uint32_t end, std::string_view lower) const {
    return end > done && reading.Is(end - 1, lower);
  }
  // The day of speaking, where it is known well enough for a time of `grain`.
  std::optional<Date> Now(Grain grain) const {
    bool too_vague = anchor.from_body && grain < Grain::kMonth;
    return too_vague ? std::nullopt : anchor.day;
  }
  // The time named last that is of `grain` or finer, where it stands near enough
  // to be counted from; else null.
  const TimeFocus* NearFocus(Grain grain) const {
    constexpr uint32_t kReach = 80;  // tokens before the sentence
    const TimeFocus* near = nullptr;
    for (int g = 0; g <= static_cast<int>(grain); ++g) {
      if (focus[g].token == 0 || focus[g].token + kReach < sentence.begin) continue;
      if (near == nullptr || focus[g].token > near->token) near = &focus[g];
    }
    return near;
  }
  Tense TenseOf(const Span& phrase) const { return TenseAround(reading, words, phrase, sentence); }
};

// Gives `phrase` a period counted from the day of speaking; with none, says that
// there is no day to count from.
inline void Resolve(const TimePlace& place, std::optional<Period> period, TimePhrase* phrase) {
  phrase->relative = true;
  phrase->period = period;
  phrase->by = period ? place.anchor.by : Anchor::kNone;
  if (!period) phrase->reason = "no_anchor";
}

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_TIME_PHRASE_H_
