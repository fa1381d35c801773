// ninjs 1, 2 and 3, the news in JSON of the IPTC: an object told from others by
// its keys.  A door of simdjson.
//
//   id         uri
//   text       1: body_text, else body_xhtml or another body_… in HTML
//              2, 3: of bodies the first in plain text, else in HTML; no summaries
//   published  versioncreated, contentcreated, firstcreated (3: versionCreated …)
//   title      headline, headlines[], title
//   source     infosources[].name, else copyrightholder
// What its pubstatus says is canceled or withheld is no article.

#ifndef FACTLINE_CORPUS_READERS_NINJS_H_
#define FACTLINE_CORPUS_READERS_NINJS_H_

#include <string>

#include "corpus/article_parts.h"
#include "corpus/reject.h"

namespace simdjson::dom {
class object;
}

namespace factline {

bool IsNinjs(const simdjson::dom::object& object);

// Offers what `object` holds to `*parts`; its text may be made in `*room`.  Returns
// kNone, or why it is no article whatever its text, with more in `*detail`.
RejectReason ReadNinjs(const simdjson::dom::object& object, ArticleParts* parts, std::string* room,
                       std::string* detail);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_NINJS_H_
