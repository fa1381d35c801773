// Cuts text into tokens in one pass, with byte and code-point offsets.
//
// Words, numbers and signs are cut apart wherever one meets another: "US$1.8bn"
// is US $ 1.8 bn, "MiG-29" is MiG - 29; Token::space_before says what was glued.
// Kept whole: numbers with inner points and commas ("1,234.5"), letters with
// stops ("U.S.", "J."), listed abbreviations with their stop ("Mr."), inner
// apostrophes ("O'Brien"), web addresses.  "'s" is cut off.
// Cost: linear, about one table look-up a byte.

#ifndef FACTLINE_CORPUS_TOKENIZE_H_
#define FACTLINE_CORPUS_TOKENIZE_H_

#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace factline {

// Replaces `*tokens` by the tokens of `text`, valid UTF-8 below 4 GiB.
void Tokenize(std::string_view text, std::vector<Token>* tokens);

// The same, every word by the rules for all words: what the short cut for plain ones is
// tested against.
void TokenizeSlowly(std::string_view text, std::vector<Token>* tokens);

}  // namespace factline
#endif  // FACTLINE_CORPUS_TOKENIZE_H_
