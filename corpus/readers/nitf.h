// NITF 3, the News Industry Text Format: a whole document, or the part of a
// NewsML item.
//
//   id         docdata/doc-id
//   text       the byline and the dateline, where they stand apart, and the paragraphs
//              of body.content; of the New York Times Annotated Corpus its block
//              "full_text" only, for others repeat its begin.  Captions and notes to
//              editors are left out.
//   published  date.issue, date.release, date.publication
//   title      hedline/hl1, else head/title
//   source     pubdata@name, else who registered the id, else the distributor

#ifndef FACTLINE_CORPUS_READERS_NITF_H_
#define FACTLINE_CORPUS_READERS_NITF_H_

#include "corpus/readers/xml_article.h"
#include "corpus/xml.h"

namespace factline {

// Adds what `nitf` has and `*article` has not yet.
void ReadNitf(XmlNode nitf, XmlArticle* article);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_NITF_H_
