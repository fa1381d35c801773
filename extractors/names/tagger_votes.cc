#include "extractors/names/tagger_votes.h"

#include <algorithm>

namespace factline::tagger {
namespace {

PartVector PartsOf(const Vector& m) {
  auto at = [&](NameType type, Place place) { return m[TagOf(type, place)]; };
  constexpr NameType kP = NameType::kPerson, kO = NameType::kOrganization, kL = NameType::kLocation;
  return {m[kOutside],
          m[kCountryTag],
          at(kP, Place::kUnit),
          at(kP, Place::kLast),
          at(kP, Place::kBegin) + at(kP, Place::kInside),
          at(kO, Place::kUnit),
          at(kO, Place::kBegin) + at(kO, Place::kInside) + at(kO, Place::kLast),
          at(kL, Place::kUnit),
          at(kL, Place::kBegin) + at(kL, Place::kInside) + at(kL, Place::kLast)};
}

uint32_t Step(float share) {
  return share < 0.1f ? 0 : share < 0.3f ? 1 : share < 0.6f ? 2 : share < 0.85f ? 3 : 4;
}
uint32_t CountStep(float count) { return count < 1.5f ? 1 : count < 3.5f ? 2 : 3; }

}  // namespace

void Votes::Clear(uint32_t words) { sums_.assign(words, Sum()); }

void Votes::Add(uint32_t word, const Vector& marginals) {
  Sum& sum = sums_[word];
  sum.count += 1;
  PartVector parts = PartsOf(marginals);
  for (uint32_t p = 0; p < kParts; ++p) sum.parts[p] += parts[p];
}

uint32_t Votes::Verdict(const Traits& traits, uint32_t i, const Vector& own) const {
  if (!traits.IsCapital(i)) return 0;
  const Sum& sum = sums_[traits.WordOf(i)];
  if (sum.count < 1.5f) return 0;
  PartVector parts = PartsOf(own);
  uint32_t best = 0;
  float top = -1;
  for (uint32_t p = 0; p < kParts; ++p) {
    float others = sum.parts[p] - parts[p];
    if (others > top) top = others, best = p;
  }
  return 1 + best + 16 * Step(top / (sum.count - 1));
}

void Votes::ReadFeatures(const Traits& traits, const Run& run, uint32_t i,
                         const ActiveTokens<Vector>& marginals, Features* features) const {
  features->count = 0;
  uint32_t own = Verdict(traits, i, marginals[i]);
  uint32_t before = i > run.begin ? Verdict(traits, i - 1, marginals[i - 1]) & 15 : 14;
  uint32_t after = i + 1 < run.end ? Verdict(traits, i + 1, marginals[i + 1]) & 15 : 14;
  const Span& stretch = traits.Capitals(i);
  uint32_t where = std::min(i - stretch.begin, 2u) | std::min(stretch.end - 1 - i, 2u) << 2;
  features->Append(100, own);
  features->Append(101, own << 8 | where);
  features->Append(102, (own & 15) << 8 | before << 4 | after);
  if (own == 0) return;
  const Sum& sum = sums_[traits.WordOf(i)];
  float count = sum.count - 1;
  PartVector parts = PartsOf(marginals[i]);
  for (uint32_t p = 0; p < kParts; ++p) {
    uint32_t step = Step((sum.parts[p] - parts[p]) / count);
    features->Append(103, p << 8 | step << 4 | CountStep(count));
    if (step > 0) features->Append(104, (p << 8 | step << 4) << 8 | where);
  }
}

}  // namespace factline::tagger
