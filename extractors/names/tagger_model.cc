#include "extractors/names/tagger_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

// A bit of each row of `bucket` that has the fingerprint `wanted`, at kRowBits times the
// row.
#if defined(__SSE2__)
constexpr int kRowBits = 2;
uint32_t RowsWith(const Bucket& bucket, uint16_t wanted) {
  __m128i fingerprints = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(bucket.fingerprints));
  __m128i same = _mm_cmpeq_epi16(fingerprints, _mm_set1_epi16(static_cast<int16_t>(wanted)));
  return static_cast<uint32_t>(_mm_movemask_epi8(same)) & 0xFF;
}
#else
constexpr int kRowBits = 16;
uint64_t RowsWith(const Bucket& bucket, uint16_t wanted) {
  constexpr uint64_t kOnes = 0x0001000100010001ull;
  uint64_t lanes;
  std::memcpy(&lanes, bucket.fingerprints, sizeof lanes);
  lanes ^= kOnes * wanted;
  return (lanes - kOnes) & ~lanes & (kOnes << 15);  // the lowest of them is right
}
#endif

// What stands kLead bytes before the weights in `bucket` of the feature with the
// fingerprint `wanted`: kLanes bytes from there are in the bucket, those from the
// weights on might be in the next cache line.  Half of all features have none, and
// nothing foretells which: hence no branch.
const int8_t* RowOf(const Bucket& bucket, uint16_t wanted) {
  auto rows = RowsWith(bucket, wanted);
  uintptr_t row = reinterpret_cast<uintptr_t>(bucket.weights) - kLead +
                  kTags * (static_cast<uint32_t>(std::countr_zero(rows)) / kRowBits);
  uintptr_t nothing = reinterpret_cast<uintptr_t>(kNothing);
  return reinterpret_cast<const int8_t*>(nothing ^ ((nothing ^ row) & -uintptr_t{rows != 0}));
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
  constexpr int16_t kLast = static_cast<int16_t>(std::tuple_size_v<decltype(exponentials_)>) - 1;
  Words8 low, high;
  std::memcpy(&low, sums.data(), sizeof low);
  std::memcpy(&high, sums.data() + 8, sizeof high);
  for (uint32_t t = kTags; t < kLanes; ++t) high[t - 8] = sums[0];  // no tag, no matter
  Words8 tops = low > high ? low : high;
  int16_t top = tops[0];
  for (uint32_t k = 1; k < 8; ++k) top = std::max(top, tops[k]);
  // At most kMaxFeatures times 255 apart.
  low = top - low;
  high = top - high;
  low = low < kLast ? low : Words8{} + kLast;
  high = high < kLast ? high : Words8{} + kLast;
  for (uint32_t t = 0; t < 8; ++t) (*factors)[t] = exponentials_[static_cast<size_t>(low[t])];
  for (uint32_t t = 8; t < kTags; ++t) {
    (*factors)[t] = exponentials_[static_cast<size_t>(high[t - 8])];
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
