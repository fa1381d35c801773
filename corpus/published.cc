#include "corpus/published.h"

#include <chrono>
#include <cstdio>
#include <iterator>
#include <string>

namespace factline {
namespace {

// The number that the `n` digits at `at` write, or -1.
int Digits(std::string_view text, size_t at, size_t n) {
  if (at + n > text.size()) return -1;
  int number = 0;
  for (size_t i = at; i < at + n; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

bool IsDay(int year, int month, int day) {
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

// " 08:00", "T08:00:00.000Z", "T08:00+02:00": nothing but a time of day.
bool IsTime(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest[0] != 'T' && rest[0] != ' ' && rest[0] != 't') return false;
  if (Digits(rest, 1, 2) < 0 || rest.size() + 10 >= kPublishedRoom) return false;
  return rest.find_first_not_of("0123456789:.,+-Z zUTC", 1) == std::string_view::npos;
}

std::string_view Trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// A date as it is put together.
struct Parts {
  int year = -1, month = -1, day = -1;
  int hour = -1, minute = -1, second = -1;
  std::string_view zone;  // "Z", "-04:00"; empty where it is not known
};

std::string_view Written(const Parts& parts, char (&room)[kPublishedRoom]) {
  if (!IsDay(parts.year, parts.month, parts.day)) return {};
  int size =
      std::snprintf(room, kPublishedRoom, "%04d-%02d-%02d", parts.year, parts.month, parts.day);
  if (parts.hour < 0 || parts.hour > 24 || parts.minute < 0 || parts.minute > 59)
    return {room, static_cast<size_t>(size)};
  size += std::snprintf(room + size, kPublishedRoom - static_cast<size_t>(size), "T%02d:%02d",
                        parts.hour, parts.minute);
  auto add = [&](const char* format, auto value) {
    size += std::snprintf(room + size, kPublishedRoom - static_cast<size_t>(size), format, value);
  };
  if (parts.second >= 0) add(":%02d", parts.second);
  std::string zone(parts.zone);
  if (zone.size() == 5) zone.insert(3, ":");  // "-0400"
  add("%s", zone.c_str());
  return {room, static_cast<size_t>(size)};
}

// The zone that `word` names: "+0000", "+00:00", "GMT"; empty for others, which
// then have a time of day without a zone.
std::string_view ZoneOf(std::string_view word) {
  constexpr std::string_view kNamed[][2] = {
      {"Z", "Z"},        {"UT", "Z"},       {"UTC", "Z"},      {"GMT", "Z"},
      {"EST", "-05:00"}, {"EDT", "-04:00"}, {"CST", "-06:00"}, {"CDT", "-05:00"},
      {"MST", "-07:00"}, {"MDT", "-06:00"}, {"PST", "-08:00"}, {"PDT", "-07:00"}};
  for (const auto& [name, zone] : kNamed) {
    if (word == name) return zone;
  }
  bool sign = !word.empty() && (word[0] == '+' || word[0] == '-');
  bool colon = word.size() == 6 && word[3] == ':';
  if (!sign || (word.size() != 5 && !colon)) return {};
  return Digits(word, 1, 2) < 0 || Digits(word, colon ? 4 : 3, 2) < 0 ? std::string_view() : word;
}

// 1 to 12 for the name of a month in English, or its first three letters; 0 for others.
int MonthNamed(std::string_view word) {
  constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
  if (word == "Sept") return 9;
  for (size_t i = 0; i < std::size(kMonths); ++i) {
    if (word.size() != 3 && word.size() != kMonths[i].size()) continue;
    bool same = true;
    for (size_t c = 0; c < word.size(); ++c) same &= (word[c] | 0x20) == kMonths[i][c];
    if (same) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool IsDayOfWeek(std::string_view word) {
  for (std::string_view day :
       {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}) {
    if (word == day || word == day.substr(0, 3)) return true;
  }
  return word == "Tues" || word == "Thur" || word == "Thurs";
}

// "08:00" or "08:00:30".
bool ReadTime(std::string_view word, Parts* parts) {
  size_t colon = word.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || parts->hour >= 0) return false;
  parts->hour = Digits(word, 0, colon);
  parts->minute = Digits(word, colon + 1, 2);
  if (word.size() > colon + 3) parts->second = Digits(word, colon + 4, 2);
  return parts->hour >= 0 && parts->minute >= 0;
}

// A day before or behind the name of the month, then the year.
bool ReadNumber(std::string_view word, Parts* parts) {
  int number = Digits(word, 0, word.size());
  if (number < 0 || word.size() > 4 || word.size() == 3) return false;
  if (parts->day < 0 && word.size() <= 2) {
    parts->day = number;
  } else if (parts->year < 0 && parts->month > 0 && word.size() != 1) {
    // RFC 2822, 4.3: two digits are the fifty years before and behind 2000.
    parts->year = word.size() == 4 ? number : number + (number < 50 ? 2000 : 1900);
  } else {
    return false;
  }
  return true;
}

// A date with the name of its month: RFC 822 and its relatives.
std::string_view DateInWords(std::string_view given, char (&room)[kPublishedRoom]) {
  constexpr size_t kLongest = 60;
  Parts parts;
  if (given.size() > kLongest) return {};
  while (!given.empty()) {
    size_t end = given.find_first_of(" \t\r\n,");
    std::string_view word = given.substr(0, end);
    given = end == std::string_view::npos ? std::string_view() : given.substr(end + 1);
    if (word.empty()) continue;
    bool known;
    if (word[0] >= '0' && word[0] <= '9') {
      known = ReadTime(word, &parts) || ReadNumber(word, &parts);
    } else if (parts.hour >= 0) {
      known = true;  // whatever a zone is called
      if (parts.zone.empty()) parts.zone = ZoneOf(word);
    } else if (int month = MonthNamed(word)) {
      known = parts.month < 0;
      parts.month = month;
    } else {
      known = parts.day < 0 && parts.month < 0 && IsDayOfWeek(word);
    }
    if (!known) return {};
  }
  return Written(parts, room);
}

}  // namespace

std::string_view PublishedDate(std::string_view given, char (&room)[kPublishedRoom]) {
  given = Trimmed(given);
  int year = Digits(given, 0, 4);
  if (year < 0) return DateInWords(given, room);
  char separator = given.size() > 4 ? given[4] : '\0';
  bool separated = separator == '-' || separator == '/';
  int month = Digits(given, separated ? 5 : 4, 2);
  int day = Digits(given, separated ? 8 : 6, 2);
  if (separated && (given.size() < 10 || given[7] != separator)) return {};
  if (!IsDay(year, month, day)) return {};
  std::string_view rest = given.substr(separated ? 10 : 8);
  if (!IsTime(rest)) return {};
  if (separator == '-') return given;
  Parts parts = {year, month, day};
  if (!separated && rest.size() >= 7 && rest[0] == 'T') {  // "T080000Z"
    parts.hour = Digits(rest, 1, 2);
    parts.minute = Digits(rest, 3, 2);
    parts.second = Digits(rest, 5, 2);
    parts.zone = ZoneOf(rest.substr(7));
  }
  return Written(parts, room);
}

}  // namespace factline
