#include "extractors/names/places.h"

#include <charconv>

namespace factline {
namespace {

constexpr RoleSet kNames = Bits(Role::first_name, Role::surname);
constexpr RoleSet kCalendar = Bits(Role::month, Role::weekday, Role::holiday);

// In ten thousands: a city so large that its name means the city, whoever bears it too.
constexpr int kGreatCity = 80;

bool IsPlacePreposition(const Reading& reading, uint32_t i) {
  return reading.Is(i, "in") || reading.Is(i, "near") || reading.Is(i, "at") ||
         reading.Is(i, "from") || reading.Is(i, "outside") || reading.Is(i, "around") ||
         reading.Is(i, "to") || reading.Is(i, "of") || reading.Is(i, "across") ||
         reading.Is(i, "throughout");
}

int PeopleOf(const LexiconRow& row) {
  std::string_view text = row["people"];
  int people = 0;
  std::from_chars(text.data(), text.data() + text.size(), people);
  return people;
}

}  // namespace

PlaceRules::PlaceRules(const Lexicon& lexicon, const Capitals& capitals)
    : capitals_(capitals), before_heads_(lexicon, Role::place_head, "side", "before") {}

bool PlaceRules::CountryFollows(const Reading& reading, const Sentence& sentence,
                                uint32_t end) const {
  if (end + 1 >= sentence.tokens.end || !reading.token(end).is(',')) return false;
  return reading.token(end + 1).capitalized() &&
         reading.HasAny(end + 1, Bits(Role::country, Role::place)) &&
         !reading.HasAny(end + 1, kNames);
}

// "MOSCOW -", "NAIROBI, Kenya (AP) _": the name opens the sentence and a dash
// follows within a few tokens.
bool PlaceRules::IsDateline(const Reading& reading, const Sentence& sentence,
                            const Span& name) const {
  if (name.begin != sentence.tokens.begin) return false;
  uint32_t reach = std::min(sentence.tokens.end, name.end + 12);
  for (uint32_t i = name.end; i < reach; ++i) {
    const Token& t = reading.token(i);
    if ((t.is('-') || t.is(kEnDash) || t.is(kEmDash) || t.is('_')) && t.space_before) return true;
    bool may_stand = t.is(',') || t.is('(') || t.is(')') || t.is('.') || t.is('/') ||
                     t.is_number() || (t.is_word() && t.capitalized());
    if (!may_stand) return false;
  }
  return false;
}

float PlaceRules::Confidence(const Reading& reading, const Sentence& sentence, Casing casing,
                             const Span& run, const Sense& known, uint32_t begin) const {
  uint32_t end = begin + known.tokens;
  float confidence = 0.9f;
  bool single = known.tokens == 1;
  bool named = single && reading.HasAny(begin, kNames);
  bool preposition = begin > sentence.tokens.begin && IsPlacePreposition(reading, begin - 1);
  bool pinned =
      CountryFollows(reading, sentence, end) || IsDateline(reading, sentence, {begin, end});
  if (pinned) return 0.95f;
  if (named) confidence = preposition ? 0.75f : PeopleOf(known.row) >= kGreatCity ? 0.72f : 0.42f;
  if (single && reading.HasAny(begin, Bits(Role::not_name) | kCalendar)) confidence -= 0.35f;
  // A part of a longer unknown name.
  bool after =
      end < run.end && reading.token(end).space_before &&
      !reading.HasAny(
          end, Bits(Role::title, Role::occupation, Role::not_name, Role::first_name) | kCalendar);
  bool before = begin > run.begin && reading.token(begin - 1).capitalized() &&
                !reading.HasAny(begin - 1, Bits(Role::country, Role::place, Role::title,
                                                Role::organization, Role::not_name) |
                                               kCalendar);
  if (after || before) confidence -= named ? 0.3f : 0.2f;
  if (single && Capitals::Begins(reading, begin) && casing == Casing::kSentence && named)
    confidence -= 0.1f;
  if (casing != Casing::kSentence && (named || reading.token(begin).bytes.size() < 5))
    confidence -= 0.3f;
  return confidence;
}

void PlaceRules::AppendKnown(const Reading& reading, const Sentence& sentence, Casing casing,
                             const Span& run, std::vector<Candidate>* found) const {
  for (uint32_t i = run.begin; i < run.end; ++i) {
    Sense known = reading.At(i, Role::place);
    if (!known) continue;
    if (known.tokens == 1 && reading.Has(i, Role::country)) continue;
    float confidence = Confidence(reading, sentence, casing, run, known, i);
    if (confidence >= 0.5f) {
      found->push_back({FactType::kLocation,
                        {i, i + known.tokens},
                        confidence,
                        "location.known",
                        {},
                        known.row.index()});
    }
    i += known.tokens - 1;
  }
}

void PlaceRules::AppendHeaded(const Reading& reading, const Sentence& sentence, const Span& run,
                              std::vector<Candidate>* found) const {
  for (uint32_t i = run.begin; i < run.end; ++i) {
    Sense head = reading.At(i, Role::place_head);
    if (!head) continue;
    if (!before_heads_[head.row]) {
      uint32_t end = i + head.tokens;
      bool last = end == run.end || !reading.Has(end, Role::organization_head);
      if (i > run.begin && last && !reading.Has(i - 1, Role::title)) {
        uint32_t begin = run.begin;
        while (begin < i && reading.HasAny(begin, Bits(Role::title) | kCalendar)) ++begin;
        if (begin < i) {
          found->push_back(
              {FactType::kLocation, {begin, end}, 0.7f, "location.head", {}, head.row.index()});
        }
      }
      continue;
    }
    uint32_t name = i + head.tokens;
    if (name >= sentence.tokens.end || !capitals_.IsNameWord(reading, name)) continue;
    uint32_t end = name + 1;
    bool direction = reading.At(name, Role::place) || head.tokens > 1;
    bool proper = head.row.surface().size() <= 5 || head.row.surface().find("Mount") == 0;
    if (direction || (proper && !reading.HasAny(name, Bits(Role::organization_head, Role::not_name,
                                                           Role::country)))) {
      if (Sense place = reading.At(name, Role::place)) end = name + place.tokens;
      found->push_back({FactType::kLocation,
                        {i, end},
                        direction ? 0.8f : 0.6f,
                        "location.head",
                        {},
                        head.row.index()});
    }
  }
}

// "in Xyz, Kenya", "in Xyz": an unknown name where a place stands.
void PlaceRules::AppendByContext(const Reading& reading, const Sentence& sentence, const Span& run,
                                 std::vector<Candidate>* found) const {
  uint32_t words = 0;
  for (uint32_t i = run.begin; i < run.end; ++i) {
    words += reading.token(i).is_word();
    if (reading.HasAny(i, Bits(Role::organization, Role::organization_head, Role::company_suffix,
                               Role::country, Role::not_name, Role::title, Role::place) |
                              kCalendar)) {
      return;
    }
  }
  if (words > 3) return;
  bool country = CountryFollows(reading, sentence, run.end);
  bool known_person = reading.Has(run.begin, Role::first_name) && words > 1;
  bool in = run.begin > sentence.tokens.begin &&
            (reading.Is(run.begin - 1, "in") || reading.Is(run.begin - 1, "near"));
  if (IsDateline(reading, sentence, run) && reading.token(run.begin).shape == Shape::kUpper) {
    found->push_back({FactType::kLocation, run, 0.9f, "location.dateline", {}, UINT32_MAX});
  } else if (country && !known_person) {
    found->push_back({FactType::kLocation, run, 0.8f, "location.country-follows", {}, UINT32_MAX});
  } else if (in && words <= 2 && !reading.HasAny(run.begin, kNames) &&
             reading.token(run.begin).shape == Shape::kCapital) {
    found->push_back({FactType::kLocation, run, 0.62f, "location.preposition", {}, UINT32_MAX});
  }
}

void PlaceRules::Append(const Reading& reading, const Sentence& sentence, Casing casing,
                        const Span& run, std::vector<Candidate>* found) const {
  AppendKnown(reading, sentence, casing, run, found);
  if (casing == Casing::kSentence) {
    AppendHeaded(reading, sentence, run, found);
    AppendByContext(reading, sentence, run, found);
  }
}

}  // namespace factline
