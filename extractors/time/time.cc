// The walk over the tokens: at each word that can be the heart of a time, its
// reader is asked for the phrase around it; what is found becomes a mention and
// the time that later ones may count from.
//
// Readers look at a bounded number of tokens on either side, so the whole is
// linear.  A sentence with neither digit nor word of time is passed over.

#include "extractors/time/time.h"

#include "extractors/time/day_phrase.h"
#include "extractors/time/time_words.h"
#include "extractors/time/unit_phrase.h"
#include "extractors/time/year_phrase.h"

namespace factline {
namespace {

constexpr RoleSet kHearts = Bits(Role::month, Role::weekday, Role::season, Role::time_unit,
                                 Role::deictic_day, Role::holiday);

class Walk {
 public:
  Walk(const Reading& reading, const TimeWords& words, std::vector<Mention>* found)
      : reading_(reading), order_(reading), place_{reading, words, {}, {}, {}, 0}, found_(found) {}

  void Run() {
    const Document& document = reading_.document();
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Span& tokens = document.sentences[s].tokens;
      bool addresses = false;
      if (!reading_.HasDigit(s) && !(reading_.RolesOf(s) & kHearts)) {
        for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
          addresses |= reading_.token(i).kind == TokenKind::kUrl;
        }
        if (!addresses) continue;
      }
      place_.sentence = tokens;
      for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
        if (i < place_.done) continue;
        ReadAt(i);
      }
    }
  }

 private:
  void ReadAt(uint32_t i) {
    const Lexed& lexed = reading_.lexed(i);
    RoleSet roles = lexed.roles | lexed.phrase_roles;
    if (roles & Bit(Role::time_word)) {
      TimeUse use = place_.words.At(reading_, i, Role::time_word);
      TimeUse holiday = place_.words.At(reading_, i, Role::holiday);
      bool longer = holiday && holiday.tokens > use.tokens;  // "New Year's Day"
      if (use.Is(TimeClass::kNamed) && !longer) {
        place_.done = i + use.tokens;
        return;
      }
    }
    bool number = reading_.token(i).is_number();
    bool address = reading_.token(i).kind == TokenKind::kUrl;
    if (!(roles & kHearts) && !number && !address) return;
    FindAnchorOnce();
    if (auto phrase = PhraseAt(i, roles)) Add(*phrase);
  }

  std::optional<TimePhrase> PhraseAt(uint32_t i, RoleSet roles) {
    if (reading_.token(i).kind == TokenKind::kUrl) return ReadAddressPhrase(place_, i);
    if (reading_.token(i).is_number()) {
      if (roles & Bit(Role::holiday)) return ReadHolidayPhrase(place_, i);  // "9/11"
      if (auto phrase = ReadNumericPhrase(place_, i, &order_)) return phrase;
      return ReadYearPhrase(place_, i);
    }
    std::optional<TimePhrase> phrase;
    if (roles & Bit(Role::holiday)) {
      phrase = ReadHolidayPhrase(place_, i);
      TimeUse use = place_.words.At(reading_, i, Role::holiday);
      // The "Friday" of a Good Friday that is no time is none either.
      if (!phrase && use && use.tokens > 1) {
        place_.done = i + use.tokens;
        return phrase;
      }
    }
    if (!phrase && roles & Bit(Role::weekday)) phrase = ReadWeekdayPhrase(place_, i);
    if (!phrase && roles & Bit(Role::month)) phrase = ReadMonthPhrase(place_, i);
    if (!phrase && roles & Bit(Role::deictic_day)) phrase = ReadDeicticDayPhrase(place_, i);
    if (!phrase && roles & Bit(Role::season)) phrase = ReadSeasonPhrase(place_, i);
    if (!phrase && roles & Bit(Role::time_unit)) phrase = ReadUnitPhrase(place_, i);
    return phrase;
  }

  void FindAnchorOnce() {
    if (has_anchor_) return;
    has_anchor_ = true;
    place_.anchor = FindAnchor(reading_, place_.words, &order_);
  }

  void Add(const TimePhrase& phrase) {
    Mention& m = found_->emplace_back();
    Grain grain = phrase.period ? phrase.period->grain : phrase.grain;
    m.type = grain >= Grain::kYear ? FactType::kYear : FactType::kDate;
    m.tokens = phrase.tokens;
    m.bytes = phrase.bytes ? *phrase.bytes
                           : reading_.document().BytesOf(phrase.tokens.begin, phrase.tokens.end);
    // The full stop of "October 31st." is the sentence's.
    if (reading_.Is(phrase.tokens.end - 1, "st.")) --m.bytes.end;
    m.confidence = phrase.confidence;
    m.rule = phrase.rule;
    m.rows[0] = phrase.row;
    m.value = ValueOf(phrase, m);
    place_.done = phrase.tokens.end;
    if (phrase.period && phrase.known_year && phrase.moves_focus) {
      place_.focus[static_cast<int>(grain)] = {*phrase.period, phrase.by, phrase.tokens.end};
    }
  }

  TimeValue ValueOf(const TimePhrase& phrase, const Mention& m) {
    TimeValue value;
    value.fiscal = phrase.fiscal;
    value.reason = phrase.reason;
    value.anchor = phrase.by;
    if (phrase.relative) value.relative = reading_.document().Text(m.bytes);
    if (!phrase.period) return value;
    const Period& period = *phrase.period;
    if (m.type == FactType::kDate) {
      timex_.clear();
      AppendTimex(period, phrase.known_year, &timex_);
      value.timex = reading_.arena().Keep(timex_);
    }
    if (!phrase.known_year) return value;
    if (period.first_year() == period.last_year()) {
      value.year = period.first_year();
    } else {
      value.start = period.first_year();
      value.end = period.last_year();
    }
    return value;
  }

  const Reading& reading_;
  DateOrder order_;
  TimePlace place_;
  std::vector<Mention>* found_;
  std::string timex_;
  bool has_anchor_ = false;
};

class TimeExtractor : public Extractor {
 public:
  explicit TimeExtractor(const Lexicon& lexicon) : words_(lexicon) {}

  std::string_view name() const override { return "time"; }
  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    Walk(reading, words_, found).Run();
  }

 private:
  TimeWords words_;
};

}  // namespace

std::unique_ptr<Extractor> NewTimeExtractor(const Lexicon& lexicon) {
  return std::make_unique<TimeExtractor>(lexicon);
}

}  // namespace factline
