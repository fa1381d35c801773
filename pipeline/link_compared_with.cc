// compared_with: the figure that an amount is set against.
//
//   5 percent, up from 3 percent          5 -> 3
//   rose from 14 to 31                    31 -> 14
//   fell to $3 million from $4 million    3 -> 4
//   $5 million compared with $4 million   5 -> 4
//
// Both must be of one kind and unit and stand in one sentence.

#include <algorithm>

#include "pipeline/link.h"

namespace factline {
namespace {

constexpr uint32_t kFarthest = 24;  // tokens from one amount to the next
constexpr uint32_t kBlur = 6;       // tokens between a cue and its figure: "an earlier forecast of"

class ComparedLinker {
 public:
  explicit ComparedLinker(LinkContext* context)
      : context_(*context), reading_(context->reading()) {}

  void Run() {
    const auto& mentions = context_.mentions();
    uint32_t last = kNoMention;  // the amount before
    for (uint32_t k = 0; k < mentions.size(); ++k) {
      if (!IsAmount(mentions[k].type)) continue;
      if (last != kNoMention && IsComparable(last, k)) Compare(last, k);
      last = k;
    }
  }

 private:
  bool IsComparable(uint32_t a, uint32_t b) const {
    const Mention& x = context_.mention(a);
    const Mention& y = context_.mention(b);
    if (x.type != y.type || y.tokens.begin - x.tokens.end > kFarthest) return false;
    if (&context_.sentence(a) != &context_.sentence(b)) return false;
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
    uint32_t begin = context_.sentence(a).tokens.begin;
    bool from = before > begin && reading_.Is(before - 1, "from");
    if (from && reading_.Is(joint - 1, "to") && joint > first.end) {
      if (IsRange(before - 1, begin)) return;
      context_.Add(b, LinkRole::kComparedWith, a);
      return;
    }
    bool to = before > begin && reading_.Is(before - 1, "to");
    if (to && joint > first.end && joint - first.end <= kBlur && reading_.Is(joint - 1, "from")) {
      context_.Add(a, LinkRole::kComparedWith, b);
      return;
    }
    uint32_t reach = std::min(joint - first.end, kBlur);
    for (uint32_t k = 0; k <= reach; ++k) {
      uint32_t i = joint - k;
      if (Sense cue = reading_.Before(i, Role::comparison); cue && i - cue.tokens >= first.end) {
        context_.Add(a, LinkRole::kComparedWith, b);
        return;
      }
      if (i == first.end || !reading_.token(i - 1).is_word()) return;
    }
  }

  // "ranging from 1 to 5 percent", "anywhere from 5 to 10": no change.
  bool IsRange(uint32_t from, uint32_t begin) const {
    static constexpr std::string_view kRange[] = {"range",    "ranges", "ranged", "ranging",
                                                  "anywhere", "vary",   "varied", "varying"};
    if (from == begin) return false;
    for (std::string_view word : kRange) {
      if (reading_.Is(from - 1, word)) return true;
    }
    return false;
  }

  // The first token of the words that blur the amount at `i`: "from about".
  uint32_t BeforeModifiers(uint32_t i) const {
    while (i > 0) {
      Sense modifier = reading_.Before(i, Role::modifier);
      bool article = reading_.Is(i - 1, "a") || reading_.Is(i - 1, "an");
      if (!modifier && !article) return i;
      i -= modifier ? modifier.tokens : 1;
    }
    return i;
  }

  LinkContext& context_;
  const Reading& reading_;
};

}  // namespace

void LinkComparedWith(LinkContext* context) { ComparedLinker(context).Run(); }

}  // namespace factline
