#include "pipeline/quotations.h"

namespace factline {

void FindQuotations(const Document& document, std::vector<Quotation>* found) {
  constexpr uint32_t kNone = UINT32_MAX;
  const std::vector<Token>& tokens = document.tokens;
  uint32_t open = kNone;
  bool unfinished = false;  // the last quotation ran into the end of its paragraph
  bool continues = false;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.blank_before && open != kNone) {
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
      continues = unfinished && token.blank_before;
      unfinished = false;
    }
  }
}

}  // namespace factline
