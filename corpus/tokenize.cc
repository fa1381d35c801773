#include "corpus/tokenize.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "corpus/abbreviations.h"
#include "corpus/characters.h"
#include "corpus/text/unicode.h"

namespace factline {
namespace {

constexpr size_t kWholeWord = 6;        // bytes: "anti–", "trans–" are parts of words
constexpr size_t kLongestSetOff = 200;  // bytes between two dashes

class Cutter {
 public:
  // `short_cut`: whether to take CutPlainWord where it leads to the same.
  Cutter(std::string_view text, std::vector<Token>* tokens, bool short_cut)
      : text_(text), tokens_(tokens), short_cut_(short_cut), at_sign_(text.find('@')) {}

  void Run() {
    tokens_->clear();
    bool space = true, line = false, blank = false;
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {  // as in most places between words
        space = true;
        ++at_;
        continue;
      }
      uint32_t size;
      CharClass c = ClassAt(at_, &size);
      if (c == CharClass::kSpace || c == CharClass::kLineFeed) {
        if (text_[at_] == '\r' && ByteAt(at_ + 1) != '\n') c = CharClass::kLineFeed;
        blank |= line && c == CharClass::kLineFeed;
        line |= c == CharClass::kLineFeed;
        space = true;
        at_ += size;
        continue;
      }
      Token token;
      token.space_before = space;
      token.line_before = line;
      token.blank_before = blank;
      token.bytes.begin = static_cast<uint32_t>(at_);
      if (!IsLetter(c) || !short_cut_ || !CutPlainWord(&token)) Cut(c, size, &token);
      Close(&token);
      space = line = blank = false;
    }
  }

 private:
  CharClass ClassAt(size_t at, uint32_t* size) const {
    unsigned char lead = static_cast<unsigned char>(text_[at]);
    if (lead < 0x80) {
      *size = 1;
      return kAscii[lead];
    }
    Decoded d = DecodeAt(text_, at);
    *size = d.size;
    return ClassOf(d.code_point);
  }
  CharClass ClassAt(size_t at) const {
    uint32_t size;
    return at < text_.size() ? ClassAt(at, &size) : CharClass::kSpace;
  }
  char ByteAt(size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  bool IsDigitAt(size_t at) const {
    return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
  }

  void Cut(CharClass c, uint32_t size, Token* token) {
    switch (c) {
      case CharClass::kDigit:
        CutNumber(token);
        break;
      case CharClass::kUpperLetter:
      case CharClass::kLowerLetter:
      case CharClass::kMark:
        CutWord(token);
        break;
      default:
        CutSign(c, size, token);
    }
  }

  // Nine tokens of ten that are words: up to sixteen letters of ASCII, and behind them
  // what can neither go on the word nor change it.  Does what CutWord would do, eight
  // bytes at a time; false, and nothing done, where that is not plain to see.
  bool CutPlainWord(Token* token) {
    static_assert(std::endian::native == std::endian::little);
    if (text_.size() - at_ <= 16) return false;
    uint64_t chunk, more = 0;
    std::memcpy(&chunk, text_.data() + at_, 8);
    uint64_t upper = BytesFrom(chunk, 'A', 'Z');
    uint64_t other = (upper | BytesFrom(chunk, 'a', 'z')) ^ kHighs;
    size_t size = 8;
    if (other != 0) {
      size = static_cast<size_t>(std::countr_zero(other)) / 8;
      upper &= other ^ (other - 1);
    } else {
      std::memcpy(&chunk, text_.data() + at_ + 8, 8);
      more = BytesFrom(chunk, 'A', 'Z');
      other = (more | BytesFrom(chunk, 'a', 'z')) ^ kHighs;
      if (other == 0) return false;
      size += static_cast<size_t>(std::countr_zero(other)) / 8;
      more &= other ^ (other - 1);
    }
    if (kGoesOn[static_cast<unsigned char>(text_[at_ + size])] || MailMayBegin(at_)) return false;
    constexpr uint64_t kFirst = 0x80;
    if ((upper | more) == 0) {
      token->shape = Shape::kLower;
    } else if (upper == kFirst && more == 0) {
      token->shape = Shape::kCapital;
    } else {
      token->shape = ShapeOf(at_, at_ + size);
    }
    token->kind = TokenKind::kWord;
    at_ += size;
    return true;
  }

  void CutNumber(Token* token) {
    token->kind = TokenKind::kNumber;
    while (IsDigitAt(at_) || ((ByteAt(at_) == '.' || ByteAt(at_) == ',') && IsDigitAt(at_ + 1))) {
      ++at_;
    }
  }

  // The end of the run of letters and marks that begins at `at`.
  size_t LettersEnd(size_t at) const {
    while (at < text_.size()) {
      unsigned char byte = static_cast<unsigned char>(text_[at]);
      if (kAsciiLetter[byte] != 0) {
        ++at;
        continue;
      }
      if (byte < 0x80) break;
      uint32_t size;
      CharClass c = ClassAt(at, &size);
      if (!IsLetter(c) && c != CharClass::kMark) break;
      at += size;
    }
    return at;
  }

  // Bytes of the apostrophe at `at`, 0 if there is none.
  uint32_t ApostropheAt(size_t at) const {
    char first = ByteAt(at);
    if (first == '\'') return 1;
    if (first == '\xE2' && text_.substr(at, 3) == "\xE2\x80\x99") return 3;
    return 0;
  }

  void CutWord(Token* token) {
    token->kind = TokenKind::kWord;
    size_t begin = at_;
    if (CutDotted(token)) return;
    at_ = LettersEnd(at_);
    if (size_t end = MailEnd(begin)) {
      at_ = end;
      token->kind = TokenKind::kUrl;
      return;
    }
    while (uint32_t apostrophe = ApostropheAt(at_)) {
      size_t after = at_ + apostrophe;
      size_t end = LettersEnd(after);
      if (end == after) break;
      if (end == after + 1 && (text_[after] | 0x20) == 's') break;  // "'s" is a token of its own
      at_ = end;
    }
    if (ByteAt(at_) == ':' && text_.substr(at_, 3) == "://") {
      CutAddress(token);
    } else if (ByteAt(at_) == '.') {
      if (text_.substr(begin, at_ - begin) == "www")
        CutAddress(token);
      else
        CutAbbreviation(begin, token);
    }
    token->shape = ShapeOf(begin, at_);
  }

  // False where no "@" is in reach of a name that begins at `begin`, which only grows.
  bool MailMayBegin(size_t begin) {
    if (at_sign_ < begin) at_sign_ = text_.find('@', begin);
    return at_sign_ <= begin + kLongestName;  // npos is beyond all reach
  }

  // The end of a mail address that begins at `begin`, else 0.
  size_t MailEnd(size_t begin) {
    if (!MailMayBegin(begin)) return 0;
    size_t at = begin;
    while (at < text_.size() && at - begin < kLongestName && IsMailByte(text_[at])) ++at;
    if (ByteAt(at) != '@' || at == begin) return 0;
    size_t end = ++at;
    while (end < text_.size() && IsMailByte(text_[end])) ++end;
    while (end > at && (text_[end - 1] == '.' || text_[end - 1] == '-')) --end;
    bool domain = text_.substr(at, end - at).find('.') != std::string_view::npos;
    return domain ? end : 0;
  }

  void CutAddress(Token* token) {
    token->kind = TokenKind::kUrl;
    while (at_ < text_.size() && !IsSpace(static_cast<unsigned char>(text_[at_])) &&
           text_[at_] != '"' && text_[at_] != '<' && text_[at_] != '>') {
      ++at_;
    }
    while (text_[at_ - 1] == '.' || text_[at_ - 1] == ',' || text_[at_ - 1] == ')') --at_;
  }

  // Letters with stops between them: "U.S.", "a.m.", "J.", "U.S" before a space.
  bool CutDotted(Token* token) {
    if (static_cast<unsigned char>(text_[at_]) >= 0x80 || ByteAt(at_ + 1) != '.') return false;
    size_t at = at_;
    int letters = 0;
    while (IsLetter(ClassAt(at)) && static_cast<unsigned char>(text_[at]) < 0x80 &&
           ByteAt(at + 1) == '.') {
      at += 2;
      ++letters;
    }
    bool upper = kAscii[static_cast<unsigned char>(text_[at_])] == CharClass::kUpperLetter;
    if (letters == 1) {
      bool closed = LettersEnd(at) == at + 1;
      if (closed && upper) {  // "U.S" without its last stop
        at_ = at + 1;
        token->shape = Shape::kUpper;
        return true;
      }
      if (!upper) return false;
    } else if (IsLetter(ClassAt(at)) && LettersEnd(at) == at + 1) {
      ++at;  // "U.S.A" without its last stop
    }
    token->abbreviation = text_[at - 1] == '.';
    token->shape = !upper ? Shape::kLower : letters == 1 ? Shape::kCapital : Shape::kUpper;
    at_ = at;
    return true;
  }

  // Takes the stop at at_ into the word when the word is a listed abbreviation.
  void CutAbbreviation(size_t begin, Token* token) {
    char lower[16];
    uint32_t n = Fold(text_.substr(begin, at_ - begin), lower, sizeof lower);
    AbbreviationKind kind = AbbreviationOf({lower, n});
    if (kind == AbbreviationKind::none) return;
    bool upper = kAscii[text_[begin] & 0x7F] == CharClass::kUpperLetter;
    if (kind == AbbreviationKind::state && !upper) return;
    if (kind == AbbreviationKind::before_number) {
      size_t next = at_ + 1;
      while (next < text_.size() && IsSpace(static_cast<unsigned char>(text_[next]))) ++next;
      if (!IsDigitAt(next)) return;
    }
    ++at_;
    token->abbreviation = true;
  }

  Shape ShapeOf(size_t begin, size_t end) const {
    int upper = 0, lower = 0;
    bool first = kAsciiLetter[static_cast<unsigned char>(text_[begin])] == 2;
    for (size_t i = begin; i < end;) {
      unsigned char byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80) {
        upper += kAsciiLetter[byte] >> 1;
        lower += kAsciiLetter[byte] & 1;
        ++i;
        continue;
      }
      uint32_t size;
      CharClass c = ClassAt(i, &size);
      if (c == CharClass::kUpperLetter) {
        ++upper;
        first |= i == begin;
      } else if (c == CharClass::kLowerLetter) {
        ++lower;
      }
      i += size;
    }
    if (upper == 0) return Shape::kLower;
    if (lower == 0) return upper > 1 ? Shape::kUpper : Shape::kCapital;
    return first && upper == 1 ? Shape::kCapital : Shape::kMixed;
  }

  void CutSign(CharClass c, uint32_t size, Token* token) {
    token->kind = c == CharClass::kSymbol ? TokenKind::kSymbol : TokenKind::kPunctuation;
    unsigned char lead = static_cast<unsigned char>(text_[at_]);
    if (lead < 0x80) {
      CutAsciiSign(static_cast<char>(lead), token);
      return;
    }
    token->sign = SignOf(DecodeAt(text_, at_).code_point);
    at_ += size;
    if (token->sign == kEnDash && SetsOffGlued(*token)) token->sign = kEmDash;
  }

  // Whether a short dash without spaces sets something off, as some houses print
  // it ("the two firms–Alda and Bex–signed"), and joins no compound: a capital
  // behind a whole word in small letters, and a small letter behind what that began.
  bool SetsOffGlued(const Token& dash) {
    if (dash.space_before || tokens_->empty() || !tokens_->back().is_word()) return false;
    const Token& before = tokens_->back();
    CharClass behind = at_ < text_.size() ? ClassAt(at_) : CharClass::kSpace;
    if (behind == CharClass::kUpperLetter && before.shape == Shape::kLower &&
        before.bytes.size() >= kWholeWord) {
      set_off_ = at_;
      return true;
    }
    if (behind != CharClass::kLowerLetter || set_off_ == 0 || at_ - set_off_ > kLongestSetOff) {
      return false;
    }
    set_off_ = 0;
    return true;
  }

  void CutAsciiSign(char sign, Token* token) {
    uint32_t apostrophe = ApostropheAt(at_);
    bool after_word = !token->space_before && !tokens_->empty() && tokens_->back().is_word();
    if (apostrophe && after_word && CutClitic(apostrophe, token)) return;
    size_t run = 1;
    while (ByteAt(at_ + run) == sign && run < 64) ++run;
    token->sign = sign;
    if (sign == '.' && IsDigitAt(at_ + 1) && (token->space_before || !PreviousIsEnded())) {
      ++at_;
      CutNumber(token);
      token->sign = 0;
      return;
    }
    if (sign == '.' && run >= 2)
      token->sign = kEllipsis;
    else if (sign == '-' && run >= 2)
      token->sign = kEmDash;
    else if (sign == '`' && run == 2)
      token->sign = kOpenQuote;
    else if (sign == '\'' && run == 2)
      token->sign = kCloseQuote;
    else if (sign == '*' || sign == '=' || sign == '_' || sign == '#')
      token->sign = sign;
    else
      run = 1;
    at_ += run;
  }

  // Whether a point glued to the token before ends it: "(type 2).10" is no ".10".
  bool PreviousIsEnded() const {
    if (tokens_->empty()) return false;
    const Token& t = tokens_->back();
    return t.is_number() || t.is_word() || t.is(')') || t.is(']') || t.is_quote();
  }

  bool CutClitic(uint32_t apostrophe, Token* token) {
    size_t after = at_ + apostrophe;
    if ((ByteAt(after) | 0x20) != 's' || IsLetter(ClassAt(after + 1))) return false;
    token->kind = TokenKind::kWord;
    token->shape = Shape::kLower;
    token->clitic = true;
    at_ = after + 1;
    return true;
  }

  void Close(Token* token) {
    if (token->sign == '\'' && CloseTypographicClitic(token)) token->sign = 0;
    token->bytes.end = static_cast<uint32_t>(at_);
    uint32_t gap = token->bytes.begin - counted_bytes_, own = token->bytes.size();
    if (!IsAscii(counted_bytes_, token->bytes.end)) {
      gap = CountChars(text_.substr(counted_bytes_, gap));
      uint32_t chars = CountChars(text_.substr(token->bytes.begin, own));
      token->ascii = chars == own;
      own = chars;
    }
    token->char_begin = counted_chars_ + gap;
    token->char_end = token->char_begin + own;
    counted_bytes_ = token->bytes.end;
    counted_chars_ = token->char_end;
    tokens_->push_back(*token);
  }

  // Whether bytes [begin, end) are ASCII.  Every byte of the text is looked at
  // once, as `begin` only grows.
  bool IsAscii(size_t begin, size_t end) {
    if (begin > wide_ || wide_ == kUnknown) wide_ = NextWide(text_, begin);
    return end <= wide_;
  }

  // "’s" after a word, with the typographic apostrophe already taken.
  bool CloseTypographicClitic(Token* token) {
    bool after_word = !token->space_before && !tokens_->empty() && tokens_->back().is_word();
    if (!after_word || (ByteAt(at_) | 0x20) != 's' || IsLetter(ClassAt(at_ + 1))) return false;
    if (text_[at_ - 1] == '\'') return false;
    token->kind = TokenKind::kWord;
    token->shape = Shape::kLower;
    token->clitic = true;
    ++at_;
    return true;
  }

  std::string_view text_;
  std::vector<Token>* tokens_;
  size_t at_ = 0;
  bool short_cut_;
  size_t set_off_ = 0;  // behind the dash that began what is set off; 0 for none
  size_t at_sign_;      // the next "@", npos where there is none
  static constexpr size_t kLongestName = 64;  // of a mail address, in bytes
  static constexpr size_t kUnknown = SIZE_MAX;
  size_t wide_ = kUnknown;  // the next byte that is not ASCII
  uint32_t counted_bytes_ = 0;
  uint32_t counted_chars_ = 0;
};

}  // namespace

void Tokenize(std::string_view text, std::vector<Token>* tokens) {
  Cutter(text, tokens, true).Run();
}

void TokenizeSlowly(std::string_view text, std::vector<Token>* tokens) {
  Cutter(text, tokens, false).Run();
}

}  // namespace factline
