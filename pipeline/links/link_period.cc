// period: the year or date that an amount is for.
//
// Of the dates of its sentence the nearest, where a border of the clause counts
// as a distance; not one at which something was said ("officials said on Monday
// that") nor one that names a thing ("the 2020 Games").  In a sentence without a
// date an amount has that of the scene.  Lengths,
// durations and what is spoken of as known ("the two blasts") have no period.

#include <algorithm>
#include <optional>

#include "extractors/phrase.h"
#include "pipeline/links/link.h"
#include "pipeline/links/scene_linker.h"

namespace factline {
namespace {

constexpr int kOtherClause = 14;   // as many tokens away as a border of the clause
constexpr int kBesideAnother = 6;  // stands by the amount before: "$4 m in 2001 and $5 m"
constexpr int kFronted = 8;        // "On Monday, …" is never farther
constexpr uint32_t kReach = 6;     // mentions looked at to each side
constexpr uint32_t kClock = 5;     // tokens from a day to the end of its bracket, from "14" to "to"
constexpr uint32_t kBehindBase = 2;  // tokens: "in", "in early"
constexpr int kTooFar = 60;
constexpr int kBeside = 6;  // the date stands beside the amount
constexpr int kRival = 20;  // a date so much farther off is no rival

class PeriodLinker : public SceneLinker {
 public:
  PeriodLinker(LinkContext* context, const std::vector<Statement>& statements)
      : SceneLinker(context, statements, LinkRole::kPeriod, LinkClass::kPeriodCarried) {}

 private:
  bool IsTarget(const Mention& m) const override { return IsTime(m.type); }

  bool TakesOne(const Mention& m) const override {
    if (m.type != FactType::kQuantity) return true;
    std::string_view dimension = std::get<QuantityValue>(m.value).dimension;
    return dimension != "time" && dimension != "length" && !IsKnown(context_, m.tokens.begin) &&
           !IsAttribute(context_, m);
  }

  bool TakesScene(uint32_t amount) const override {
    return !IsPresent(context_.mention(amount).tokens, context_.sentence(amount).tokens);
  }

  // A day does; a year ("the record set in 2001") only at the head of its sentence.
  bool SetsScene(const Mention& m) const override {
    if (NamesSomething(m.tokens) || IsTimeOfSaying(m.tokens)) return false;
    if (m.type == FactType::kDate) return true;
    const Document& document = reading_.document();
    uint32_t first = document.sentences[document.SentenceOf(m.tokens.begin)].tokens.begin;
    return m.tokens.begin - first <= 2;
  }

  // "The tower has 300 rooms": true now, whatever the day spoken of.
  bool IsPresent(const Span& amount, const Span& sentence) const {
    static constexpr std::string_view kPresent[] = {"is",  "are",  "has",  "have", "must",
                                                    "can", "will", "need", "needs"};
    Span clause = ClauseAround(reading_, amount.begin);
    for (uint32_t i = std::max(clause.begin, sentence.begin); i < clause.end; ++i) {
      if (ClassOf(reading_, i) != WordClass::kAuxiliary) continue;
      for (std::string_view word : kPresent) {
        if (reading_.Is(i, word)) return true;
      }
      return false;
    }
    return false;
  }

  uint32_t Nearest(uint32_t amount) override {
    const auto& mentions = context_.mentions();
    const Span& sentence = context_.sentence(amount).tokens;
    std::optional<Span> clause;  // most sentences have no date
    uint32_t first = amount > kReach ? amount - kReach : 0;
    uint32_t last = std::min<uint32_t>(amount + kReach + 1, static_cast<uint32_t>(mentions.size()));
    bool money = mentions[amount].type == FactType::kMoney;
    uint32_t best = kNoMention;
    int least = kTooFar, second = kTooFar;
    for (uint32_t t = first; t < last; ++t) {
      const Mention& m = mentions[t];
      if (!IsTime(m.type) || !sentence.Contains(m.tokens)) continue;
      if (NamesSomething(m.tokens) || IsTimeOfSaying(m.tokens, money)) continue;
      if (IsElsewhere(m.tokens) || IsPastBase(m.tokens, mentions[amount].tokens)) continue;
      if (IsComparedAcross(m.tokens, mentions[amount].tokens)) continue;
      if (IsOfTheBase(amount, t)) continue;
      bool percent = mentions[amount].type == FactType::kPercent;
      if (IsBase(m.tokens, sentence, percent)) continue;
      if (IsBeyondBut(mentions[amount].tokens, m.tokens)) continue;
      if (!clause) clause = ClauseAround(reading_, mentions[amount].tokens.begin);
      int cost = Cost(mentions[amount].tokens, m.tokens, sentence, *clause);
      bool beside = t > 0 && t - 1 != amount && IsAmount(mentions[t - 1].type) &&
                    m.tokens.begin - mentions[t - 1].tokens.end <= 4 && t < amount;
      if (beside) cost += kBesideAnother;
      second = std::min(second, std::max(least, cost));
      if (cost < least) least = cost, best = t;
    }
    bool alone = second - least > kRival;
    bool fronted = best != kNoMention && mentions[best].tokens.begin - sentence.begin <= 2;
    found_ = !alone             ? LinkClass::kPeriodChosen
             : fronted          ? LinkClass::kPeriodFronted
             : least <= kBeside ? LinkClass::kPeriodBeside
                                : LinkClass::kPeriodFar;
    return best;
  }

  int Cost(const Span& amount, const Span& time, const Span& sentence, const Span& clause) const {
    bool before = time.end <= amount.begin;
    int cost = static_cast<int>(before ? amount.begin - time.end : time.begin - amount.end);
    if (!clause.Contains(time)) cost += kOtherClause;
    bool fronted = time.begin - sentence.begin <= 2 && before;
    if (fronted) cost = std::min(cost, kFronted);
    return cost;
  }

  // "the 2020 Summer Games", "the 1973 building": the year is a part of a name.
  bool NamesSomething(const Span& time) const {
    if (time.size() != 1 || !reading_.token(time.begin).is_number()) return false;
    if (IsFrontedEvent(time)) return false;
    if (time.begin > 0 && ClassOf(reading_, time.begin - 1) == WordClass::kDeterminer) return true;
    uint32_t next = time.end;
    return next < reading_.size() && reading_.token(next).is_word() &&
           reading_.token(next).capitalized() && !reading_.token(next).clitic;
  }

  // "on Saturday (2024 [Friday], UTC)": the same day by another clock.
  bool IsElsewhere(const Span& time) const {
    uint32_t last = std::min(reading_.size(), time.end + kClock);
    for (uint32_t i = time.end; i < last && !reading_.token(i).is('('); ++i) {
      if (!reading_.token(i).is(')')) continue;
      for (uint32_t k = i; k > 0 && i - k < 2 * kClock && !reading_.token(k).is('('); --k) {
        if (reading_.Is(k, "utc") || reading_.Is(k, "gmt")) return true;
      }
      return false;
    }
    return false;
  }

  // "rose on Friday from 14 to 31": the day is not that of the 14, unless it stands
  // between the two.
  bool IsPastBase(const Span& time, const Span& amount) const {
    if (amount.begin == 0 || !reading_.Is(amount.begin - 1, "from")) return false;
    uint32_t last = std::min(reading_.size(), amount.end + kClock);
    for (uint32_t i = amount.end; i + 1 < last; ++i) {
      if (!reading_.Is(i, "to")) continue;
      const Mention* m = context_.MentionOver(i + 1);
      bool change = m != nullptr && IsAmount(m->type);
      return change && !(time.begin >= amount.end && time.end <= i);
    }
    return false;
  }

  // "climbed to $342 million from $268 million a year earlier": the year is that
  // of the base alone.
  bool IsOfTheBase(uint32_t amount, uint32_t time) const {
    if (time == 0 || time - 1 <= amount) return false;
    const Mention& base = context_.mention(time - 1);
    const Span& when = context_.mention(time).tokens;
    if (!IsAmount(base.type) || when.begin - base.tokens.end > kBehindBase) return false;
    uint32_t begin = base.tokens.begin;
    if (Sense blur = reading_.Before(begin, Role::modifier)) begin -= blur.tokens;
    return begin > 0 && reading_.Is(begin - 1, "from");
  }

  // "In the [2016] election, …", "During the [2016] games, …"
  bool IsFrontedEvent(const Span& time) const {
    const Document& document = reading_.document();
    uint32_t first = document.sentences[document.SentenceOf(time.begin)].tokens.begin;
    return time.begin == first + 2 && ClassOf(reading_, first) == WordClass::kPreposition &&
           reading_.Is(first + 1, "the");
  }

  // Beside a verb of saying that a clause follows, or of announcing money.
  bool IsTimeOfSaying(const Span& time, bool money = false) const {
    for (size_t s = next_statement(); s < statements_.size(); ++s) {
      const Statement& statement = statements_[s];
      if (statement.form == Statement::Form::kQuotation) break;
      if (statement.cue.begin > time.end + 20) break;
      if (!statement.clause && !money) continue;
      bool afterthought = statement.form == Statement::Form::kBefore;
      const Document& document = reading_.document();
      bool same = document.SentenceOf(statement.cue.begin) == document.SentenceOf(time.begin);
      if (afterthought && same && time.begin >= statement.scope.end) return true;
      uint32_t begin = std::min(statement.speaker.phrase.begin, statement.cue.begin);
      uint32_t end = std::max(statement.speaker.phrase.end, statement.cue.end);
      bool within = time.begin >= begin && time.end <= end;
      bool behind = time.begin >= end && time.begin - end <= 1;
      // "On Monday, officials said that …", but not "… reached 4 tonnes in 1992, officials said".
      uint32_t comma = afterthought ? 0 : 1;
      bool ahead = time.end <= begin && begin - time.end <= comma;
      if (within || behind || ahead) return true;
    }
    return false;
  }

  // "up 5 percent from last year", "than in 2005": what a change is counted from.
  bool IsBase(const Span& time, const Span& sentence, bool percent) const {
    static constexpr std::string_view kBases[] = {"than", "from", "over", "with"};
    for (uint32_t i = time.begin; i > sentence.begin && time.begin - i < 3; --i) {
      for (std::string_view word : kBases) {
        if (reading_.Is(i - 1, word)) return true;
        if (!percent) break;
      }
      WordClass c = ClassOf(reading_, i - 1);
      if (IsNominal(c) || c == WordClass::kNumber) break;
    }
    return false;
  }

  // "fell to $395, but it has bought for 2020"
  bool IsBeyondBut(const Span& amount, const Span& time) const {
    for (uint32_t i = amount.end; i < time.begin; ++i) {
      if (reading_.token(i).is(';') || reading_.Is(i, "but") || reading_.Is(i, "while"))
        return true;
    }
    return false;
  }

  // "compared with 21 percent before": what stands before the cue is not its date.
  bool IsComparedAcross(const Span& time, const Span& amount) const {
    static constexpr uint32_t kNear = 4;
    if (time.end > amount.begin) return false;
    uint32_t first = std::max(time.end, amount.begin > kNear ? amount.begin - kNear : 0);
    for (uint32_t i = first; i < amount.begin; ++i) {
      if (reading_.At(i, Role::comparison)) return true;
    }
    return false;
  }
};

}  // namespace

void LinkPeriod(LinkContext* context, const std::vector<Statement>& statements) {
  PeriodLinker(context, statements).Run();
}

}  // namespace factline
