// XML made to harm: entities that read files or explode, nesting without end,
// documents cut short or in other encodings than they say.  Each is rejected or
// read for what it says, at once, and nothing outside of it is opened.

#include <gtest/gtest.h>

#include <ctime>

#include "tests/corpus/archive_text.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

constexpr const char* kSecret = "secret-of-another-file";

// What is read of the XML, in which FOLDER stands for a folder with the files
// "secret", which holds kSecret, and "secret.dtd", which declares it as &x;.
std::string Read(std::string xml, Limits limits = {}) {
  TemporaryFolder folder;
  folder.Write("secret", kSecret);
  folder.Write("secret.dtd", std::string("<!ENTITY x \"") + kSecret + "\">");
  for (size_t at; (at = xml.find("FOLDER")) != std::string::npos;)
    xml.replace(at, 6, "file://" + folder.path());
  std::string path = folder.Write("in.xml", xml);
  std::clock_t begin = std::clock();  // of this process: others do not count
  std::string read = ArticlesOf({path}, InputFormat::kAuto, limits);
  EXPECT_LT(std::clock() - begin, 2 * CLOCKS_PER_SEC) << xml.substr(0, 200);
  EXPECT_EQ(std::string::npos, read.find(kSecret)) << xml.substr(0, 200);
  return read;
}

std::string Nitf(const std::string& before, const std::string& text) {
  return "<?xml version=\"1.0\"?>\n" + before + "<nitf><body><body.content><p>" + text +
         "</p></body.content></body></nitf>";
}

std::string Repeated(const std::string& what, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += what;
  return all;
}

// The reason of the only line of `read`.
std::string Reason(const std::string& read) {
  size_t blank = read.find(' ');
  EXPECT_EQ(read.size() - 1, read.find('\n')) << read;
  return read.substr(blank + 1, read.find_first_of(" \n", blank + 1) - blank - 1);
}

TEST(HostileXml, OpensNothingOutside) {
  EXPECT_EQ("2@22 invalid_xml (declares entities)\n",
            Read(Nitf("<!DOCTYPE nitf [<!ENTITY x SYSTEM \"FOLDER/secret\">]>", "a &x; b")));
  EXPECT_EQ(
      "in.xml:2|||||a &x; b\n",
      Read(Nitf("<!DOCTYPE nitf [<!ENTITY % d SYSTEM \"FOLDER/secret.dtd\"> %d;]>", "a &x; b")));
  EXPECT_EQ("2@22 invalid_xml (declares entities)\n",
            Read(Nitf("<!DOCTYPE nitf [<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]>", "a &x; b")));
  EXPECT_EQ("in.xml:2|||||a &x; b\n",
            Read(Nitf("<!DOCTYPE nitf SYSTEM \"FOLDER/secret.dtd\">", "a &x; b")));
  EXPECT_EQ("in.xml:2|||||a b\n",
            Read(Nitf("<!DOCTYPE nitf PUBLIC \"-//X//EN\" \"http://127.0.0.1:9/x.dtd\" []>",
                      "a <xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" "
                      "href=\"FOLDER/secret\"/> b")));
  EXPECT_EQ("in.xml:2|||||a\n", Read(Nitf("<?xml-stylesheet href=\"FOLDER/secret\"?>",
                                          "a<?php readfile('FOLDER/secret') ?>")));
}

TEST(HostileXml, ExpandsNothing) {
  std::string laughs = "<!DOCTYPE nitf [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 20; ++i)
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" +
              Repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  EXPECT_EQ("invalid_xml", Reason(Read(Nitf(laughs + "]>", "&a19;"))));
  std::string quadratic = "<!DOCTYPE nitf [<!ENTITY a \"" + std::string(100'000, 'x') + "\">]>";
  EXPECT_EQ("invalid_xml", Reason(Read(Nitf(quadratic, Repeated("&a;", 100'000)))));
  std::string many = Read(Nitf("", Repeated("&a;", 100'000)));
  std::string names;
  for (int i = 0; i < 300'000; ++i) names += "&a" + std::to_string(i) + ";";
  EXPECT_EQ(names.size() + 14, Read(Nitf("", names)).size());
  EXPECT_EQ(300'000u + 14, many.size());
}

TEST(HostileXml, HoldsDepth) {
  for (int depth : {100'000, 1'000'000}) {
    EXPECT_EQ("too_deep",
              Reason(Read(Nitf("", Repeated("<b>", depth) + "x" + Repeated("</b>", depth)))));
    EXPECT_EQ("too_deep", Reason(Read("<?xml version=\"1.0\"?>" + Repeated("<a>", depth))));
  }
  std::string deep = Repeated("<b>", 400) + "x" + Repeated("</b>", 400);
  EXPECT_EQ("in.xml:2|||||x\n", Read(Nitf("", deep)));
  EXPECT_EQ("no_text",
            Reason(Read("<rss><channel><item><description><![CDATA[" + Repeated("<div>", 100'000) +
                        "x]]></description></item></channel></rss>")));
  std::string attributes;
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "='1'";
  EXPECT_EQ("in.xml:2|||||x\n", Read(Nitf("", "<b" + attributes + ">x</b>")));
}

TEST(HostileXml, EndsWhatHasNoEnd) {
  Limits limits;
  limits.record = 1 << 20;
  for (const char* begin :
       {"<!--", "<![CDATA[", "<?pi ", "<a b=\"", "<!DOCTYPE x [", "<!DOCTYPE x \""}) {
    std::string endless = begin + std::string(5 << 20, 'x');
    EXPECT_EQ("line_too_long", Reason(Read("<?xml version=\"1.0\"?><rss>" + endless, limits)))
        << begin;
    EXPECT_EQ("line_too_long", Reason(Read("<rss><item>" + endless, limits))) << begin;
    EXPECT_EQ("truncated", Reason(Read("<rss><item>" + std::string(begin) + "x", limits))) << begin;
  }
  EXPECT_EQ("line_too_long", Reason(Read("<rss><item>" + Repeated("<p/>", 1 << 19), limits)));
  EXPECT_EQ("line_too_long", Reason(Read("<rss a=\"" + std::string(100'000, 'x') + "\"><item>")));
}

TEST(HostileXml, ReadsPastMarkupThatOnlyLooksLikeIt) {
  EXPECT_EQ(
      "1|||||a </item> b <item> c\n2|||||a < b > c\n",
      Read("<rss><!-- <item> --><?x <item> ?><channel a='&lt;'><item><guid>1</guid><!-- </item> -->"
           "<description><![CDATA[a &lt;/item> b &lt;item> c]]></description></item>"
           "<item x=\"a>b\" y='/'><guid>2</guid><description>a &lt; b &gt; c</description></item>"
           "</channel></rss>"));
}

TEST(HostileXml, KeepsNeighboursOfABrokenItem) {
  std::string good = "<item><guid>1</guid><description>T</description></item>";
  EXPECT_EQ(
      "1|||||T\n2@70 invalid_xml (Start-end tags mismatch)\n1|||||T\n",
      Read("<rss><channel>\n" + good + "<item><p>never closed</item>" + good + "</channel></rss>"));
}

const std::string kFeed =
    "<?xml version=\"1.0\"?>\n<rss><channel><title>C</title>\n"
    "<item><guid>1</guid><description><![CDATA[<p>One.</p>]]></description></item>\n"
    "<item><guid>2</guid><description>Two.</description><!-- x --></item>\n</channel></rss>";

TEST(HostileXml, NeverTakesAPieceForTheWhole) {
  for (size_t size = 20; size < kFeed.size(); ++size) {
    std::string read = Read(kFeed.substr(0, size));
    size_t lines = static_cast<size_t>(std::count(read.begin(), read.end(), '\n'));
    size_t whole = (kFeed.find("</item>") + 7 <= size) + (kFeed.rfind("</item>") + 7 <= size);
    EXPECT_EQ(whole + 1, lines) << size << ": " << read;
    bool told = read.find(size < 30 ? "@" : "truncated") != std::string::npos;
    EXPECT_TRUE(told) << size << ": " << read;
  }
  EXPECT_EQ("1||||C|One.\n2||||C|Two.\n", Read(kFeed));
}

TEST(HostileXml, CutsTheSameWhereverABlockEnds) {
  std::string feed = "<rss><channel><title>C</title>", expected;
  for (int i = 0; i < 4000; ++i) {
    std::string id = std::to_string(i), text(static_cast<size_t>(i * 37 % 700 + 1), 'y');
    feed += "<item><!-- </item> --><guid a='/>'>" + id + "</guid><description><![CDATA[" + text +
            "</item>]]></description></item>\n";
    expected += id + "||||C|" + text + "\n";
  }
  EXPECT_EQ(expected, Read(feed + "</channel></rss>"));
}

TEST(HostileXml, HoldsDocumentsToTheirEncoding) {
  auto read = [](const char* encoding, const char* text) {
    return Read("<?xml version=\"1.0\" encoding=\"" + std::string(encoding) +
                "\"?>\n<nitf><body>"
                "<body.content><p>" +
                text + "</p></body.content></body></nitf>");
  };
  EXPECT_EQ("in.xml:2|||||Café\n", read("UTF-8", "Caf\xC3\xA9"));
  EXPECT_EQ("invalid_utf8", Reason(read("UTF-8", "Caf\xE9")));
  EXPECT_EQ("invalid_utf8", Reason(read("", "Caf\xE9")));
  EXPECT_EQ("in.xml:2|||||Café\n", read("ISO-8859-1", "Caf\xE9"));
  EXPECT_EQ("in.xml:2|||||“5”\n", read("windows-1252",
                                       "\x93"
                                       "5\x94"));
  EXPECT_EQ("unknown_charset", Reason(read("x-nobody-knows", "Caf\xE9")));
  EXPECT_EQ("unknown_charset", Reason(read("a\nb", "Caf\xE9")));
  EXPECT_EQ("in.xml:2|||||Cafe\n", read("UTF-16", "Cafe"));
  EXPECT_EQ("invalid_xml", Reason(Read(std::string("<nitf>\0</nitf>", 14))));
}

}  // namespace
}  // namespace factline
