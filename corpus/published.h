// The day an article was published, as archives write it.

#ifndef FACTLINE_CORPUS_PUBLISHED_H_
#define FACTLINE_CORPUS_PUBLISHED_H_

#include <cstddef>
#include <string_view>

namespace factline {

inline constexpr size_t kPublishedRoom = 40;

// `given` as an ISO 8601 date, with the time of day and the zone where it has
// them, or empty where it is no date: then the record has no "published" and
// nothing is resolved against it, rather than against a guess.
//   "2003-04-10" and "2003-04-10T08:00:00Z"   as they stand
//   "2003-04-10 08:00:00"                     as it stands (news-please)
//   "20030410", "2003/04/10"                  2003-04-10
//   "20030410T080000Z"                        2003-04-10T08:00:00Z (NITF, NewsML)
//   "Thu, 10 Apr 2003 08:00:00 -0400"         2003-04-10T08:00:00-04:00 (RSS)
//   "April 10, 2003", "10 Apr 03"             2003-04-10
//   "None", "04/10/2003", "2003-02-30", ""    empty
// The result points into `given` or `room`.
std::string_view PublishedDate(std::string_view given, char (&room)[kPublishedRoom]);

}  // namespace factline
#endif  // FACTLINE_CORPUS_PUBLISHED_H_
