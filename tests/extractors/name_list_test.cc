#include "extractors/names/name_list.h"

#include <gtest/gtest.h>

#include "pipeline/engine.h"

namespace factline {
namespace {

constexpr std::string_view kList =
    "# our customers\n"
    "surface\ttype\tid\tname\tiso\tmatch\n"
    "Acme Widgets|AWI\torganization\tcrm-4711\tAcme Widgets Incorporated\n"
    "Jane Roe\tperson\tstaff-17\n"
    "quern\torganization\tcrm-9\t\t\tlower\n"
    "North Pit\tlocation\tsite-3\t\tCL\n";

std::string ErrorOf(std::string_view content) {
  auto list = NameList::Parse("mine.tsv", content);
  return list ? "" : list.error().message;
}

// "text type id name" of each name found in `text`, with `list`.
std::vector<std::string> Read(const NameList& list, std::string text) {
  EngineOptions options;
  options.names = &list;
  Engine engine(Lexicon::Shipped(), options);
  Analyzer analyzer(engine);
  Article article;
  article.text = text;
  std::vector<std::string> found;
  for (const Fact& fact : analyzer.Analyze(article).facts) {
    const auto* name = std::get_if<NameValue>(&fact.value);
    if (name == nullptr) continue;
    found.push_back(text.substr(fact.bytes.begin, fact.bytes.size()) + " " +
                    std::string(Name(fact.type)) + " " + std::string(name->id) + " " +
                    std::string(name->name));
  }
  return found;
}

TEST(NameList, FindsItsNamesAndEchoesTheirIds) {
  auto list = NameList::Parse("mine.tsv", kList);
  ASSERT_TRUE(list) << list.error().message;
  EXPECT_EQ(
      Read(*list, "Workers of Acme Widgets struck; AWI closed North Pit."),
      (std::vector<std::string>{"Acme Widgets organization crm-4711 Acme Widgets Incorporated",
                                "AWI organization crm-4711 Acme Widgets Incorporated",
                                "North Pit location site-3 North Pit"}));
}

TEST(NameList, GivesTheIdToAllMentionsOfTheSame) {
  auto list = NameList::Parse("mine.tsv", kList);
  ASSERT_TRUE(list);
  EXPECT_EQ(Read(*list, "Jane Roe resigned on Monday. Roe said she was tired."),
            (std::vector<std::string>{"Jane Roe person staff-17 Jane Roe",
                                      "Roe person staff-17 Jane Roe"}));
}

TEST(NameList, ObeysTheMatchOfARow) {
  auto list = NameList::Parse("mine.tsv", kList);
  ASSERT_TRUE(list);
  EXPECT_EQ(Read(*list, "they sold it to quern for little").size(), 1u);
  EXPECT_EQ(Read(*list, "they met jane roe and saw the north pit").size(), 0u);
}

TEST(NameList, SaysWhatIsWrongWithARow) {
  EXPECT_EQ(ErrorOf(""), "mine.tsv: no names");
  EXPECT_EQ(
      ErrorOf("surface\ttype\tcolour\n"),
      "mine.tsv:1:14: unknown column \"colour\"; surface, type, id, name, iso, match are known");
  EXPECT_EQ(ErrorOf("type\tsurface\n"),
            "mine.tsv:1:1: the head must begin with \"surface\" and have a column \"type\"");
  EXPECT_EQ(ErrorOf("surface\ttype\nAcme\tfirm\n"),
            "mine.tsv:2:6: unknown type \"firm\"; person, organization, location are known");
  EXPECT_EQ(ErrorOf("surface\ttype\nAcme\n"),
            "mine.tsv:2:5: unknown type \"\"; person, organization, location are known");
  EXPECT_EQ(ErrorOf("surface\ttype\nCaf\xE9\torganization\n"), "mine.tsv:2:1: not UTF-8");
  EXPECT_EQ(ErrorOf("surface\ttype\n\tperson\n"), "mine.tsv:2:1: no surface");
  EXPECT_EQ(ErrorOf("surface\ttype\nAcme\tperson\tx\n"),
            "mine.tsv:2:13: 3 fields, but the head has 2 columns");
  EXPECT_EQ(ErrorOf("surface\ttype\tid\nAcme\torganization\t1\n\nX|ACME\torganization\t2\n"),
            "mine.tsv:4:3: \"ACME\" stands in line 2 as something else");
  EXPECT_EQ(ErrorOf("surface\ttype\tiso\nOslo\tlocation\tNorway\n"),
            "mine.tsv:2:15: \"Norway\" is no country code; two capital letters are one");
  EXPECT_EQ(ErrorOf("surface\ttype\tmatch\nOslo\tlocation\tsome\n"),
            "mine.tsv:2:6: unknown match \"some\"; any, capital, upper, lower, exact are known");
}

TEST(NameList, NamesTheFileThatCannotBeRead) {
  auto list = NameList::Open("/nowhere/mine.tsv");
  ASSERT_FALSE(list);
  EXPECT_EQ(list.error().message, "/nowhere/mine.tsv: cannot be read");
}

}  // namespace
}  // namespace factline
