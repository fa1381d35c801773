#include "pipeline/links/quotations.h"

#include <algorithm>

namespace factline {

namespace {

constexpr uint32_t kLongestRest = 200;  // tokens of a quotation in the paragraph after its first

// Whether the mark next behind token `i` closes by its look: "… out there.\nWe could score two."
bool IsClosedLater(const std::vector<Token>& tokens, size_t i) {
  size_t last = std::min(tokens.size(), i + kLongestRest);
  for (size_t k = i; k < last && !tokens[k].blank_before; ++k) {
    if (tokens[k].is_quote()) {
      return tokens[k].is(kCloseQuote) || (tokens[k].is('"') && !tokens[k].space_before);
    }
  }
  return false;
}

}  // namespace

void FindQuotations(const Document& document, std::vector<Quotation>* found) {
  constexpr uint32_t kNone = UINT32_MAX;
  const std::vector<Token>& tokens = document.tokens;
  uint32_t open = kNone;
  bool unfinished = false;  // the last quotation ran into the end of its paragraph
  bool continues = false;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.paragraph && open != kNone && !IsClosedLater(tokens, i)) {
      found->push_back({{open, i}, continues});
      open = kNone;
      unfinished = true;
    }
    if (!token.is_quote()) {
      unfinished = false;  // the next paragraph does not take it up
      continue;
    }
    bool closes = token.is(kCloseQuote) || (token.is('"') && open != kNone);
    if (closes && open != kNone) {
      found->push_back({{open, i + 1}, continues});
      open = kNone;
      unfinished = false;
    } else if (!closes) {
      open = i;
      continues = unfinished && token.paragraph;
      unfinished = false;
    }
  }
}

}  // namespace factline
