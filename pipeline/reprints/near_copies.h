// Finds which of very many texts are near copies of one another, from their
// signatures, without comparing each with each.
//
// A signature is cut into 32 bands of 4 values.  Texts that agree in a whole band
// are candidates: of those that share half of their shingles 87 in 100 do in at
// least one, at six tenths 99, at a tenth 3 in 1,000.  Candidates are compared by their whole
// signatures, and what is alike enough is joined; groups are what hangs together.
//
// The bands go to scratch files (384 bytes a text, signatures 128 more) and are
// sorted in memory a piece at a time.  Memory: 4 bytes a text and kSortBytes.  The
// groups depend on nothing but the signatures and their order.

#ifndef FACTLINE_PIPELINE_REPRINTS_NEAR_COPIES_H_
#define FACTLINE_PIPELINE_REPRINTS_NEAR_COPIES_H_

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/reprints/scratch_file.h"
#include "pipeline/reprints/signature.h"
#include "schemas/result.h"

namespace factline {

class NearCopies {
 public:
  static constexpr size_t kBands = 32;
  static constexpr size_t kBandValues = kPermutations / kBands;
  static constexpr uint64_t kSortBytes = 64 << 20;

  // One text on its way to Add(): made by any thread.
  struct Entry {
    std::array<uint64_t, kBands> bands;
    ShortSignature signature;

    static Entry Of(const Signature& signature);
  };

  // Texts are alike whose similarity is at least `similarity`.
  explicit NearCopies(double similarity) : similarity_(similarity) {}

  // Scratch files go to `folder`.
  Status Open(const std::string& folder);

  // The next text, null for one without words; they are numbered from 0.
  void Add(const Entry* entry);

  // Joins what is alike, once all texts have been added.  Stops where `stopped`
  // says so.
  Status Join(const std::function<bool()>& stopped);

  uint32_t size() const { return static_cast<uint32_t>(parents_.size()); }

  // The least number of the group that `text` is in: its own where it has no copy.
  uint32_t GroupOf(uint32_t text);

 private:
  struct Bucketed {
    uint64_t key;
    uint32_t text;
  };
  void JoinBand(const ScratchFile& band, uint64_t piece, uint64_t pieces);
  void JoinBucket(const Bucketed* begin, const Bucketed* end);
  ShortSignature SignatureOf(uint32_t text) const;

  double similarity_;
  std::array<ScratchFile, kBands> bands_;
  ScratchFile signatures_;
  std::vector<uint32_t> parents_;  // a forest: of a root its own number
  std::vector<Bucketed> sorted_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_REPRINTS_NEAR_COPIES_H_
