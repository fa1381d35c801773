#include "corpus/xml.h"

#include <pugixml.hpp>

namespace factline {
namespace {

pugi::xml_node Node(void* node) {
  return pugi::xml_node(static_cast<pugi::xml_node_struct*>(node));
}

XmlNode Wrapped(const pugi::xml_node& node) { return XmlNode(node.internal_object()); }

bool IsText(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// The node behind `node` in the order of the document and below `top`.
pugi::xml_node Following(pugi::xml_node node, const pugi::xml_node& top) {
  if (node.first_child()) return node.first_child();
  while (node != top && !node.next_sibling()) node = node.parent();
  return node == top ? pugi::xml_node() : node.next_sibling();
}

}  // namespace

std::string_view LocalName(std::string_view qualified) {
  size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

bool XmlNode::is_element() const { return Node(node_).type() == pugi::node_element; }
std::string_view XmlNode::qualified_name() const { return Node(node_).name(); }
std::string_view XmlNode::name() const { return LocalName(qualified_name()); }
std::string_view XmlNode::value() const { return Node(node_).value(); }
XmlNode XmlNode::parent() const { return Wrapped(Node(node_).parent()); }
XmlNode XmlNode::first() const { return Wrapped(Node(node_).first_child()); }
XmlNode XmlNode::next() const { return Wrapped(Node(node_).next_sibling()); }

std::string_view XmlNode::name_space() const {
  std::string_view qualified = qualified_name();
  size_t colon = qualified.find(':');
  std::string declared = "xmlns";
  if (colon != std::string_view::npos) declared += ":" + std::string(qualified.substr(0, colon));
  for (pugi::xml_node node = Node(node_); node; node = node.parent()) {
    if (pugi::xml_attribute found = node.attribute(declared.c_str())) return found.value();
  }
  return {};
}

std::string_view XmlNode::attribute(std::string_view name) const {
  for (const pugi::xml_attribute& attribute : Node(node_).attributes()) {
    if (attribute.name() == name || LocalName(attribute.name()) == name) return attribute.value();
  }
  return {};
}

XmlNode XmlNode::last_element() const {
  pugi::xml_node node = Node(node_).last_child();
  while (node && node.type() != pugi::node_element) node = node.previous_sibling();
  return Wrapped(node);
}

XmlNode XmlNode::child(std::string_view wanted) const {
  for (XmlNode node = first(); node; node = node.next()) {
    if (node.is_element() && node.name() == wanted) return node;
  }
  return {};
}

XmlNode XmlNode::at(std::string_view path) const {
  size_t slash = path.find('/');
  XmlNode node = child(path.substr(0, slash));
  return slash == std::string_view::npos || !node ? node : node.at(path.substr(slash + 1));
}

XmlNode XmlNode::find(std::string_view wanted) const {
  pugi::xml_node top = Node(node_);
  for (pugi::xml_node node = top.first_child(); node; node = Following(node, top)) {
    if (node.type() == pugi::node_element && LocalName(node.name()) == wanted) return Wrapped(node);
  }
  return {};
}

std::string XmlNode::text() const {
  std::string text;
  pugi::xml_node top = Node(node_);
  for (pugi::xml_node node = top.first_child(); node; node = Following(node, top)) {
    if (IsText(node)) text += node.value();
  }
  return text;
}

std::string XmlNode::line() const {
  std::string line;
  for (char c : text()) {
    bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

struct XmlDocument::State {
  pugi::xml_document document;
  std::string error;
};

XmlDocument::XmlDocument() : state_(std::make_unique<State>()) {}
XmlDocument::~XmlDocument() = default;

bool XmlDocument::Parse(std::string* bytes) {
  // White space between two elements in a line of text is a space of that text.
  constexpr unsigned kOptions = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                                pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;
  pugi::xml_parse_result result = state_->document.load_buffer_inplace(
      bytes->data(), bytes->size(), kOptions, pugi::encoding_utf8);
  state_->error = result ? "" : result.description();
  return static_cast<bool>(result);
}

std::string_view XmlDocument::error() const { return state_->error; }
XmlNode XmlDocument::root() const { return Wrapped(state_->document); }

}  // namespace factline
