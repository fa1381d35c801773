// What is read of HTML: the text of pieces of it, and that no page stalls a parser.

#include <gtest/gtest.h>

#include <ctime>
#include <string>

#include "corpus/html/element_words.h"
#include "corpus/html/main_text.h"
#include "corpus/html/tag_scan.h"
#include "corpus/html/tree.h"

namespace factline {
namespace {

std::string Times(size_t n, std::string_view what) {
  std::string out;
  for (size_t i = 0; i < n; ++i) out += what;
  return out;
}

TEST(FragmentText, JoinsBlocksWithAnEmptyLine) {
  EXPECT_EQ("One two.\n\nThree.\n\nFour",
            FragmentText("<p>One\n  two.</p><P>Three.<div>Four</div>"));
  EXPECT_EQ("a\n\nb\n\nc", FragmentText("<ul><li>a<li>b</ul>c"));
  EXPECT_EQ("Head\n\nText", FragmentText("<h2> Head </h2>Text"));
  EXPECT_EQ("plain text & more", FragmentText("plain text &amp; more"));
  EXPECT_EQ("", FragmentText(""));
  EXPECT_EQ("", FragmentText("  <p> </p> "));
}

TEST(FragmentText, TakesABreakAsALineAndTwoAsAParagraph) {
  EXPECT_EQ("a\nb\n\nc", FragmentText("a<br>b<br/> <br>\nc<br>"));
}

TEST(FragmentText, ResolvesEntitiesAndDropsWhatNobodySees) {
  EXPECT_EQ("5\xE2\x82\xAC \xE2\x80\x93 caf\xC3\xA9 <b>",
            FragmentText("5&euro; &#8211; caf&eacute; &lt;b>"));
  EXPECT_EQ("government", FragmentText("gov&shy;ern\xE2\x80\x8Bment"));
}

TEST(FragmentText, KeepsInlineMarkupTogether) {
  EXPECT_EQ("Shares of ACME rose 5%.",
            FragmentText("<p>Shares of <b>AC</b><i>ME</i> rose <a href=x>5%</a>.</p>"));
}

TEST(FragmentText, LeavesOutScriptsCaptionsAndButtons) {
  EXPECT_EQ(
      "One.\n\nTwo.",
      FragmentText("<p>One.</p><script>if (a<b) x('<p>no</p>')</script><style>p{}</style>"
                   "<figure><img><figcaption>Photo: none</figcaption></figure>"
                   "<div class='share-buttons'><p>Share this story with your friends</p></div>"
                   "<div class='wp-caption-text'>A caption.</div><p>Two.</p>"
                   "<span class='screen-reader-text'>(opens in new window)</span>"));
}

TEST(FragmentText, PutsTheCellsOfARowInALine) {
  EXPECT_EQ("Team\tPoints\n\nReds\t31",
            FragmentText("<table><tr><th>Team<th>Points<tr><td><p>Reds</p><td>31</table>"));
  EXPECT_EQ("Menu\n\nA story.",
            FragmentText("<table><tr><td><p>Menu</p><div></div><td><p>A story.</table>"));
}

TEST(FragmentText, KeepsTheLinesOfPreformattedText) {
  EXPECT_EQ("WASHINGTON, May 5 -\n  The Senate",
            FragmentText("<pre>\nWASHINGTON, May 5 -\n  The Senate\n</pre>"));
}

TEST(ElementKinds, ReadsNamesInEveryManner) {
  for (const char* name :
       {"article-body", "story__articleBody", "x Article_Body y", "article--body"}) {
    EXPECT_TRUE(KindsOf(name).body) << name;
    EXPECT_FALSE(KindsOf(name).noise) << name;
  }
  for (const char* name : {"sidebar", "mainSidebar", "post__related-posts", "a social-share"}) {
    EXPECT_TRUE(KindsOf(name).noise) << name;
  }
  for (const char* name : {"", "content", "has-sidebar", "tag-cookies", "navy", "readership"}) {
    EXPECT_FALSE(KindsOf(name).noise) << name;
  }
  EXPECT_TRUE(KindsOf("comment-list").comments);
  EXPECT_TRUE(KindsOf("sr-only").unseen);
}

TEST(TagScan, CountsWhatIsOpen) {
  EXPECT_EQ(3u, ScanTags("<html><body><div></div><div></div><p><p><p><br>").open);
  EXPECT_EQ(4u, ScanTags("<a b c=d e='>' f=\">\"/><p x>").attributes);
  EXPECT_EQ(600u, ScanTags(Times(600, "<div></x>")).open)
      << "the end of something else closes nothing";
}

TEST(TagScan, IsNotFooledByWhatHidesTags) {
  std::string deep = Times(1000, "<div>");
  for (const char* before : {"<!-->", "<!--->", "<!-- --!>", "</p a='> <script> '>", "<svg><style>",
                             "<script><!--<script></script><style></script>--></script>", "<?x>",
                             "<![CDATA[>", "<math><title>", "<script><!--></script>"}) {
    EXPECT_GE(ScanTags(before + deep).open, kMostOpenTags) << before;
  }
  for (const char* around : {"<!-- ", "<script>", "<style>", "<textarea>", "<script><!-- "}) {
    EXPECT_LE(ScanTags(around + deep).open, 1u) << around;
  }
}

double SecondsOfReading(std::string_view page) {
  std::clock_t begin = std::clock();  // of the processor: other programs run too
  HtmlTree tree;
  tree.Parse(page);
  MainText(tree, {});
  AllText(tree);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr double kSeconds = 20;
#else
constexpr double kSeconds = 2;
#endif

// Every page here is one that a parser without a guard takes seconds or minutes for.
TEST(HtmlTree, IsQuickWhateverThePage) {
  constexpr size_t kMany = 100000;
  const std::string pages[] = {
      Times(kMany, "<div>"),
      Times(kMany, "<b><div>"),
      Times(kMany, "<div></p>"),
      Times(kMany, "<a><table><td>"),
      Times(kMany, "<svg><style><div>"),
      Times(kMany, "<p><b>"),
      Times(kMany, "</p><b></i>"),
      Times(kMany, "<ul><li>"),
      Times(kMany, "<p>Some words.</p>"),
      Times(kMany, "<br>"),
      Times(kMany, "<table>"),
      Times(kMany, "<table><tr><td>x</td></tr></table>"),
      Times(kMany, "<select><option>"),
      Times(kMany, "<li><p>"),
      Times(kMany, "x<table>y</table>"),
      Times(kMany, "<h2><a href=x>y</a></h2><p>Some words that go on.</p>"),
      Times(kMany, "&amp;&lt"),
      Times(kMany, "<"),
      Times(kMany, "<!--"),
      Times(kMany, "<b id=1>x</b>"),
      Times(500, "<span>") + Times(kMany, "<p>x</p>"),
      Times(400, "<b>") + Times(kMany / 10, "<p>x</p>"),
      Times(kMany, "<script>"),
      Times(kMany, "<script>x</script>"),
      Times(kMany, "\r\n"),
      std::string(kMany * 4, '\0'),
      std::string(kMany * 4, '\xFF'),
  };
  for (const std::string& page : pages) {
    EXPECT_LT(SecondsOfReading(page), kSeconds) << page.substr(0, 40);
  }
  for (size_t n : {200, 1000, 20000}) {
    std::string tag = "<p";
    for (size_t i = 0; i < n; ++i) tag += " a" + std::to_string(i) + "=1";
    EXPECT_LT(SecondsOfReading(Times(100000 / n, tag + ">x")), kSeconds) << n << " attributes";
  }
}

TEST(HtmlTree, SaysWhereAPageIsTooDeep) {
  HtmlTree tree;
  EXPECT_TRUE(tree.Parse(Times(200, "<div>") + "x"));
  EXPECT_FALSE(tree.Parse(Times(100000, "<div>") + "x"));
  EXPECT_TRUE(tree.Parse("<p>x"));
  EXPECT_EQ("x", AllText(tree));
}

}  // namespace
}  // namespace factline
