// Whoever wants to stall a parser will try to make this scan see fewer tags than
// there are: by a comment that ends early (<!-->), a script in a script, a quote
// in an end tag, a style inside of <svg>, where it is no text.  So it follows the
// tokenizer of HTML 5 in what hides tags, and counts one too many rather than one
// too few in everything else.

#include "corpus/html/tag_scan.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace factline {
namespace {

bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string Lower(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

// Elements without an end, or whose end is where the next of them begins.
bool EndsByItself(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "area",  "base",  "basefont", "bgsound", "br",    "col",  "dd",     "dt", "embed", "hr",
      "img",   "input", "keygen",   "li",      "link",  "meta", "option", "p",  "param", "source",
      "tbody", "td",    "tfoot",    "th",      "thead", "tr",   "track",  "wbr"};
  return std::binary_search(std::begin(kNames), std::end(kNames), name);
}

// Elements whose content is text up to their end tag.
bool HoldsText(std::string_view name) {
  return name == "script" || name == "style" || name == "textarea" || name == "title" ||
         name == "xmp" || name == "iframe" || name == "noembed" || name == "noframes";
}

class Scan {
 public:
  explicit Scan(std::string_view page) : page_(page) {}

  TagCounts Run() {
    while ((at_ = page_.find('<', at_)) < page_.size()) {
      if (counts_.attributes > kTooManyAttributes) break;
      char next = Peek(1);
      if (IsLetter(next)) {
        Tag(false);
      } else if (next == '/' && IsLetter(Peek(2))) {
        Tag(true);
      } else if (page_.substr(at_, 4) == "<!--") {
        SkipComment();
      } else if (next == '!' || next == '?' || next == '/') {
        SkipTo(">", at_ + 2);
      } else {
        ++at_;
      }
    }
    return counts_;
  }

 private:
  char Peek(size_t ahead) const { return at_ + ahead < page_.size() ? page_[at_ + ahead] : '\0'; }

  void SkipTo(std::string_view what, size_t from) {
    size_t end = page_.find(what, from);
    at_ = end == std::string_view::npos ? page_.size() : end + what.size();
  }

  // "<!-->" and "<!--->" are whole comments, and "--!>" ends one too.
  void SkipComment() {
    size_t from = at_ + 2;
    size_t end = page_.find("-->", from);
    size_t bang = page_.find("--!>", from + 2);
    if (end == std::string_view::npos && bang == std::string_view::npos)
      at_ = page_.size();
    else
      at_ = bang < end ? bang + 4 : end + 3;
  }

  void Tag(bool closing) {
    at_ += closing ? 2 : 1;
    size_t begin = at_;
    while (at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '/' && page_[at_] != '>')
      ++at_;
    std::string name = Lower(page_.substr(begin, std::min<size_t>(at_ - begin, kLongestName)));
    Attributes();
    if (EndsByItself(name)) return;
    uint32_t& open = open_[name];
    if (closing) {
      if (open == 0) return;
      --open;
      --all_;
    } else if (HoldsText(name) && !InForeign()) {
      SkipText(name);
    } else {
      ++open;
      counts_.open = std::max(counts_.open, ++all_);
    }
  }

  bool InForeign() {
    auto svg = open_.find("svg"), math = open_.find("math");
    return (svg != open_.end() && svg->second > 0) || (math != open_.end() && math->second > 0);
  }

  // From behind the name of a tag to behind its '>'.
  void Attributes() {
    uint64_t count = 0;
    while (at_ < page_.size() && page_[at_] != '>') {
      if (IsSpace(page_[at_]) || page_[at_] == '/') {
        ++at_;
        continue;
      }
      ++count;
      ++at_;  // a name may begin with '='
      while (at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' &&
             page_[at_] != '/')
        ++at_;
      Value();
    }
    ++at_;
    counts_.attributes = std::max(counts_.attributes, count);
  }

  void Value() {
    size_t at = at_;
    while (at < page_.size() && IsSpace(page_[at])) ++at;
    if (at >= page_.size() || page_[at] != '=') return;
    ++at;
    while (at < page_.size() && IsSpace(page_[at])) ++at;
    at_ = at;
    if (at_ < page_.size() && (page_[at_] == '"' || page_[at_] == '\'')) {
      SkipTo(page_.substr(at_, 1), at_ + 1);
    } else {
      while (at_ < page_.size() && !IsSpace(page_[at_]) && page_[at_] != '>') ++at_;
    }
  }

  // Whether "</NAME" or "<NAME" (by `opening`) stands at `at`, as a whole name.
  bool NameAt(size_t at, std::string_view opening, std::string_view name) const {
    if (page_.substr(at, opening.size()) != opening) return false;
    at += opening.size();
    if (at + name.size() >= page_.size()) return false;
    for (size_t i = 0; i < name.size(); ++i) {
      if ((page_[at + i] | 0x20) != name[i]) return false;
    }
    char after = page_[at + name.size()];
    return IsSpace(after) || after == '/' || after == '>';
  }

  // To the end tag of `name`.  In a script, "<!--" and then "<script" hide one.
  void SkipText(std::string_view name) {
    bool escaped = false, twice = false;
    for (; at_ < page_.size(); ++at_) {
      if (page_[at_] == '-' && escaped && page_.substr(at_, 3) == "-->") escaped = twice = false;
      if (page_[at_] != '<') continue;
      if (name == "script") {
        if (page_.substr(at_, 4) == "<!--") {
          escaped = true;
          at_ += 1;  // "<!-->" is over at once
          continue;
        }
        if (escaped && !twice && NameAt(at_, "<", name)) twice = true;
        if (twice && NameAt(at_, "</", name)) {
          twice = false;
          continue;
        }
      }
      if (!twice && NameAt(at_, "</", name)) return;  // the end tag is read as a tag
    }
  }

  static constexpr size_t kLongestName = 64;

  std::string_view page_;
  size_t at_ = 0;
  TagCounts counts_;
  uint64_t all_ = 0;
  std::unordered_map<std::string, uint32_t> open_;
};

}  // namespace

TagCounts ScanTags(std::string_view page) { return Scan(page).Run(); }

}  // namespace factline
