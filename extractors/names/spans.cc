#include "extractors/names/spans.h"

#include <algorithm>

namespace factline {
namespace {

constexpr RoleSet kNames = Bits(Role::first_name, Role::surname);
constexpr RoleSet kWords = Bits(Role::verb, Role::adverb, Role::adjective, Role::preposition,
                                Role::pronoun, Role::determiner, Role::occupation);

// Letters of the small second part of a given name: "Dae-jung", "Pyong-chol".
constexpr uint32_t kLongestPart = 6;

// Whether a hyphen and a small part of a given name follow the word that ends
// before token `i`.
bool SmallPartFollows(const Reading& reading, uint32_t i) {
  if (i + 1 >= reading.size()) return false;
  const Token& hyphen = reading.token(i);
  const Token& part = reading.token(i + 1);
  if (!hyphen.is_hyphen() || hyphen.space_before || part.space_before) return false;
  if (!part.is_word() || part.shape != Shape::kLower || part.bytes.size() > kLongestPart) {
    return false;
  }
  bool glued_on = i + 2 < reading.size() && reading.token(i + 2).is_hyphen() &&
                  !reading.token(i + 2).space_before;
  return !reading.HasAny(i + 1, kWords) && !glued_on;
}

}  // namespace

SpanRules::SpanRules(const Lexicon& lexicon)
    : lower_titles_(lexicon, Role::title, "kind", "lower"),
      suffixes_(lexicon, Role::title, "kind", "suffix"),
      storms_(lexicon, Role::not_name, "kind", "storm"),
      words_(lexicon, Role::not_name, "kind", "word"),
      functions_(lexicon, Role::not_name, "kind", "function"),
      people_(lexicon, Role::not_name, "kind", "people"),
      front_heads_(lexicon, Role::organization_head, "strength", "front") {}

// "Kwok Ka-ki": a family name, a given name, its small second part.
void SpanRules::AppendHyphenated(const Reading& reading, const Sentence& sentence,
                                 std::vector<Candidate>* found) const {
  for (uint32_t i = sentence.tokens.begin + 2; i + 1 < sentence.tokens.end; ++i) {
    if (!reading.token(i).is_hyphen() || !SmallPartFollows(reading, i)) continue;
    const Token& given = reading.token(i - 1);
    const Token& family = reading.token(i - 2);
    if (given.shape != Shape::kCapital || family.shape != Shape::kCapital) continue;
    if (!given.space_before || given.bytes.size() > kLongestPart) continue;
    constexpr RoleSet kOthers =
        Bits(Role::place, Role::country, Role::organization, Role::title, Role::month,
             Role::weekday, Role::not_name, Role::place_head, Role::organization_head);
    if (reading.HasAny(i - 1, kOthers & ~Bits(Role::place))) continue;
    if (reading.HasAny(i - 2, kOthers & ~Bits(Role::place, Role::place_head))) continue;
    if (Sense place = reading.At(i - 2, Role::place); place && place.tokens > 1) continue;
    if (!reading.HasAny(i - 2, kNames)) continue;
    found->push_back({FactType::kPerson, {i - 2, i + 2}, 0.85f, "person.hyphenated"});
  }
}

// "Judge", "Elder", "Broadcaster" at the begin of a name of a person.
void SpanRules::DropTitle(const Reading& reading, Candidate* name) const {
  uint32_t begin = name->tokens.begin;
  uint32_t tokens = 0;
  if (Sense title = reading.At(begin, Role::title)) {
    if (!lower_titles_[title.row] && !suffixes_[title.row]) tokens = title.tokens;
  } else if (reading.Has(begin, Role::occupation)) {
    tokens = 1;
  }
  if (tokens == 0 || name->tokens.size() < tokens + 2) return;
  bool own = reading.HasAny(begin, kNames) && name->type == FactType::kPerson;
  if (own || !reading.Has(begin + tokens, Role::first_name)) return;
  if (!reading.HasAny(name->tokens.end - 1, kNames)) return;
  if (reading.HasAny(name->tokens.end - 1, Bits(Role::organization_head, Role::place_head))) return;
  name->tokens.begin += tokens;
  name->type = FactType::kPerson;
  name->rule = "person.title-dropped";
}

// "Grupo Automotriz Sierra", "Atletico Cordoba": the first word says what it is.
void SpanRules::SeeHeadInFront(const Reading& reading, Candidate* name) const {
  if (name->type == FactType::kOrganization || name->tokens.size() < 2) return;
  Sense head = reading.At(name->tokens.begin, Role::organization_head);
  if (!head || !front_heads_[head.row]) return;
  name->type = FactType::kOrganization;
  name->rule = "organization.head-in-front";
}

bool SpanRules::IsStorm(const Reading& reading, const Candidate& name) const {
  Sense storm = reading.Before(name.tokens.begin, Role::not_name, 2);
  return storm && storms_[storm.row];
}

// "Hurricane Dorian": no name, and neither is "Dorian" then in all the article.
void SpanRules::DropStorms(const Reading& reading, std::vector<Candidate>* names) const {
  for (size_t i = 0; i < names->size(); ++i) {
    const Candidate storm = (*names)[i];
    if (storm.tokens.size() != 1 || !IsStorm(reading, storm)) continue;
    std::string_view text = reading.Text(storm.tokens.begin);
    names->erase(std::remove_if(names->begin(), names->end(),
                                [&](const Candidate& other) {
                                  return other.tokens.size() == 1 &&
                                         reading.Text(other.tokens.begin) == text;
                                }),
                 names->end());
    --i;
  }
}

// What the lexicon knows as no name from its first word to its last: "Nobel Prize",
// "Christians".
void SpanRules::DropOthers(const Reading& reading, std::vector<Candidate>* names) const {
  auto is_other = [&](const Candidate& name) {
    if (name.type == FactType::kPerson && name.tokens.size() == 1) return false;
    Sense other = reading.At(name.tokens.begin, Role::not_name);
    return other && other.tokens == name.tokens.size() && !words_[other.row] &&
           !functions_[other.row] && !people_[other.row];
  };
  names->erase(std::remove_if(names->begin(), names->end(), is_other), names->end());
}

void SpanRules::Mend(const Reading& reading, std::vector<Candidate>* names) const {
  for (Candidate& name : *names) {
    if (name.type == FactType::kPerson && SmallPartFollows(reading, name.tokens.end)) {
      name.tokens.end += 2;
    }
    DropTitle(reading, &name);
    SeeHeadInFront(reading, &name);
  }
  DropStorms(reading, names);
  DropOthers(reading, names);
}

}  // namespace factline
