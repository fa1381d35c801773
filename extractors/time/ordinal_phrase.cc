#include "extractors/time/ordinal_phrase.h"

#include "extractors/time/month_date.h"
#include "extractors/time/placement.h"
#include "extractors/time/year_tail.h"

namespace factline {
namespace {

constexpr int32_t kFinal = 4;  // "final" as time_words.tsv has it

// The number of the ordinal that ends before token `*begin`, which is moved to
// its own; 0 where there is none.
int32_t OrdinalBefore(const TimePlace& p, uint32_t* begin) {
  TimeUse word = p.words.Before(p.reading, *begin, Role::time_word);
  if (word.Is(TimeClass::kOrdinal) && *begin >= p.done + word.tokens) {
    *begin -= word.tokens;
    return word.word->value;
  }
  if (*begin < p.done + 2) return 0;
  uint32_t suffix = *begin - 1;
  bool is_suffix =
      !p.reading.token(suffix).space_before &&
      (p.Is(suffix, "th") || p.Is(suffix, "st") || p.Is(suffix, "nd") || p.Is(suffix, "rd"));
  auto number = is_suffix ? ShortNumber(p.reading.Text(suffix - 1)) : std::nullopt;
  if (!number) return 0;
  *begin = suffix - 1;
  return *number;
}

// "21st-century schools" says how modern they are, not when: "the" must stand there.
std::optional<TimePhrase> ReadCentury(const TimePlace& p, const TimeUse& use, const Span& unit,
                                      int32_t index, uint32_t begin) {
  if (index < 10 || index > 21 || !p.FreeBefore(begin, "the")) return std::nullopt;
  TimePhrase phrase;
  phrase.row = use.row;
  phrase.tokens = {begin - 1, unit.end};
  phrase.period = Period{Grain::kCentury, {(index - 1) * 100 + 1, 1, 1}, {}};
  phrase.rule = "time.century";
  phrase.confidence = 0.95f;
  return phrase;
}

// "the third quarter ended March 31, 2003": the year, and that the quarter is one
// of a year of accounts where it does not end with the calendar's.
int32_t YearOfEnd(const TimePlace& p, uint32_t i, int32_t last_month, TimePhrase* phrase) {
  if (!p.IsAnyOf(i, {"ended", "ending"}) || !p.InSentence(i + 1)) return 0;
  if (!p.reading.Has(i + 1, Role::month)) return 0;
  MonthDate end = ReadMonthDate(p.reading, p.words, i + 1, i + 1, p.sentence.end);
  phrase->fiscal = end.month != last_month;
  return end.year;
}

}  // namespace

std::optional<TimePhrase> ReadOrdinalPhrase(const TimePlace& p, const TimeUse& use,
                                            const Span& unit, uint32_t end) {
  Grain grain = use.word->grain;
  bool parts = grain == Grain::kQuarter || grain == Grain::kHalf;
  if ((!parts && grain != Grain::kCentury) || use.word->plural) return std::nullopt;
  uint32_t begin = end;
  int32_t index = OrdinalBefore(p, &begin);
  if (index == 0) return std::nullopt;
  if (!parts) return ReadCentury(p, use, unit, index, begin);
  return ReadPartOfYear(p, use, unit, index, begin);
}

std::optional<TimePhrase> ReadPartOfYear(const TimePlace& p, const TimeUse& use, const Span& unit,
                                         int32_t index, uint32_t begin) {
  Grain grain = use.word->grain;
  bool half = grain == Grain::kHalf;
  YearTail tail = ReadYearTail(p, unit.end);
  if (half && index == kFinal) index = 2;
  if (index > (half ? 2 : 4)) return std::nullopt;
  // A half without its year is one of a game.
  if (half && (tail.end == 0 || p.reading.token(unit.end).is(','))) return std::nullopt;
  TimePhrase phrase;
  phrase.row = use.row;
  phrase.grain = grain;
  phrase.tokens = {p.FreeBefore(begin, "the") ? begin - 1 : begin, unit.end};
  phrase.rule = "time.quarter";
  phrase.confidence = 0.88f;
  int32_t month = (index - 1) * (half ? 6 : 3) + 1;
  std::optional<Period> part;
  if (int32_t year = tail.end == 0 ? YearOfEnd(p, unit.end, month + 2, &phrase) : 0) {
    phrase.period = Period{grain, {year, month, 1}, {}};
    return phrase;
  }
  if (tail.end == 0) {
    if (auto now = p.Now(Grain::kMonth)) {
      part = PlacePart(*now, grain, index, p.TenseOf(phrase.tokens));
    }
    Resolve(p, part, &phrase);
    return phrase;
  }
  phrase.tokens.end = tail.end;
  phrase.fiscal = tail.fiscal;
  if (tail.year != 0) part = Period{grain, {tail.year, month, 1}, {}};
  if (tail.relative)
    Resolve(p, part, &phrase);
  else
    phrase.period = part;
  return phrase;
}

std::optional<TimePhrase> ReadNamedDecade(const TimePlace& p, const TimeUse& use,
                                          const Span& unit) {
  bool the = p.FreeBefore(unit.begin, "the");
  bool mid = unit.begin > p.done + 1 && p.reading.token(unit.begin - 1).is_hyphen() &&
             p.Is(unit.begin - 2, "mid");
  bool led = p.FreeBefore(unit.begin, "early") || p.FreeBefore(unit.begin, "late") || mid;
  if (!the && !led) return std::nullopt;
  // "in her late sixties".
  if (!the && unit.begin >= p.done + 2 &&
      p.IsAnyOf(unit.begin - 2, {"his", "her", "their", "my"})) {
    return std::nullopt;
  }
  TimePhrase phrase;
  phrase.row = use.row;
  phrase.tokens = {the ? unit.begin - 1 : unit.begin, unit.end};
  phrase.period = Period{Grain::kDecade, {1900 + use.word->value, 1, 1}, {}};
  phrase.rule = "time.decade";
  phrase.confidence = 0.85f;
  return phrase;
}

}  // namespace factline
