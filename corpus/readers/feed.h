// Feeds: RSS 2.0 and its ancestors, RSS 1.0 (RDF), Atom.  An article is an item or
// an entry with the text it carries, full or not.
//
//   id         guid, id, rdf:about; else the address
//   text       content:encoded or an entry's content; else description or summary
//   published  pubDate, dc:date, published; else updated
//   url        link
//   source     source, as aggregators have it; else the title of the channel

#ifndef FACTLINE_CORPUS_READERS_FEED_H_
#define FACTLINE_CORPUS_READERS_FEED_H_

#include "corpus/readers/xml_article.h"
#include "corpus/xml.h"

namespace factline {

void ReadFeedItem(XmlNode item, XmlArticle* article);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_FEED_H_
