#include "pipeline/reprints/near_copies.h"

#include <algorithm>
#include <cstring>

#include "corpus/text/digest.h"

namespace factline {
namespace {

constexpr size_t kRowBytes = 12;        // of a band's file: key and number
constexpr size_t kMostLikenesses = 16;  // of a bucket that each text in it is compared with

}  // namespace

NearCopies::Entry NearCopies::Entry::Of(const Signature& signature) {
  Entry entry;
  entry.signature = Shorten(signature);
  for (size_t band = 0; band < kBands; ++band) {
    auto* values = reinterpret_cast<const char*>(signature.data() + band * kBandValues);
    entry.bands[band] = Hash64({values, kBandValues * sizeof(uint32_t)}, band);
  }
  return entry;
}

Status NearCopies::Open(const std::string& folder) {
  for (ScratchFile& band : bands_) {
    if (Status opened = band.Open(folder); !opened) return opened;
  }
  return signatures_.Open(folder);
}

void NearCopies::Add(const Entry* entry) {
  uint32_t text = size();
  parents_.push_back(text);
  static constexpr ShortSignature kNone = {};
  const ShortSignature& signature = entry != nullptr ? entry->signature : kNone;
  signatures_.Append({reinterpret_cast<const char*>(signature.data()), signature.size()});
  if (entry == nullptr) return;
  for (size_t band = 0; band < kBands; ++band) {
    char row[kRowBytes];
    std::memcpy(row, &entry->bands[band], sizeof(uint64_t));
    std::memcpy(row + sizeof(uint64_t), &text, sizeof text);
    bands_[band].Append({row, sizeof row});
  }
}

Status NearCopies::Join(const std::function<bool()>& stopped) {
  if (Status flushed = signatures_.Flush(); !flushed) return flushed;
  for (ScratchFile& band : bands_) {
    if (Status flushed = band.Flush(); !flushed) return flushed;
    uint64_t rows = band.size() / kRowBytes, most = kSortBytes / sizeof(Bucketed);
    // Keys are spread evenly, so a piece is smaller than it could be.
    uint64_t pieces = rows == 0 ? 0 : rows / (most - most / 8) + 1;
    for (uint64_t piece = 0; piece < pieces && !(stopped && stopped()); ++piece)
      JoinBand(band, piece, pieces);
  }
  std::vector<Bucketed>().swap(sorted_);
  return Done{};
}

// The rows whose keys are in one of `pieces` equal ranges.
void NearCopies::JoinBand(const ScratchFile& band, uint64_t piece, uint64_t pieces) {
  sorted_.clear();
  std::vector<char> block(kRowBytes * 16384);
  for (uint64_t at = 0; at < band.size(); at += block.size()) {
    size_t got = band.Read(at, block.data(), block.size());
    for (size_t i = 0; i + kRowBytes <= got; i += kRowBytes) {
      Bucketed row;
      std::memcpy(&row.key, block.data() + i, sizeof row.key);
      std::memcpy(&row.text, block.data() + i + sizeof row.key, sizeof row.text);
      if (row.key % pieces == piece) sorted_.push_back(row);
    }
  }
  std::sort(sorted_.begin(), sorted_.end(), [](const Bucketed& a, const Bucketed& b) {
    return a.key != b.key ? a.key < b.key : a.text < b.text;
  });
  for (auto begin = sorted_.begin(); begin != sorted_.end();) {
    auto end = std::find_if(begin, sorted_.end(),
                            [&](const Bucketed& row) { return row.key != begin->key; });
    if (end - begin > 1) JoinBucket(&*begin, &*begin + (end - begin));
    begin = end;
  }
}

// Each text of a bucket is compared with the first of every group in it, up to a
// number: a bucket of a million costs a million times that at most.
void NearCopies::JoinBucket(const Bucketed* begin, const Bucketed* end) {
  std::array<uint32_t, kMostLikenesses> firsts;
  std::array<ShortSignature, kMostLikenesses> likenesses;
  size_t count = 0;
  for (const Bucketed* row = begin; row != end; ++row) {
    uint32_t group = GroupOf(row->text);
    auto in_group = [&](uint32_t first) { return GroupOf(first) == group; };
    if (std::any_of(firsts.begin(), firsts.begin() + count, in_group)) continue;
    ShortSignature own = SignatureOf(row->text);
    bool joined = false;
    for (size_t i = 0; i < count && !joined; ++i) {
      joined = Similarity(likenesses[i], own) >= similarity_;
      if (!joined) continue;
      uint32_t other = GroupOf(firsts[i]);
      parents_[std::max(other, group)] = std::min(other, group);
    }
    if (joined || count == kMostLikenesses) continue;
    firsts[count] = row->text;
    likenesses[count++] = own;
  }
}

ShortSignature NearCopies::SignatureOf(uint32_t text) const {
  ShortSignature signature = {};
  signatures_.Read(uint64_t{text} * signature.size(), reinterpret_cast<char*>(signature.data()),
                   signature.size());
  return signature;
}

uint32_t NearCopies::GroupOf(uint32_t text) {
  while (parents_[text] != text) text = parents_[text] = parents_[parents_[text]];
  return text;
}

}  // namespace factline
