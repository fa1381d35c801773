// How a link was found, and how sure that makes it.
//
// A class is a way of finding a link of one role; what tells it from the others of
// its role is what precision was seen to depend on: the form of the statement, the
// distance, whether another candidate stood near, whether it was carried over from
// the sentence before.  The confidences are measured, not set by hand: see
// docs/meaning.md, Confidence, and tools/link_confidence.py.

#ifndef FACTLINE_PIPELINE_LINKS_LINK_CLASS_H_
#define FACTLINE_PIPELINE_LINKS_LINK_CLASS_H_

#include <cstdint>

namespace factline {

enum class LinkClass : uint8_t {
  kSaidAfter,      // "X said that …"
  kSaidBefore,     // "…, X said."
  kSaidQuotation,  // "…" between quotation marks
  kSaidSource,     // "according to X", "reported by X"
  kSaidTraced,     // "he said": of any form, the speaker spoken of before
  kEquivalent,
  kPeriodBeside,   // at most a few words away, no other date near
  kPeriodFronted,  // "On Monday, …"
  kPeriodChosen,   // the nearest of several
  kPeriodFar,
  kPeriodCarried,   // of the sentence before
  kPlaceIn,         // behind "in", "at", "near", in the clause, no other place near
  kPlaceChosen,     // the nearest of several
  kPlaceLoose,      // subject, object, owner, behind "of"; or out of the clause
  kPlaceCarried,    // of the sentence before
  kAboutCounted,    // "39 people"
  kAboutOf,         // "$5 million in aid", "five-foot tusk"
  kAboutTotal,      // "a toll of 39"
  kAboutSubject,    // "sales totalled $5 million"
  kAboutElliptic,   // what was counted before, a deed, a state
  kComparedCue,     // "up from", "against"
  kComparedChange,  // "from 14 to 31"
  kCount
};

// 0 to 1: of the links of this class, the share that was right where it was measured.
float ConfidenceOf(LinkClass link_class);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_LINKS_LINK_CLASS_H_
