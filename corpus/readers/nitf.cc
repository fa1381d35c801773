#include "corpus/readers/nitf.h"

#include <string>

#include "corpus/html/main_text.h"

namespace factline {
namespace {

// Blocks of NITF by their relatives in HTML; marks within a line are only marks.
std::string_view NameInHtml(XmlNode element) {
  constexpr std::string_view kNames[][2] = {{"p", "p"},
                                            {"block", "div"},
                                            {"bq", "blockquote"},
                                            {"hl1", "h1"},
                                            {"hl2", "h2"},
                                            {"ul", "ul"},
                                            {"ol", "ol"},
                                            {"li", "li"},
                                            {"dl", "dl"},
                                            {"dt", "dt"},
                                            {"dd", "dd"},
                                            {"pre", "pre"},
                                            {"br", "br"},
                                            {"hr", "hr"},
                                            {"table", "table"},
                                            {"tr", "tr"},
                                            {"td", "td"},
                                            {"th", "th"},
                                            {"thead", "thead"},
                                            {"tbody", "tbody"},
                                            {"tfoot", "tfoot"},
                                            {"nitf-table", "div"},
                                            {"credit", "p"},
                                            {"fn", kLeftOut},
                                            {"media", kLeftOut},
                                            {"note", kLeftOut},
                                            {"datasource", kLeftOut},
                                            {"pronounce", kLeftOut},
                                            {"nitf-table-metadata", kLeftOut},
                                            {"nitf-col", kLeftOut},
                                            {"nitf-colgroup", kLeftOut}};
  for (const auto& [name, html] : kNames) {
    if (element.name() == name) return html;
  }
  return {};
}

// The block of the class "full_text" among the children of `content`, or nothing.
XmlNode FullText(XmlNode content) {
  for (XmlNode node = content.first(); node; node = node.next()) {
    if (node.is_element() && node.name() == "block" && node.attribute("class") == "full_text")
      return node;
  }
  return {};
}

// Whether `text` begins as `dateline` does, up to its first comma: agencies print
// it at the head of the first paragraph too.
bool BeginsWithDateline(std::string_view text, std::string_view dateline) {
  std::string_view place = dateline.substr(0, dateline.find(','));
  return text.size() >= place.size() && text.substr(0, place.size()) == place;
}

std::string TextOf(XmlNode nitf) {
  XmlNode content = nitf.at("body/body.content");
  XmlNode full_text = FullText(content);
  std::string body = FragmentText(HtmlIn(full_text ? full_text : content, NameInHtml));
  if (body.empty()) return body;
  std::string text;
  XmlNode head = nitf.at("body/body.head");
  // The first is as printed, others as indexed.
  if (XmlNode byline = head.child("byline")) Offer(byline.line(), &text);
  if (XmlNode dateline = head.child("dateline")) {
    std::string line = dateline.line();
    if (!line.empty() && !BeginsWithDateline(body, line))
      text += (text.empty() ? "" : "\n\n") + line;
  }
  return (text.empty() ? "" : text + "\n\n") + body;
}

}  // namespace

void ReadNitf(XmlNode nitf, XmlArticle* article) {
  XmlNode data = nitf.at("head/docdata");
  XmlNode publication = nitf.at("head/pubdata");
  Offer(std::string(nitf.attribute("lang")), &article->language);
  Offer(std::string(data.child("doc-id").attribute("id-string")), &article->id);
  OfferDate(data.child("date.issue").attribute("norm"), article);
  OfferDate(data.child("date.release").attribute("norm"), article);
  OfferDate(publication.attribute("date.publication"), article);
  if (XmlNode headline = nitf.at("body/body.head/hedline/hl1"))
    Offer(headline.line(), &article->title);
  if (XmlNode headline = nitf.at("body/body.head/hedline")) Offer(headline.line(), &article->title);
  if (XmlNode title = nitf.at("head/title")) Offer(title.line(), &article->title);
  std::string_view address = publication.attribute("ex-ref");
  if (address.substr(0, 4) == "http") Offer(std::string(address), &article->url);
  Offer(std::string(publication.attribute("name")), &article->source);
  Offer(std::string(data.child("doc-id").attribute("regsrc")), &article->source);
  if (XmlNode distributor = nitf.at("body/body.head/distributor"))
    Offer(distributor.line(), &article->source);
  Offer(TextOf(nitf), &article->text);
  if (article->text.empty()) article->reason = RejectReason::kNoText;
}

}  // namespace factline
