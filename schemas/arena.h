// An Arena keeps strings made while one article is read: "Vladimir Putin" where
// the text has a line break between the two words.
//
// Views it gives out stay valid until Clear(), which keeps the memory for the
// next article.  One per analysis; not for two threads.

#ifndef FACTLINE_SCHEMAS_ARENA_H_
#define FACTLINE_SCHEMAS_ARENA_H_

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace factline {

class Arena {
 public:
  std::string_view Keep(std::string_view text) {
    char* at = Allocate(text.size());
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
  }

  // Uninitialised room for `size` bytes.
  char* Allocate(size_t size) {
    while (block_ < blocks_.size() && used_ + size > blocks_[block_].size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      size_t room = std::max(size, kBlock);
      blocks_.push_back({std::make_unique<char[]>(room), room});
      used_ = 0;
    }
    char* at = blocks_[block_].bytes.get() + used_;
    used_ += size;
    return at;
  }

  void Clear() { block_ = used_ = 0; }

 private:
  static constexpr size_t kBlock = 16 * 1024;
  struct Block {
    std::unique_ptr<char[]> bytes;
    size_t size;
  };
  std::vector<Block> blocks_;
  size_t block_ = 0;
  size_t used_ = 0;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_ARENA_H_
