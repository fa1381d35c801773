#include "extractors/names/acronyms.h"

#include <algorithm>

namespace factline {
namespace {

constexpr RoleSet kSmallWords = Bits(Role::preposition, Role::determiner, Role::conjunction);

bool IsAcronym(const Reading& reading, const Candidate& name) {
  uint32_t i = name.tokens.begin;
  return name.type == FactType::kOrganization && name.tokens.size() == 1 &&
         reading.token(i).shape == Shape::kUpper && !reading.Has(i, Role::organization);
}

// Where the words before token `end` begin whose initials, small words aside, spell
// `acronym` one by one; `end` where they do not.
uint32_t ExpansionBegin(const Reading& reading, std::string_view acronym, uint32_t end) {
  uint32_t begin = end;
  size_t left = acronym.size();
  while (left > 0) {
    if (begin == 0) return end;
    --begin;
    if (begin + 1 < end && reading.token(begin).is_hyphen()) continue;
    if (!reading.token(begin).is_word()) return end;
    bool spells = (reading.Text(begin)[0] | 0x20) == (acronym[left - 1] | 0x20);
    bool small = reading.HasAny(begin, kSmallWords) && !reading.token(begin).capitalized();
    if (!spells && !small) return end;
    left -= spells && !small;
  }
  return begin;
}

}  // namespace

void DropAcronymsOfOthers(const Reading& reading, std::vector<Candidate>* names) {
  thread_local std::vector<std::string_view> others;
  others.clear();
  for (size_t k = 0; k < names->size(); ++k) {
    const Candidate& name = (*names)[k];
    uint32_t i = name.tokens.begin;
    if (!IsAcronym(reading, name) || i < 2 || i + 1 >= reading.size()) continue;
    if (!reading.token(i - 1).is('(') || !reading.token(i + 1).is(')')) continue;
    Span words = {ExpansionBegin(reading, reading.Text(i), i - 1), i - 1};
    if (words.begin == words.end) continue;
    bool named = k > 0 && (*names)[k - 1].tokens.Overlaps(words);
    if (!named) others.push_back(reading.Text(i));
  }
  if (others.empty()) return;
  auto is_other = [&](const Candidate& name) {
    return IsAcronym(reading, name) &&
           std::find(others.begin(), others.end(), reading.Text(name.tokens.begin)) != others.end();
  };
  names->erase(std::remove_if(names->begin(), names->end(), is_other), names->end());
}

}  // namespace factline
