// equivalent: the same sum in another currency, the same measure in another unit.
//
//   4.82 billion dollars (4.38 billion euros)      €20,000 (£17,500; US$22,900)
//   90 miles (145 km)                              about $8,000 or €7,000
//
// Only a bracket, "or" and words that blur may stand between, and measures must
// come out alike: "3 miles or 40 km" is a choice.  Linked both ways.

#include "extractors/phrase.h"
#include "pipeline/links/link.h"

namespace factline {
namespace {

constexpr uint32_t kWidestGap = 5;  // tokens: "(or about roughly"
constexpr double kAlike = 1.25;     // rounding: "five miles (eight kilometers)"

class EquivalentLinker {
 public:
  explicit EquivalentLinker(LinkContext* context)
      : context_(*context), reading_(context->reading()) {}

  void Run() {
    const auto& mentions = context_.mentions();
    uint32_t first = kNoMention;  // of a chain: "€20,000 (£17,500; US$22,900)"
    for (uint32_t k = 0; k + 1 < mentions.size(); ++k) {
      uint32_t from = first != kNoMention ? first : k;
      if (!IsSame(from, k + 1) || !IsGap(mentions[k].tokens.end, mentions[k + 1].tokens.begin)) {
        first = kNoMention;
        continue;
      }
      if (first == kNoMention)
        context_.Add(k, LinkRole::kEquivalent, k + 1, LinkClass::kEquivalent);
      context_.Add(k + 1, LinkRole::kEquivalent, from, LinkClass::kEquivalent);
      first = from;
    }
  }

 private:
  bool IsSame(uint32_t a, uint32_t b) const {
    const Mention& x = context_.mention(a);
    const Mention& y = context_.mention(b);
    if (x.type != y.type) return false;
    if (x.type == FactType::kMoney) {
      const auto& p = std::get<MoneyValue>(x.value);
      const auto& q = std::get<MoneyValue>(y.value);
      return p.currency != q.currency;
    }
    if (x.type != FactType::kQuantity) return false;
    const auto& p = std::get<QuantityValue>(x.value);
    const auto& q = std::get<QuantityValue>(y.value);
    if (p.unit == q.unit || p.dimension != q.dimension || p.dimension == "count") return false;
    if (!p.si_amount || !q.si_amount) return !p.amount.amount || !q.amount.amount;
    double ratio = p.si_amount->ToDouble() / q.si_amount->ToDouble();
    return ratio < kAlike && ratio > 1 / kAlike;
  }

  bool IsGap(uint32_t begin, uint32_t end) const {
    if (end <= begin || end - begin > kWidestGap) return false;
    bool joint = false;
    for (uint32_t i = begin; i < end; ++i) {
      const Token& token = reading_.token(i);
      if (token.is('(') || token.is('/') || token.is('[') || reading_.Is(i, "or")) {
        joint = true;
      } else if (token.is(';') || token.is(',')) {
        joint |= token.is(';');
      } else if (!token.is('~') && !token.is('=') && !token.is_hyphen() &&
                 !reading_.HasAny(i, Bits(Role::modifier, Role::adverb, Role::determiner)) &&
                 !reading_.Is(i, "equivalent") && !reading_.Is(i, "to") &&
                 !(reading_.lexed(i).phrase_roles & Bit(Role::modifier))) {
        return false;
      }
    }
    return joint;
  }

  LinkContext& context_;
  const Reading& reading_;
};

}  // namespace

void LinkEquivalent(LinkContext* context) { EquivalentLinker(context).Run(); }

}  // namespace factline
