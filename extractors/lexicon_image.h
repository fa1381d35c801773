// The layout of the read-only lexicon image that is linked into the library.
//
// compile_lexicons writes it from the .tsv files at build time, Lexicon reads it
// in place: nothing is parsed or copied at start-up.  All numbers little-endian;
// every section begins at a multiple of 8.  Never on disk between versions, so
// the layout may change freely.

#ifndef FACTLINE_EXTRACTORS_LEXICON_IMAGE_H_
#define FACTLINE_EXTRACTORS_LEXICON_IMAGE_H_

#include <cstdint>

namespace factline::lexicon_image {

inline constexpr uint32_t kMagic = 0x31584C46;  // "FLX1"

struct Section {
  uint32_t offset;  // in bytes from the image's begin
  uint32_t count;   // of elements
};

struct Text {
  uint32_t offset;  // into the strings section
  uint32_t size;
};

struct Header {
  uint32_t magic;
  uint32_t size;  // of the whole image in bytes
  Section strings, words, edges, entries, senses, role_sets, rows, fields, files;
};

// Open addressing, linear probing; count is a power of two.
struct Word {
  uint32_t hash;
  uint32_t text;   // offset into strings, of a length byte and the folded word
  uint32_t entry;  // 0: empty slot
};

struct Edge {
  uint32_t state;
  uint32_t word;   // the entry of the next word
  uint32_t next;   // state reached; 0: empty slot
  uint32_t entry;  // of the phrase that ends here, or 0
};

struct Entry {
  uint32_t senses;
  uint16_t sense_count;
  uint16_t role_set;
  uint32_t state;  // where phrases that begin with this word go on, or 0
};

enum class Match : uint8_t { any, capital, upper, lower, exact };

struct Sense {
  uint32_t row;
  uint8_t role;
  Match match;
  uint16_t unused;
};

// Roles by the shape of the first token: lower (and signs), capital, upper, mixed.
struct RoleSets {
  uint64_t by_shape[4];
  uint64_t exact;  // roles that hold only where the text equals the surface
};

struct Row {
  Text surface;
  uint32_t first_field;
  uint16_t field_count;
  uint16_t file;
  uint32_t line;
};

struct File {
  Text name;     // "extractors/money/currencies.tsv"
  Text columns;  // joined by tabs, as in the file's head
};

}  // namespace factline::lexicon_image
#endif  // FACTLINE_EXTRACTORS_LEXICON_IMAGE_H_
