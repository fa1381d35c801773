// The Lexicon: every word that factline knows, and what it knows of it.
//
// Compiled from the .tsv files beside the extractors into one read-only image.
// A word is looked up once by its folded form (lower case, no accents); the
// entry says which roles it can play given how it is written ("May", "US").
// Immutable: any number of threads may read it.

#ifndef FACTLINE_EXTRACTORS_LEXICON_H_
#define FACTLINE_EXTRACTORS_LEXICON_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "extractors/lexicon_image.h"
#include "extractors/role.h"
#include "schemas/result.h"

namespace factline {

// One line of a lexicon file.  Views live as long as the image.
class LexiconRow {
 public:
  LexiconRow() = default;
  bool valid() const { return row_ != nullptr; }
  uint32_t index() const;

  std::string_view surface() const;  // as in the file, alternatives joined by "|"
  std::string_view file() const;
  uint32_t line() const { return row_->line; }

  // The field of `column`, empty where the row has none.  Costs a comparison with each
  // name in the file's head: kinds read their tables once, at construction.
  std::string_view operator[](std::string_view column) const;

 private:
  friend class Lexicon;
  LexiconRow(const class Lexicon* lexicon, const lexicon_image::Row* row)
      : lexicon_(lexicon), row_(row) {}
  const Lexicon* lexicon_ = nullptr;
  const lexicon_image::Row* row_ = nullptr;
};

class Lexicon {
 public:
  // Reads `image` in place; it must outlive the lexicon.
  static Result<Lexicon> Open(std::string_view image);

  // The one compiled into the library.
  static const Lexicon& Shipped();

  // The hashes by which the image's two tables are probed.
  static uint32_t HashOf(std::string_view folded);
  static uint32_t HashOfEdge(uint32_t state, uint32_t word) {
    uint64_t h = (uint64_t{state} << 32 | word) * 0x9E3779B97F4A7C15ull;
    return static_cast<uint32_t>(Mix(h));
  }

  // HashOf for a word with 8 readable bytes behind it, of any value.
  static uint32_t HashOfPadded(const char* folded, size_t size);

  // Bring into the cache what FindWord will look at first and then, and what RolesOf will.
  void PrefetchWord(uint32_t hash) const {
    __builtin_prefetch(&words_[hash & (words_.size() - 1)]);
  }
  void PrefetchText(uint32_t hash) const {
    __builtin_prefetch(strings_ + words_[hash & (words_.size() - 1)].text);
  }
  void PrefetchEntry(uint32_t entry) const { __builtin_prefetch(&entries_[entry]); }

  // Entry of the word `folded`, or 0.
  uint32_t FindWord(std::string_view folded, uint32_t hash) const;
  uint32_t FindWord(std::string_view folded) const { return FindWord(folded, HashOf(folded)); }

  // One step through the phrases: from `state` by the word `entry`.  Null where
  // no phrase goes on.
  const lexicon_image::Edge* Step(uint32_t state, uint32_t word) const;
  // Brings what Step will look at into the cache.  False where the step is sure to
  // lead nowhere.
  bool PrefetchStep(uint32_t state, uint32_t word) const {
    uint32_t hash = HashOfEdge(state, word);
    if (!MayStep(hash)) return false;
    __builtin_prefetch(&edges_[hash & (edges_.size() - 1)]);
    return true;
  }

  const lexicon_image::Entry& entry(uint32_t index) const { return entries_[index]; }
  std::span<const lexicon_image::Sense> SensesOf(uint32_t entry) const {
    return senses_.subspan(entries_[entry].senses, entries_[entry].sense_count);
  }
  const lexicon_image::RoleSets& RolesOf(uint32_t entry) const {
    return role_sets_[entries_[entry].role_set];
  }

  LexiconRow row(uint32_t index) const { return {this, &rows_[index]}; }
  uint32_t row_count() const { return static_cast<uint32_t>(rows_.size()); }

  // All rows that carry `role`, in file order: for tables built at start-up.
  std::vector<LexiconRow> RowsOf(Role role) const;

  // Hexadecimal hash of the image: part of a run's manifest.
  std::string Fingerprint() const;

 private:
  friend class LexiconRow;
  static uint64_t Mix(uint64_t h) {
    h ^= h >> 32;
    h *= 0x9FB21C651E98DF25ull;
    h ^= h >> 28;
    return h;
  }
  // False where no edge has the hash `hash`.
  bool MayStep(uint32_t hash) const {
    uint32_t bit = hash % kEdgeFilterBits;
    return edge_filter_[bit / 64] >> bit % 64 & 1;
  }
  void IndexColumns();
  void IndexRoles();
  std::string_view TextAt(const lexicon_image::Text& text) const {
    return {strings_ + text.offset, text.size};
  }

  static constexpr uint32_t kEdgeFilterBits = 1 << 18;  // 32 KiB: stays in the cache

  std::string_view image_;
  const char* strings_ = nullptr;
  std::span<const lexicon_image::Word> words_;
  std::span<const lexicon_image::Edge> edges_;
  std::span<const lexicon_image::Entry> entries_;
  std::span<const lexicon_image::Sense> senses_;
  std::span<const lexicon_image::RoleSets> role_sets_;
  std::span<const lexicon_image::Row> rows_;
  std::span<const lexicon_image::Text> fields_;
  std::span<const lexicon_image::File> files_;
  std::vector<std::vector<std::string_view>> columns_;  // of each file
  std::vector<uint32_t> rows_by_role_;
  std::vector<uint32_t> role_begins_;  // into rows_by_role_, one a role and the end
  // One bit for each edge's hash: nearly every step from a word leads nowhere, and
  // is refused here without a look at the table.
  std::vector<uint64_t> edge_filter_;
};

// The folded form under which a token is kept in the lexicon, written to `out`;
// 0 where it needs more than `room` bytes.  "U.S" -> "u.s.", "Mr." -> "mr",
// "’s" -> "'s", "–" -> "-".
uint32_t LexiconKey(std::string_view text, const Token& token, char* out, uint32_t room);
inline constexpr uint32_t kLongestKey = 64;  // bytes of a folded word

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_LEXICON_H_
