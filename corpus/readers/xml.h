// The formats that are XML: feeds (feed.h), NITF (nitf.h), NewsML-G2
// (newsml_g2.h).  They are told apart article by article, by the name of its
// element, so that a wrapper around many of them does not matter.
//
// XML that declares entities is not read at all: what they expand to is a text
// that nobody wrote.  Nothing outside the file is ever opened.

#ifndef FACTLINE_CORPUS_READERS_XML_H_
#define FACTLINE_CORPUS_READERS_XML_H_

#include <memory>
#include <string_view>

#include "corpus/readers/format.h"

namespace factline {

// Whether `head` begins XML that is no page of HTML.
bool IsXml(std::string_view head);

std::unique_ptr<RecordCutter> NewXmlCutter();
std::unique_ptr<ArticleParser> NewXmlParser(const KeyMap& keys);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_XML_H_
