// Tags are counted by name, not by depth: an item in which somebody forgot to
// close a paragraph ends where </item> stands, is no XML, and costs its neighbours
// nothing.

#include "corpus/readers/xml_cutter.h"

#include <algorithm>
#include <cstring>

#include "corpus/text/charset.h"
#include "corpus/xml.h"

namespace factline {
namespace {

constexpr int kMostDepth = 512;            // of open elements, in a record and around it
constexpr size_t kMostHeader = 64 * 1024;  // bytes
constexpr std::string_view kBlanks = " \t\r\n";

bool BeginsName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// "content:encoded" of "<content:encoded a='b'>" and of "</content:encoded>".
std::string_view NameIn(std::string_view tag) {
  tag.remove_prefix(tag[1] == '/' ? 2 : 1);
  return tag.substr(0, tag.find_first_of(" \t\r\n/>"));
}

// Those of the document type itself (<!ENTITY % …>) are no text: they are not read,
// and what they would declare stays as it stands.
bool DeclaresEntities(std::string_view declaration) {
  constexpr std::string_view kEntity = "<!ENTITY";
  size_t at = declaration.find(kEntity);
  for (; at != std::string_view::npos; at = declaration.find(kEntity, at + 1)) {
    size_t name = declaration.find_first_not_of(kBlanks, at + kEntity.size());
    if (name == std::string_view::npos || declaration[name] != '%') return true;
  }
  return false;
}

}  // namespace

XmlHeader XmlHeader::Of(std::string_view header) {
  XmlHeader parts;
  size_t first = header.find('\n');
  size_t second = header.find('\n', first + 1);
  if (second == std::string_view::npos) return parts;
  parts.encoding = header.substr(0, first);
  parts.behind = header.substr(first + 1, second - first - 1);
  parts.before = header.substr(second + 1);
  return parts;
}

std::string XmlHeader::Joined() const {
  std::string joined(encoding);
  joined.append("\n").append(behind).append("\n").append(before);
  return joined;
}

bool XmlTokens::Found(Kind kind, uint64_t end) {
  kind_ = kind;
  end_ = end;
  scanned_ = 0;
  quote_ = '\0';
  brackets_ = 0;
  return true;
}

bool XmlTokens::Next(std::string_view bytes) {
  begin_ = end_;
  if (begin_ >= bytes.size()) return false;
  if (bytes[begin_] == '<') return NextInMarkup(bytes);
  size_t markup = bytes.find('<', begin_);
  return Found(Kind::kText, markup == std::string_view::npos ? bytes.size() : markup);
}

bool XmlTokens::NextInMarkup(std::string_view bytes) {
  constexpr struct {
    std::string_view opener, closer;
    Kind kind;
  } kSpans[] = {{"<!--", "-->", Kind::kText},
                {"<![CDATA[", "]]>", Kind::kText},
                {"<?", "?>", Kind::kInstruction}};
  std::string_view rest = bytes.substr(begin_);
  for (const auto& [opener, closer, kind] : kSpans) {
    if (rest.substr(0, opener.size()) == opener) return EndsAt(bytes, opener.size(), closer, kind);
    if (rest == opener.substr(0, rest.size())) return false;  // more must tell
  }
  if (rest[1] == '!') return NextDeclaration(bytes);
  return NextTag(bytes);
}

bool XmlTokens::EndsAt(std::string_view bytes, size_t opener, std::string_view closer, Kind kind) {
  uint64_t from = begin_ + std::max<uint64_t>(opener, scanned_);
  size_t found = bytes.find(closer, from);
  if (found != std::string_view::npos) return Found(kind, found + closer.size());
  // The closer may have begun to arrive.
  scanned_ = std::max<uint64_t>(opener, bytes.size() - begin_ - (closer.size() - 1));
  return false;
}

bool XmlTokens::NextTag(std::string_view bytes) {
  char first = bytes[begin_ + 1];
  if (!BeginsName(first) && first != '/') return Found(Kind::kText, begin_ + 1);  // "a < b"
  for (uint64_t at = begin_ + std::max<uint64_t>(1, scanned_); at < bytes.size(); ++at) {
    char c = bytes[at];
    if (c == '<') return Found(Kind::kText, at);  // no tag: none has that in it, quoted or not
    if (quote_ != '\0') {
      if (c == quote_) quote_ = '\0';
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '>') {
      bool empty = bytes[at - 1] == '/';
      return Found(first == '/' ? Kind::kEnd : empty ? Kind::kEmpty : Kind::kStart, at + 1);
    }
  }
  scanned_ = bytes.size() - begin_;
  return false;
}

// <!DOCTYPE nitf SYSTEM "nitf.dtd" [ … ]>
bool XmlTokens::NextDeclaration(std::string_view bytes) {
  for (uint64_t at = begin_ + std::max<uint64_t>(2, scanned_); at < bytes.size(); ++at) {
    char c = bytes[at];
    if (quote_ != '\0') {
      if (c == quote_) quote_ = '\0';
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '[' || c == ']') {
      brackets_ += c == '[' ? 1 : -1;
    } else if (c == '>' && brackets_ <= 0) {
      return Found(Kind::kDeclaration, at + 1);
    }
  }
  scanned_ = bytes.size() - begin_;
  return false;
}

void XmlCutter::Cut(InputWindow* window) {
  while (!window->rest_rejected() && tokens_.Next(window->bytes())) {
    std::string_view token =
        window->bytes().substr(tokens_.begin(), tokens_.end() - tokens_.begin());
    if (inside_)
      Inside(window, token);
    else
      Outside(window, token);
  }
  if (!window->rest_rejected() && window->bytes().size() > window->limits().record) {
    window->RejectRest(line(), RejectReason::kLineTooLong,
                       inside_ ? "an element without an end" : "a tag without an end");
  }
}

void XmlCutter::Outside(InputWindow* window, std::string_view token) {
  switch (tokens_.kind()) {
    case XmlTokens::Kind::kStart:
    case XmlTokens::Kind::kEmpty:
      return OutsideStart(window, token);
    case XmlTokens::Kind::kEnd:
      return OutsideEnd(window, token);
    case XmlTokens::Kind::kDeclaration:
      if (DeclaresEntities(token))
        return window->RejectRest(line_, RejectReason::kInvalidXml, "declares entities");
      break;
    case XmlTokens::Kind::kInstruction:
      if (open_.empty() && token.substr(0, 5) == "<?xml") {
        std::string_view declared = DeclaredCharset(token);
        encoding_ = declared.substr(0, declared.find_first_of(kBlanks));
      }
      break;
    case XmlTokens::Kind::kText:
      if (!open_.empty()) Keep(token);
      break;
  }
  Pass(window, token);
}

void XmlCutter::OutsideStart(InputWindow* window, std::string_view token) {
  if (open_.empty()) {  // a document begins
    before_.clear();
    before_kept_ = true;
    header_set_ = false;
  }
  std::string_view name = NameIn(token);
  bool empty = tokens_.kind() == XmlTokens::Kind::kEmpty;
  if (wanted_(LocalName(name))) {
    BeginRecord(window, name);
    if (empty) EndRecord(window);
    return;
  }
  Keep(token);
  if (!empty) {
    if (open_.size() == kMostDepth)
      return window->RejectRest(line_, RejectReason::kTooDeep, "512 elements around no article");
    if (token.size() > kMostHeader)
      return window->RejectRest(line_, RejectReason::kLineTooLong, "a tag over 64 KiB");
    open_.push_back({std::string(name), std::string(token)});
  }
  Pass(window, token);
}

void XmlCutter::OutsideEnd(InputWindow* window, std::string_view token) {
  std::string name(NameIn(token));
  if (open_.empty() || open_.back().name != name) {
    std::string detail = "</" + name.substr(0, 100) + "> where ";
    detail += open_.empty() ? "nothing is open" : "<" + open_.back().name.substr(0, 100) + "> is";
    return window->RejectRest(line_, RejectReason::kInvalidXml, detail);
  }
  Keep(token);
  open_.pop_back();
  Pass(window, token);
}

void XmlCutter::Keep(std::string_view token) {
  if (header_set_ || !before_kept_) return;
  before_kept_ = before_.size() + token.size() <= kMostHeader;
  if (before_kept_) before_ += token;
}

void XmlCutter::Pass(InputWindow* window, std::string_view token) {
  line_ += static_cast<uint64_t>(std::count(token.begin(), token.end(), '\n'));
  window->Skip(token.size());
  tokens_.Forget(token.size());
}

void XmlCutter::BeginRecord(InputWindow* window, std::string_view name) {
  if (!header_set_) {
    if (!before_kept_) {
      before_.clear();
      for (const Open& open : open_) before_ += open.tag;
    }
    std::string behind;
    for (size_t i = open_.size(); i-- > 0;) behind += "</" + open_[i].name + ">";
    window->SetHeader(XmlHeader{encoding_, before_, behind}.Joined());
    header_set_ = true;
  }
  ++records_;
  inside_ = true;
  record_name_ = name;
  record_line_ = line_;
  nested_ = depth_ = 0;
  too_deep_ = false;
}

void XmlCutter::Inside(InputWindow* window, std::string_view token) {
  if (tokens_.kind() == XmlTokens::Kind::kStart) {
    nested_ += NameIn(token) == record_name_;
    too_deep_ |= ++depth_ >= kMostDepth;
  } else if (tokens_.kind() == XmlTokens::Kind::kEnd) {
    --depth_;
    if (NameIn(token) == record_name_ && nested_-- == 0) EndRecord(window);
  }
}

void XmlCutter::EndRecord(InputWindow* window) {
  uint64_t size = tokens_.end();
  std::string_view record = window->bytes().substr(0, size);
  line_ += static_cast<uint64_t>(std::count(record.begin(), record.end(), '\n'));
  if (too_deep_)
    window->Reject(size, record_line_, RejectReason::kTooDeep, "elements nested over 512 deep");
  else
    window->Take(size, record_line_);
  tokens_.Forget(size);
  inside_ = false;
}

void XmlCutter::Finish(InputWindow* window) {
  std::string_view left = window->bytes();
  bool blank = left.find_first_not_of(kBlanks) == std::string_view::npos;
  if (inside_)
    window->Reject(left.size(), record_line_, RejectReason::kTruncated,
                   "ends inside <" + record_name_.substr(0, 100) + ">");
  else if (!open_.empty())
    window->Reject(left.size(), line_, RejectReason::kTruncated,
                   "ends before </" + open_.back().name.substr(0, 100) + ">");
  else if (!blank)
    window->Reject(left.size(), line_, RejectReason::kTruncated, "ends inside a tag");
  else if (records_ == 0)
    window->Reject(left.size(), line_, RejectReason::kNoArticle, "no element that is an article");
}

std::string_view XmlRootName(std::string_view head) {
  XmlTokens tokens;
  while (tokens.Next(head)) {
    std::string_view token = head.substr(tokens.begin(), tokens.end() - tokens.begin());
    switch (tokens.kind()) {
      case XmlTokens::Kind::kStart:
      case XmlTokens::Kind::kEmpty:
        return LocalName(NameIn(token));
      case XmlTokens::Kind::kEnd:
        return {};
      case XmlTokens::Kind::kText:
        if (token[0] != '<' && token.find_first_not_of(kBlanks) != std::string_view::npos)
          return {};
        break;
      default:
        break;
    }
  }
  return {};
}

}  // namespace factline
