#include "extractors/lexicon.h"

#include <algorithm>
#include <cstring>

#include "corpus/text/short_bytes.h"
#include "corpus/text/unicode.h"

// The image, linked in by lexicon_image.S.
extern "C" const char factline_lexicon_begin[];
extern "C" const char factline_lexicon_end[];

namespace factline {

using lexicon_image::Edge;
using lexicon_image::Section;

namespace {

template <typename T>
std::span<const T> View(std::string_view image, const Section& section) {
  return {reinterpret_cast<const T*>(image.data() + section.offset), section.count};
}

}  // namespace

uint32_t LexiconRow::index() const { return static_cast<uint32_t>(row_ - lexicon_->rows_.data()); }

std::string_view LexiconRow::surface() const { return lexicon_->TextAt(row_->surface); }

std::string_view LexiconRow::file() const {
  return lexicon_->TextAt(lexicon_->files_[row_->file].name);
}

std::string_view LexiconRow::operator[](std::string_view column) const {
  const auto& columns = lexicon_->columns_[row_->file];
  const size_t count = std::min<size_t>(row_->field_count, columns.size());
  for (uint32_t i = 0; i < count; ++i) {
    if (columns[i] == column) return lexicon_->TextAt(lexicon_->fields_[row_->first_field + i]);
  }
  return {};
}

Result<Lexicon> Lexicon::Open(std::string_view image) {
  lexicon_image::Header header;
  if (image.size() < sizeof header) return Error{"lexicon image: shorter than its header"};
  std::memcpy(&header, image.data(), sizeof header);
  if (header.magic != lexicon_image::kMagic || header.size != image.size()) {
    return Error{"lexicon image: not one, or cut short"};
  }
  Lexicon lexicon;
  lexicon.image_ = image;
  lexicon.strings_ = image.data() + header.strings.offset;
  lexicon.words_ = View<lexicon_image::Word>(image, header.words);
  lexicon.edges_ = View<Edge>(image, header.edges);
  lexicon.entries_ = View<lexicon_image::Entry>(image, header.entries);
  lexicon.senses_ = View<lexicon_image::Sense>(image, header.senses);
  lexicon.role_sets_ = View<lexicon_image::RoleSets>(image, header.role_sets);
  lexicon.rows_ = View<lexicon_image::Row>(image, header.rows);
  lexicon.fields_ = View<lexicon_image::Text>(image, header.fields);
  lexicon.files_ = View<lexicon_image::File>(image, header.files);
  lexicon.edge_filter_.assign(kEdgeFilterBits / 64, 0);
  for (const Edge& edge : lexicon.edges_) {
    if (edge.next == 0) continue;
    uint32_t bit = HashOfEdge(edge.state, edge.word) % kEdgeFilterBits;
    lexicon.edge_filter_[bit / 64] |= uint64_t{1} << bit % 64;
  }
  lexicon.IndexColumns();
  lexicon.IndexRoles();
  return lexicon;
}

const Lexicon& Lexicon::Shipped() {
  static const Lexicon lexicon = *Open(
      {factline_lexicon_begin, static_cast<size_t>(factline_lexicon_end - factline_lexicon_begin)});
  return lexicon;
}

uint32_t Lexicon::HashOf(std::string_view folded) {
  uint64_t h = 0x2D358DCCAA6C78A5ull ^ folded.size();
  const char* p = folded.data();
  size_t n = folded.size();
  for (; n >= 8; p += 8, n -= 8) {
    uint64_t chunk;
    std::memcpy(&chunk, p, 8);
    h = Mix((h ^ chunk) * 0x9E3779B97F4A7C15ull);
  }
  return static_cast<uint32_t>(Mix((h ^ ShortBytes(p, n)) * 0x9E3779B97F4A7C15ull));
}

uint32_t Lexicon::HashOfPadded(const char* p, size_t size) {
  uint64_t h = 0x2D358DCCAA6C78A5ull ^ size;
  size_t n = size;
  uint64_t chunk;
  for (; n >= 8; p += 8, n -= 8) {
    std::memcpy(&chunk, p, 8);
    h = Mix((h ^ chunk) * 0x9E3779B97F4A7C15ull);
  }
  std::memcpy(&chunk, p, 8);
  uint64_t tail = n == 0 ? 0 : chunk & (~uint64_t{0} >> (64 - 8 * n));
  return static_cast<uint32_t>(Mix((h ^ tail) * 0x9E3779B97F4A7C15ull));
}

uint32_t Lexicon::FindWord(std::string_view folded, uint32_t hash) const {
  uint32_t mask = static_cast<uint32_t>(words_.size()) - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    const lexicon_image::Word& word = words_[i];
    if (word.entry == 0) return 0;
    if (word.hash != hash) continue;
    const char* text = strings_ + word.text;
    if (static_cast<unsigned char>(*text) == folded.size() &&
        std::memcmp(text + 1, folded.data(), folded.size()) == 0) {
      return word.entry;
    }
  }
}

const Edge* Lexicon::Step(uint32_t state, uint32_t word) const {
  uint32_t hash = HashOfEdge(state, word);
  if (!MayStep(hash)) return nullptr;
  uint32_t mask = static_cast<uint32_t>(edges_.size()) - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    const Edge& edge = edges_[i];
    if (edge.next == 0) return nullptr;
    if (edge.state == state && edge.word == word) return &edge;
  }
}

void Lexicon::IndexColumns() {
  columns_.clear();
  for (const auto& file : files_) {
    std::string_view names = TextAt(file.columns);
    auto& columns = columns_.emplace_back();
    for (size_t tab; (tab = names.find('\t')) != std::string_view::npos;) {
      columns.push_back(names.substr(0, tab));
      names.remove_prefix(tab + 1);
    }
    columns.push_back(names);
  }
}

// Sorts the senses by role, once: the kinds ask for a few dozen roles each.
void Lexicon::IndexRoles() {
  role_begins_.assign(static_cast<size_t>(Role::kCount) + 2, 0);
  for (const auto& sense : senses_) ++role_begins_[sense.role + 2u];
  for (size_t r = 2; r < role_begins_.size(); ++r) role_begins_[r] += role_begins_[r - 1];
  rows_by_role_.resize(senses_.size());
  for (const auto& sense : senses_) rows_by_role_[role_begins_[sense.role + 1u]++] = sense.row;
}

std::vector<LexiconRow> Lexicon::RowsOf(Role role) const {
  std::vector<uint64_t> seen(rows_.size() / 64 + 1);
  size_t r = static_cast<size_t>(role);
  for (uint32_t i = role_begins_[r]; i < role_begins_[r + 1]; ++i) {
    seen[rows_by_role_[i] / 64] |= uint64_t{1} << rows_by_role_[i] % 64;
  }
  std::vector<LexiconRow> rows;
  for (size_t word = 0; word < seen.size(); ++word) {
    for (uint64_t bits = seen[word]; bits != 0; bits &= bits - 1) {
      rows.push_back(
          row(static_cast<uint32_t>(word * 64) + static_cast<uint32_t>(__builtin_ctzll(bits))));
    }
  }
  return rows;
}

std::string Lexicon::Fingerprint() const {
  uint64_t h = 0;
  for (size_t i = 0; i + 8 <= image_.size(); i += 8) {
    uint64_t chunk;
    std::memcpy(&chunk, image_.data() + i, 8);
    h = Mix((h ^ chunk) * 0x9E3779B97F4A7C15ull);
  }
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex.push_back("0123456789abcdef"[(h >> shift) & 15]);
  return hex;
}

uint32_t LexiconKey(std::string_view text, const Token& token, char* out, uint32_t room) {
  if (token.sign != 0) {
    out[0] = token.sign == kEnDash || token.sign == kMinus ? '-' : token.sign;
    return 1;
  }
  uint32_t n = token.ascii ? FoldAscii(text, out, room) : Fold(text, out, room);
  if (!token.is_word() || n < 2) return n;
  bool dotted = out[1] == '.';
  if (token.abbreviation && !dotted) return n - 1;
  if (dotted && out[n - 1] != '.') out[n++] = '.';
  return n;
}

}  // namespace factline
