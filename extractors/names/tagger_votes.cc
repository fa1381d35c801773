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

namespace {

bool IsLink(const Reading& reading, uint32_t i) {
  return reading.token(i).is(',') || reading.token(i).is('&') || reading.Is(i, "and") ||
         reading.Is(i, "or");
}

// The name that stands beside `stretch` in a list, by a token of it, or `i` if none does:
// "Toyota" and "Honda" are for each other in "Toyota, Honda".
uint32_t PeerBefore(const Reading& reading, const Traits& traits, uint32_t i, uint32_t begin) {
  uint32_t at = begin;
  while (at > 0 && begin - at < 2 && IsLink(reading, at - 1)) --at;
  return at < begin && at > 0 && traits.IsCapital(at - 1) ? at - 1 : i;
}
uint32_t PeerAfter(const Reading& reading, const Traits& traits, uint32_t i, uint32_t end) {
  uint32_t at = end;
  while (at + 1 < reading.size() && at - end < 2 && IsLink(reading, at)) ++at;
  return at > end && traits.IsCapital(at) ? at : i;
}

// The likeliest type of a token and how likely: 0 to 24.
uint32_t TypeStep(const Vector& m) {
  PartVector p = PartsOf(m);
  std::array<float, 5> types = {p[0], p[1], p[2] + p[3] + p[4], p[5] + p[6], p[7] + p[8]};
  uint32_t best =
      static_cast<uint32_t>(std::max_element(types.begin(), types.end()) - types.begin());
  return best * 5 + Step(types[best]);
}

}  // namespace

void Votes::ReadFeatures(const Reading& reading, const Traits& traits, const Run& run, uint32_t i,
                         const ActiveTokens<Vector>& marginals, Features* features) const {
  features->count = 0;
  if (traits.IsCapital(i)) {
    const Span& peers = traits.Capitals(i);
    uint32_t left = PeerBefore(reading, traits, i, peers.begin);
    uint32_t right = PeerAfter(reading, traits, i, peers.end);
    uint32_t side = std::min(i - peers.begin, 1u) | std::min(peers.end - 1 - i, 1u) << 1;
    uint32_t l = left == i ? 31 : TypeStep(marginals[left]);
    uint32_t r = right == i ? 31 : TypeStep(marginals[right]);
    if (l != 31) features->Append(105, l << 8 | side);
    if (r != 31) features->Append(106, r << 8 | side);
    if (l != 31 && r != 31) features->Append(107, (l / 5) << 8 | (r / 5) << 4 | side);
  }
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
