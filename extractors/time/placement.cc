#include "extractors/time/placement.h"

#include <cstdlib>

namespace factline {
namespace {

int32_t DaysBack(const Date& now, Weekday weekday) { return (WeekdayOf(now) - weekday + 7) % 7; }
int32_t DaysOn(const Date& now, Weekday weekday) { return (weekday - WeekdayOf(now) + 7) % 7; }

// How far from `now` an unstated year still goes without saying.
constexpr int64_t kFarBack = 300;  // days
constexpr int32_t kNearMonths = 2;
constexpr int64_t kSearchYears = 8;

Period MonthIn(int32_t year, int32_t month) { return {Grain::kMonth, {year, month, 1}, {}}; }

}  // namespace

Date PlaceWeekday(const Date& now, Weekday weekday, Tense tense) {
  int32_t on = DaysOn(now, weekday);
  if (tense == Tense::kFuture && on < 6) return PlusDays(now, on);
  return PlusDays(now, -DaysBack(now, weekday));
}

Date PlaceWeekdayBy(const Date& now, Weekday weekday, int32_t direction) {
  if (direction == 0) return PlusDays(MondayOf(now), weekday - 1);
  if (direction < 0) {
    int32_t back = DaysBack(now, weekday);
    return PlusDays(now, back == 0 ? -7 : -back);
  }
  int32_t on = DaysOn(now, weekday);
  bool same_week = weekday > WeekdayOf(now);
  if (on == 0 || (on <= 2 && same_week)) on += 7;
  return PlusDays(now, on);
}

Period PlaceMonth(const Date& now, int32_t month, Tense tense) {
  bool just_over = month != now.month && (now.month - month + 12) % 12 <= kNearMonths;
  if (tense == Tense::kFuture && !just_over) return MonthIn(now.year + (month < now.month), month);
  // "when Parliament sits in August", said in July.
  bool near = (month - now.month + 12) % 12 <= kNearMonths;
  if (tense == Tense::kUnknown && near) return MonthIn(now.year + (month < now.month), month);
  return MonthIn(now.year - (month > now.month), month);
}

Period PlaceMonthBy(const Date& now, int32_t month, int32_t direction) {
  if (direction < 0) return MonthIn(now.year - (month >= now.month), month);
  if (direction > 0) return MonthIn(now.year + (month <= now.month), month);
  return MonthIn(now.year, month);
}

Period NearestMonth(const Date& now, int32_t month) {
  int32_t ahead = (month - now.month + 12) % 12;
  return MonthIn(ahead <= 6 ? now.year + (month < now.month) : now.year - (month > now.month),
                 month);
}

std::optional<Date> PlaceMonthDay(const Date& now, int32_t month, int32_t day, Weekday weekday,
                                  Tense tense) {
  std::optional<Date> back, on, same_weekday;
  int64_t today = DayNumber(now), nearest = INT64_MAX;
  for (int32_t year = now.year - kSearchYears; year <= now.year + kSearchYears; ++year) {
    Date date{year, month, day};
    if (!IsDate(date)) continue;
    int64_t distance = DayNumber(date) - today;
    if (distance <= 0) back = date;
    if (distance > 0 && !on) on = date;
    if (weekday == 0 || WeekdayOf(date) != weekday || std::abs(distance) >= nearest) continue;
    nearest = std::abs(distance);
    same_weekday = date;
  }
  constexpr int64_t kWeekdayReach = 400;  // days; a weekday comes back after 5 or 6 years
  if (same_weekday && nearest <= kWeekdayReach) return same_weekday;
  if (!back || !on) return back ? back : on;
  int64_t days_back = today - DayNumber(*back), days_on = DayNumber(*on) - today;
  if (days_back == 0) return back;
  if (tense == Tense::kFuture) return days_on <= kFarBack ? on : back;
  if (tense == Tense::kPast) return days_back <= 3 * days_on ? back : on;
  return days_back <= 2 * days_on ? back : on;
}

Period PlacePart(const Date& now, Grain grain, int32_t index, Tense tense) {
  int32_t months = grain == Grain::kHalf ? 6 : 3;
  Period part{grain, {now.year, (index - 1) * months + 1, 1}, {}};
  Period current = PeriodOf(grain, now);
  if (tense == Tense::kFuture) {
    if (part.begin < current.begin) ++part.begin.year;
  } else if (part.begin > current.begin) {
    bool next = DayNumber(part.begin) - DayNumber(now) < 92;  // days of a quarter
    if (tense == Tense::kPast || !next) --part.begin.year;
  }
  return part;
}

Period PlaceSeasonBy(const Date& now, int32_t month, int32_t direction) {
  Period season = PeriodOf(Grain::kSeason, {now.year, month, 1});
  Period current = PeriodOf(Grain::kSeason, now);
  if (direction == 0 && month == 12 && now.month <= 2) --season.begin.year;
  if (direction < 0 && season.begin >= current.begin) --season.begin.year;
  if (direction > 0 && season.begin <= current.begin) ++season.begin.year;
  return season;
}

Period PlaceWeekend(const Date& now, Tense tense) {
  Period weekend = PeriodOf(Grain::kWeekend, now);
  if (tense != Tense::kFuture && weekend.begin > now) return Shifted(weekend, -1);
  return weekend;
}

}  // namespace factline
