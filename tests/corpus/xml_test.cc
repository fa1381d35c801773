// What the readers of feeds, NITF and NewsML-G2 make of real shapes of them.

#include "corpus/readers/xml.h"

#include <gtest/gtest.h>

#include "tests/corpus/archive_text.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

std::string Read(const std::string& xml, Limits limits = {}) {
  TemporaryFolder folder;
  return ArticlesOf({folder.Write("in.xml", xml)}, InputFormat::kAuto, limits);
}

TEST(Feed, ReadsRssWithFullText) {
  EXPECT_EQ(
      "https://n.example/?p=7|2022-08-03T19:49:23+00:00|Ports & docks – a review|"
      "https://n.example/ports|Norrvik Daily|The port grew by\u00A0"
      "4%.\\n\\nIt cost $2\u00A0million.\n",
      Read(R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Norrvik Daily</title><link>https://n.example/</link>
<image><title>Logo</title></image>
<item><media:title>Picture</media:title><title>Ports &amp;amp; docks &#8211; a review</title>
<link>https://n.example/ports</link><media:description>A quay.</media:description>
<pubDate>Wed, 03 Aug 2022 19:49:23 +0000</pubDate>
<guid isPermaLink="false">https://n.example/?p=7</guid>
<description><![CDATA[Only the begin [&#8230;]]]></description>
<content:encoded><![CDATA[<p>The port grew by&nbsp;4%.</p><script>var x = "<p>";</script>
<p>It cost $2&nbsp;million.</p>]]></content:encoded></item></channel></rss>)"));
}

TEST(Feed, ReadsDescriptionsAsTheyCome) {
  std::string begin = "<rss><channel><title>C</title>";
  auto text = [&](const std::string& item) {
    std::string read = Read(begin + "<item><guid>g</guid>" + item + "</item></channel></rss>");
    return read.substr(read.rfind('|') + 1);
  };
  EXPECT_EQ("One.\\n\\nTwo.\n",
            text("<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>"));
  EXPECT_EQ("One.\\n\\nTwo.\n", text("<description><p>One.</p><p>Two.</p></description>"));
  EXPECT_EQ("One\\n\\nTwo: 3 < 4 & 5\n",
            text("<description>\nOne\n\nTwo: 3 &lt; 4 &amp; 5\n</description>"));
  EXPECT_EQ("It’s 5 — now\n", text("<description>It&amp;#8217;s 5 &mdash; now</description>"));
  EXPECT_EQ("A&unknown;B\n", text("<description>A&unknown;B</description>"));
}

TEST(Feed, ReadsAtom) {
  EXPECT_EQ(
      "urn:1|2003-12-13T18:30:02Z|Profits > losses|http://a.example/1|A feed|Up 3%.\\n\\nDown 2%.\n"
      "urn:2|2003-12-14|Two|http://a.example/2|Elsewhere|Plain <b> text\n",
      Read(
          R"(<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &lt;b&gt;feed&lt;/b&gt;</title>
<link href="http://a.example/"/>
<entry><title type="html">Profits &amp;gt; losses</title><id>urn:1</id>
<link rel="self" href="http://a.example/self"/><link rel="alternate" href="http://a.example/1"/>
<updated>2004-01-01T00:00:00Z</updated><published>2003-12-13T18:30:02Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Up <b>3</b>%.</p><p>Down 2%.<br/></p></div></content>
</entry>
<entry><title>Two</title><id>urn:2</id><link href="http://a.example/2"/><updated>2003-12-14</updated>
<source><title>Elsewhere</title></source><content src="http://a.example/file.pdf"/>
<summary type="text">Plain &lt;b> text</summary></entry></feed>)"));
}

TEST(Feed, ReadsRss1) {
  EXPECT_EQ("http://r.example/a|2003-04-10T08:00:00Z|A|http://r.example/a|R|Text & more.\n",
            Read(R"(<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://r.example/"><title>R</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel>
<item rdf:about="http://r.example/a"><title>A</title><link>http://r.example/a</link>
<description>Text &amp;amp; more.</description><dc:date>20030410T080000Z</dc:date></item></rdf:RDF>)"));
}

TEST(Feed, RejectsWhatHasNoText) {
  EXPECT_EQ("1@33 no_text\ng2|||||T\n",
            Read("<rss><channel><title></title>\n   <item><title>Only a title</title></item>"
                 "<item><guid isPermaLink=\"false\">g2</guid><description>T</description></item>"
                 "</channel></rss>")
                .replace(0, 1, "1"));
  EXPECT_EQ("1@37 no_article (no element that is an article)\n",
            Read("<rss><channel>no news</channel></rss>"));
}

TEST(Feed, RejectsOtherLanguagesThatSaySo) {
  std::string begin = "<rss><channel><language>", item = "<item><guid>g</guid><description>";
  std::string german = "Die Regierung hat am Montag beschlossen, dass die Steuer auf Bier steigt.";
  std::string english = "The government said on Monday that it will raise the tax on beer.";
  std::string end = "</description></item></channel></rss>";
  EXPECT_EQ("1@37 not_english (language de)\n",
            Read(begin + "de</language>" + item + german + end));
  EXPECT_EQ("g|||||" + english + "\n", Read(begin + "de</language>" + item + english + end));
  EXPECT_EQ("g|||||" + german + "\n", Read(begin + "en-GB</language>" + item + german + end));
}

constexpr const char* kNitf = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf version="-//IPTC//DTD NITF 3.3//EN">
 <head><title>Harbour Gets Loan</title><docdata><doc-id id-string="1815718"/>
  <date.issue norm=""/></docdata>
  <pubdata date.publication="20070103T000000" ex-ref="http://paper.example/1815718" name="The Norrvik Times"/></head>
 <body><body.head><hedline><hl1>Harbour
   Gets Loan</hl1></hedline>
  <byline class="print_byline">By ANNA LIND</byline><byline class="normalized_byline">Lind, Anna</byline>
  <dateline>NORRVIK, Jan. 2</dateline><abstract><p>A loan.</p></abstract></body.head>
 <body.content>%s</body.content></body></nitf>
)";

std::string Nitf(const std::string& content) {
  std::string nitf = kNitf;
  return nitf.replace(nitf.find("%s"), 2, content);
}

TEST(Nitf, ReadsTheFullTextOfTheTimesOnce) {
  EXPECT_EQ(
      "1815718|2007-01-03T00:00:00|Harbour Gets Loan|http://paper.example/1815718|"
      "The Norrvik Times|By ANNA LIND\\n\\nNORRVIK, Jan. 2\\n\\nThe bank lent $5 million.\\n\\n"
      "It said so.\n",
      Read(Nitf("<block class=\"lead_paragraph\"><p>The bank lent $5 million.</p></block>"
                "<block class=\"full_text\"><p>The bank\n lent $5 million.</p><p>It said so.</p>"
                "</block>")));
}

TEST(Nitf, ReadsMarksTablesAndSubheads) {
  std::string read = Read(
      Nitf("<p>NORRVIK (Norrvik News) - <org>Lind AB</org> has <num>six</num> "
           "<function>boats</function>."
           "</p><hl2>Results</hl2><media><media-caption>A boat.</media-caption></media>"
           "<note><body.content><p>Eds: updates.</p></body.content></note>"
           "<table><tr><td>Sales</td><td>5</td></tr></table><ul><li>One</li><li>Two</li></ul>"));
  EXPECT_EQ(
      "By ANNA LIND\\n\\nNORRVIK (Norrvik News) - Lind AB has six boats.\\n\\nResults\\n\\n"
      "Sales\t5\\n\\nOne\\n\\nTwo\n",
      read.substr(read.rfind('|') + 1));
  EXPECT_EQ("3@129 no_text\n", Read(Nitf("<p> </p>")));
}

TEST(Nitf, ReadsManyDocumentsOneAfterTheOther) {
  std::string both = Read(Nitf("<p>One.</p>") + Nitf("<p>Two.</p>"));
  EXPECT_NE(std::string::npos, both.find("One.\n1815718"));
  EXPECT_NE(std::string::npos, both.find("Two.\n"));
  EXPECT_EQ("|||||T\n",
            Read("<archive><day><nitf><body><body.content><p>T</p></body.content></body>"
                 "</nitf></day></archive>")
                .substr(8));
}

std::string NewsItem(const std::string& meta, const std::string& content) {
  return R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:1">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:LIND"/>
<versionCreated>2018-10-19T11:45:00-04:00</versionCreated>)" +
         meta + "</itemMeta><contentMeta><contentCreated>2016-10-19</contentCreated>" +
         "<headline>Head &amp; line</headline></contentMeta>" + content + "</newsItem>\n";
}

TEST(NewsMl, ReadsWhatIsInline) {
  const std::string head = "urn:n:1|2018-10-19T11:45:00-04:00|Head & line||LIND|";
  EXPECT_EQ(head + "One & two.\\n\\nThree.\n",
            Read(NewsItem("",
                          "<contentSet><inlineXML contenttype=\"application/xhtml+xml\">"
                          "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>X</title>"
                          "<script/></head><body><p>One &amp; two.</p><a name=\"x\"/><p>Three.</p>"
                          "</body></html></inlineXML></contentSet>")));
  EXPECT_EQ(head + "By A\\n\\nOne.\n",
            Read(NewsItem("",
                          "<contentSet><inlineXML><nitf><body><body.head><byline>By A</byline>"
                          "</body.head><body.content><p>One.</p></body.content></body></nitf>"
                          "</inlineXML></contentSet>")));
  EXPECT_EQ(head + "One\\n  two\n",
            Read(NewsItem("",
                          "<contentSet><inlineData contenttype=\"image/png\" encoding=\"b\">AAAA"
                          "</inlineData><inlineData contenttype=\"text/plain\">One\n  two"
                          "</inlineData></contentSet>")));
  EXPECT_EQ(head + "One.\\n\\nTwo.\n",
            Read(NewsItem("",
                          "<contentSet><inlineData contenttype=\"text/html\">&lt;p&gt;One."
                          "&lt;/p&gt;Two.</inlineData></contentSet>")));
}

TEST(NewsMl, ReadsEveryItemOfAMessageOrSaysWhyNot) {
  std::string one = NewsItem("", "<contentSet><inlineData>One.</inlineData></contentSet>");
  std::string message =
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header><sent>2018-10-19</sent>"
      "</header><itemSet>\n" +
      one +
      NewsItem("<pubStatus qcode=\"stat:canceled\"/>",
               "<contentSet><inlineData>Two.</inlineData></contentSet>") +
      "<conceptItem guid=\"c\"><concept/></conceptItem>\n<packageItem guid=\"p\"/>\n"
      "<newsItem guid=\"r\"><itemMeta><itemClass qcode=\"ninat:picture\"/></itemMeta><contentSet>"
      "<remoteContent href=\"x.jpg\"/></contentSet></newsItem>\n"
      "<newsItem guid=\"e\"><itemMeta><pubStatus "
      "uri=\"http://cv.iptc.org/newscodes/pubstatusg2/withheld\"/>"
      "</itemMeta></newsItem>\n<newsItem guid=\"n\"><contentSet><inlineXML><!-- none "
      "--></inlineXML>"
      "</contentSet></newsItem></itemSet></newsMessage>";
  std::string read = Read(message), reasons;
  EXPECT_EQ(0u, read.find("urn:n:1|"));
  for (size_t at = read.find('\n') + 1; at < read.size(); at = read.find('\n', at) + 1) {
    size_t blank = read.find(' ', at);
    reasons += read.substr(blank + 1, read.find('\n', at) - blank);
  }
  EXPECT_EQ(
      "canceled (canceled)\nno_article (a conceptItem)\nno_article (a packageItem)\n"
      "no_article (a newsItem of the class picture)\ncanceled (withheld)\nno_text\n",
      reasons);
}

}  // namespace
}  // namespace factline
