// A run is read from left to right.  A title ("Foreign Minister") makes what
// follows a person; a given name or an initial begins one; both end where another
// kind of word comes ("Vladimir Putin | Wednesday").  "Jane Doe" of two known
// names stands alone; "Xu Foo" needs a witness in the words around.

#include "extractors/names/people.h"

namespace factline {
namespace {

constexpr RoleSet kNames = Bits(Role::first_name, Role::surname);
constexpr RoleSet kCalendar = Bits(Role::month, Role::weekday, Role::holiday);

// Least confidence of a person that is written down.
constexpr float kLeast = 0.5f;

// More words than a name of a person has ("Luiz Inácio Lula da Silva").
constexpr uint32_t kMostWords = 5;

}  // namespace

// What the words of a possible name are.
struct PeopleRules::Words {
  uint32_t words = 0;
  uint32_t initials = 0;
  bool first_known = false;  // the first is a given name
  bool last_known = false;   // the last is a family name
  bool any_known = false;
  bool upper_surname = false;  // "Alexander NEMENOV"
  bool other_kind = false;     // a word of it is a place, a country, an organization
};

PeopleRules::PeopleRules(const Lexicon& lexicon, const Capitals& capitals)
    : capitals_(capitals),
      lower_titles_(lexicon, Role::title, "kind", "lower"),
      suffixes_(lexicon, Role::title, "kind", "suffix") {}

bool PeopleRules::EndsName(const Reading& reading, uint32_t i, bool first) const {
  RoleSet roles = reading.lexed(i).roles;
  if (roles & kNames) return (roles & kCalendar) && !first;
  if (IsInitial(reading, i)) return false;
  if (reading.token(i).is('&')) return true;
  return roles & (kCalendar | Bits(Role::organization_head, Role::company_suffix, Role::country,
                                   Role::not_name, Role::place_head, Role::title));
}

uint32_t PeopleRules::NameEnd(const Reading& reading, uint32_t begin, uint32_t end) const {
  uint32_t words = 0;
  uint32_t i = begin;
  while (i < end && words < kMostWords) {
    if (Sense suffix = reading.At(i, Role::title); suffix && suffixes_[suffix.row] && words > 1) {
      return i + suffix.tokens;
    }
    if (reading.token(i).is_hyphen() || reading.token(i).shape == Shape::kLower) {
      ++i;
      continue;
    }
    if (EndsName(reading, i, words == 0)) break;
    ++words;
    ++i;
  }
  while (i > begin && (reading.token(i - 1).is_hyphen() || !reading.token(i - 1).capitalized()))
    --i;
  // "John Smith, Jr."
  if (words > 1 && i + 1 < reading.size() && reading.token(i).is(',')) {
    Sense suffix = reading.At(i + 1, Role::title);
    if (suffix && suffixes_[suffix.row] && reading.token(i + 1).bytes.size() <= 3) return i + 2;
  }
  return i;
}

bool PeopleRules::AppendTitled(const Reading& reading, const Sentence& sentence, const Span& run,
                               uint32_t i, std::vector<Candidate>* found, uint32_t* next) const {
  Sense title = reading.At(i, Role::title);
  if (!title || lower_titles_[title.row] || suffixes_[title.row]) return false;
  uint32_t begin = i + title.tokens;
  // "Vice President and Foreign Minister X": the last title stands before the name.
  while (begin < run.end) {
    Sense more = reading.At(begin, Role::title);
    if (!more || lower_titles_[more.row] || suffixes_[more.row]) break;
    begin += more.tokens;
  }
  uint32_t end = begin < run.end ? NameEnd(reading, begin, run.end) : begin;
  // "Mr. bin Laden", "Prince Mohammed bin Salman".
  if (end <= begin) {
    *next = std::max(begin, i + 1);
    return true;
  }
  bool known = reading.HasAny(begin, kNames) || IsInitial(reading, begin);
  bool place = reading.Has(begin, Role::place) && !known;
  float confidence = known ? 0.95f : place ? 0.45f : 0.88f;
  if (Capitals::Begins(reading, i) && title.tokens == 1 && !known && end - begin > 1)
    confidence -= 0.15f;
  if (confidence >= kLeast) {
    found->push_back({FactType::kPerson,
                      {begin, end},
                      confidence,
                      "person.title-name",
                      {i, begin},
                      title.row.index()});
  }
  (void)sentence;
  *next = end;
  return true;
}

PeopleRules::Words PeopleRules::Count(const Reading& reading, const Span& name) const {
  Words w;
  uint32_t last = name.begin;
  for (uint32_t i = name.begin; i < name.end; ++i) {
    const Token& t = reading.token(i);
    if (!t.is_word() || !t.capitalized()) continue;
    if (t.space_before || i == name.begin) ++w.words;
    last = i;
    if (IsInitial(reading, i)) ++w.initials;
    w.any_known |= reading.HasAny(i, kNames);
    w.other_kind |= !reading.HasAny(i, kNames) &&
                    reading.HasAny(i, Bits(Role::place, Role::country, Role::organization));
  }
  uint32_t first = name.begin;
  while (first < last && !reading.token(first).capitalized()) ++first;
  w.first_known = reading.Has(first, Role::first_name);
  w.last_known = last > first && reading.HasAny(last, kNames) && !IsInitial(reading, last);
  w.upper_surname = last > first && reading.token(last).shape == Shape::kUpper &&
                    reading.token(first).shape == Shape::kCapital &&
                    reading.token(last).bytes.size() > 3 && !reading.token(last).abbreviation;
  return w;
}

bool PeopleRules::HasRoleBefore(const Reading& reading, const Sentence& sentence,
                                uint32_t i) const {
  if (i == sentence.tokens.begin) return false;
  if (reading.token(i - 1).is(',') && i - 1 > sentence.tokens.begin) --i;
  if (reading.token(i - 1).capitalized()) return false;
  uint32_t reach = std::min<uint32_t>(3, i - sentence.tokens.begin);
  if (reading.Before(i, Role::occupation, reach)) return true;
  Sense title = reading.Before(i, Role::title, reach);
  return title && lower_titles_[title.row];
}

bool PeopleRules::AgeFollows(const Reading& reading, uint32_t i, uint32_t end) const {
  if (i + 1 >= end) return false;
  if (reading.token(i).is('(')) {
    return i + 2 < end && reading.token(i + 1).is_number() &&
           reading.token(i + 1).bytes.size() <= 2 && reading.token(i + 2).is(')');
  }
  if (!reading.token(i).is(',')) return false;
  if (reading.Is(i + 1, "aged") || reading.Is(i + 1, "age")) return true;
  const Token& number = reading.token(i + 1);
  return number.is_number() && number.bytes.size() <= 2 && i + 2 < end &&
         (reading.token(i + 2).is(',') || reading.token(i + 2).is('.'));
}

float PeopleRules::Context(const Reading& reading, const Sentence& sentence,
                           const Span& name) const {
  uint32_t begin = sentence.tokens.begin, end = sentence.tokens.end;
  float gain = 0;
  if (AgeFollows(reading, name.end, end)) gain += 0.45f;
  if (HasRoleBefore(reading, sentence, name.begin)) gain += 0.3f;
  if (name.end < end && reading.Has(name.end, Role::speech_verb)) gain += 0.25f;
  if (name.begin > begin && reading.Has(name.begin - 1, Role::speech_verb)) gain += 0.15f;
  if (name.end + 1 < end && reading.token(name.end).is(',')) {
    if (reading.Is(name.end + 1, "who") || reading.Is(name.end + 1, "whose")) gain += 0.3f;
    for (uint32_t i = name.end + 1; i < std::min(end, name.end + 6); ++i) {
      if (!reading.Has(i, Role::occupation)) continue;
      gain += 0.25f;
      break;
    }
  }
  if (name.begin > begin && reading.Is(name.begin - 1, "by") && name.begin - 1 == begin)
    gain += 0.35f;
  if (name.begin > begin &&
      (reading.Is(name.begin - 1, "in") || reading.Is(name.begin - 1, "at"))) {
    gain -= 0.25f;
  }
  return gain;
}

float PeopleRules::Confidence(const Reading& reading, const Sentence& sentence, const Span& name,
                              std::string_view* rule) const {
  Words w = Count(reading, name);
  *rule = "person.known-names";
  float base;
  if (w.words >= 2 && w.upper_surname && (w.first_known || w.last_known)) {
    *rule = "person.upper-surname";
    base = 0.88f;
  } else if (w.words >= 2 && w.first_known && w.last_known) {
    base = 0.92f;
  } else if (w.words >= 2 && w.initials > 0 && w.initials < w.words) {
    *rule = "person.initials";
    base = w.any_known ? 0.88f : 0.6f;
  } else if (w.words >= 2 && w.first_known) {
    *rule = "person.first-name";
    base = 0.82f;
  } else if (w.words >= 2 && w.words <= 4 && w.last_known) {
    *rule = "person.surname";
    base = 0.6f;
  } else if (w.words >= 2 && w.words <= 4) {
    *rule = "person.context";
    base = w.any_known ? 0.4f : 0.25f;
  } else {
    *rule = "person.single-name";
    base = w.first_known || reading.Has(name.begin, Role::surname) ? 0.3f : 0.0f;
    if (Capitals::Begins(reading, name.begin)) base -= 0.1f;
  }
  if (w.other_kind) base -= 0.25f;
  if (w.words < 2 && reading.HasAny(name.begin, Bits(Role::place, Role::country, Role::organization,
                                                     Role::not_name))) {
    base -= 0.4f;
  }
  return std::min(0.97f, base + Context(reading, sentence, name));
}

void PeopleRules::Append(const Reading& reading, const Sentence& sentence, Casing casing,
                         const Span& run, std::vector<Candidate>* found) const {
  for (uint32_t i = run.begin; i < run.end;) {
    uint32_t next = i + 1;
    if (AppendTitled(reading, sentence, run, i, found, &next)) {
      i = next;
      continue;
    }
    bool begins = reading.token(i).capitalized() || i == run.begin;
    if (!begins || EndsName(reading, i, true)) {
      i = next;
      continue;
    }
    Span name{i, NameEnd(reading, i, run.end)};
    if (name.end <= i) {
      i = next;
      continue;
    }
    std::string_view rule;
    float confidence = Confidence(reading, sentence, name, &rule);
    if (casing != Casing::kSentence && confidence < 0.85f) confidence = 0;
    if (casing != Casing::kSentence) confidence -= 0.15f;
    if (confidence >= kLeast) {
      found->push_back({FactType::kPerson, name, confidence, rule, {}, UINT32_MAX});
    }
    // A name may begin later: "Moscow Vladimir Putin".
    bool skip = confidence >= kLeast || !reading.HasAny(i, Bits(Role::place, Role::organization));
    i = skip ? name.end : next;
  }
}

}  // namespace factline
