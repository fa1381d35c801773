// The features of an active token, as 64-bit hashes.
//
// A template names what is looked at; a feature is a template with what stands
// there.  Trainer and tagger call the same function.  Any change here makes
// models trained before it worthless: count kFeatureSet up.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_FEATURES_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_FEATURES_H_

#include <array>
#include <cstdint>

#include "extractors/names/tagger_traits.h"

namespace factline::tagger {

inline constexpr uint32_t kFeatureSet = 3;
inline constexpr uint32_t kMaxFeatures = 64;

// The feature of template `kind` where it sees `what`.
inline uint64_t FeatureHash(uint32_t kind, uint64_t what) {
  uint64_t h = (what ^ (uint64_t{kind} << 56)) * 0x9E3779B97F4A7C15ull;
  h ^= h >> 32;
  return h * 0x9FB21C651E98DF25ull;
}

struct Features {
  uint32_t count = 0;
  std::array<uint64_t, kMaxFeatures> hashes;

  // Appends what template `kind` sees.
  void Append(uint32_t kind, uint64_t what) { hashes[count++] = FeatureHash(kind, what); }
};

// The features of token `i` of `run`.
void ReadFeatures(const Reading& reading, const Traits& traits, const Run& run, uint32_t i,
                  Features* features);

}  // namespace factline::tagger
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_FEATURES_H_
