// Sums that leave one half unsaid: "a dollar a day" has no number, "millions in aid"
// and "spent millions on roads" no currency.
//
// Millions are money only where something is paid: after a verb of outlay and before
// the end of its phrase ("cost taxpayers millions."), or "in" a thing that is paid
// ("millions in federal funding"), or "the millions they spent".  "Sold millions",
// "millions of people" and "millions in Africa" are not.

#include <algorithm>

#include "extractors/money/money_sentence.h"

namespace factline {
namespace {

constexpr float kArticle = 0.85f;
constexpr float kMillions = 0.75f;

}  // namespace

// "a dollar", "a penny", where the phrase ends or a rate follows.
void MoneySentence::ReadArticleSums() {
  if (!(reading_.RolesOf(sentence_) & Bit(Role::currency))) return;
  for (uint32_t i = tokens_.begin; i + 1 < tokens_.end; ++i) {
    if (!reading_.Has(i + 1, Role::currency)) continue;
    if (!reading_.Is(i, "a") && !reading_.Is(i, "an")) continue;
    Sum sum;
    if (!sums_.ReadSingular(i, tokens_.end, &sum)) continue;
    uint32_t end = sum.tokens.end;
    bool closed = end >= tokens_.end || (reading_.token(end).kind == TokenKind::kPunctuation &&
                                         !reading_.token(end).is_hyphen());
    bool rate = !rates_.ReadAt(reading_, end, tokens_.end).empty();
    bool idiom = rate && reading_.Is(end + 1, "dozen");  // "a dime a dozen"
    if ((!closed && !rate) || idiom) continue;
    Amount amount;
    amount.amount = amount.precision = sum.form->factor;
    Emit(sum, sum.tokens, amount, "money.article-currency", kArticle);
  }
}

bool MoneySentence::ReadMillions(const Numeral& n) {
  if (n.form != NumeralForm::kVague || !n.amount.min || *n.amount.min < Decimal(1000000)) {
    return false;
  }
  uint32_t begin = n.tokens.begin, end = n.tokens.end;
  if ((reading_.Text(end - 1).back() | 0x20) != 's') return false;
  if (!IsOutlay(begin, end) && !IsPaidIn(end) && !AreTheMillions(begin, end)) return false;
  Sum sum;
  sum.number = &n;
  sum.tokens = n.tokens;
  sum.form = &sums_.dollar();
  sum.code = context_.last_code();
  Emit(sum, n.tokens, n.amount, "money.millions", kMillions);
  return true;
}

// "spent millions on", "cost taxpayers millions."
bool MoneySentence::IsOutlay(uint32_t begin, uint32_t end) const {
  bool spent = false;
  for (uint32_t i = begin; i-- > tokens_.begin && i + 2 >= begin;) {
    spent |= reading_.Has(i, Role::outlay);
  }
  if (!spent) return false;
  if (end >= tokens_.end || reading_.token(end).kind == TokenKind::kPunctuation) return true;
  return reading_.Is(end, "on") || reading_.Is(end, "to") || reading_.Is(end, "for") ||
         reading_.Is(end, "in") || reading_.Is(end, "from") || reading_.Is(end, "more");
}

// "millions in federal funding"
bool MoneySentence::IsPaidIn(uint32_t end) const {
  if (end + 1 >= tokens_.end || !reading_.Is(end, "in")) return false;
  for (uint32_t i = end + 1; i < tokens_.end && i < end + 3; ++i) {
    if (reading_.token(i).shape != Shape::kLower) return false;
    if (reading_.Has(i, Role::payment)) return true;
  }
  return false;
}

// "the millions they managed to raise"
bool MoneySentence::AreTheMillions(uint32_t begin, uint32_t end) const {
  if (begin <= tokens_.begin || !reading_.Is(begin - 1, "the")) return false;
  static constexpr std::string_view kWho[] = {"he", "she", "it", "they", "we", "that", "being"};
  bool clause = std::any_of(std::begin(kWho), std::end(kWho),
                            [&](std::string_view who) { return reading_.Is(end, who); });
  for (uint32_t i = end + 1; clause && i < tokens_.end && i < end + 5; ++i) {
    if (reading_.Has(i, Role::outlay)) return true;
  }
  return false;
}

}  // namespace factline
