// Pages in the manner of many systems (tests/corpus/pages/NAME.html), and what a
// reader of each would call its article (NAME.txt): the title, the day, the address,
// the source and the text, word for word, or why there is none.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "corpus/html/page_reader.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(FACTLINE_ROOT "/tests/corpus/pages")) {
    if (entry.path().extension() == ".html") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string Read(std::string_view page) {
  PageReader reader;
  Article article;
  RejectReason reason = reader.Read(page, {}, {}, &article);
  if (reason != RejectReason::kNone) return "reject: " + std::string(Name(reason)) + "\n";
  std::string out;
  auto add = [&out](const char* name, std::string_view value) {
    out += name;
    out += ": ";
    out += value;
    out += '\n';
  };
  add("title", article.title);
  add("published", article.published);
  add("url", article.url);
  add("source", article.source);
  return out + "\n" + std::string(article.text) + "\n";
}

class Page : public testing::TestWithParam<std::string> {};

TEST_P(Page, GivesItsArticleAndNothingElse) {
  std::string path = FACTLINE_ROOT "/tests/corpus/pages/" + GetParam();
  std::string expected = TemporaryFolder::Read(path + ".txt");
  ASSERT_FALSE(expected.empty()) << path;
  EXPECT_EQ(expected, Read(TemporaryFolder::Read(path + ".html")));
}

INSTANTIATE_TEST_SUITE_P(Pages, Page, testing::ValuesIn(Names()), [](const auto& page) {
  std::string name = page.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace factline
