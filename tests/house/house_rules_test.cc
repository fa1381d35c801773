// The rules of the house as tests: they read the sources, not the program.

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 5> kRooms = {"schemas", "corpus", "extractors", "pipeline",
                                               "tools"};

// A foreign header and the one room whose sources may include it.
struct Door {
  const char* header;
  const char* room;
};
constexpr Door kDoors[] = {
    {"simdjson", "corpus"},  {"unicode/", "corpus"}, {"utf8proc", "corpus"},
    {"zlib", "corpus"},      {"zstd", "corpus"},     {"openssl/", "corpus"},
    {"xxhash", "corpus"},    {"bzlib", "corpus"},    {"brotli/", "corpus"},
    {"lzma", "corpus"},      {"archive", "corpus"},  {"pugixml", "corpus"},
    {"gumbo", "corpus"},     {"libxml", "corpus"},   {"re2/", "extractors"},
    {"sqlite3", "pipeline"}, {"CLI/", "tools"},      {"gtest/", "tests"},
    {"benchmark/", "tests"},
};

int RoomOf(const std::string& path) {
  for (size_t i = 0; i < kRooms.size(); ++i) {
    if (path.rfind(std::string(kRooms[i]) + "/", 0) == 0) return static_cast<int>(i);
  }
  return -1;
}

std::vector<std::string> Lines(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool IsSource(const fs::path& path) {
  return path.extension() == ".cc" || path.extension() == ".h";
}

std::vector<std::string> FilesOfRooms(const std::function<bool(const fs::path&)>& wanted) {
  std::vector<std::string> files;
  for (const char* room : kRooms) {
    for (const auto& entry : fs::recursive_directory_iterator(room)) {
      if (entry.is_regular_file() && wanted(entry.path())) files.push_back(entry.path().string());
    }
  }
  EXPECT_FALSE(files.empty()) << "run from the repository's root";
  return files;
}

// The included path of an #include line, with its bracket or quote; or empty.
std::string Included(const std::string& line) {
  if (line.rfind("#include ", 0) != 0) return {};
  return line.substr(9);
}

TEST(HouseRules, IncludesGoLeftOnly) {
  for (const std::string& file : FilesOfRooms(IsSource)) {
    for (const std::string& line : Lines(file)) {
      std::string included = Included(line);
      if (included.empty() || included[0] != '"') continue;
      int from = RoomOf(file), to = RoomOf(included.substr(1));
      if (to < 0) continue;
      EXPECT_LE(to, from) << file << " includes " << included;
    }
  }
}

TEST(HouseRules, KindsDoNotIncludeOneAnother) {
  static const std::regex kKind("extractors/([a-z]+)/.*");
  static const std::set<std::string> kReadNumbers = {"money", "percent", "quantity", "time"};
  for (const std::string& file : FilesOfRooms(IsSource)) {
    std::smatch own;
    if (!std::regex_match(file, own, kKind)) continue;
    for (const std::string& line : Lines(file)) {
      std::string included = Included(line);
      std::smatch other;
      if (included.size() < 2) continue;
      std::string path = included.substr(1);
      if (!std::regex_match(path, other, kKind) || other[1] == own[1]) continue;
      bool allowed = other[1] == "number" && kReadNumbers.count(own[1]) > 0;
      EXPECT_TRUE(allowed) << file << " includes " << included;
    }
  }
}

TEST(HouseRules, EachForeignLibraryHasOneDoor) {
  for (const std::string& file : FilesOfRooms(IsSource)) {
    for (const std::string& line : Lines(file)) {
      std::string included = Included(line);
      if (included.empty() || included[0] != '<') continue;
      for (const Door& door : kDoors) {
        if (included.rfind("<" + std::string(door.header), 0) != 0) continue;
        EXPECT_EQ(0, file.rfind(std::string(door.room) + "/", 0))
            << file << " includes " << included;
        EXPECT_EQ(fs::path(file).extension(), ".cc")
            << file << ": no foreign type in a header: " << included;
      }
    }
  }
}

// A row of the same surface, match and role twice says nothing or contradicts itself.
TEST(HouseRules, NoLexiconRowStandsTwice) {
  auto is_lexicon = [](const fs::path& p) { return p.extension() == ".tsv"; };
  for (const std::string& file : FilesOfRooms(is_lexicon)) {
    std::map<std::string, int> seen;
    int number = 0;
    for (const std::string& line : Lines(file)) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      auto [at, fresh] = seen.try_emplace(line, number);
      EXPECT_TRUE(fresh) << file << ":" << number << " repeats line " << at->second;
    }
  }
}

TEST(HouseRules, LexiconsSayWhereTheyComeFrom) {
  auto is_lexicon = [](const fs::path& p) {
    return p.extension() == ".tsv" && p.string().rfind("extractors/", 0) == 0;
  };
  for (const std::string& file : FilesOfRooms(is_lexicon)) {
    bool named = false;
    for (const std::string& line : Lines(file)) {
      if (line.empty() || line[0] != '#') break;
      named |= line.find("Source") != std::string::npos || line.find("source") != std::string::npos;
    }
    EXPECT_TRUE(named) << file << ": the head names no source";
  }
}

// By the shape that the formatter gives: a function's closing brace stands at the
// column of its first line.
TEST(HouseRules, NoFunctionIsOver100Lines) {
  for (const std::string& file : FilesOfRooms(IsSource)) {
    std::vector<std::string> lines = Lines(file);
    for (size_t i = 0; i < lines.size(); ++i) {
      size_t indent = lines[i].find_first_not_of(' ');
      if (indent == std::string::npos || indent > 2 || lines[i].back() != '{') continue;
      if (lines[i].find('(') == std::string::npos) continue;
      std::string close = std::string(indent, ' ') + "}";
      size_t end = i + 1;
      while (end < lines.size() && lines[end].rfind(close, 0) != 0) ++end;
      EXPECT_LE(end - i, 100u) << file << ":" << i + 1;
    }
  }
}

TEST(HouseRules, NothingIsCalledUtilHelperOrManager) {
  static const std::regex kVague(".*(util|helper|manager).*", std::regex::icase);
  for (const std::string& file : FilesOfRooms(IsSource)) {
    EXPECT_FALSE(std::regex_match(fs::path(file).filename().string(), kVague)) << file;
  }
}

TEST(HouseRules, NothingIsBuiltForThisMachineAlone) {
  std::vector<std::string> files = {"CMakeLists.txt", "CMakePresets.json"};
  for (const auto& entry : fs::directory_iterator("cmake")) files.push_back(entry.path().string());
  for (const std::string& file : files) {
    for (const std::string& line : Lines(file)) {
      EXPECT_EQ(std::string::npos, line.find("march=native")) << file;
    }
  }
}

// Every file of the repository that is text, but for samples and what is built.
std::vector<std::string> TextFiles() {
  static const std::set<std::string> kTexts = {".cc",    ".h",  ".py",   ".txt", ".md",
                                               ".cmake", ".in", ".json", ""};
  std::vector<std::string> files;
  for (const char* folder :
       {"cmake", "corpus", "docs", "extractors", "pipeline", "schemas", "tests", "tools"}) {
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      std::string path = entry.path().string();
      bool wanted = entry.is_regular_file() && kTexts.count(entry.path().extension().string()) > 0;
      if (wanted && path.find("corpus/samples/") != 0) files.push_back(path);
    }
  }
  for (const char* file :
       {"CMakeLists.txt", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "NOTICE"}) {
    files.push_back(file);
  }
  return files;
}

TEST(HouseRules, NoPathOfAMachineStandsInAFile) {
  static const std::regex kPath(R"((^|["' (=])/(work|home|root|Users)/)");
  for (const std::string& file : TextFiles()) {
    int number = 0;
    for (const std::string& line : Lines(file)) {
      ++number;
      EXPECT_FALSE(std::regex_search(line, kPath)) << file << ":" << number;
    }
  }
}

TEST(HouseRules, NoSourceIsOver500Lines) {
  for (const std::string& file : FilesOfRooms(IsSource)) {
    EXPECT_LE(Lines(file).size(), 500u) << file << ": split it by its nouns";
  }
}

TEST(HouseRules, HeadersAreGuardedByTheirPath) {
  for (const std::string& file :
       FilesOfRooms([](const fs::path& p) { return p.extension() == ".h"; })) {
    std::string guard = "FACTLINE_";
    for (char c : file)
      guard +=
          std::isalnum(static_cast<unsigned char>(c)) ? static_cast<char>(std::toupper(c)) : '_';
    guard += '_';
    bool guarded = false;
    for (const std::string& line : Lines(file)) guarded |= line == "#ifndef " + guard;
    EXPECT_TRUE(guarded) << file << ": no #ifndef " << guard;
  }
}

TEST(HouseRules, KindsHaveSixtyExamples) {
  for (const auto& entry : fs::directory_iterator("extractors")) {
    fs::path path = entry.path() / "examples.txt";
    if (!fs::exists(path)) continue;
    size_t examples = 0;
    for (const std::string& line : Lines(path.string()))
      examples += !line.empty() && line[0] != '#';
    EXPECT_GE(examples, 60u) << path;
  }
}

// The head of a generated file names the script that makes it again.
TEST(HouseRules, GeneratedLexiconsNameTheirScript) {
  static const std::regex kScript(R"([Gg]enerated by (tools/[a-z_/]+\.py))");
  for (const std::string& file :
       FilesOfRooms([](const fs::path& p) { return p.extension() == ".tsv"; })) {
    for (const std::string& line : Lines(file)) {
      if (line.empty() || line[0] != '#') break;
      bool generated = line.find("enerated") != std::string::npos;
      std::smatch script;
      if (!generated) continue;
      ASSERT_TRUE(std::regex_search(line, script, kScript)) << file << ": " << line;
      EXPECT_TRUE(fs::exists(script[1].str())) << file << " names " << script[1];
    }
  }
}

}  // namespace
