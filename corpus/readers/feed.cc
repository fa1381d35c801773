// Feeds mix their own elements with those of other vocabularies: <media:title> is
// no <title>.  An item's own are those with its own prefix, mostly none.

#include "corpus/readers/feed.h"

#include <string>

namespace factline {
namespace {

std::string_view PrefixOf(XmlNode element) {
  std::string_view qualified = element.qualified_name();
  size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon);
}

// The child of `item` of that name and of the item's own vocabulary.
XmlNode Own(XmlNode item, std::string_view name) {
  for (XmlNode node = item.first(); node; node = node.next()) {
    if (node.is_element() && node.name() == name && PrefixOf(node) == PrefixOf(item)) return node;
  }
  return {};
}

// <content:encoded>, but not WordPress's <excerpt:encoded>.
XmlNode Encoded(XmlNode item) {
  for (XmlNode node = item.first(); node; node = node.next()) {
    if (!node.is_element() || node.name() != "encoded") continue;
    if (PrefixOf(node) == "content" ||
        node.name_space() == "http://purl.org/rss/1.0/modules/content/")
      return node;
  }
  return {};
}

bool HasElements(XmlNode node) { return static_cast<bool>(node.last_element()); }

// What stands in an element of a feed, mostly escaped HTML, sometimes elements.
std::string Content(XmlNode node) { return HasElements(node) ? HtmlIn(node) : node.text(); }

std::string TextOf(XmlNode node) {
  // Atom says which it is.
  std::string_view type = node.attribute("type");
  if (type == "text" || type == "text/plain") return Trimmed(node.text());
  return TextOfHtmlOrPlain(Content(node));
}

std::string AddressOf(XmlNode item) {
  std::string address;
  for (XmlNode node = item.first(); node; node = node.next()) {
    if (!node.is_element() || node.name() != "link") continue;
    std::string_view relation = node.attribute("rel");
    if (relation.empty() || relation == "alternate") {
      Offer(node.line(), &address);
      Offer(std::string(node.attribute("href")), &address);
    }
  }
  XmlNode guid = Own(item, "guid");
  std::string permanent = guid.line();
  if (guid && guid.attribute("isPermaLink") != "false" && permanent.substr(0, 4) == "http")
    Offer(permanent, &address);
  return address;
}

// The name of who publishes the feed, or of whom it took the item from.
std::string SourceOf(XmlNode item, XmlNode feed) {
  std::string source;
  if (XmlNode origin = Own(item, "source")) {
    XmlNode title = origin.child("title");
    Offer(LineOfHtmlOrPlain((title ? title : origin).line()), &source);
  }
  XmlNode channel = feed.child("channel");  // beside the items in RSS 1.0
  for (XmlNode around : {feed, channel}) {
    if (XmlNode title = Own(around, "title")) Offer(LineOfHtmlOrPlain(title.line()), &source);
  }
  return source;
}

}  // namespace

void ReadFeedItem(XmlNode item, XmlArticle* article) {
  if (XmlNode title = Own(item, "title")) Offer(LineOfHtmlOrPlain(Content(title)), &article->title);
  article->url = AddressOf(item);
  for (const char* name : {"guid", "id"}) {
    if (XmlNode id = Own(item, name)) Offer(id.line(), &article->id);
  }
  Offer(std::string(item.attribute("about")), &article->id);
  Offer(article->url, &article->id);
  for (const char* name :
       {"pubDate", "published", "issued", "date", "created", "updated", "modified"}) {
    if (XmlNode date = item.child(name)) OfferDate(date.line(), article);
  }
  if (XmlNode encoded = Encoded(item)) Offer(TextOf(encoded), &article->text);
  for (const char* name : {"content", "description", "summary"}) {
    if (XmlNode content = Own(item, name)) Offer(TextOf(content), &article->text);
  }
  article->source = SourceOf(item, item.parent());
  XmlNode feed = item.parent();
  for (XmlNode around : {item, feed, feed.child("channel")}) {
    Offer(std::string(around.attribute("lang")), &article->language);
    Offer(around.child("language").line(), &article->language);
  }
  if (article->text.empty()) article->reason = RejectReason::kNoText;
}

}  // namespace factline
