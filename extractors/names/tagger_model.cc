#include "extractors/names/tagger_model.h"

#include <algorithm>
#include <cmath>
#include <cstring>

// The image, linked in by tagger_model.S.
extern "C" const char factline_names_begin[];
extern "C" const char factline_names_end[];

namespace factline::tagger {

Result<Model> Model::Open(std::string_view image) {
  Model model;
  if (image.empty()) return model;
  ModelHeader header;
  if (image.size() < sizeof header) return Error{"names model: shorter than its header"};
  std::memcpy(&header, image.data(), sizeof header);
  if (header.magic != kModelMagic || header.size != image.size()) {
    return Error{"names model: not one, or cut short"};
  }
  if (header.feature_set != kFeatureSet) {
    return Error{"names model: trained with feature set " + std::to_string(header.feature_set) +
                 ", the program has " + std::to_string(kFeatureSet) + ": train it again"};
  }
  const char* at = image.data() + (sizeof header + 63) / 64 * 64;
  model.buckets_ = {reinterpret_cast<const Bucket*>(at), header.bucket_count};
  at += header.bucket_count * sizeof(Bucket);
  model.classes_ = {reinterpret_cast<const WordClass*>(at), header.class_count};
  at += header.class_count * sizeof(WordClass);
  model.notes_ = {at, header.notes_size};
  model.unit_ = header.unit;
  model.slope_ = header.slope;
  model.offset_ = header.offset;
  Matrix weights{};
  for (uint32_t a = 0; a < kTags; ++a) {
    for (uint32_t b = 0; b < kTags; ++b) weights[a][b] = header.steps[a][b];
  }
  model.steps_ = Steps::FromWeights(weights);
  for (size_t k = 0; k < model.exponentials_.size(); ++k) {
    model.exponentials_[k] = std::max(1e-12f, std::exp(-header.unit * static_cast<float>(k)));
  }
  return model;
}

const Model& Model::Shipped() {
  static const Model model =
      *Open({factline_names_begin, static_cast<size_t>(factline_names_end - factline_names_begin)});
  return model;
}

namespace {

using Bytes8 = int8_t __attribute__((vector_size(8)));
using Words8 = int16_t __attribute__((vector_size(16)));

// The row of `bucket` with the fingerprint `wanted`, or kBucketRows: the lowest
// of four 16-bit lanes that is zero after an exclusive or.
uint32_t RowOf(const Bucket& bucket, uint16_t wanted) {
  constexpr uint64_t kOnes = 0x0001000100010001ull;
  uint64_t lanes;
  std::memcpy(&lanes, bucket.fingerprints, sizeof lanes);
  lanes ^= kOnes * wanted;
  uint64_t zero = (lanes - kOnes) & ~lanes & (kOnes << 15);
  return zero == 0 ? kBucketRows : static_cast<uint32_t>(__builtin_ctzll(zero)) / 16;
}

}  // namespace

void Model::Sum(const Features& features, std::array<int16_t, kLanes>* sums) const {
  Words8 low, high;
  std::memcpy(&low, sums->data(), sizeof low);
  std::memcpy(&high, sums->data() + 8, sizeof high);
  uint32_t count = static_cast<uint32_t>(buckets_.size());
  for (uint32_t k = 0; k < features.count; ++k) {
    const Bucket& bucket = buckets_[BucketOf(features.hashes[k], count)];
    uint32_t row = RowOf(bucket, FingerprintOf(features.hashes[k]));
    if (row == kBucketRows) continue;
    // Two bytes past the row are read with it and fall to lanes without a tag;
    // after the last bucket follow the classes.
    Bytes8 first, second;
    std::memcpy(&first, bucket.weights[row], sizeof first);
    std::memcpy(&second, bucket.weights[row] + 8, sizeof second);
    low += __builtin_convertvector(first, Words8);
    high += __builtin_convertvector(second, Words8);
  }
  std::memcpy(sums->data(), &low, sizeof low);
  std::memcpy(sums->data() + 8, &high, sizeof high);
}

float Model::Calibrated(float probability) const {
  float p = std::clamp(probability, 1e-6f, 1 - 1e-6f);
  return 1 / (1 + std::exp(-(slope_ * std::log(p / (1 - p)) + offset_)));
}

void Model::Factors(const std::array<int16_t, kLanes>& sums, Vector* factors) const {
  int top = sums[0];
  for (uint32_t t = 1; t < kTags; ++t) top = std::max<int>(top, sums[t]);
  constexpr int kLast = static_cast<int>(std::tuple_size_v<decltype(exponentials_)>) - 1;
  for (uint32_t t = 0; t < kTags; ++t) {
    (*factors)[t] = exponentials_[static_cast<size_t>(std::min(top - sums[t], kLast))];
  }
  (*factors)[14] = (*factors)[15] = 0;
}

std::string WriteModel(const ModelHeader& header, std::span<const Bucket> buckets,
                       std::span<const WordClass> classes, std::string_view notes) {
  std::string image((sizeof header + 63) / 64 * 64, '\0');
  image.append(reinterpret_cast<const char*>(buckets.data()), buckets.size_bytes());
  image.append(reinterpret_cast<const char*>(classes.data()), classes.size_bytes());
  image.append(notes);
  ModelHeader written = header;
  written.magic = kModelMagic;
  written.size = static_cast<uint32_t>(image.size());
  written.feature_set = kFeatureSet;
  written.bucket_count = static_cast<uint32_t>(buckets.size());
  written.class_count = static_cast<uint32_t>(classes.size());
  written.notes_size = static_cast<uint32_t>(notes.size());
  std::memcpy(image.data(), &written, sizeof written);
  return image;
}

}  // namespace factline::tagger
