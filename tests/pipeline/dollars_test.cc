// Whose dollar a bare "$" is: forty stories from ten countries, in each of which
// every sum is in that country's own.

#include <gtest/gtest.h>

#include <fstream>

#include "corpus/json_line.h"
#include "pipeline/engine.h"

namespace factline {
namespace {

TEST(BareDollar, IsThatOfTheStorysCountry) {
  std::ifstream in(std::string(FACTLINE_ROOT) + "/tests/pipeline/dollars.jsonl");
  Engine engine;
  Analyzer analyzer(engine);
  JsonLineParser parser;
  int stories = 0;
  for (std::string line; std::getline(in, line); ++stories) {
    std::string_view key = "{\"currency\":\"";
    std::string currency = line.substr(key.size(), 3);
    auto article = parser.Parse(line);
    ASSERT_TRUE(article) << line;
    int sums = 0;
    const ArticleFacts& read = analyzer.Analyze(*article);
    for (const Fact& fact : read.facts) {
      const auto* money = std::get_if<MoneyValue>(&fact.value);
      if (money == nullptr) continue;
      ++sums;
      EXPECT_EQ(currency, money->currency) << read.Text(fact.bytes) << "\n" << article->text;
      // By context, never silently: only the stories of the United States may take the default.
      bool by_context = money->currency_by == CurrencyBy::kContext;
      EXPECT_TRUE(by_context || currency == "USD") << read.Text(fact.bytes) << "\n"
                                                   << article->text;
    }
    EXPECT_GT(sums, 0) << article->text;
  }
  EXPECT_EQ(40, stories);
}

}  // namespace
}  // namespace factline
