// What comes out of files, folders, patterns and compressed files, and what is
// rejected of them and where.

#include "corpus/archive_reader.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include "tests/corpus/archive_text.h"
#include "tests/deflated.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

// Every record of `inputs` on a line: "id text" or "file:line@offset reason".
std::string ReadAll(std::vector<std::string> inputs, InputFormat format = InputFormat::kAuto,
                    Limits limits = {}, KeyMap keys = {}) {
  std::string out;
  ForEachRecord(std::move(inputs), format, limits, std::move(keys),
                [&](const Reject& reject, const Article& article) {
                  if (reject.reason == RejectReason::kNone) {
                    out += std::string(article.id.substr(article.id.rfind('/') + 1)) + " " +
                           std::string(article.text) + "\n";
                    return;
                  }
                  const Locator& place = reject.locator;
                  out += std::string(place.file.substr(place.file.rfind('/') + 1)) + ":" +
                         std::to_string(place.line) + "@" + std::to_string(place.byte_offset) +
                         " " + std::string(Name(reject.reason)) + "\n";
                });
  return out;
}

std::string Zstd(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

TEST(ArchiveReader, ReadsLinesAndCountsBlankOnesAsPlaces) {
  TemporaryFolder folder;
  std::string file = folder.Write("a.jsonl",
                                  "{\"id\":\"a\",\"text\":\"One.\"}\r\n\n  \n"
                                  "{\"id\":7,\"text\":\"Two.\"}\n{\"text\":\"Three.\"}");
  EXPECT_EQ("a One.\n7 Two.\na.jsonl:5 Three.\n", ReadAll({file}));
}

TEST(ArchiveReader, DropsAByteOrderMark) {
  TemporaryFolder folder;
  EXPECT_EQ("a One.\n",
            ReadAll({folder.Write("a.jsonl", "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"One.\"}\n")}));
  EXPECT_EQ("b.txt Two.\n", ReadAll({folder.Write("b.txt", "\xEF\xBB\xBFTwo.")}));
}

TEST(ArchiveReader, TakesATextFileAsOneArticle) {
  TemporaryFolder folder;
  EXPECT_EQ("a.txt One.\n\nTwo {.\n\n", ReadAll({folder.Write("a.txt", "One.\n\nTwo {.\n")}));
  EXPECT_EQ("b One.\n", ReadAll({folder.Write("b", "One.")}));
  EXPECT_EQ("x {\n", ReadAll({folder.Write("c", "{\"id\":\"x\",\"text\":\"{\"}")}));
  EXPECT_EQ("d.txt:0@0 no_text\n", ReadAll({folder.Write("d.txt", "")}));
  EXPECT_EQ("e.txt:0@0 invalid_utf8\n", ReadAll({folder.Write("e.txt", "a\xC3")}));
}

TEST(ArchiveReader, GivesAFoldersFilesInTheOrderOfTheirPaths) {
  TemporaryFolder folder;
  folder.Write("in/b.txt", "B");
  folder.Write("in/a/z.txt", "Z");
  folder.Write("in/a.txt", "A");
  folder.Write("in/.hidden.txt", "H");
  std::filesystem::create_directory_symlink(folder / "in", folder / "in/loop");
  EXPECT_EQ("z.txt Z\na.txt A\nb.txt B\n", ReadAll({folder / "in"}));
  EXPECT_EQ("a.txt A\nb.txt B\n", ReadAll({folder / "in/*.txt"}));
}

TEST(ArchiveReader, SaysWhichFilesCannotBeOpened) {
  TemporaryFolder folder;
  EXPECT_EQ("none.txt:0@0 cannot_open\n*.q:0@0 cannot_open\nb.txt B\n",
            ReadAll({folder / "none.txt", folder / "*.q", folder.Write("b.txt", "B")}));
}

TEST(ArchiveReader, DecompressesWhateverTheName) {
  TemporaryFolder folder;
  std::string one = "{\"id\":\"a\",\"text\":\"One.\"}\n",
              two = "{\"id\":\"b\",\"text\":\"Two.\"}\n";
  EXPECT_EQ("a One.\nb Two.\n", ReadAll({folder.Write("a.jsonl.gz", Gzip(one) + Gzip(two))}));
  EXPECT_EQ("a One.\nb Two.\n", ReadAll({folder.Write("a", Zstd(one) + Zstd(two))}));
  EXPECT_EQ("t.txt.zst A text.\n", ReadAll({folder.Write("t.txt.zst", Zstd("A text."))}));
  EXPECT_EQ("e.jsonl.gz", folder.Write("e.jsonl.gz", Gzip("")).substr(folder.path().size() + 1));
  EXPECT_EQ("", ReadAll({folder / "e.jsonl.gz"}));
}

TEST(ArchiveReader, GivesWhatStandsBeforeDamage) {
  TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += "{\"id\":" + std::to_string(i * 7919 % 104729) + ",\"text\":\"One.\"}\n";
  }
  for (const std::string& whole : {Gzip(lines), Zstd(lines)}) {
    std::string cut = ReadAll({folder.Write("a.jsonl.gz", whole.substr(0, whole.size() - 9))});
    EXPECT_NE(std::string::npos, cut.find(" damaged\n")) << cut.substr(0, 200);
    std::string followed = ReadAll({folder.Write("b.jsonl.gz", whole + "rubbish")});
    EXPECT_EQ("0 One.\n", followed.substr(0, 7));
    EXPECT_NE(std::string::npos,
              followed.find("b.jsonl.gz:2001@" + std::to_string(lines.size()) + " damaged\n"));
  }
}

TEST(ArchiveReader, ReadsArraysAndObjectsOverManyLines) {
  TemporaryFolder folder;
  std::string array =
      "[\n{\"id\":\"a\",\"text\":\"]}{\\\"\"},\n {\"id\":\"b\",\"text\":5},{\"text\":\"C\"}]\n";
  EXPECT_EQ("a ]}{\"\na.json:3@30 text_not_string\na.json:3 C\n",
            ReadAll({folder.Write("a.json", array)}));
  std::string pretty = "{\n    \"id\": \"a\",\n    \"text\": \"A\"\n}\n{\n    \"text\": \"B\"\n}\n";
  EXPECT_EQ("a A\nb.json:5 B\n", ReadAll({folder.Write("b.json", pretty)}));
  std::string second = std::to_string(pretty.find("}\n{") + 2);
  EXPECT_EQ("a A\nb:5@" + second + " invalid_json\n",
            ReadAll({folder.Write("b", pretty.substr(0, pretty.size() - 4))}));
  EXPECT_EQ(
      "a A\n",
      ReadAll({folder.Write("d.json", "{ \"id\": \"a\", \"x\": {\n\"y\": 1},\n\"text\":\"A\"}")}));
  for (const char* broken : {"{\"id\":\"a\"", "{\"id\":\"a\",", "{\"id\":\"a"}) {
    std::string line = broken + std::string("\n{\"id\":\"b\",\"text\":\"B\"}\n");
    EXPECT_EQ("e.json:1@0 invalid_json\nb B\n", ReadAll({folder.Write("e.json", line)})) << broken;
  }
  std::string many = "[";
  std::string expected;
  for (int i = 0; i < 5000; ++i) {
    std::string id = std::to_string(i);
    many += (i == 0 ? "" : ",\n") +
            ("{\"id\":" + id + ",\"text\":\"" + std::string(i % 300 + 1, 'x') + "\"}");
    expected += id + " " + std::string(i % 300 + 1, 'x') + "\n";
  }
  EXPECT_EQ(expected, ReadAll({folder.Write("c.json", many + "]")}));
}

TEST(ArchiveReader, ReadsTables) {
  TemporaryFolder folder;
  std::string csv =
      "id,note,text,date\r\na,,\"One, \"\"two\"\"\nthree.\",2003-04-10\r\n\r\nb,x\r\nc,\"\",C,";
  EXPECT_EQ("a One, \"two\"\nthree.\na.csv:5@58 no_text\nc C\n",
            ReadAll({folder.Write("a.csv", csv)}));
  EXPECT_EQ("b.tsv:2 A \"quoted\" one, two\n",
            ReadAll({folder.Write("b.tsv", "text\tx\nA \"quoted\" one, two\t5\n")}));
  EXPECT_EQ("", ReadAll({folder.Write("c.csv", "id,text\n")}));
  std::string many = "text\n", expected;
  for (int i = 0; i < 9000; ++i) {
    many += "\"" + std::string(i % 200 + 1, 'x') + "\n\"\n";
    expected += "d.csv:" + std::to_string(2 * i + 2) + " " + std::string(i % 200 + 1, 'x') + "\n\n";
  }
  EXPECT_EQ(expected, ReadAll({folder.Write("d.csv", many)}));
}

TEST(ArchiveReader, ReadsColumnsThatTheUserNames) {
  TemporaryFolder folder;
  std::string file = folder.Write("a.csv", "text,meta.no,body\nT,7,B\nU,8,\n");
  KeyMap keys = {{ArticlePart::kText, "body"}, {ArticlePart::kId, "meta.no"}};
  EXPECT_EQ("7 B\n8 U\n", ReadAll({file}, InputFormat::kAuto, {}, keys));
  EXPECT_EQ("a.csv:2 T\na.csv:3 U\n", ReadAll({file}));
}

TEST(ArchiveReader, HoldsItsLimits) {
  TemporaryFolder folder;
  Limits limits;
  limits.record = 40;
  limits.text = 5;
  std::string lines = "{\"id\":1,\"text\":\"fives\"}\n{\"id\":2,\"text\":\"sixsix\"}\n";
  lines +=
      "{\"id\":3,\"text\":\"" + std::string(1'000'000, 'x') + "\"}\n{\"id\":4,\"text\":\"four\"}";
  EXPECT_EQ("1 fives\na.jsonl:2@24 text_too_long\na.jsonl:3@49 line_too_long\n4 four\n",
            ReadAll({folder.Write("a.jsonl", lines)}, InputFormat::kAuto, limits));
  EXPECT_EQ("t.txt:0@0 text_too_long\n",
            ReadAll({folder.Write("t.txt", "sixsix")}, InputFormat::kAuto, limits));
}

TEST(ArchiveReader, CutsTheSameWhereverABlockEnds) {
  TemporaryFolder folder;
  std::string lines, expected;
  for (int i = 0; i < 3000; ++i) {
    std::string id = std::to_string(i), text(static_cast<size_t>(i * 37 % 1500), 'y');
    lines += "{\"id\":" + id + ",\"text\":\"t" + text + "\"}\n";
    expected += id + " t" + text + "\n";
  }
  EXPECT_EQ(expected, ReadAll({folder.Write("a.jsonl", lines)}));
  EXPECT_EQ(expected, ReadAll({folder.Write("a.jsonl.zst", Zstd(lines))}));
}

}  // namespace
}  // namespace factline
