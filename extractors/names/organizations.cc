#include "extractors/names/organizations.h"

#include <algorithm>

namespace factline {
namespace {

constexpr RoleSet kCalendar = Bits(Role::month, Role::weekday, Role::holiday);
constexpr RoleSet kOthers = Bits(Role::country, Role::title, Role::organization, Role::first_name);

constexpr RoleSet kHeads = Bits(Role::organization_head, Role::company_suffix);

// Words before an acronym in brackets that it may stand for.
constexpr uint32_t kReachOfAcronym = 12;

char Upper(char letter) { return static_cast<char>(letter & ~0x20); }

// Whether the letters of `acronym` are, in order, initials of words of `words`,
// the first that of the first word: "SIPRI", "Sipri".  Small words and one capital
// word in three may be passed over.
bool Abbreviates(const Reading& reading, std::string_view acronym, const Span& words) {
  size_t at = 0;
  uint32_t passed = 0, taken = 0;
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const Token& t = reading.token(i);
    if (!t.is_word()) continue;
    bool initial = at < acronym.size() && Upper(reading.Text(i)[0]) == Upper(acronym[at]);
    if (initial) {
      ++at;
      ++taken;
    } else if (t.capitalized()) {
      if (at == 0) return false;
      ++passed;
    }
  }
  return at == acronym.size() && passed * 3 <= taken;
}

}  // namespace

OrganizationRules::OrganizationRules(const Lexicon& lexicon)
    : capitals_(lexicon), weak_heads_(lexicon, Role::organization_head, "strength", "weak") {}

// Where the run of capitalised words that ends before `end` begins.
uint32_t OrganizationRules::NameBegin(const Reading& reading, const Span& sentence,
                                      uint32_t end) const {
  uint32_t begin = end;
  while (begin > sentence.begin) {
    uint32_t i = begin - 1;
    const Token& t = reading.token(i);
    bool joins = t.is_hyphen() && !t.space_before && !reading.token(begin).space_before;
    bool adds = t.is('&') && i > sentence.begin && capitals_.IsNameWord(reading, i - 1);
    bool word = capitals_.IsNameWord(reading, i) && !reading.HasAny(i, kCalendar);
    if (!(joins || adds || word)) break;
    begin = i;
    if (reading.token(i).blank_before) break;
  }
  while (begin < end && !reading.token(begin).is_word()) ++begin;
  return begin;
}

void OrganizationRules::AppendSuffixed(const Reading& reading, const Span& sentence,
                                       uint32_t suffix, std::vector<Candidate>* found) const {
  Sense form = reading.At(suffix, Role::company_suffix);
  if (!form || suffix == sentence.begin) return;
  uint32_t name_end = suffix;
  if (reading.token(suffix - 1).is(',')) --name_end;
  // "Co-chairman" holds no company.
  uint32_t end = suffix + form.tokens;
  if (!reading.token(suffix).space_before ||
      (end < sentence.end && reading.token(end).is_hyphen() && !reading.token(end).space_before)) {
    return;
  }
  uint32_t begin = NameBegin(reading, sentence, name_end);
  if (begin >= name_end) return;
  while (end < sentence.end) {
    Sense more = reading.At(end, Role::company_suffix);
    if (!more) break;
    end += more.tokens;
  }
  found->push_back({FactType::kOrganization,
                    {begin, end},
                    0.93f,
                    "organization.company-suffix",
                    form.row.index()});
}

// Past "of the X and Y" behind token `end`, or `end`.
uint32_t OrganizationRules::ObjectEnd(const Reading& reading, const Span& sentence,
                                      uint32_t end) const {
  uint32_t result = end;
  bool conjoined = false;
  while (result + 1 < sentence.end) {
    uint32_t i = result;
    bool of = reading.Is(i, "of") || reading.Is(i, "for") || reading.Is(i, "on");
    bool both = !conjoined && result > end && (reading.Is(i, "and") || reading.token(i).is('&'));
    // "Department of Health, Education and Welfare".
    bool comma = result > end && reading.token(i).is(',') && i + 2 < sentence.end &&
                 capitals_.IsNameWord(reading, i + 1) &&
                 !reading.HasAny(i + 1, Bits(Role::place, Role::country)) &&
                 (reading.Is(i + 2, "and") || reading.token(i + 2).is(','));
    if (!of && !both && !comma) break;
    conjoined |= both;
    ++i;
    if (of && i < sentence.end && reading.Is(i, "the")) ++i;
    if (i >= sentence.end || !capitals_.IsNameWord(reading, i)) break;
    if (both && reading.HasAny(i, kOthers)) break;
    while (i < sentence.end && (capitals_.IsNameWord(reading, i) || reading.token(i).is_hyphen())) {
      if (reading.HasAny(i, kCalendar) || (i > result + 1 && reading.Has(i, Role::title))) break;
      ++i;
    }
    if (reading.token(i - 1).is_hyphen()) --i;
    if (i <= result + 1) break;
    result = i;
  }
  return result;
}

void OrganizationRules::AppendHeaded(const Reading& reading, const Span& sentence, uint32_t i,
                                     std::vector<Candidate>* found) const {
  Sense head = reading.At(i, Role::organization_head);
  if (!head) return;
  uint32_t end = i + head.tokens;
  if (end >= sentence.end || reading.token(end).shape != Shape::kLower) return;
  uint32_t object_end = ObjectEnd(reading, sentence, end);
  if (object_end == end) return;
  uint32_t begin = NameBegin(reading, sentence, i);
  bool weak = weak_heads_[head.row];
  if (weak && begin == i) return;
  found->push_back({FactType::kOrganization,
                    {begin, object_end},
                    weak ? 0.8f : 0.88f,
                    "organization.head-of",
                    head.row.index()});
}

// `bracket` is a "(".
void OrganizationRules::AppendAcronym(const Reading& reading, const Span& sentence,
                                      uint32_t bracket, std::vector<Candidate>* found) const {
  uint32_t i = bracket + 1;
  if (i + 1 >= sentence.end || !reading.token(i + 1).is(')')) return;
  const Token& t = reading.token(i);
  if (!t.is_word() || !t.capitalized() || t.bytes.size() < 2 || t.bytes.size() > 10) return;
  if (reading.HasAny(i, Bits(Role::country, Role::currency, Role::place, Role::not_name))) return;
  uint32_t reach = std::max(sentence.begin, bracket - std::min(bracket, kReachOfAcronym));
  for (uint32_t begin = reach; begin + 1 < bracket; ++begin) {
    if (!capitals_.IsNameWord(reading, begin)) continue;
    if (!Abbreviates(reading, reading.Text(i), {begin, bracket})) continue;
    if (!reading.token(bracket - 1).capitalized()) return;
    // "Artificial Intelligence (AI)" is no organization.
    bool headed = reading.Has(i, Role::organization);
    for (uint32_t k = begin; k < bracket; ++k) headed |= reading.HasAny(k, kHeads);
    if (!headed) return;
    found->push_back({FactType::kOrganization, {begin, bracket}, 0.93f, "organization.expansion"});
    found->push_back({FactType::kOrganization, {i, i + 1}, 0.95f, "organization.acronym"});
    return;
  }
}

// Known names that the tagger's runs do not hold: with a small word at the end
// ("Democratic party"), with an "'s" inside ("McDonald's").
void OrganizationRules::AppendKnown(const Reading& reading, uint32_t i,
                                    std::vector<Candidate>* found) {
  Sense known = reading.At(i, Role::organization);
  if (!known || known.tokens < 2) return;
  const Token& last = reading.token(i + known.tokens - 1);
  if (last.shape != Shape::kLower || reading.Is(i, "the")) return;
  found->push_back({FactType::kOrganization,
                    {i, i + known.tokens},
                    0.9f,
                    "organization.known",
                    known.row.index()});
}

void OrganizationRules::Append(const Reading& reading, uint32_t sentence,
                               std::vector<Candidate>* found) const {
  const Sentence& s = reading.document().sentences[sentence];
  bool triggered = reading.RolesOf(sentence) & kHeads;
  size_t before = found->size();
  for (uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
    if (reading.lexed(i).phrase_roles & Bit(Role::organization)) AppendKnown(reading, i, found);
    if (reading.token(i).is('(')) AppendAcronym(reading, s.tokens, i, found);
    if (!triggered) continue;
    if (reading.Has(i, Role::company_suffix)) AppendSuffixed(reading, s.tokens, i, found);
    if (reading.Has(i, Role::organization_head)) AppendHeaded(reading, s.tokens, i, found);
  }
  if (found->size() > before && !Capitals::MeanNames(reading, s)) found->resize(before);
}

}  // namespace factline
