// Where sentences end.
//
// A stop ends a sentence when something that can begin one follows: "rose. The",
// "said.The" run together, "rose.” The" with what closes in between, but not
// "rose. the" or "Jonas E. Smith".  After an abbreviation that may also stand
// inside a sentence ("U.S.", "Inc.", "p.m.") only words that sentences begin with
// count: "the U.S. The court", not "the U.S. Court".
// A line break ends one when the line could have gone on but did not
// (line_layout.h), or when an item of a list begins.
// Cost: linear; every rule looks at a few tokens around the place.
// Tested by tests/corpus/sentences.txt.

#include "corpus/segment.h"

#include <algorithm>

#include "corpus/abbreviations.h"
#include "corpus/furniture.h"
#include "corpus/line_layout.h"
#include "corpus/list_marker.h"
#include "corpus/sentence_words.h"
#include "corpus/tokenize.h"

namespace factline {
namespace {

// Every record shows its sentence, so what has no stops is cut all the same:
// records stay in proportion to the text.  Lists in real news reach 400 tokens.
constexpr uint32_t kLongestTokens = 600;
constexpr uint32_t kLongestBytes = 16 * 1024;

constexpr uint32_t kShortLine = 20;  // characters; what stands alone below is no cut sentence

bool IsStop(const Token& t) { return t.is('.') || t.is('!') || t.is('?') || t.is(kEllipsis); }

bool Opens(const Token& t) { return t.is('(') || t.is('['); }

class Splitter {
 public:
  explicit Splitter(Document* document)
      : doc_(*document),
        tokens_(document->tokens),
        n_(static_cast<uint32_t>(tokens_.size())),
        layout_(LineLayout::Of(*document)) {}

  void Run() {
    Begin(0);
    for (uint32_t i = 0; i < n_; ++i) {
      if (IsTooLong(i)) Close(Cut(i));
      if (IsInner(tokens_[i]) && !item_) continue;
      if (i > begin_ && tokens_[i].line_before && BreaksAtLine(i)) Close(i);
      if (tokens_[i].line_before) line_ = i;
      if (i > begin_ && ItemFollows(i)) Close(i);
      if (tokens_[i].is('"')) quoted_ = !quoted_;
      if (tokens_[i].is('[')) ++square_;
      if (tokens_[i].is(']') && square_ > 0) --square_;
      if (!MayEnd(i)) continue;
      uint32_t next = AfterClosers(i + 1);
      // A break at the border of a line is judged there.
      if (next >= n_ || tokens_[next].line_before) {
        i = next - 1;
        if (IsStop(tokens_[stop_])) ended_ = next;
        continue;
      }
      if (Begins(next)) Close(next);
      i = next - 1;
    }
    if (begin_ < n_) Close(n_);
  }

 private:
  const Token& At(uint32_t i) const { return tokens_[i]; }
  bool Word(uint32_t i, SentenceWord kind) const {
    return i < n_ && tokens_[i].is_word() && IsSentenceWord(doc_.Text(tokens_[i]), kind);
  }
  bool Glued(uint32_t i) const { return i < n_ && !tokens_[i].space_before; }

  void Begin(uint32_t first) {
    begin_ = first;
    ended_ = n_ + 1;
    square_ = 0;
    if (first < n_) doc_.tokens[first].paragraph = BeginsParagraph(first);
    item_ = ListMarkerAt(doc_, first);
    // "• 9. The first item": the number is part of the marker.
    if (item_.style == ListMarker::Style::kBullet) {
      if (ListMarker inner = ListMarkerAt(doc_, item_.end)) item_ = inner;
    }
  }

  // Of token `first`, with which a sentence begins.
  bool BeginsParagraph(uint32_t first) const {
    const Token& t = tokens_[first];
    if (first == 0 || !t.line_before) return first == 0;
    return !layout_.wrapped() || (t.blank_before && !layout_.doubled());
  }

  void Close(uint32_t last) {
    Sentence s;
    s.tokens = {begin_, last};
    s.bytes = doc_.BytesOf(begin_, last);
    s.chars = {tokens_[begin_].char_begin, tokens_[last - 1].char_end};
    doc_.sentences.push_back(s);
    if (last < n_ && tokens_[last].blank_before) quoted_ = false;
    Begin(last);
  }

  // A word within a line: where no list is, nothing ends before or behind it.
  static bool IsInner(const Token& t) { return t.is_word() && !t.abbreviation && !t.line_before; }

  bool IsTooLong(uint32_t i) const {
    if (i - begin_ < kLongestTokens &&
        tokens_[i].bytes.end - tokens_[begin_].bytes.begin < kLongestBytes) {
      return false;
    }
    return i > begin_;
  }

  // Where to cut what is too long before token `i`: behind a semicolon, comma or
  // line in its last third, else right here.
  uint32_t Cut(uint32_t i) const {
    for (uint32_t k = i; k > begin_ + (i - begin_) * 2 / 3; --k) {
      const Token& before = tokens_[k - 1];
      if (tokens_[k].line_before || before.is(';') || before.is(',')) return k;
    }
    return i;
  }

  // The next item of a list that runs on in the line: "1. Wheat 2. Maize".
  bool ItemFollows(uint32_t i) const {
    const Token& t = tokens_[i];
    if (!t.space_before || !(item_ || (t.sign == 0 && !t.is_word() && !t.is_number())))
      return false;
    ListMarker marker = ListMarkerAt(doc_, i);
    return marker.style == ListMarker::Style::kBullet || marker.Follows(item_);
  }

  // Whether token `i` is a stop that may end a sentence.
  bool MayEnd(uint32_t i) {
    const Token& t = tokens_[i];
    if (t.abbreviation) return stop_ = i, MayEndAbbreviated(i);
    if (!IsStop(t) || i < item_.end) return false;
    if (t.is(kEllipsis) && i > begin_ && Opens(tokens_[i - 1]) && Glued(i))
      return false;  // "[...]"
    if (square_ > 0 && ClosesSquare(i)) return false;
    if (t.is('.') && IsSpacedDot(i)) return EndsSpacedDots(i);
    // "in .jpeg format", "N°. 5"
    if (t.is('.') && t.space_before && Glued(i + 1) && !IsStop(tokens_[i + 1])) return false;
    stop_ = i;
    return true;
  }

  // Whether the square bracket that is open closes soon after token `i`, but not at once.
  bool ClosesSquare(uint32_t i) const {
    uint32_t reach = std::min(n_, i + 12);
    for (uint32_t k = i + 1; k < reach; ++k) {
      if (tokens_[k].is(']')) return k > i + 1;
    }
    return false;
  }

  bool MayEndAbbreviated(uint32_t i) const {
    const Token& t = tokens_[i];
    std::string_view text = doc_.Text(t);
    if (t.shape == Shape::kCapital && text.size() == 2) return EndsInitial(i);
    switch (AbbreviationOf(Lower(text.substr(0, text.size() - 1)))) {
      case AbbreviationKind::before_name:
        return t.shape == Shape::kLower;
      case AbbreviationKind::before_number:
      case AbbreviationKind::inside:
        return false;
      default:
        return true;
    }
  }

  // "you and I. Did you": a letter that is no initial.
  bool EndsInitial(uint32_t i) const {
    return i > begin_ && tokens_[i - 1].shape == Shape::kLower &&
           Word(i + 1, SentenceWord::starter);
  }

  std::string_view Lower(std::string_view text) const {
    size_t n = std::min(text.size(), sizeof lower_);
    for (size_t k = 0; k < n; ++k) {
      lower_[k] = text[k] >= 'A' && text[k] <= 'Z' ? static_cast<char>(text[k] | 0x20) : text[k];
    }
    return {lower_, n};
  }

  // Dots with spaces between them, as printers set an ellipsis: ". . ."
  bool IsSpacedDot(uint32_t i) const {
    auto dot = [&](uint32_t k) { return k < n_ && tokens_[k].is('.') && tokens_[k].space_before; };
    return dot(i + 1) || (dot(i) && i > begin_ && tokens_[i - 1].is('.'));
  }

  // Three are an omission inside a sentence; the first or the last of four ends one.
  bool EndsSpacedDots(uint32_t i) {
    uint32_t first = i, last = i;
    const uint32_t low = std::max(begin_, i - std::min(i, 4u)), high = std::min(n_, i + 5);
    while (first > low && tokens_[first].space_before && tokens_[first - 1].is('.')) --first;
    while (last + 1 < high && tokens_[last + 1].is('.') && tokens_[last + 1].space_before) ++last;
    stop_ = i;
    if (last - first < 3) return false;
    return i == (tokens_[first].space_before ? last : first) && last + 1 < n_ &&
           tokens_[last + 1].capitalized();
  }

  // The token after all that closes a sentence which ends before token `i`.
  uint32_t AfterClosers(uint32_t i) {
    while (i < n_ && !tokens_[i].space_before) {
      const Token& t = tokens_[i];
      bool more_stops = IsStop(t) && !tokens_[stop_].abbreviation;
      if (t.is('"') && !quoted_ && Glued(i + 1)) return i;  // said."We
      if (t.is('"')) quoted_ = !quoted_;
      if (t.is(']') && square_ > 0) --square_;
      if (more_stops || t.is('"') || t.is('\'') || t.is(kCloseQuote) || t.is(')') || t.is(']')) {
        ++i;
      } else if (uint32_t note = AfterNote(i)) {
        i = note;
      } else {
        break;
      }
    }
    return i;
  }

  // A footnote's number at a stop: "martyr.[1] The", "(1987).1 The"; else 0.
  uint32_t AfterNote(uint32_t i) const {
    auto number = [&](uint32_t k) {
      return k < n_ && tokens_[k].is_number() && tokens_[k].bytes.size() <= 3;
    };
    if (tokens_[i].is('[') && number(i + 1) && i + 2 < n_ && tokens_[i + 2].is(']')) return i + 3;
    if (!number(i) || !tokens_[i - 1].is('.')) return 0;
    uint32_t last = number(i + 1) ? i + 1 : i;
    bool next = last + 1 < n_ && tokens_[last + 1].capitalized() && tokens_[last + 1].space_before;
    return next ? last + 1 : 0;
  }

  // Whether a sentence can begin at token `i`, after the stop and what closes.
  bool Begins(uint32_t i) const {
    const Token& t = tokens_[i];
    const Token& stop = tokens_[stop_];
    if (!t.space_before) return BeginsGlued(i);
    if (stop.abbreviation) return BeginsAfterAbbreviation(i);
    if (t.is_word()) {
      if (t.shape == Shape::kLower) return stop.is('.') && FirstItem(i);
      return !IsNamed(i) && !IsSpeech(i);
    }
    if (t.is_number()) return !stop.is(kEllipsis) && FollowsWord();
    if (t.is_quote() || t.is('\'') || Opens(t)) return BeginsQuoted(i);
    if (t.is_hyphen() || t.is(kEmDash)) return i + 1 < n_ && tokens_[i + 1].capitalized();
    // A stop here is the first of spaced dots: see EndsSpacedDots.
    return t.kind == TokenKind::kSymbol || t.kind == TokenKind::kUrl || IsStop(t) || FirstItem(i);
  }

  // "Two are left. a. wheat", "They left. x) hello"
  bool FirstItem(uint32_t i) const {
    ListMarker marker = ListMarkerAt(doc_, i);
    return marker && (marker.value == 1 || marker.bracket);
  }

  // "N°. 1026": a stop after a sign is no end before a number.
  bool FollowsWord() const {
    return stop_ == begin_ || tokens_[stop_ - 1].kind != TokenKind::kSymbol;
  }

  // What was written without its space: "said.The", "1,000.That", "said.”The".
  bool BeginsGlued(uint32_t i) const {
    if (!tokens_[stop_].is('.') || stop_ <= begin_) {
      return tokens_[stop_].is('?') && tokens_[i].shape == Shape::kCapital && i == stop_ + 1;
    }
    const Token& before = tokens_[stop_ - 1];
    bool ends = before.is_number() || before.is(')') || before.is_quote() || before.is('%') ||
                (before.is_word() && before.bytes.size() > 1 &&
                 (before.shape == Shape::kLower || before.bytes.size() > 3));
    if (!ends) return false;
    const Token& t = tokens_[i];
    if (t.is(kOpenQuote) || t.is('"')) return true;
    if (t.shape == Shape::kUpper) return before.shape == Shape::kLower && before.bytes.size() > 3;
    return t.shape == Shape::kCapital;
  }

  bool BeginsAfterAbbreviation(uint32_t i) const {
    const Token& t = tokens_[i];
    std::string_view text = doc_.Text(tokens_[stop_]);
    if (t.is_quote()) return i + 1 < n_ && tokens_[i + 1].capitalized();
    if (!t.is_word() || t.shape == Shape::kLower) return false;
    bool time = text.size() == 4 && (text[2] | 0x20) == 'm' && text[1] == '.';  // "a.m.", "P.M."
    if (!time) return Word(i, SentenceWord::starter);
    return stop_ - begin_ > 2 && !Word(i, SentenceWord::day);
  }

  bool BeginsQuoted(uint32_t i) const {
    uint32_t inner = i + 1;
    while (inner < n_ &&
           (tokens_[inner].is_quote() || tokens_[inner].is('\'') || Opens(tokens_[inner])))
      ++inner;
    if (inner >= n_) return false;
    const Token& t = tokens_[inner];
    if (tokens_[i].is('(') && ListMarkerAt(doc_, inner).bracket) return true;  // "(b) Hello"
    if (t.is(kEllipsis) || t.is_number() || t.kind == TokenKind::kSymbol) return true;
    return t.capitalized() || (tokens_[i].is_quote() && tokens_[stop_].is('.'));
  }

  // "Yahoo! Finance": the sign belongs to a name.
  bool IsNamed(uint32_t i) const {
    if (!tokens_[stop_].is('!') || stop_ == 0 || !Glued(stop_)) return false;
    std::string_view name = doc_.Text(doc_.BytesOf(stop_ - 1, stop_ + 1));
    return AbbreviationOf(Lower(name)) != AbbreviationKind::none && !Word(i, SentenceWord::starter);
  }

  // "“Is it over?” Smith asked.": who speaks, not a new sentence.
  bool IsSpeech(uint32_t i) const {
    if (tokens_[stop_].is('.') || i == stop_ + 1 || !tokens_[i].is_word()) return false;
    for (uint32_t k = i; k < n_ && k < i + 5 && tokens_[k].is_word(); ++k) {
      if (Word(k, SentenceWord::speech)) return true;
      if (!tokens_[k].capitalized()) return false;
    }
    return false;
  }

  // Whether the line break before token `i` ends the sentence in hand.
  bool BreaksAtLine(uint32_t i) {
    const Token& t = tokens_[i];
    const Token& before = tokens_[i - 1];
    if (t.is('.') || t.is(',')) return false;
    bool item = static_cast<bool>(ListMarkerAt(doc_, i));
    bool lower = t.shape == Shape::kLower && !item;
    bool ended = ended_ == i;
    uint32_t length = before.char_end - tokens_[line_].char_begin;
    bool cut = lower && !ended && length >= kShortLine && (before.is_word() || before.is(','));
    if (t.blank_before && !layout_.doubled()) return !cut;
    if (item) return true;
    if (ended) return !lower;
    if (layout_.wrapped() && layout_.IsFull(length, t.char_end - t.char_begin)) {
      return before.abbreviation && MayEndAbbreviated(i - 1) &&
             (stop_ = i - 1, BeginsAfterAbbreviation(i));
    }
    if (before.is(',') || Word(i - 1, SentenceWord::joins)) return false;
    return !cut && !GoesOn(i);
  }

  // A space at the end of the line and none at the begin of the next, which does
  // not look like a begin: somebody's editor broke the line.
  bool GoesOn(uint32_t i) const {
    if (tokens_[i].capitalized()) return false;
    uint32_t from = tokens_[i - 1].bytes.end, to = tokens_[i].bytes.begin;
    return to - from > 1 && doc_.text[from] == ' ' && doc_.text[to - 1] == '\n';
  }

  Document& doc_;
  const std::vector<Token>& tokens_;
  const uint32_t n_;
  const LineLayout layout_;
  uint32_t begin_ = 0;   // first token of the sentence in hand
  uint32_t line_ = 0;    // first token of the line in hand
  uint32_t stop_ = 0;    // the stop under judgement
  uint32_t square_ = 0;  // open square brackets of the sentence in hand
  uint32_t ended_ = 0;   // a stop closed the sentence before this token
  bool quoted_ = false;  // inside straight quotes
  ListMarker item_;      // that the sentence in hand begins with
  mutable char lower_[16];
};

}  // namespace

void Segment(std::string_view text, Document* document) {
  document->Clear();
  document->text = text;
  Tokenize(text, &document->tokens);
  Splitter(document).Run();
  FindFurniture(document);
}

}  // namespace factline
