// What is left of a page without its menus and asides still has more than one text:
// the article, and the beginnings of others.  The article is the element in which
// the most running text stands close together: every paragraph speaks for the
// element around it, less for the next, and so on up.
//
//   <main><div class="story"><p>…</p> <p>…</p> <p>…</p></div>   this one
//         <div class="more"><h3><a>…</a></h3><p>…</p></div></main>
//
// Then come the paragraphs that an article keeps outside of it: the one under the
// headline, and further parts of the same kind (pages that are cut by
// advertisements).  Teasers, which are a linked headline and a sentence, are taken
// out before.  The cost is linear in the page; tests/corpus/html_test.cc has the
// pages that taught this.

#include "corpus/html/main_text.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "corpus/html/blocks.h"
#include "corpus/html/element_words.h"
#include "corpus/html/notices.h"
#include "corpus/html/page_parts.h"

namespace factline {
namespace {

using enum HtmlTag;

constexpr double kDecay = 0.6;          // of a paragraph's voice, an element further up
constexpr int kHeard = 8;               // elements up
constexpr uint64_t kTeaser = 600;       // bytes of running text in one, at most
constexpr uint64_t kDeck = 3;           // paragraphs between headline and text, at most
constexpr uint64_t kLeastArticle = 60;  // bytes of running text
constexpr int kPartsUp = 3;             // elements up, where further parts are looked for
constexpr uint64_t kSimilarPart = 200;  // bytes that a further part of an article must hold

bool SaysBody(const HtmlTree& tree, uint32_t node) {
  return KindsOf(tree.Attribute(node, "class")).body || KindsOf(tree.Attribute(node, "id")).body;
}

// How much more an element's text counts for what the page calls it.
double VoiceOf(const HtmlTree& tree, uint32_t node) {
  double voice = 1;
  HtmlTag tag = tree[node].tag;
  if (tag == kArticle || tag == kMain || tree.Attribute(node, "role") == "main") voice *= 1.2;
  if (tree.Attribute(node, "itemprop").find("articleBody") != std::string_view::npos) voice *= 2;
  if (SaysBody(tree, node)) voice *= 1.5;
  return voice;
}

bool IsParagraph(HtmlTag tag) {
  return tag == kP || tag == kPre || tag == kBlockquote || tag == kLi || tag == kTr || tag == kDt ||
         tag == kDd || IsHeading(tag);
}

class Selection {
 public:
  Selection(const HtmlTree& tree, std::string_view title)
      : tree_(tree), title_(title), cut_(PartsAround(tree)) {
    CutTeasers();
    blocks_ = BlocksOf(tree_, cut_);
  }

  std::string Text() {
    TextMass mass(tree_, blocks_);
    Pick(mass);
    if (mass.Of(best_) < kLeastArticle) return {};
    std::vector<bool> kept = Chosen(mass);
    DropStrays(mass, &kept);
    return Join(kept);
  }

 private:
  // A headline that is a link and a little text: another article's beginning.  One
  // alone may be a blog's only story, whose headline links to itself.
  void CutTeasers() {
    HtmlBlocks all = BlocksOf(tree_, cut_);
    TextMass mass(tree_, all);
    std::vector<uint32_t> teasers;
    for (const HtmlBlock& block : all.blocks) {
      if (!IsHeading(tree_[block.node].tag) || tree_[block.node].tag == kH1) continue;
      if (block.link_bytes * 10 < block.size * 9 && !InsideLink(block.node)) continue;
      if (all.TextOf(block) == title_) continue;  // a story whose headline links to itself
      uint32_t part = TeaserAround(block.node, mass);
      if (part != 0 && (teasers.empty() || teasers.back() != part)) teasers.push_back(part);
    }
    if (teasers.size() < 2) return;
    for (uint32_t part : teasers) cut_[part] = true;
  }

  bool InsideLink(uint32_t node) const {
    for (int up = 0; up < 3 && node != 0; ++up, node = tree_[node].parent) {
      if (tree_[node].tag == kA) return true;
    }
    return false;
  }

  // The widest element around the heading that holds no other and little text, or 0.
  uint32_t TeaserAround(uint32_t heading, const TextMass& mass) const {
    uint32_t part = 0;
    for (uint32_t node = tree_[heading].parent; node != 0; node = tree_[node].parent) {
      if (mass.Of(node) > kTeaser || tree_[node].tag == kBody || HoldsOtherHeading(node, heading))
        break;
      part = node;
    }
    return part;
  }

  bool HoldsOtherHeading(uint32_t node, uint32_t heading) const {
    for (uint32_t i = node; i < tree_[node].end; ++i) {
      if (i != heading && IsHeading(tree_[i].tag)) return true;
      if (i - node > kTeaser) return true;  // no teaser has so many elements
    }
    return false;
  }

  void Pick(const TextMass& mass) {
    std::vector<double> score(tree_.size(), 0);
    for (const HtmlBlock& block : blocks_.blocks) {
      HtmlTag tag = tree_[block.node].tag;
      if (IsHeading(tag)) continue;
      uint32_t node = IsParagraph(tag) ? tree_[block.node].parent : block.node;
      double voice = MassOf(blocks_, block);
      for (int up = 0; up < kHeard && voice > 0; ++up, voice *= kDecay) {
        score[node] += voice;
        if (node == 0) break;
        node = tree_[node].parent;
      }
    }
    double most = 0;
    for (uint32_t i = 0; i < tree_.size(); ++i) {
      if (score[i] == 0) continue;
      double value = score[i] * VoiceOf(tree_, i);
      if (value <= most) continue;
      most = value;
      best_ = i;
    }
    Climb(mass);
  }

  // Out of an element that holds all but nothing less than the one around it, where
  // that is what the page calls its article.
  void Climb(const TextMass& mass) {
    for (uint32_t up = tree_[best_].parent; up != 0; up = tree_[up].parent) {
      bool named = tree_[up].tag == kArticle || SaysBody(tree_, up);
      if (named && mass.Of(up) * 4 < mass.Of(best_) * 5) best_ = up;
    }
  }

  std::vector<bool> Chosen(const TextMass& mass) const {
    std::vector<bool> kept(blocks_.blocks.size(), false);
    MarkInside(best_, &kept);
    uint32_t part = best_;
    for (int up = 0; up < kPartsUp && tree_[part].parent != 0; ++up, part = tree_[part].parent) {
      uint32_t parent = tree_[part].parent;
      for (uint32_t i = parent + 1; i < tree_[parent].end; i = tree_[i].end) {
        if (i == part || !IsFurtherPart(i, part, mass)) continue;
        MarkInside(i, &kept);
        MarkInside(part, &kept);  // all of it, as of the others
      }
    }
    MarkDeck(&kept);
    return kept;
  }

  void MarkInside(uint32_t node, std::vector<bool>* kept) const {
    for (size_t i = 0; i < kept->size(); ++i) {
      uint32_t at = blocks_.blocks[i].node;
      if (at >= node && at < tree_[node].end) (*kept)[i] = true;
    }
  }

  // Whether `node` goes on with what `part`, beside it, begins or ends.
  bool IsFurtherPart(uint32_t node, uint32_t part, const TextMass& mass) const {
    if (tree_[node].tag != tree_[part].tag || cut_[node]) return false;
    if (tree_[node].tag == kArticle || tree_[node].tag == kLi) return false;  // another one
    std::string name = KindName(node);
    if (name == KindName(part) && !name.empty()) return mass.Of(node) > 0;
    return part == best_ && mass.Of(node) > kSimilarPart && mass.Of(node) * 5 > mass.Of(best_);
  }

  // The classes of an element but those that number it.
  std::string KindName(uint32_t node) const {
    std::string name;
    std::string_view classes = tree_.Attribute(node, "class");
    for (size_t at = 0; at < classes.size();) {
      size_t end = std::min(classes.find(' ', at), classes.size());
      std::string_view word = classes.substr(at, end - at);
      if (word.find_first_of("0123456789") == std::string_view::npos)
        name.append(word).append(1, ' ');
      at = end + 1;
    }
    return name;
  }

  // Sentences between the headline and the text.
  void MarkDeck(std::vector<bool>* kept) const {
    uint32_t headline = 0;
    for (uint32_t i = 0; i < best_; ++i) {
      if (tree_[i].tag != kH1) continue;
      bool other = !title_.empty() && title_.find(tree_.LineOf(i)) == std::string_view::npos;
      if (!other) headline = i;  // a site's name may be an h1 too
    }
    if (headline == 0 || tree_[headline].end > best_) return;
    uint32_t around = CommonAncestor(headline, best_);
    uint64_t found = 0;
    for (size_t i = 0; i < kept->size() && found < kDeck; ++i) {
      const HtmlBlock& block = blocks_.blocks[i];
      if (block.node < tree_[headline].end || block.node >= best_ || block.node < around) continue;
      if (IsHeading(tree_[block.node].tag) || MassOf(blocks_, block) == 0) continue;
      (*kept)[i] = true;
      ++found;
    }
  }

  uint32_t CommonAncestor(uint32_t a, uint32_t b) const {
    while (a != 0 && (b < a || b >= tree_[a].end)) a = tree_[a].parent;
    return a;
  }

  // Drops what stands in the article's column and is none of it.
  void DropStrays(const TextMass& mass, std::vector<bool>* kept) const {
    size_t first = kept->size(), last = 0;
    for (size_t i = 0; i < kept->size(); ++i) {
      const HtmlBlock& block = blocks_.blocks[i];
      if (!(*kept)[i]) continue;
      if (IsStray(block)) {
        (*kept)[i] = false;
      } else if (MassOf(blocks_, block) > 0 && !IsHeading(tree_[block.node].tag)) {
        first = std::min(first, i);
        last = i;
      }
    }
    DropNotices(mass, kept);
    DropSectionsOfOthers(kept);
    first = FirstHeading(first, *kept);
    // Bylines and dates come before the first sentence, links and labels after the last.
    for (size_t i = 0; i < kept->size(); ++i) {
      bool row = tree_[blocks_.blocks[i].node].tag == kTr;
      bool item = tree_[blocks_.blocks[i].node].tag == kLi;
      if (i < first || (i > last && !row && !item)) (*kept)[i] = false;
    }
    DropEmptySections(kept);
    DropRepeats(kept);
  }

  // The heading in front of the first sentence, where there are others of its kind.
  size_t FirstHeading(size_t first, const std::vector<bool>& kept) const {
    size_t heading = first;
    do {
      if (heading == 0) return first;
    } while (!kept[--heading]);
    if (first == kept.size()) return first;
    HtmlTag tag = tree_[blocks_.blocks[heading].node].tag;
    if (!IsHeading(tag)) return first;
    for (size_t i = first; i < kept.size(); ++i) {
      if (kept[i] && tree_[blocks_.blocks[i].node].tag == tag) return heading;
    }
    return first;
  }

  // A notice, with what stands around it in a box that holds nothing else.
  void DropNotices(const TextMass& mass, std::vector<bool>* kept) const {
    for (size_t i = 0; i < kept->size(); ++i) {
      if (!(*kept)[i] || !IsNotice(blocks_.TextOf(blocks_.blocks[i]))) continue;
      (*kept)[i] = false;
      uint32_t box = blocks_.blocks[i].node;
      if (mass.Of(box) > 0) continue;
      while (tree_[box].parent > best_ && mass.Of(tree_[box].parent) == 0) box = tree_[box].parent;
      for (size_t j = 0; j < kept->size(); ++j) {
        uint32_t at = blocks_.blocks[j].node;
        if (at >= box && at < tree_[box].end) (*kept)[j] = false;
      }
    }
  }

  // "Sources", "Related articles": to the next heading that is not below.
  void DropSectionsOfOthers(std::vector<bool>* kept) const {
    HtmlTag dropped = kOther;
    for (size_t i = 0; i < kept->size(); ++i) {
      HtmlTag tag = tree_[blocks_.blocks[i].node].tag;
      if (IsHeading(tag) && (dropped == kOther || tag <= dropped))
        dropped = IsHeadingOfOthers(blocks_.TextOf(blocks_.blocks[i])) ? tag : kOther;
      if (dropped != kOther) (*kept)[i] = false;
    }
  }

  bool IsStray(const HtmlBlock& block) const {
    HtmlTag tag = tree_[block.node].tag;
    std::string_view text = blocks_.TextOf(block);
    bool linked = block.link_bytes * 4 > block.size * 3 ||
                  (block.link_bytes * 2 > block.size && tag != kLi && !EndsLikeASentence(text));
    if (IsHeading(tag)) return tag == kH1 || linked || text == title_;
    if (linked || text == title_) return true;
    bool wordless = std::none_of(text.begin(), text.end(), [](char c) {
      return (c | 0x20) >= 'a' || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    });
    if (wordless) return true;
    bool label = !IsParagraph(tag) && !EndsLikeASentence(text) && MassOf(blocks_, block) == 0;
    return label;
  }

  // A heading stays where text of its section stays.
  void DropEmptySections(std::vector<bool>* kept) const {
    int next = 0;  // the level of the heading that follows; 7: text follows, 0: nothing
    for (size_t i = kept->size(); i-- > 0;) {
      if (!(*kept)[i]) continue;
      HtmlTag tag = tree_[blocks_.blocks[i].node].tag;
      if (!IsHeading(tag)) {
        next = 7;
        continue;
      }
      int level = 1 + static_cast<int>(tag) - static_cast<int>(kH1);
      if (next <= level || HeadsOnlyWhatWasDropped(i, *kept))
        (*kept)[i] = false;
      else
        next = level;
    }
  }

  // "Editors' picks" and its links in an element of their own.
  bool HeadsOnlyWhatWasDropped(size_t heading, const std::vector<bool>& kept) const {
    uint32_t end = tree_[tree_[blocks_.blocks[heading].node].parent].end;
    size_t i = heading + 1;
    while (i < kept.size() && blocks_.blocks[i].node < end && !kept[i]) ++i;
    return i > heading + 1 && (i == kept.size() || blocks_.blocks[i].node >= end);
  }

  // Sentences that stand twice: a deck, a pulled quote.
  void DropRepeats(std::vector<bool>* kept) const {
    std::unordered_set<std::string_view> seen;
    for (size_t i = 0; i < kept->size(); ++i) {
      const HtmlBlock& block = blocks_.blocks[i];
      if (!(*kept)[i] || MassOf(blocks_, block) == 0) continue;
      if (!seen.insert(blocks_.TextOf(block)).second) (*kept)[i] = false;
    }
  }

  std::string Join(const std::vector<bool>& kept) const {
    std::string text;
    for (size_t i = 0; i < kept.size(); ++i) {
      if (!kept[i]) continue;
      if (!text.empty()) text += "\n\n";
      text += blocks_.TextOf(blocks_.blocks[i]);
    }
    return text;
  }

  const HtmlTree& tree_;
  std::string_view title_;
  std::vector<bool> cut_;
  HtmlBlocks blocks_;
  uint32_t best_ = 0;
};

}  // namespace

std::string MainText(const HtmlTree& tree, std::string_view title) {
  if (tree.size() == 0) return {};
  return Selection(tree, title).Text();
}

std::string AllText(const HtmlTree& tree) {
  std::string text;
  HtmlBlocks blocks = BlocksOf(tree, PartsAround(tree));
  for (const HtmlBlock& block : blocks.blocks) {
    if (!text.empty()) text += "\n\n";
    text += blocks.TextOf(block);
  }
  return text;
}

std::string FragmentText(std::string_view html) {
  HtmlTree tree;
  if (!tree.Parse(html)) return {};
  return AllText(tree);
}

}  // namespace factline
