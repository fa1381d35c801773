#include "pipeline/reprints/signature.h"

#include <algorithm>

#include "corpus/text/digest.h"
#include "corpus/text/unicode.h"

namespace factline {
namespace {

constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;  // of SplitMix64

constexpr uint64_t Mixed(uint64_t x) {
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
  x = (x ^ x >> 27) * 0x94D049BB133111EB;
  return x ^ x >> 31;
}

// A permutation of 32-bit numbers each: x * factor + term.
struct Permutations {
  Signature factor = {}, term = {};
};
constexpr Permutations kPermutation = [] {
  Permutations made;
  for (size_t i = 0; i < kPermutations; ++i) {
    uint64_t random = Mixed((i + 1) * kOdd);
    made.factor[i] = static_cast<uint32_t>(random) | 1;
    made.term[i] = static_cast<uint32_t>(random >> 32);
  }
  return made;
}();

// The loop that costs: compilers make vectors of it.
void Add(uint32_t shingle, Signature* signature) {
  for (size_t i = 0; i < kPermutations; ++i) {
    uint32_t value = shingle * kPermutation.factor[i] + kPermutation.term[i];
    (*signature)[i] = std::min((*signature)[i], value);
  }
}

// The hashes of the last words, and of the shingle that they make.
class Shingles {
 public:
  // Whether there is a whole shingle now.
  bool Push(uint64_t word) {
    words_[count_++ % kShingleWords] = word;
    return count_ >= kShingleWords;
  }
  uint32_t Hash() const {
    uint64_t hash = 0;
    size_t first = count_ < kShingleWords ? 0 : count_;
    for (size_t i = 0; i < std::min(count_, kShingleWords); ++i)
      hash = (hash ^ words_[(first + i) % kShingleWords]) * kOdd + 1;
    return static_cast<uint32_t>(Mixed(hash) >> 32);
  }
  size_t count() const { return count_; }

 private:
  std::array<uint64_t, kShingleWords> words_ = {};
  size_t count_ = 0;
};

bool IsPartOfWord(uint32_t c) {
  if (c < 0x80) return (c | 0x20) - 'a' < 26u || c - '0' < 10u;
  CharClass what = ClassOf(c);
  return what == CharClass::kUpperLetter || what == CharClass::kLowerLetter ||
         what == CharClass::kMark;
}

// The end of the word that begins at `at`.
size_t EndOfWord(std::string_view text, size_t at) {
  while (at < text.size()) {
    Decoded next = DecodeAt(text, at);
    if (!IsPartOfWord(next.code_point)) break;
    at += next.size;
  }
  return at;
}

uint64_t HashOfWord(std::string_view word) {
  constexpr size_t kLongest = 64;  // bytes that tell words apart
  char folded[kLongest + 8];
  word = word.substr(0, kLongest / 2);
  uint32_t size = Fold(word, folded, sizeof folded);
  return size == 0 ? Hash64(word) : Hash64({folded, size});
}

}  // namespace

bool ReadSignature(std::string_view text, Signature* signature) {
  signature->fill(UINT32_MAX);
  Shingles shingles;
  for (size_t at = 0; at < text.size();) {
    size_t end = EndOfWord(text, at);
    if (end == at) {
      at += DecodeAt(text, at).size;
      continue;
    }
    if (shingles.Push(HashOfWord(text.substr(at, end - at)))) Add(shingles.Hash(), signature);
    at = end;
  }
  if (shingles.count() == 0) return false;
  if (shingles.count() < kShingleWords) Add(shingles.Hash(), signature);
  return true;
}

ShortSignature Shorten(const Signature& signature) {
  ShortSignature bytes;
  for (size_t i = 0; i < kPermutations; ++i) bytes[i] = static_cast<uint8_t>(signature[i]);
  return bytes;
}

double Similarity(const ShortSignature& a, const ShortSignature& b) {
  int same = 0;
  for (size_t i = 0; i < kPermutations; ++i) same += a[i] == b[i];
  constexpr double kByChance = 1.0 / 256;  // two bytes agree without a reason
  double share = static_cast<double>(same) / kPermutations;
  return std::max(0.0, (share - kByChance) / (1 - kByChance));
}

}  // namespace factline
