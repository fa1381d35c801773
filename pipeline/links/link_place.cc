// place: the country or location that an amount is for.
//
// A place of the amount's sentence that a preposition of place stands before, or
// that owns what is counted ("Iowa's 41 delegates"); of several the nearest.  The
// place of a speaker ("officials in the north") or of a person ("the senator from
// Vermont") is not that of the amount.  In a sentence without a place an amount has
// that of the scene.

#include <algorithm>
#include <optional>

#include "extractors/phrase.h"
#include "pipeline/links/link.h"
#include "pipeline/links/scene_linker.h"

namespace factline {
namespace {

constexpr int kOtherClause = 10;
constexpr int kLoose = 8;       // "of", "from", "to": may say something else
constexpr uint32_t kReach = 8;  // mentions looked at to each side
constexpr int kTooFar = 28;
constexpr int kRival = 10;     // a place so much farther off is no rival
constexpr uint32_t kPart = 6;  // tokens of "the northwestern parts of"

class PlaceLinker : public SceneLinker {
 public:
  PlaceLinker(LinkContext* context, const std::vector<Statement>& statements)
      : SceneLinker(context, statements, LinkRole::kPlace, LinkClass::kPlaceCarried) {}

 private:
  bool IsTarget(const Mention& m) const override {
    if (m.type == FactType::kLocation) return true;
    if (m.type != FactType::kCountry) return false;
    if (std::get<CountryValue>(m.value).kind == CountryKind::kDemonym) return false;
    // "U.S. Coast Guard" says whose it is, not where.
    const Mention* next = &m + 1;
    const auto& all = context_.mentions();
    return next == all.data() + all.size() || next->type != FactType::kOrganization ||
           next->tokens.begin != m.tokens.begin;
  }

  static bool IsLength(const Mention& m) {
    return m.type == FactType::kQuantity && std::get<QuantityValue>(m.value).dimension == "length";
  }

  bool SetsScene(const Mention& m) const override {
    return !IsOfSpeaker(m.tokens) && Looseness(m.tokens) == 0;
  }

  bool TakesOne(const Mention& m) const override {
    if (m.type != FactType::kQuantity) return true;
    std::string_view dimension = std::get<QuantityValue>(m.value).dimension;
    if (dimension == "time" || IsAttribute(context_, m)) return false;
    bool owned = m.tokens.begin > 0 && reading_.token(m.tokens.begin - 1).clitic;
    return owned || !IsKnown(context_, m.tokens.begin);  // "Iowa's 41 delegates"
  }

  bool TakesScene(uint32_t amount) const override { return !IsLength(context_.mention(amount)); }

  uint32_t Nearest(uint32_t amount) override {
    const auto& mentions = context_.mentions();
    const Span& sentence = context_.sentence(amount).tokens;
    const Span& own = mentions[amount].tokens;
    std::optional<Span> clause;  // most sentences have no place
    uint32_t first = amount > kReach ? amount - kReach : 0;
    uint32_t last = std::min<uint32_t>(amount + kReach + 1, static_cast<uint32_t>(mentions.size()));
    uint32_t best = kNoMention;
    int least = kTooFar, second = kTooFar;
    bool loose = false;
    bool is_length = IsLength(mentions[amount]);
    for (uint32_t p = first; p < last; ++p) {
      const Mention& m = mentions[p];
      if (!IsTarget(m) || !sentence.Contains(m.tokens) || IsOfSpeaker(m.tokens)) continue;
      bool before = m.tokens.end <= own.begin;
      int cost = static_cast<int>(before ? own.begin - m.tokens.end : m.tokens.begin - own.end);
      if (!clause) clause = ClauseAround(reading_, own.begin);
      if (!clause->Contains(m.tokens)) cost += kOtherClause;
      if (is_length && (before || Looseness(m.tokens) > 0)) continue;  // "50 km from Oslo"
      cost += Looseness(m.tokens);
      bool beside = p > 0 && p - 1 != amount && IsAmount(mentions[p - 1].type) &&
                    m.tokens.begin - mentions[p - 1].tokens.end <= 4 && before;
      if (beside) cost += kLoose;
      second = std::min(second, std::max(least, cost));
      if (cost < least) {
        least = cost, best = p;
        loose = Looseness(m.tokens) > 0 || !clause->Contains(m.tokens);
      }
    }
    found_ = loose                     ? LinkClass::kPlaceLoose
             : second - least > kRival ? LinkClass::kPlaceIn
                                       : LinkClass::kPlaceChosen;
    return best;
  }

  // How little the words before a place say that it is where something is.
  int Looseness(const Span& place) const {
    uint32_t i = place.begin;
    if (IsLabel(place)) return 0;
    bool owns = place.end < reading_.size() && reading_.token(place.end).clitic;
    if (owns) {  // "Italy's Adria SpA" says where the firm is from
      const Mention* owned =
          place.end + 1 < reading_.size() ? context_.MentionOver(place.end + 1) : nullptr;
      bool named = owned != nullptr &&
                   (owned->type == FactType::kOrganization || owned->type == FactType::kPerson);
      return named ? kTooFar : kLoose;
    }
    const Mention* m = context_.MentionOver(place.begin);
    bool modifies =
        m->type == FactType::kCountry && place.end < reading_.size() &&
        (IsNominal(ClassOf(reading_, place.end)) || reading_.token(place.end).is_hyphen());
    if (modifies) return kTooFar;  // "the U.S. embassy"
    if (NamesEvent(place)) return kLoose;
    if (IsSubject(place) || IsObject(place)) return kLoose;
    for (int k = 0; k < 3 && i > 0; ++k, --i) {
      WordClass c = ClassOf(reading_, i - 1);
      if (c == WordClass::kPreposition) break;
      if (c != WordClass::kDeterminer && c != WordClass::kAdjective) return kTooFar;
    }
    if (i == 0 || ClassOf(reading_, i - 1) != WordClass::kPreposition) return kTooFar;
    if (IsWhere(i - 1)) return IsWithinAnother(i - 1) ? kLoose : 0;
    static constexpr std::string_view kOf[] = {"of", "from", "to", "for", "on", "through"};
    bool of = std::any_of(std::begin(kOf), std::end(kOf),
                          [&](std::string_view word) { return reading_.Is(i - 1, word); });
    if (!of || i < 2) return kTooFar;
    uint32_t owner = reading_.token(i - 2).is(',') && i > 2 ? i - 3 : i - 2;
    if (IsPersonal(owner)) return kTooFar;
    return reading_.Is(i - 1, "of") ? LoosenessOfPart(i - 1) : kLoose;
  }

  // "in northwestern parts [of] Kenya", "on the island [of] Zanzibar"
  int LoosenessOfPart(uint32_t of) const {
    NounPhrase part = NounPhraseBefore(reading_, of, of > kPart ? of - kPart : 0);
    if (!part || !reading_.Has(part.head, Role::place_noun) || part.tokens.begin == 0) {
      return kLoose;
    }
    uint32_t joint = part.tokens.begin - 1;
    return IsWhere(joint) && !IsWithinAnother(joint) ? 0 : kLoose;
  }

  // "in Jenin near [Nablus]", "near the island off the coast of [California]": says
  // where the place before it is.
  bool IsWithinAnother(uint32_t joint) const {
    return joint > 0 && context_.MentionOver(joint - 1) != nullptr &&
           IsTarget(*context_.MentionOver(joint - 1));
  }

  // "Mombasa: 12 million for roads", "Mombasa -- 12 million for roads"
  bool IsLabel(const Span& place) const {
    if (place.end + 1 >= reading_.size()) return false;
    const Token& next = reading_.token(place.end);
    bool dash = next.is(kEmDash) || (next.is_hyphen() && next.space_before);
    if (!next.is(':') && !dash) return false;
    const Document& document = reading_.document();
    uint32_t first = document.sentences[document.SentenceOf(place.begin)].tokens.begin;
    return place.begin - first <= 2;
  }

  // "a [Mombasa] bus crash": a place before the name of what happened.
  bool NamesEvent(const Span& place) const {
    if (context_.MentionOver(place.begin)->type != FactType::kLocation) return false;
    for (uint32_t i = place.end; i < reading_.size() && i < place.end + 3; ++i) {
      if (reading_.token(i).capitalized() || !IsNominal(ClassOf(reading_, i))) break;
      if (IsPersonal(i)) return false;
      uint32_t next = i + 1;
      if (next < reading_.size() && IsNominal(ClassOf(reading_, next))) continue;
      return static_cast<bool>(VerbGroupAt(reading_, next, next + 3));
    }
    return false;
  }

  bool IsWhere(uint32_t i) const {
    static constexpr std::string_view kWhere[] = {"in",     "at",         "near",   "across",
                                                  "inside", "throughout", "around", "off",
                                                  "within", "outside",    "over",   "into"};
    return std::any_of(std::begin(kWhere), std::end(kWhere),
                       [&](std::string_view word) { return reading_.Is(i, word); });
  }

  // "[Puerto Rico] has felt dozens of quakes"
  bool IsSubject(const Span& place) const {
    const Document& document = reading_.document();
    uint32_t first = document.sentences[document.SentenceOf(place.begin)].tokens.begin;
    uint32_t begin = place.begin;
    while (begin > first && ClassOf(reading_, begin - 1) == WordClass::kAdjective) --begin;
    bool heads = begin - first <= 1 || reading_.token(begin - 1).is(',');
    return heads && place.end < reading_.size() &&
           static_cast<bool>(VerbGroupAt(reading_, place.end, place.end + 3));
  }

  // "a quake struck [Oaxaca], injuring 25"
  bool IsObject(const Span& place) const {
    if (place.begin == 0) return false;
    std::string_view verb = reading_.Text(place.begin - 1);
    if (verb.size() > 3 && verb.substr(verb.size() - 3) == "ing") return false;  // "bordering"
    WordClass c = ClassOf(reading_, place.begin - 1);
    return c == WordClass::kVerb || c == WordClass::kParticiple;
  }

  // "the senator [from Vermont]", "Jane Doe [of Oslo]", "mayor [of Bonn]".
  bool IsPersonal(uint32_t i) const {
    const Mention* m = context_.MentionOver(i);
    if (m != nullptr && (m->type == FactType::kPerson || m->type == FactType::kOrganization)) {
      return true;
    }
    return reading_.HasAny(i, Bits(Role::title, Role::occupation, Role::speaker));
  }

  bool IsOfSpeaker(const Span& place) const {
    for (size_t s = next_statement(); s < statements_.size(); ++s) {
      const Statement& statement = statements_[s];
      if (statement.form == Statement::Form::kQuotation) break;
      if (statement.cue.begin > place.end + 20) break;
      if (statement.speaker.phrase.Contains(place)) return true;
      bool behind = place.begin >= statement.cue.end && place.begin - statement.cue.end <= 1;
      if (behind) return true;
    }
    return false;
  }
};

}  // namespace

void LinkPlace(LinkContext* context, const std::vector<Statement>& statements) {
  PlaceLinker(context, statements).Run();
}

}  // namespace factline
