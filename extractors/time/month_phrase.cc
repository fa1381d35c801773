// From the words of a date to a day of the calendar: which year is meant where
// none stands there, and whether "May" is a month at all.

#include "extractors/time/day_phrase.h"
#include "extractors/time/month_date.h"
#include "extractors/time/placement.h"
#include "extractors/time/year_tail.h"

namespace factline {
namespace {

constexpr int32_t kSomeLeapYear = 2000;  // stands in where no year is known

// Whether "May", "March", "April", "June" or "August", with neither day nor year,
// is the month: not Theresa May, not the march.
bool IsMonth(const TimePlace& p, const MonthDate& d) {
  const Reading& r = p.reading;
  uint32_t begin = d.tokens.begin, end = d.tokens.end;
  bool opens = begin == p.sentence.begin;
  if (!opens && r.token(begin - 1).is_hyphen()) return true;
  if (!opens && p.IsAnyOf(begin - 1, {"in", "since", "until", "till", "during", "late", "early",
                                      "mid", "last", "next", "this", "through"})) {
    return true;
  }
  // "a March survey", "its May deadline"; not "the March on Washington".
  bool determined = !opens && (r.token(begin - 1).clitic ||
                               p.IsAnyOf(begin - 1, {"a", "an", "the", "its", "their", "our"}));
  if (determined && end < p.sentence.end && r.token(end).shape == Shape::kLower &&
      !r.token(end).clitic && !p.IsAnyOf(end, {"on", "for", "to", "in", "against", "of", "by"})) {
    return true;
  }
  bool name_follows = end < p.sentence.end && r.token(end).capitalized();
  if (name_follows) return false;
  if (!opens &&
      p.IsAnyOf(begin - 1, {"of", "from", "to", "by", "between", "before", "after", "for"})) {
    return !(d.month == 5 && end < p.sentence.end && r.token(end).clitic);
  }
  bool paired = begin > p.sentence.begin + 1 && p.IsAnyOf(begin - 1, {"and", "or", "to"}) &&
                r.Has(begin - 2, Role::month);
  if (paired) return true;
  if (end + 1 < p.sentence.end && p.IsAnyOf(end, {"and", "to", "or"}) &&
      r.Has(end + 1, Role::month)) {
    return true;
  }
  // "March sales rose"; "March on", "May they rest".
  bool bare_noun = opens && d.month == 3 && end < p.sentence.end &&
                   r.token(end).shape == Shape::kLower && !r.token(end).clitic &&
                   !r.Has(end, Role::preposition) &&
                   !p.IsAnyOf(end, {"on", "for", "to", "in", "against", "of", "with", "through",
                                    "from", "into", "up", "down", "out", "back", "and", "or"});
  if (d.month == 3 || d.month == 5) return bare_noun;
  if (opens) {
    return end < p.sentence.end && r.token(end).shape == Shape::kLower && !r.token(end).clitic &&
           !r.Has(end, Role::speech_verb);
  }
  return !r.token(begin - 1).capitalized();
}

class MonthPhraseReader {
 public:
  MonthPhraseReader(const TimePlace& place, const MonthDate& date) : p_(place), d_(date) {}

  TimePhrase Read() {
    phrase_.tokens = d_.tokens;
    phrase_.row = d_.row;
    phrase_.grain = d_.day != 0 ? Grain::kDay : Grain::kMonth;
    if (d_.day == 0) ReadDirection();
    if (d_.year == 0 && !direction_) ReadTail();
    if (d_.year == 0 && !direction_ && !phrase_.relative) ShareYear();
    if (d_.year != 0)
      PlaceInYear();
    else if (d_.day != 0)
      PlaceDay();
    else
      PlaceMonthAlone();
    if (d_.day == 0) TakeEdge();
    return phrase_;
  }

 private:
  void ReadDirection() {
    TimeUse word = p_.words.Before(p_.reading, d_.tokens.begin, Role::time_word);
    if (!word || d_.tokens.begin < p_.done + word.tokens) return;
    // "the following May"; without "the" it is a preposition.
    bool named = word.tokens > 1 || p_.Is(d_.tokens.begin - 1, "that") ||
                 p_.FreeBefore(d_.tokens.begin - 1, "the");
    bool that = word.Is(TimeClass::kAnaphoric) && named && p_.NearFocus(Grain::kYear) != nullptr;
    if (!word.Is(TimeClass::kDeictic) && !that) return;
    if (d_.year != 0) return;
    direction_ = word.word->value;
    from_focus_ = that;
    phrase_.tokens.begin -= word.tokens;
    if (p_.FreeBefore(phrase_.tokens.begin, "the")) --phrase_.tokens.begin;
  }

  void ReadTail() {
    YearTail tail = ReadYearTail(p_, d_.tokens.end);
    if (tail.end == 0 || (!tail.relative && d_.day == 0 && p_.Is(d_.tokens.end, "in"))) return;
    phrase_.tokens.end = tail.end;
    phrase_.relative = tail.relative;
    d_.year = tail.year;
    if (tail.relative && tail.year != 0) phrase_.by = p_.anchor.by;
  }

  // "April 29 to May 2, 2011": the year stands with the second. "arrested on January
  // 5, 2010, and sentenced in March": with the first, and time goes on.
  void ShareYear() {
    uint32_t i = d_.tokens.end;
    if (p_.IsAnyOf(i, {"to", "and", "through", "or", "until"}) ||
        (p_.InSentence(i) && p_.reading.token(i).is_hyphen())) {
      uint32_t next = i + 1;
      if (p_.InSentence(next) && p_.reading.token(next).is_number()) ++next;
      if (p_.InSentence(next) && p_.reading.Has(next, Role::month)) {
        MonthDate later = ReadMonthDate(p_.reading, p_.words, next, i + 1, p_.sentence.end);
        if (later.year != 0) d_.year = later.year - (later.month < d_.month);
      }
    }
    const TimeFocus* focus = p_.NearFocus(Grain::kMonth);
    if (d_.year != 0 || SharesPlace(focus)) return;
    if (focus == nullptr || focus->token < p_.sentence.begin) return;
    if (focus->by != Anchor::kNone || focus->period.grain == Grain::kWeek) return;
    const Date& from = focus->period.begin;
    if (p_.anchor.day && from.year >= p_.anchor.day->year - 1) return;
    d_.year = from.year + (d_.month < from.month);
  }

  // "in May and June": the second is of the year of the first.
  bool SharesPlace(const TimeFocus* focus) {
    uint32_t begin = phrase_.tokens.begin;
    bool second = d_.day == 0 && focus != nullptr && focus->period.grain == Grain::kMonth &&
                  focus->token + 1 == begin && p_.IsAnyOf(begin - 1, {"and", "to", "through"}) &&
                  focus->period.begin.month < d_.month;
    if (!second || focus->by == Anchor::kNone) return false;
    d_.year = focus->period.begin.year;
    phrase_.relative = true;
    phrase_.by = focus->by;
    return true;
  }

  Period PeriodIn(int32_t year) const {
    if (d_.day == 0) return {Grain::kMonth, {year, d_.month, 1}, {}};
    Period period{Grain::kDay, {year, d_.month, d_.day}, {}};
    if (d_.last_day != 0) period.last = Date{year, d_.month, d_.last_day};
    return period;
  }

  bool Exists(int32_t year) const {
    return d_.day == 0 || (IsDate({year, d_.month, d_.day}) &&
                           (d_.last_day == 0 || IsDate({year, d_.month, d_.last_day})));
  }

  void FailImpossible() {
    phrase_.reason = "impossible_date";
    phrase_.rule = "time.impossible-date";
    phrase_.confidence = 0.9f;
  }

  void PlaceInYear() {
    if (!Exists(d_.year)) return FailImpossible();
    phrase_.period = PeriodIn(d_.year);
    phrase_.rule = d_.day != 0 ? "time.month-day-year" : "time.month-year";
    phrase_.confidence = phrase_.relative ? 0.93f : 0.99f;
  }

  void PlaceDay() {
    if (!Exists(kSomeLeapYear)) return FailImpossible();
    phrase_.rule = "time.month-day";
    phrase_.confidence = 0.97f;
    auto now = p_.Now(Grain::kMonth);
    if (!now) return PlaceWithoutYear();
    Tense tense = p_.anchor.from_body ? Tense::kUnknown : p_.TenseOf(d_.tokens);
    auto day = PlaceMonthDay(*now, d_.month, d_.day, d_.weekday, tense);
    if (!day || !Exists(day->year)) return FailImpossible();
    Resolve(p_, PeriodIn(day->year), &phrase_);
    if (p_.anchor.from_body) phrase_.confidence = 0.75f;
  }

  void PlaceMonthAlone() {
    phrase_.rule = "time.month";
    phrase_.confidence = 0.95f;
    auto now = p_.Now(Grain::kMonth);
    if (from_focus_) {
      const TimeFocus& focus = *p_.NearFocus(Grain::kYear);
      Resolve(p_, PlaceMonthBy(focus.period.begin, d_.month, *direction_), &phrase_);
      phrase_.by = focus.by;
      return;
    }
    if (!now) return PlaceWithoutYear();
    if (direction_) {
      Resolve(p_, PlaceMonthBy(*now, d_.month, *direction_), &phrase_);
    } else if (p_.anchor.from_body) {
      Resolve(p_, NearestMonth(*now, d_.month), &phrase_);
      phrase_.confidence = 0.7f;
    } else {
      Tense tense = StartsSoon(*now) ? Tense::kFuture : p_.TenseOf(phrase_.tokens);
      Resolve(p_, PlaceMonth(*now, d_.month, tense), &phrase_);
    }
  }

  // "a programme starting in May" and "invited him to come in May", said in April.
  bool StartsSoon(const Date& now) const {
    uint32_t begin = phrase_.tokens.begin;
    if (begin < p_.sentence.begin + 2 || !p_.Is(begin - 1, "in")) return false;
    if ((d_.month - now.month + 12) % 12 > 3) return false;
    if (p_.IsAnyOf(begin - 2, {"starting", "beginning", "start", "begin"})) return true;
    constexpr uint32_t kReach = 7;  // tokens from the infinitive to the month
    for (uint32_t i = begin - 1; i > p_.sentence.begin && i + kReach > begin; --i) {
      if (p_.reading.token(i).is(',')) return false;
      bool infinitive = p_.Is(i - 1, "to") && p_.reading.token(i).shape == Shape::kLower &&
                        !p_.IsAnyOf(i, {"the", "a", "an", "its", "their", "his", "her"});
      if (infinitive) return d_.month != now.month;
    }
    return false;
  }

  void PlaceWithoutYear() {
    Resolve(p_, std::nullopt, &phrase_);
    phrase_.period = PeriodIn(kSomeLeapYear);
    phrase_.known_year = false;
    phrase_.moves_focus = false;
    phrase_.confidence = 0.85f;
  }

  // "the end of May", "mid-May".
  void TakeEdge() {
    phrase_.tokens.begin -= EdgeBefore(p_, phrase_.tokens.begin);
    uint32_t begin = phrase_.tokens.begin;
    if (begin >= p_.done + 2 && p_.reading.token(begin - 1).is_hyphen() && p_.Is(begin - 2, "mid"))
      phrase_.tokens.begin -= 2;
  }

  const TimePlace& p_;
  MonthDate d_;
  TimePhrase phrase_;
  std::optional<int32_t> direction_;
  bool from_focus_ = false;
};

}  // namespace

std::optional<TimePhrase> ReadMonthPhrase(const TimePlace& p, uint32_t month) {
  MonthDate d = ReadMonthDate(p.reading, p.words, month, p.done, p.sentence.end);
  if (d.month == 0 || (d.is_name && !IsMonth(p, d))) return std::nullopt;
  // "in December each year" is no one December.
  if (d.year == 0 && p.IsAnyOf(d.tokens.end, {"each", "every"})) return std::nullopt;
  return MonthPhraseReader(p, d).Read();
}

std::optional<TimePhrase> ReadNumericPhrase(const TimePlace& p, uint32_t number, DateOrder* order) {
  NumericDate d = ReadNumericDate(p.reading, number);
  if (d.tokens == 0) return std::nullopt;
  TimePhrase phrase;
  phrase.tokens = {number, number + d.tokens};
  Date day = d.Read(order->DayFirst(d, p.anchor.day));
  phrase.rule = "time.date-in-figures";
  phrase.confidence = d.is_certain() ? 0.98f : 0.85f;
  if (IsDate(day))
    phrase.period = Period{Grain::kDay, day, {}};
  else
    phrase.reason = "impossible_date";
  return phrase;
}

std::optional<TimePhrase> ReadAddressPhrase(const TimePlace& p, uint32_t address) {
  auto found = ReadAddressDate(p.reading.Text(address));
  if (!found) return std::nullopt;
  TimePhrase phrase;
  phrase.tokens = {address, address + 1};
  uint32_t begin = p.reading.token(address).bytes.begin + static_cast<uint32_t>(found->begin);
  phrase.bytes = Span{begin, begin + static_cast<uint32_t>(found->size)};
  phrase.period = Period{Grain::kDay, found->date, {}};
  phrase.rule = "time.date-in-address";
  phrase.confidence = 0.9f;
  phrase.moves_focus = false;
  return phrase;
}

}  // namespace factline
