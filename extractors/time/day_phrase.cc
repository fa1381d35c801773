#include "extractors/time/day_phrase.h"

#include "extractors/time/month_date.h"
#include "extractors/time/placement.h"
#include "extractors/time/year_tail.h"

namespace factline {
namespace {

// "Friday, May 3" is read as one from its weekday; the month's token, or 0.
uint32_t MonthAfterWeekday(const TimePlace& p, uint32_t weekday) {
  constexpr uint32_t kReach = 7;  // "Friday., the 3rd of May"
  for (uint32_t i = weekday + 1; i < p.sentence.end && i <= weekday + kReach; ++i) {
    if (p.reading.Has(i, Role::month)) return i;
    const Token& t = p.reading.token(i);
    bool leads = t.is_number() || t.is(',') || t.is('.') || t.is_hyphen() || p.Is(i, "the") ||
                 p.Is(i, "of") || p.Is(i, "th") || p.Is(i, "st") || p.Is(i, "nd") || p.Is(i, "rd");
    if (!leads) return 0;
  }
  return 0;
}

uint32_t PartAfter(const TimePlace& p, uint32_t i) {
  if (!p.InSentence(i)) return 0;
  TimeUse part = p.words.At(p.reading, i, Role::time_word);
  return part.Is(TimeClass::kPart) && part.tokens == 1 ? 1 : 0;
}

// Whether the last quotation mark before token `i` opens.
bool IsQuoted(const TimePlace& p, uint32_t i) {
  constexpr uint32_t kReach = 60;  // tokens; longer quotations are rare
  for (uint32_t k = i, n = 0; k > 0 && n < kReach; --k, ++n) {
    const Token& t = p.reading.token(k - 1);
    if (!t.is_quote()) continue;
    if (t.is('"')) return t.space_before && !p.reading.token(k).space_before;
    return t.is(kOpenQuote);
  }
  return false;
}

bool IsRecurring(const TimePlace& p, uint32_t i) {
  return p.FreeBefore(i, "every") || p.FreeBefore(i, "each") || p.FreeBefore(i, "any");
}

// "Tuesday of last week", "Monday next week": weeks from now, and its tokens.
struct WeekTail {
  uint32_t end = 0;
  int32_t direction = 0;
};
WeekTail ReadWeekTail(const TimePlace& p, uint32_t i) {
  if (p.Is(i, "of")) ++i;
  if (!p.InSentence(i)) return {};
  TimeUse word = p.words.At(p.reading, i, Role::time_word);
  if (!word.Is(TimeClass::kDeictic)) return {};
  uint32_t unit = i + word.tokens;
  TimeUse week = p.words.At(p.reading, unit, Role::time_unit);
  if (!week || week.word->grain != Grain::kWeek || week.word->plural) return {};
  return {unit + week.tokens, word.word->value};
}

std::optional<Date> DayOfWeekday(const TimePlace& p, Weekday weekday, TimePhrase* phrase) {
  TimeUse word = p.words.Before(p.reading, phrase->tokens.begin, Role::time_word);
  bool free = word && phrase->tokens.begin >= p.done + word.tokens;
  auto now = p.Now(Grain::kDay);
  // "the following Monday"; without "the" it is a preposition.
  bool named = free && (word.tokens > 1 || p.Is(phrase->tokens.begin - 1, "that") ||
                        p.FreeBefore(phrase->tokens.begin - 1, "the"));
  if (named && word.Is(TimeClass::kAnaphoric) && p.NearFocus(Grain::kDay) != nullptr) {
    phrase->tokens.begin -= word.tokens;
    const Date& from = p.NearFocus(Grain::kDay)->period.begin;
    return PlaceWeekdayBy(from, weekday, word.word->value);
  }
  if (free && (word.Is(TimeClass::kDeictic) || word.Is(TimeClass::kWindow))) {
    phrase->tokens.begin -= word.tokens;
    if (!now) return std::nullopt;
    Tense tense = word.word->value == 0 ? p.TenseOf(phrase->tokens) : Tense::kUnknown;
    if (tense == Tense::kPast) return PlaceWeekday(*now, weekday, tense);
    return PlaceWeekdayBy(*now, weekday, word.word->value);
  }
  // "from Friday to Monday": the Monday after that Friday.
  const TimeFocus* before = p.NearFocus(Grain::kDay);
  uint32_t begin = phrase->tokens.begin;
  bool second = before != nullptr && before->token + 1 == begin && before->by != Anchor::kNone &&
                (p.Is(begin - 1, "to") || p.Is(begin - 1, "through") ||
                 p.reading.token(begin - 1).is_hyphen());
  if (second) return PlaceWeekday(PlusDays(before->period.begin, 1), weekday, Tense::kFuture);
  WeekTail tail = ReadWeekTail(p, phrase->tokens.end);
  if (tail.end != 0) {
    phrase->tokens.end = tail.end;
    if (!now) return std::nullopt;
    return PlusDays(MondayOf(*now), 7 * tail.direction + weekday - 1);
  }
  if (!now) return std::nullopt;
  return PlaceWeekday(*now, weekday, p.TenseOf(phrase->tokens));
}

// A holiday is a time where a preposition says "when": "on Christmas Day", "since
// Easter"; not "Christmas cards", "a love of Halloween", "Johnnie Christmas".
bool IsWhen(const TimePlace& p, uint32_t begin, uint32_t end) {
  if (p.InSentence(end) && !p.reading.token(end).space_before && p.reading.token(end).is_hyphen()) {
    return false;
  }
  if (ReadYearTail(p, end).end != 0) return true;
  if (p.reading.Has(end - 1, Role::weekday)) return true;  // "closed for Good Friday"
  uint32_t before = begin;
  if (before > p.sentence.begin && p.Is(before - 1, "the")) --before;
  // "on the Fourth of July"; of the others "the" makes a "Labor Day holiday".
  if (before != begin && !p.Is(begin + 1, "of")) return false;
  if (before > p.sentence.begin &&
      p.IsAnyOf(before - 1, {"on", "since", "until", "till", "by", "before", "after", "this",
                             "last", "next", "over", "around", "between", "from", "through"})) {
    return true;
  }
  // "on Christmas Day and Good Friday".
  return begin > 1 && begin - 1 == p.done && (p.Is(begin - 1, "and") || p.Is(begin - 1, "or"));
}

}  // namespace

std::optional<TimePhrase> ReadWeekdayPhrase(const TimePlace& p, uint32_t weekday) {
  TimeUse use = p.words.At(p.reading, weekday, Role::weekday);
  if (!use) return std::nullopt;
  if (uint32_t month = MonthAfterWeekday(p, weekday)) {
    auto dated = ReadMonthPhrase(p, month);
    if (dated && dated->tokens.begin == weekday) return dated;
  }
  if (use.Is(TimeClass::kShort) || IsRecurring(p, weekday)) return std::nullopt;
  TimePhrase phrase;
  phrase.row = use.row;
  phrase.tokens = {weekday, weekday + use.tokens};
  phrase.tokens.end += PartAfter(p, phrase.tokens.end);
  phrase.rule = "time.weekday";
  phrase.confidence = 0.96f;
  auto day = DayOfWeekday(p, use.word->value, &phrase);
  Resolve(p, day ? std::optional(Period{Grain::kDay, *day, {}}) : std::nullopt, &phrase);
  return phrase;
}

std::optional<TimePhrase> ReadDeicticDayPhrase(const TimePlace& p, uint32_t word) {
  TimeUse use = p.words.At(p.reading, word, Role::deictic_day);
  if (!use) return std::nullopt;
  // "day-to-day".
  if (word > 0 && !p.reading.token(word).space_before && p.reading.token(word - 1).is_hyphen()) {
    return std::nullopt;
  }
  TimePhrase phrase;
  phrase.row = use.row;
  phrase.tokens = {word, word + use.tokens};
  phrase.tokens.end += PartAfter(p, phrase.tokens.end);
  phrase.rule = "time.deictic-day";
  // Whoever is quoted spoke on a day of their own.
  phrase.confidence = IsQuoted(p, word) ? 0.75f : 0.95f;
  auto now = p.Now(Grain::kDay);
  std::optional<Period> day;
  if (now) day = Period{Grain::kDay, PlusDays(*now, use.word->value), {}};
  Resolve(p, day, &phrase);
  return phrase;
}

std::optional<TimePhrase> ReadHolidayPhrase(const TimePlace& p, uint32_t word) {
  TimeUse use = p.words.At(p.reading, word, Role::holiday);
  if (!use || IsRecurring(p, word)) return std::nullopt;
  if (!IsWhen(p, word, word + use.tokens)) return std::nullopt;
  TimePhrase phrase;
  phrase.row = use.row;
  phrase.tokens = {word, word + use.tokens};
  phrase.rule = "time.holiday";
  phrase.confidence = 0.75f;
  phrase.moves_focus = false;
  const HolidayRule& rule = use.word->holiday;
  YearTail tail = ReadYearTail(p, phrase.tokens.end);
  if (rule.year != 0) {
    phrase.period = Period{Grain::kDay, rule.In(rule.year), {}};
  } else if (tail.end != 0) {
    phrase.tokens.end = tail.end;
    phrase.relative = tail.relative;
    if (tail.year != 0) phrase.period = Period{Grain::kDay, rule.In(tail.year), {}};
    if (tail.relative && phrase.period) phrase.by = p.anchor.by;
  } else if (auto now = p.Now(Grain::kMonth)) {
    TimeUse direction = p.words.Before(p.reading, word, Role::time_word);
    Date near = rule.In(now->year);
    if (direction.Is(TimeClass::kDeictic) && word >= p.done + direction.tokens) {
      phrase.tokens.begin -= direction.tokens;
      if (direction.word->value < 0 && near >= *now) near = rule.In(now->year - 1);
      if (direction.word->value > 0 && near <= *now) near = rule.In(now->year + 1);
    } else {
      Tense tense = p.TenseOf(phrase.tokens);
      auto day = PlaceMonthDay(*now, near.month, near.day, 0, tense);
      if (day) near = rule.In(day->year);
      // Unlike a date, a feast goes without its year however far back.
      if (tense == Tense::kPast && near > *now) near = rule.In(near.year - 1);
    }
    Resolve(p, Period{Grain::kDay, near, {}}, &phrase);
  } else {
    Resolve(p, std::nullopt, &phrase);
  }
  return phrase;
}

std::optional<TimePhrase> ReadSeasonPhrase(const TimePlace& p, uint32_t word) {
  TimeUse use = p.words.At(p.reading, word, Role::season);
  if (!use) return std::nullopt;
  TimePhrase phrase;
  phrase.row = use.row;
  phrase.tokens = {word, word + use.tokens};
  phrase.rule = "time.season";
  phrase.confidence = 0.88f;
  phrase.grain = Grain::kSeason;
  int32_t month = use.word->value;
  TimeUse direction = p.words.Before(p.reading, word, Role::time_word);
  if (direction.Is(TimeClass::kDeictic) && word >= p.done + direction.tokens) {
    phrase.tokens.begin -= direction.tokens;
    auto now = p.Now(Grain::kMonth);
    std::optional<Period> season;
    if (now) season = PlaceSeasonBy(*now, month, direction.word->value);
    Resolve(p, season, &phrase);
    return phrase;
  }
  YearTail tail = ReadYearTail(p, phrase.tokens.end);
  if (tail.end == 0 || p.reading.token(phrase.tokens.end).is(',')) return std::nullopt;
  phrase.tokens.end = tail.end;
  // "the winter of 2006-2007".
  bool goes_on = p.InSentence(tail.end + 1) && p.reading.token(tail.end).is_hyphen() &&
                 ShortNumber(p.reading.Text(tail.end + 1));
  if (goes_on) phrase.tokens.end = tail.end + 2;
  phrase.relative = tail.relative;
  if (tail.relative) phrase.by = tail.year != 0 ? p.anchor.by : Anchor::kNone;
  if (tail.year != 0) phrase.period = Period{Grain::kSeason, {tail.year, month, 1}, {}};
  return phrase;
}

}  // namespace factline
