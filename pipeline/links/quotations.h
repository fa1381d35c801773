// Quotations: where the quotation marks of an article open and close.
//
// A quotation may run over sentences.  One that is still open where a paragraph
// ends is taken up by the mark that opens the next paragraph ("continues"); with
// no such mark it ends there.  Straight marks open and close by turns.

#ifndef FACTLINE_PIPELINE_LINKS_QUOTATIONS_H_
#define FACTLINE_PIPELINE_LINKS_QUOTATIONS_H_

#include <cstdint>
#include <vector>

#include "corpus/document.h"

namespace factline {

struct Quotation {
  Span tokens;  // marks included
  bool continues = false;
};

// Appends the quotations of `document` to `*found`, in order.  One pass.
void FindQuotations(const Document& document, std::vector<Quotation>* found);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_QUOTATIONS_H_
