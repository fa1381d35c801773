#include "corpus/html/tree.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "corpus/html/parsers.h"
#include "corpus/html/tag_scan.h"

namespace factline {
namespace {

// In the order of HtmlTag.
constexpr std::string_view kNames[] = {
    "a",        "address", "article", "aside",    "audio",      "base",   "blockquote", "body",
    "br",       "button",  "canvas",  "caption",  "center",     "dd",     "details",    "dialog",
    "div",      "dl",      "dt",      "fieldset", "figcaption", "figure", "footer",     "form",
    "h1",       "h2",      "h3",      "h4",       "h5",         "h6",     "head",       "header",
    "hgroup",   "hr",      "html",    "iframe",   "img",        "input",  "label",      "legend",
    "li",       "link",    "main",    "math",     "menu",       "meta",   "nav",        "noscript",
    "object",   "ol",      "option",  "p",        "picture",    "pre",    "script",     "section",
    "select",   "style",   "summary", "svg",      "table",      "tbody",  "td",         "template",
    "textarea", "tfoot",   "th",      "thead",    "time",       "title",  "tr",         "ul",
    "video"};
static_assert(std::size(kNames) == static_cast<size_t>(HtmlTag::kOther));

// What main_text.cc and page_metadata.cc ask for; pages have many more.
constexpr std::string_view kAttributes[] = {
    "aria-hidden", "aria-label", "class",     "content",  "data-component",
    "data-testid", "datetime",   "hidden",    "href",     "http-equiv",
    "id",          "itemprop",   "itemscope", "itemtype", "lang",
    "name",        "property",   "pubdate",   "rel",      "role",
    "style",       "title",      "type",      "xml:lang"};

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

bool HtmlTree::Parse(std::string_view page) {
  nodes_.clear();
  attributes_.clear();
  strings_.Clear();
  open_ = 0;
  TagCounts counts = ScanTags(page);
  if (counts.open <= kMostOpenTags && counts.attributes <= kMostAttributes) {
    ParseByGumbo(page, this);
    return true;
  }
  return counts.attributes <= kTooManyAttributes && ParseByLibxml(page, this);
}

std::string_view HtmlTree::Attribute(uint32_t node, std::string_view name) const {
  const HtmlAttribute* found = Find(node, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool HtmlTree::HasAttribute(uint32_t node, std::string_view name) const {
  return Find(node, name) != nullptr;
}

const HtmlAttribute* HtmlTree::Find(uint32_t node, std::string_view name) const {
  const HtmlNode& element = nodes_[node];
  for (uint32_t i = element.attributes; i < element.attributes_end; ++i) {
    if (attributes_[i].name == name) return &attributes_[i];
  }
  return nullptr;
}

std::string HtmlTree::LineOf(uint32_t node) const {
  std::string line;
  bool space = false;
  for (uint32_t i = node; i < nodes_[node].end; ++i) {
    if (IsBlock(nodes_[i].tag)) space = true;
    for (char c : nodes_[i].text) {
      if (IsSpace(c)) {
        space = true;
        continue;
      }
      if (space && !line.empty()) line += ' ';
      space = false;
      line += c;
    }
  }
  return line;
}

void HtmlTree::Open(std::string_view name) {
  HtmlNode node;
  std::string lower(name);  // elements that are none of HTML's keep their case
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  auto found = std::lower_bound(std::begin(kNames), std::end(kNames), lower);
  if (found != std::end(kNames) && *found == lower)
    node.tag = static_cast<HtmlTag>(found - std::begin(kNames));
  node.parent = open_;
  node.attributes = node.attributes_end = static_cast<uint32_t>(attributes_.size());
  open_ = size();
  node.end = open_ + 1;
  nodes_.push_back(node);
}

void HtmlTree::AddAttribute(std::string_view name, std::string_view value) {
  auto kept = std::lower_bound(std::begin(kAttributes), std::end(kAttributes), name);
  if (kept == std::end(kAttributes) || *kept != name) return;
  attributes_.push_back({*kept, strings_.Keep(value)});
  nodes_.back().attributes_end = static_cast<uint32_t>(attributes_.size());
}

void HtmlTree::AddText(std::string_view text) {
  HtmlNode node;
  node.tag = HtmlTag::kText;
  node.parent = open_;
  node.end = size() + 1;
  node.text = strings_.Keep(text);
  nodes_.push_back(node);
}

void HtmlTree::Close() {
  nodes_[open_].end = size();
  open_ = nodes_[open_].parent;
}

bool IsBlock(HtmlTag tag) {
  using enum HtmlTag;
  static constexpr auto kBlocks = [] {
    std::array<bool, static_cast<size_t>(kText) + 1> blocks{};
    for (HtmlTag t : {kAddress,    kArticle, kAside,  kBlockquote, kBody,    kCaption, kCenter,
                      kDd,         kDetails, kDialog, kDiv,        kDl,      kDt,      kFieldset,
                      kFigcaption, kFigure,  kFooter, kForm,       kH1,      kH2,      kH3,
                      kH4,         kH5,      kH6,     kHead,       kHeader,  kHgroup,  kHr,
                      kHtml,       kLegend,  kLi,     kMain,       kMenu,    kNav,     kOl,
                      kOption,     kP,       kPre,    kSection,    kSummary, kTable,   kTbody,
                      kTd,         kTfoot,   kTh,     kThead,      kTitle,   kTr,      kUl})
      blocks[static_cast<size_t>(t)] = true;
    return blocks;
  }();
  return kBlocks[static_cast<size_t>(tag)];
}

bool IsHeading(HtmlTag tag) { return tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6; }

}  // namespace factline
