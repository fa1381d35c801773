#include "corpus/published.h"

#include <chrono>
#include <cstring>

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

}  // namespace

std::string_view PublishedDate(std::string_view given, char (&room)[kPublishedRoom]) {
  given = Trimmed(given);
  int year = Digits(given, 0, 4);
  if (year < 0) return {};
  char separator = given.size() > 4 ? given[4] : '\0';
  bool separated = separator == '-' || separator == '/';
  int month = Digits(given, separated ? 5 : 4, 2);
  int day = Digits(given, separated ? 8 : 6, 2);
  if (separated && (given.size() < 10 || given[7] != separator)) return {};
  if (!IsDay(year, month, day)) return {};
  std::string_view rest = given.substr(separated ? 10 : 8);
  if (!IsTime(rest)) return {};
  if (separator == '-') return given;
  std::memcpy(room, given.data(), 4);
  std::memcpy(room + 5, given.data() + (separated ? 5 : 4), 2);
  std::memcpy(room + 8, given.data() + (separated ? 8 : 6), 2);
  room[4] = room[7] = '-';
  return {room, 10};
}

}  // namespace factline
