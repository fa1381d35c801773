#include "pipeline/audit/article_audit.h"

#include <cmath>

#include "pipeline/audit/same_measure.h"
#include "pipeline/exchange/convert.h"

namespace factline {
namespace {

constexpr size_t kLookBack = 40;        // figures of one article compared with each
constexpr uint32_t kPercentReach = 24;  // bytes between "10 percent" and the amounts it compares
constexpr uint32_t kPartsReach = 60;    // bytes between a total and the list of its parts
constexpr uint32_t kPartReach = 40;     // bytes between two parts

std::string Percentage(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f %%", share * 100);
  return text;
}

std::string Shown(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", number);
  return text;
}

class Audit {
 public:
  Audit(const ArticleFacts& read, const ExchangeRates& rates, const AuditOptions& options,
        std::vector<Check>* checks)
      : read_(read), rates_(rates), options_(options), checks_(checks) {}

  void ExchangeRates() {
    for (size_t i = 0; i < read_.facts.size(); ++i) {
      for (const Link& link : read_.facts[i].links) {
        if (link.role == LinkRole::kEquivalent && link.fact && *link.fact > i) {
          ExchangeRate(i, *link.fact);
        }
      }
    }
  }

  // "rose 10 percent to $5.5 billion from $5 billion", "fell 3 percent, from 100 to
  // 97": the percentage, then what it came to and what it came from.
  void PercentChanges() {
    for (size_t p = 0; p + 2 < read_.facts.size(); ++p) {
      if (fact(p).type != FactType::kPercent || fact(p + 2).sentence != fact(p).sentence) continue;
      if (fact(p + 1).type != fact(p + 2).type || AmountOf(fact(p + 1)) == nullptr) continue;
      std::string_view first = Between(p, p + 1), second = Between(p + 1, p + 2);
      if (first.size() > kPercentReach || second.size() > kPercentReach) continue;
      if (EndsIn(first, " from ") && EndsIn(second, " to ")) PercentChange(p, p + 2, p + 1);
      if (EndsIn(first, " to ") && EndsIn(second, " from ")) PercentChange(p, p + 1, p + 2);
    }
  }

  void PartsTotals() {
    for (size_t i = 0; i < read_.facts.size(); ++i) PartsTotal(i);
  }

  // The measures are those of the article, in order.
  void SameMeasures(const std::vector<Measure>& measures) {
    for (size_t j = 0; j < measures.size(); ++j) {
      for (size_t i = j - std::min(j, kLookBack); i < j; ++i) {
        const Measure &a = measures[i], &b = measures[j];
        if (a.bounds.Meets(b.bounds) || !SameMeasureInArticle(read_, a, b)) continue;
        Check check = NewCheck(CheckRule::kSameMeasure, {a.fact, b.fact}, 0.7f);
        check.verdict = VerdictInArticle(a, b);
        check.arithmetic = ValueText(a.fact) + " is not " + ValueText(b.fact);
        checks_->push_back(std::move(check));
      }
    }
  }

 private:
  const Fact& fact(size_t i) const { return read_.facts[i]; }
  std::string ValueText(size_t i) const { return FigureOf(read_, i).value; }

  Check NewCheck(CheckRule rule, std::vector<size_t> facts, float confidence) const {
    Check check;
    check.rule = rule;
    check.confidence = confidence;
    for (size_t i : facts) check.figures.push_back(FigureOf(read_, i));
    return check;
  }

  void ExchangeRate(size_t a, size_t b) {
    const auto* from = std::get_if<MoneyValue>(&fact(a).value);
    const auto* to = std::get_if<MoneyValue>(&fact(b).value);
    if (from == nullptr || to == nullptr || from->currency == to->currency) return;
    auto low = BoundsOf(from->amount), high = BoundsOf(to->amount);
    auto period = PeriodOfFact(*read_.article, fact(a), read_.facts);
    if (!low || !high || !period || low->low <= 0 || high->low <= 0) return;
    auto quote = rates_.Find(from->currency, to->currency, *period);
    if (!quote) return;
    double days = period->last - period->first;
    double tolerance = options_.rate_tolerance * (days > 31 ? 5 : days > 0 ? 2 : 1);
    double rate = quote->rate.ToDouble();
    Bounds implied{high->low / low->high, high->high / low->low};
    if (implied.Meets(Bounds{rate, rate}.Widened(tolerance))) return;
    double middle = from->amount.amount && to->amount.amount
                        ? to->amount.amount->ToDouble() / from->amount.amount->ToDouble()
                        : (implied.low + implied.high) / 2;
    Check check = NewCheck(CheckRule::kExchangeRate, {a, b}, 0.8f);
    check.arithmetic = ValueText(b) + " / " + ValueText(a) + " = " + Shown(middle) + "; " +
                       quote->source + " " + quote->date + ": " + Shown(rate) + "; apart by " +
                       Percentage(std::abs(middle / rate - 1)) + ", tolerance " +
                       Percentage(tolerance);
    checks_->push_back(std::move(check));
  }

  std::string_view Between(size_t a, size_t b) const {
    return read_.Text({fact(a).bytes.end, std::max(fact(a).bytes.end, fact(b).bytes.begin)});
  }
  static bool EndsIn(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  }

  void PercentChange(size_t p, size_t now, size_t before) {
    const auto* percent = std::get_if<PercentValue>(&fact(p).value);
    if (percent == nullptr || percent->kind != PercentKind::kPercent) return;
    auto a = BoundsOf(*AmountOf(fact(now))), b = BoundsOf(*AmountOf(fact(before)));
    auto stated = BoundsOf(percent->amount);
    if (!a || !b || !stated || b->low <= 0 || a->low <= 0) return;
    if (std::isinf(a->high) || std::isinf(b->high)) return;
    Bounds change{100 * (a->low / b->high - 1), 100 * (a->high / b->low - 1)};
    Bounds fall{-change.high, -change.low};
    // A rate of ten percent may have been worked out from unrounded amounts.
    Bounds wide{stated->low - 0.5, stated->high + 0.5};
    if (wide.Meets(change) || wide.Meets(fall)) return;
    Check check = NewCheck(CheckRule::kPercentChange, {p, now, before}, 0.75f);
    check.arithmetic = ValueText(before) + " to " + ValueText(now) + " is a change of " +
                       Percentage((a->low + a->high) / (b->low + b->high) - 1) + ", not " +
                       std::string(read_.Text(fact(p).bytes));
    checks_->push_back(std::move(check));
  }

  static bool IsPlainCount(const Fact& fact) {
    const auto* quantity = std::get_if<QuantityValue>(&fact.value);
    return quantity != nullptr && quantity->unit == "count" && quantity->amount.amount &&
           quantity->amount.modifier == Modifier::kExact;
  }

  // "39 dead: 20 men and 18 women", "39 people (20 men, 19 women)".
  void PartsTotal(size_t total) {
    if (!IsPlainCount(fact(total))) return;
    size_t next = NextCount(total);
    if (next == 0) return;
    std::string_view gap = Between(total, next);
    if (gap.size() > kPartsReach) return;
    size_t opener = gap.find_last_of(":(");
    if (opener == std::string_view::npos || gap.find_first_not_of(" ", opener + 1) < gap.size())
      return;
    std::vector<size_t> figures = {total};
    Decimal sum;
    while (next != 0) {
      auto added = sum.Plus(*AmountOf(fact(next))->amount);
      if (!added) return;
      sum = *added;
      figures.push_back(next);
      size_t after = NextCount(next);
      if (after == 0) break;
      std::string_view between = Between(next, after);
      if (between.size() > kPartReach || between.find_first_of(".;)(:") != std::string_view::npos)
        break;
      if (between.find(',') == std::string_view::npos &&
          between.find(" and ") == std::string_view::npos)
        break;
      next = after;
    }
    const Decimal& stated = *AmountOf(fact(total))->amount;
    if (figures.size() < 3 || sum == stated) return;
    Check check = NewCheck(CheckRule::kPartsTotal, figures, 0.8f);
    for (size_t i = 1; i < figures.size(); ++i) {
      check.arithmetic += (i == 1 ? "" : " + ") + AmountOf(fact(figures[i]))->amount->ToString();
    }
    check.arithmetic += " = " + sum.ToString() + ", not " + stated.ToString();
    checks_->push_back(std::move(check));
  }

  // The next plain count of the same sentence, 0 where there is none.
  size_t NextCount(size_t i) const {
    for (size_t j = i + 1; j < read_.facts.size() && fact(j).sentence == fact(i).sentence; ++j) {
      if (IsPlainCount(fact(j))) return j;
    }
    return 0;
  }

  const ArticleFacts& read_;
  const factline::ExchangeRates& rates_;
  const AuditOptions& options_;
  std::vector<Check>* checks_;
};

}  // namespace

void AuditArticle(const ArticleFacts& read, const ExchangeRates& rates, const AuditOptions& options,
                  std::vector<Check>* checks, std::vector<Measure>* measures) {
  measures->clear();
  for (size_t i = 0; i < read.facts.size(); ++i) {
    if (auto measure = MeasureOf(read, i)) measures->push_back(std::move(*measure));
  }
  Audit audit(read, rates, options, checks);
  audit.ExchangeRates();
  audit.PercentChanges();
  audit.PartsTotals();
  audit.SameMeasures(*measures);
}

}  // namespace factline
