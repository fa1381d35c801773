#include "extractors/names/tagger_chain.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace factline::tagger {
namespace {

using Lanes4 = float __attribute__((vector_size(16)));

// A Vector as the machine adds and multiplies it.
struct Quads {
  Lanes4 q[4];

  explicit Quads(const Vector& v) { std::memcpy(q, v.data(), sizeof q); }
  Quads() : q{} {}
  void Store(Vector* v) const { std::memcpy(v->data(), q, sizeof q); }
  float Total() const {
    Lanes4 sum = q[0] + q[1] + (q[2] + q[3]);
    return sum[0] + sum[1] + (sum[2] + sum[3]);
  }
  Quads& operator*=(const Quads& by) {
    for (uint32_t k = 0; k < 4; ++k) q[k] *= by.q[k];
    return *this;
  }
  Quads& operator*=(float by) {
    for (uint32_t k = 0; k < 4; ++k) q[k] *= by;
    return *this;
  }
};

// The quads of a row of Steps that are not all zero: [first, end).
struct Reach {
  uint32_t first = 4, end = 0;
};
template <bool kForward>
constexpr Reach ReachOf(Tag row) {
  Reach reach;
  for (Tag t = 0; t < kTags; ++t) {
    if (!(kForward ? MayFollow(row, t) : MayFollow(t, row))) continue;
    reach.first = std::min(reach.first, t / 4u);
    reach.end = std::max(reach.end, t / 4u + 1);
  }
  return reach;
}

template <uint32_t kFirst, uint32_t kEnd>
void AddRow(float times, const Vector& row, Quads* sum) {
  Quads quads(row);
  for (uint32_t k = kFirst; k < kEnd; ++k) sum->q[k] += times * quads.q[k];
}

// in * matrix, the forward steps or the backward ones.
template <bool kForward>
Quads Product(const Vector& in, const Matrix& matrix) {
  Quads out;
  [&]<size_t... t>(std::index_sequence<t...>) {
    (AddRow<ReachOf<kForward>(t).first, ReachOf<kForward>(t).end>(in[t], matrix[t], &out), ...);
  }
  (std::make_index_sequence<kTags>());
  return out;
}

constexpr bool MayEnd(Tag tag) { return !LeavesOpen(tag); }

}  // namespace

Steps Steps::FromWeights(const Matrix& weights) {
  Steps steps;
  for (Tag a = 0; a < kTags; ++a) {
    for (Tag b = 0; b < kTags; ++b) {
      if (!MayFollow(a, b)) continue;
      steps.forward[a][b] = steps.backward[b][a] = std::exp(weights[a][b]);
    }
  }
  return steps;
}

void Chain::Resize(uint32_t n) {
  size_ = n;
  if (factors_.size() >= n) return;
  factors_.resize(n);
  ahead_.resize(n);
  behind_.resize(n);
  marginals_.resize(n);
  scale_.resize(n);
  from_.resize(n);
}

// The commonest chain: one token.
bool Chain::SumOne(const Steps& steps) {
  float total = 0;
  for (Tag t = 0; t < kTags; ++t) {
    behind_[0][t] = steps.backward[kOutside][t];
    ahead_[0][t] = steps.forward[kOutside][t] * factors_[0][t];
    marginals_[0][t] = ahead_[0][t] * behind_[0][t];
    total += marginals_[0][t];
  }
  if (!(total > 0)) return false;
  scale_[0] = 1;
  for (float& x : marginals_[0]) x /= total;
  return true;
}

bool Chain::Sum(const Steps& steps) {
  if (size_ == 1) return SumOne(steps);
  for (uint32_t i = 0; i < size_; ++i) {
    // The token before a run is outside.
    Quads ahead =
        i == 0 ? Quads(steps.forward[kOutside]) : Product<true>(ahead_[i - 1], steps.forward);
    ahead *= Quads(factors_[i]);
    scale_[i] = ahead.Total();
    if (!(scale_[i] > 0)) return false;
    ahead *= 1 / scale_[i];
    ahead.Store(&ahead_[i]);
  }
  Quads after(steps.backward[kOutside]);  // 0 where a name is open
  for (uint32_t i = size_; i-- > 0;) {
    after.Store(&behind_[i]);
    Quads marginals(ahead_[i]);
    marginals *= after;
    float total = marginals.Total();
    if (!(total > 0)) return false;
    marginals *= 1 / total;
    marginals.Store(&marginals_[i]);
    if (i == 0) break;
    Vector here;
    after *= Quads(factors_[i]);
    after.Store(&here);
    after = Product<false>(here, steps.backward);
    total = after.Total();
    if (!(total > 0)) return false;
    after *= 1 / total;
  }
  return true;
}

double Chain::LogTotal() const {
  double log = 0;
  for (uint32_t i = 0; i < size_; ++i) log += std::log(scale_[i]);
  double end = 0;
  for (Tag t = 0; t < kTags; ++t) end += ahead_[size_ - 1][t] * behind_[size_ - 1][t];
  return log + std::log(end);
}

void Chain::AddStepMarginals(const Steps& steps, uint32_t i, float weight, Matrix* sums) const {
  Matrix joint{};
  float total = 0;
  for (Tag a = 0; a < kTags; ++a) {
    if (ahead_[i - 1][a] == 0) continue;
    for (Tag b = 0; b < kTags; ++b) {
      joint[a][b] = ahead_[i - 1][a] * steps.forward[a][b] * factors_[i][b] * behind_[i][b];
      total += joint[a][b];
    }
  }
  if (!(total > 0)) return;
  for (Tag a = 0; a < kTags; ++a) {
    for (Tag b = 0; b < kTags; ++b) (*sums)[a][b] += weight * joint[a][b] / total;
  }
}

float Chain::TypeProbability(uint32_t first, uint32_t last, NameType type) const {
  float sum = 0;
  for (uint32_t i = first; i <= last; ++i) {
    for (Place place : {Place::kBegin, Place::kInside, Place::kLast, Place::kUnit}) {
      sum += marginals_[i][TagOf(type, place)];
    }
  }
  return sum / static_cast<float>(last + 1 - first);
}

// A path is at least as probable as one less what its tags leave to others.
bool Chain::LikeliestTags(std::vector<Tag>* path) const {
  constexpr float kMostDoubt = 0.45f;  // below one half by more than rounding takes
  path->resize(size_);
  float doubt = 0;
  for (uint32_t i = 0; i < size_; ++i) {
    const Vector& m = marginals_[i];
    const float* top = std::max_element(m.data(), m.data() + kTags);
    (*path)[i] = static_cast<Tag>(top - m.data());
    doubt += 1 - *top;
  }
  return doubt < kMostDoubt;
}

void Chain::BestPath(const Steps& steps, std::vector<Tag>* path) {
  path->resize(size_);
  Vector best{};
  for (Tag t = 0; t < kTags; ++t) best[t] = steps.forward[kOutside][t] * factors_[0][t];
  for (uint32_t i = 1; i < size_; ++i) {
    Vector next{};
    float largest = 0;
    for (Tag b = 0; b < kTags; ++b) {
      float top = -1;
      for (Tag a = 0; a < kTags; ++a) {
        float weight = best[a] * steps.forward[a][b];
        if (weight > top) top = weight, from_[i][b] = a;
      }
      next[b] = top * factors_[i][b];
      largest = std::max(largest, next[b]);
    }
    if (!(largest > 0)) {
      std::fill(path->begin(), path->end(), kOutside);
      return;
    }
    for (float& x : next) x /= largest;
    best = next;
  }
  Tag tag = kOutside;
  float top = -1;
  for (Tag t = 0; t < kTags; ++t) {
    float weight = MayEnd(t) ? best[t] * steps.forward[t][kOutside] : -1;
    if (weight > top) top = weight, tag = t;
  }
  for (uint32_t i = size_; i-- > 0;) {
    (*path)[i] = tag;
    if (i > 0) tag = from_[i][tag];
  }
}

}  // namespace factline::tagger
