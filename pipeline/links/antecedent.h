// Antecedents: who "he", "they" or "the president" is in a statement.
//
// "He said" is the person whose words stood last, unless another person has been
// the subject of a sentence since; "they" and "it" are the body that spoke last;
// "the Russian president" is the person whose title was that.  Where nobody fits,
// nobody is named.

#ifndef FACTLINE_PIPELINE_LINKS_ANTECEDENT_H_
#define FACTLINE_PIPELINE_LINKS_ANTECEDENT_H_

#include "pipeline/links/link_context.h"
#include "pipeline/links/statements.h"

namespace factline {

// Settles the speakers of `statements`, which are in order of their cues: those
// left without one have kind kNone.
void ResolveSpeakers(const LinkContext& context, std::vector<Statement>* statements);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_ANTECEDENT_H_
