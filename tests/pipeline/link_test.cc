// Every example of tests/pipeline/links.txt and comparisons.txt: the links of the section's role
// must be exactly those written below the text.

#include "pipeline/links/link.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/engine.h"

namespace factline {
namespace {

constexpr const char* kPaths[] = {"tests/pipeline/links.txt", "tests/pipeline/comparisons.txt"};

struct LinkExample {
  const char* path = nullptr;
  int line = 0;
  std::string role;
  std::string published;
  std::string text;
  std::vector<std::string> links;  // "fact -> target" or "fact -> target (cue)"
};
void PrintTo(const LinkExample& example, std::ostream* out) {
  *out << example.path << ":" << example.line << ": " << example.text;
}

std::string Unescaped(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    bool line_break = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    out += line_break ? '\n' : text[i];
    i += line_break;
  }
  return out;
}

void ReadExamples(const char* path, std::vector<LinkExample>* examples) {
  std::ifstream in(path);
  size_t before = examples->size();
  std::string line, role;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("== ", 0) == 0) {
      role = line.substr(3);
    } else if (line.rfind("  ", 0) == 0 && !examples->empty()) {
      examples->back().links.push_back(line.substr(2));
    } else {
      LinkExample& example = examples->emplace_back();
      example.path = path;
      example.line = number;
      example.role = role;
      size_t from = line[0] == '@' ? line.find(' ') + 1 : 0;
      if (from > 0) example.published = line.substr(1, from - 2);
      example.text = Unescaped(line.substr(from));
    }
  }
  if (examples->size() == before) {
    std::fprintf(stderr, "%s: missing, or holds no example\n", path);
    std::exit(1);
  }
}

std::vector<LinkExample> ReadExamples() {
  std::vector<LinkExample> examples;
  for (const char* path : kPaths) ReadExamples(path, &examples);
  return examples;
}

std::string_view TextOf(const LinkExample& example, const Span& bytes) {
  return std::string_view(example.text).substr(bytes.begin, bytes.size());
}

// The links of `example`'s role as the file writes them; each with its cue where
// the line at the same place gives one.
std::vector<std::string> LinksFound(const LinkExample& example) {
  static const Engine engine;
  Analyzer analyzer(engine);
  Article article;
  article.text = example.text;
  article.published = example.published;
  std::vector<std::string> found;
  for (const Fact& fact : analyzer.Analyze(article).facts) {
    for (const Link& link : fact.links) {
      if (Name(link.role) != example.role) continue;
      std::string line(TextOf(example, fact.bytes));
      line += " -> " + std::string(TextOf(example, link.bytes));
      bool with_cue = found.size() < example.links.size() && link.cue_bytes &&
                      example.links[found.size()].back() == ')';
      if (with_cue) line += " (" + std::string(TextOf(example, *link.cue_bytes)) + ")";
      found.push_back(line);
    }
  }
  return found;
}

class LinkTest : public testing::TestWithParam<LinkExample> {};

TEST_P(LinkTest, FindsExactlyTheLinksBelow) {
  const LinkExample& example = GetParam();
  EXPECT_EQ(example.links, LinksFound(example)) << example.path << ":" << example.line;
}

INSTANTIATE_TEST_SUITE_P(Links, LinkTest, testing::ValuesIn(ReadExamples()), [](const auto& c) {
  std::string path = c.param.path;
  std::string file = path.substr(path.rfind('/') + 1, path.rfind('.') - path.rfind('/') - 1);
  return file + "_" + c.param.role + "_line" + std::to_string(c.param.line);
});

// What an article before left in memory is no part of this one.
TEST(Links, LooksAtNoTokenBehindTheLast) {
  static const Engine engine;
  Analyzer analyzer(engine);
  Article before, article;
  before.text =
      "Officials said that the river had risen again and that all of the bridges in the old part "
      "of "
      "the town would stay shut until Friday morning at least, with ferries in their place.";
  article.text = "The ferry saved 9 sailors, then it saved 150 more";
  std::string alone, after;
  for (std::string* facts : {&alone, &after}) {
    if (facts == &after) analyzer.Analyze(before);
    for (const Fact& fact : analyzer.Analyze(article).facts) {
      for (const Link& link : fact.links)
        *facts += std::to_string(fact.bytes.begin) + "-" + std::to_string(link.bytes.begin) + " ";
    }
  }
  EXPECT_EQ(alone, after);
}

}  // namespace
}  // namespace factline
