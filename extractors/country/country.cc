// Countries: a word of the lexicon is a mention unless what stands around it
// says that it is something else.
//
//   "the Chad government"     Chad            "Chad Smith"       a man
//   "Bank of Ghana", "Panama Canal"           a longer name: no country
//   "French troops"           France          "said in French."  a language
//   "US exports"              United States   "TELL US WHY"      a pronoun
//
// A longer name that the names kind reads ("the Russian Foreign Ministry") takes
// the country from the resolver; here are only those that are sure without it.
// The cost is one AND a sentence where no country stands.

#include "extractors/country/country.h"

#include <algorithm>
#include <vector>

#include "extractors/country/country_words.h"
#include "extractors/country/namesake.h"

namespace factline {
namespace {

// Confidences are the shares that were right on the marked articles.
constexpr float kSure = 0.99f;
constexpr float kLikely = 0.93f;
constexpr float kGuess = 0.75f;

constexpr RoleSet kNotASurname =
    Bits(Role::country, Role::organization_head, Role::title, Role::place_head, Role::month,
         Role::weekday, Role::occupation, Role::not_name);

class Reader {
 public:
  Reader(const Reading& reading, const CountryWords& words, std::vector<Mention>* found)
      : reading_(reading), words_(words), namesakes_(reading, words), found_(found) {}

  void ReadSentence(const Span& tokens) {
    begin_ = tokens.begin;
    end_ = tokens.end;
    for (uint32_t i = begin_; i < end_;) i += ReadAt(i);
  }

 private:
  // How many tokens what stands at `i` takes.
  uint32_t ReadAt(uint32_t i) {
    static constexpr RoleSet kEither = Bits(Role::country, Role::not_country);
    const Lexed& lexed = reading_.lexed(i);
    RoleSet roles = lexed.roles | lexed.phrase_roles;
    if (!(roles & kEither)) return 1;
    Sense country = reading_.At(i, Role::country);
    if (Sense longer = Longer(i, LongerName::kWhole); longer && longer.tokens > country.tokens) {
      return longer.tokens;
    }
    if (!country) return 1;
    const CountryForm& form = words_.form(country.row.index());
    Mention m;
    m.confidence = kSure;
    CountryValue value = form.value;
    bool fits = !IsOfLongerName(i, country.tokens, form.value.kind) &&
                Fits(i, country.tokens, form.needs, &value, &m);
    if (fits) Emit(i, country, value, &m);
    return country.tokens;
  }

  void Emit(uint32_t i, const Sense& country, const CountryValue& value, Mention* m) {
    static constexpr std::string_view kRules[] = {"country.name", "country.demonym",
                                                  "country.abbreviation"};
    m->type = FactType::kCountry;
    m->tokens = {i, i + country.tokens};
    m->bytes = reading_.document().BytesOf(i, i + country.tokens);
    if (m->rule.empty()) m->rule = kRules[static_cast<int>(value.kind)];
    m->value = value;
    m->Because(country.row);
    found_->push_back(std::move(*m));
  }

  // The phrase of not_country.tsv at `i`, if it has that use.
  Sense Longer(uint32_t i, LongerName use) const {
    if (i >= end_) return {};
    const Lexed& lexed = reading_.lexed(i);
    if (!((lexed.roles | lexed.phrase_roles) & Bit(Role::not_country))) return {};
    Sense sense = reading_.At(i, Role::not_country);
    return sense && words_.longer_name(sense.row.index()) == use ? sense : Sense();
  }
  bool LongerBefore(uint32_t i, LongerName use) const {
    Sense sense = reading_.Before(i, Role::not_country);
    return sense && i - sense.tokens >= begin_ && words_.longer_name(sense.row.index()) == use;
  }

  bool IsOfLongerName(uint32_t i, uint32_t tokens, CountryKind kind) const {
    uint32_t next = i + tokens;
    if (IsGlued(i, next, kind)) return true;
    uint32_t first = i > begin_ && reading_.Is(i - 1, "the") ? i - 1 : i;
    if (LongerBefore(first, LongerName::kBefore)) return true;
    if (kind == CountryKind::kDemonym) return static_cast<bool>(Longer(next, LongerName::kOpen));
    if (Longer(next, LongerName::kAfter)) return true;
    return IsTown(i, next);
  }

  // "@Ghana", "60GB", "France24", "US$5", "US $5"; but "lent Ghana $5 million".
  bool IsGlued(uint32_t i, uint32_t next, CountryKind kind) const {
    if (i > begin_ && !reading_.token(i).space_before &&
        (reading_.token(i - 1).is('@') || reading_.token(i - 1).is_number())) {
      return true;
    }
    if (next >= end_) return false;
    bool apart = reading_.token(next).space_before && kind == CountryKind::kName;
    if (reading_.token(next).is('$')) return !apart;
    return reading_.token(next).is_number() && !reading_.token(next).space_before;
  }

  // "in Lebanon, Tennessee."
  bool IsTown(uint32_t i, uint32_t next) const {
    if (next + 1 >= end_ || !reading_.token(next).is(',') || i == begin_) return false;
    static constexpr std::string_view kAt[] = {"in", "of", "from", "at", "near"};
    bool placed = false;
    for (std::string_view word : kAt) placed |= reading_.Is(i - 1, word);
    Sense state = placed ? Longer(next + 1, LongerName::kState) : Sense();
    if (!state) return false;
    uint32_t after = next + 1 + state.tokens;
    return after >= end_ || !reading_.token(after).is_word();
  }

  bool Fits(uint32_t i, uint32_t tokens, Needs needs, CountryValue* value, Mention* m) {
    switch (needs) {
      case Needs::kNothing:
        return true;
      case Needs::kMixed:
        return !IsShouted(i) || Previous(i, "the");
      case Needs::kHyphen:
        return IsJoinedToCountry(i + tokens);
      case Needs::kArticle:
        m->confidence = kLikely;
        return HasArticle(i) || HasCountryNear(i, tokens);
      case Needs::kInside:
        return i > begin_ || HasCountryNear(i, tokens);
      case Needs::kHome:
        return i >= begin_ + 3 && Previous(i, "the") &&
               (reading_.Is(i - 3, "back") || reading_.Is(i - 3, "home"));
      case Needs::kNotFirstName:
        return !IsFirstName(i);
      case Needs::kNotSurname:
        return !IsSurname(i);
      case Needs::kNotName:
        m->confidence = kLikely;
        return !IsFirstName(i) && !IsSurname(i) && !NamesAPerson(i);
      case Needs::kLanguage:
        if (!IsLanguage(i, i + tokens)) return true;
        last_language_ = i + tokens;
        return false;
      default:
        return FitsNamesake(i, needs, value, m);
    }
  }

  bool FitsNamesake(uint32_t i, Needs needs, CountryValue* value, Mention* m) {
    CountryKind kind = value->kind;
    m->rule = "country.namesake";
    m->confidence = kLikely;
    if (needs == Needs::kGeorgia) {
      int balance = namesakes_.Balance(i, "GE", "US");
      if (balance == 0) m->confidence = kGuess;
      if (kind == CountryKind::kName && (IsFirstName(i) || IsSurname(i))) return false;
      return balance >= (kind == CountryKind::kDemonym ? -6 : 0);
    }
    if (needs == Needs::kJersey) return namesakes_.Balance(i, "JE", "US") > 0;
    bool congo = needs == Needs::kCongo;
    std::string_view other = congo ? "CG" : "DM";
    int balance = namesakes_.Balance(i, other, value->iso);
    if (balance > 0) *value = words_.Coded(other);
    value->kind = kind;
    return true;
  }

  bool Previous(uint32_t i, std::string_view word) const {
    return i > begin_ && reading_.Is(i - 1, word);
  }

  // No lower-case word near, and several in capitals: a headline or a shout.
  bool IsShouted(uint32_t i) const {
    static constexpr uint32_t kReach = 8;
    uint32_t first = i > begin_ + kReach ? i - kReach : begin_;
    uint32_t last = std::min(i + kReach, end_);
    int upper = 0;
    for (uint32_t k = first; k < last; ++k) {
      const Token& token = reading_.token(k);
      if (token.shape == Shape::kLower && !token.clitic) return false;
      if (token.shape == Shape::kUpper && token.bytes.size() > 2) ++upper;
    }
    return upper >= 3;
  }

  bool IsJoinedToCountry(uint32_t next) const {
    if (next + 1 >= end_ || !reading_.token(next).is_hyphen()) return false;
    const Lexed& lexed = reading_.lexed(next + 1);
    return (lexed.roles | lexed.phrase_roles) & Bit(Role::country);
  }

  bool HasArticle(uint32_t i) const {
    if (i == begin_) return false;
    static constexpr std::string_view kArticles[] = {
        "a", "an", "the", "one", "two", "another", "fellow", "some", "many", "most", "in", "and"};
    for (std::string_view word : kArticles) {
      if (reading_.Is(i - 1, word)) return true;
    }
    return reading_.token(i - 1).is('(') ||
           reading_.HasAny(i - 1, Bits(Role::determiner, Role::cardinal));
  }

  bool HasCountryNear(uint32_t i, uint32_t tokens) const {
    static constexpr uint32_t kReach = 4;
    uint32_t first = i > begin_ + kReach ? i - kReach : begin_;
    uint32_t last = std::min(i + tokens + kReach, end_);
    for (uint32_t k = first; k < last; ++k) {
      if (k >= i && k < i + tokens) continue;
      if (reading_.Has(k, Role::country)) return true;
    }
    return false;
  }

  // "Chad Smith", "Jordan B. Peterson".
  bool IsFirstName(uint32_t i) const {
    if (i + 1 >= end_) return false;
    const Token& next = reading_.token(i + 1);
    if (!next.is_word() || next.clitic || !next.capitalized()) return false;
    bool initial = next.bytes.size() == 2 && next.abbreviation;
    if (!initial && (!reading_.Has(i + 1, Role::surname) || reading_.HasAny(i + 1, kNotASurname))) {
      return false;
    }
    return !HasPlacePreposition(i);
  }

  // "Michael Jordan", "Mr. Ireland".
  bool IsSurname(uint32_t i) const {
    if (i == begin_ || !reading_.token(i - 1).is_word() || !reading_.token(i - 1).capitalized()) {
      return false;
    }
    if (reading_.HasAny(i - 1, Bits(Role::country, Role::place, Role::month, Role::weekday))) {
      return false;
    }
    return reading_.HasAny(i - 1, Bits(Role::first_name, Role::title));
  }

  bool HasPlacePreposition(uint32_t i) const {
    return Previous(i, "in") || Previous(i, "to") || Previous(i, "from") || Previous(i, "of") ||
           Previous(i, "and");
  }

  // Whether the same word was a part of somebody's name earlier on.
  bool NamesAPerson(uint32_t i) {
    uint32_t word = reading_.lexed(i).word;
    auto known = std::find_if(people_.begin(), people_.end(),
                              [&](const auto& seen) { return seen.word == word; });
    if (known == people_.end()) {
      bool is_person = false;
      for (uint32_t k = 0; k < reading_.size(); ++k) {
        if (reading_.lexed(k).word != word || k == i) continue;
        uint32_t sentence = reading_.document().SentenceOf(k);
        Reader at(reading_, words_, nullptr);
        at.begin_ = reading_.document().sentences[sentence].tokens.begin;
        at.end_ = reading_.document().sentences[sentence].tokens.end;
        is_person |= at.IsFirstName(k) || at.IsSurname(k);
      }
      people_.push_back({word, is_person});
      known = people_.end() - 1;
    }
    return known->is_person && !HasPlacePreposition(i);
  }

  // "in Russian.", "speaks Thai", "Spanish-speaking".
  bool IsLanguage(uint32_t i, uint32_t next) const {
    uint32_t after = next;
    if (after < end_ && reading_.token(after).is_hyphen()) ++after;
    if (Longer(after, LongerName::kTongue)) return true;
    if (IsFollowedByNoun(next)) return false;
    bool joined = i > begin_ && last_language_ + 1 == i &&
                  (reading_.token(i - 1).is(',') || Previous(i, "and") || Previous(i, "or"));
    return joined || Previous(i, "in") || Previous(i, "into") ||
           LongerBefore(i, LongerName::kSpeech) || LongerBefore(i, LongerName::kTongue);
  }

  // Whether something follows that an adjective could belong to.
  bool IsFollowedByNoun(uint32_t next) const {
    if (next >= end_ || !reading_.token(next).is_word()) {
      return next < end_ && (reading_.token(next).is_hyphen() || reading_.token(next).is_number());
    }
    static constexpr std::string_view kOthers[] = {"and",  "or", "for", "by",   "to", "with",
                                                   "that", "as", "but", "when", "at", "on"};
    for (std::string_view word : kOthers) {
      if (reading_.Is(next, word)) return false;
    }
    return true;
  }

  const Reading& reading_;
  const CountryWords& words_;
  Namesakes namesakes_;
  std::vector<Mention>* found_;
  uint32_t begin_ = 0, end_ = 0;         // of the sentence
  uint32_t last_language_ = UINT32_MAX;  // the token after it
  // Words that were asked after: whether the article gives them to a person.
  struct Asked {
    uint32_t word;
    bool is_person;
  };
  std::vector<Asked> people_;
};

class CountryExtractor : public Extractor {
 public:
  explicit CountryExtractor(const Lexicon& lexicon) : words_(lexicon) {}

  std::string_view name() const override { return "country"; }

  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    Reader reader(reading, words_, found);
    const auto& sentences = reading.document().sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      if (reading.RolesOf(s) & Bit(Role::country)) reader.ReadSentence(sentences[s].tokens);
    }
  }

 private:
  CountryWords words_;
};

}  // namespace

std::unique_ptr<Extractor> NewCountryExtractor(const Lexicon& lexicon) {
  return std::make_unique<CountryExtractor>(lexicon);
}

}  // namespace factline
