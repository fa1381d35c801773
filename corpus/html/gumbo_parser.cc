// The door of gumbo.

#include <gumbo.h>

#include "corpus/html/parsers.h"

namespace factline {
namespace {

// Elements that gumbo does not know have their name only in the source.
std::string_view NameOf(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

void OpenElement(const GumboElement& element, HtmlTree* tree) {
  tree->Open(NameOf(element));
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    tree->AddAttribute(attribute.name, attribute.value);
  }
}

struct Place {
  const GumboElement* element;
  unsigned next = 0;  // child
};

void Copy(const GumboNode* root, HtmlTree* tree) {
  std::vector<Place> open = {{&root->v.element}};
  OpenElement(root->v.element, tree);
  while (!open.empty()) {
    Place& place = open.back();
    if (place.next == place.element->children.length) {
      tree->Close();
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(place.element->children.data[place.next++]);
    switch (child->type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        OpenElement(child->v.element, tree);
        open.push_back({&child->v.element});
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        tree->AddText(child->v.text.text);
        break;
      default:
        break;
    }
  }
}

}  // namespace

void ParseByGumbo(std::string_view page, HtmlTree* tree) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, page.data(), page.size());
  if (output == nullptr) return;
  if (output->root != nullptr) Copy(output->root, tree);
  gumbo_destroy_output(&options, output);
}

}  // namespace factline
