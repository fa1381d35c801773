// Furniture is told by its place and its form, never by what it is about:
//
//   dateline    at the begin of a paragraph: place names, perhaps a date, perhaps
//               an agency in brackets, then a dash: "NAIROBI, Kenya (AP) _"
//   credit      a line or a bracket that begins as furniture.tsv says: "PHOTO: AFP"
//   byline      a short line "By Jane Doe" without a full stop
//   headline    a line of its own without a full stop, with a story below it
//
// A dateline and a bracketed credit are parts of their sentence; the others are
// sentences of their own.  Tested by tests/corpus/furniture.txt.

#include "corpus/furniture.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace factline {
namespace {

enum class FurniturePhrase : uint8_t { credit, byline, boilerplate };

struct Row {
  std::string_view phrase;
  FurniturePhrase kind;
};

constexpr Row kRows[] = {
#include "furniture.inc"
};

// The rows by their first letter, in their order: nearly every sentence begins with none.
class RowIndex {
 public:
  static const RowIndex& Get() {
    static const RowIndex index;
    return index;
  }
  // Indices into kRows.
  const std::vector<uint16_t>& Under(char first) const {
    return rows_[static_cast<unsigned char>(first | 0x20)];
  }

 private:
  RowIndex() {
    for (uint16_t k = 0; k < std::size(kRows); ++k) {
      rows_[static_cast<unsigned char>(kRows[k].phrase[0] | 0x20)].push_back(k);
    }
  }
  std::array<std::vector<uint16_t>, 256> rows_;
};

constexpr uint32_t kLongestDateline = 16;  // tokens
constexpr uint32_t kLongestByline = 14;
constexpr uint32_t kLongestHeadline = 160;  // characters

bool SameWord(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t k = 0; k < text.size(); ++k) {
    char c = text[k];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c != lower[k]) return false;
  }
  return true;
}

class Finder {
 public:
  explicit Finder(Document* document) : doc_(*document), tokens_(document->tokens) {}

  void Run() {
    for (size_t k = 0; k < doc_.sentences.size(); ++k) {
      Sentence& s = doc_.sentences[k];
      if (OnItsLine(s)) s.furniture = OfLine(s, k);
      if (s.furniture != Furniture::kBody) continue;
      if (tokens_[s.tokens.begin].line_before || k == 0) FindDateline(s);
      if (PhraseAt(s.tokens.begin, s.tokens.end) == FurniturePhrase::credit && IsNamed(s))
        s.furniture = Furniture::kCredit;
      else
        FindCredits(s);
    }
  }

 private:
  // Whether a line begins and ends with the sentence.
  bool OnItsLine(const Sentence& s) const {
    bool begins = s.tokens.begin == 0 || tokens_[s.tokens.begin].line_before;
    bool ends = s.tokens.end == tokens_.size() || tokens_[s.tokens.end].line_before;
    return begins && ends;
  }

  bool Stopped(const Sentence& s) const {
    uint32_t last = s.tokens.end - 1;
    while (last > s.tokens.begin && (tokens_[last].is_quote() || tokens_[last].is(')'))) --last;
    const Token& t = tokens_[last];
    return t.is('.') || t.is('!') || t.is('?') || t.is(kEllipsis) || t.is(',') || t.is(';');
  }

  Furniture OfLine(const Sentence& s, size_t index) const {
    uint32_t first = s.tokens.begin;
    auto phrase = PhraseAt(first, s.tokens.end);
    const Token& last = tokens_[s.tokens.end - 1];
    bool stopped = Stopped(s);
    if (phrase == FurniturePhrase::boilerplate && (!stopped || s.tokens.size() < 6))
      return Furniture::kBoilerplate;
    if (phrase == FurniturePhrase::credit) return Furniture::kCredit;
    if (phrase == FurniturePhrase::byline && !stopped && IsByline(s)) return Furniture::kByline;
    if (tokens_[first].kind == TokenKind::kUrl && s.tokens.size() == 1)
      return Furniture::kBoilerplate;
    if (stopped || last.is(':')) return Furniture::kBody;
    bool story_below = index + 1 < doc_.sentences.size();
    bool line = s.chars.size() <= kLongestHeadline && s.tokens.size() > 1;
    return story_below && line && !EndsInBody(index) ? Furniture::kHeadline : Furniture::kBody;
  }

  // Whether the next line goes on in the middle of a sentence: this was no headline.
  bool EndsInBody(size_t index) const {
    const Token& next = tokens_[doc_.sentences[index + 1].tokens.begin];
    return next.shape == Shape::kLower;
  }

  // The phrase of furniture.tsv that tokens from `first` on begin with.
  std::optional<FurniturePhrase> PhraseAt(uint32_t first, uint32_t end) const {
    for (uint16_t k : rows_.Under(doc_.text[tokens_[first].bytes.begin])) {
      if (Matches(kRows[k].phrase, first, end)) return kRows[k].kind;
    }
    return std::nullopt;
  }

  bool Matches(std::string_view phrase, uint32_t at, uint32_t end) const {
    while (true) {
      size_t space = phrase.find(' ');
      if (at >= end || !SameWord(doc_.Text(tokens_[at]), phrase.substr(0, space))) return false;
      if (space == std::string_view::npos) return true;
      phrase.remove_prefix(space + 1);
      ++at;
    }
  }

  // "By Jane Doe, Associated Press Writer": names and what they are, few words.
  bool IsByline(const Sentence& s) const {
    if (s.tokens.size() < 3 || s.tokens.size() > kLongestByline) return false;
    return tokens_[s.tokens.begin + 1].capitalized() &&
           MostlyCapitals(s.tokens.begin + 1, s.tokens.end);
  }

  bool MostlyCapitals(uint32_t first, uint32_t end) const {
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = first; i < end; ++i) {
      words += tokens_[i].is_word();
      capitals += tokens_[i].capitalized();
    }
    return words > 0 && capitals * 3 >= words * 2;
  }

  // A caption's "Video: Jane Doe." inside a paragraph: names and no more.
  bool IsNamed(const Sentence& s) const {
    return s.tokens.size() <= kLongestByline && MostlyCapitals(s.tokens.begin + 1, s.tokens.end);
  }

  bool IsAgency(uint32_t i) const {
    return tokens_[i].is('(') && i + 2 < tokens_.size() &&
           (tokens_[i + 1].capitalized() || tokens_[i + 1].kind == TokenKind::kUrl);
  }

  void FindDateline(const Sentence& s) {
    uint32_t end = std::min(s.tokens.end, s.tokens.begin + kLongestDateline);
    uint32_t i = s.tokens.begin;
    if (!tokens_[i].capitalized()) return;
    bool upper = tokens_[i].shape == Shape::kUpper && tokens_[i].bytes.size() > 2;
    bool agency = false, comma = false, number = false;
    for (; i < end; ++i) {
      const Token& t = tokens_[i];
      if (IsDash(i)) break;
      if (IsAgency(i)) {
        while (i < end && !tokens_[i].is(')')) ++i;
        agency = true;
        continue;
      }
      if (agency) return;  // only the dash may follow
      comma |= t.is(',');
      number |= t.is_number();
      bool joins = t.is('-') || t.is('/') || t.is('.') || t.is('\'') || t.clitic;
      bool small = t.shape == Shape::kLower &&
                   (SameWord(doc_.Text(t), "de") || SameWord(doc_.Text(t), "of"));
      if (!t.capitalized() && !t.is(',') && !t.is_number() && !joins && !small) return;
    }
    if (i >= end || i + 1 >= s.tokens.end) return;
    if (!upper && !agency && !(comma && StartsStory(i + 1))) return;
    if (number && !agency && !comma) return;  // "GROUP F 1 - 0"
    doc_.parts.push_back({Furniture::kDateline, {s.tokens.begin, i + 1}});
  }

  // The dash between the place and the story: it has a space beside it, or is long.
  bool IsDash(uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.is(kEmDash)) return true;
    bool dash = t.is_hyphen() || t.is('_') || t.is(kMinus);
    return dash && i + 1 < tokens_.size() && (t.space_before || tokens_[i + 1].space_before);
  }

  bool StartsStory(uint32_t i) const { return tokens_[i].capitalized() || tokens_[i].is_quote(); }

  // Brackets that hold a credit: "(Photo by Jane Doe / AFP)".
  void FindCredits(const Sentence& s) {
    for (uint32_t i = s.tokens.begin; i + 1 < s.tokens.end; ++i) {
      if (!tokens_[i].is('(')) continue;
      if (PhraseAt(i + 1, s.tokens.end) != FurniturePhrase::credit) continue;
      uint32_t end = i + 1;
      while (end < s.tokens.end && !tokens_[end].is(')')) ++end;
      if (end < s.tokens.end) ++end;
      doc_.parts.push_back({Furniture::kCredit, {i, end}});
      i = end - 1;
    }
  }

  Document& doc_;
  const std::vector<Token>& tokens_;
  const RowIndex& rows_ = RowIndex::Get();
};

}  // namespace

void FindFurniture(Document* document) { Finder(document).Run(); }

}  // namespace factline
