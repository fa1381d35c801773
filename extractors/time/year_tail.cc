#include "extractors/time/year_tail.h"

#include "extractors/time/month_date.h"

namespace factline {
namespace {

// "last year", "this year", "the year": from the unit's determiner at token `i`.
YearTail ReadRelativeYear(const TimePlace& p, uint32_t i) {
  TimeUse word = p.words.At(p.reading, i, Role::time_word);
  int32_t direction = 0;
  uint32_t unit = i;
  if (word.Is(TimeClass::kDeictic)) {
    direction = word.word->value;
    unit = i + word.tokens;
  } else if (p.Is(i, "the") || p.Is(i, "a")) {
    unit = i + 1;
  } else {
    return {};
  }
  TimeUse year = p.words.At(p.reading, unit, Role::time_unit);
  if (!year || year.word->grain != Grain::kYear || year.word->plural || year.word->is_period) {
    return {};
  }
  uint32_t end = unit + year.tokens;
  if (!p.InSentence(end - 1)) return {};
  if (p.Is(i, "a")) {
    TimeUse after = p.words.At(p.reading, end, Role::time_word);
    if (!after.Is(TimeClass::kAfter) || after.word->value > 0) return {};
    direction = -1;
    end += after.tokens;
  }
  auto now = p.Now(Grain::kYear);
  return {end, now ? now->year + direction : 0, true, year.word->fiscal};
}

}  // namespace

YearTail ReadYearTail(const TimePlace& p, uint32_t i) {
  uint32_t at = i;
  if (!p.InSentence(at)) return {};
  if (p.reading.token(at).is(',')) {
    int32_t year = YearInDate(p.reading, p.words, at + 1, p.sentence.end);
    return year != 0 ? YearTail{at + 2, year, false, false} : YearTail{};
  }
  if (p.Is(at, "of") || p.Is(at, "in")) ++at;
  if (!p.InSentence(at)) return {};
  bool fiscal = false;
  uint32_t number = at;
  if (p.Is(number, "the")) ++number;
  TimeUse word = p.words.At(p.reading, number, Role::time_word);
  if (word.Is(TimeClass::kFiscal)) {
    number += word.tokens;
    if (p.Is(number, "year")) ++number;
    fiscal = true;
  } else {
    number = at;
  }
  int32_t year = YearInDate(p.reading, p.words, number, p.sentence.end);
  if (year != 0) return {number + 1, year, false, fiscal};
  if (p.Is(at, "the") && at == i) return {};
  return ReadRelativeYear(p, at);
}

uint32_t EdgeBefore(const TimePlace& p, uint32_t begin) {
  if (!p.FreeBefore(begin, "of") || begin < p.done + 2) return 0;
  if (!p.words.At(p.reading, begin - 2, Role::time_word).Is(TimeClass::kEdge)) return 0;
  return p.FreeBefore(begin - 2, "the") ? 3 : 2;
}

}  // namespace factline
