// The day that an article's relative times are counted from.

#ifndef FACTLINE_EXTRACTORS_TIME_ANCHOR_H_
#define FACTLINE_EXTRACTORS_TIME_ANCHOR_H_

#include <optional>

#include "extractors/reading.h"
#include "extractors/time/numeric_date.h"
#include "extractors/time/time_words.h"
#include "schemas/fact.h"

namespace factline {

struct TimeAnchor {
  std::optional<Date> day;
  Anchor by = Anchor::kNone;
  // Not the day of publication but the latest day that the story itself names:
  // good enough for a year or a month, too far off for "yesterday" or "Friday".
  bool from_body = false;
};

// In this order: the article's `published`; a date standing alone at the head of
// the text or in its dateline; the date in the article's address or in the first
// address of the text; the latest full date of the story.  Linear in the text.
TimeAnchor FindAnchor(const Reading& reading, const TimeWords& words, DateOrder* order);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_TIME_ANCHOR_H_
