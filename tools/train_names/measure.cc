#include "tools/train_names/measure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace factline {
namespace {

struct Pair {
  bool same;
  uint32_t shared;
  uint32_t gold, found;
};

uint32_t Shared(const Span& a, const Span& b) {
  uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

bool IsAnnotated(const GoldArticle& article, FactType type) {
  return std::find(article.annotated.begin(), article.annotated.end(), Name(type)) !=
         article.annotated.end();
}

class Scorer {
 public:
  Scorer(const Reading& reading, const GoldArticle& article, int show)
      : reading_(reading), article_(article), show_(show) {}

  void Score(tagger::NameType type, const std::vector<TaggedName>& names, Measured* measured) {
    FactType fact_type = FactTypeOf(type);
    if (!IsAnnotated(article_, fact_type)) return;
    std::vector<Span> gold, unsure, found;
    std::vector<float> probability;
    for (const GoldFact& fact : article_.facts) {
      if (fact.type == fact_type) (fact.unsure ? unsure : gold).push_back(fact.chars);
    }
    for (const TaggedName& name : names) {
      if (name.type != type) continue;
      found.push_back({reading_.token(name.tokens.begin).char_begin,
                       reading_.token(name.tokens.end - 1).char_end});
      probability.push_back(name.probability);
    }
    Tally& tally = measured->by_type[static_cast<size_t>(type)];
    std::vector<bool> gold_used(gold.size()), found_used(found.size());
    for (const Pair& pair : Pairs(gold, found)) {
      if (gold_used[pair.gold] || found_used[pair.found]) continue;
      gold_used[pair.gold] = found_used[pair.found] = true;
      tally.exact += pair.same;
      ++tally.overlap;
    }
    tally.gold += static_cast<uint32_t>(gold.size());
    for (size_t k = 0; k < found.size(); ++k) {
      bool spared = !found_used[k] && std::any_of(unsure.begin(), unsure.end(), [&](const Span& s) {
        return s.Overlaps(found[k]);
      });
      if (spared) continue;
      ++tally.found;
      Count(probability[k], found_used[k], &measured->reliability);
      if (!found_used[k]) Show("spurious", type, found[k]);
    }
    for (size_t k = 0; k < gold.size(); ++k) {
      if (!gold_used[k]) Show("missed", type, gold[k]);
    }
  }

 private:
  static std::vector<Pair> Pairs(const std::vector<Span>& gold, const std::vector<Span>& found) {
    std::vector<Pair> pairs;
    for (uint32_t g = 0; g < gold.size(); ++g) {
      for (uint32_t f = 0; f < found.size(); ++f) {
        uint32_t shared = Shared(gold[g], found[f]);
        if (shared > 0) pairs.push_back({gold[g] == found[f], shared, g, f});
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      if (a.same != b.same) return a.same;
      if (a.shared != b.shared) return a.shared > b.shared;
      return a.gold != b.gold ? a.gold < b.gold : a.found < b.found;
    });
    return pairs;
  }

  static void Count(float probability, bool right, Reliability* reliability) {
    auto step = static_cast<size_t>(std::clamp(probability * 20, 0.0f, 19.0f));
    ++reliability->names[step];
    reliability->right[step] += right;
    reliability->probability[step] += probability;
  }

  void Show(const char* what, tagger::NameType type, const Span& chars) const {
    if (show_ == 0) return;
    const Document& document = reading_.document();
    for (uint32_t i = 0; i < document.tokens.size(); ++i) {
      if (document.tokens[i].char_end <= chars.begin) continue;
      uint32_t last = i;
      while (last < document.tokens.size() && document.tokens[last].char_begin < chars.end) ++last;
      uint32_t from = i - std::min(i, 6u);
      uint32_t to = std::min<uint32_t>(last + 4, static_cast<uint32_t>(document.tokens.size()));
      std::string line(document.Text(document.BytesOf(from, to)));
      std::string name(document.Text(document.BytesOf(i, last)));
      std::replace(line.begin(), line.end(), '\n', ' ');
      std::printf("%s\t%s\t%s\t%s\n", what, std::string(Name(FactTypeOf(type))).c_str(),
                  name.c_str(), line.c_str());
      return;
    }
  }

  const Reading& reading_;
  const GoldArticle& article_;
  int show_;
};

}  // namespace

void Reliability::Add(const Reliability& other) {
  for (size_t k = 0; k < names.size(); ++k) {
    names[k] += other.names[k];
    right[k] += other.right[k];
    probability[k] += other.probability[k];
  }
}

double Reliability::ExpectedError() const {
  double error = 0, total = 0;
  for (size_t k = 0; k < names.size(); ++k) {
    error += std::abs(probability[k] - right[k]);
    total += names[k];
  }
  return total == 0 ? 0 : error / total;
}

Measured Measure(const GoldSet& set, const Lexicon& lexicon, const NameTagger& tagger,
                 const std::function<bool(uint32_t)>& wanted, int show) {
  Measured measured;
  Reading reading(lexicon);
  std::vector<TaggedName> names;
  for (uint32_t k = 0; k < set.articles.size(); ++k) {
    if (!wanted(k)) continue;
    const GoldArticle& gold = set.articles[k];
    Article article;
    article.text = gold.text;
    article.published = gold.published;
    reading.Read(article);
    tagger.Tag(reading, &names);
    Scorer scorer(reading, gold, show);
    for (uint32_t t = 0; t < tagger::kNameTypes; ++t) {
      scorer.Score(static_cast<tagger::NameType>(t), names, &measured);
    }
  }
  return measured;
}

}  // namespace factline
