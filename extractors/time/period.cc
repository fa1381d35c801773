#include "extractors/time/period.h"

#include <cstdio>

namespace factline {
namespace {

constexpr int32_t kMonthsOfGrain[] = {0, 0, 0, 1, 3, 3, 6, 12, 120, 1200};

Date FloorToYears(const Date& day, int32_t years, int32_t offset) {
  return {(day.year - offset) / years * years + offset, 1, 1};
}

// Winter begins in December of the year it is named after here.
Date SeasonBegin(const Date& day) {
  if (day.month < 3) return {day.year - 1, 12, 1};
  return {day.year, day.month / 3 * 3, 1};
}

void AppendOne(const Period& p, bool known_year, std::string* out) {
  char text[32];
  const Date& d = p.begin;
  char year[8] = "XXXX";
  if (known_year) std::snprintf(year, sizeof year, "%04d", d.year);
  switch (p.grain) {
    case Grain::kDay:
      std::snprintf(text, sizeof text, "%s-%02d-%02d", year, d.month, d.day);
      break;
    case Grain::kWeekend:
    case Grain::kWeek: {
      IsoWeek week = IsoWeekOf(d);
      std::snprintf(text, sizeof text, "%04d-W%02d%s", week.year, week.week,
                    p.grain == Grain::kWeekend ? "-WE" : "");
      break;
    }
    case Grain::kMonth:
      std::snprintf(text, sizeof text, "%s-%02d", year, d.month);
      break;
    case Grain::kQuarter:
      std::snprintf(text, sizeof text, "%s-Q%d", year, (d.month + 2) / 3);
      break;
    case Grain::kSeason: {
      static constexpr const char* kNames[] = {"WI", "SP", "SU", "FA"};
      std::snprintf(text, sizeof text, "%s-%s", year, kNames[d.month / 3 % 4]);
      break;
    }
    case Grain::kHalf:
      std::snprintf(text, sizeof text, "%s-H%d", year, d.month < 7 ? 1 : 2);
      break;
    case Grain::kYear:
      std::snprintf(text, sizeof text, "%s", year);
      break;
    case Grain::kDecade:
      std::snprintf(text, sizeof text, "%03d", d.year / 10);
      break;
    case Grain::kCentury:
      std::snprintf(text, sizeof text, "%02d", d.year / 100);
      break;
  }
  *out += text;
}

}  // namespace

int32_t Period::last_year() const {
  int32_t year = last ? last->year : begin.year;
  if (grain == Grain::kDecade) return year + 9;
  if (grain == Grain::kCentury) return year + 99;
  return year;
}

Period PeriodOf(Grain grain, const Date& day) {
  switch (grain) {
    case Grain::kDay:
      return {grain, day, {}};
    case Grain::kWeekend:
      return {grain, PlusDays(MondayOf(day), 5), {}};
    case Grain::kWeek:
      return {grain, MondayOf(day), {}};
    case Grain::kMonth:
      return {grain, {day.year, day.month, 1}, {}};
    case Grain::kQuarter:
      return {grain, {day.year, (day.month - 1) / 3 * 3 + 1, 1}, {}};
    case Grain::kSeason:
      return {grain, SeasonBegin(day), {}};
    case Grain::kHalf:
      return {grain, {day.year, day.month < 7 ? 1 : 7, 1}, {}};
    case Grain::kYear:
      return {grain, {day.year, 1, 1}, {}};
    case Grain::kDecade:
      return {grain, FloorToYears(day, 10, 0), {}};
    case Grain::kCentury:
      return {grain, FloorToYears(day, 100, 1), {}};
  }
  return {};
}

Period Shifted(const Period& period, int32_t count) {
  return ShiftedBy(period, period.grain, count);
}

Period ShiftedBy(const Period& period, Grain step, int32_t count) {
  auto move = [&](const Date& from) {
    if (step == Grain::kDay) return PlusDays(from, count);
    if (step == Grain::kWeek || step == Grain::kWeekend) return PlusDays(from, 7 * int64_t{count});
    return PlusMonths(from, kMonthsOfGrain[static_cast<int>(step)] * count);
  };
  Period moved = period;
  moved.begin = move(period.begin);
  if (period.last) moved.last = move(*period.last);
  if (period.grain == Grain::kWeek) moved.begin = MondayOf(moved.begin);
  return moved;
}

Period YearsOf(int32_t first, int32_t last) {
  Period years{Grain::kYear, {first, 1, 1}, {}};
  if (last != first) years.last = Date{last, 1, 1};
  return years;
}

void AppendTimex(const Period& period, bool known_year, std::string* out) {
  AppendOne(period, known_year, out);
  if (!period.last) return;
  *out += '/';
  AppendOne({period.grain, *period.last, {}}, known_year, out);
}

}  // namespace factline
