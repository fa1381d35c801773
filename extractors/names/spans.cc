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
      storms_of_many_(lexicon, Role::not_name, "kind", "storms"),
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
    bool titled = i > sentence.tokens.begin + 2 && reading.Has(i - 3, Role::title);
    if (!titled && !reading.HasAny(i - 2, kNames)) continue;
    found->push_back({FactType::kPerson, {i - 2, i + 2}, 0.85f, "person.hyphenated"});
  }
}

// Almanacs print the names of statesmen so.
void SpanRules::AppendCapitals(const Reading& reading, const Sentence& sentence,
                               std::vector<Candidate>* found) const {
  constexpr RoleSet kOthers = Bits(Role::organization, Role::country, Role::not_country,
                                   Role::organization_head, Role::title, Role::not_name);
  const Span& tokens = sentence.tokens;
  for (uint32_t i = tokens.begin; i + 2 < tokens.end; ++i) {
    if (reading.token(i).shape != Shape::kCapital || !reading.Has(i, Role::title)) continue;
    Sense title = reading.At(i, Role::title);
    if (!title || title.tokens != 1 || lower_titles_[title.row] || suffixes_[title.row]) continue;
    uint32_t end = i + 1;
    while (end < tokens.end && reading.token(end).shape == Shape::kUpper &&
           reading.token(end).bytes.size() > 1 && !reading.HasAny(end, kOthers)) {
      ++end;
    }
    if (end < i + 3) continue;
    found->push_back({FactType::kPerson, {i + 1, end}, 0.85f, "person.capitals"});
    i = end - 1;
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

// Appends "Dorian" where "Hurricane Dorian" stands.
void SpanRules::AppendStorms(const Reading& reading, const Span& sentence,
                             std::vector<std::string_view>* storms) const {
  for (uint32_t i = sentence.begin; i + 1 < sentence.end; ++i) {
    bool phrase = reading.lexed(i).phrase_roles & Bit(Role::not_name);
    if (!phrase && !reading.Has(i, Role::not_name)) continue;
    if (!reading.token(i).capitalized()) continue;
    if (!phrase && reading.token(i + 1).shape != Shape::kCapital) continue;
    Sense storm = reading.At(i, Role::not_name);
    if (!storm || !(storms_[storm.row] || storms_of_many_[storm.row])) continue;
    // "Hurricanes Iris (2001) and Keith".
    for (uint32_t name = i + storm.tokens; name < sentence.end; ++name) {
      const Token& token = reading.token(name);
      if (token.shape == Shape::kCapital) {
        storms->push_back(reading.Text(name));
      } else if (!storms_of_many_[storm.row] || !(token.is(',') || token.is('(') || token.is(')') ||
                                                  token.is_number() || reading.Is(name, "and"))) {
        break;
      }
    }
  }
}

// Once it is a storm's, a name is one in all the article.
void SpanRules::DropStorms(const Reading& reading, std::vector<Candidate>* names) const {
  thread_local std::vector<std::string_view> storms;
  storms.clear();
  const auto& sentences = reading.document().sentences;
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    if (reading.RolesOf(s) & Bit(Role::not_name)) {
      AppendStorms(reading, sentences[s].tokens, &storms);
    }
  }
  if (storms.empty()) return;
  auto is_storm = [&](const Candidate& name) {
    return name.tokens.size() == 1 && name.type != FactType::kOrganization &&
           std::find(storms.begin(), storms.end(), reading.Text(name.tokens.begin)) != storms.end();
  };
  names->erase(std::remove_if(names->begin(), names->end(), is_storm), names->end());
}

// "Washington, D.C." is one place; "Allen" before "Texas" is one too, not a man.
void SpanRules::JoinPlaces(const Reading& reading, std::vector<Candidate>* names) {
  size_t kept = 0;
  for (size_t i = 0; i < names->size(); ++i) {
    Candidate name = (*names)[i];
    uint32_t end = name.tokens.end;
    bool comma = end + 1 < reading.size() && reading.token(end).is(',');
    if (name.type == FactType::kLocation && comma) {
      Sense place = reading.At(name.tokens.begin, Role::place);
      if (place && place.tokens > name.tokens.size()) {
        name.tokens.end = name.tokens.begin + place.tokens;
        while (i + 1 < names->size() && (*names)[i + 1].tokens.begin < name.tokens.end) ++i;
      }
    } else if (name.type == FactType::kPerson && comma && name.tokens.size() == 1 &&
               name.tokens.begin > 0 && reading.Has(name.tokens.begin, Role::place) &&
               (reading.Is(name.tokens.begin - 1, "in") ||
                reading.Is(name.tokens.begin - 1, "of") ||
                reading.Is(name.tokens.begin - 1, "from")) &&
               reading.HasAny(end + 1, Bits(Role::place, Role::country)) &&
               reading.token(end + 1).capitalized()) {
      name.type = FactType::kLocation;
      name.rule = "location.of-state";
    }
    (*names)[kept++] = name;
  }
  names->resize(kept);
}

// What the lexicon knows as no name from its first word to its last: "Nobel Prize",
// "Christians", "Boeing 747".
void SpanRules::DropOthers(const Reading& reading, std::vector<Candidate>* names) const {
  auto is_other = [&](const Candidate& name) {
    if (name.type == FactType::kPerson && name.tokens.size() == 1) return false;
    Sense other = reading.At(name.tokens.begin, Role::not_name);
    return other && other.tokens >= name.tokens.size() && !words_[other.row] &&
           !functions_[other.row] && !people_[other.row];
  };
  names->erase(std::remove_if(names->begin(), names->end(), is_other), names->end());
}

// "Parkinson's disease" speaks of no Parkinson.
void SpanRules::DropEponyms(const Reading& reading, std::vector<Candidate>* names) {
  auto is_eponym = [&](const Candidate& name) {
    uint32_t end = name.tokens.end;
    return name.type == FactType::kPerson && name.tokens.size() == 1 && end + 1 < reading.size() &&
           reading.token(end).clitic && reading.Has(end + 1, Role::eponym_head);
  };
  names->erase(std::remove_if(names->begin(), names->end(), is_eponym), names->end());
}

namespace {

// "budget.doc": the tail of a file's name, glued to token `i` - 1.
bool IsFileTail(const Reading& reading, uint32_t i) {
  if (i + 1 >= reading.size() || !reading.token(i).is('.')) return false;
  if (reading.token(i).space_before || reading.token(i + 1).space_before) return false;
  return reading.Has(i + 1, Role::file_extension);
}

// "the Wolf kept", "a Crow,": a figure of a tale is called by its kind and takes an
// article; what a name says of another noun ("the Meyer plan") does too, but no verb
// follows it.
bool IsFigure(const Reading& reading, const Candidate& name) {
  if (name.type != FactType::kPerson || name.tokens.size() != 1) return false;
  uint32_t i = name.tokens.begin;
  if (i == 0 || i + 1 >= reading.size()) return false;
  if (!reading.Is(i - 1, "the") && !reading.Is(i - 1, "a")) return false;
  const Token& after = reading.token(i + 1);
  constexpr RoleSet kNotNouns = Bits(Role::auxiliary, Role::preposition, Role::conjunction,
                                     Role::pronoun, Role::determiner, Role::adverb);
  constexpr RoleSet kNouns = Bits(Role::noun, Role::occupation, Role::title);
  bool clause = after.is(',') || after.is('.') || after.is('?') || after.is('!') ||
                after.is_quote() || reading.HasAny(i + 1, kNotNouns) ||
                (reading.HasAny(i + 1, Bits(Role::verb, Role::participle, Role::speech_verb)) &&
                 !reading.HasAny(i + 1, kNouns));
  uint32_t word = reading.lexed(i).word;
  RoleSet lower = word == 0 ? 0 : reading.lexicon().RolesOf(word).by_shape[0];
  return clause && (lower & kNouns);
}

// "Chapter 3: The Wreck": a name with a number and a colon counts parts.
bool IsLabel(const Reading& reading, const Candidate& name) {
  uint32_t i = name.tokens.end;
  if (name.type == FactType::kPerson || name.tokens.size() != 1 || i + 2 >= reading.size()) {
    return false;
  }
  return reading.token(i).is_number() && reading.token(i).space_before &&
         reading.token(i + 1).is(':') && !reading.token(i + 1).space_before &&
         reading.token(i + 2).space_before && !reading.token(i + 2).is_number();
}

// "Harbour Games 2014": a name with a year is an edition of something.
bool IsEdition(const Reading& reading, const Candidate& name) {
  uint32_t i = name.tokens.end;
  if (name.type != FactType::kOrganization || i + 1 >= reading.size()) return false;
  if (reading.HasAny(i - 1, Bits(Role::company_suffix, Role::organization))) return false;
  std::string_view year = reading.Text(i);
  const Token& token = reading.token(i);
  bool dated = token.is_number() && token.space_before && !token.line_before && year.size() == 4 &&
               (year.substr(0, 2) == "19" || year.substr(0, 2) == "20");
  return dated && !reading.token(i + 1).is_number();
}

// "Meteorologists": those who know of something, or hold to it, are no body.
bool IsScholar(const Reading& reading, const Candidate& name) {
  return name.type == FactType::kOrganization && name.tokens.size() == 1 &&
         reading.Has(name.tokens.begin, Role::scholar);
}

// A word that may stand in a title of a work: with a capital, or one that joins.
bool StandsInTitle(const Reading& reading, uint32_t i) {
  const Token& token = reading.token(i);
  return token.capitalized() || token.clitic || reading.Is(i, "of") || reading.Is(i, "and") ||
         reading.Is(i, "the") || reading.Is(i, "in") || reading.Is(i, "a") ||
         reading.Is(i, "for") || reading.Is(i, "to") || reading.Is(i, "on");
}

// "Anna" in "his film 'Anna's Garden'": a part of what stands in quotes as a title does.
bool IsInTitle(const Reading& reading, const Candidate& name) {
  constexpr uint32_t kLongest = 6;
  uint32_t begin = name.tokens.begin, end = name.tokens.end;
  while (begin > 0 && name.tokens.begin - begin < kLongest && StandsInTitle(reading, begin - 1)) {
    --begin;
  }
  while (end < reading.size() && end - begin < kLongest && StandsInTitle(reading, end)) ++end;
  if (end - begin < name.tokens.size() + 1 + (reading.token(end - 1).clitic ? 1u : 0u))
    return false;
  if (begin == 0 || end >= reading.size()) return false;
  if (!reading.token(begin - 1).is_quote() || reading.token(begin).space_before) return false;
  if (!reading.token(begin).capitalized()) return false;
  if (reading.token(end).is(',') || reading.token(end).is('.')) ++end;
  return end < reading.size() && reading.token(end).is_quote() && !reading.token(end).space_before;
}

}  // namespace

// Names of files, addresses behind "@", figures of tales, labels of parts, editions,
// parts of titles.
void SpanRules::DropLookalikes(const Reading& reading, std::vector<Candidate>* names) {
  auto is_none = [&](const Candidate& name) {
    uint32_t begin = name.tokens.begin;
    bool address = begin > 0 && reading.token(begin - 1).is('@') &&
                   !reading.token(begin).space_before && name.type != FactType::kPerson;
    return address || IsFileTail(reading, name.tokens.end) || IsFigure(reading, name) ||
           IsLabel(reading, name) || IsEdition(reading, name) || IsScholar(reading, name) ||
           IsInTitle(reading, name);
  };
  names->erase(std::remove_if(names->begin(), names->end(), is_none), names->end());
}

void SpanRules::Mend(const Reading& reading, std::vector<Candidate>* names) const {
  for (Candidate& name : *names) {
    if (name.type == FactType::kPerson && SmallPartFollows(reading, name.tokens.end)) {
      name.tokens.end += 2;
    }
    DropTitle(reading, &name);
    SeeHeadInFront(reading, &name);
  }
  JoinPlaces(reading, names);
  DropStorms(reading, names);
  DropOthers(reading, names);
  DropEponyms(reading, names);
  DropLookalikes(reading, names);
}

}  // namespace factline
