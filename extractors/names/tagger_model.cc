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

void Model::Sum(const Features& features, std::array<int16_t, kLanes>* sums) const {
  std::array<int16_t, kLanes> total{};
  uint32_t count = static_cast<uint32_t>(buckets_.size());
  for (uint32_t k = 0; k < features.count; ++k) {
    const Bucket& bucket = buckets_[BucketOf(features.hashes[k], count)];
    uint16_t wanted = FingerprintOf(features.hashes[k]);
    for (uint32_t row = 0; row < kBucketRows; ++row) {
      if (bucket.fingerprints[row] != wanted) continue;
      for (uint32_t t = 0; t < kTags; ++t) total[t] += bucket.weights[row][t];
      break;
    }
  }
  *sums = total;
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
