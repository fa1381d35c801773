// The audit on an archive of 2,000 generated articles, 300 of which hold a
// planted contradiction: it must find them, and little else.

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "pipeline/audit/audit_run.h"
#include "schemas/json_text.h"

namespace factline {
namespace {

const ExchangeRates& Rates() {
  static const ExchangeRates rates = ExchangeRates::Shipped();
  return rates;
}

// Sums in millions, as agencies round them.
std::string Millions(double value) {
  char text[32];
  std::snprintf(text, sizeof text, value < 10 ? "%.2f" : "%.1f", value);
  return text;
}

// Writes stories whose figures agree, or do not where that is asked for.
class Newsroom {
 public:
  explicit Newsroom(uint32_t seed) : random_(seed) {}

  std::string Day() {
    char text[16];
    std::snprintf(text, sizeof text, "%d-%02d-%02d", 2003 + Below(15), 1 + Below(12),
                  1 + Below(28));
    return text;
  }

  // A sum in dollars with the euros it makes at that day's rate, or a fifth more.
  std::string Deal(const std::string& day, bool wrong) {
    double rate = Rates().Find("USD", "EUR", *RatePeriod::Parse(day))->rate.ToDouble();
    double dollars = 20 + Below(900);
    double euros = dollars * rate * (wrong ? 1.2 : 1);
    return Firm() + " will buy the " + Thing() + " maker for " + Millions(dollars) +
           " million dollars (" + Millions(euros) + " million euros), the company said.";
  }

  std::string Growth(bool wrong) {
    int before = 100 + Below(800), percent = 3 + Below(30);
    double now = before * (1 + percent / 100.0);
    int stated = wrong ? percent + 9 : percent;
    return Firm() + " said revenue rose " + std::to_string(stated) + " percent to $" +
           Millions(now) + " million from $" + std::to_string(before) + " million.";
  }

  std::string Crash(bool wrong) {
    int men = 2 + Below(30), women = 2 + Below(30);
    return "The crash near " + Town() + " left " + std::to_string(men + women + (wrong ? 3 : 0)) +
           " dead: " + std::to_string(men) + " men and " + std::to_string(women) +
           " women, police said.";
  }

  // The export figure of a good, country and year; every telling in other words.
  std::string Exports(const std::string& subject, int year, double millions, int telling) {
    std::string sum = Millions(millions) + " million dollars";
    switch (telling % 3) {
      case 0:
        return subject + " exports reached " + sum + " in " + std::to_string(year) +
               ", the trade ministry said.";
      case 1:
        return "In " + std::to_string(year) + ", " + subject + " exports were worth " + sum +
               ", according to the statistics office.";
      default:
        return subject + " exports in " + std::to_string(year) + " totalled " + sum +
               ", the central bank said.";
    }
  }

  std::string Subject(int n) {
    static constexpr const char* kCountries[] = {"Peruvian",   "Zambian", "Chilean", "Kenyan",
                                                 "Vietnamese", "Polish",  "Turkish", "Moroccan"};
    static constexpr const char* kGoods[] = {"copper", "coffee",    "textile",   "timber",
                                             "tea",    "furniture", "phosphate", "wheat",
                                             "cotton", "steel"};
    return std::string(kCountries[n % 8]) + " " + kGoods[n / 8 % 10];
  }

  std::string Filler() {
    static constexpr const char* kLines[] = {
        "The talks are to go on next week.", "Nobody was available for comment.",
        "The announcement had been expected.", "Analysts welcomed the news."};
    return kLines[Below(4)];
  }

  int Below(int n) { return static_cast<int>(random_() % static_cast<uint32_t>(n)); }

 private:
  std::string Firm() {
    static constexpr const char* kFirms[] = {"Halden Foods Inc", "Orsova Steel Ltd",
                                             "Belmar Motors Corp", "Tirana Cement plc"};
    return kFirms[Below(4)];
  }
  std::string Thing() {
    static constexpr const char* kThings[] = {"pump", "glass", "turbine", "paper"};
    return kThings[Below(4)];
  }
  std::string Town() {
    static constexpr const char* kTowns[] = {"Kisumu", "Arequipa", "Lublin", "Izmir"};
    return kTowns[Below(4)];
  }

  std::mt19937 random_;
};

struct Archive {
  std::string path;
  std::set<std::string> planted;  // ids of the articles whose figures do not agree
};

Archive Generate() {
  Archive archive;
  archive.path = std::filesystem::temp_directory_path() / "factline_audit_test.jsonl";
  std::ofstream out(archive.path);
  Newsroom room(20);
  std::map<std::pair<std::string, int>, double> exports;
  for (int n = 0; n < 2000; ++n) {
    std::string id = "story-" + std::to_string(n), day = room.Day();
    bool wrong = n >= 400 && n % 16 < 3;  // 300 of 1,600
    std::string line;
    if (n < 400) {  // the figures that later stories repeat
      auto key = std::pair(room.Subject(n % 80), 1990 + n / 80);
      exports[key] = 200 + room.Below(700);
      line = room.Exports(key.first, key.second, exports[key], n);
    } else if (n % 4 == 0) {
      line = room.Deal(day, wrong);
    } else if (n % 4 == 1) {
      line = room.Growth(wrong);
    } else if (n % 4 == 2 && n % 32 != 18) {
      line = room.Crash(wrong);
    } else {
      auto key = std::pair(room.Subject(n % 80), 1990 + n % 5);
      line = room.Exports(key.first, key.second, exports[key] * (wrong ? 1.3 : 1), n);
    }
    if (wrong) archive.planted.insert(id);
    std::string text;
    AppendJsonString(line + "\n" + room.Filler(), &text);
    out << "{\"id\":\"" << id << "\",\"published\":\"" << day << "\",\"text\":" << text << "}\n";
  }
  return archive;
}

TEST(Audit, FindsPlantedContradictionsAndLittleElse) {
  Archive archive = Generate();
  ASSERT_EQ(300u, archive.planted.size());
  Engine engine;
  AuditRunOptions options;
  options.inputs = {archive.path};
  std::set<std::string> found;
  size_t alarms = 0, false_alarms = 0;
  std::string missed;
  AuditCounts counts = AuditArchive(engine, Rates(), options, [&](const Check& check) {
    ++alarms;
    const std::string& id = check.figures.back().article;
    if (archive.planted.count(id)) {
      found.insert(id);
    } else if (++false_alarms < 10) {
      std::string text;
      AppendCheckText(check, &text);
      missed += text;
    }
  });
  EXPECT_EQ(2000u, counts.audited);
  EXPECT_GE(found.size(), 285u) << "of 300 planted";
  EXPECT_LE(false_alarms * 20, alarms) << missed;
  for (const std::string& id : archive.planted) {
    if (!found.count(id)) std::printf("missed %s\n", id.c_str());
  }
  std::printf("found %zu of 300, %zu false of %zu alarms\n", found.size(), false_alarms, alarms);
  std::filesystem::remove(archive.path);
}

}  // namespace
}  // namespace factline
