// Which currency a bare sign or name means.  Asked in this order: the country of the
// sentence, a currency of that name which the article writes out in full, the country
// the whole article is about; else the one that the lexicon gives for want of
// anything better.
//
// "$" and "dollar" are stricter: world news means the US dollar even in a story
// about Taiwan.  Another dollar needs a source in its country, its full name in a
// story that never speaks of America or its dollar, or, for the few whose newspapers
// write a bare sign, a story that is about the country before any other.

#include "extractors/money/currency_context.h"

#include <algorithm>
#include <charconv>

namespace factline {
namespace {

// Countries whose own newspapers and governments write a bare "$".
constexpr std::string_view kOwnDollar[] = {"AU", "CA", "NZ", "SG", "HK"};

// What a country must weigh in an article for its dollar to be meant: as much as
// two mentions by name.
constexpr uint32_t kAbout = 6;
// The same where the article names no other country at all.
constexpr uint32_t kAlone = 4;
// What a dateline adds, in words of public life, unless an agency stands in it:
// agencies write "A$".
constexpr uint32_t kDatelineCues = 2;

// What a word that speaks from home adds, and how many of them count.
constexpr uint32_t kHome = 3;
constexpr uint32_t kMostHome = 5;

bool IsDollar(const CurrencyForm& form) {
  return form.code == "USD" && form.ambiguous() && !form.subunit;
}

bool MayMean(const CurrencyForm& form, std::string_view code) {
  if (form.code == code) return true;
  return std::any_of(form.others.begin(), form.others.end(),
                     [&](const Currency* c) { return c->code == code; });
}

}  // namespace

CountryCodes::CountryCodes(const Lexicon& lexicon) : iso_(lexicon.row_count()) {
  for (Role role : {Role::country, Role::place, Role::dollar_cue}) {
    for (const LexiconRow& row : lexicon.RowsOf(role)) {
      // "The States" are American only at home: such words are no evidence.
      bool doubtful = row["needs"] == "home" || row["needs"] == "article";
      uint16_t iso = Pack(row["iso"]);
      if (!doubtful) iso_[row.index()] = iso;
    }
  }
}

uint16_t CountryCodes::At(const Reading& reading, uint32_t token, uint32_t* tokens,
                          bool* by_name) const {
  const Lexed& lexed = reading.lexed(token);
  *tokens = 1;
  if (!((lexed.roles | lexed.phrase_roles) & Bits(Role::country, Role::place))) return 0;
  // "British Columbia" does not speak of Britain.
  Sense longer = reading.At(token, Role::not_country);
  for (Role role : {Role::country, Role::place}) {
    Sense sense = reading.At(token, role);
    if (!sense || (role == Role::country && longer.tokens > sense.tokens)) continue;
    uint16_t iso = iso_[sense.row.index()];
    if (iso == 0) continue;
    *tokens = sense.tokens;
    *by_name = role == Role::country;
    return iso;
  }
  return 0;
}

uint16_t CountryCodes::NamedIn(std::string_view text, const Lexicon& lexicon) const {
  while (!text.empty()) {
    size_t end = 0;
    char lower[kLongestKey];
    for (; end < text.size() && end < sizeof lower; ++end) {
      char c = static_cast<char>(text[end] | 0x20);
      if (c < 'a' || c > 'z') break;
      lower[end] = c;
    }
    uint32_t word = end == 0 ? 0 : lexicon.FindWord({lower, end});
    if (word != 0 && text[0] <= 'Z') {
      for (const auto& sense : lexicon.SensesOf(word)) {
        bool country = sense.role == static_cast<uint8_t>(Role::country);
        if (country && iso_[sense.row] != 0) return iso_[sense.row];
      }
    }
    text.remove_prefix(std::max<size_t>(end, 1));
  }
  return 0;
}

void CurrencyContext::Gather() {
  if (gathered_) return;
  gathered_ = true;
  std::string_view published = reading_.article().published;
  if (published.size() >= 4) {
    std::from_chars(published.data(), published.data() + 4, year_);
  }
  GatherAddress();
  GatherSource();
  GatherDateline();
  constexpr RoleSet kGathered = Bits(Role::country, Role::place, Role::dollar_cue, Role::currency);
  for (uint32_t i = 0; i < reading_.size();) {
    const Lexed& lexed = reading_.lexed(i);
    if (!((lexed.roles | lexed.phrase_roles) & kGathered)) {
      ++i;
      continue;
    }
    uint32_t tokens = 1;
    GatherCountry(i, &tokens);
    if ((lexed.roles | lexed.phrase_roles) & Bit(Role::currency)) {
      Sense sense = reading_.At(i, Role::currency);
      const CurrencyForm* form = sense ? currencies_.FormOf(sense.row) : nullptr;
      if (form != nullptr && !form->ambiguous() && form->needs == CurrencyNeeds::kNothing &&
          !Named(form->code)) {
        named_.push_back(form->code);
      }
    }
    i += tokens;
  }
}

// "SYDNEY - " places a story; "SYDNEY (Reuters) - " only its reporter.
void CurrencyContext::GatherDateline() {
  for (const FurniturePart& part : reading_.document().parts) {
    if (part.furniture != Furniture::kDateline) continue;
    bool agency = false;
    for (uint32_t i = part.tokens.begin; i < part.tokens.end; ++i) {
      agency |= reading_.token(i).is('(');
    }
    for (uint32_t i = part.tokens.begin; i < part.tokens.end && !agency;) {
      uint32_t tokens = 1;
      bool by_name = false;
      if (uint16_t iso = countries_.At(reading_, i, &tokens, &by_name)) {
        CountFor(iso)->cues += kDatelineCues;
        break;
      }
      i += tokens;
    }
  }
}

bool CurrencyContext::UsedIn(const Currency& currency, uint16_t country) {
  return country != 0 &&
         std::any_of(currency.countries.begin(), currency.countries.end(),
                     [&](std::string_view iso) { return CountryCodes::Pack(iso) == country; });
}

CurrencyContext::Count* CurrencyContext::CountFor(uint16_t iso) {
  auto at =
      std::find_if(counts_.begin(), counts_.end(), [&](const Count& c) { return c.iso == iso; });
  if (at == counts_.end()) at = counts_.insert(at, {iso, 0, 0, 0});
  return &*at;
}

void CurrencyContext::GatherCountry(uint32_t token, uint32_t* tokens) {
  bool by_name = false;
  if (uint16_t iso = countries_.At(reading_, token, tokens, &by_name)) {
    Count* count = CountFor(iso);
    ++(by_name ? count->names : count->places);
  }
  const Lexed& lexed = reading_.lexed(token);
  if (!((lexed.roles | lexed.phrase_roles) & Bit(Role::dollar_cue))) return;
  if (Sense cue = reading_.At(token, Role::dollar_cue)) {
    uint16_t iso = countries_.OfCue(cue.row);
    if (iso != 0)
      ++CountFor(iso)->cues;
    else if (reading_.token(token).shape == Shape::kUpper)
      ++home_cues_;
    *tokens = std::max(*tokens, cue.tokens);
  }
}

void CurrencyContext::GatherSource() {
  source_ = countries_.NamedIn(reading_.article().source, reading_.lexicon());
}

// "https://www.example.com.au/…" -> AU
void CurrencyContext::GatherAddress() {
  std::string_view url = reading_.article().url;
  size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  size_t dot = url.rfind('.');
  if (dot == std::string_view::npos || url.size() - dot != 3) return;
  char upper[2] = {static_cast<char>(url[dot + 1] & ~0x20),
                   static_cast<char>(url[dot + 2] & ~0x20)};
  address_ = CountryCodes::Pack({upper, 2});
  if (address_ == CountryCodes::Pack("UK")) address_ = CountryCodes::Pack("GB");
}

CurrencyContext::Count CurrencyContext::CountOf(std::string_view iso) const {
  uint16_t code = CountryCodes::Pack(iso);
  for (const Count& c : counts_) {
    if (c.iso == code) return c;
  }
  return {};
}

// How much the article speaks of the countries of `currency`.
uint32_t CurrencyContext::WeightOf(const Currency& currency) const {
  uint32_t sum = 0;
  for (std::string_view iso : currency.countries) {
    Count count = CountOf(iso);
    sum += 3 * count.names + count.places;
  }
  return sum;
}

// Whether `currency` was in use when the article was published; today where that
// is not known.
bool CurrencyContext::InUse(const Currency& currency) const {
  return year_ == 0 ? currency.until == 0 : currency.AliveIn(year_);
}

bool CurrencyContext::Named(std::string_view code) const {
  return std::find(named_.begin(), named_.end(), code) != named_.end();
}

bool CurrencyContext::Evidenced(const CurrencyForm& form) {
  Gather();
  const Currency* own = currencies_.Find(form.code);
  if (Named(form.code) || (own != nullptr && WeightOf(*own) > 0)) return true;
  for (const Currency* other : form.others) {
    if (Named(other->code) || WeightOf(*other) > 0) return true;
  }
  return false;
}

// The one currency of the form that the article writes out in full; null where none
// or two are.
const Currency* CurrencyContext::OnlyNamed(const CurrencyForm& form) const {
  const Currency* named = nullptr;
  for (const Currency* c : form.others) {
    if (!Named(c->code)) continue;
    if (named != nullptr) return nullptr;
    named = c;
  }
  return named;
}

// The one currency of the form whose country the sentence names; null where none
// or two are.
const Currency* CurrencyContext::OfSentence(const CurrencyForm& form, uint32_t sentence) const {
  const Currency* found = nullptr;
  const Span& tokens = reading_.document().sentences[sentence].tokens;
  for (uint32_t i = tokens.begin; i < tokens.end;) {
    uint32_t length = 1;
    bool by_name = false;
    uint16_t iso = countries_.At(reading_, i, &length, &by_name);
    i += length;
    if (!by_name) continue;
    for (const Currency* c : form.others) {
      bool of =
          std::any_of(c->countries.begin(), c->countries.end(),
                      [&](std::string_view country) { return CountryCodes::Pack(country) == iso; });
      if (!of || !InUse(*c)) continue;
      if (found != nullptr && found != c) return nullptr;
      found = c;
    }
  }
  return found;
}

const Currency* CurrencyContext::OfArticle(const CurrencyForm& form, bool in_use) const {
  const Currency* best = nullptr;
  uint32_t most = 0;
  for (const Currency* c : form.others) {
    if (InUse(*c) != in_use || (!in_use && year_ != 0)) continue;
    uint32_t weight = WeightOf(*c);
    if (weight > most) best = c, most = weight;
  }
  return best;
}

// The dollar of a country that the article speaks of more than of any other, of
// America most of all.
const Currency* CurrencyContext::OfDollars(const CurrencyForm& form) const {
  uint32_t us = CountOf("US").weight();
  for (const Currency* c : form.others) {
    if (InUse(*c) && (UsedIn(*c, address_) || UsedIn(*c, source_))) return c;
  }
  if (us == 0 && !Named("USD")) {
    if (const Currency* named = OnlyNamed(form)) return named;
  }
  for (std::string_view iso : kOwnDollar) {
    Count own = CountOf(iso);
    uint16_t country = CountryCodes::Pack(iso);
    uint32_t others = 0;
    for (const Count& c : counts_) {
      if (c.iso != country) others = std::max(others, 3 * c.names);
    }
    uint32_t weight = own.weight();
    if (own.names + own.cues > 0) weight += kHome * std::min(home_cues_, kMostHome);
    bool alone = others == 0 && CountOf("US").names == 0 && !Named("USD");
    uint32_t least = alone ? kAlone : kAbout;
    if (weight < least || us * 2 > weight || others > weight) continue;
    char code[4] = {iso[0], iso[1], 'D', 0};
    return currencies_.Find(code);
  }
  return nullptr;
}

// The code that stood for the same name when the article was published.
std::string_view CurrencyContext::Dated(std::string_view code) const {
  const Currency* currency = currencies_.Find(code);
  while (currency != nullptr && year_ != 0 && currency->since > year_ &&
         !currency->before.empty()) {
    code = currency->before;
    currency = currencies_.Find(code);
  }
  return code;
}

CurrencyContext::Resolved CurrencyContext::Resolve(const CurrencyForm& form, uint32_t sentence) {
  if (!form.ambiguous()) {
    CurrencyBy by = form.kind == CurrencyKind::kCode     ? CurrencyBy::kCode
                    : form.kind == CurrencyKind::kSymbol ? CurrencyBy::kSymbol
                                                         : CurrencyBy::kName;
    if (form.kind == CurrencyKind::kCode) return {form.code, by};
    Gather();
    return {Dated(form.code), by};
  }
  Gather();
  if (form.subunit && !last_code_.empty() && MayMean(form, last_code_) &&
      sentence - last_sentence_ <= 1) {
    return {last_code_, CurrencyBy::kContext};
  }
  if (IsDollar(form) || form.subunit) {
    if (const Currency* own = OfDollars(form)) return {own->code, CurrencyBy::kContext};
    bool home = Named("USD") || CountOf("US").names > 0;
    return {form.code, home ? CurrencyBy::kContext : CurrencyBy::kDefault};
  }
  const Currency* found = OfSentence(form, sentence);
  if (found == nullptr) found = OnlyNamed(form);
  if (found == nullptr) found = OfArticle(form, true);
  if (found == nullptr) found = OfArticle(form, false);
  if (found != nullptr) return {Dated(found->code), CurrencyBy::kContext};
  return {Dated(form.code), CurrencyBy::kDefault};
}

}  // namespace factline
