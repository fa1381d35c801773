// Sentences and furniture, as typed into sentences.txt and furniture.txt.

#include "corpus/segment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace factline {
namespace {

struct Line {
  std::string file;
  int number = 0;
  std::string marked;
};
void PrintTo(const Line& line, std::ostream* out) {
  *out << line.file << ":" << line.number << ": " << line.marked;
}

std::vector<Line> ReadLines(const std::string& file) {
  std::ifstream in("tests/corpus/" + file);
  std::vector<Line> lines;
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    if (text.empty() || text[0] == '#') continue;
    std::string marked;
    for (size_t i = 0; i < text.size(); ++i) {
      bool escape = text[i] == '\\' && i + 1 < text.size();
      marked += escape && text[i + 1] == 'n'   ? (++i, '\n')
                : escape && text[i + 1] == 't' ? (++i, '\t')
                                               : text[i];
    }
    lines.push_back({file, number, marked});
  }
  if (lines.empty()) std::abort();
  return lines;
}

std::string NameOf(const testing::TestParamInfo<Line>& line) {
  return "line" + std::to_string(line.param.number);
}

// The text without what stands between `open` and `close`, both included.
std::string Without(const std::string& marked, char open, char close) {
  std::string plain;
  bool inside = false;
  for (char c : marked) {
    bool mark = inside || c == open;
    inside = mark && c != close;
    if (!mark) plain += c;
  }
  return plain;
}

class Sentences : public testing::TestWithParam<Line> {};

TEST_P(Sentences, BeginWhereTheyAreMarked) {
  std::string plain = Without(GetParam().marked, '|', '|');
  Document document;
  Segment(plain, &document);
  std::string marked = plain;
  for (size_t k = document.sentences.size(); k-- > 1;) {
    marked.insert(document.sentences[k].bytes.begin, "|");
  }
  EXPECT_EQ(GetParam().marked, marked) << GetParam().file << ":" << GetParam().number;
}

INSTANTIATE_TEST_SUITE_P(Marked, Sentences, testing::ValuesIn(ReadLines("sentences.txt")), NameOf);

const char* TagOf(Furniture furniture) {
  switch (furniture) {
    case Furniture::kBody:
      return "";
    case Furniture::kHeadline:
      return "<headline>";
    case Furniture::kDateline:
      return "<dateline>";
    case Furniture::kByline:
      return "<byline>";
    case Furniture::kCredit:
      return "<credit>";
    case Furniture::kBoilerplate:
      return "<boilerplate>";
  }
  return "";
}

class FurnitureLines : public testing::TestWithParam<Line> {};

TEST_P(FurnitureLines, AreFoundWhereTheyAreMarked) {
  std::string plain = Without(GetParam().marked, '<', '>');
  Document document;
  Segment(plain, &document);
  std::vector<std::pair<Span, Furniture>> marks;
  for (const Sentence& s : document.sentences) {
    if (s.furniture != Furniture::kBody) marks.push_back({s.bytes, s.furniture});
  }
  for (const FurniturePart& p : document.parts) {
    marks.push_back({document.BytesOf(p.tokens.begin, p.tokens.end), p.furniture});
  }
  std::sort(marks.begin(), marks.end(),
            [](const auto& a, const auto& b) { return a.first.begin > b.first.begin; });
  std::string marked = plain;
  for (const auto& [span, furniture] : marks) {
    marked.insert(span.end, "</>");
    marked.insert(span.begin, TagOf(furniture));
  }
  EXPECT_EQ(GetParam().marked, marked) << GetParam().file << ":" << GetParam().number;
}

INSTANTIATE_TEST_SUITE_P(Marked, FurnitureLines, testing::ValuesIn(ReadLines("furniture.txt")),
                         NameOf);

TEST(Segment, CutsWhatHasNoStops) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "he paid 5 dollars and ";
  text += std::string(100'000, 'x') + " " + std::string(100'000, 'y');
  Document document;
  Segment(text, &document);
  uint32_t next = 0;
  for (const Sentence& s : document.sentences) {
    EXPECT_EQ(next, s.tokens.begin);
    EXPECT_LE(s.tokens.size(), 600u);
    EXPECT_TRUE(s.bytes.size() < 20'000 || s.tokens.size() == 1) << s.bytes.size();
    next = s.tokens.end;
  }
  EXPECT_EQ(document.tokens.size(), next);
}

}  // namespace
}  // namespace factline
