#include "tools/train_names/word_vectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tools/train_names/random.h"

namespace factline {
namespace {

// Four floats at once on every machine; the compiler may not reorder sums of
// plain floats, and an unordered sum would differ between builds.
using Lanes = float __attribute__((vector_size(16)));
constexpr uint32_t kLanes = kDimensions / 4;
struct alignas(16) Row {
  Lanes v[kLanes];
};

float Dot(const Row& a, const Row& b) {
  Lanes sum = {0, 0, 0, 0};
  for (uint32_t i = 0; i < kLanes; ++i) sum += a.v[i] * b.v[i];
  return sum[0] + sum[1] + sum[2] + sum[3];
}

constexpr std::array<int, 4> kPlaces = {-2, -1, 1, 2};

class SkipGram {
 public:
  SkipGram(const std::vector<uint64_t>& counts, const WordVectorOptions& options)
      : options_(options), random_(options.seed), in_(counts.size()) {
    for (auto& out : out_) out.assign(counts.size(), Row{});
    for (Row& row : in_) {
      for (Lanes& lanes : row.v) {
        for (int k = 0; k < 4; ++k) {
          lanes[k] = static_cast<float>((random_.Uniform() - 0.5) / kDimensions);
        }
      }
    }
    FillNoise(counts);
    uint64_t total = 0;
    for (uint64_t c : counts) total += c;
    for (uint64_t c : counts) {
      double share = static_cast<double>(c) / static_cast<double>(total);
      keep_.push_back(static_cast<float>(std::sqrt(options.keep / share) + options.keep / share));
    }
    for (int i = 0; i < kSteps; ++i) {
      sigmoid_[i] = 1.0f / (1.0f + std::exp(-(static_cast<float>(i) / kSteps * 12 - 6)));
    }
  }

  void Train(const std::vector<uint32_t>& words) {
    std::vector<uint32_t> sentence;
    uint64_t seen = 0, total = uint64_t{words.size()} * options_.epochs;
    for (uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
      for (uint32_t word : words) {
        ++seen;
        if (word != kSentenceEnd) {
          if (keep_[word] >= 1 || random_.Uniform() < keep_[word]) sentence.push_back(word);
          continue;
        }
        rate_ = options_.rate * std::max(0.01f, 1 - static_cast<float>(seen) / total);
        TrainSentence(sentence);
        sentence.clear();
      }
      std::fprintf(stderr, "vectors: epoch %u done\n", epoch + 1);
    }
  }

  std::vector<float> Rows() const {
    std::vector<float> rows;
    for (const Row& row : in_) {
      float length = std::sqrt(std::max(1e-12f, Dot(row, row)));
      for (const Lanes& lanes : row.v) {
        for (int k = 0; k < 4; ++k) rows.push_back(lanes[k] / length);
      }
    }
    return rows;
  }

 private:
  static constexpr int kSteps = 2048;
  static constexpr uint32_t kNoise = 1 << 21;

  void FillNoise(const std::vector<uint64_t>& counts) {
    double total = 0, sum = 0;
    for (uint64_t c : counts) total += std::pow(static_cast<double>(c), 0.75);
    uint32_t word = 0;
    for (uint32_t i = 0; i < kNoise; ++i) {
      while (word + 1 < counts.size() && (sum + std::pow(double(counts[word]), 0.75)) / total <
                                             static_cast<double>(i) / kNoise) {
        sum += std::pow(static_cast<double>(counts[word++]), 0.75);
      }
      noise_.push_back(word);
    }
  }

  float Sigmoid(float x) const {
    if (x >= 6) return 1;
    if (x <= -6) return 0;
    return sigmoid_[static_cast<int>((x + 6) * (kSteps / 12.0f))];
  }

  void TrainSentence(const std::vector<uint32_t>& s) {
    int n = static_cast<int>(s.size());
    for (int i = 0; i < n; ++i) {
      Row& in = in_[s[i]];
      for (size_t p = 0; p < kPlaces.size(); ++p) {
        int j = i + kPlaces[p];
        if (j < 0 || j >= n) continue;
        Row change = {};
        for (uint32_t k = 0; k <= options_.negatives; ++k) {
          uint32_t target = k == 0 ? s[j] : noise_[random_.Next() & (kNoise - 1)];
          if (k > 0 && target == s[j]) continue;
          Row& out = out_[p][target];
          float step = ((k == 0) - Sigmoid(Dot(in, out))) * rate_;
          Lanes by = {step, step, step, step};
          for (uint32_t d = 0; d < kLanes; ++d) {
            change.v[d] += by * out.v[d];
            out.v[d] += by * in.v[d];
          }
        }
        for (uint32_t d = 0; d < kLanes; ++d) in.v[d] += change.v[d];
      }
    }
  }

  WordVectorOptions options_;
  Random random_;
  float rate_ = 0;
  std::vector<Row> in_;
  std::array<std::vector<Row>, kPlaces.size()> out_;
  std::vector<uint32_t> noise_;
  std::vector<float> keep_;
  float sigmoid_[kSteps];
};

}  // namespace

std::vector<float> TrainWordVectors(const std::vector<uint32_t>& words,
                                    const std::vector<uint64_t>& counts,
                                    const WordVectorOptions& options) {
  SkipGram model(counts, options);
  model.Train(words);
  return model.Rows();
}

std::vector<uint16_t> ClusterRows(const std::vector<float>& rows, uint32_t k, uint32_t rounds) {
  uint32_t n = static_cast<uint32_t>(rows.size() / kDimensions);
  std::vector<Row> points(n), centres(k);
  for (uint32_t i = 0; i < n; ++i) {
    for (uint32_t d = 0; d < kDimensions; ++d)
      points[i].v[d / 4][d % 4] = rows[i * kDimensions + d];
  }
  for (uint32_t c = 0; c < k; ++c) centres[c] = points[uint64_t{c} * std::min(n, 8 * k) / k];
  std::vector<uint16_t> classes(n);
  for (uint32_t round = 0; round < rounds; ++round) {
    std::vector<Row> sums(k);
    for (uint32_t i = 0; i < n; ++i) {
      float best = -2;
      for (uint32_t c = 0; c < k; ++c) {
        float near = Dot(points[i], centres[c]);
        if (near > best) best = near, classes[i] = static_cast<uint16_t>(c);
      }
      for (uint32_t d = 0; d < kLanes; ++d) sums[classes[i]].v[d] += points[i].v[d];
    }
    for (uint32_t c = 0; c < k; ++c) {
      float length = std::sqrt(Dot(sums[c], sums[c]));
      if (length < 1e-6f) continue;
      for (uint32_t d = 0; d < kLanes; ++d) centres[c].v[d] = sums[c].v[d] / length;
    }
  }
  return classes;
}

}  // namespace factline
