// What of a text is compared to find its copies: MinHash over shingles of words.
//
// A shingle is five words in a row, folded (case, accents, punctuation and white
// space are nothing), so that a changed word spoils five of them.  Of 128
// permutations of all shingles the least one each is kept: the share of the 128 in
// which two texts agree is, near enough, the share of their shingles that they have
// in common (Jaccard: those in both over those in either), with a standard error of
// 0.045 at the worst.  Broder, "On the resemblance and containment of documents",
// 1997.
//
// Cost: about 60 ns a word.

#ifndef FACTLINE_PIPELINE_REPRINTS_SIGNATURE_H_
#define FACTLINE_PIPELINE_REPRINTS_SIGNATURE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace factline {

inline constexpr size_t kPermutations = 128;
inline constexpr size_t kShingleWords = 5;

using Signature = std::array<uint32_t, kPermutations>;

// Reads the signature of `text` (UTF-8).  False where there is no word in it; a
// text shorter than a shingle is one.
bool ReadSignature(std::string_view text, Signature* signature);

// A byte of each value: enough to estimate by, a quarter of the room.
using ShortSignature = std::array<uint8_t, kPermutations>;
ShortSignature Shorten(const Signature& signature);

// The estimated share of shingles that two texts have in common, 0 to 1.
double Similarity(const ShortSignature& a, const ShortSignature& b);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_REPRINTS_SIGNATURE_H_
