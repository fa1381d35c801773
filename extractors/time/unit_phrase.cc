#include "extractors/time/unit_phrase.h"

#include "extractors/time/ordinal_phrase.h"
#include "extractors/time/placement.h"
#include "extractors/time/unit_count.h"
#include "extractors/time/year_tail.h"

namespace factline {
namespace {

// "US$"-style fiscal years begin in October.
constexpr int32_t kFiscalYearBegins = 10;

class UnitPhraseReader {
 public:
  UnitPhraseReader(const TimePlace& place, uint32_t unit, const TimeUse& use)
      : p_(place), r_(place.reading), unit_(unit), use_(use), word_(*use.word) {
    phrase_.tokens = {unit, unit + use.tokens};
    phrase_.row = use.row;
    phrase_.grain = word_.grain;
  }

  std::optional<TimePhrase> Read() {
    if (GluedAfter()) return std::nullopt;
    if (word_.value > 0) return ReadNamedDecade(p_, use_, phrase_.tokens);
    bool hyphen =
        unit_ > p_.done && r_.token(unit_).space_before == false && r_.token(unit_ - 1).is_hyphen();
    if (hyphen && ReadPeriodOfYears()) return phrase_;
    if (hyphen) return Ordinal(unit_ - 1);
    count_ = UnitCountBefore(p_, unit_, word_.grain);
    if (ReadAgo() || ReadDirected()) return Done();
    if (auto ordinal = Ordinal(unit_)) return ordinal;
    return ReadPlain() ? Done() : std::nullopt;
  }

 private:
  std::optional<TimePhrase> Done() {
    phrase_.tokens.begin -= EdgeBefore(p_, phrase_.tokens.begin);
    return phrase_;
  }

  std::optional<TimePhrase> Ordinal(uint32_t end) {
    auto phrase = ReadOrdinalPhrase(p_, use_, phrase_.tokens, end);
    if (phrase) phrase->tokens.begin -= EdgeBefore(p_, phrase->tokens.begin);
    return phrase;
  }

  // "year-on-year", "year-old", "day-long".
  bool GluedAfter() const {
    uint32_t end = phrase_.tokens.end;
    return end < r_.size() && !r_.token(end).space_before && r_.token(end).is_hyphen() &&
           end + 1 < r_.size() && !r_.token(end + 1).space_before;
  }

  std::optional<Date> Now() const { return p_.Now(word_.grain); }

  // "three years ago", "a year earlier", "two days later", "the day before".
  bool ReadAgo() {
    TimeUse after = p_.words.At(r_, phrase_.tokens.end, Role::time_word);
    // "the year previous": a word that as a rule stands before the unit.
    bool behind =
        after.Is(TimeClass::kAfter) || (after.Is(TimeClass::kAnaphoric) && after.word->value < 0);
    if (!behind || !p_.InSentence(phrase_.tokens.end) || word_.grain == Grain::kHalf) return false;
    bool from_focus = after.word->from_focus || after.Is(TimeClass::kAnaphoric);
    uint32_t end = phrase_.tokens.end + after.tokens;
    bool the = !count_.stated && !count_.article && p_.FreeBefore(unit_, "the");
    if (!count_.stated && !count_.article && (!the || word_.plural)) return false;
    bool loose = p_.Is(phrase_.tokens.end, "before") || p_.Is(phrase_.tokens.end, "after") ||
                 p_.Is(phrase_.tokens.end, "prior");
    if (loose && p_.InSentence(end) && r_.token(end).is_word()) return false;
    if (from_focus && the && !loose && !p_.Is(phrase_.tokens.end, "earlier") &&
        !p_.Is(phrase_.tokens.end, "previous")) {
      return false;
    }
    if (from_focus && word_.grain == Grain::kDay && p_.NearFocus(word_.grain) == nullptr) {
      return false;
    }
    phrase_.tokens = {the ? unit_ - 1 : count_.begin, end};
    phrase_.rule = from_focus ? "time.earlier" : "time.ago";
    phrase_.confidence = from_focus ? 0.8f : 0.88f;
    int32_t units = (the ? 1 : count_.units) * after.word->value;
    if (units == 0) return !from_focus && ReadMonthsAgo(after.word->value);
    CountFrom(from_focus, units);
    // "Now, 83 years later": counted from what was not the time meant.
    bool ahead =
        from_focus && phrase_.period && p_.anchor.day && phrase_.period->begin > *p_.anchor.day;
    return !ahead || p_.TenseOf(phrase_.tokens) == Tense::kFuture;
  }

  bool Fail(std::string_view reason) {
    Resolve(p_, std::nullopt, &phrase_);
    phrase_.reason = reason;
    phrase_.confidence = 0.8f;
    return true;
  }

  // "two and a half years ago": the year in which that was.
  bool ReadMonthsAgo(int32_t direction) {
    auto now = Now();
    if (count_.months == 0 || !now) return false;
    Resolve(p_, PeriodOf(Grain::kYear, PlusMonths(*now, direction * count_.months)), &phrase_);
    return true;
  }

  void CountFrom(bool from_focus, int32_t units) {
    const TimeFocus* focus = from_focus ? p_.NearFocus(word_.grain) : nullptr;
    // "up from 3 % a year earlier", said of a quarter: the quarter of that year.
    if (focus != nullptr && focus->period.grain <= word_.grain) {
      Period moved = ShiftedBy(focus->period, word_.grain, units);
      bool same_grain = word_.grain >= Grain::kYear && focus->period.grain == Grain::kDay;
      Resolve(p_, same_grain ? PeriodOf(word_.grain, moved.begin) : moved, &phrase_);
      phrase_.by = focus->by;
      if (focus->by == Anchor::kNone) phrase_.by = Anchor::kText;
      phrase_.period->last.reset();
      return;
    }
    auto now = Now();
    if (!now) return Resolve(p_, std::nullopt, &phrase_);
    Grain grain = word_.grain;
    bool week_to_the_day = grain == Grain::kWeek && units == -1;
    if (week_to_the_day) {
      Resolve(p_, Period{Grain::kDay, PlusDays(*now, -7), {}}, &phrase_);
      return;
    }
    if (grain >= Grain::kDecade) {  // "a decade ago" is ten years ago, not the 1990s
      int32_t years = (grain == Grain::kDecade ? 10 : 100) * units;
      Resolve(p_, PeriodOf(Grain::kYear, {now->year + years, 1, 1}), &phrase_);
      phrase_.confidence = 0.7f;
      return;
    }
    Resolve(p_, Shifted(PeriodOf(grain, *now), units), &phrase_);
  }

  // "last year", "the previous month", "the past two years", "that day".
  bool ReadDirected() {
    uint32_t end = count_.stated ? count_.begin : unit_;
    if (count_.article) return false;
    TimeUse word = p_.words.Before(r_, end, Role::time_word);
    if (!word || end < p_.done + word.tokens) return false;
    directed_begin_ = end - word.tokens;
    the_ = p_.FreeBefore(directed_begin_, "the");
    switch (word.word->cls) {
      case TimeClass::kWindow:
        return ReadWindow(word.word->value);
      case TimeClass::kDeictic:
        if (count_.stated) return ReadWindow(word.word->value);
        return ReadDeictic(word.word->value);
      case TimeClass::kAnaphoric:
        return ReadAnaphoric(word.word->value);
      default:
        return false;
    }
  }

  void TakeDirected() { phrase_.tokens.begin = directed_begin_ - (the_ ? 1 : 0); }

  bool ReadWindow(int32_t direction) {
    if (word_.is_period || direction == 0 || (count_.stated && !word_.plural)) return false;
    // "the last six months" and "the next four years" are durations, and as such
    // quantities; "the past two years" and "the past 30 days" are those from then to
    // now, and have a first one.
    bool whole = word_.grain >= Grain::kYear || word_.grain == Grain::kDay;
    if (count_.units > 1 && (!whole || direction > 0)) return false;
    TakeDirected();
    phrase_.rule = "time.window";
    phrase_.confidence = 0.65f;
    phrase_.moves_focus = false;
    int32_t units = count_.stated ? count_.units : word_.plural ? 0 : 1;
    auto now = Now();
    if (units == 0) return Fail("vague");
    if (!now) {
      Resolve(p_, std::nullopt, &phrase_);
      return true;
    }
    Period here = PeriodOf(word_.grain >= Grain::kYear ? Grain::kYear : Grain::kDay, *now);
    Period there = ShiftedBy(here, word_.grain, direction * units);
    Period span = direction < 0 ? there : here;
    span.last = direction < 0 ? here.begin : there.begin;
    Resolve(p_, span, &phrase_);
    return true;
  }

  bool ReadDeictic(int32_t direction) {
    if (word_.plural || word_.is_period || word_.grain == Grain::kHalf) return false;
    uint32_t end = phrase_.tokens.end;
    // "the last day of the trial", "the next day".
    if (word_.grain == Grain::kDay) {
      return direction == 1 && !p_.Is(end, "of") && ReadAnaphoric(direction);
    }
    bool of_sum = p_.InSentence(end + 1) && r_.At(end + 1, Role::currency);
    if (the_ && p_.Is(end, "of") && !of_sum) {
      if (word_.grain != Grain::kQuarter || direction >= 0) return false;
      auto last = ReadPartOfYear(p_, use_, phrase_.tokens, 4, directed_begin_);
      if (last) phrase_ = *last;
      return last.has_value();
    }
    if (the_ && direction < 0 && word_.grain >= Grain::kDecade) return ReadWindow(direction);
    TakeDirected();
    if (direction == 0) the_ = false;
    phrase_.rule = word_.fiscal ? "time.fiscal-year" : "time.relative-unit";
    phrase_.confidence = 0.93f;
    phrase_.fiscal = word_.fiscal;
    auto now = Now();
    if (!now) {
      Resolve(p_, std::nullopt, &phrase_);
      return true;
    }
    Period period = PeriodOf(word_.grain, *now);
    if (word_.fiscal && now->month >= kFiscalYearBegins) ++direction;
    // On a Sunday "will take effect this week" is of the week that begins.
    if (word_.grain == Grain::kWeek && direction == 0 && WeekdayOf(*now) == 7 &&
        p_.TenseOf(phrase_.tokens) == Tense::kFuture) {
      direction = 1;
    }
    if (word_.fiscal) phrase_.confidence = 0.7f;
    Resolve(p_, Shifted(period, direction), &phrase_);
    return true;
  }

  // Counted from the time named last.
  bool ReadAnaphoric(int32_t direction) {
    const TimeFocus* focus = p_.NearFocus(word_.is_period ? Grain::kHalf : word_.grain);
    uint32_t end = phrase_.tokens.end;
    if (word_.is_period) return ReadSamePeriod(focus);
    if (count_.stated) return ReadNeighbour(focus, direction);
    if (word_.plural || word_.grain == Grain::kHalf) return false;
    phrase_.rule = "time.anaphoric";
    phrase_.confidence = 0.8f;
    if (direction == 0) {
      YearTail tail = ReadYearTail(p_, end);
      if (focus == nullptr || focus->period.grain > word_.grain) return false;
      Period same = PeriodOf(word_.grain, focus->period.begin);
      if (tail.end != 0 && tail.year != 0 && word_.grain < Grain::kYear) {
        same = ShiftedBy(same, Grain::kYear, tail.year - same.begin.year);
        phrase_.tokens.end = tail.end;
      }
      return TakeFocus(same, *focus);
    }
    if (focus != nullptr && focus->period.grain <= word_.grain) {
      return TakeFocus(Shifted(PeriodOf(word_.grain, focus->period.begin), direction), *focus);
    }
    if (word_.grain == Grain::kDay) return false;
    auto now = Now();
    TakeDirected();
    if (!now) {
      Resolve(p_, std::nullopt, &phrase_);
      return true;
    }
    Resolve(p_, Shifted(PeriodOf(word_.grain, *now), direction), &phrase_);
    return true;
  }

  bool TakeFocus(const Period& period, const TimeFocus& focus) {
    TakeDirected();
    Resolve(p_, period, &phrase_);
    phrase_.by = focus.by == Anchor::kNone ? Anchor::kText : focus.by;
    return true;
  }

  // "the same period last year": what was named last, in that year.
  bool ReadSamePeriod(const TimeFocus* focus) {
    YearTail tail = ReadYearTail(p_, phrase_.tokens.end);
    if (tail.end == 0 || !tail.relative || focus == nullptr) return false;
    if (focus->period.grain >= Grain::kYear || tail.year == 0) return false;
    phrase_.rule = "time.same-period";
    phrase_.confidence = 0.8f;
    phrase_.tokens.end = tail.end;
    return TakeFocus(ShiftedBy(focus->period, Grain::kYear, tail.year - focus->period.begin.year),
                     *focus);
  }

  // "the previous four-year period", from its "year".
  bool ReadPeriodOfYears() {
    const Numeral* numeral = r_.NumeralBefore(unit_ - 1);
    uint32_t end = phrase_.tokens.end;
    TimeUse period = p_.words.At(r_, end, Role::time_unit);
    if (numeral == nullptr || !period || !period.word->is_period || !p_.InSentence(end))
      return false;
    TimeUse word = p_.words.Before(r_, numeral->tokens.begin, Role::time_word);
    count_.units = WholeUnits(*numeral);
    if (!word.Is(TimeClass::kAnaphoric) || count_.units < 2) return false;
    directed_begin_ = numeral->tokens.begin - word.tokens;
    if (directed_begin_ < p_.done) return false;
    the_ = p_.FreeBefore(directed_begin_, "the");
    phrase_.tokens.end = end + period.tokens;
    return ReadNeighbour(p_.NearFocus(Grain::kYear), word.word->value);
  }

  // "the previous four years": the stretch as long before the one named last.
  bool ReadNeighbour(const TimeFocus* focus, int32_t direction) {
    if (direction == 0 || word_.grain != Grain::kYear || focus == nullptr || count_.units == 0) {
      return false;
    }
    if (focus->period.grain != Grain::kYear) return false;
    int32_t first = focus->period.begin.year, last = focus->period.last_year();
    Period years = direction < 0 ? YearsOf(first - count_.units, first - 1)
                                 : YearsOf(last + 1, last + count_.units);
    phrase_.rule = "time.anaphoric";
    phrase_.confidence = 0.7f;
    return TakeFocus(years, *focus);
  }

  // "the weekend"; "the end of the year", "later in the day".
  bool ReadPlain() {
    if (word_.plural || word_.is_period || !p_.FreeBefore(unit_, "the") ||
        word_.grain > Grain::kYear || word_.grain == Grain::kHalf ||
        word_.grain == Grain::kQuarter) {
      return false;
    }
    uint32_t edge_tokens = EdgeBefore(p_, unit_ - 1);
    bool edge = edge_tokens != 0 && !p_.Is(unit_, "night");
    // "At the end of the day, it is still a game."
    if (edge && word_.grain == Grain::kDay && p_.Is(unit_ - 3, "end") &&
        p_.FreeBefore(unit_ - 1 - edge_tokens, "at")) {
      return false;
    }
    bool later = unit_ >= p_.done + 3 && p_.Is(unit_ - 2, "in") &&
                 (p_.Is(unit_ - 3, "later") || p_.Is(unit_ - 3, "earlier") ||
                  p_.Is(unit_ - 3, "late") || p_.Is(unit_ - 3, "early"));
    bool ends_day =
        word_.grain == Grain::kDay && unit_ >= p_.done + 2 &&
        (p_.Is(unit_ - 2, "end") || p_.Is(unit_ - 2, "ended") || p_.Is(unit_ - 2, "finish") ||
         p_.Is(unit_ - 2, "finished") || p_.Is(unit_ - 2, "closed") || p_.Is(unit_ - 2, "ending"));
    bool weekend = word_.grain == Grain::kWeekend;
    if (!edge && !later && !ends_day && !weekend) return false;
    if (p_.Is(phrase_.tokens.end, "of") || p_.Is(phrase_.tokens.end, "that")) return false;
    phrase_.tokens.begin = unit_ - 1;
    phrase_.rule = "time.the-unit";
    phrase_.confidence = 0.75f;
    const TimeFocus* focus = p_.NearFocus(word_.grain);
    bool same_sentence = focus != nullptr && focus->token >= p_.sentence.begin;
    if (word_.grain == Grain::kDay && !same_sentence && focus == nullptr) return false;
    if (focus != nullptr && !weekend && focus->period.grain <= word_.grain &&
        (word_.grain == Grain::kDay || same_sentence)) {
      Resolve(p_, PeriodOf(word_.grain, focus->period.begin), &phrase_);
      phrase_.by = focus->by == Anchor::kNone ? Anchor::kText : focus->by;
      return true;
    }
    auto now = Now();
    std::optional<Period> around;
    if (now) around = PeriodOf(word_.grain, *now);
    if (now && weekend) around = PlaceWeekend(*now, p_.TenseOf(phrase_.tokens));
    Resolve(p_, around, &phrase_);
    return true;
  }

  const TimePlace& p_;
  const Reading& r_;
  uint32_t unit_;
  TimeUse use_;
  const TimeWord& word_;
  TimePhrase phrase_;
  UnitCount count_;
  uint32_t directed_begin_ = 0;
  bool the_ = false;
};

}  // namespace

std::optional<TimePhrase> ReadUnitPhrase(const TimePlace& p, uint32_t unit) {
  TimeUse use = p.words.At(p.reading, unit, Role::time_unit);
  if (!use || !p.InSentence(unit + use.tokens - 1)) return std::nullopt;
  return UnitPhraseReader(p, unit, use).Read();
}

}  // namespace factline
