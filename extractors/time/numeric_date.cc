#include "extractors/time/numeric_date.h"

#include <algorithm>
#include <cstdlib>

namespace factline {
namespace {

constexpr int32_t kFirstYear = 1500;  // of dates in figures
constexpr int32_t kLastYear = 2199;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

int32_t FullYear(int32_t year, size_t digits) {
  if (digits != 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

// Three numbers with one sign between them, from three tokens or three pieces.
NumericDate Compose(const std::string_view (&part)[3], char sign) {
  NumericDate date;
  auto a = ShortNumber(part[0]), b = ShortNumber(part[1]), c = ShortNumber(part[2]);
  if (!a || !b || !c || part[1].size() > 2) return date;
  if (part[0].size() == 4 && part[2].size() <= 2) {
    date.year_first = true;
    date.year = *a;
    date.first = *b;
    date.second = *c;
  } else if (part[0].size() <= 2 && (part[2].size() == 4 || part[2].size() == 2)) {
    date.year = FullYear(*c, part[2].size());
    date.first = *a;
    date.second = *b;
    date.dotted = sign == '.';
  } else {
    return date;
  }
  bool plausible = date.year >= kFirstYear && date.year <= kLastYear && date.first >= 1 &&
                   date.second >= 1 && date.first <= 31 && date.second <= 31 &&
                   (date.first <= 12 || (date.second <= 12 && !date.year_first));
  if (plausible) date.tokens = 1;
  return date;
}

NumericDate ReadDotted(std::string_view text) {
  size_t first = text.find('.');
  size_t second = text.find('.', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return {};
  const std::string_view parts[3] = {
      text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
  return Compose(parts, '.');
}

bool Glued(const Reading& r, uint32_t i) { return i < r.size() && !r.token(i).space_before; }

NumericDate ReadSeparated(const Reading& r, uint32_t i) {
  if (i + 4 >= r.size()) return {};
  const Token& sign = r.token(i + 1);
  bool slash = sign.is('/');
  if (!slash && !sign.is_hyphen()) return {};
  if (r.token(i + 3).sign != sign.sign || !r.token(i + 2).is_number()) return {};
  if (!r.token(i + 4).is_number()) return {};
  for (uint32_t k = i + 1; k <= i + 4; ++k) {
    if (!Glued(r, k)) return {};
  }
  std::string_view last = r.Text(i + 4);
  const std::string_view parts[3] = {r.Text(i), r.Text(i + 2), last};
  NumericDate date = Compose(parts, slash ? '/' : '-');
  // "1-2-03" is a score or a label more often than a day.
  if (!slash && !date.year_first && last.size() != 4) date.tokens = 0;
  bool goes_on = Glued(r, i + 5) && (r.token(i + 5).is('/') || r.token(i + 5).is_hyphen());
  if (goes_on) date.tokens = 0;
  if (date.tokens != 0) date.tokens = 5;
  return date;
}

}  // namespace

std::optional<int32_t> ShortNumber(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int32_t value = 0;
  for (char c : text) {
    if (!IsDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool NumericDate::is_certain() const {
  return year_first || first > 12 || second > 12 || first == second;
}

NumericDate ReadNumericDate(const Reading& r, uint32_t i) {
  const Token& token = r.token(i);
  if (!token.is_number()) return {};
  if (i > 0 && !token.space_before) {
    const Token& before = r.token(i - 1);
    if (before.is_number() || before.is('/') || before.is_hyphen() || before.is('$')) return {};
  }
  if (token.bytes.size() > 4) return ReadDotted(r.Text(i));
  return ReadSeparated(r, i);
}

bool DateOrder::DayFirst(const NumericDate& date, std::optional<Date> near) {
  if (date.year_first) return false;
  if (date.first > 12) return true;
  if (date.second > 12) return false;
  if (near) {
    int64_t now = DayNumber(*near);
    int64_t day_first = std::abs(DayNumber(date.Read(true)) - now);
    int64_t month_first = std::abs(DayNumber(date.Read(false)) - now);
    constexpr int64_t kSameNews = 3;  // days
    if (std::min(day_first, month_first) <= kSameNews) return day_first < month_first;
  }
  int balance = Balance();
  return balance != 0 ? balance > 0 : date.dotted;
}

int DateOrder::Balance() {
  if (balance_) return *balance_;
  const Reading& r = *reading_;
  auto is_day = [&](uint32_t i) {
    auto day = i < r.size() ? ShortNumber(r.Text(i)) : std::nullopt;
    return day && *day >= 1 && *day <= 31;
  };
  int balance = 0;
  for (uint32_t i = 0; i < r.size(); ++i) {
    if (r.Has(i, Role::month)) {
      balance += (i > 0 && is_day(i - 1)) - is_day(i + 1);
    } else if (r.token(i).is_number()) {
      NumericDate date = ReadNumericDate(r, i);
      if (date.tokens == 0 || date.year_first) continue;
      balance += 2 * ((date.first > 12) - (date.second > 12));
    }
  }
  balance_ = balance;
  return balance;
}

std::optional<AddressDate> ReadAddressDate(std::string_view url) {
  for (size_t i = 1; i + 8 <= url.size(); ++i) {
    if (!IsDigit(url[i]) || IsDigit(url[i - 1])) continue;
    size_t run = i;
    while (run < url.size() && IsDigit(url[run])) ++run;
    size_t digits = run - i;
    Date date;
    size_t size = 0;
    if (digits == 8) {
      date = {*ShortNumber(url.substr(i, 4)), *ShortNumber(url.substr(i + 4, 2)),
              *ShortNumber(url.substr(i + 6, 2))};
      size = 8;
    } else if (digits == 4 && i + 10 <= url.size() && url[i + 4] == url[i + 7] &&
               (url[i + 4] == '/' || url[i + 4] == '-')) {
      auto month = ShortNumber(url.substr(i + 5, 2)), day = ShortNumber(url.substr(i + 8, 2));
      if (month && day) date = {*ShortNumber(url.substr(i, 4)), *month, *day};
      size = 10;
    }
    if (size != 0 && IsDate(date) && date.year >= 1990 && date.year <= 2099) {
      return AddressDate{date, i, size};
    }
    i = run;
  }
  return std::nullopt;
}

}  // namespace factline
