// XML as a tree.  The door of pugixml.
//
// Nothing outside the bytes is ever opened and no entity is expanded but the five
// of XML and numbers: neither files, addresses nor other documents are read, and
// the tree is never larger than the bytes.

#ifndef FACTLINE_CORPUS_XML_H_
#define FACTLINE_CORPUS_XML_H_

#include <memory>
#include <string>
#include <string_view>

namespace factline {

// An element or a piece of text of an XmlDocument, and valid as long as that is.
class XmlNode {
 public:
  XmlNode() = default;
  explicit XmlNode(void* node) : node_(node) {}

  explicit operator bool() const { return node_ != nullptr; }
  bool is_element() const;

  // Of an element: as written, "content:encoded"; and without the prefix, "encoded".
  std::string_view qualified_name() const;
  std::string_view name() const;
  // What its prefix, or the want of one, stands for: the address of a namespace.
  std::string_view name_space() const;

  // Of a piece of text or CDATA.
  std::string_view value() const;

  // Of the attribute of that name, with or without a prefix; or empty.
  std::string_view attribute(std::string_view name) const;

  XmlNode parent() const;
  XmlNode first() const;  // child
  XmlNode next() const;   // sibling
  XmlNode last_element() const;
  // The first child element of that name, whatever its prefix; and the element at
  // the end of such a path, as in "itemMeta/provider/name".
  XmlNode child(std::string_view name) const;
  XmlNode at(std::string_view path) const;
  // The first element below of that name, in the order of the document.
  XmlNode find(std::string_view name) const;

  // The text of all that is in it, as it stands; and the same on one line, white
  // space folded.
  std::string text() const;
  std::string line() const;

 private:
  void* node_ = nullptr;
};

class XmlDocument {
 public:
  XmlDocument();
  ~XmlDocument();

  // Reads `bytes` (UTF-8).  False where they are not well-formed; error() says why.
  // REQUIRES: `bytes` outlive this document, and are changed by it.
  bool Parse(std::string* bytes);
  std::string_view error() const;

  XmlNode root() const;  // its children are the elements on top

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The name of a qualified name without its prefix.
std::string_view LocalName(std::string_view qualified);

}  // namespace factline
#endif  // FACTLINE_CORPUS_XML_H_
