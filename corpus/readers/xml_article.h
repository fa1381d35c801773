// What the readers of XML formats find in an element, before it is an Article; and
// the words they share.

#ifndef FACTLINE_CORPUS_READERS_XML_ARTICLE_H_
#define FACTLINE_CORPUS_READERS_XML_ARTICLE_H_

#include <string>
#include <string_view>

#include "corpus/reject.h"
#include "corpus/xml.h"

namespace factline {

struct XmlArticle {
  std::string id, text, published, title, url, source;
  std::string language;                       // in which it says that it is; may be empty
  RejectReason reason = RejectReason::kNone;  // why there is no text
  std::string detail;
};

// Takes `value` for `*part`, unless that has something or this is blank.
void Offer(std::string value, std::string* part);

// Without the white space around it.
std::string Trimmed(std::string_view text);

// Takes `value` as the date of publication, if it is one and none is known yet.
void OfferDate(std::string_view value, XmlArticle* article);

// How an element is written in HTML: its name there; "" where only its content is
// text; kLeftOut where that is none either.
using HtmlName = std::string_view (*)(XmlNode element);
inline constexpr std::string_view kLeftOut = "-";

// The same name: of XHTML, and of HTML that somebody wrote into XML as it is.
std::string_view SameName(XmlNode element);

// The content of `element` as HTML.
std::string HtmlIn(XmlNode element, HtmlName name = SameName);

// The text of what may be HTML or plain text: nobody says which, in most feeds.
std::string TextOfHtmlOrPlain(std::string_view given);

// The same on one line, for a title.
std::string LineOfHtmlOrPlain(std::string_view given);

// Replaces the entities of HTML in `*xml` (&nbsp;), which XML does not have and
// many put into it, by their characters.  Others stay as they stand.
void ResolveHtmlEntities(std::string* xml);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_XML_ARTICLE_H_
