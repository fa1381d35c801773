// The rows are checked here, where the user's columns are known, and handed to the
// lexicon compiler as one more lexicon file; the type stands in the role.

#include "extractors/names/name_list.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "corpus/json_line.h"
#include "corpus/text/unicode.h"
#include "extractors/lexicon_compiler.h"

namespace factline {

using lexicon_image::Match;

namespace {

constexpr std::string_view kColumns[] = {"surface", "type", "id", "name", "iso", "match"};
constexpr std::string_view kKnownColumns = "surface, type, id, name, iso, match are known";
constexpr float kListed = 0.99f;  // the user says so

std::vector<std::string_view> Fields(std::string_view line) {
  std::vector<std::string_view> fields;
  for (size_t at = 0;;) {
    size_t tab = line.find('\t', at);
    fields.push_back(line.substr(at, tab - at));
    if (tab == std::string_view::npos) return fields;
    at = tab + 1;
  }
}

// The role that stands for a type in the compiled list; empty where it is none.
std::string_view RoleNameOf(std::string_view type) {
  if (type == "person") return "surname";
  if (type == "organization") return "organization";
  if (type == "location") return "place";
  return {};
}

FactType TypeOf(Role role) {
  if (role == Role::surname) return FactType::kPerson;
  return role == Role::place ? FactType::kLocation : FactType::kOrganization;
}

std::string FoldedLine(std::string_view surface) {
  std::string folded(surface.size() * 3 + 1, '\0');
  folded.resize(Fold(surface, folded.data(), static_cast<uint32_t>(folded.size())));
  return folded;
}

// Turns a user's list into a lexicon file of the compiler's.
class Translator {
 public:
  explicit Translator(const std::string& file) : file_(file) {}

  std::optional<Error> Add(std::string_view line) {
    ++line_;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line_ == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    if (line.empty() || line[0] == '#') {
      out_ += '\n';
      return std::nullopt;
    }
    if (!IsUtf8(line)) return Fail(1, "not UTF-8");
    auto fields = Fields(line);
    return head_.empty() ? ReadHead(fields) : ReadRow(line, fields);
  }

  // REQUIRES: nothing failed.
  std::string Take() { return std::move(out_); }
  bool empty() const { return rows_ == 0; }
  Error Fail(size_t column, const std::string& what) const {
    return Error{file_ + ":" + std::to_string(line_) + ":" + std::to_string(column) + ": " + what};
  }

 private:
  std::optional<Error> ReadHead(const std::vector<std::string_view>& fields) {
    size_t column = 1;
    for (std::string_view field : fields) {
      if (std::find(std::begin(kColumns), std::end(kColumns), field) == std::end(kColumns)) {
        return Fail(column,
                    "unknown column \"" + std::string(field) + "\"; " + std::string(kKnownColumns));
      }
      column += field.size() + 1;
      head_.emplace_back(field);
    }
    if (head_[0] != "surface" || std::find(head_.begin(), head_.end(), "type") == head_.end()) {
      return Fail(1, "the head must begin with \"surface\" and have a column \"type\"");
    }
    out_ += "surface\tmatch\trole\tid\tname\tiso\n";
    return std::nullopt;
  }

  std::string_view Field(const std::vector<std::string_view>& fields, std::string_view column) {
    for (size_t i = 0; i < fields.size(); ++i) {
      if (head_[i] == column) return fields[i];
    }
    return {};
  }

  std::optional<Error> ReadRow(std::string_view line, const std::vector<std::string_view>& fields) {
    if (fields.size() > head_.size()) {
      return Fail(line.size(), std::to_string(fields.size()) + " fields, but the head has " +
                                   std::to_string(head_.size()) + " columns");
    }
    if (fields[0].empty()) return Fail(1, "no surface");
    std::string_view type = Field(fields, "type");
    std::string_view role = RoleNameOf(type);
    if (role.empty()) {
      size_t at = type.empty() ? line.size() : static_cast<size_t>(type.data() - line.data());
      return Fail(at + 1, "unknown type \"" + std::string(type) +
                              "\"; person, organization, location are known");
    }
    std::string_view id = Field(fields, "id");
    std::string meaning = std::string(type) + "\t" + std::string(id);
    for (size_t at = 0; at <= fields[0].size();) {
      std::string_view surface = fields[0].substr(at, fields[0].find('|', at) - at);
      auto [known, fresh] = meanings_.try_emplace(FoldedLine(surface), line_, meaning);
      if (!fresh && known->second.second != meaning) {
        return Fail(at + 1, "\"" + std::string(surface) + "\" stands in line " +
                                std::to_string(known->second.first) + " as something else");
      }
      at += surface.size() + 1;
    }
    std::string_view iso = Field(fields, "iso");
    bool code = (iso.size() == 2 || iso.size() == 4) &&
                std::all_of(iso.begin(), iso.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!iso.empty() && !code) {
      return Fail(static_cast<size_t>(iso.data() - line.data()) + 1,
                  "\"" + std::string(iso) + "\" is no country code; two capital letters are one");
    }
    std::string_view match = Field(fields, "match");
    for (std::string_view part :
         {fields[0], match.empty() ? "capital" : match, role, id, Field(fields, "name"), iso}) {
      out_ += part;
      out_ += '\t';
    }
    out_.back() = '\n';
    ++rows_;
    return std::nullopt;
  }

  const std::string& file_;
  std::vector<std::string> head_;
  std::map<std::string, std::pair<uint32_t, std::string>> meanings_;
  std::string out_;
  uint32_t line_ = 0;
  uint32_t rows_ = 0;
};

}  // namespace

Result<NameList> NameList::Parse(const std::string& file, std::string_view content) {
  Translator translator(file);
  for (size_t at = 0; at < content.size();) {
    size_t end = std::min(content.find('\n', at), content.size());
    if (auto error = translator.Add(content.substr(at, end - at))) return *error;
    at = end + 1;
  }
  if (translator.empty()) return Error{file + ": no names"};
  auto image = CompileLexicons({{file, translator.Take()}});
  if (!image) return image.error();
  NameList list;
  list.image_ = std::make_unique<std::string>(std::move(*image));
  auto lexicon = Lexicon::Open(*list.image_);
  if (!lexicon) return lexicon.error();
  list.lexicon_ = std::move(*lexicon);
  return list;
}

Result<NameList> NameList::Open(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  if (!in || !(content << in.rdbuf())) return Error{path + ": cannot be read"};
  return Parse(path, content.str());
}

uint32_t NameList::WordAt(const Reading& reading, uint32_t i) const {
  const Token& token = reading.token(i);
  if (token.kind == TokenKind::kUrl) return 0;
  char key[kLongestKey];
  uint32_t n = LexiconKey(reading.Text(i), token, key, sizeof key);
  return n == 0 ? 0 : lexicon_.FindWord({key, n});
}

bool NameList::Holds(const Reading& reading, const lexicon_image::Sense& sense,
                     const Span& tokens) const {
  Shape shape = reading.token(tokens.begin).shape;
  switch (sense.match) {
    case Match::any:
      return true;
    case Match::capital:
      return shape >= Shape::kCapital || shape == Shape::kNone;
    case Match::upper:
      return shape == Shape::kUpper;
    case Match::lower:
      return shape <= Shape::kLower;
    case Match::exact:
      break;
  }
  const Document& document = reading.document();
  std::string_view text = document.Text(document.BytesOf(tokens.begin, tokens.end));
  std::string_view surface = lexicon_.row(sense.row).surface();
  for (size_t at = 0; at <= surface.size();) {
    size_t bar = std::min(surface.find('|', at), surface.size());
    if (surface.substr(at, bar - at) == text) return true;
    at = bar + 1;
  }
  return false;
}

Sense NameList::LongestAt(const Reading& reading, uint32_t begin, uint32_t end) const {
  Sense longest;
  uint32_t word = WordAt(reading, begin);
  if (word == 0) return longest;
  auto take = [&](uint32_t entry, uint32_t tokens) {
    for (const auto& sense : lexicon_.SensesOf(entry)) {
      if (!Holds(reading, sense, {begin, begin + tokens})) continue;
      longest = {lexicon_.row(sense.row), tokens};
      return;
    }
  };
  take(word, 1);
  uint32_t state = lexicon_.entry(word).state;
  for (uint32_t i = begin + 1; i < end && state != 0; ++i) {
    word = WordAt(reading, i);
    const auto* edge = word == 0 ? nullptr : lexicon_.Step(state, word);
    if (edge == nullptr) break;
    state = edge->next;
    if (edge->entry != 0) take(edge->entry, i + 1 - begin);
  }
  return longest;
}

void NameList::Append(const Reading& reading, const Span& span,
                      std::vector<Candidate>* found) const {
  for (uint32_t i = span.begin; i < span.end;) {
    Sense name = LongestAt(reading, i, span.end);
    if (!name) {
      ++i;
      continue;
    }
    FactType type = TypeOf(*RoleNamed(name.row["role"]));
    found->push_back({type, {i, i + name.tokens}, kListed, kListedRule, name.row.index()});
    i += name.tokens;
  }
}

}  // namespace factline
