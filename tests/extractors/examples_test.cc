// Every line of every extractors/*/examples.txt is a test: the kind must find
// exactly what is marked.

#include <gtest/gtest.h>

#include "extractors/registry.h"
#include "tests/marked.h"

namespace factline {
namespace {

constexpr const char* kKinds[] = {"money", "percent", "quantity", "time", "country", "names"};

struct Case {
  std::string kind;
  Marked example;
};
void PrintTo(const Case& c, std::ostream* out) { PrintTo(c.example, out); }

std::vector<Case> AllCases() {
  std::vector<Case> cases;
  for (const char* kind : kKinds) {
    for (Marked& m : ReadMarked("extractors/" + std::string(kind) + "/examples.txt")) {
      cases.push_back({kind, std::move(m)});
    }
  }
  return cases;
}

const Extractor& KindNamed(const std::string& kind) {
  static std::vector<std::unique_ptr<Extractor>> all = AllExtractors(Lexicon::Shipped());
  for (const auto& extractor : all) {
    if (extractor->name() == kind) return *extractor;
  }
  std::abort();
}

class Example : public testing::TestWithParam<Case> {};

TEST_P(Example, FindsExactlyWhatIsMarked) {
  const auto& [kind, example] = GetParam();
  Article article;
  article.text = example.plain;
  article.published = example.published;
  Reading reading(Lexicon::Shipped());
  reading.Read(article);
  std::vector<Mention> found;
  KindNamed(kind).Extract(reading, &found);
  EXPECT_EQ(example.marked, Mark(example, found)) << example.file << ":" << example.line;
}

std::string NameOf(const testing::TestParamInfo<Case>& c) {
  return c.param.kind + "_line" + std::to_string(c.param.example.line);
}

INSTANTIATE_TEST_SUITE_P(Kinds, Example, testing::ValuesIn(AllCases()), NameOf);

}  // namespace
}  // namespace factline
