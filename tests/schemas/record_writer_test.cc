// The record writers on facts made by hand.

#include "schemas/record_writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "schemas/fact_csv.h"
#include "schemas/json_members.h"
#include "schemas/terminal_text.h"
#include "schemas/value_fields.h"

namespace factline {
namespace {

constexpr std::string_view kText =
    "Sales reached \"$3.2 million\", Ana Duarte, of Lima,\nsaid on 1 May.";

// An article with a sum of money, who said it, and a name.
class Records : public testing::Test {
 protected:
  Records() {
    article_.id = "=wire-7";
    article_.text = kText;
    article_.title = "Copper\x1b[31m up";
    MoneyValue money;
    money.amount.amount = Decimal(3'200'000);
    money.amount.precision = Decimal(100'000);
    money.currency = "USD";
    Add(FactType::kMoney, "$3.2 million", money);
    NameValue name;
    name.name = "Ana Duarte";
    name.entity = 1;
    Add(FactType::kPerson, "Ana Duarte", name);
    Link link;
    link.role = LinkRole::kSaidBy;
    link.bytes = link.chars = facts_[1].bytes;
    link.fact = 1;
    link.confidence = 0.94f;
    facts_[0].links.push_back(link);
    Span whole{0, static_cast<uint32_t>(kText.size())};
    sentences_.push_back({whole, whole});
    read_.article = &article_;
    read_.sha256 = "00";
    read_.sentences = sentences_;
    read_.facts = facts_;
  }

  void Add(FactType type, std::string_view words, const Value& value) {
    Fact& fact = facts_.emplace_back();
    fact.id = facts_.size();
    fact.type = type;
    fact.bytes.begin = static_cast<uint32_t>(kText.find(words));
    fact.bytes.end = fact.bytes.begin + static_cast<uint32_t>(words.size());
    fact.chars = fact.bytes;
    fact.confidence = type == FactType::kMoney ? 0.98f : 0.7f;
    fact.rule = "test.rule";
    fact.value = value;
  }

  std::string Written(RecordFormat format, const RecordWriterOptions& options = {}) {
    auto writer = NewRecordWriter(format, options);
    std::string out(writer->Head());
    writer->Append(read_, &out);
    return out;
  }

  Article article_;
  std::vector<Fact> facts_;
  std::vector<SentenceSpan> sentences_;
  ArticleFacts read_;
};

size_t Count(const std::string& text, std::string_view what) {
  size_t n = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

TEST_F(Records, FilterKeepsTypesAndConfidence) {
  RecordWriterOptions options;
  EXPECT_EQ(2u, Count(Written(RecordFormat::kJsonLines, options), "\n"));
  options.filter.min_confidence = 0.9f;
  EXPECT_EQ(1u, Count(Written(RecordFormat::kJsonLines, options), "\n"));
  options.filter.types = 1u << static_cast<int>(FactType::kPerson);
  EXPECT_EQ("", Written(RecordFormat::kJsonLines, options));
}

TEST_F(Records, FilterKeepsSureLinks) {
  RecordWriterOptions options;
  for (auto format : {RecordFormat::kJsonLines, RecordFormat::kCsv}) {
    options.filter.min_confidence = 0.9f;
    EXPECT_EQ(1u, Count(Written(format, options), "0.94")) << static_cast<int>(format);
    options.filter.min_confidence = 0.95f;
    EXPECT_EQ(0u, Count(Written(format, options), "0.94")) << static_cast<int>(format);
  }
  EXPECT_NE(Written(RecordFormat::kJsonLines, options).find("\"links\":[]"), std::string::npos);
}

TEST_F(Records, CsvQuotesWhatMustBeQuoted) {
  std::string csv = Written(RecordFormat::kCsv);
  EXPECT_NE(
      csv.find("\"Sales reached \"\"$3.2 million\"\", Ana Duarte, of Lima,\nsaid on 1 May.\""),
      std::string::npos);
  EXPECT_NE(csv.find(",3200000,,,100000,exact,USD,name,"), std::string::npos);
  EXPECT_NE(csv.find(",Ana Duarte,,,,,,\"[{\"\"role\"\":\"\"said_by\"\","), std::string::npos);
  EXPECT_NE(csv.find(",=wire-7,"), std::string::npos);
}

TEST_F(Records, SpreadsheetSafeCsvHasNoFormula) {
  RecordWriterOptions options;
  options.spreadsheet_safe = true;
  EXPECT_NE(Written(RecordFormat::kCsv, options).find(",'=wire-7,"), std::string::npos);
}

TEST_F(Records, TsvIsOneLineAFact) {
  std::string tsv = Written(RecordFormat::kTsv);
  EXPECT_EQ(3u, Count(tsv, "\n"));
  EXPECT_NE(tsv.find("of Lima,\\nsaid"), std::string::npos);
  size_t columns = FactCsvWriter::Columns().size();
  EXPECT_EQ(3 * (columns - 1), Count(tsv, "\t"));
}

TEST_F(Records, TableShowsFactValueAndSpeaker) {
  for (int width : {60, 80, 120, 200}) {
    RecordWriterOptions options;
    options.width = width;
    std::string table = Written(RecordFormat::kTable, options), line;
    EXPECT_NE(table.find("$3.2 million"), std::string::npos) << table;
    EXPECT_NE(table.find("USD 3,200,000"), std::string::npos) << table;
    EXPECT_EQ(std::string::npos, table.find('\x1b'));
    for (std::istringstream lines(table); std::getline(lines, line);) {
      EXPECT_LE(ColumnsOf(line), width) << line;
    }
  }
}

TEST(TerminalText, HoldsNoControls) {
  EXPECT_EQ("a b \uFFFD[31mred\uFFFD", TerminalText("  a\t\r\n b \x1b[31mred\u202E "));
  EXPECT_EQ("naïve", TerminalText("naïve"));
  EXPECT_EQ(4, ColumnsOf("日本"));
}

TEST(TerminalText, WrapsBetweenWords) {
  EXPECT_EQ((std::vector<std::string>{"one two", "three"}), Wrap("one two three", 7));
  EXPECT_EQ((std::vector<std::string>{"abcde", "fgh"}), Wrap("abcdefgh", 5));
  EXPECT_EQ((std::vector<std::string>{""}), Wrap("", 5));
}

TEST(RecordFormat, IsToldByTheExtension) {
  EXPECT_EQ(RecordFormat::kCsv, RecordFormatOf("a/facts.csv.zst"));
  EXPECT_EQ(RecordFormat::kJsonLines, RecordFormatOf("facts.jsonl"));
  EXPECT_EQ(std::nullopt, RecordFormatOf("facts"));
}

// Every key that a value can have.
class KeyNames {
 public:
  void Text(std::string_view key, std::string_view) { Add(key); }
  void Word(std::string_view key, std::string_view) { Add(key); }
  void Number(std::string_view key, const Decimal&) { Add(key); }
  void Integer(std::string_view key, int64_t) { Add(key); }
  void True(std::string_view key) { Add(key); }
  void Null(std::string_view key) { Add(key); }
  void Open(std::string_view key) { within_ = std::string(key) + "."; }
  void Close() { within_.clear(); }

  std::set<std::string> keys;

 private:
  void Add(std::string_view key) { keys.insert("value." + within_ + std::string(key)); }
  std::string within_;
};

Amount FullAmount() {
  Decimal one(1);
  return {one, one, one, one, Modifier::kAbout};
}

TEST(FactCsv, HasAColumnForEveryKeyOfEveryValue) {
  KeyNames names;
  TimeValue years;
  years.start = years.end = 1;
  const Decimal one(1);
  const Conversion rated{one, one, one, "EUR", one, "2001", "European Central Bank", ""};
  const Conversion unrated{{}, {}, {}, "EUR", {}, "", "", "no_date"};
  const std::pair<FactType, Value> kValues[] = {
      {FactType::kMoney, MoneyValue{FullAmount(), "USD", CurrencyBy::kCode, "barrel", &rated}},
      {FactType::kMoney, MoneyValue{FullAmount(), "USD", CurrencyBy::kCode, "", &unrated}},
      {FactType::kPercent, PercentValue{FullAmount(), PercentKind::kPercent}},
      {FactType::kQuantity, QuantityValue{FullAmount(), "km", "length", Decimal(1), "m", "track"}},
      {FactType::kDate, TimeValue{1, {}, {}, "0001", "then", Anchor::kText, true, "no_anchor"}},
      {FactType::kYear, years},
      {FactType::kCountry, CountryValue{"PE", "PER", "Peru", CountryKind::kName}},
      {FactType::kLocation, NameValue{"Lima", "t", "a", "PE", 1, "i"}},
  };
  for (const auto& [type, value] : kValues) VisitFields(type, value, &names);
  auto columns = FactCsvWriter::Columns();
  for (const std::string& key : names.keys) {
    EXPECT_NE(columns.end(), std::find(columns.begin(), columns.end(), key)) << key;
  }
}

// AppendJsonString, a character at a time.
std::string EscapedSlowly(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    char code[8];
    std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned char>(c));
    out += c == '"'                               ? "\\\""
           : c == '\\'                            ? "\\\\"
           : c == '\n'                            ? "\\n"
           : c == '\r'                            ? "\\r"
           : c == '\t'                            ? "\\t"
           : static_cast<unsigned char>(c) < 0x20 ? std::string(code)
                                                  : std::string(1, c);
  }
  return out + '"';
}

TEST(Json, EscapesAsCharacterByCharacter) {
  std::mt19937 random(1066);
  for (int round = 0; round < 20'000; ++round) {
    std::string text(random() % 40, 'a');
    for (char& c : text) {
      if (random() % 6 == 0) c = static_cast<char>(random());
    }
    std::string out;
    AppendJsonString(text, &out);
    ASSERT_EQ(out, EscapedSlowly(text)) << "round " << round;
  }
}

TEST(Json, MembersOfAnyLengthStandInTheirOrder) {
  for (size_t size = 0; size < 700; ++size) {
    std::string text(size, 'x'), out = "before ";
    JsonMembers m(&out);
    m.Word("a", text);
    m.Text("b", text);
    m.Open("c");
    m.Integers("d", 1, size);
    m.Close();
    m.Key("e")->append(text);
    m.Text("f", text + "\"");
    m.Integer("g", -7);
    m.Close();
    ASSERT_EQ(out, "before {\"a\":\"" + text + "\",\"b\":\"" + text + "\",\"c\":{\"d\":[1," +
                       std::to_string(size) + "]},\"e\":" + text + ",\"f\":\"" + text +
                       "\\\"\",\"g\":-7}");
  }
}

}  // namespace
}  // namespace factline
