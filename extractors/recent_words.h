// What the lexicon said of the words met last.
//
// Four words of five have been met a moment ago: they are found here by their bytes,
// without being folded, hashed and sought in a lexicon larger than the cache.  A word
// takes the place of the one before it with the same hash, so the memory is fixed, and
// what is found is what the lexicon would say: nothing depends on what was read before.

#ifndef FACTLINE_EXTRACTORS_RECENT_WORDS_H_
#define FACTLINE_EXTRACTORS_RECENT_WORDS_H_

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/text/short_bytes.h"
#include "extractors/role.h"

namespace factline {

class RecentWords {
 public:
  // All that the lexicon's answer for a token depends on: whether it is an abbreviation,
  // a clitic or which sign follows from its bytes.
  struct Key {
    uint64_t low = 0, high = 0;  // the token's bytes; 0 where they are too many
    uint32_t cut = 0;            // its kind and shape
    uint32_t place = 0;          // where it would be kept
  };
  struct Answer {
    uint32_t word = 0;   // as Lexed::word
    uint32_t state = 0;  // as Lexed::state
    RoleSet roles = 0;   // as Lexed::roles
  };

  static constexpr uint32_t kLongest = 16;  // bytes of a word that is kept

  // The key of `token` of `text`; one that is never found for a longer word.
  static Key KeyOf(std::string_view text, const Token& token) {
    const uint32_t size = token.bytes.size();
    if (size > kLongest) return {};
    Key key;
    const char* p = text.data() + token.bytes.begin;
    const uint32_t behind = size < 8 ? 0 : size - 8;
    if (text.size() - token.bytes.begin >= kLongest) {
      std::memcpy(&key.low, p, 8);
      std::memcpy(&key.high, p + 8, 8);
      key.low &= kBytes[size - behind];
      key.high &= kBytes[behind];
    } else {
      key.low = ShortBytes(p, size - behind);
      key.high = ShortBytes(p + 8, behind);
    }
    key.cut = static_cast<uint32_t>(token.kind) | static_cast<uint32_t>(token.shape) << 4;
    uint64_t hash = (key.low ^ key.high * 0x9FB21C651E98DF25ull) * 0x9E3779B97F4A7C15ull;
    key.place = static_cast<uint32_t>(hash >> (64 - kSlotBits));
    return key;
  }

  // Brings what Find will look at into the cache.
  void Prefetch(const Key& key) const { __builtin_prefetch(&slots_[key.place]); }

  // Whether the token with `key` is known, and then what of it.
  bool Find(const Key& key, Answer* answer) const {
    const Slot& slot = slots_[key.place];
    uint64_t other = (slot.low ^ key.low) | (slot.high ^ key.high) | (slot.cut ^ key.cut);
    if (other != 0 || key.low == 0) return false;
    *answer = {slot.word, slot.state, slot.roles};
    return true;
  }
  void Keep(const Key& key, const Answer& answer) {
    if (answer.word >> kWordBits != 0) return;  // a lexicon a hundred times ours
    slots_[key.place] = {key.low, key.high, answer.word, key.cut, answer.state, answer.roles};
  }

 private:
  static constexpr int kWordBits = 24;
  struct alignas(32) Slot {  // two a cache line
    uint64_t low = 0, high = 0;
    uint32_t word : kWordBits = 0;
    uint32_t cut : 8 = 0;
    uint32_t state = 0;
    RoleSet roles = 0;
  };
  static constexpr int kSlotBits = 12;  // 128 KiB: stays in the second cache

  // The low so many bytes of a number.
  static constexpr std::array<uint64_t, 9> kBytes = [] {
    std::array<uint64_t, 9> bytes{};
    for (int n = 1; n <= 8; ++n) bytes[n] = bytes[n - 1] << 8 | 0xFF;
    return bytes;
  }();

  std::vector<Slot> slots_ = std::vector<Slot>(size_t{1} << kSlotBits);
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_RECENT_WORDS_H_
