// The names tagger's model: a read-only image, used in place.
//
// A feature's weights, one of eight bits for each tag, stand in the bucket that
// its hash names, four features a bucket of one cache line; sixteen bits of the
// hash tell them apart, so that a feature never seen in training weighs nothing.
// Written by tools/train_names; the notes say from what.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_MODEL_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_MODEL_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "extractors/names/tagger_chain.h"
#include "extractors/names/tagger_features.h"
#include "schemas/result.h"

namespace factline::tagger {

inline constexpr uint32_t kModelMagic = 0x324D4E46;  // "FNM2"
inline constexpr uint32_t kBucketRows = 4;

struct alignas(64) Bucket {
  uint16_t fingerprints[kBucketRows];  // 0: empty
  int8_t weights[kBucketRows][kTags];
};
static_assert(sizeof(Bucket) == 64);

struct ModelHeader {
  uint32_t magic;
  uint32_t size;  // of the whole image in bytes
  uint32_t feature_set;
  uint32_t bucket_count;  // a power of two
  uint32_t class_count;   // a power of two
  uint32_t notes_size;
  float unit;  // the logarithmic weight of 1
  // The chain's log-odds of a name times `slope` plus `offset` are those that
  // marked articles bear out.
  float slope;
  float offset;
  uint32_t unused;
  float steps[kTags][kTags];  // logarithmic
};

// Where in a model the feature `hash` is.
inline uint32_t BucketOf(uint64_t hash, uint32_t bucket_count) {
  return static_cast<uint32_t>(hash >> 40) & (bucket_count - 1);
}
inline uint16_t FingerprintOf(uint64_t hash) {
  uint16_t f = static_cast<uint16_t>(hash >> 20);
  return f == 0 ? 1 : f;
}

class Model {
 public:
  // Reads `image` in place; it must outlive the model and begin at a multiple of
  // 64 bytes.  An empty image is a model that finds nothing.
  static Result<Model> Open(std::string_view image);

  // The one compiled into the library.
  static const Model& Shipped();

  bool empty() const { return buckets_.empty(); }
  // What it was trained from: lines "key: value".
  std::string_view notes() const { return notes_; }
  std::span<const WordClass> classes() const { return classes_; }
  const Steps& steps() const { return steps_; }
  // The logarithmic weight of one unit.
  float unit() const { return unit_; }

  void Prefetch(const Features& features) const {
    uint32_t count = static_cast<uint32_t>(buckets_.size());
    for (uint32_t k = 0; k < features.count; ++k) {
      __builtin_prefetch(&buckets_[BucketOf(features.hashes[k], count)]);
    }
  }
  // What a name that the chain gives `probability` is worth.
  float Calibrated(float probability) const;

  // Adds the features' weights, in units.
  void Sum(const Features& features, std::array<int16_t, kLanes>* sums) const;
  // The same as factors, the largest of them 1.
  void Factors(const std::array<int16_t, kLanes>& sums, Vector* factors) const;

 private:
  std::span<const Bucket> buckets_;
  std::span<const WordClass> classes_;
  std::string_view notes_;
  Steps steps_;
  float unit_ = 0, slope_ = 1, offset_ = 0;
  std::array<float, 2048> exponentials_{};  // of minus so many units
};

// The image of a model: header, buckets, classes, notes.
std::string WriteModel(const ModelHeader& header, std::span<const Bucket> buckets,
                       std::span<const WordClass> classes, std::string_view notes);

}  // namespace factline::tagger
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_MODEL_H_
