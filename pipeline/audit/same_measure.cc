#include "pipeline/audit/same_measure.h"

#include <algorithm>

#include "pipeline/exchange/rates.h"

namespace factline {
namespace {

// A count without a period of its own is of the news of these days.
constexpr int32_t kSameNews = 14;

// Two figures of one measure are of one order of magnitude; what is not measures
// something else by the same words.
constexpr double kSameMagnitude = 3;

bool SameMagnitude(const Bounds& a, const Bounds& b) {
  return a.low <= kSameMagnitude * b.high && b.low <= kSameMagnitude * a.high;
}

bool Linked(const ArticleFacts& read, size_t a, size_t b) {
  auto links_to = [&](size_t from, size_t to) {
    const auto& links = read.facts[from].links;
    return std::any_of(links.begin(), links.end(),
                       [&](const Link& link) { return link.fact == to; });
  };
  return links_to(a, b) || links_to(b, a);
}

bool Includes(const std::vector<std::string>& outer, const std::vector<std::string>& inner) {
  return std::includes(outer.begin(), outer.end(), inner.begin(), inner.end());
}

std::string KeyOf(const Measure& measure) {
  std::string key = measure.unit + "|" + measure.period + "|" + measure.place;
  for (const std::string& word : measure.words) key += "|" + word;
  return key;
}

bool HasSources(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

}  // namespace

bool SameMeasureInArticle(const ArticleFacts& read, const Measure& a, const Measure& b) {
  const Fact &first = read.facts[a.fact], &second = read.facts[b.fact];
  if (a.unit != b.unit || first.sentence == second.sentence || Linked(read, a.fact, b.fact))
    return false;
  if (!a.place.empty() && !b.place.empty() && a.place != b.place) return false;
  if (!SameMagnitude(a.bounds, b.bounds)) return false;
  // Shares and rates of change are of too many things to go by words alone.
  if (a.is_percent() && (a.place.empty() || a.place != b.place)) return false;
  bool one_period = !a.period.empty() && a.period == b.period;
  if (!one_period && (a.period != b.period || !a.is_toll || !b.is_toll)) return false;
  // An article may tell of several events: a toll of a named place is not that of none.
  if (!one_period && a.place != b.place) return false;
  if (one_period && (a.is_any || b.is_any) && a.unit.substr(0, 5) == "money") return true;
  if (a.words.empty() || b.words.empty()) return false;
  return Includes(a.words, b.words) || Includes(b.words, a.words);
}

Verdict VerdictInArticle(const Measure& a, const Measure& b) {
  return a.said_by != b.said_by ? Verdict::kSourcesDiffer : Verdict::kContradiction;
}

std::optional<Verdict> MeasureIndex::Compare(const Entry& before, const Entry& entry) {
  if (before.figure.article == entry.figure.article) return std::nullopt;
  bool same_news =
      before.day != 0 && entry.day != 0 && std::abs(entry.day - before.day) <= kSameNews;
  if (!entry.has_period && !same_news) return std::nullopt;
  if (before.bounds.Meets(entry.bounds)) return std::nullopt;
  if (!SameMagnitude(before.bounds, entry.bounds)) return std::nullopt;
  if (entry.is_toll && entry.day != before.day) return Verdict::kRevision;
  return HasSources(before.figure.said_by, entry.figure.said_by) ? Verdict::kSourcesDiffer
                                                                 : Verdict::kContradiction;
}

void MeasureIndex::Add(const ArticleFacts& read, const std::vector<Measure>& measures,
                       std::vector<Check>* checks) {
  auto published = RatePeriod::Parse(read.article->published);
  int32_t day = published ? published->first : 0;
  for (const Measure& measure : measures) {
    if (!measure.Specific()) continue;
    Entry entry{KeyOf(measure),
                measure.bounds,
                measure.is_toll,
                !measure.period.empty(),
                day,
                FigureOf(read, measure.fact)};
    auto known = by_key_.find(entry.key);
    if (known == by_key_.end()) {
      Remember(std::move(entry));
      continue;
    }
    Entry& before = *known->second;
    auto verdict = Compare(before, entry);
    if (verdict) {
      Check check;
      check.verdict = *verdict;
      check.arithmetic = before.figure.value + " is not " + entry.figure.value;
      check.figures = {before.figure, entry.figure};
      check.confidence = 0.7f;
      checks->push_back(std::move(check));
    }
    // What is revised is set against its last state, what differs against its first.
    entries_.splice(entries_.begin(), entries_, known->second);
    if (!verdict || *verdict == Verdict::kRevision) before = std::move(entry);
  }
}

void MeasureIndex::Remember(Entry entry) {
  entries_.push_front(std::move(entry));
  by_key_[entries_.front().key] = entries_.begin();
  if (entries_.size() <= capacity_) return;
  by_key_.erase(entries_.back().key);
  entries_.pop_back();
}

}  // namespace factline
