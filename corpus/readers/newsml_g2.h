// NewsML-G2: news items, alone or many in a news message.  An article is an item
// with text in it; concepts, packages, pictures and what lies elsewhere are none.
//
//   id         guid
//   text       contentSet/inlineXML (NITF, XHTML) or inlineData, the first that has any
//   published  itemMeta/versionCreated, contentMeta/contentCreated, itemMeta/firstCreated
//   title      contentMeta/headline, else itemMeta/title
//   source     itemMeta/provider, else contentMeta/infoSource

#ifndef FACTLINE_CORPUS_READERS_NEWSML_G2_H_
#define FACTLINE_CORPUS_READERS_NEWSML_G2_H_

#include <string_view>

#include "corpus/readers/xml_article.h"
#include "corpus/xml.h"

namespace factline {

// Whether `name` is that of an item, or of the contents of one that stand alone.
bool IsNewsMlItem(std::string_view name);

void ReadNewsMlItem(XmlNode item, XmlArticle* article);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_NEWSML_G2_H_
