#include "tests/broken_lines.h"

namespace factline {

std::vector<BrokenWay> BrokenWays(const Limits& limits) {
  using R = RejectReason;
  std::string long_text(limits.text + 1, 'x'), long_line(limits.record + 1, ' ');
  return {
      {"plain words", R::kInvalidJson, "Prices rose by 5 percent."},
      {"cut short", R::kInvalidJson, R"({"id":"a","text":"Prices rose by 5 per)"},
      {"no closing brace", R::kInvalidJson, R"({"id":"a","text":"Prices rose.")"},
      {"two objects", R::kInvalidJson, R"({"text":"Prices rose."}{"text":"They fell."})"},
      {"raw control character", R::kInvalidJson, "{\"text\":\"Prices\trose.\"}"},
      {"raw NUL", R::kInvalidJson, std::string("{\"text\":\"Prices\0rose.\"}", 23)},
      {"half a surrogate pair", R::kInvalidJson, R"({"text":"Prices \ud83d rose."})"},
      {"single quotes", R::kInvalidJson, "{'text':'Prices rose.'}"},
      {"nested too deep", R::kInvalidJson,
       R"({"text":"Prices rose.","x":)" + std::string(2000, '[')},
      {"Latin-1", R::kInvalidUtf8, "{\"text\":\"Caf\xE9 prices rose.\"}"},
      {"overlong UTF-8", R::kInvalidUtf8, "{\"text\":\"Prices \xC0\xAF rose.\"}"},
      {"surrogate as UTF-8", R::kInvalidUtf8, "{\"text\":\"Prices \xED\xA0\x80 rose.\"}"},
      {"an array", R::kNotAnObject, R"(["Prices rose."])"},
      {"a bare string", R::kNotAnObject, R"("Prices rose.")"},
      {"no text", R::kNoText, R"({"id":"a","title":"Prices rise"})"},
      {"white space for text", R::kNoText, R"({"id":"a","text":" \n\t "})"},
      {"null for text", R::kNoText, R"({"id":"a","text":null})"},
      {"a number for text", R::kTextNotString, R"({"id":"a","text":5})"},
      {"a list for text", R::kTextNotString, R"({"id":"a","text":["Prices rose."]})"},
      {"too much text", R::kTextTooLong, "{\"text\":\"" + long_text + "\"}"},
      {"too long a line", R::kLineTooLong, "{\"text\":\"Prices rose.\"}" + long_line + "."},
  };
}

BrokenArchive MakeBrokenArchive(uint64_t lines, const Limits& limits) {
  const std::vector<BrokenWay> ways = BrokenWays(limits);
  BrokenArchive archive;
  for (uint64_t i = 0; i < lines; ++i) {
    if (i % 100 == 37) {
      const BrokenWay& way = ways[i / 100 % ways.size()];
      archive.broken.push_back({way.name, way.reason, i + 1, archive.bytes.size()});
      archive.bytes += way.line;
    } else {
      archive.bytes += "{\"id\":\"a" + std::to_string(i) + "\",\"text\":\"Exports rose by " +
                       std::to_string(i % 97) + " percent to $" + std::to_string(i) +
                       " million in " + std::to_string(1970 + i % 50) +
                       ", Caf\u00e9 owners said.\"}";
    }
    archive.bytes += '\n';
  }
  return archive;
}

}  // namespace factline
