// compared_with: the figure that an amount is set against.
//
//   5 percent, up from 3 percent               5 -> 3
//   rose from 14 to 31                         31 -> 14
//   fell to $3 million from $4 million         3 -> 4
//   $5 million, against a target of $4 million 5 -> 4
//   $5 million ($4 million a year earlier)     5 -> 4
//
// Both are of one kind and unit and stand in one sentence; the base is the nearest
// such figure before.  Words that have other uses ("against", "exceeding") count
// where the base is told to be one: a sum, a share, a figure with a name or of
// another time.  The examples are tests/pipeline/comparisons.txt.

#include <algorithm>

#include "extractors/phrase.h"
#include "pipeline/links/link.h"

namespace factline {
namespace {

constexpr uint32_t kFarthest = 24;  // tokens from one amount to the next
constexpr uint32_t kBlur = 7;       // tokens between a cue and its figure: "an earlier forecast of"
constexpr uint32_t kChange = 12;    // tokens from "rose" to "from 14 to 31"
constexpr uint32_t kTime = 4;       // tokens from a figure to the time it is of
constexpr int kAmountsBack = 3;     // "5 million, a rise of 20 percent from 4 million"

class ComparedLinker {
 public:
  explicit ComparedLinker(LinkContext* context)
      : context_(*context), reading_(context->reading()) {}

  void Run() {
    const auto& mentions = context_.mentions();
    for (uint32_t k = 0; k < mentions.size(); ++k) {
      if (!IsAmount(mentions[k].type)) continue;
      sentence_ = context_.sentence(k).tokens;
      int left = kAmountsBack;
      for (uint32_t before = k; before > 0 && left > 0; --before) {
        const Mention& m = mentions[before - 1];
        if (m.tokens.begin < sentence_.begin) break;
        if (!IsAmount(m.type)) continue;
        --left;
        bool whole = m.tokens.begin > 0 &&
                     reading_.token(m.tokens.begin - 1).clitic;  // "seven of Iraq's 18 provinces"
        if (whole || !IsComparable(before - 1, k)) continue;
        Compare(before - 1, k);
        break;
      }
    }
  }

 private:
  bool IsComparable(uint32_t a, uint32_t b) const {
    const Mention& x = context_.mention(a);
    const Mention& y = context_.mention(b);
    if (x.type != y.type || y.tokens.begin - x.tokens.end > kFarthest) return false;
    if (x.type == FactType::kMoney) {
      return std::get<MoneyValue>(x.value).currency == std::get<MoneyValue>(y.value).currency;
    }
    if (x.type == FactType::kPercent) return true;
    return std::get<QuantityValue>(x.value).unit == std::get<QuantityValue>(y.value).unit;
  }

  void Compare(uint32_t a, uint32_t b) {
    const Span& first = context_.mention(a).tokens;
    const Span& second = context_.mention(b).tokens;
    uint32_t before = BeforeModifiers(first.begin);
    uint32_t joint = BeforeModifiers(second.begin);
    if (joint <= first.end) return;
    for (uint32_t i = first.end; i + 1 < joint; ++i) {
      if (reading_.token(i).is(';') || (reading_.token(i).is(':') && i + 2 < joint)) return;
    }
    bool from = before > sentence_.begin && reading_.Is(before - 1, "from");
    if (from && reading_.Is(joint - 1, "to")) {
      if (IsChange(before - 1) && IsTimely(first.end, joint - 1)) {
        context_.Add(b, LinkRole::kComparedWith, a, LinkClass::kComparedChange);
      }
      return;
    }
    if (from) return;
    bool goes_on = IsFromTo(joint, second.end);  // "exports of 5 rose from 3 to 4"
    if (!goes_on &&
        (IsToFrom(before, first.end, joint) || HasCue(b, first.end, joint) ||
         IsFromThen(first.end, joint, second.end) || IsBracketed(first.end, joint, second.end))) {
      context_.Add(a, LinkRole::kComparedWith, b, LinkClass::kComparedCue);
    }
  }

  // "rose from 14", "the toll from 14": a change, not a range or a way.
  bool IsChange(uint32_t from) const {
    if (from == sentence_.begin || IsRange(from - 1)) return false;
    uint32_t last = from - std::min(from - sentence_.begin, kChange);
    for (uint32_t i = from; i > last; --i) {
      if (reading_.token(i - 1).is(';')) return false;
      if (reading_.Before(i, Role::change, 1)) return true;
    }
    return false;
  }

  // "ranging from 3 to 35 percent", "gains from 3 to 35 percent": of several things.
  bool IsRange(uint32_t i) const {
    static constexpr std::string_view kRange[] = {"range",    "ranges", "ranged", "ranging",
                                                  "anywhere", "vary",   "varied", "varying"};
    bool named = std::any_of(std::begin(kRange), std::end(kRange),
                             [&](std::string_view word) { return reading_.Is(i, word); });
    return named || (reading_.Has(i, Role::change) && ClassOf(reading_, i) == WordClass::kPlural);
  }

  // Whether nothing but a time or a noun stands between two figures: "from 14 [on
  // Monday] to 31".
  bool IsTimely(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      WordClass c = ClassOf(reading_, i);
      if (c == WordClass::kVerb || c == WordClass::kAuxiliary) return false;
    }
    return end - begin <= kChange;
  }

  bool IsFromTo(uint32_t joint, uint32_t end) const {
    if (joint == 0 || !reading_.Is(joint - 1, "from")) return false;
    uint32_t last = std::min(sentence_.end, end + kChange);
    for (uint32_t i = end; i + 1 < last && !reading_.token(i).is(','); ++i) {
      if (!reading_.Is(i, "to")) continue;
      for (uint32_t k = i + 1; k < std::min(sentence_.end, i + kTime); ++k) {
        const Mention* m = context_.MentionOver(k);
        if (m != nullptr && IsAmount(m->type)) return true;
      }
    }
    return false;
  }

  // "to 31 [in May] from 14"
  bool IsToFrom(uint32_t before, uint32_t end, uint32_t joint) const {
    if (before == sentence_.begin || !reading_.Is(joint - 1, "from")) return false;
    bool to = reading_.Is(before - 1, "to") || reading_.Is(before - 1, "at");
    if (!to) return false;
    for (uint32_t i = end; i + 1 < joint; ++i) {
      const Mention* m = context_.MentionOver(i);
      WordClass c = ClassOf(reading_, i);
      bool light = (m != nullptr && IsTime(m->type)) || c == WordClass::kPreposition ||
                   c == WordClass::kDeterminer || c == WordClass::kAdverb || IsNominal(c) ||
                   reading_.token(i).is(',');
      if (!light) return false;
    }
    return joint - end <= kBlur;
  }

  bool HasCue(uint32_t b, uint32_t begin, uint32_t joint) const {
    uint32_t reach = std::min(joint - begin, kBlur);
    for (uint32_t k = 0; k <= reach; ++k) {
      uint32_t i = joint - k;
      Sense cue = reading_.Before(i, Role::comparison);
      if (cue && i - cue.tokens >= begin)
        return cue.row["base"] == "any" || IsTold(b, i - cue.tokens);
      if (i == begin || !reading_.token(i - 1).is_word()) return false;
      WordClass c = ClassOf(reading_, i - 1);
      if (c == WordClass::kVerb || c == WordClass::kAuxiliary || reading_.Is(i - 1, "and")) {
        return false;
      }
    }
    return false;
  }

  // Whether figure `b`, with the words from `first` on before it, is told to be a base.
  bool IsTold(uint32_t b, uint32_t first) const {
    const Mention& m = context_.mention(b);
    const auto* quantity = std::get_if<QuantityValue>(&m.value);
    if (quantity == nullptr || quantity->unit != "count") return true;
    if (IsThen(m.tokens.end)) return true;
    for (uint32_t i = first; i < m.tokens.begin; ++i) {
      if (IsNominal(ClassOf(reading_, i))) return true;  // "a target of", "last year's"
      if (ClassOf(reading_, i) == WordClass::kParticiple) return true;  // "the planned"
    }
    NounPhrase noun = NounPhraseAt(reading_, m.tokens.end, sentence_.end, true);
    uint32_t next = noun ? noun.tokens.end : m.tokens.end;
    return IsThen(next) || (next < sentence_.end &&
                            ClassOf(reading_, next) == WordClass::kParticiple);  // "14 planned"
  }

  // "[14] a year earlier", "[14] in 2019", "[14] previously"
  bool IsThen(uint32_t next) const {
    uint32_t last = std::min(sentence_.end, next + kTime);
    for (uint32_t i = next; i < last; ++i) {
      const Token& token = reading_.token(i);
      if (token.is(',') || token.is(';') || token.is(')')) return false;
      const Mention* m = context_.MentionOver(i);
      if (m != nullptr && IsTime(m->type)) return true;
      if (reading_.Is(i, "earlier") || reading_.Is(i, "ago") || reading_.Is(i, "previously") ||
          reading_.Is(i, "before")) {
        return true;
      }
    }
    return false;
  }

  // "…, from 14 a year earlier"
  bool IsFromThen(uint32_t begin, uint32_t joint, uint32_t end) const {
    if (!reading_.Is(joint - 1, "from") || joint - begin > kBlur) return false;
    uint32_t next = end;
    while (next < sentence_.end && next < end + 3 && IsNominal(ClassOf(reading_, next))) ++next;
    const Mention* m = next < sentence_.end ? context_.MentionOver(next) : nullptr;
    bool article = next < sentence_.end && (reading_.Is(next, "a") || reading_.Is(next, "the") ||
                                            reading_.Is(next, "in") || reading_.Is(next, "last"));
    return ((m != nullptr && IsTime(m->type)) || article) && IsThen(next) && !IsSpan(begin, joint);
  }

  // Whether a verb of going or lasting stands between: "ran from 14 May".
  bool IsSpan(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      if (ClassOf(reading_, i) == WordClass::kVerb && !reading_.Has(i, Role::change)) return true;
    }
    return false;
  }

  // "31 (14 a year earlier)", "31 (from 14 in 2019)"
  bool IsBracketed(uint32_t begin, uint32_t joint, uint32_t end) const {
    uint32_t open = joint - 1;
    if (reading_.Is(open, "from") && open > begin) --open;
    if (open < begin || open - begin > 3 || !reading_.token(open).is('(')) return false;
    return IsThen(end);
  }

  // The first token of the words that blur the amount at `i`: "from about".
  uint32_t BeforeModifiers(uint32_t i) const {
    while (i > sentence_.begin) {
      Sense modifier = reading_.Before(i, Role::modifier);
      bool article = reading_.Is(i - 1, "a") || reading_.Is(i - 1, "an");
      if (!modifier && !article) return i;
      i -= std::min(i - sentence_.begin, modifier ? modifier.tokens : 1);
    }
    return i;
  }

  LinkContext& context_;
  const Reading& reading_;
  Span sentence_;
};

}  // namespace

void LinkComparedWith(LinkContext* context) { ComparedLinker(context).Run(); }

}  // namespace factline
