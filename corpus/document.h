// A Document is an article's text with its tokens, sentences and furniture.
//
// Made by Segmenter::Read and reused for the next article: in the steady state
// nothing is allocated.  Offsets are into the article's text as given; every
// span is half-open.  Read-only once made: any number of threads may read it.

#ifndef FACTLINE_CORPUS_DOCUMENT_H_
#define FACTLINE_CORPUS_DOCUMENT_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "schemas/fact.h"

namespace factline {

enum class TokenKind : uint8_t {
  kWord,    // letters, with inner apostrophes ("O'Brien", "don't") or stops ("U.S.")
  kNumber,  // digits with inner points and commas: "1,234.5"
  kPunctuation,
  kSymbol,  // currency signs, %, &, ½, …
  kUrl,     // a web or mail address, whole
};

// How a word is written.
enum class Shape : uint8_t {
  kNone,     // not a word
  kLower,    // "said"
  kCapital,  // "Putin"; one capital letter alone ("A", "J.") too
  kUpper,    // "NATO", "U.S."
  kMixed,    // "MiG", "kWh"
};

// What a punctuation or symbol token is, as one byte: the ASCII character, with
// typographic forms mapped to it, or one of these.
inline constexpr char kEnDash = 1;      // – and ‒
inline constexpr char kEmDash = 2;      // — and -- and ―
inline constexpr char kEllipsis = 3;    // … and ...
inline constexpr char kOpenQuote = 4;   // “ and `` and „ and «
inline constexpr char kCloseQuote = 5;  // ” and '' and »
inline constexpr char kMinus = 6;       // U+2212

struct Token {
  Span bytes;
  uint32_t char_begin = 0;
  uint32_t char_end = 0;
  TokenKind kind = TokenKind::kWord;
  Shape shape = Shape::kNone;
  char sign = 0;  // of punctuation and symbols; 0 for words, numbers and other signs
  bool space_before : 1 = false;  // any white space; the first token of a text has it
  bool line_before : 1 = false;   // a line break among it
  bool blank_before : 1 = false;  // a blank line among it
  bool paragraph : 1 = false;     // a paragraph begins here
  bool abbreviation : 1 = false;  // the token ends in a full stop that belongs to it
  bool clitic : 1 = false;        // "'s" cut off the word before
  bool ascii : 1 = true;

  bool is(char s) const { return sign == s; }
  bool is_word() const { return kind == TokenKind::kWord; }
  bool is_number() const { return kind == TokenKind::kNumber; }
  // "-", "‐" or "–": what stands inside compounds and ranges.
  bool is_hyphen() const { return sign == '-' || sign == kEnDash; }
  bool is_quote() const { return sign == '"' || sign == kOpenQuote || sign == kCloseQuote; }
  bool capitalized() const { return shape >= Shape::kCapital; }
};

// What a part of the text is, other than the story's own sentences.
enum class Furniture : uint8_t {
  kBody,
  kHeadline,     // a line of its own without a full stop
  kDateline,     // "MOSCOW -", "NAIROBI, Kenya (AP) _": the words before the story
  kByline,       // "By Jane Doe"
  kCredit,       // "PHOTO: AFP", "(Photo by … / AFP)"
  kBoilerplate,  // "Sign up now: …", "Follow topic:"
};

struct Sentence {
  Span bytes;  // from its first token's first byte to its last token's last
  Span chars;
  Span tokens;  // indices into Document::tokens
  Furniture furniture = Furniture::kBody;
};

// A dateline or credit that is a part of a sentence: token indices.
struct FurniturePart {
  Furniture furniture = Furniture::kDateline;
  Span tokens;
};

struct Document {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // cover all tokens, in order
  std::vector<FurniturePart> parts;

  std::string_view Text(const Token& token) const {
    return {text.data() + token.bytes.begin, token.bytes.size()};
  }
  std::string_view Text(const Span& bytes) const { return text.substr(bytes.begin, bytes.size()); }

  // The bytes that tokens [first, last) cover.  REQUIRES: first < last.
  Span BytesOf(uint32_t first, uint32_t last) const {
    return {tokens[first].bytes.begin, tokens[last - 1].bytes.end};
  }

  // Index of the sentence that holds token `token`.
  uint32_t SentenceOf(uint32_t token) const;

  // The code-point span of a byte span that begins and ends on character
  // borders.  Costs the distance to the nearest token, not the text's length.
  Span CharsOf(const Span& bytes) const;

  void Clear();
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_DOCUMENT_H_
