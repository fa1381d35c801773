#include "corpus/segment.h"

#include "corpus/tokenize.h"

namespace factline {
namespace {

bool Closes(const Token& t) {
  return !t.space_before && (t.is_quote() || t.is('\'') || t.is(')') || t.is(']'));
}

class Splitter {
 public:
  explicit Splitter(Document* document) : doc_(*document), tokens_(document->tokens) {}

  void Run() {
    uint32_t n = static_cast<uint32_t>(tokens_.size());
    uint32_t begin = 0;
    for (uint32_t i = 0; i < n; ++i) {
      if (i > begin && tokens_[i].blank_before) Close(begin, i), begin = i;
      if (!EndsSentence(i)) continue;
      while (i + 1 < n && Closes(tokens_[i + 1])) ++i;
      if (i + 1 < n && !Begins(i + 1)) continue;
      Close(begin, i + 1);
      begin = i + 1;
    }
    if (begin < n) Close(begin, n);
  }

 private:
  bool EndsSentence(uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.is('.') || t.is('!') || t.is('?') || t.is(kEllipsis)) return true;
    return t.abbreviation && t.shape != Shape::kCapital;
  }

  bool Begins(uint32_t i) const {
    const Token& t = tokens_[i];
    const Token& stop = tokens_[i - 1];
    if (!t.space_before) return stop.is('.') && t.shape == Shape::kCapital;
    if (t.is_word()) return t.shape != Shape::kLower && !stop.abbreviation;
    return t.is_number() || t.is_quote() || t.is('\'') || t.is('(') || t.kind == TokenKind::kSymbol;
  }

  void Close(uint32_t first, uint32_t last) {
    Sentence s;
    s.tokens = {first, last};
    s.bytes = doc_.BytesOf(first, last);
    s.chars = {tokens_[first].char_begin, tokens_[last - 1].char_end};
    doc_.sentences.push_back(s);
  }

  Document& doc_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void Segment(std::string_view text, Document* document) {
  document->Clear();
  document->text = text;
  Tokenize(text, &document->tokens);
  Splitter(document).Run();
}

}  // namespace factline
