// Noun chains: a noun phrase with the phrases that hang on it by prepositions.
//
//   [the epicenter of the quake] was 8 km from …     chain before "was"
//   90 percent of [the votes in the capital]         chain after "of"
//
// Bounded: three links of the chain at most.  Pure functions over a reading.

#ifndef FACTLINE_PIPELINE_LINKS_NOUN_CHAIN_H_
#define FACTLINE_PIPELINE_LINKS_NOUN_CHAIN_H_

#include "pipeline/links/link_context.h"

namespace factline {

// The tokens of a chain without its first determiner; empty where there is none.
struct NounChain {
  Span tokens;
  uint32_t begin = 0;  // with the determiner
  explicit operator bool() const { return tokens.end > tokens.begin; }
};

// The chain that ends before `end`, dates at its end left out ("sales last year
// totalled"), not reaching back before `begin`.
NounChain ChainBefore(const LinkContext& context, uint32_t end, uint32_t begin);

// The noun phrase from `first` on with its "of" phrase, before `end`.
NounChain ChainAfter(const LinkContext& context, uint32_t first, uint32_t end, bool counted);

// The subject of the verb that stands nearest before token `i` in its clause.
NounChain SubjectBefore(const LinkContext& context, uint32_t i, uint32_t begin);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_NOUN_CHAIN_H_
