#include "corpus/readers/xml.h"

#include <algorithm>
#include <string>

#include "corpus/readers/feed.h"
#include "corpus/readers/newsml_g2.h"
#include "corpus/readers/nitf.h"
#include "corpus/readers/xml_article.h"
#include "corpus/readers/xml_cutter.h"
#include "corpus/text/charset.h"
#include "corpus/text/english.h"
#include "corpus/xml.h"

namespace factline {
namespace {

bool IsFeedItem(std::string_view name) { return name == "item" || name == "entry"; }

bool IsArticle(std::string_view name) {
  return IsFeedItem(name) || name == "nitf" || IsNewsMlItem(name);
}

class XmlParser : public ArticleParser {
 public:
  RejectReason Parse(const RawRecord& record, std::string_view bytes, const Limits& limits,
                     Article* article) override {
    found_ = XmlArticle();
    RejectReason reason = Read(record, bytes, limits);
    article->id = found_.id;
    article->published = found_.published;
    article->title = found_.title;
    article->url = found_.url;
    article->source = found_.source;
    if (reason == RejectReason::kNone) article->text = found_.text;
    return reason;
  }

  std::string_view detail() const override { return found_.detail; }

 private:
  // The record in its surroundings as UTF-8, in `xml_`.
  RejectReason Assemble(const XmlHeader& header, std::string_view bytes, const Limits& limits) {
    given_.assign(header.before).append(bytes).append(header.behind);
    Utf8Text text = ToUtf8(given_, header.encoding, limits.guess_encoding, &room_);
    found_.detail = text.detail;
    if (text.reason != RejectReason::kNone) return text.reason;
    xml_ = text.text;
    ResolveHtmlEntities(&xml_);
    return RejectReason::kNone;
  }

  RejectReason Read(const RawRecord& record, std::string_view bytes, const Limits& limits) {
    XmlHeader header = XmlHeader::Of(record.header);
    RejectReason reason = Assemble(header, bytes, limits);
    if (reason != RejectReason::kNone) return reason;
    XmlDocument document;
    if (!document.Parse(&xml_)) {
      found_.detail = document.error();
      return RejectReason::kInvalidXml;
    }
    XmlNode node = document.root().last_element();
    for (size_t at = header.behind.find('<'); at != std::string_view::npos;
         at = header.behind.find('<', at + 1))
      node = node.last_element();
    if (IsFeedItem(node.name()))
      ReadFeedItem(node, &found_);
    else if (node.name() == "nitf")
      ReadNitf(node, &found_);
    else
      ReadNewsMlItem(node, &found_);
    if (found_.reason != RejectReason::kNone) return found_.reason;
    if (found_.text.size() > limits.text) return RejectReason::kTextTooLong;
    if (SaysNotEnglish(found_.language) && !LooksEnglish(found_.text)) {
      found_.detail = "language " + found_.language.substr(0, 20);
      return RejectReason::kNotEnglish;
    }
    return RejectReason::kNone;
  }

  std::string given_, room_, xml_;
  XmlArticle found_;
};

}  // namespace

bool IsXml(std::string_view head) {
  std::string_view root = XmlRootName(head);
  if (root == "html") return false;
  for (std::string_view known : {"rss", "RDF", "feed", "newsMessage"}) {
    if (root == known) return true;
  }
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  return IsArticle(root) || head.substr(0, 5) == "<?xml" || head.substr(0, 9) == "<!DOCTYPE";
}

std::unique_ptr<RecordCutter> NewXmlCutter() { return std::make_unique<XmlCutter>(IsArticle); }
std::unique_ptr<ArticleParser> NewXmlParser(const KeyMap&) { return std::make_unique<XmlParser>(); }

}  // namespace factline
