#include "tools/train_names/pack.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <sstream>

namespace factline {

using tagger::Bucket;
using tagger::kBucketRows;
using tagger::kTags;
using tagger::WordClass;

namespace {

// Only differences between tags count: the row is moved so that its middle is 0.
tagger::Vector Centred(const tagger::Vector& row) {
  auto [low, high] = std::minmax_element(row.begin(), row.begin() + kTags);
  float middle = (*low + *high) / 2;
  tagger::Vector centred{};
  for (uint32_t t = 0; t < kTags; ++t) centred[t] = row[t] - middle;
  return centred;
}

float Reach(const tagger::Vector& centred) {
  float reach = 0;
  for (uint32_t t = 0; t < kTags; ++t) reach = std::max(reach, std::abs(centred[t]));
  return reach;
}

}  // namespace

Packed PackModel(const std::vector<uint64_t>& hashes, const Weights& weights, uint32_t bucket_count,
                 const std::vector<WordClass>& classes, const std::string& notes, float slope,
                 float offset) {
  std::vector<float> reaches;
  for (const auto& row : weights.rows) reaches.push_back(Reach(Centred(row)));
  std::vector<float> sorted = reaches;
  std::sort(sorted.begin(), sorted.end());
  // The few largest are cut off, so that the many small ones keep their digits.
  float largest = sorted[sorted.size() - 1 - sorted.size() / 10000];
  float unit = std::max(largest / 127, 1e-6f);

  std::vector<uint32_t> order;
  for (uint32_t f = 0; f < reaches.size(); ++f) {
    if (reaches[f] > unit / 2) order.push_back(f);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    if (reaches[a] != reaches[b]) return reaches[a] > reaches[b];
    return hashes[a] < hashes[b];
  });
  Packed packed;
  std::vector<Bucket> buckets(bucket_count);
  std::memset(buckets.data(), 0, buckets.size() * sizeof(Bucket));
  for (uint32_t f : order) {
    uint64_t hash = hashes[f];
    Bucket& bucket = buckets[tagger::BucketOf(hash, bucket_count)];
    uint32_t row = 0;
    while (row < kBucketRows && bucket.fingerprints[row] != 0 &&
           bucket.fingerprints[row] != tagger::FingerprintOf(hash)) {
      ++row;
    }
    if (row == kBucketRows || bucket.fingerprints[row] != 0) {
      ++packed.crowded;
      continue;
    }
    ++packed.kept;
    bucket.fingerprints[row] = tagger::FingerprintOf(hash);
    tagger::Vector centred = Centred(weights.rows[f]);
    for (uint32_t t = 0; t < kTags; ++t) {
      float units = std::clamp(std::round(centred[t] / unit), -127.0f, 127.0f);
      bucket.weights[row][t] = static_cast<int8_t>(units);
    }
  }
  tagger::ModelHeader header{};
  header.unit = unit;
  header.slope = slope;
  header.offset = offset;
  for (uint32_t a = 0; a < kTags; ++a) {
    for (uint32_t b = 0; b < kTags; ++b) header.steps[a][b] = weights.steps[a][b];
  }
  packed.image = tagger::WriteModel(header, buckets, classes, notes);
  return packed;
}

Result<std::vector<WordClass>> ReadClasses(const std::string& path) {
  std::ifstream in(path);
  if (!in) return Error{path + ": not there; train_clusters writes it"};
  struct Line {
    uint64_t form;
    uint32_t packed;
  };
  std::vector<Line> found;
  std::string line;
  while (std::getline(in, line)) {
    size_t tab = line.find('\t');
    if (tab == std::string::npos) return Error{path + ": a line without classes"};
    std::istringstream numbers(line.substr(tab));
    uint32_t coarse, middle, fine;
    if (!(numbers >> coarse >> middle >> fine)) return Error{path + ": a line without classes"};
    found.push_back({HashBytes(line.substr(0, tab)), (1 + fine) | middle << 10 | coarse << 17});
  }
  size_t size = 16;
  while (size * 3 < found.size() * 4) size *= 2;
  std::vector<WordClass> slots(size);
  for (const Line& entry : found) {
    uint32_t fingerprint = static_cast<uint32_t>(entry.form >> 32) | 1;
    size_t at = entry.form & (size - 1);
    while (slots[at].fingerprint != 0 && slots[at].fingerprint != fingerprint) {
      at = (at + 1) & (size - 1);
    }
    if (slots[at].fingerprint == 0) slots[at] = {fingerprint, entry.packed};
  }
  return slots;
}

}  // namespace factline
