// Which mentions name one organization: equal but for its legal form; one line of
// the lexicon ("AFP", "Agence France-Presse"); an acronym and what it stands for; the
// name without its country ("Defense Ministry" of "Russian Defense Ministry"); the
// first word of a longer name ("Goldman").

#include <algorithm>

#include "pipeline/entities/entities.h"

namespace factline {
namespace {

constexpr uint32_t kMostLetters = 8;  // of an acronym

bool IsAcronym(const Reading& reading, const NameWords& words) {
  if (words.size() != 1) return false;
  uint32_t i = words[0].token;
  const Token& t = reading.token(i);
  bool bracketed = i > 0 && reading.token(i - 1).is('(') && i + 1 < reading.size() &&
                   reading.token(i + 1).is(')');
  return bracketed || ((t.shape == Shape::kUpper || t.shape == Shape::kMixed || t.abbreviation) &&
                       t.bytes.size() <= 2 * kMostLetters);
}

uint32_t KeyOfLetters(const char* letters, uint32_t n) {
  return n < 2 ? 0 : Lexicon::HashOf({letters, n});
}

// Keys of the initials of the capitalised words, and of all words; 0 where there
// are too few or too many.
std::pair<uint32_t, uint32_t> InitialsOf(const NameWords& words) {
  char capitals[NameWords::kMost], all[NameWords::kMost];
  uint32_t n = 0, m = 0;
  for (const NameWords::Word& word : words.all()) {
    if (word.letter == 0) continue;
    all[m++] = word.letter;
    if (word.capital) capitals[n++] = word.letter;
  }
  if (n > kMostLetters) return {0, 0};
  return {KeyOfLetters(capitals, n), n == m ? 0 : KeyOfLetters(all, m)};
}

// The lexicon line that knows the whole mention; UINT32_MAX where none does.
uint32_t RowOf(const Reading& reading, const Mention& m) {
  Sense known = reading.At(m.tokens.begin, Role::organization);
  return known && known.tokens == m.tokens.size() ? known.row.index() : UINT32_MAX;
}

}  // namespace

// The organization whose name is `words`, or that the lexicon knows by both names.
uint32_t EntityReader::OrganizationNamed(const Reading& reading, const Mention& m,
                                         const NameWords& words) const {
  uint32_t entity = organizations_.First(words.KeyFrom(0));
  if (entity != kNone) return entity;
  uint32_t row = RowOf(reading, m);
  return row == UINT32_MAX ? kNone : rows_.First(row);
}

// The organization that an acronym stands for: that of the mention before the
// bracket it stands in, or the only one with these initials.
uint32_t EntityReader::Abbreviated(const Reading& reading, const std::vector<Mention>& mentions,
                                   uint32_t mention, const NameWords& words) const {
  uint32_t begin = mentions[mention].tokens.begin;
  bool bracketed = begin > 1 && reading.token(begin - 1).is('(');
  if (bracketed && mention > 0) {
    const Mention& before = mentions[mention - 1];
    if (before.type == FactType::kOrganization && before.tokens.end + 1 == begin) {
      return entity_of_[mention - 1];
    }
  }
  candidates_.clear();
  initials_.ForEach(words[0].key, [&](uint32_t entity) {
    candidates_.push_back(entity);
    return false;
  });
  return candidates_.size() == 1 ? candidates_[0] : kNone;
}

// The only longer name that ends in `words` behind a country or place or begins
// with them before "of", or, of one
// word, the only one that begins with it.
uint32_t EntityReader::Longer(const Reading& reading, const NameWords& words) const {
  candidates_.clear();
  auto take = [&](uint32_t entity) {
    if (std::find(candidates_.begin(), candidates_.end(), entity) == candidates_.end()) {
      candidates_.push_back(entity);
    }
    return false;
  };
  endings_.ForEach(words.KeyFrom(0), take);
  constexpr RoleSet kOthers =
      Bits(Role::place, Role::country, Role::not_name, Role::organization, Role::organization_head);
  if (candidates_.empty() && words.size() == 1 && !reading.HasAny(words[0].token, kOthers) &&
      reading.token(words[0].token).bytes.size() >= 4) {
    openings_.ForEach(words[0].key, take);
  }
  return candidates_.size() == 1 ? candidates_[0] : kNone;
}

void EntityReader::JoinOrganizations(const Reading& reading, const std::vector<Mention>& mentions) {
  // Longer names first, so that each shorter one finds what it is short for.
  for (int pass = 0; pass < 3; ++pass) {
    for (uint32_t k = 0; k < mentions.size(); ++k) {
      const Mention& m = mentions[k];
      if (m.type != FactType::kOrganization || entity_of_[k] != kNone) continue;
      NameWords words = NameWords::OfOrganization(reading, m.tokens);
      if (words.size() == 0) continue;
      bool acronym = IsAcronym(reading, words);
      if ((acronym ? 2 : words.size() > 2 ? 0 : 1) != pass) continue;
      uint32_t entity = OrganizationNamed(reading, m, words);
      if (entity == kNone && acronym) entity = Abbreviated(reading, mentions, k, words);
      if (entity == kNone && !acronym) entity = Longer(reading, words);
      if (entity == kNone) {
        entity = NewEntity(reading, FactType::kOrganization, words, mentions, k);
        auto [capitals, all] = InitialsOf(words);
        if (capitals != 0 && words.size() > 1) initials_.Add(capitals, entity);
        if (all != 0) initials_.Add(all, entity);
        for (uint32_t i = 1; i + 1 < words.size(); ++i) {
          if (!reading.HasAny(words[i - 1].token, Bits(Role::country, Role::place))) break;
          endings_.Add(words.KeyFrom(i), entity);
        }
        // "Central Bank" of "Central Bank of Mirovia".
        for (uint32_t i = 2; i + 1 < words.size(); ++i) {
          if (words[i].capital) continue;
          endings_.Add(words.KeyOf(0, i), entity);
          break;
        }
        if (words.size() > 1) openings_.Add(words[0].key, entity);
      } else {
        Join(reading, mentions, k, words, entity);
      }
      organizations_.Add(words.KeyFrom(0), entity);
      if (uint32_t row = RowOf(reading, m); row != UINT32_MAX) rows_.Add(row, entity);
      if (acronym && entities_[entity].words.size() > 1 && entities_[entity].acronym.empty()) {
        entities_[entity].acronym = reading.document().Text(m.bytes);
      }
    }
  }
}

}  // namespace factline
