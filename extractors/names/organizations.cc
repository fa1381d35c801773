#include "extractors/names/organizations.h"

namespace factline {
namespace {

constexpr RoleSet kCalendar = Bits(Role::month, Role::weekday, Role::holiday);

}  // namespace

OrganizationRules::OrganizationRules(const Lexicon& lexicon, const Capitals& capitals)
    : capitals_(capitals), weak_heads_(lexicon, Role::organization_head, "strength", "weak") {}

void OrganizationRules::AppendKnown(const Reading& reading, Casing casing, const Span& run,
                                    std::vector<Candidate>* found) const {
  for (uint32_t i = run.begin; i < run.end; ++i) {
    Sense known = reading.At(i, Role::organization);
    if (!known) continue;
    Span name{i, i + known.tokens};
    float confidence = 0.9f;
    if (known.tokens == 1) {
      if (reading.HasAny(i, Bits(Role::country))) continue;
      if (reading.HasAny(i, Bits(Role::surname, Role::first_name, Role::place, Role::not_name))) {
        confidence = 0.7f;
      }
      // A part of a longer name that is not known: "Chelsea Clinton".
      bool parted =
          (i > run.begin && reading.token(i - 1).capitalized() &&
           !reading.HasAny(i - 1, Bits(Role::country, Role::title, Role::place) | kCalendar)) ||
          (name.end < run.end && reading.token(name.end).capitalized() &&
           !reading.HasAny(name.end, Bits(Role::title, Role::occupation, Role::not_name)));
      if (parted) confidence -= 0.25f;
      if (casing == Casing::kTitle && reading.token(i).shape == Shape::kCapital &&
          confidence < 0.8f) {
        continue;
      }
      if (casing == Casing::kUpper && reading.token(i).bytes.size() < 4) confidence = 0.6f;
    }
    if (confidence >= 0.5f) {
      found->push_back(
          {FactType::kOrganization, name, confidence, "organization.known", {}, known.row.index()});
    }
    i += known.tokens - 1;
  }
}

// Where in `run` the name that ends in the head word at `head` begins: behind a
// day, a title, a person's clitic.
uint32_t OrganizationRules::NameBegin(const Reading& reading, const Span& run,
                                      uint32_t head) const {
  uint32_t begin = run.begin;
  for (uint32_t i = run.begin; i < head; ++i) {
    if (reading.HasAny(i, kCalendar) && !reading.Has(i, Role::first_name)) begin = i + 1;
  }
  return begin;
}

void OrganizationRules::AppendSuffixed(const Reading& reading, const Sentence& sentence,
                                       const Span& run, std::vector<Candidate>* found) const {
  for (uint32_t i = run.begin + 1; i <= run.end && i < sentence.tokens.end; ++i) {
    uint32_t at = i;
    if (i == run.end) {
      if (!reading.token(i).is(',') || i + 1 >= sentence.tokens.end) continue;
      at = i + 1;
    }
    Sense suffix = reading.At(at, Role::company_suffix);
    if (!suffix || (at == i + 1 && reading.token(at).shape == Shape::kLower)) continue;
    if (at == i && !reading.token(at).space_before) continue;
    uint32_t end = at + suffix.tokens;
    while (end < sentence.tokens.end) {
      Sense more = reading.At(end, Role::company_suffix);
      if (!more) break;
      end += more.tokens;
    }
    uint32_t begin = NameBegin(reading, run, i);
    if (begin >= i) continue;
    found->push_back({FactType::kOrganization,
                      {begin, end},
                      0.93f,
                      "organization.company-suffix",
                      {},
                      suffix.row.index()});
    return;
  }
}

// Past "of the X and Y" behind token `end`, or `end`.
uint32_t OrganizationRules::OfEnd(const Reading& reading, const Sentence& sentence,
                                  uint32_t end) const {
  uint32_t last = sentence.tokens.end;
  uint32_t result = end;
  bool conjoined = false;
  while (result + 1 < last) {
    uint32_t i = result;
    bool of = reading.Is(i, "of") || reading.Is(i, "for") || reading.Is(i, "on");
    bool and_ = !conjoined && result > end && (reading.Is(i, "and") || reading.token(i).is('&'));
    // "Department of Health, Education and Welfare".
    bool comma = result > end && reading.token(i).is(',') && i + 2 < last &&
                 capitals_.IsNameWord(reading, i + 1) &&
                 (reading.Is(i + 2, "and") || reading.token(i + 2).is(','));
    if (!of && !and_ && !comma) break;
    conjoined |= and_;
    ++i;
    if (of && reading.Is(i, "the")) ++i;
    if (i >= last || !capitals_.IsNameWord(reading, i)) break;
    if (and_ &&
        reading.HasAny(i, Bits(Role::country, Role::title, Role::organization, Role::first_name))) {
      break;
    }
    while (i < last && (capitals_.IsNameWord(reading, i) || reading.token(i).is_hyphen())) ++i;
    if (reading.token(i - 1).is_hyphen()) --i;
    result = i;
  }
  return result;
}

void OrganizationRules::AppendHeaded(const Reading& reading, const Sentence& sentence,
                                     Casing casing, const Span& run,
                                     std::vector<Candidate>* found) const {
  if (casing != Casing::kSentence) return;
  for (uint32_t i = run.begin; i < run.end; ++i) {
    Sense head = reading.At(i, Role::organization_head);
    if (!head) continue;
    uint32_t end = i + head.tokens;
    bool weak = weak_heads_[head.row];
    // The last of several heads ends the name: "National Bank Group".
    if (end < run.end && reading.Has(end, Role::organization_head)) continue;
    uint32_t begin = NameBegin(reading, run, i);
    uint32_t of_end = OfEnd(reading, sentence, end);
    if (of_end > end) {
      float confidence = weak && begin == i ? 0.62f : 0.88f;
      found->push_back({FactType::kOrganization,
                        {begin, of_end},
                        confidence,
                        "organization.head-of",
                        {},
                        head.row.index()});
      return;
    }
    if (begin >= i) continue;
    float confidence = weak ? 0.68f : 0.87f;
    if (Capitals::Begins(reading, begin) && i - begin == 1 && weak) confidence -= 0.1f;
    found->push_back({FactType::kOrganization,
                      {begin, end},
                      confidence,
                      "organization.head",
                      {},
                      head.row.index()});
    i = end - 1;
  }
}

namespace {

// Whether the letters of `acronym` are, in order, initials of the words of
// [begin, end), the first letter that of the first word.
bool Abbreviates(const Reading& reading, std::string_view acronym, const Span& words) {
  size_t at = 0;
  for (uint32_t i = words.begin; i < words.end && at < acronym.size(); ++i) {
    const Token& t = reading.token(i);
    if (!t.is_word()) continue;
    char initial = reading.Text(i)[0] & ~0x20;
    if (initial == (acronym[at] & ~0x20))
      ++at;
    else if (t.capitalized() && at == 0)
      return false;
  }
  return at == acronym.size();
}

}  // namespace

void OrganizationRules::AppendAcronym(const Reading& reading, const Sentence& sentence,
                                      const Span& run, std::vector<Candidate>* found) const {
  const Token& t = reading.token(run.begin);
  if (run.size() != 1 || t.bytes.size() < 2 || t.bytes.size() > 10) return;
  uint32_t i = run.begin;
  bool bracketed = i > sentence.tokens.begin + 2 && reading.token(i - 1).is('(') &&
                   i + 1 < sentence.tokens.end && reading.token(i + 1).is(')');
  if (bracketed) {
    std::string_view acronym = reading.Text(i);
    uint32_t close = i - 1;
    uint32_t reach = close - sentence.tokens.begin > 12 ? close - 12 : sentence.tokens.begin;
    for (uint32_t begin = reach; begin + 1 < close; ++begin) {
      if (!capitals_.IsNameWord(reading, begin)) continue;
      if (!Abbreviates(reading, acronym, {begin, close})) continue;
      if (reading.HasAny(i, Bits(Role::country, Role::currency))) return;
      found->push_back({FactType::kOrganization,
                        {begin, close},
                        0.93f,
                        "organization.expansion",
                        {},
                        UINT32_MAX});
      found->push_back(
          {FactType::kOrganization, run, 0.95f, "organization.acronym", {}, UINT32_MAX});
      return;
    }
  }
  if (t.shape != Shape::kUpper || t.abbreviation || reading.lexed(i).roles != 0) return;
  if (t.bytes.size() < 3 || t.bytes.size() > 6) return;
  float confidence = Capitals::Begins(reading, i) && !bracketed ? 0.5f : 0.58f;
  // Glued to a number it is a model ("MIG-29", "B52").
  if (i + 1 < reading.size() && !reading.token(i + 1).space_before &&
      (reading.token(i + 1).is_number() || reading.token(i + 1).is_hyphen())) {
    return;
  }
  found->push_back(
      {FactType::kOrganization, run, confidence, "organization.capitals", {}, UINT32_MAX});
}

void OrganizationRules::Append(const Reading& reading, const Sentence& sentence, Casing casing,
                               const Span& run, std::vector<Candidate>* found) const {
  AppendKnown(reading, casing, run, found);
  AppendSuffixed(reading, sentence, run, found);
  AppendHeaded(reading, sentence, casing, run, found);
  if (casing != Casing::kUpper) AppendAcronym(reading, sentence, run, found);
}

}  // namespace factline
