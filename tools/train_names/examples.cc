#include "tools/train_names/examples.h"

#include <algorithm>
#include <unordered_map>

#include "extractors/names/tagger_passes.h"

namespace factline {

using tagger::Place;
using tagger::TagOf;

namespace {

// Tokens that share a character with `chars`.
Span TokensOf(const Document& document, const Span& chars) {
  auto first = std::partition_point(document.tokens.begin(), document.tokens.end(),
                                    [&](const Token& t) { return t.char_end <= chars.begin; });
  auto last = std::partition_point(first, document.tokens.end(),
                                   [&](const Token& t) { return t.char_begin < chars.end; });
  return {static_cast<uint32_t>(first - document.tokens.begin()),
          static_cast<uint32_t>(last - document.tokens.begin())};
}

tagger::NameType TypeOf(FactType type) {
  if (type == FactType::kPerson) return tagger::NameType::kPerson;
  if (type == FactType::kOrganization) return tagger::NameType::kOrganization;
  return tagger::NameType::kLocation;
}

bool IsNamed(FactType type) {
  return type == FactType::kPerson || type == FactType::kOrganization ||
         type == FactType::kLocation || type == FactType::kCountry;
}

TagMask MaskOf(tagger::Tag tag) { return static_cast<TagMask>(1u << tag); }

void MarkFact(FactType type, const Span& tokens, std::vector<TagMask>* allowed) {
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (type == FactType::kCountry) {
      (*allowed)[i] = MaskOf(tagger::kCountryTag);
      continue;
    }
    Place place = tokens.size() == 1    ? Place::kUnit
                  : i == tokens.begin   ? Place::kBegin
                  : i + 1 == tokens.end ? Place::kLast
                                        : Place::kInside;
    (*allowed)[i] = MaskOf(TagOf(TypeOf(type), place));
  }
}

// Numbers the features that stand in enough tokens.
class FeatureIndex {
 public:
  explicit FeatureIndex(uint32_t least) : least_(least), seen_(size_t{1} << 27) {}

  void Count(uint64_t hash) {
    uint8_t& seen = seen_[hash >> 37];
    if (seen < 255) ++seen;
  }

  void Build(const std::vector<uint64_t>& all, std::vector<uint64_t>* hashes) {
    slots_.assign(size_t{1} << 24, 0);
    for (uint64_t hash : all) {
      if (seen_[hash >> 37] < least_) continue;
      if (hashes->size() * 4 > slots_.size() * 3) Grow(*hashes);
      size_t at = Slot(hash, *hashes);
      if (slots_[at] != 0) continue;
      hashes->push_back(hash);
      slots_[at] = static_cast<uint32_t>(hashes->size());
    }
  }

  // 1 + number, or 0.
  uint32_t Find(uint64_t hash, const std::vector<uint64_t>& hashes) const {
    return slots_[Slot(hash, hashes)];
  }

 private:
  size_t Slot(uint64_t hash, const std::vector<uint64_t>& hashes) const {
    size_t mask = slots_.size() - 1;
    size_t at = (hash >> 20) & mask;
    while (slots_[at] != 0 && hashes[slots_[at] - 1] != hash) at = (at + 1) & mask;
    return at;
  }
  void Grow(const std::vector<uint64_t>& hashes) {
    slots_.assign(slots_.size() * 2, 0);
    for (uint32_t i = 0; i < hashes.size(); ++i) slots_[Slot(hashes[i], hashes)] = i + 1;
  }

  uint32_t least_;
  std::vector<uint8_t> seen_;
  std::vector<uint32_t> slots_;
};

}  // namespace

std::vector<TagMask> AllowedTags(const Reading& reading, const GoldArticle& gold) {
  std::vector<TagMask> allowed(reading.size(), MaskOf(tagger::kOutside));
  std::vector<bool> settled(reading.size());
  for (int pass = 0; pass < 2; ++pass) {
    bool unsure = pass == 1;
    for (const GoldFact& fact : gold.facts) {
      if (fact.unsure != unsure || !IsNamed(fact.type)) continue;
      Span tokens = TokensOf(reading.document(), fact.chars);
      if (tokens.size() == 0) continue;
      bool taken = false;
      for (uint32_t i = tokens.begin; i < tokens.end; ++i) taken |= settled[i];
      if (unsure) {
        for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
          if (!settled[i]) allowed[i] = kAnyTag;
        }
      } else if (!taken) {
        MarkFact(fact.type, tokens, &allowed);
        for (uint32_t i = tokens.begin; i < tokens.end; ++i) settled[i] = true;
      }
    }
  }
  return allowed;
}

namespace {

// Tags that no path allows, where a name is cut by the end of a run, are opened.
void OpenCutNames(std::span<TagMask> allowed, Examples* examples) {
  tagger::Tag before = tagger::kOutside;
  auto tag_of = [](TagMask mask) {
    return mask == kAnyTag ? tagger::kOutside : static_cast<tagger::Tag>(__builtin_ctz(mask));
  };
  for (size_t i = 0; i <= allowed.size(); ++i) {
    tagger::Tag tag = i < allowed.size() ? tag_of(allowed[i]) : tagger::kOutside;
    if (i < allowed.size()) examples->names += tagger::IsName(tag) && !tagger::Continues(tag);
    if (tagger::MayFollow(before, tag)) {
      before = tag;
      continue;
    }
    ++examples->unreachable;
    for (size_t k = i; k-- > 0 && tagger::IsName(tag_of(allowed[k]));) {
      bool begins = !tagger::Continues(tag_of(allowed[k]));
      allowed[k] = kAnyTag;
      if (begins) break;
    }
    for (size_t k = i; k < allowed.size() && tagger::Continues(tag_of(allowed[k])); ++k) {
      allowed[k] = kAnyTag;
    }
    before = tagger::kOutside;
    if (i < allowed.size() && tagger::Continues(tag)) continue;
    before = tag;
  }
}

}  // namespace

Examples MakeExamples(const std::vector<GoldSet>& sets, const Lexicon& lexicon,
                      std::span<const tagger::WordClass> classes, uint32_t least) {
  Examples examples;
  Reading reading(lexicon);
  tagger::Traits traits;
  tagger::Features features;
  std::vector<uint64_t> all;
  FeatureIndex index(least);
  uint32_t number = 0;
  for (const GoldSet& set : sets) {
    for (const GoldArticle& gold : set.articles) {
      Article article;
      article.id = gold.id;
      article.text = gold.text;
      article.published = gold.published;
      reading.Read(article);
      traits.Read(reading, classes);
      std::vector<TagMask> allowed = AllowedTags(reading, gold);
      for (const tagger::Run& run : traits.runs()) {
        std::span<TagMask> masks(allowed.data() + run.begin, run.end - run.begin);
        OpenCutNames(masks, &examples);
        examples.runs.push_back({examples.tokens(), run.end - run.begin, number, set.weight});
        for (uint32_t i = run.begin; i < run.end; ++i) {
          ReadFeatures(reading, traits, run, i, &features);
          examples.allowed.push_back(allowed[i]);
          examples.feature_begin.push_back(static_cast<uint32_t>(all.size()));
          for (uint32_t k = 0; k < features.count; ++k) {
            all.push_back(features.hashes[k]);
            index.Count(features.hashes[k]);
          }
        }
      }
      ++number;
    }
  }
  examples.feature_begin.push_back(static_cast<uint32_t>(all.size()));
  index.Build(all, &examples.hashes);
  std::vector<uint32_t> begins;
  for (uint32_t t = 0; t < examples.tokens(); ++t) {
    begins.push_back(static_cast<uint32_t>(examples.features.size()));
    for (uint32_t k = examples.feature_begin[t]; k < examples.feature_begin[t + 1]; ++k) {
      if (uint32_t found = index.Find(all[k], examples.hashes)) {
        examples.features.push_back(found - 1);
      }
    }
  }
  begins.push_back(static_cast<uint32_t>(examples.features.size()));
  examples.feature_begin = std::move(begins);
  return examples;
}

void AppendVoteExamples(const std::vector<GoldSet>& sets, const Lexicon& lexicon,
                        const tagger::Model& model, const std::function<bool(uint32_t)>& wanted,
                        Examples* examples) {
  Reading reading(lexicon);
  tagger::Passes passes;
  tagger::Features features;
  std::unordered_map<uint64_t, uint32_t> index;
  for (uint32_t f = 0; f < examples->hashes.size(); ++f) index[examples->hashes[f]] = f;
  if (examples->feature_begin.empty()) examples->feature_begin.push_back(0);
  uint32_t number = 0;
  for (const GoldSet& set : sets) {
    for (const GoldArticle& gold : set.articles) {
      if (!wanted(number++)) continue;
      Article article;
      article.text = gold.text;
      article.published = gold.published;
      reading.Read(article);
      passes.RunFirst(model, reading);
      std::vector<TagMask> allowed = AllowedTags(reading, gold);
      for (const tagger::Run& run : passes.traits().runs()) {
        std::span<TagMask> masks(allowed.data() + run.begin, run.end - run.begin);
        OpenCutNames(masks, examples);
        examples->runs.push_back({examples->tokens(), run.end - run.begin, number - 1, set.weight});
        for (uint32_t i = run.begin; i < run.end; ++i) {
          examples->allowed.push_back(allowed[i]);
          tagger::Vector& base = examples->base.emplace_back();
          for (uint32_t t = 0; t < tagger::kLanes; ++t) {
            base[t] = model.unit() * static_cast<float>(passes.Sums(i)[t]);
          }
          passes.ReadVotes(run, i, &features);
          for (uint32_t k = 0; k < features.count; ++k) {
            auto [at, fresh] = index.try_emplace(features.hashes[k],
                                                 static_cast<uint32_t>(examples->hashes.size()));
            if (fresh) examples->hashes.push_back(features.hashes[k]);
            examples->features.push_back(at->second);
          }
          examples->feature_begin.push_back(static_cast<uint32_t>(examples->features.size()));
        }
      }
    }
  }
}

}  // namespace factline
