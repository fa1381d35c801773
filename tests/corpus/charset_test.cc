// Which characters bytes are taken for, and when they are taken for none.

#include "corpus/text/charset.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/text/english.h"

namespace factline {
namespace {

std::string Read(std::string_view bytes, std::string_view declared = "", bool guess = false) {
  std::string room;
  Utf8Text text = ToUtf8(bytes, declared, guess, &room);
  if (text.reason != RejectReason::kNone) return "!" + std::string(Name(text.reason));
  return std::string(text.text);
}

TEST(Charset, IsWhatAByteOrderMarkSays) {
  EXPECT_EQ("A\xC3\xA9", Read("\xEF\xBB\xBF"
                              "A\xC3\xA9",
                              "windows-1252"));
  EXPECT_EQ("A\xC3\xA9", Read(std::string_view("\xFF\xFE"
                                               "A\0\xE9\0",
                                               6),
                              "utf-8"));
  EXPECT_EQ("A\xC3\xA9", Read(std::string_view("\xFE\xFF\0A\0\xE9", 6)));
  EXPECT_EQ("A", Read(std::string_view("\0\0\xFE\xFF\0\0\0A", 8)));
  EXPECT_EQ("!invalid_utf8", Read("\xEF\xBB\xBF"
                                  "A\xE9"));
}

TEST(Charset, IsWhatIsDeclaredElse) {
  EXPECT_EQ(
      "\xE2\x80\x9C"
      "5\xE2\x82\xAC\xE2\x80\x9D",
      Read("\x93"
           "5\x80\x94",
           "ISO-8859-1"))
      << "as browsers";
  EXPECT_EQ("\xD0\x9C\xD0\xB8\xD1\x80", Read("\xCC\xE8\xF0", "windows-1251"));
  EXPECT_EQ("\xE6\x97\xA5", Read("\x93\xFA", "Shift_JIS"));
  EXPECT_EQ("\xE4\xB8\xAD", Read("\xD6\xD0", "gb2312"));
  EXPECT_EQ("!unknown_charset", Read("\xE9", "x-no-such-charset"));
  EXPECT_EQ("plain", Read("plain", "x-no-such-charset")) << "ASCII is ASCII";
  EXPECT_EQ("!invalid_utf8", Read("\xE9", "utf-8"));
  EXPECT_EQ("!invalid_utf8", Read("\x81\xFF\xFF", "euc-jp"));
}

TEST(Charset, IsUtf8WhereNothingIsSaid) {
  EXPECT_EQ("caf\xC3\xA9", Read("caf\xC3\xA9"));
  EXPECT_EQ("!invalid_utf8", Read("caf\xE9"));
  EXPECT_EQ("", Read(""));
}

TEST(Charset, IsUtf8WhereOneByteIsSaidAndTwoAreThere) {
  EXPECT_EQ("caf\xC3\xA9", Read("caf\xC3\xA9", "iso-8859-1"));
  EXPECT_EQ("caf\xC3\xA9", Read("caf\xC3\xA9", "utf-16")) << "the page could be read to say so";
}

TEST(Charset, IsGuessedOnlyWhereAsked) {
  std::string text =
      "The caf\xE9 \x93La Rive\x94 in Orl\xE9"
      "ans has been closed since 1931, the owner said. It was sold for \x80"
      "5 million.";
  EXPECT_EQ("!invalid_utf8", Read(text));
  std::string read = Read(text, "", true);
  EXPECT_NE(std::string::npos, read.find("caf\xC3\xA9 \xE2\x80\x9CLa Rive\xE2\x80\x9D")) << read;
  EXPECT_EQ("caf\xC3\xA9", Read("caf\xC3\xA9", "", true));
}

TEST(Charset, IsFoundInTheBeginOfAPage) {
  EXPECT_EQ("utf-8", DeclaredCharset("<!doctype html><html><head><meta charset=utf-8>"));
  EXPECT_EQ("Windows-1252",
            DeclaredCharset(
                "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=Windows-1252'>"));
  EXPECT_EQ("ISO-8859-15", DeclaredCharset("<?xml version='1.0' encoding='ISO-8859-15'?><nitf>"));
  EXPECT_EQ("", DeclaredCharset("<p>charset=x"));
  EXPECT_EQ("", DeclaredCharset("<meta charset"));
  EXPECT_EQ("", DeclaredCharset("<meta charset="));
  EXPECT_EQ("utf-8", CharsetParameter("text/html; Charset=\"utf-8\""));
  EXPECT_EQ("", CharsetParameter("text/html"));
}

TEST(English, IsToldByTagsAndByWords) {
  for (const char* no : {"de", "fr-FR", "arg,spa", "zh-Hans", "DEU"})
    EXPECT_TRUE(SaysNotEnglish(no)) << no;
  for (const char* yes : {"en", "EN-gb", "eng", "eng,fra", "", "x", "english", "en_US"})
    EXPECT_FALSE(SaysNotEnglish(yes)) << yes;
  EXPECT_TRUE(
      LooksEnglish("The board said that it would sell the harbour to a company from the north."));
  EXPECT_FALSE(LooksEnglish(
      "Le conseil a dit qu'il vendrait le port \xC3\xA0 une entreprise du nord en 2014."));
  EXPECT_FALSE(LooksEnglish(
      "Der Vorstand sagte, er werde den Hafen an eine Firma aus dem Norden verkaufen."));
  EXPECT_FALSE(LooksEnglish(
      "Het bestuur zei dat het de haven wil verkopen aan een bedrijf in het noorden."));
  EXPECT_FALSE(LooksEnglish(
      "La junta dijo que vender\xC3\xA1 el puerto a una empresa de la regi\xC3\xB3n."));
}

}  // namespace
}  // namespace factline
