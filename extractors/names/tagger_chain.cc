#include "extractors/names/tagger_chain.h"

#include <algorithm>
#include <cmath>

namespace factline::tagger {
namespace {

using Lanes4 = float __attribute__((vector_size(16)));

// out = in * matrix, all lanes.
void Multiply(const Vector& in, const Matrix& matrix, Vector* out) {
  Lanes4 sums[4] = {};
  for (uint32_t k = 0; k < kTags; ++k) {
    Lanes4 by = {in[k], in[k], in[k], in[k]};
    const float* row = matrix[k].data();
    for (uint32_t q = 0; q < 4; ++q) {
      Lanes4 lanes = {row[4 * q], row[4 * q + 1], row[4 * q + 2], row[4 * q + 3]};
      sums[q] += by * lanes;
    }
  }
  for (uint32_t q = 0; q < 4; ++q) {
    for (uint32_t k = 0; k < 4; ++k) (*out)[4 * q + k] = sums[q][k];
  }
}

float Total(const Vector& v) {
  float total = 0;
  for (float x : v) total += x;
  return total;
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

bool Chain::Sum(const Steps& steps) {
  for (uint32_t i = 0; i < size_; ++i) {
    Vector& ahead = ahead_[i];
    if (i == 0) {
      // The token before a run is outside.
      for (Tag t = 0; t < kTags; ++t) ahead[t] = steps.forward[kOutside][t];
      ahead[14] = ahead[15] = 0;
    } else {
      Multiply(ahead_[i - 1], steps.forward, &ahead);
    }
    for (uint32_t t = 0; t < kLanes; ++t) ahead[t] *= factors_[i][t];
    float total = Total(ahead);
    if (!(total > 0)) return false;
    scale_[i] = total;
    for (float& x : ahead) x /= total;
  }
  Vector after = {};
  for (Tag t = 0; t < kTags; ++t) after[t] = steps.forward[t][kOutside];  // 0 where a name is open
  for (uint32_t i = size_; i-- > 0;) {
    behind_[i] = after;
    float total = 0;
    for (uint32_t t = 0; t < kLanes; ++t) {
      marginals_[i][t] = ahead_[i][t] * after[t];
      total += marginals_[i][t];
    }
    if (!(total > 0)) return false;
    for (float& x : marginals_[i]) x /= total;
    if (i == 0) break;
    Vector here;
    for (uint32_t t = 0; t < kLanes; ++t) here[t] = after[t] * factors_[i][t];
    Multiply(here, steps.backward, &after);
    float largest = *std::max_element(after.begin(), after.end());
    if (!(largest > 0)) return false;
    for (float& x : after) x /= largest;
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

float Chain::NameProbability(const Steps& steps, uint32_t first, uint32_t last,
                             NameType type) const {
  if (first == last) return marginals_[first][TagOf(type, Place::kUnit)];
  // Of the paths that begin the name here, the share that goes on to `last`:
  // each step's weight over all that may come after, from behind.
  Tag tag = TagOf(type, Place::kBegin);
  float probability = marginals_[first][tag];
  for (uint32_t i = first + 1; i <= last; ++i) {
    Tag go_on = TagOf(type, Place::kInside), end = TagOf(type, Place::kLast);
    float inside = steps.forward[tag][go_on] * factors_[i][go_on] * behind_[i][go_on];
    float closed = steps.forward[tag][end] * factors_[i][end] * behind_[i][end];
    if (!(inside + closed > 0)) return 0;
    probability *= (i == last ? closed : inside) / (inside + closed);
    tag = go_on;
  }
  return probability;
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
