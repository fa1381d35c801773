#include "extractors/time/month_date.h"

#include "extractors/time/numeric_date.h"

namespace factline {
namespace {

bool Glued(const Reading& r, uint32_t i) { return i < r.size() && !r.token(i).space_before; }

bool IsOrdinalSuffix(const Reading& r, uint32_t i) {
  if (!Glued(r, i)) return false;
  // The last word of "October 31st." is cut like the "St." of a street.
  return r.Is(i, "th") || r.Is(i, "st") || r.Is(i, "nd") || r.Is(i, "rd") || r.Is(i, "st.");
}

// Words that may follow a day without making it a count: "on May 3 people" is a
// day, "in May 3 people" is not.
bool IsGrammarWord(const Reading& r, uint32_t i) {
  static constexpr const char* kWords[] = {"and",  "or", "to",    "in",    "at",   "for",  "when",
                                           "that", "by", "as",    "with",  "from", "but",  "the",
                                           "a",    "on", "after", "while", "of",   "until"};
  for (const char* word : kWords) {
    if (r.Is(i, word)) return true;
  }
  return false;
}

class MonthDateReader {
 public:
  MonthDateReader(const Reading& reading, const TimeWords& words, uint32_t low, uint32_t high)
      : r_(reading), words_(words), low_(low), high_(high) {}

  MonthDate Read(uint32_t month) {
    TimeUse use = words_.At(r_, month, Role::month);
    if (!use) return {};
    d_.month = use.word->value;
    d_.row = use.row;
    d_.tokens = {month, month + use.tokens};
    if (ReadHyphened()) return d_;
    ReadDayBefore();
    ReadAfter();
    if (d_.day != 0) ReadWeekday();
    bool bare = d_.day == 0 && d_.year == 0;
    if (use.Is(TimeClass::kShort) && bare) return {};
    d_.is_name = bare && use.Is(TimeClass::kName);
    return d_;
  }

 private:
  // The day at token `i`, with its suffix; 0 where there is none.
  int32_t DayAt(uint32_t i, uint32_t* end) const {
    if (i < low_ || i >= high_ || !r_.token(i).is_number()) return 0;
    std::string_view text = r_.Text(i);
    auto day = ShortNumber(text);
    if (!day || *day < 1 || *day > 31 || text.size() > 2) return 0;
    *end = i + 1;
    if (IsOrdinalSuffix(r_, i + 1)) {
      *end = i + 2;
      return *day;
    }
    if (Glued(r_, i + 1)) {
      const Token& next = r_.token(i + 1);
      bool clock = next.is(':') && Glued(r_, i + 2);
      if (next.is_word() || next.is('%') || clock || next.kind == TokenKind::kSymbol) return 0;
      if (next.is('-') && Glued(r_, i + 2) && r_.token(i + 2).shape == Shape::kLower) return 0;
    }
    return *day;
  }

  // "07-May-2005"; "07-May" alone may be a score that a table changed, and is
  // nothing.
  bool ReadHyphened() {
    uint32_t m = d_.tokens.begin, end;
    if (m < low_ + 2 || !Glued(r_, m) || !r_.token(m - 1).is('-') || !Glued(r_, m - 1)) {
      return false;
    }
    if (!r_.token(m - 2).is_number()) return false;
    int32_t day = DayAt(m - 2, &end);
    int32_t year = m + 2 < high_ && r_.token(m + 1).is('-') && Glued(r_, m + 1)
                       ? YearInDate(r_, words_, m + 2, high_)
                       : 0;
    if (day == 0 || year == 0) {
      d_ = {};
      return true;
    }
    d_.day = day;
    d_.year = year;
    d_.day_first = true;
    d_.tokens = {m - 2, m + 3};
    return true;
  }

  // "3 May", "3rd of May", "1-2 May", "3 and 4 May".
  void ReadDayBefore() {
    uint32_t m = d_.tokens.begin;
    if (m > low_ && r_.Is(m - 1, "of")) --m;
    bool of = m != d_.tokens.begin;
    if (m <= low_) return;
    uint32_t first = m - 1;
    bool suffix = IsOrdinalSuffix(r_, first);
    if (suffix && first > low_) --first;
    uint32_t end;
    int32_t day = DayAt(first, &end);
    if (day == 0 || end != m || (of && !suffix)) return;
    // "$3 May", "Phase 3 May": a number that belongs to what stands before it.
    if (first > 0 && Glued(r_, first)) {
      const Token& before = r_.token(first - 1);
      bool part = before.is_word() || before.is_number() || before.kind == TokenKind::kSymbol ||
                  before.is('.') || before.is(',') || before.is(':') || before.is('/');
      if (part) return;
    }
    d_.day = day;
    d_.day_first = true;
    d_.tokens.begin = first;
    ReadEarlierDay(first);
  }

  // The "1" of "1-2 May" and of "1 and 2 May".
  void ReadEarlierDay(uint32_t second) {
    if (second < low_ + 2) return;
    uint32_t joint = second - 1;
    bool joins = r_.token(joint).is_hyphen() || r_.Is(joint, "and") || r_.Is(joint, "to");
    if (!joins) return;
    uint32_t first = joint - 1, end;
    if (IsOrdinalSuffix(r_, first) && first > low_) --first;
    int32_t day = DayAt(first, &end);
    if (day == 0 || end != joint || day >= d_.day) return;
    // "3 and 6 May" are two days, not the days between.
    if (r_.Is(joint, "and") && day + 1 != d_.day) return;
    d_.last_day = d_.day;
    d_.day = day;
    d_.tokens.begin = first;
  }

  bool CountsSomething(uint32_t number, uint32_t after) const {
    if (after >= high_) return false;
    if (r_.HasAny(after, Bits(Role::scale, Role::percent))) return true;
    if (words_.At(r_, after, Role::time_word).Is(TimeClass::kCounted)) {
      return !(number > 1 && r_.Is(number - 2, "on"));
    }
    bool in = d_.tokens.begin > low_ && r_.Is(d_.tokens.begin - 1, "in");
    return in && r_.token(after).shape == Shape::kLower && !IsGrammarWord(r_, after);
  }

  void ReadAfter() {
    uint32_t i = d_.tokens.end;
    if (i < high_ && r_.token(i).is('.') && i + 1 < high_ && r_.token(i + 1).is_number()) ++i;
    uint32_t end;
    if (d_.day == 0) {
      uint32_t at = i;
      if (at < high_ && r_.Is(at, "the") && IsOrdinalSuffix(r_, at + 2)) ++at;
      int32_t day = DayAt(at, &end);
      if (day != 0 && !CountsSomething(at, end)) {
        d_.day = day;
        d_.tokens.end = i = end;
        ReadLaterDay(&i);
      }
    }
    ReadYear(i);
  }

  // The "-2" of "March 1-2", the "to 3" of "June 1 to 3".
  void ReadLaterDay(uint32_t* i) {
    uint32_t joint = *i;
    if (joint + 1 >= high_) return;
    bool hyphen = r_.token(joint).is_hyphen();
    bool word = r_.Is(joint, "to") || r_.Is(joint, "through") || r_.Is(joint, "and");
    if (!hyphen && !word) return;
    uint32_t end;
    int32_t day = DayAt(joint + 1, &end);
    if (day <= d_.day || (r_.Is(joint, "and") && day != d_.day + 1)) return;
    bool month_follows = end < high_ && r_.Has(end, Role::month);
    if (month_follows || CountsSomething(joint + 1, end)) return;
    if (word && end < high_ && r_.token(end).shape == Shape::kLower && !IsGrammarWord(r_, end)) {
      return;
    }
    d_.last_day = day;
    d_.tokens.end = *i = end;
  }

  void ReadYear(uint32_t i) {
    uint32_t at = i;
    if (at < high_ && r_.token(at).is(',')) ++at;
    if (at == i && at < high_ && r_.Is(at, "of")) ++at;
    d_.year = YearInDate(r_, words_, at, high_);
    if (d_.year != 0) d_.tokens.end = at + 1;
    if (d_.year == 0 && d_.day != 0 && !d_.day_first) ReadListedDay(i);
    if (d_.year == 0 && at == i) ReadShortYear(at);
  }

  // The "22, 2000" of "November 7, 22, 2000": the date is the first of the list.
  void ReadListedDay(uint32_t i) {
    uint32_t end;
    if (i + 3 >= high_ || !r_.token(i).is(',') || DayAt(i + 1, &end) == 0) return;
    if (!r_.token(end).is(',')) return;
    d_.year = YearInDate(r_, words_, end + 1, high_);
    if (d_.year != 0) d_.tokens.end = end + 2;
  }

  // "May '98".
  void ReadShortYear(uint32_t i) {
    if (i + 1 >= high_ || !r_.token(i).is('\'') || !Glued(r_, i + 1)) return;
    auto year = ShortNumber(r_.Text(i + 1));
    if (!year || r_.Text(i + 1).size() != 2) return;
    d_.year = *year < 50 ? 2000 + *year : 1900 + *year;
    d_.tokens.end = i + 2;
  }

  // "Friday, May 3", "Friday the 3rd of May".
  void ReadWeekday() {
    uint32_t i = d_.tokens.begin;
    if (i > low_ && r_.Is(i - 1, "the")) --i;
    if (i > low_ && r_.token(i - 1).is(',')) --i;
    if (i > low_ && r_.token(i - 1).is('.')) --i;
    if (i <= low_) return;
    TimeUse use = words_.At(r_, i - 1, Role::weekday);
    if (!use || use.tokens != 1) return;
    d_.weekday = use.word->value;
    d_.tokens.begin = i - 1;
  }

  const Reading& r_;
  const TimeWords& words_;
  uint32_t low_;
  uint32_t high_;
  MonthDate d_;
};

}  // namespace

int32_t YearInDate(const Reading& r, const TimeWords& words, uint32_t i, uint32_t high) {
  if (i >= high || !r.token(i).is_number() || r.token(i).bytes.size() != 4) return 0;
  auto year = ShortNumber(r.Text(i));
  if (!year || *year < 1000 || *year > 2199) return 0;
  if (i + 1 >= high) return *year;
  const Token& next = r.token(i + 1);
  if (next.is('%') || r.HasAny(i + 1, Bits(Role::scale, Role::percent))) return 0;
  if (!next.space_before && next.is_word() && !next.clitic) return 0;
  TimeUse after = words.At(r, i + 1, Role::time_word);
  bool usual = *year >= 1900 && *year <= 2060;
  if (after.Is(TimeClass::kCounted) && next.space_before && !usual) return 0;
  if (after.Is(TimeClass::kClock)) return 0;
  return *year;
}

MonthDate ReadMonthDate(const Reading& reading, const TimeWords& words, uint32_t month,
                        uint32_t low, uint32_t high) {
  return MonthDateReader(reading, words, low, high).Read(month);
}

}  // namespace factline
