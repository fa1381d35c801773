#include "pipeline/links/link_class.h"

#include <cstddef>

namespace factline {
namespace {

// By tools/link_confidence.py on the development gold of wikinews-numbers and
// press-numbers; a class seen seldom leans on its role.  Those of compared_with, of
// which the gold has few, by reading.  In the order of LinkClass.
constexpr float kConfidence[] = {
    0.96f,  // kSaidAfter
    0.99f,  // kSaidBefore
    0.99f,  // kSaidQuotation
    0.98f,  // kSaidSource
    0.85f,  // kSaidTraced
    0.99f,  // kEquivalent
    0.80f,  // kPeriodBeside
    0.83f,  // kPeriodFronted
    0.80f,  // kPeriodChosen
    0.77f,  // kPeriodFar
    0.65f,  // kPeriodCarried
    0.80f,  // kPlaceIn
    0.77f,  // kPlaceChosen
    0.77f,  // kPlaceLoose
    0.77f,  // kPlaceCarried
    0.99f,  // kAboutCounted
    0.94f,  // kAboutOf
    0.81f,  // kAboutTotal
    0.65f,  // kAboutSubject
    0.43f,  // kAboutElliptic
    0.94f,  // kComparedCue
    0.90f,  // kComparedChange
};
static_assert(sizeof kConfidence / sizeof *kConfidence == static_cast<size_t>(LinkClass::kCount));

}  // namespace

float ConfidenceOf(LinkClass link_class) { return kConfidence[static_cast<size_t>(link_class)]; }

}  // namespace factline
