#include "corpus/html/blocks.h"

#include <algorithm>
#include <utility>

namespace factline {
namespace {

constexpr uint32_t kLongestRow = 300;  // in bytes, of a row of figures

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// Bytes of an invisible character at `at`: a soft hyphen (U+00AD), a space without
// width (U+200B) or a byte order mark (U+FEFF); 0 where there is none.
size_t InvisibleAt(std::string_view text, size_t at) {
  std::string_view rest = text.substr(at, 3);
  if (rest.substr(0, 2) == "\xC2\xAD") return 2;
  return rest == "\xE2\x80\x8B" || rest == "\xEF\xBB\xBF" ? 3 : 0;
}

bool IsCell(HtmlTag tag) { return tag == HtmlTag::kTd || tag == HtmlTag::kTh; }

class Walk {
 public:
  Walk(const HtmlTree& tree, const std::vector<bool>& cut) : tree_(tree), cut_(cut) {}

  HtmlBlocks Run() {
    for (uint32_t i = 0; i < tree_.size();) {
      LeaveBefore(i);
      if (cut_[i] || IsUnread(tree_[i].tag)) {
        if (IsBlock(tree_[i].tag)) Flush();
        i = tree_[i].end;
        continue;
      }
      Enter(i++);
    }
    LeaveBefore(tree_.size());
    Flush();
    return std::move(out_);
  }

 private:
  // An open element with a meaning for the text in it.
  struct Open {
    uint32_t node;
    bool block;
  };

  void Enter(uint32_t i) {
    HtmlTag tag = tree_[i].tag;
    if (tag == HtmlTag::kText) {
      Append(tree_[i].text);
    } else if (tag == HtmlTag::kBr) {
      Break();
    } else if (IsBlock(tag)) {
      EnterBlock(i);
    } else if (tag == HtmlTag::kA) {
      ++links_;
      open_.push_back({i, false});
    }
  }

  void EnterBlock(uint32_t i) {
    HtmlTag tag = tree_[i].tag;
    if (i < row_end_) {  // a cell, or a paragraph in one
      if (IsCell(tag) && !line_.empty()) line_ += '\t';
      space_ = !IsCell(tag);
      return;
    }
    Flush();
    if (tag == HtmlTag::kTr && IsRowOfFigures(i)) row_end_ = tree_[i].end;
    if (tag == HtmlTag::kPre) ++pre_;
    open_.push_back({i, true});
  }

  void LeaveBefore(uint32_t i) {
    while (!open_.empty() && tree_[open_.back().node].end <= i) {
      Open last = open_.back();
      if (last.block) Flush();
      open_.pop_back();
      if (!last.block) --links_;
      if (tree_[last.node].tag == HtmlTag::kPre) --pre_;
    }
  }

  // At least two cells with little in them, and nothing but cells: a row of a table
  // that was made for data, not for laying out a page.
  bool IsRowOfFigures(uint32_t row) const {
    size_t cells = 0, bytes = 0;
    for (uint32_t i = row + 1; i < tree_[row].end; ++i) {
      HtmlTag tag = tree_[i].tag;
      if (IsCell(tag)) ++cells;
      if (!IsCell(tag) && (IsBlock(tag) || tag == HtmlTag::kBr) && tag != HtmlTag::kP) return false;
      bytes += tree_[i].text.size();
      if (bytes > kLongestRow) return false;
    }
    return cells >= 2;
  }

  void Append(std::string_view text) {
    size_t before = line_.size();
    for (size_t at = 0; at < text.size();) {
      if (size_t n = InvisibleAt(text, at)) {
        at += n;
      } else if (IsSpace(text[at]) && (pre_ == 0 || text[at] == '\r')) {
        space_ = true;
        ++at;
      } else {
        if (space_ && !line_.empty() && !IsSpace(line_.back())) line_ += ' ';
        space_ = false;
        if (text[at] != '\n' || !line_.empty()) line_ += text[at];
        ++at;
      }
    }
    if (line_.size() > before) broken_ = false;
    if (links_ > 0) link_bytes_ += static_cast<uint32_t>(line_.size() - before);
  }

  void Break() {
    if (broken_) {
      Flush();
    } else if (!line_.empty()) {
      line_ += '\n';
      space_ = false;
      broken_ = true;
    }
  }

  void Flush() {
    while (!line_.empty() && IsSpace(line_.back())) line_.pop_back();
    if (!line_.empty()) {
      HtmlBlock block;
      block.node = InnermostBlock();
      block.begin = static_cast<uint32_t>(out_.text.size());
      block.size = static_cast<uint32_t>(line_.size());
      block.link_bytes = std::min(link_bytes_, block.size);
      out_.blocks.push_back(block);
      out_.text += line_;
    }
    line_.clear();
    link_bytes_ = 0;
    space_ = broken_ = false;
  }

  uint32_t InnermostBlock() const {
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i].block) return open_[i].node;
    }
    return 0;
  }

  const HtmlTree& tree_;
  const std::vector<bool>& cut_;
  HtmlBlocks out_;
  std::vector<Open> open_;
  std::string line_;  // the block in hand
  uint32_t link_bytes_ = 0;
  uint32_t row_end_ = 0;  // of the row of figures in hand
  int links_ = 0;         // open
  int pre_ = 0;           // open
  bool space_ = false;    // white space stands before what comes next
  bool broken_ = false;   // the last that came was a <br>
};

}  // namespace

HtmlBlocks BlocksOf(const HtmlTree& tree, const std::vector<bool>& cut) {
  return Walk(tree, cut).Run();
}

bool IsUnread(HtmlTag tag) {
  using enum HtmlTag;
  switch (tag) {
    case kAudio:
    case kButton:
    case kCanvas:
    case kHead:
    case kIframe:
    case kInput:
    case kMath:
    case kNoscript:
    case kObject:
    case kScript:
    case kSelect:
    case kStyle:
    case kSvg:
    case kTemplate:
    case kTextarea:
    case kTitle:
    case kVideo:
      return true;
    default:
      return false;
  }
}

}  // namespace factline
