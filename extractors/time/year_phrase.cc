// A number of four digits is a year unless what stands beside it says that it
// counts something or labels something.
//
// What qualifies: "in 1984", "the 2014 protests", "World Cup 2018".  What does not:
// "1984 seats", "Flight 2019", "$2000", "rose to 2000", "2000 GMT", "1600 Main Street".
// Far from today's years a preposition must say so ("in 1648").

#include "extractors/time/year_phrase.h"

#include "extractors/time/year_evidence.h"
#include "extractors/time/year_tail.h"

namespace factline {
namespace {

constexpr int32_t kFirstYear = 1000;
constexpr int32_t kLastYear = 2199;

class YearPhraseReader {
 public:
  YearPhraseReader(const TimePlace& place, uint32_t number)
      : p_(place), r_(place.reading), i_(number), evidence_(place, number) {
    phrase_.tokens = {number, number + 1};
    phrase_.grain = Grain::kYear;
  }

  std::optional<TimePhrase> Read() {
    std::string_view text = r_.Text(i_);
    auto number = ShortNumber(text);
    if (!number) return std::nullopt;
    number_ = *number;
    evidence_.SetYear(number_);
    if (text.size() == 2) return ReadTwoDigits();
    if (text.size() == 1) return ReadQuarterLabel();
    if (text.size() != 4 || number_ < kFirstYear || number_ > kLastYear) return std::nullopt;
    if (evidence_.BelongsToSign()) return std::nullopt;
    if (ReadDecade() || ReadFiscal() || ReadRange() || ReadYear()) return phrase_;
    return std::nullopt;
  }

 private:
  bool Glued(uint32_t i) const { return i < r_.size() && !r_.token(i).space_before; }
  bool HasBefore() const { return i_ > p_.sentence.begin; }

  void Set(const Period& period, std::string_view rule, float confidence) {
    phrase_.period = period;
    phrase_.rule = rule;
    phrase_.confidence = confidence;
  }

  // "1990s", "the 1990's", "1800s".
  bool ReadDecade() {
    if (number_ % 10 != 0 || !Glued(i_ + 1)) return false;
    bool plural = p_.Is(i_ + 1, "s");
    // "the 1990's"; behind figures the apostrophe is a token of its own.
    bool apostrophe = r_.token(i_ + 1).is('\'') && p_.Is(i_ + 2, "s") && Glued(i_ + 2) &&
                      p_.FreeBefore(i_, "the");
    if (!plural && !apostrophe) return false;
    phrase_.tokens.end = apostrophe ? i_ + 3 : i_ + 2;
    bool century = number_ % 100 == 0 && number_ < 2000;
    if (century)
      Set(YearsOf(number_, number_ + 99), "time.decade", 0.9f);
    else
      Set({Grain::kDecade, {number_, 1, 1}, {}}, "time.decade", 0.97f);
    TakeThe();
    return true;
  }

  void TakeThe() {
    uint32_t begin = phrase_.tokens.begin;
    bool mid = begin >= p_.done + 2 && r_.token(begin - 1).is_hyphen() && p_.Is(begin - 2, "mid");
    if (mid) phrase_.tokens.begin = begin -= 2;
    if (p_.FreeBefore(begin, "the")) --phrase_.tokens.begin;
  }

  // "'90s", "'98", "FY 04", "FY24".
  std::optional<TimePhrase> ReadTwoDigits() {
    int32_t year = number_ < 50 ? 2000 + number_ : 1900 + number_;
    if (HasBefore() && p_.words.At(r_, i_ - 1, Role::time_word).Is(TimeClass::kFiscal) &&
        p_.Is(i_ - 1, "fy")) {
      number_ = year;
      if (Glued(i_ + 1) && r_.token(i_ + 1).is_word() && !r_.token(i_ + 1).clitic) {
        return std::nullopt;
      }
      ReadFiscal();
      return phrase_;
    }
    // "of '98"; "iLife '11" is a product, and "- '41,' as he is called -" a nickname.
    bool led = i_ > p_.sentence.begin + 1 && r_.token(i_ - 2).shape == Shape::kLower;
    if (!led && i_ > p_.sentence.begin + 1) return std::nullopt;
    if (IsBareDecade()) {
      phrase_.tokens.end = i_ + 2;
      Set({Grain::kDecade, {1900 + number_, 1, 1}, {}}, "time.decade", 0.8f);
      TakeThe();
      return phrase_;
    }
    bool apostrophe = i_ > p_.done && Glued(i_) && r_.token(i_ - 1).is('\'') &&
                      (r_.token(i_ - 1).space_before || i_ == 1 || !r_.token(i_ - 2).is_number());
    if (!apostrophe) return std::nullopt;
    phrase_.tokens.begin = i_ - 1;
    if (p_.Is(i_ + 1, "s") && Glued(i_ + 1)) {
      if (number_ % 10 != 0) return std::nullopt;
      phrase_.tokens.end = i_ + 2;
      Set({Grain::kDecade, {year < 2010 ? year : year - 100, 1, 1}, {}}, "time.decade", 0.93f);
      TakeThe();
      return phrase_;
    }
    if (Glued(i_ + 1) && (r_.token(i_ + 1).is_word() || r_.token(i_ + 1).is('\''))) {
      return std::nullopt;
    }
    Set(YearsOf(year, year), "time.short-year", 0.85f);
    return phrase_;
  }

  // "back in the 80s"; not "in his 80s", nor a temperature "in the 80s".
  bool IsBareDecade() const {
    if (number_ < 50 || number_ % 10 != 0 || !Glued(i_ + 1) || !p_.Is(i_ + 1, "s")) return false;
    if (!r_.token(i_).space_before || i_ < p_.sentence.begin + 2) return false;
    const TimeFocus* focus = p_.NearFocus(Grain::kCentury);
    if (p_.Is(i_ - 1, "and") && focus != nullptr && focus->token + 1 == i_) {
      return focus->period.grain == Grain::kDecade;
    }
    if (!p_.Is(i_ - 1, "the") ||
        !p_.IsAnyOf(i_ - 2, {"in", "of", "from", "since", "during", "late", "early", "mid"})) {
      return false;
    }
    constexpr uint32_t kReach = 14;  // tokens in which the weather would be named
    for (uint32_t k = i_; k > p_.sentence.begin && k + kReach > i_; --k) {
      if (p_.IsAnyOf(k - 1, {"temperatures", "temperature", "degrees", "highs", "lows", "scored",
                             "percentile", "upper", "lower"})) {
        return false;
      }
    }
    return true;
  }

  // "Q3", "Q3 2009", "2009 Q3" (the latter is reached from the year).
  std::optional<TimePhrase> ReadQuarterLabel() {
    bool quarter = HasBefore() && Glued(i_) && i_ > p_.done && r_.Text(i_ - 1) == "Q" &&
                   number_ >= 1 && number_ <= 4 && !(Glued(i_ + 1) && r_.token(i_ + 1).is_word());
    if (!quarter) return std::nullopt;
    phrase_.tokens.begin = i_ - 1;
    uint32_t at = i_ + 1;
    if (p_.Is(at, "of")) ++at;
    auto year =
        p_.InSentence(at) && r_.Text(at).size() == 4 ? ShortNumber(r_.Text(at)) : std::nullopt;
    int32_t month = (number_ - 1) * 3 + 1;
    if (year && *year >= kFirstUsualYear && *year <= kLastUsualYear) {
      phrase_.tokens.end = at + 1;
      Set({Grain::kQuarter, {*year, month, 1}, {}}, "time.quarter", 0.95f);
      return phrase_;
    }
    phrase_.grain = Grain::kQuarter;
    phrase_.rule = "time.quarter";
    phrase_.confidence = 0.8f;
    auto now = p_.Now(Grain::kMonth);
    std::optional<Period> part;
    if (now) part = Period{Grain::kQuarter, {now->year - (month > now->month), month, 1}, {}};
    Resolve(p_, part, &phrase_);
    return phrase_;
  }

  // "fiscal 2003", "fiscal year 2022", "Fiscal Year (FY) 2024", "the 1999 fiscal year".
  bool ReadFiscal() {
    uint32_t begin = i_;
    if (begin > p_.done && r_.token(begin - 1).is(')')) --begin;
    if (begin > p_.done && r_.token(begin - 1).is('\'')) --begin;
    TimeUse word = p_.words.Before(r_, begin, Role::time_word);
    TimeUse unit = p_.words.Before(r_, begin, Role::time_unit);
    bool led = (word.Is(TimeClass::kFiscal) || (unit && unit.word->fiscal)) &&
               p_.reading.token(i_ - 1).sign != ',';
    uint32_t last = LastOfRange();
    TimeUse after = p_.words.At(r_, last + 1, Role::time_unit);
    bool followed = after && after.word->fiscal && after.word->grain == Grain::kYear;
    if (!led && !followed) return false;
    Period years = YearsOf(number_, last == i_ ? number_ : RangeEnd(last));
    phrase_.tokens.end = last + 1;
    if (followed) phrase_.tokens.end += after.tokens;
    if (led) TakeFiscalBefore(begin);
    phrase_.fiscal = true;
    Set(years, "time.fiscal-year", 0.95f);
    return true;
  }

  void TakeFiscalBefore(uint32_t begin) {
    for (int n = 0; n < 3 && begin > p_.done; ++n) {
      TimeUse word = p_.words.Before(r_, begin, Role::time_word);
      TimeUse unit = p_.words.Before(r_, begin, Role::time_unit);
      uint32_t tokens = 0;
      if (unit && unit.word->fiscal) tokens = unit.tokens;
      if (word.Is(TimeClass::kFiscal) && word.tokens > tokens) tokens = word.tokens;
      if (tokens == 0 && r_.token(begin - 1).is('(') && n > 0) tokens = 1;
      if (tokens == 0 || begin < p_.done + tokens) break;
      begin -= tokens;
    }
    if (!r_.token(begin).is('(')) phrase_.tokens.begin = begin;
  }

  // Token of the second year of "2020-24" and "1999/2000"; i_ where there is
  // none. "2013 to 2019" names two years.
  uint32_t LastOfRange() const {
    if (i_ + 2 >= p_.sentence.end) return i_;
    const Token& joint = r_.token(i_ + 1);
    bool sign = joint.is_hyphen() || joint.is('/') || joint.is(kEmDash);
    if (!sign) return i_;
    std::string_view text = r_.Text(i_ + 2);
    if (!ShortNumber(text) || (text.size() != 4 && text.size() != 2)) return i_;
    if (text.size() == 2 && !(Glued(i_ + 1) && Glued(i_ + 2))) return i_;
    if (joint.is('/') && !Glued(i_ + 1)) return i_;
    const uint32_t after = i_ + 3;
    if (Glued(after)) {
      const Token& next = r_.token(after);
      if (next.is('/') || next.is('%') || (next.is_word() && !next.clitic)) return i_;
      if (next.is_hyphen() && Glued(after + 1) && r_.token(after + 1).is_number()) return i_;
    }
    int32_t last = RangeEnd(i_ + 2);
    bool year = last > number_ && last <= kLastYear && last - number_ <= 300;
    return year ? i_ + 2 : i_;
  }

  int32_t RangeEnd(uint32_t token) const {
    int32_t last = *ShortNumber(r_.Text(token));
    if (r_.Text(token).size() == 4) return last;
    last += number_ / 100 * 100;
    return last <= number_ ? last + 100 : last;
  }

  bool ReadRange() {
    uint32_t last = LastOfRange();
    if (last == i_ || evidence_.IsLabelled() || evidence_.IsCount(last + 1)) return false;
    bool usual = number_ >= kFirstUsualYear - 200 && number_ <= kLastUsualYear;
    if (!usual && !evidence_.IsIntroduced()) return false;
    phrase_.tokens.end = last + 1;
    Set(YearsOf(number_, RangeEnd(last)), "time.year-range", 0.93f);
    return true;
  }

  bool ReadYear() {
    if (evidence_.IsLabelled() || evidence_.IsCount(i_ + 1)) return false;
    bool usual = number_ >= kFirstUsualYear && number_ <= kLastUsualYear;
    bool introduced = evidence_.IsIntroduced();
    if (!usual && !introduced) return false;
    if (!usual && evidence_.CountsLoosely()) return false;
    if (evidence_.NamesThing()) return false;
    if (number_ % 1000 == 0 && !introduced && HasBefore() &&
        p_.IsAnyOf(i_ - 1, {"to", "at", "than", "some"})) {
      return false;
    }
    Set(YearsOf(number_, number_), "time.year", introduced ? 0.98f : 0.93f);
    uint32_t begin = i_;
    if (begin >= p_.done + 2 && r_.token(begin - 1).is_hyphen() && p_.Is(begin - 2, "mid")) {
      phrase_.tokens.begin -= 2;
    }
    phrase_.tokens.begin -= EdgeBefore(p_, phrase_.tokens.begin);
    return true;
  }

  const TimePlace& p_;
  const Reading& r_;
  uint32_t i_;
  int32_t number_ = 0;
  YearEvidence evidence_;
  TimePhrase phrase_;
};

}  // namespace

std::optional<TimePhrase> ReadYearPhrase(const TimePlace& p, uint32_t number) {
  return YearPhraseReader(p, number).Read();
}

}  // namespace factline
