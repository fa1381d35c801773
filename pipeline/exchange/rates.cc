// From one currency to another through what both are published against.
//
// From 1999-01-04 on that is the euro (daily; DEM, FRF, … at their fixed rates);
// before, and for the few currencies the ECB does not quote, the US dollar
// (monthly).  A day takes that day's rate, a month or year the mean of its cross
// rates.  EUR before 1999 has no rate: the euro did not exist.

#include "pipeline/exchange/rates.h"

#include <algorithm>
#include <chrono>

extern "C" {
extern const char factline_ecb_daily_begin[], factline_ecb_daily_end[];
extern const char factline_fed_monthly_begin[], factline_fed_monthly_end[];
extern const char factline_euro_fixed_begin[], factline_euro_fixed_end[];
}

namespace factline {
namespace {

namespace chrono = std::chrono;

constexpr int kRateDigits = 8;  // significant digits of a computed rate
constexpr int kReach = 7;       // days a published rate holds on: Easter and Christmas take five
constexpr std::string_view kEcb = "European Central Bank";
constexpr std::string_view kFed = "Federal Reserve";

std::optional<int> DigitsAt(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int n = 0;
  for (char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    n = n * 10 + (c - '0');
  }
  return n;
}

int32_t DayOf(int year, unsigned month, unsigned day) {
  return chrono::sys_days(chrono::year(year) / chrono::month(month) / chrono::day(day))
      .time_since_epoch()
      .count();
}

RatePeriod OfMonths(int year, unsigned first, unsigned last, std::string_view label) {
  auto end = chrono::sys_days(chrono::year(year) / chrono::month(last) / chrono::last);
  return {DayOf(year, first, 1), static_cast<int32_t>(end.time_since_epoch().count()),
          std::string(label)};
}

chrono::year_month_day DateOf(int32_t day) {
  return chrono::year_month_day(chrono::sys_days(chrono::days(day)));
}

int32_t FirstOfMonth(int32_t day) {
  auto date = DateOf(day);
  return DayOf(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), 1);
}

int32_t NextMonth(int32_t first_of_month) { return FirstOfMonth(first_of_month + 31); }

std::string Printed(int32_t day, bool with_day) {
  auto date = DateOf(day);
  char text[16];
  int n = std::snprintf(text, sizeof text, with_day ? "%04d-%02u-%02u" : "%04d-%02u",
                        static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                        static_cast<unsigned>(date.day()));
  return std::string(text, static_cast<size_t>(n));
}

std::string_view NextPart(std::string_view* rest, char separator) {
  size_t end = rest->find(separator);
  std::string_view part = rest->substr(0, end);
  *rest = end == std::string_view::npos ? std::string_view() : rest->substr(end + 1);
  return part;
}

// The mean of the rates fed to it, in order of time.
class Mean {
 public:
  void Add(const std::optional<Decimal>& rate) {
    if (!rate) return;
    if (auto sum = sum_.Plus(*rate)) sum_ = *sum, ++count_;
  }
  std::optional<Decimal> value() const {
    return count_ == 0 ? std::nullopt : sum_.DividedBy(Decimal(count_), kRateDigits);
  }

 private:
  Decimal sum_;
  int64_t count_ = 0;
};

std::optional<Decimal> Cross(const std::optional<Decimal>& from, const std::optional<Decimal>& to) {
  if (!from || !to) return std::nullopt;
  return to->DividedBy(*from, kRateDigits);
}

std::optional<Quote> QuoteOf(const std::optional<Decimal>& rate, std::string date,
                             std::string_view source) {
  if (!rate || rate->is_zero()) return std::nullopt;
  return Quote{*rate, std::move(date), std::string(source)};
}

}  // namespace

RatePeriod RatePeriod::OfYear(int32_t year) {
  char label[8];
  std::snprintf(label, sizeof label, "%04d", std::clamp(year, 0, 9999));
  return OfMonths(year, 1, 12, label);
}

std::optional<RatePeriod> RatePeriod::Parse(std::string_view text) {
  auto year = DigitsAt(text, 0, 4);
  if (!year || *year == 0) return std::nullopt;
  if (text.size() == 4) return OfYear(*year);
  if (text[4] != '-') return std::nullopt;
  if (text.size() >= 7 && text[5] == 'Q' && text[6] >= '1' && text[6] <= '4') {
    unsigned quarter = static_cast<unsigned>(text[6] - '1');
    return OfMonths(*year, quarter * 3 + 1, quarter * 3 + 3, text.substr(0, 7));
  }
  auto month = DigitsAt(text, 5, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (text.size() == 7) {
    return OfMonths(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*month), text);
  }
  auto day = DigitsAt(text, 8, 2);
  if (text[7] != '-' || !day) return std::nullopt;
  auto date = chrono::year(*year) / *month / *day;
  if (!date.ok()) return std::nullopt;
  int32_t number = DayOf(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  return RatePeriod{number, number, std::string(text.substr(0, 10))};
}

std::optional<ExchangeRates::Code> ExchangeRates::CodeOf(std::string_view currency) {
  if (currency.size() != 3) return std::nullopt;
  return Code{currency[0], currency[1], currency[2]};
}

ExchangeRates ExchangeRates::Shipped() {
  ExchangeRates rates;
  rates.ReadTables();
  return rates;
}

void ExchangeRates::ReadTables() {
  // "AUD \t 1999-01 \t 04=1.91 05=1.8944": the month or year and the rates in it.
  auto read = [](std::string_view table, std::map<Code, Series>* all) {
    while (!table.empty()) {
      std::string_view line = NextPart(&table, '\n');
      auto code = CodeOf(NextPart(&line, '\t'));
      std::string_view when = NextPart(&line, '\t');
      auto year = DigitsAt(when, 0, 4);
      if (!code || !year) continue;  // a comment or the head
      auto month = DigitsAt(when, 5, 2);
      Series& series = (*all)[*code];
      while (!line.empty()) {
        std::string_view point = NextPart(&line, ' ');
        unsigned part = static_cast<unsigned>(DigitsAt(point, 0, 2).value_or(1));
        int32_t day =
            month ? DayOf(*year, static_cast<unsigned>(*month), part) : DayOf(*year, part, 1);
        if (auto rate = Decimal::Parse(point.substr(3))) series.push_back({day, *rate});
      }
    }
  };
  read({factline_ecb_daily_begin, factline_ecb_daily_end}, &daily_);
  read({factline_fed_monthly_begin, factline_fed_monthly_end}, &monthly_);
  std::string_view table(factline_euro_fixed_begin, factline_euro_fixed_end);
  while (!table.empty()) {
    std::string_view line = NextPart(&table, '\n');
    auto code = CodeOf(NextPart(&line, '\t'));
    auto rate = Decimal::Parse(NextPart(&line, '\t'));
    auto from = RatePeriod::Parse(line);
    if (code && rate && from) fixed_[*code] = {*rate, from->first};
  }
}

Status ExchangeRates::Add(std::string_view name, std::string_view csv) {
  int number = 0;
  while (!csv.empty()) {
    ++number;
    std::string_view line = NextPart(&csv, '\n');
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    std::string_view rest = line;
    auto period = RatePeriod::Parse(NextPart(&rest, ','));
    auto from = CodeOf(NextPart(&rest, ','));
    auto to = CodeOf(NextPart(&rest, ','));
    auto rate = Decimal::Parse(rest);
    if (period && from && to && rate && *rate > Decimal()) {
      own_.push_back({*from, *to, *period, *rate, std::string(name)});
    } else if (number > 1 || line.substr(0, 4) != "date") {
      return Error{std::string(name) + ":" + std::to_string(number) + ": not a rate: \"" +
                   std::string(line.substr(0, 80)) +
                   "\"; wanted: date,from,to,rate as in 2003-04-10,USD,EUR,0.9271"};
    }
  }
  return Done{};
}

bool ExchangeRates::Knows(std::string_view currency) const {
  auto code = CodeOf(currency);
  if (!code) return false;
  if (currency == "EUR" || currency == "USD") return true;
  return daily_.count(*code) || monthly_.count(*code) || fixed_.count(*code) ||
         std::any_of(own_.begin(), own_.end(),
                     [&](const Own& own) { return own.from == *code || own.to == *code; });
}

std::optional<Quote> ExchangeRates::Find(std::string_view from, std::string_view to,
                                         const RatePeriod& period) const {
  auto source = CodeOf(from), target = CodeOf(to);
  if (!source || !target) return std::nullopt;
  if (*source == *target) return Quote{Decimal(1), period.label, "identity"};
  if (auto quote = FindOwn(*source, *target, period)) return quote;
  if (auto quote = FindDaily(*source, *target, period)) return quote;
  return FindMonthly(*source, *target, period);
}

std::optional<Quote> ExchangeRates::FindOwn(const Code& from, const Code& to,
                                            const RatePeriod& period) const {
  // The narrowest of the user's dates that holds the whole period.
  const Own* best = nullptr;
  for (const Own& own : own_) {
    bool pair = (own.from == from && own.to == to) || (own.from == to && own.to == from);
    if (!pair || own.period.first > period.first || own.period.last < period.last) continue;
    if (best == nullptr ||
        own.period.last - own.period.first < best->period.last - best->period.first) {
      best = &own;
    }
  }
  if (best == nullptr) return std::nullopt;
  auto rate = best->from == from ? std::optional(best->rate)
                                 : Decimal(1).DividedBy(best->rate, kRateDigits);
  return QuoteOf(rate, best->period.label, best->source);
}

std::optional<Decimal> ExchangeRates::PerEuro(const Code& currency, int32_t day) const {
  if (currency == Code{'E', 'U', 'R'}) return Decimal(1);
  auto fixed = fixed_.find(currency);
  if (fixed != fixed_.end() && day >= fixed->second.from) return fixed->second.rate;
  auto series = daily_.find(currency);
  if (series == daily_.end()) return std::nullopt;
  auto point = std::lower_bound(series->second.begin(), series->second.end(), day,
                                [](const Point& p, int32_t d) { return p.day < d; });
  if (point == series->second.end() || point->day != day) return std::nullopt;
  return point->rate;
}

std::optional<Quote> ExchangeRates::FindDaily(const Code& from, const Code& to,
                                              const RatePeriod& period) const {
  // The dollar has been quoted on every day there is: its days are the calendar.
  const Series& calendar = daily_.at(Code{'U', 'S', 'D'});
  auto before = [](const Point& p, int32_t d) { return p.day < d; };
  if (period.first == period.last) {
    auto point = std::lower_bound(calendar.begin(), calendar.end(), period.first + 1, before);
    if (point == calendar.begin() || (--point)->day < period.first - kReach) return std::nullopt;
    auto rate = Cross(PerEuro(from, point->day), PerEuro(to, point->day));
    return QuoteOf(rate, Printed(point->day, true), kEcb);
  }
  Mean mean;
  for (auto point = std::lower_bound(calendar.begin(), calendar.end(), period.first, before);
       point != calendar.end() && point->day <= period.last; ++point) {
    mean.Add(Cross(PerEuro(from, point->day), PerEuro(to, point->day)));
  }
  return QuoteOf(mean.value(), period.label, kEcb);
}

std::optional<Decimal> ExchangeRates::PerDollar(const Code& currency, int32_t month) const {
  if (currency == Code{'U', 'S', 'D'}) return Decimal(1);
  auto series = monthly_.find(currency);
  if (series == monthly_.end()) return std::nullopt;
  auto point = std::lower_bound(series->second.begin(), series->second.end(), month,
                                [](const Point& p, int32_t d) { return p.day < d; });
  if (point == series->second.end() || point->day != month) return std::nullopt;
  return point->rate;
}

std::optional<Quote> ExchangeRates::FindMonthly(const Code& from, const Code& to,
                                                const RatePeriod& period) const {
  int32_t first = FirstOfMonth(period.first);
  Mean mean;
  for (int32_t month = first; month <= period.last; month = NextMonth(month)) {
    mean.Add(Cross(PerDollar(from, month), PerDollar(to, month)));
  }
  bool one_month = NextMonth(first) > period.last;
  return QuoteOf(mean.value(), one_month ? Printed(first, false) : period.label, kFed);
}

}  // namespace factline
