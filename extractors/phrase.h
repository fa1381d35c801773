// Light phrases over a Reading: noun phrases, verb groups, clauses.
//
// No parse: each function looks a few tokens ahead or back from a place and
// never leaves the sentence, so a kind pays only where it asks.  What a word is
// comes from the lexicons of extractors/words/ and, where it can be several
// things, from its neighbours; words nobody knows are judged by their ending.
//
//   The army said [three MiG-29 fighters] [had been lost] near the border.
//
//   NounPhraseAt(reading, at("three"), end)->head == at("fighters")
//   VerbGroupAt(reading, at("had"), end).verb == at("lost")
//
// Each call costs the tokens it returns, at most kLongestPhrase.  Pure functions:
// any number of threads.

#ifndef FACTLINE_EXTRACTORS_PHRASE_H_
#define FACTLINE_EXTRACTORS_PHRASE_H_

#include <cstdint>

#include "extractors/word_class.h"

namespace factline {

inline constexpr uint32_t kLongestPhrase = 16;  // tokens; longer ones are cut
inline constexpr uint32_t kLongestClause = 64;  // tokens to each side

// A noun phrase without what follows its head: "the two oldest prisons", not
// "in the country".  Empty (false) where there is none.
struct NounPhrase {
  Span tokens;        // from the determiner to the head, both included
  uint32_t head = 0;  // the last noun
  uint32_t core = 0;  // first token after determiners and numerals; <= head
  bool plural = false;
  bool name = false;  // the head is capitalised

  explicit operator bool() const { return tokens.end > tokens.begin; }
};

// The noun phrase that begins at token `first` and ends before `end`.
// `counted` says that a number above one stands before it: then the first plural
// that nothing nominal follows is the head, "three men" in "three men armed with".
NounPhrase NounPhraseAt(const Reading& reading, uint32_t first, uint32_t end, bool counted = false);

// The noun phrase whose head is the last token before `end`, not reaching back
// before `begin`.  With its determiner and possessor ("the army's two tanks").
NounPhrase NounPhraseBefore(const Reading& reading, uint32_t end, uint32_t begin);

// Auxiliaries, adverbs between them, and the verb: "had not yet been lost".
// Empty (false) where none begins.
struct VerbGroup {
  Span tokens;
  uint32_t verb = 0;     // the last verb: the one that says what happens
  bool passive = false;  // a form of "be" before a participle in -ed or -en
  bool negated = false;

  explicit operator bool() const { return tokens.end > tokens.begin; }
};
VerbGroup VerbGroupAt(const Reading& reading, uint32_t first, uint32_t end);

// The clause that holds token `i`: as far as the nearest borders to both sides,
// never beyond the sentence or
// kLongestClause tokens.  A border is a semicolon, a dash, a colon, a
// bracket, a subordinating word ("because", "which", "while"), or a comma or
// "and" with a verb group of its own after it.  Costs the clause's tokens.
Span ClauseAround(const Reading& reading, uint32_t i);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_PHRASE_H_
