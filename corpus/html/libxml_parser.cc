// The door of libxml2, of which only the HTML parser is used: it opens no file,
// resolves no entity but HTML's own, and stops at 256 open elements.

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <mutex>

#include "corpus/html/parsers.h"

namespace factline {
namespace {

std::string_view Of(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void OpenElement(const xmlNode* element, HtmlTree* tree) {
  tree->Open(Of(element->name));
  for (const xmlAttr* a = element->properties; a != nullptr; a = a->next) {
    tree->AddAttribute(Of(a->name), a->children != nullptr ? Of(a->children->content) : "");
  }
}

void Copy(const xmlNode* root, HtmlTree* tree) {
  const xmlNode* node = root;
  while (node != nullptr) {
    bool element = node->type == XML_ELEMENT_NODE;
    if (element) OpenElement(node, tree);
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      tree->AddText(Of(node->content));
    if (element && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (element) tree->Close();
    while (node != root && node->next == nullptr) {
      node = node->parent;
      tree->Close();
    }
    if (node == root) return;
    node = node->next;
  }
}

}  // namespace

bool ParseByLibxml(std::string_view page, HtmlTree* tree) {
  static std::once_flag once;
  std::call_once(once, [] { xmlInitParser(); });
  htmlParserCtxt* context = htmlNewParserCtxt();
  if (context == nullptr) return true;
  constexpr int kOptions =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  xmlDoc* document = htmlCtxtReadMemory(context, page.data(), static_cast<int>(page.size()),
                                        nullptr, "UTF-8", kOptions);
  // The only error that ends the reading before the end of the page.
  bool whole = context->disableSAX == 0;
  if (document != nullptr) {
    xmlNode* root = xmlDocGetRootElement(document);
    if (root != nullptr) Copy(root, tree);
    xmlFreeDoc(document);
  }
  htmlFreeParserCtxt(context);
  return whole;
}

}  // namespace factline
