// The Linker says what amounts mean: who said them, for when, where and what, in
// which other money, against which other figure (RECORD.md, Links).
//
// Runs once the overlaps are settled.  Precision first: no link rather than a
// wrong one.  Each role has a file of its own (link_said_by.cc, …) and sees the
// article through a LinkContext.  A Linker is one thread's memory; the words it
// goes by are shared.

#ifndef FACTLINE_PIPELINE_LINKS_LINK_H_
#define FACTLINE_PIPELINE_LINKS_LINK_H_

#include <cstdint>
#include <vector>

#include "pipeline/links/attribution_words.h"
#include "pipeline/links/link_context.h"
#include "pipeline/links/quotations.h"
#include "pipeline/links/statements.h"

namespace factline {

// All the words that links go by; immutable.
struct LinkWords {
  explicit LinkWords(const Lexicon& lexicon) : attribution(lexicon) {}
  AttributionWords attribution;
};

class Linker {
 public:
  // `words` must outlive the linker.
  explicit Linker(const LinkWords& words) : words_(words) {}

  // Adds links to `*facts`, which go by the same index as `mentions`.
  void Link(const Reading& reading, const std::vector<Mention>& mentions, std::vector<Fact>* facts);

 private:
  const LinkWords& words_;
  std::vector<uint32_t> over_;  // per token: index of the mention over it
  std::vector<Quotation> quotations_;
  std::vector<Statement> statements_;
  std::vector<uint32_t> whose_;  // per token: statement that holds it
};

// Who said it.  `statements` as StatementReader leaves them; `whose` is scratch.
void LinkSaidBy(LinkContext* context, const std::vector<Statement>& statements,
                std::vector<uint32_t>* whose);

// For when and where; `statements` tell apart when and where it was said.
void LinkPeriod(LinkContext* context, const std::vector<Statement>& statements);
void LinkPlace(LinkContext* context, const std::vector<Statement>& statements);

// What is measured, in which other unit, against which other figure.
void LinkAbout(LinkContext* context);
void LinkEquivalent(LinkContext* context);
void LinkComparedWith(LinkContext* context);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_LINK_H_
