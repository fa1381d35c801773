#include "extractors/names/tagger_model.h"

#include <algorithm>
#include <bit>
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

using Words8 = int16_t __attribute__((vector_size(16)));

constexpr int8_t kNothing[kLanes] = {};  // the weights of a feature never seen

constexpr uint32_t kLead = kLanes - kTags;

// What stands kLead bytes before the weights in `bucket` of the feature with the
// fingerprint `wanted`: kLanes bytes from there are in the bucket, those from the
// weights on might be in the next cache line.  The row is the lowest of four 16-bit
// lanes that is zero after an exclusive or.  Half of all features have none, and
// nothing foretells which: hence no branch.
const int8_t* RowOf(const Bucket& bucket, uint16_t wanted) {
  constexpr uint64_t kOnes = 0x0001000100010001ull;
  constexpr uint64_t kHighs = kOnes << 15;
  uint64_t lanes;
  std::memcpy(&lanes, bucket.fingerprints, sizeof lanes);
  lanes ^= kOnes * wanted;
  uint64_t zero = (lanes - kOnes) & ~lanes & kHighs;
  uintptr_t row = reinterpret_cast<uintptr_t>(bucket.weights) - kLead +
                  kTags * (static_cast<uint32_t>(__builtin_ctzll(zero | 1ull << 63)) / 16);
  uintptr_t nothing = reinterpret_cast<uintptr_t>(kNothing);
  return reinterpret_cast<const int8_t*>(nothing ^ ((nothing ^ row) & -uintptr_t{zero != 0}));
}

}  // namespace

// Eight lanes of 16 bits hold the weights of two tags each, one in either byte: two
// shifts part them.
void Model::Sum(const Features& features, std::array<int16_t, kLanes>* sums) const {
  static_assert(std::endian::native == std::endian::little);
  Words8 even{}, odd{};
  uint32_t count = static_cast<uint32_t>(buckets_.size());
  for (uint32_t k = 0; k < features.count; ++k) {
    const Bucket& bucket = buckets_[BucketOf(features.hashes[k], count)];
    Words8 weights;
    std::memcpy(&weights, RowOf(bucket, FingerprintOf(features.hashes[k])), sizeof weights);
    even += weights << 8 >> 8;
    odd += weights >> 8;
  }
  for (uint32_t t = 0; t < kTags; t += 2) {
    (*sums)[t] += even[(kLead + t) / 2];
    (*sums)[t + 1] += odd[(kLead + t) / 2];
  }
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
