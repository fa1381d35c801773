#include "corpus/html/page_reader.h"

#include <algorithm>

#include "corpus/html/main_text.h"
#include "corpus/html/tree.h"
#include "corpus/text/charset.h"
#include "corpus/text/english.h"

namespace factline {
namespace {

// A page that does not call itself an article needs more text to be one: an error
// page and a login page have a sentence or two as well.
constexpr size_t kLeastText = 60;
constexpr size_t kLeastUnnamedText = 150;

bool StartsWith(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] | 0x20) : text[i];
    if (c != lower[i]) return false;
  }
  return true;
}

// Behind white space, comments and declarations.
std::string_view BehindPreamble(std::string_view head) {
  while (true) {
    size_t begin = head.find_first_not_of(" \t\r\n\f");
    if (begin == std::string_view::npos) return {};
    head.remove_prefix(begin);
    bool comment = StartsWith(head, "<!--");
    if (!comment && !StartsWith(head, "<?xml")) return head;
    size_t end = head.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return {};
    head.remove_prefix(end + (comment ? 3 : 2));
  }
}

// Where a page keeps its text in its data alone, or most of it.
bool SaysMore(const std::string& linked, const std::string& text) {
  return linked.size() >= kLeastText && text.size() * 2 < linked.size();
}

}  // namespace

RejectReason PageReader::Read(std::string_view page, const PageSurroundings& around,
                              const Limits& limits, Article* article) {
  detail_.clear();
  std::string_view charset = around.charset.empty() ? DeclaredCharset(page) : around.charset;
  Utf8Text utf8 = ToUtf8(page, charset, limits.guess_encoding, &room_);
  detail_ = std::move(utf8.detail);
  if (utf8.reason != RejectReason::kNone) return utf8.reason;
  HtmlTree tree;
  if (!tree.Parse(utf8.text)) return RejectReason::kTooDeep;
  metadata_ = MetadataOf(tree, around.latest);
  article->title = metadata_.title;
  article->published = metadata_.published;
  article->url = around.url.empty() ? metadata_.url : around.url;
  article->source = metadata_.source;
  text_ = MainText(tree, metadata_.title);
  if (SaysMore(metadata_.linked_body, text_)) {
    bool markup = metadata_.linked_body.find("</") != std::string::npos;
    text_ = markup ? FragmentText(metadata_.linked_body) : metadata_.linked_body;
  }
  if (text_.size() < (metadata_.article ? kLeastText : kLeastUnnamedText))
    return RejectReason::kNoArticle;
  if (text_.size() > limits.text) return RejectReason::kTextTooLong;
  if (SaysNotEnglish(metadata_.language) && !LooksEnglish(text_)) {
    detail_ = "language " + metadata_.language.substr(0, 20);
    return RejectReason::kNotEnglish;
  }
  article->text = text_;
  return RejectReason::kNone;
}

bool LooksLikeHtml(std::string_view head) {
  head = BehindPreamble(head);
  if (StartsWith(head, "<!doctype")) {
    size_t name = head.find_first_not_of(" \t\r\n", 9);
    return name != std::string_view::npos && StartsWith(head.substr(name), "html");
  }
  for (const char* tag : {"<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>",
                          "<h1", "<script", "<link", "<table"}) {
    if (StartsWith(head, tag)) return true;
  }
  return false;
}

}  // namespace factline
