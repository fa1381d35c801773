// Exchange rates against pairs worked out apart from the program with exact
// fractions from what the banks published, and against a slow second reading of
// the tables.

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "pipeline/exchange/convert.h"

namespace factline {
namespace {

const ExchangeRates& Rates() {
  static const ExchangeRates rates = ExchangeRates::Shipped();
  return rates;
}

std::optional<Quote> Find(const std::string& from, const std::string& to, const std::string& when) {
  return Rates().Find(from, to, RatePeriod::Parse(when).value());
}

struct Published {
  const char *from, *to, *when, *rate, *rate_date;
};
constexpr Published kPublished[] = {
    {"CHF", "EUR", "2003-10-30", "0.64536947", "2003-10-30"},
    {"ITL", "USD", "2019-10-30", "0.00057357703", "2019-10-30"},
    {"GBP", "USD", "2001-04-25", "1.4368075", "2001-04-25"},
    {"DEM", "USD", "2010-09-14", "0.65701007", "2010-09-14"},
    {"GBP", "USD", "2015-03-26", "1.4886718", "2015-03-26"},
    {"CAD", "USD", "2000-03-09", "0.68587732", "2000-03-09"},
    {"JPY", "USD", "2012-11-09", "0.012638391", "2012-11-09"},
    {"DEM", "USD", "2006-02-17", "0.60654556", "2006-02-17"},
    {"GBP", "USD", "2017-06-19", "1.2796225", "2017-06-19"},
    {"ITL", "USD", "2000-07-31", "0.00047736111", "2000-07-31"},
    {"FRF", "GBP", "2008-04-09", "0.12160858", "2008-04-09"},
    {"DEM", "USD", "2017-04-04", "0.54457698", "2017-04-04"},
    {"BRL", "EUR", "2016-12-01", "0.27324644", "2016-12-01"},
    {"AUD", "USD", "2002-04-22", "0.53948008", "2002-04-22"},
    {"CAD", "USD", "2010-11-30", "0.97685255", "2010-11-30"},
    {"DEM", "USD", "2016-07-12", "0.56712495", "2016-07-12"},
    {"JPY", "USD", "2017-01-19", "0.0087278082", "2017-01-19"},
    {"GBP", "USD", "2018-10-19", "1.3031129", "2018-10-19"},
    {"CAD", "USD", "2014-11-17", "0.8841718", "2014-11-17"},
    {"CNY", "USD", "2023-11-09", "0.13726472", "2023-11-09"},
    {"CHF", "EUR", "2013-11-20", "0.81149071", "2013-11-20"},
    {"ZAR", "GBP", "2010-07-29", "0.08747517", "2010-07-29"},
    {"AUD", "USD", "2021-05-18", "0.78085868", "2021-05-18"},
    {"BRL", "EUR", "2015-10-21", "0.22433093", "2015-10-21"},
    {"KRW", "USD", "2009-12-29", "0.00085355396", "2009-12-29"},
    {"ZAR", "GBP", "2008-03-18", "0.061831614", "2008-03-18"},
    {"JPY", "USD", "2002-10-11", "0.0080445605", "2002-10-11"},
    {"CHF", "EUR", "2003-11-13", "0.63625374", "2003-11-13"},
    {"KRW", "USD", "2012-06-26", "0.00086313066", "2012-06-26"},
    {"GBP", "USD", "2020-05-25", "1.2187901", "2020-05-25"},
    {"JPY", "USD", "2023-06-16", "0.0070908503", "2023-06-16"},
    {"CHF", "EUR", "2009-11-19", "0.66089485", "2009-11-19"},
    {"SEK", "USD", "2018-01-08", "0.12196811", "2018-01-08"},
    {"KRW", "USD", "2017-07-20", "0.00088926226", "2017-07-20"},
    {"USD", "EUR", "2005-01-01", "0.73416049", "2004-12-31"},
    {"USD", "EUR", "2021-04-05", "0.85135365", "2021-04-01"},
    {"USD", "EUR", "2022-10-09", "1.0207206", "2022-10-07"},
    {"AUD", "JPY", "1976-11-15", "356.13574", "1976-11"},
    {"FRF", "DEM", "1994-01-15", "0.29432331", "1994-01"},
    {"AUD", "JPY", "1976-07-15", "364.15894", "1976-07"},
    {"DEM", "USD", "1997-06-15", "0.57880419", "1997-06"},
    {"AUD", "JPY", "1995-04-15", "61.563557", "1995-04"},
    {"CAD", "USD", "1985-05-15", "0.72695551", "1985-05"},
    {"DEM", "USD", "1989-08-15", "0.51899523", "1989-08"},
    {"ITL", "GBP", "1982-01-15", "0.00043168162", "1982-01"},
    {"FRF", "DEM", "1985-03-15", "0.3272803", "1985-03"},
    {"TWD", "USD", "1994-09-15", "0.038153813", "1994-09"},
    {"TWD", "USD", "1994-10-15", "0.038267991", "1994-10"},
    {"ESP", "USD", "1990-09-15", "0.010153315", "1990-09"},
    {"GBP", "USD", "1978-01-15", "1.935359", "1978-01"},
};

TEST(ExchangeRates, GivesFiftyPublishedPairs) {
  static_assert(std::size(kPublished) == 50);
  for (const Published& p : kPublished) {
    auto quote = Find(p.from, p.to, p.when);
    ASSERT_TRUE(quote) << p.from << p.to << p.when;
    EXPECT_EQ(p.rate, quote->rate.ToString()) << p.from << p.to << p.when;
    EXPECT_EQ(p.rate_date, quote->date) << p.from << p.to << p.when;
  }
}

TEST(ExchangeRates, SaysNothingWhereNothingWasPublished) {
  EXPECT_FALSE(Find("EUR", "USD", "1998-12-31"));  // there was no euro
  EXPECT_FALSE(Find("USD", "GBP", "1969-05-01"));
  EXPECT_FALSE(Find("XAF", "USD", "2010-05-01"));
  EXPECT_FALSE(Find("USD", "EUR", "2090-05-01"));
  EXPECT_FALSE(Find("dollar", "EUR", "2010-05-01"));
  EXPECT_TRUE(Rates().Knows("DEM"));
  EXPECT_FALSE(Rates().Knows("XAF"));
}

TEST(ExchangeRates, NamesItsSource) {
  EXPECT_EQ("European Central Bank", Find("USD", "EUR", "2003")->source);
  EXPECT_EQ("Federal Reserve", Find("DEM", "USD", "1985-06")->source);
  EXPECT_EQ("1985-06", Find("DEM", "USD", "1985-06")->date);
  EXPECT_EQ("2003", Find("USD", "EUR", "2003")->date);
}

TEST(ExchangeRates, TakesTheUsersOwnRatesFirst) {
  ExchangeRates rates = ExchangeRates::Shipped();
  ASSERT_TRUE(rates.Add("own.csv", "date,from,to,rate\n2003,USD,EUR,0.5\n2003-04-10,EUR,USD,4\n"));
  auto find = [&](const char* from, const char* to, const char* when) {
    return rates.Find(from, to, *RatePeriod::Parse(when))->rate.ToString();
  };
  EXPECT_EQ("0.5", find("USD", "EUR", "2003-06-01"));
  EXPECT_EQ("2", find("EUR", "USD", "2003-06-01"));
  EXPECT_EQ("0.25", find("USD", "EUR", "2003-04-10"));
  EXPECT_EQ("own.csv", rates.Find("USD", "EUR", *RatePeriod::Parse("2003"))->source);
  auto bad = rates.Add("own.csv", "date,from,to,rate\n2003,USD,EUR\n");
  ASSERT_FALSE(bad);
  EXPECT_EQ(
      "own.csv:2: not a rate: \"2003,USD,EUR\"; wanted: date,from,to,rate as in "
      "2003-04-10,USD,EUR,0.9271",
      bad.error().message);
}

TEST(ExchangeRates, GoThereAndBack) {
  std::mt19937 random(5);
  const char* kCurrencies[] = {"USD", "EUR", "GBP", "JPY", "DEM",
                               "CHF", "CAD", "INR", "TRY", "BRL"};
  for (int i = 0; i < 2000; ++i) {
    std::string a = kCurrencies[random() % 10], b = kCurrencies[random() % 10];
    std::string day = std::to_string(2009 + random() % 14) + "-0" +
                      std::to_string(1 + random() % 9) + "-" + std::to_string(10 + random() % 18);
    auto there = Find(a, b, day), back = Find(b, a, day);
    ASSERT_TRUE(there && back) << a << b << day;
    EXPECT_NEAR(1.0, there->rate.ToDouble() * back->rate.ToDouble(), 2e-7) << a << b << day;
  }
}

// The second reading: the ECB's table as a map of text, crossed in binary
// floating point, averaged over whatever days a year has.
class SlowJudge {
 public:
  SlowJudge() {
    std::ifstream in(std::string(FACTLINE_ROOT) + "/pipeline/exchange/ecb_daily.tsv");
    for (std::string currency, month, line, point; std::getline(in, line);) {
      std::istringstream fields(line);
      if (line[0] == '#' || !(fields >> currency >> month)) continue;
      while (fields >> point) {
        if (point.size() > 3 && point[2] == '=') {
          per_euro_[month + "-" + point.substr(0, 2)][currency] = std::stod(point.substr(3));
        }
      }
    }
  }
  double YearMean(const std::string& from, const std::string& to, const std::string& year) const {
    double sum = 0;
    int days = 0;
    for (const auto& [day, rates] : per_euro_) {
      if (day.substr(0, 4) != year) continue;
      auto rate = [&](const std::string& c) { return c == "EUR" ? 1.0 : rates.at(c); };
      sum += rate(to) / rate(from);
      ++days;
    }
    return sum / days;
  }

 private:
  std::map<std::string, std::map<std::string, double>> per_euro_;
};

TEST(ExchangeRates, AverageAsASlowReadingDoes) {
  SlowJudge judge;
  for (const char* year : {"1999", "2001", "2008", "2020"}) {
    for (auto [from, to] : {std::pair{"USD", "EUR"}, {"GBP", "USD"}, {"JPY", "CHF"}}) {
      double expected = judge.YearMean(from, to, year);
      EXPECT_NEAR(1.0, Find(from, to, year)->rate.ToDouble() / expected, 1e-7)
          << from << to << year;
    }
  }
}

TEST(Converter, TakesThePeriodBeforeThePublication) {
  Article article;
  article.published = "2003-04-10";
  std::vector<Fact> facts(3);
  facts[0].value = MoneyValue{{Decimal(100)}, "USD"};
  facts[1].type = FactType::kYear;
  facts[1].value = TimeValue{2001};
  facts[2].value = MoneyValue{{Decimal(100)}, "USD"};
  Link period;
  period.role = LinkRole::kPeriod;
  period.fact = 1;
  facts[2].links.push_back(period);
  Converter converter(Rates(), "EUR");
  converter.Convert(article, &facts);
  const Conversion* by_day = std::get<MoneyValue>(facts[0].value).converted;
  const Conversion* by_year = std::get<MoneyValue>(facts[2].value).converted;
  ASSERT_TRUE(by_day && by_year);
  EXPECT_EQ("2003-04-10", by_day->rate_date);
  EXPECT_EQ("2001", by_year->rate_date);
  EXPECT_EQ(*Decimal(100).Times(by_year->rate), *by_year->amount);
}

TEST(Converter, SaysWhyThereIsNoSum) {
  Article article;
  std::vector<Fact> facts(1);
  facts[0].value = MoneyValue{{Decimal(100)}, "USD"};
  Converter converter(Rates(), "EUR");
  converter.Convert(article, &facts);
  EXPECT_EQ("no_date", std::get<MoneyValue>(facts[0].value).converted->reason);
  article.published = "1985-01-01";
  converter.Convert(article, &facts);
  EXPECT_EQ("no_rate_at_date", std::get<MoneyValue>(facts[0].value).converted->reason);
  EXPECT_FALSE(std::get<MoneyValue>(facts[0].value).converted->amount);
}

}  // namespace
}  // namespace factline
