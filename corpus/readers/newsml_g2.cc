#include "corpus/readers/newsml_g2.h"

#include <string>

#include "corpus/html/main_text.h"
#include "corpus/readers/nitf.h"

namespace factline {
namespace {

// "picture" of "ninat:picture", and of an address that ends in it.
std::string_view CodeOf(XmlNode node) {
  std::string_view code = node.attribute("qcode");
  if (code.empty()) code = node.attribute("uri");
  while (!code.empty() && code.back() == '/') code.remove_suffix(1);
  size_t separator = code.find_last_of(":/");
  return separator == std::string_view::npos ? code : code.substr(separator + 1);
}

// The name of a party, or else what catalogues call one.
void OfferSource(XmlNode provider, XmlNode origin, XmlArticle* article) {
  Offer(provider.child("name").line(), &article->source);
  Offer(origin.child("name").line(), &article->source);
  for (XmlNode party : {provider, origin}) {
    Offer(std::string(party.attribute("literal")), &article->source);
    std::string_view code = party.attribute("qcode");
    Offer(std::string(code.substr(code.find(':') + 1)), &article->source);
    Offer(std::string(party.attribute("uri")), &article->source);
  }
}

void OfferTitle(XmlNode title, XmlArticle* article) {
  if (title) Offer(title.line(), &article->title);
}

void ReadInlineXml(XmlNode content, XmlArticle* article) {
  if (XmlNode nitf = content.child("nitf")) return ReadNitf(nitf, article);
  if (XmlNode page = content.child("html")) {
    OfferTitle(page.at("head/title"), article);
    Offer(FragmentText(HtmlIn(page.child("body"))), &article->text);
  } else {
    Offer(FragmentText(HtmlIn(content)), &article->text);
  }
}

void ReadInlineData(XmlNode content, XmlArticle* article) {
  // Base 64 and the like are pictures, never text.
  if (!content.attribute("encoding").empty()) return;
  std::string_view type = content.attribute("contenttype");
  if (type.find("html") != std::string_view::npos)
    Offer(FragmentText(content.text()), &article->text);
  else if (type.empty() || type.substr(0, 5) == "text/")
    Offer(Trimmed(content.text()), &article->text);
}

void ReadContent(XmlNode set, XmlArticle* article) {
  for (XmlNode node = set.first(); node && article->text.empty(); node = node.next()) {
    if (!node.is_element()) continue;
    if (node.name() == "inlineXML") ReadInlineXml(node, article);
    if (node.name() == "inlineData") ReadInlineData(node, article);
  }
  // A part of NITF says so of itself; here the whole set is asked.
  article->reason = RejectReason::kNone;
}

// Why `item` has no text.
void ExplainWhyNone(XmlNode item, XmlArticle* article) {
  XmlNode set = item.name() == "contentSet" ? item : item.child("contentSet");
  std::string_view kind = CodeOf(item.at("itemMeta/itemClass"));
  bool of_text = kind.empty() || kind == "text" || kind == "composite";
  article->reason = set && of_text ? RejectReason::kNoText : RejectReason::kNoArticle;
  if (item.name() != "newsItem")
    article->detail = "a " + std::string(item.name());
  else if (!of_text)
    article->detail = "a newsItem of the class " + std::string(kind);
  else if (!set)
    article->detail = "a newsItem without contents";
  else if (set.child("remoteContent"))
    article->detail = "its contents are elsewhere";
}

}  // namespace

bool IsNewsMlItem(std::string_view name) {
  for (std::string_view item : {"newsItem", "packageItem", "conceptItem", "knowledgeItem",
                                "planningItem", "catalogItem", "contentSet"}) {
    if (name == item) return true;
  }
  return false;
}

void ReadNewsMlItem(XmlNode item, XmlArticle* article) {
  XmlNode about = item.child("itemMeta"), content = item.child("contentMeta");
  article->id = item.attribute("guid");
  if (article->id.substr(0, 4) == "http") article->url = article->id;
  article->language = content.child("language").attribute("tag");
  Offer(std::string(item.attribute("lang")), &article->language);
  OfferDate(about.child("versionCreated").line(), article);
  OfferDate(content.child("contentCreated").line(), article);
  OfferDate(about.child("firstCreated").line(), article);
  OfferTitle(content.child("headline"), article);
  OfferTitle(about.child("title"), article);
  OfferSource(about.child("provider"), content.child("infoSource"), article);
  std::string_view status = CodeOf(about.child("pubStatus"));
  if (status == "canceled" || status == "cancelled" || status == "withheld") {
    article->reason = RejectReason::kCanceled;
    article->detail = status;
    return;
  }
  ReadContent(item.name() == "contentSet" ? item : item.child("contentSet"), article);
  if (article->text.empty()) ExplainWhyNone(item, article);
}

}  // namespace factline
