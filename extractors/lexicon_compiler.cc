#include "extractors/lexicon_compiler.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "corpus/tokenize.h"
#include "extractors/lexicon.h"

namespace factline {

using lexicon_image::Match;
using lexicon_image::Section;

namespace {

constexpr std::string_view kMatchNames[] = {"any", "capital", "upper", "lower", "exact"};

std::vector<std::string_view> Split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (size_t at = 0;;) {
    size_t end = text.find(by, at);
    parts.push_back(text.substr(at, end - at));
    if (end == std::string_view::npos) return parts;
    at = end + 1;
  }
}

int IndexOfShape(Shape shape) {
  switch (shape) {
    case Shape::kCapital:
      return 1;
    case Shape::kUpper:
      return 2;
    case Shape::kMixed:
      return 3;
    default:
      return 0;
  }
}

struct DraftEntry {
  std::vector<lexicon_image::Sense> senses;
  lexicon_image::RoleSets roles{};
  uint32_t state = 0;
};

class Compiler {
 public:
  Compiler() { entries_.emplace_back(); }  // entry 0 means none

  std::optional<Error> Add(const LexiconSource& source) {
    file_ = &source;
    line_ = 0;
    columns_.clear();
    default_role_ = default_match_ = {};
    size_t rows_before = rows_.size();
    for (std::string_view line : Split(source.content, '\n')) {
      ++line_;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (auto error = AddLine(line)) return error;
    }
    if (rows_.size() == rows_before) return Fail(1, "no rows");
    files_.push_back({Keep(source.name), Keep(columns_text_)});
    return std::nullopt;
  }

  std::string Write();

 private:
  Error Fail(size_t column, std::string_view what) const {
    return Error{file_->name + ":" + std::to_string(line_) + ":" + std::to_string(column) + ": " +
                 std::string(what)};
  }

  std::optional<Error> AddLine(std::string_view line) {
    if (line.substr(0, 2) == "#!") return ReadDefaults(line.substr(2));
    if (line.empty() || line[0] == '#') return std::nullopt;
    auto fields = Split(line, '\t');
    if (columns_.empty()) {
      if (fields[0] != "surface") return Fail(1, "the head must begin with \"surface\"");
      columns_text_ = std::string(line);
      columns_ = Split(columns_text_, '\t');
      return std::nullopt;
    }
    if (fields.size() > columns_.size()) return Fail(line.size(), "more fields than columns");
    return AddRow(line, fields);
  }

  std::optional<Error> ReadDefaults(std::string_view text) {
    for (std::string_view word : Split(text, ' ')) {
      if (word.substr(0, 5) == "role=")
        default_role_ = word.substr(5);
      else if (word.substr(0, 6) == "match=")
        default_match_ = word.substr(6);
      else if (!word.empty())
        return Fail(3, "unknown default \"" + std::string(word) + "\"; role= and match= are known");
    }
    return std::nullopt;
  }

  std::string_view Field(const std::vector<std::string_view>& fields, std::string_view column,
                         std::string_view otherwise) const {
    for (size_t i = 0; i < fields.size(); ++i) {
      if (columns_[i] == column && !fields[i].empty()) return fields[i];
    }
    return otherwise;
  }

  std::optional<Error> AddRow(std::string_view line, const std::vector<std::string_view>& fields) {
    std::string_view match_name =
        Field(fields, "match", default_match_.empty() ? "any" : default_match_);
    auto match = std::find(std::begin(kMatchNames), std::end(kMatchNames), match_name);
    if (match == std::end(kMatchNames)) {
      return Fail(line.find(match_name) + 1, "unknown match \"" + std::string(match_name) +
                                                 "\"; any, capital, upper, lower, exact are known");
    }
    std::string_view role_name = Field(fields, "role", default_role_);
    auto role = RoleNamed(role_name);
    if (!role) return Fail(1, "unknown role \"" + std::string(role_name) + "\"");
    uint32_t row = static_cast<uint32_t>(rows_.size());
    rows_.push_back({Keep(fields[0]), static_cast<uint32_t>(fields_.size()),
                     static_cast<uint16_t>(fields.size() > 1 ? fields.size() : 0),
                     static_cast<uint16_t>(files_.size()), line_});
    if (fields.size() > 1) {
      for (auto field : fields) fields_.push_back(Keep(field));
    }
    for (std::string_view surface : Split(fields[0], '|')) {
      if (!AddSurface(surface, *role, static_cast<Match>(match - kMatchNames), row)) {
        return Fail(1, "no word in \"" + std::string(surface) + "\", or one that is too long");
      }
    }
    return std::nullopt;
  }

  uint32_t WordEntry(std::string_view text, const Token& token) {
    char key[kLongestKey];
    uint32_t n =
        LexiconKey(text.substr(token.bytes.begin, token.bytes.size()), token, key, sizeof key);
    if (n == 0) return 0;
    auto [at, fresh] =
        words_.try_emplace(std::string(key, n), static_cast<uint32_t>(entries_.size()));
    if (fresh) entries_.emplace_back();
    return at->second;
  }

  bool AddSurface(std::string_view surface, Role role, Match match, uint32_t row) {
    Tokenize(surface, &tokens_);
    if (tokens_.empty()) return false;
    uint32_t entry = WordEntry(surface, tokens_[0]);
    if (entry == 0) return false;
    uint32_t state = 0;
    for (size_t i = 1; i < tokens_.size(); ++i) {
      if (i == 1) {
        if (entries_[entry].state == 0) entries_[entry].state = ++states_;
        state = entries_[entry].state;
      }
      uint32_t word = WordEntry(surface, tokens_[i]);
      if (word == 0) return false;
      auto [edge, fresh] =
          edges_.try_emplace({state, word}, lexicon_image::Edge{state, word, 0, 0});
      if (fresh) edge->second.next = ++states_;
      state = edge->second.next;
      if (i + 1 == tokens_.size()) {
        if (edge->second.entry == 0) {
          edge->second.entry = static_cast<uint32_t>(entries_.size());
          entries_.emplace_back();
        }
        entry = edge->second.entry;
      }
    }
    AddSense(&entries_[entry], role, match, row, tokens_[0].shape);
    return true;
  }

  static void AddSense(DraftEntry* entry, Role role, Match match, uint32_t row, Shape shape) {
    entry->senses.push_back({row, static_cast<uint8_t>(role), match, 0});
    auto& by_shape = entry->roles.by_shape;
    RoleSet bit = Bit(role);
    switch (match) {
      case Match::any:
        for (auto& set : by_shape) set |= bit;
        break;
      case Match::capital:
        by_shape[1] |= bit, by_shape[2] |= bit, by_shape[3] |= bit;
        break;
      case Match::upper:
        by_shape[2] |= bit;
        break;
      case Match::lower:
        by_shape[0] |= bit;
        break;
      case Match::exact:
        by_shape[IndexOfShape(shape)] |= bit;
        entry->roles.exact |= bit;
        break;
    }
  }

  lexicon_image::Text Keep(std::string_view text) {
    auto [at, fresh] = kept_.try_emplace(std::string(text), static_cast<uint32_t>(strings_.size()));
    if (fresh) strings_ += text;
    return {at->second, static_cast<uint32_t>(text.size())};
  }

  const LexiconSource* file_ = nullptr;
  uint32_t line_ = 0;
  std::string columns_text_;
  std::vector<std::string_view> columns_;
  std::string_view default_role_, default_match_;
  std::vector<Token> tokens_;

  std::string strings_;
  std::unordered_map<std::string, uint32_t> kept_;
  std::map<std::string, uint32_t> words_;
  std::map<std::pair<uint32_t, uint32_t>, lexicon_image::Edge> edges_;
  uint32_t states_ = 0;
  std::vector<DraftEntry> entries_;
  std::vector<lexicon_image::Row> rows_;
  std::vector<lexicon_image::Text> fields_;
  std::vector<lexicon_image::File> files_;
};

class ImageWriter {
 public:
  ImageWriter() : image_(sizeof(lexicon_image::Header), '\0') {}

  template <typename T>
  Section Add(const std::vector<T>& items) {
    return AddBytes(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T),
                    items.size());
  }
  Section AddBytes(const char* bytes, size_t size, size_t count) {
    image_.resize((image_.size() + 7) / 8 * 8);
    Section section{static_cast<uint32_t>(image_.size()), static_cast<uint32_t>(count)};
    image_.append(bytes, size);
    return section;
  }
  std::string Close(lexicon_image::Header header) {
    image_.resize((image_.size() + 7) / 8 * 8);
    header.magic = lexicon_image::kMagic;
    header.size = static_cast<uint32_t>(image_.size());
    std::copy_n(reinterpret_cast<const char*>(&header), sizeof header, image_.begin());
    return std::move(image_);
  }

 private:
  std::string image_;
};

size_t SlotsFor(size_t count) {
  size_t slots = 16;
  while (slots < count * 2) slots *= 2;
  return slots;
}

std::string Compiler::Write() {
  std::vector<lexicon_image::Word> words(SlotsFor(words_.size()));
  for (const auto& [key, entry] : words_) {
    uint32_t hash = Lexicon::HashOf(key);
    size_t slot = hash & (words.size() - 1);
    while (words[slot].entry != 0) slot = (slot + 1) & (words.size() - 1);
    words[slot] = {hash, static_cast<uint32_t>(strings_.size()), entry};
    strings_.push_back(static_cast<char>(key.size()));
    strings_ += key;
  }
  std::vector<lexicon_image::Entry> entries;
  std::vector<lexicon_image::Sense> senses;
  std::vector<lexicon_image::RoleSets> role_sets;
  std::map<std::vector<uint64_t>, uint16_t> role_set_index;
  for (const DraftEntry& e : entries_) {
    std::vector<uint64_t> key(e.roles.by_shape, e.roles.by_shape + 4);
    key.push_back(e.roles.exact);
    auto [at, fresh] = role_set_index.try_emplace(key, static_cast<uint16_t>(role_sets.size()));
    if (fresh) role_sets.push_back(e.roles);
    entries.push_back({static_cast<uint32_t>(senses.size()), static_cast<uint16_t>(e.senses.size()),
                       at->second, e.state});
    senses.insert(senses.end(), e.senses.begin(), e.senses.end());
  }
  lexicon_image::Header header{};
  ImageWriter writer;
  header.strings = writer.AddBytes(strings_.data(), strings_.size(), strings_.size());
  header.words = writer.Add(words);
  header.entries = writer.Add(entries);
  header.senses = writer.Add(senses);
  header.role_sets = writer.Add(role_sets);
  header.rows = writer.Add(rows_);
  header.fields = writer.Add(fields_);
  header.files = writer.Add(files_);
  // Edges are placed by the same hash that Lexicon::Step probes with.
  std::vector<lexicon_image::Edge> edges(SlotsFor(edges_.size()));
  for (const auto& [key, edge] : edges_) {
    size_t slot = Lexicon::HashOfEdge(edge.state, edge.word) & (edges.size() - 1);
    while (edges[slot].next != 0) slot = (slot + 1) & (edges.size() - 1);
    edges[slot] = edge;
  }
  header.edges = writer.Add(edges);
  return writer.Close(header);
}

}  // namespace

Result<std::string> CompileLexicons(const std::vector<LexiconSource>& sources) {
  Compiler compiler;
  for (const LexiconSource& source : sources) {
    if (auto error = compiler.Add(source)) return *error;
  }
  return compiler.Write();
}

}  // namespace factline
