// The identity of names: over all pairs of mentions of an article, of those that
// are given one entity how many are one (precision), and of those that are one how
// many are given one (recall; a mention that is not found loses its pairs).

#include "pipeline/entities/entities.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "corpus/gold_line.h"
#include "pipeline/engine.h"

namespace factline {
namespace {

constexpr double kLeastPrecision = 0.97;
constexpr double kLeastRecall = 0.85;

struct Marked {
  Span bytes;
  std::string who;
};

struct MarkedArticle {
  std::string text;
  std::vector<Marked> marks;
};

// "[Ana Ruiz|1] won." with "\n" for a line break.
MarkedArticle Parse(std::string_view line) {
  MarkedArticle article;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == 'n') {
      article.text += '\n';
      ++i;
    } else if (line[i] == '[') {
      size_t bar = line.find('|', i), close = line.find(']', i);
      Marked mark;
      mark.bytes.begin = static_cast<uint32_t>(article.text.size());
      article.text += line.substr(i + 1, bar - i - 1);
      mark.bytes.end = static_cast<uint32_t>(article.text.size());
      mark.who = line.substr(bar + 1, close - bar - 1);
      article.marks.push_back(mark);
      i = close;
    } else {
      article.text += line[i];
    }
  }
  return article;
}

struct Pairs {
  int right = 0, given = 0, due = 0;

  double precision() const { return given == 0 ? 1 : static_cast<double>(right) / given; }
  double recall() const { return due == 0 ? 1 : static_cast<double>(right) / due; }
};

// The entity of the name that overlaps `bytes`, or 0.
uint32_t EntityAt(const ArticleFacts& read, const Span& bytes) {
  for (const Fact& fact : read.facts) {
    bool named = fact.type == FactType::kPerson || fact.type == FactType::kOrganization;
    if (named && fact.bytes.Overlaps(bytes)) return std::get<NameValue>(fact.value).entity;
  }
  return 0;
}

void Count(const ArticleFacts& read, const std::vector<Marked>& marks, Pairs* pairs) {
  std::vector<uint32_t> entities;
  for (const Marked& mark : marks) entities.push_back(EntityAt(read, mark.bytes));
  for (size_t i = 0; i < marks.size(); ++i) {
    for (size_t j = i + 1; j < marks.size(); ++j) {
      bool given = entities[i] != 0 && entities[i] == entities[j];
      bool due = marks[i].who == marks[j].who;
      pairs->given += given;
      pairs->due += due;
      pairs->right += given && due;
      if (given != due && std::getenv("FACTLINE_SHOW") != nullptr) {
        std::printf(
            "%s: %s | %s\n", given ? "wrongly one" : "wrongly two",
            std::string(read.article->text.substr(marks[i].bytes.begin, marks[i].bytes.size()))
                .c_str(),
            std::string(read.article->text.substr(marks[j].bytes.begin, marks[j].bytes.size()))
                .c_str());
      }
    }
  }
}

TEST(Entities, AreWhatTheMarkedArticlesSay) {
  std::ifstream in("corpus/marked/identities.txt");
  Engine engine;
  Analyzer analyzer(engine);
  Pairs pairs;
  int articles = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    MarkedArticle marked = Parse(line);
    Article article;
    article.text = marked.text;
    Count(analyzer.Analyze(article), marked.marks, &pairs);
    ++articles;
  }
  EXPECT_GE(articles, 30);
  EXPECT_GE(pairs.precision(), kLeastPrecision);
  EXPECT_GE(pairs.recall(), kLeastRecall);
  RecordProperty("precision", std::to_string(pairs.precision()));
  RecordProperty("recall", std::to_string(pairs.recall()));
}

}  // namespace
}  // namespace factline
