#include "pipeline/accuracy.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "corpus/text/char_index.h"

namespace factline {
namespace {

bool Overlap(const StoredSpan& a, const StoredSpan& b) {
  return std::min(a.end, b.end) > std::max(a.start, b.start);
}

bool SameSpan(const StoredRecord& gold, const StoredRecord& found) {
  if (gold.start == found.start && gold.end == found.end) return true;
  return gold.core && (*gold.core)[0] == found.start && (*gold.core)[1] == found.end;
}

// "now" and durations are neither right nor wrong.
bool IsNoDate(const StoredRecord& gold) {
  auto at = gold.value.find("timex");
  if (at == gold.value.end()) return false;
  const std::string& timex = at->second;
  for (const char* ref : {"PAST_REF", "PRESENT_REF", "FUTURE_REF", "X"}) {
    if (timex.rfind(ref, 0) == 0) return true;
  }
  return timex.size() > 1 && timex[0] == 'P' &&
         (timex[1] == 'X' || (timex[1] >= '0' && timex[1] <= '9'));
}

bool IsOptional(const StoredRecord& gold) { return gold.optional || IsNoDate(gold); }

bool HasParts(const StoredRecord& gold) {
  auto at = gold.value.find("parts");
  return at != gold.value.end() && at->second != "[]";
}

struct Pair {
  size_t gold, found;
};

// One to one, the same span first, then the largest overlap, then the first.
std::vector<Pair> PairUp(const std::vector<StoredRecord>& gold,
                         const std::vector<const StoredRecord*>& found) {
  struct Option {
    bool same;
    uint64_t shared;
    size_t gold, found;
  };
  std::vector<Option> options;
  for (size_t i = 0; i < gold.size(); ++i) {
    for (size_t j = 0; j < found.size(); ++j) {
      if (!Overlap(gold[i], *found[j])) continue;
      uint64_t shared =
          std::min(gold[i].end, found[j]->end) - std::max(gold[i].start, found[j]->start);
      options.push_back({SameSpan(gold[i], *found[j]), shared, i, j});
    }
  }
  std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
    return std::tuple(b.same, b.shared, a.gold, a.found) <
           std::tuple(a.same, a.shared, b.gold, b.found);
  });
  std::vector<bool> gold_used(gold.size()), found_used(found.size());
  std::vector<Pair> pairs;
  for (const Option& option : options) {
    if (gold_used[option.gold] || found_used[option.found]) continue;
    gold_used[option.gold] = found_used[option.found] = true;
    pairs.push_back({option.gold, option.found});
  }
  return pairs;
}

// The gold facts of a type that count; a date and a year on one span are one fact.
std::vector<StoredRecord> Counting(const std::vector<const StoredRecord*>& marked) {
  std::vector<StoredRecord> gold;
  for (const StoredRecord* fact : marked) {
    if (IsOptional(*fact)) continue;
    auto same = std::find_if(gold.begin(), gold.end(), [&](const StoredRecord& other) {
      return other.start == fact->start && other.end == fact->end;
    });
    if (same == gold.end()) {
      gold.push_back(*fact);
    } else {
      for (const auto& [key, value] : fact->value) same->value[key] = value;
    }
  }
  return gold;
}

AccuracyFigures::Rates RatesOf(uint32_t right, uint32_t found, uint32_t gold) {
  AccuracyFigures::Rates rates;
  rates.precision = found ? static_cast<double>(right) / found : 0;
  rates.recall = gold ? static_cast<double>(right) / gold : 0;
  double sum = rates.precision + rates.recall;
  rates.f1 = sum > 0 ? 2 * rates.precision * rates.recall / sum : 0;
  return rates;
}

// A span with the words around it, on one line.
std::string InContext(const CharIndex& chars, const StoredSpan& span) {
  uint64_t from = span.start < 40 ? 0 : span.start - 40;
  uint64_t to = std::min<uint64_t>(span.end + 25, chars.size());
  auto slice = [&](uint64_t a, uint64_t b) { return std::string(chars.Slice(a, b).value_or("")); };
  return slice(from, span.start) + "[[" + slice(span.start, span.end) + "]]" + slice(span.end, to);
}

std::string Listed(const std::map<std::string, std::string>& value) {
  std::string text;
  for (const auto& [key, field] : value) text += (text.empty() ? "" : ", ") + key + " " + field;
  return text;
}

}  // namespace

Accuracy::Accuracy(std::set<std::string> types) {
  for (const std::string& type : types) families_.insert(FamilyOf(type));
}

std::string Accuracy::FamilyOf(const std::string& type) {
  return type == "year" || type == "date" ? "time" : type;
}

void Accuracy::Add(const GoldArticle& gold, const std::vector<StoredRecord>& found) {
  std::set<std::string> families;
  for (const std::string& type : gold.annotated) families.insert(FamilyOf(type));
  for (const std::string& family : families) {
    if (families_.empty() || families_.count(family) > 0) AddFamily(family, gold, found);
  }
}

void Accuracy::AddFamily(const std::string& family, const GoldArticle& article,
                         const std::vector<StoredRecord>& all) {
  std::vector<const StoredRecord*> marked, found;
  for (const StoredRecord& fact : article.facts) {
    if (FamilyOf(fact.type) == family) marked.push_back(&fact);
  }
  for (const StoredRecord& fact : all) {
    if (FamilyOf(fact.type) == family) found.push_back(&fact);
  }
  std::vector<StoredRecord> gold = Counting(marked);
  std::vector<const StoredSpan*> spare;
  for (const StoredRecord* fact : marked) {
    if (IsOptional(*fact)) spare.push_back(fact);
  }
  for (const StoredSpan& span : article.other) spare.push_back(&span);
  for (const StoredRecord& fact : gold) {
    if (HasParts(fact)) spare.push_back(&fact);
  }

  CharIndex chars(article.text);
  Tally& tally = tallies_[family];
  std::vector<bool> hit(gold.size()), used(found.size());
  for (const Pair& pair : PairUp(gold, found)) {
    hit[pair.gold] = used[pair.found] = true;
    const StoredRecord &g = gold[pair.gold], &f = *found[pair.found];
    Agreement agreement = CompareValues(g, f);
    ++tally.overlap;
    tally.exact += SameSpan(g, f);
    tally.valued += agreement != Agreement::kNothingToCompare;
    tally.value += agreement == Agreement::kAgrees;
    tally.both += agreement != Agreement::kDiffers;
    if (agreement == Agreement::kDiffers) {
      mistakes_[family + ": wrong value"].push_back(g.text + "  gold: " + Listed(g.value) +
                                                    "  found: " + Listed(f.value));
    }
  }
  tally.gold += static_cast<uint32_t>(gold.size());
  for (size_t i = 0; i < gold.size(); ++i) {
    if (!hit[i]) mistakes_[family + ": missed"].push_back(InContext(chars, gold[i]));
  }
  for (size_t j = 0; j < found.size(); ++j) {
    bool spared = !used[j] && std::any_of(spare.begin(), spare.end(), [&](const StoredSpan* span) {
      return Overlap(*span, *found[j]);
    });
    tally.found += !spared;
    if (!used[j] && !spared) {
      mistakes_[family + ": spurious"].push_back(InContext(chars, *found[j]));
    }
  }
}

std::map<std::string, AccuracyFigures> Accuracy::Figures() const {
  std::map<std::string, AccuracyFigures> all;
  for (const auto& [family, tally] : tallies_) {
    AccuracyFigures& figures = all[family];
    figures.gold = tally.gold;
    figures.found = tally.found;
    figures.exact = RatesOf(tally.exact, tally.found, tally.gold);
    figures.overlap = RatesOf(tally.overlap, tally.found, tally.gold);
    figures.both = RatesOf(tally.both, tally.found, tally.gold);
    figures.has_value = tally.valued > 0;
    if (figures.has_value) figures.value = static_cast<double>(tally.value) / tally.valued;
  }
  return all;
}

}  // namespace factline
