// What the objects of other people's tools are read as.

#include "corpus/json_line.h"

#include <gtest/gtest.h>

namespace factline {
namespace {

// "id|text|published|title|url|source", or the reason.
std::string Read(std::string_view line, KeyMap keys = {}) {
  JsonLineParser parser(std::move(keys));
  auto article = parser.Parse(line);
  if (!article) return article.error().message;
  std::string out;
  for (std::string_view part : {article->id, article->text, article->published, article->title,
                                article->url, article->source}) {
    out += (out.empty() ? "" : "|") + std::string(part);
  }
  return out;
}

TEST(JsonLine, ReadsItsOwnKeys) {
  EXPECT_EQ(
      "a|T|2003-04-10|H|http://x/|AFP",
      Read(
          R"({"id":"a","text":"T","published":"2003-04-10","title":"H","url":"http://x/","source":"AFP"})"));
  EXPECT_EQ("18446744073709551615|T||||",
            Read(R"({"text":"T","id":18446744073709551615,"title":null})"));
  EXPECT_EQ("-7|T||||", Read(R"({"text":"T","id":-7,"published":"None","url":5})"));
}

KeyMap Mapped(std::initializer_list<const char*> mappings) {
  KeyMap map;
  for (const char* mapping : mappings) {
    auto error = AddKeyMapping(mapping, &map);
    EXPECT_FALSE(error) << error->message;
  }
  return map;
}

TEST(JsonLine, ReadsKeysThatTheUserNames) {
  const char* line =
      R"({"text":"T","doc":{"body":"B","dates":[{"day":"None"},{"day":"20030410"}]},"a.b":7})";
  EXPECT_EQ("7|B|2003-04-10|||",
            Read(line, Mapped({"text=doc.body", "id=a.b", "published=doc.dates.1.day"})));
  EXPECT_EQ("T|2003-04-10|||",
            Read(line, Mapped({"text=doc.none", "published=doc.dates.0.day",
                               "published=doc.dates.1.day", "title=doc.dates.9", "url=text.x"})));
  EXPECT_EQ("B||||", Read(line, Mapped({"text=doc.body", "text=text"})));
  EXPECT_EQ("text_not_string", Read(R"({"doc":{"body":["B"]}})", Mapped({"text=doc.body"})));
}

TEST(JsonLine, SaysWhatIsWrongWithAMapping) {
  KeyMap map;
  for (const char* mapping : {"text", "text=", "=body", "Text=body", "texts=body", ""})
    EXPECT_TRUE(AddKeyMapping(mapping, &map)) << mapping;
  EXPECT_EQ("an article has no part \"body\", but text, id, published, title, url, source",
            AddKeyMapping("body=text", &map)->message);
  EXPECT_TRUE(map.empty());
  for (int i = 0; i < kMostMappedKeys; ++i) EXPECT_FALSE(AddKeyMapping("text=a=b", &map));
  EXPECT_TRUE(AddKeyMapping("text=a", &map));
  EXPECT_EQ("a=b", map[0].path);
}

TEST(JsonLine, ReadsNinjs1) {
  EXPECT_EQ(
      "http://n.example/1|Sales rose.|2013-07-09T10:37:00Z|H|http://n.example/1|The Agency",
      Read(R"({"uri":"http://n.example/1","type":"text","versioncreated":"2013-07-09T10:37:00Z",)"
           R"("copyrightholder":"The Agency","headline":"H","body_xhtml":"<p>Not this.</p>",)"
           R"("body_text":"Sales rose.","associations":{"a":{"uri":"u","body_text":"No"}}})"));
  EXPECT_EQ("tag:1|One & two.\n\nThree.||H||",
            Read(R"({"uri":"tag:1","headline":"H","body_text":" ",)"
                 R"("body_xhtml":"<p>One &amp; two.</p><p>Three.</p>"})"));
}

TEST(JsonLine, ReadsNinjs2And3) {
  EXPECT_EQ("tag:2|Main.|2003-04-10|Main head||Lind",
            Read(R"({"uri":"tag:2","type":"text","contentcreated":"2003-04-10",)"
                 R"("infosources":[{"uri":"x"},{"name":"Lind"}],)"
                 R"("headlines":[{"role":"slug","value":"S"},{"role":"main","value":"Main head"}],)"
                 R"("bodies":[{"role":"summary","contenttype":"text/plain","value":"Short."},)"
                 R"({"role":"main","contenttype":"text/html","value":"<p>Main.</p>"}]})"));
  EXPECT_EQ("tag:3|Plain.|2003-04-10T08:00:00Z|||",
            Read(R"({"uri":"tag:3","versionCreated":"20030410T080000Z","bodies":[)"
                 R"({"contentType":"body_xhtml","value":"<p>Html.</p>"},)"
                 R"({"contentType":"text/plain","value":"Plain."},5,{"value":7}]})"));
}

TEST(JsonLine, SaysWhichNinjsIsNoArticle) {
  EXPECT_EQ("canceled", Read(R"({"uri":"a","pubstatus":"canceled","body_text":"T"})"));
  EXPECT_EQ("canceled", Read(R"({"uri":"a","pubStatus":"withheld","body_text":"T"})"));
  EXPECT_EQ("a|T||||", Read(R"({"uri":"a","pubStatus":"usable","body_text":"T"})"));
  EXPECT_EQ("no_article", Read(R"({"uri":"a","type":"picture","associations":{}})"));
  EXPECT_EQ("no_text", Read(R"({"uri":"a","type":"text","versioncreated":"2003-04-10"})"));
  EXPECT_EQ("not_english", Read(R"({"uri":"a","language":"de","body_text":)"
                                R"("Die Regierung hat beschlossen, dass die Steuer steigt."})"));
  // Other people's objects have addresses too.
  EXPECT_EQ("T||||", Read(R"({"uri":"a","text":"T","pubstatus":"canceled"})"));
}

TEST(JsonLine, ReadsTrafilatura) {
  EXPECT_EQ(
      "f1|T|2003-04-10|H|https://x.org/a|x.org",
      Read(
          R"({"title":"H","date":"2003-04-10","source":"https://x.org/a","source-hostname":"x.org",)"
          R"("fingerprint":"f1","text":"T","raw_text":"T T"})"));
}

TEST(JsonLine, ReadsNewsPlease) {
  EXPECT_EQ(
      "a.html|Main|2003-04-10 08:00:00|H|https://x.org/a|x.org",
      Read(
          R"({"maintext":"Main","text":"other","date_publish":"2003-04-10 08:00:00","filename":"a.html",)"
          R"("title":null,"title_page":"H","url":"https://x.org/a","source_domain":"x.org"})"));
  EXPECT_EQ("no_text", Read(R"({"maintext":null,"url":"https://x.org/a"})"));
}

TEST(JsonLine, ReadsNewspaper4kAndMetadata) {
  EXPECT_EQ(
      "x|T|2003-04-10T08:00:00|||Herald",
      Read(
          R"({"id":"x","text":"T","publish_date":"2003-04-10T08:00:00","meta_site_name":"Herald"})"));
  EXPECT_EQ(
      "x|T|2003-04-10||https://x.org/a|",
      Read(
          R"({"text":"T","id":"x","metadata":{"date":"2003-04-10","url":"https://x.org/a","id":"y"}})"));
}

TEST(JsonLine, SaysWhatIsWrongWithTheText) {
  EXPECT_EQ("text_not_string", Read(R"({"text":5})"));
  EXPECT_EQ("no_text", Read(R"({"text":null,"title":"H"})"));
  EXPECT_EQ("no_text", Read(R"({"text":" \n"})"));
  EXPECT_EQ("x|Raw||||", Read(R"({"id":"x","text":"","raw_text":"Raw"})"));
}

}  // namespace
}  // namespace factline
