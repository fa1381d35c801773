#include "tools/train_names/learner.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tools/train_names/random.h"

namespace factline {

using tagger::kLanes;
using tagger::kTags;
using tagger::Vector;

namespace {

class Learner {
 public:
  Learner(const Examples& examples, const LearnerOptions& options, const tagger::Matrix* steps)
      : examples_(examples), options_(options), random_(options.seed), fixed_(steps != nullptr) {
    if (fixed_) weights_.steps = *steps;
    weights_.rows.assign(examples.hashes.size(), Vector{});
    squares_.assign(examples.hashes.size(), 0);
  }

  Weights Run(const std::function<bool(const Example&)>& wanted) {
    std::vector<uint32_t> order;
    for (uint32_t k = 0; k < examples_.runs.size(); ++k) {
      if (wanted(examples_.runs[k]) && Teaches(examples_.runs[k])) order.push_back(k);
    }
    for (uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
      random_.Shuffle(&order);
      loss_ = 0;
      for (size_t k = 0; k < order.size(); ++k) {
        float done = (epoch + static_cast<float>(k) / order.size()) / options_.epochs;
        rate_ = options_.rate * (1 - 0.9f * done);
        Update(examples_.runs[order[k]]);
      }
      std::fprintf(stderr, "train_names: epoch %u, mean loss %.4f\n", epoch + 1,
                   loss_ / static_cast<double>(order.size()));
    }
    return std::move(weights_);
  }

 private:
  bool Teaches(const Example& run) const {
    for (uint32_t i = 0; i < run.size; ++i) {
      if (examples_.allowed[run.first + i] != kAnyTag) return true;
    }
    return false;
  }

  void Update(const Example& run) {
    ReadScores(run);
    if (steps_age_++ % 64 == 0) steps_ = tagger::Steps::FromWeights(weights_.steps);
    if (!free_.Sum(steps_) || !bound_.Sum(steps_)) return;
    double loss = free_.LogTotal() - bound_.LogTotal();
    loss_ += loss * run.weight;
    if (loss < 1e-3) return;
    for (uint32_t i = 0; i < run.size; ++i) UpdateToken(run, i);
    if (!fixed_) UpdateSteps(run);
  }

  void ReadScores(const Example& run) {
    free_.Resize(run.size);
    bound_.Resize(run.size);
    kept_.clear();
    kept_begin_.clear();
    float scale = 1 / (1 - options_.dropout);
    for (uint32_t i = 0; i < run.size; ++i) {
      uint32_t token = run.first + i;
      Vector sum{};
      kept_begin_.push_back(static_cast<uint32_t>(kept_.size()));
      for (uint32_t k = examples_.feature_begin[token]; k < examples_.feature_begin[token + 1];
           ++k) {
        if (random_.Uniform() < options_.dropout) continue;
        const Vector& row = weights_.rows[examples_.features[k]];
        for (uint32_t t = 0; t < kLanes; ++t) sum[t] += row[t];
        kept_.push_back(examples_.features[k]);
      }
      for (float& x : sum) x *= scale;
      if (!examples_.base.empty()) {
        for (uint32_t t = 0; t < kTags; ++t) sum[t] += examples_.base[token][t];
      }
      float top = *std::max_element(sum.begin(), sum.begin() + kTags);
      for (uint32_t t = 0; t < kLanes; ++t) {
        float factor = t < kTags ? std::exp(std::max(-60.0f, sum[t] - top)) : 0;
        free_.Factors(i)[t] = factor;
        bool allowed = examples_.allowed[token] >> t & 1;
        bound_.Factors(i)[t] = allowed ? factor : 0;
      }
    }
    kept_begin_.push_back(static_cast<uint32_t>(kept_.size()));
  }

  void UpdateToken(const Example& run, uint32_t i) {
    Vector gradient{};
    float square = 0;
    for (uint32_t t = 0; t < kTags; ++t) {
      gradient[t] = run.weight * (free_.Marginals(i)[t] - bound_.Marginals(i)[t]);
      square += gradient[t] * gradient[t];
    }
    if (square < 1e-8f) return;
    for (uint32_t k = kept_begin_[i]; k < kept_begin_[i + 1]; ++k) {
      float& sum = squares_[kept_[k]];
      sum += square;
      float step = rate_ / std::sqrt(sum + 0.1f);
      Vector& row = weights_.rows[kept_[k]];
      for (uint32_t t = 0; t < kLanes; ++t)
        row[t] -= step * (gradient[t] + options_.decay * row[t]);
    }
  }

  void UpdateSteps(const Example& run) {
    tagger::Matrix gradient{};
    for (uint32_t i = 1; i < run.size; ++i) {
      free_.AddStepMarginals(steps_, i, run.weight, &gradient);
      bound_.AddStepMarginals(steps_, i, -run.weight, &gradient);
    }
    for (uint32_t t = 0; t < kTags; ++t) {
      gradient[tagger::kOutside][t] +=
          run.weight * (free_.Marginals(0)[t] - bound_.Marginals(0)[t]);
      gradient[t][tagger::kOutside] +=
          run.weight * (free_.Marginals(run.size - 1)[t] - bound_.Marginals(run.size - 1)[t]);
    }
    for (uint32_t a = 0; a < kTags; ++a) {
      for (uint32_t b = 0; b < kTags; ++b) {
        if (gradient[a][b] == 0) continue;
        float& sum = step_squares_[a][b];
        sum += gradient[a][b] * gradient[a][b];
        weights_.steps[a][b] -= rate_ * gradient[a][b] / std::sqrt(sum + 1);
      }
    }
  }

  const Examples& examples_;
  LearnerOptions options_;
  Random random_;
  bool fixed_;
  Weights weights_;
  std::vector<float> squares_;
  tagger::Matrix step_squares_{};
  tagger::Steps steps_;
  uint64_t steps_age_ = 0;
  float rate_ = 0;
  double loss_ = 0;
  tagger::Chain free_, bound_;
  std::vector<uint32_t> kept_, kept_begin_;
};

}  // namespace

Weights Learn(const Examples& examples, const LearnerOptions& options,
              const std::function<bool(const Example&)>& wanted, const tagger::Matrix* steps) {
  Weights mean;
  for (uint32_t run = 0; run < options.runs; ++run) {
    LearnerOptions seeded = options;
    seeded.seed += run;
    Weights one = Learner(examples, seeded, steps).Run(wanted);
    float share = 1.0f / static_cast<float>(options.runs);
    mean.rows.resize(one.rows.size());
    for (size_t f = 0; f < one.rows.size(); ++f) {
      for (uint32_t t = 0; t < kTags; ++t) mean.rows[f][t] += share * one.rows[f][t];
    }
    for (uint32_t a = 0; a < kTags; ++a) {
      for (uint32_t b = 0; b < kTags; ++b) mean.steps[a][b] += share * one.steps[a][b];
    }
  }
  return mean;
}

}  // namespace factline
