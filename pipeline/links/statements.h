// Statements: which part of the text is whose word.
//
//   Sales rose to $5 million, [Putin] said.          all before the comma is Putin's
//   [Officials] said 39 people had died.             all after the verb is the officials'
//   "It is good. It is 4 percent," [she] said.       the quotation, over two sentences
//   39 people died, according to [police].           the sentence is the police's
//
// A place may be in several; the innermost is right.  One pass over the sentences
// that hold a verb of saying or a source cue.

#ifndef FACTLINE_PIPELINE_LINKS_STATEMENTS_H_
#define FACTLINE_PIPELINE_LINKS_STATEMENTS_H_

#include <vector>

#include "extractors/phrase.h"
#include "pipeline/links/attribution_words.h"
#include "pipeline/links/link_context.h"
#include "pipeline/links/quotations.h"
#include "pipeline/links/speaker.h"

namespace factline {

struct Statement {
  // How surely what lies in `scope` is the speaker's, the surest last.
  enum class Form : uint8_t {
    kSentence,   // "according to X" anywhere in the sentence
    kBefore,     // "…, X said."
    kAfter,      // "X said …"
    kQuotation,  // "…" between quotation marks
  };
  Form form = Form::kSentence;
  Span scope;  // tokens
  Span cue;    // tokens of "told", "according to"
  Speaker speaker;
  bool clause = false;  // what is said is a clause of its own: "said that 5 had died"
};

class StatementReader {
 public:
  StatementReader(const LinkContext& context, const AttributionWords& words)
      : context_(context), reading_(context.reading()), words_(words), speakers_(context, words) {}

  // Appends the statements of the article to `*found` in order of their cues, those
  // of quotations last.  `quotations` are those of the article.
  void Read(const std::vector<Quotation>& quotations, std::vector<Statement>* found);

 private:
  void ReadSentence(const Span& tokens);
  uint32_t ReadCue(uint32_t i, CueReach reach, uint32_t tokens);
  void ReadVerb(uint32_t i, VerbClass verb, uint32_t tokens);
  void ReadParticiple(uint32_t i, const Span& cue);
  void ReadPassive(const Span& cue, VerbClass verb);
  bool EndsInSpeaker(const Span& cue) const;
  bool ReadInverted(const Span& cue);
  bool IsAfterthought(const Span& cue, const Speaker& speaker, VerbClass verb) const;
  NounPhrase ContactNoun(const Span& cue, const Speaker& speaker, bool clause) const;
  bool IsAside(const Span& cue, const Speaker& speaker, VerbClass verb);
  bool HasClause(uint32_t next, bool told = false) const;
  uint32_t SkipTails(uint32_t next) const;
  uint32_t SkipCircumstance(uint32_t next) const;
  bool OwnsDocument(const Speaker& speaker) const;
  bool IsNoun(uint32_t i) const;
  bool PutsAmount(uint32_t next) const;
  bool IsPassive(uint32_t i) const;
  bool IsAmountAt(uint32_t i) const;
  uint32_t PartBegin(uint32_t i) const;
  void Add(Statement::Form form, const Span& scope, const Span& cue, const Speaker& speaker,
           bool clause = true);
  void ReadQuotations(const std::vector<Quotation>& quotations, size_t statements);

  const LinkContext& context_;
  const Reading& reading_;
  const AttributionWords& words_;
  SpeakerFinder speakers_;
  std::vector<Statement>* found_ = nullptr;
  Span sentence_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_STATEMENTS_H_
