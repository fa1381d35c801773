#include "extractors/names/candidate.h"

#include <algorithm>

namespace factline {
namespace {

// What one more word explained is worth in confidence: "Bank of New York" at 0.85
// beats "New York" at 0.9.
constexpr float kWorthOfWord = 0.06f;

float Strength(const Candidate& c) {
  return c.confidence + kWorthOfWord * static_cast<float>(c.tokens.size());
}

bool Stronger(const Candidate& a, const Candidate& b) {
  if (Strength(a) != Strength(b)) return Strength(a) > Strength(b);
  return a.tokens.begin < b.tokens.begin;
}

}  // namespace

void KeepBest(std::vector<Candidate>* candidates) {
  std::stable_sort(candidates->begin(), candidates->end(), Stronger);
  size_t kept = 0;
  for (size_t i = 0; i < candidates->size(); ++i) {
    const Candidate c = (*candidates)[i];
    bool free =
        std::none_of(candidates->begin(), candidates->begin() + static_cast<ptrdiff_t>(kept),
                     [&](const Candidate& other) { return other.tokens.Overlaps(c.tokens); });
    if (free) (*candidates)[kept++] = c;
  }
  candidates->resize(kept);
  SortByPlace(candidates);
}

void SortByPlace(std::vector<Candidate>* candidates) {
  std::sort(candidates->begin(), candidates->end(),
            [](const Candidate& a, const Candidate& b) { return a.tokens.begin < b.tokens.begin; });
}

}  // namespace factline
