// Properties of quantities: every form of every unit is read back, the SI amount
// agrees with the amount, what stands between number and unit changes nothing, and
// the time grows with the text.

#include "extractors/quantity/quantity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <random>

#include "extractors/quantity/units.h"

namespace factline {
namespace {

std::vector<Mention> Read(const std::string& text, Reading* reading, Article* article) {
  static const std::unique_ptr<Extractor> quantity = NewQuantityExtractor(Lexicon::Shipped());
  article->text = text;
  reading->Read(*article);
  std::vector<Mention> found;
  quantity->Extract(*reading, &found);
  return found;
}

struct Form {
  std::string surface;
  std::string ucum;
  std::string dimension;
  bool letter = false;
  bool noun = false;
  uint32_t row = 0;
};

std::vector<Form> AllForms() {
  std::vector<Form> forms;
  for (const LexiconRow& row : Lexicon::Shipped().RowsOf(Role::unit)) {
    std::string_view surfaces = row.surface();
    while (!surfaces.empty()) {
      size_t bar = surfaces.find('|');
      Form form{std::string(surfaces.substr(0, bar)),
                std::string(row["ucum"]),
                std::string(row["dimension"]),
                row["form"] == "letter",
                row["form"] == "noun",
                row.index()};
      forms.push_back(form);
      surfaces = bar == std::string_view::npos ? std::string_view() : surfaces.substr(bar + 1);
    }
  }
  return forms;
}

// What the quantity kind reads as the unit of the only measure in `text`.
std::string UnitIn(const std::string& text) {
  Reading reading(Lexicon::Shipped());
  Article article;
  std::string unit;
  for (const Mention& m : Read(text, &reading, &article)) {
    const auto& value = std::get<QuantityValue>(m.value);
    if (!unit.empty()) unit += ", ";
    unit += std::string(value.unit);
    EXPECT_EQ(value.si_amount.has_value(), !value.si_unit.empty()) << text;
  }
  return unit;
}

TEST(QuantityUnits, EveryFormIsReadBack) {
  size_t read = 0;
  for (const Form& form : AllForms()) {
    // "5G" and "5K" are no measures; a decimal is.
    std::string number = form.letter ? "2.5" : "12 ";
    // "15K" is fifteen thousand.
    if (form.surface == "K") number = "2.5 ";
    if (form.surface == "century") number = "1 ";  // "12 century" lacks its "th"
    EXPECT_EQ(UnitIn("It was " + number + form.surface + ", they said."), form.ucum)
        << form.surface;
    ++read;
  }
  EXPECT_GT(read, 500u);
}

TEST(QuantityUnits, EveryWordIsReadAfterAHyphen) {
  for (const Form& form : AllForms()) {
    if (form.letter || form.surface[0] < 'a') continue;
    EXPECT_EQ(UnitIn("A 30-" + form.surface + " thing stood there."), form.ucum) << form.surface;
  }
}

TEST(QuantityUnits, TheSiAmountLeadsBackToTheAmount) {
  Units units(Lexicon::Shipped());
  Reading reading(Lexicon::Shipped());
  for (const Form& form : AllForms()) {
    Article article;
    article.text = form.surface;
    reading.Read(article);
    Units::Use use = units.At(reading, 0);
    ASSERT_TRUE(use) << form.surface;
    if (!use.unit->has_si()) continue;
    for (const char* text : {"1", "2.5", "1000", "0.04", "123456"}) {
      Decimal amount = *Decimal::Parse(text);
      auto si = use.unit->ToSi(amount);
      ASSERT_TRUE(si) << form.surface;
      auto back = use.unit->FromSi(*si);
      ASSERT_TRUE(back) << form.surface;
      bool exact = use.unit->divisor == Decimal(1) && use.unit->offset_divisor == Decimal(1);
      if (exact) {
        EXPECT_EQ(*back, amount) << form.surface << " " << back->ToString();
      }
      EXPECT_NEAR(back->ToDouble(), amount.ToDouble(), 1e-9 * amount.ToDouble()) << form.surface;
    }
  }
}

// There and back between any two units of one dimension.
TEST(QuantityUnits, EveryUnitGoesToEveryOtherAndBack) {
  Units units(Lexicon::Shipped());
  std::map<std::string, std::vector<const Unit*>> by_si;
  for (const Form& form : AllForms()) {
    const Unit* unit = units.Named(form.ucum);
    if (unit != nullptr && unit->has_si()) by_si[std::string(unit->si)].push_back(unit);
  }
  EXPECT_GT(by_si.size(), 10u);
  size_t returned = 0, lost = 0;
  Decimal amount = *Decimal::Parse("12.5");
  for (const auto& [si, alike] : by_si) {
    for (const Unit* from : alike) {
      for (const Unit* to : alike) {
        auto there = to->FromSi(*from->ToSi(amount));
        auto base = there ? to->ToSi(*there) : std::nullopt;
        auto back = base ? from->FromSi(*base) : std::nullopt;
        ++(back ? returned : lost);
        if (!back) continue;  // more digits than a decimal holds: nothing, never a wrong one
        EXPECT_NEAR(back->ToDouble(), 12.5, 1e-9) << from->ucum << " " << to->ucum;
      }
    }
  }
  EXPECT_LT(lost * 100, returned);
}

// The ends of a range as a text gives it.
Amount RangeRead(int low, int high) {
  Reading reading(Lexicon::Shipped());
  Article article;
  std::string ends = std::to_string(low) + " and " + std::to_string(high);
  auto found = Read("The dam lost between " + ends + " litres of water.", &reading, &article);
  return found.size() == 1 ? std::get<QuantityValue>(found[0].value).amount : Amount();
}

TEST(QuantityRanges, AddUpEndByEnd) {
  std::mt19937 random(7);
  for (int i = 0; i < 200; ++i) {
    int a = static_cast<int>(random() % 5000) + 2, b = a + 1 + static_cast<int>(random() % 900);
    int c = static_cast<int>(random() % 5000) + 2, d = c + 1 + static_cast<int>(random() % 900);
    Amount x = RangeRead(a, b), y = RangeRead(c, d);
    ASSERT_TRUE(x.min && x.max && y.min && y.max) << a << " " << b << " " << c << " " << d;
    Decimal low = *x.min->Plus(*y.min), high = *x.max->Plus(*y.max);
    EXPECT_EQ(low, Decimal(a + c));
    EXPECT_EQ(high, Decimal(b + d));
    EXPECT_EQ(low, *y.min->Plus(*x.min));
    EXPECT_EQ(*low.Minus(*y.min), *x.min);
    EXPECT_EQ(*high.Minus(*y.max), *x.max);
    EXPECT_TRUE(low < high);
  }
}

// Wire copy, broken by its width, so that a line's end is no sentence's.
constexpr const char* kWrapped =
    "The engineers of the river authority said on the day after the flood\n"
    "that they had spent the whole of the dry season along the eastern bank\n"
    "and that nobody in the villages below had been asked to move from home\n"
    "while the work went on, although the first of them stand so near to it\n"
    "that their gardens end where the new embankment begins. They had built\n"
    "in that season, with the help of those who live there, a wall of some ";

TEST(QuantityUnits, WhatTypographyDoesToTheGapChangesNothing) {
  for (const char* gap : {" ", "\xC2\xA0", "\n", "\xE2\x80\xAF", "-", "\xE2\x80\x91"}) {
    std::string text = kWrapped;
    EXPECT_EQ(UnitIn(text + "40" + gap + "km, and had\nnot yet reached the end of it."), "km")
        << testing::PrintToString(gap);
  }
  EXPECT_EQ(UnitIn("\xE2\x80\x9CIt is 40 metres\xE2\x80\x9D, she said."), "m");
}

// Of the processor, the shortest of three readings: the machine may be busy.
double SecondsFor(const std::string& text) {
  double shortest = 1e9;
  for (int run = 0; run < 3; ++run) {
    Reading reading(Lexicon::Shipped());
    Article article;
    std::clock_t begin = std::clock();
    Read(text, &reading, &article);
    shortest = std::min(shortest, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return shortest;
}

TEST(QuantityTime, GrowsWithTheTextOnly) {
  for (const char* piece : {"5, ", "five or six to ", "7\" ", "between 5 km and ", "12 men and ",
                            "8- or ", "May 5-", "one of ", "a half ", "3' "}) {
    std::string small, large;
    for (int i = 0; i < 5000; ++i) small += piece;
    for (int i = 0; i < 10; ++i) large += small;
    double once = std::max(SecondsFor(small), 0.003);
    EXPECT_LT(SecondsFor(large), 10 * once * 6) << piece;  // six times over linear: noise
  }
}

}  // namespace
}  // namespace factline
