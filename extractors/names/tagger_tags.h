// The tags of the names tagger: outside, country, and for each of person,
// organization and location the begin, the inside and the last token of a name
// and a name of one token (BILOU).  A country has one tag: the country kind
// settles where one ends.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_TAGS_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_TAGS_H_

#include <cstdint>

#include "schemas/fact.h"

namespace factline::tagger {

using Tag = uint8_t;
inline constexpr Tag kOutside = 0;
inline constexpr Tag kCountryTag = 1;
inline constexpr uint32_t kTags = 14;
inline constexpr uint32_t kLanes = 16;  // kTags rounded up for vectors

enum class Place : uint8_t { kBegin, kInside, kLast, kUnit };
enum class NameType : uint8_t { kPerson, kOrganization, kLocation };
inline constexpr uint32_t kNameTypes = 3;

constexpr Tag TagOf(NameType type, Place place) {
  return static_cast<Tag>(2 + 4 * static_cast<int>(type) + static_cast<int>(place));
}
constexpr bool IsName(Tag tag) { return tag >= 2; }
constexpr Place PlaceOf(Tag tag) { return static_cast<Place>((tag - 2) & 3); }
constexpr NameType TypeOf(Tag tag) { return static_cast<NameType>((tag - 2) >> 2); }

// Whether a name is open after `tag`, or must have been open before it.
constexpr bool LeavesOpen(Tag tag) {
  return IsName(tag) && (PlaceOf(tag) == Place::kBegin || PlaceOf(tag) == Place::kInside);
}
constexpr bool Continues(Tag tag) {
  return IsName(tag) && (PlaceOf(tag) == Place::kInside || PlaceOf(tag) == Place::kLast);
}
constexpr bool MayFollow(Tag before, Tag after) {
  if (!LeavesOpen(before)) return !Continues(after);
  return Continues(after) && TypeOf(before) == TypeOf(after);
}

constexpr FactType FactTypeOf(NameType type) {
  return type == NameType::kPerson         ? FactType::kPerson
         : type == NameType::kOrganization ? FactType::kOrganization
                                           : FactType::kLocation;
}

}  // namespace factline::tagger
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_TAGS_H_
