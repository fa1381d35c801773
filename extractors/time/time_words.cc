#include "extractors/time/time_words.h"

#include <algorithm>
#include <charconv>

namespace factline {
namespace {

// Every row that carries one of these is this folder's.
constexpr Role kOwnRoles[] = {Role::month,     Role::weekday, Role::season, Role::time_unit,
                              Role::time_word, Role::holiday, Role::tense,  Role::deictic_day};

struct ClassName {
  std::string_view name;
  TimeClass cls;
};
constexpr ClassName kClasses[] = {
    {"plain", TimeClass::kPlain},     {"name", TimeClass::kName},
    {"short", TimeClass::kShort},     {"deictic", TimeClass::kDeictic},
    {"after", TimeClass::kAfter},     {"anaphoric", TimeClass::kAnaphoric},
    {"part", TimeClass::kPart},       {"edge", TimeClass::kEdge},
    {"fiscal", TimeClass::kFiscal},   {"label", TimeClass::kLabel},
    {"counted", TimeClass::kCounted}, {"clock", TimeClass::kClock},
    {"ordinal", TimeClass::kOrdinal}, {"window", TimeClass::kWindow},
    {"street", TimeClass::kStreet},   {"named", TimeClass::kNamed},
    {"future", TimeClass::kFuture},   {"past", TimeClass::kPast},
    {"plan", TimeClass::kPlan},       {"be", TimeClass::kBe},
    {"present", TimeClass::kPresent},
};

TimeClass ClassOf(std::string_view name) {
  for (const ClassName& c : kClasses) {
    if (c.name == name) return c.cls;
  }
  return TimeClass::kPlain;
}

Grain GrainOf(std::string_view name) {
  static constexpr std::string_view kNames[] = {"day",    "weekend", "week", "month",  "quarter",
                                                "season", "half",    "year", "decade", "century"};
  const auto* at = std::find(std::begin(kNames), std::end(kNames), name);
  return at == std::end(kNames) ? Grain::kYear : static_cast<Grain>(at - kNames);
}

int Integer(std::string_view text) {
  int value = 0;
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Weekday WeekdayNamed(std::string_view name) {
  static constexpr std::string_view kNames[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  const auto* at = std::find(std::begin(kNames), std::end(kNames), name);
  return at == std::end(kNames) ? 0 : static_cast<Weekday>(at - kNames + 1);
}

// "12-25", "11-thu-4", "11-thu-4+1", "5-mon--1", "easter-2", "2001-9-11".
HolidayRule RuleOf(std::string_view text) {
  HolidayRule rule;
  if (text.substr(0, 6) == "easter") {
    rule.day = Integer(text.substr(6));
    return rule;
  }
  size_t dash = text.find('-');
  std::string_view head = text.substr(0, dash), rest = text.substr(dash + 1);
  if (head.size() == 4) {
    rule.year = Integer(head);
    dash = rest.find('-');
    rule.month = Integer(rest.substr(0, dash));
    rule.day = Integer(rest.substr(dash + 1));
    return rule;
  }
  rule.month = Integer(head);
  rule.weekday = WeekdayNamed(rest.substr(0, 3));
  if (rule.weekday == 0) {
    rule.day = Integer(rest);
    return rule;
  }
  rest.remove_prefix(4);
  size_t plus = rest.find('+');
  rule.nth = Integer(rest.substr(0, plus));
  if (plus != std::string_view::npos) rule.day = Integer(rest.substr(plus + 1));
  return rule;
}

TimeWord WordOf(const LexiconRow& row, Role role) {
  TimeWord word;
  word.cls = ClassOf(role == Role::month || role == Role::weekday ? row["use"] : row["class"]);
  std::string_view value = row["value"];
  word.value = static_cast<int8_t>(Integer(value));
  word.text = value;
  if (role == Role::time_unit) {
    word.grain = GrainOf(value);
    word.value = static_cast<int8_t>(Integer(row["number"]));
    word.is_period = value == "period";
    word.plural = row["plural"] == "yes";
    word.fiscal = row["fiscal"] == "yes";
  }
  if (role == Role::holiday) word.holiday = RuleOf(row["rule"]);
  word.from_focus = row["from"] == "focus";
  return word;
}

}  // namespace

Date HolidayRule::In(int32_t year_wanted) const {
  if (year != 0) return {year, month, day};
  if (month == 0) return PlusDays(EasterOf(year_wanted), day);
  if (weekday == 0) return {year_wanted, month, day};
  return PlusDays(NthWeekday(year_wanted, month, weekday, nth), day);
}

TimeWords::TimeWords(const Lexicon& lexicon) {
  uint32_t low = UINT32_MAX, high = 0;
  for (Role role : kOwnRoles) {
    for (const LexiconRow& row : lexicon.RowsOf(role)) {
      low = std::min(low, row.index());
      high = std::max(high, row.index());
    }
  }
  if (low == UINT32_MAX) return;
  first_row_ = low;
  words_.resize(high - low + 1);
  for (Role role : kOwnRoles) {
    for (const LexiconRow& row : lexicon.RowsOf(role)) {
      words_[row.index() - first_row_] = WordOf(row, role);
    }
  }
}

TimeUse TimeWords::UseOf(const Sense& sense) const {
  if (!sense) return {};
  uint32_t row = sense.row.index();
  return {&words_[row - first_row_], sense.tokens, row};
}

TimeUse TimeWords::At(const Reading& reading, uint32_t token, Role role) const {
  if (token >= reading.size()) return {};
  const Lexed& lexed = reading.lexed(token);
  if (!((lexed.roles | lexed.phrase_roles) & Bit(role))) return {};
  return UseOf(reading.At(token, role));
}

TimeUse TimeWords::Before(const Reading& reading, uint32_t end, Role role) const {
  return UseOf(reading.Before(end, role));
}

}  // namespace factline
