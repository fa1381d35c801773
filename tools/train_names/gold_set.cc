#include "tools/train_names/gold_set.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "corpus/byte_source.h"
#include "corpus/text/digest.h"

namespace factline {
namespace {

std::string BytesOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Result<std::string> Decompressed(const std::string& path) {
  auto source = OpenByteSource(path);
  if (!source) return source.error();
  std::string text;
  std::vector<char> room(1 << 20);
  while (size_t n = (*source)->Read(room.data(), room.size())) text.append(room.data(), n);
  if (!(*source)->detail().empty()) return Error{path + ": " + (*source)->detail()};
  return text;
}

}  // namespace

Result<GoldSet> ReadGoldSet(const std::string& path, float weight) {
  if (!std::filesystem::exists(path)) return Error{path + ": not there"};
  std::string bytes = BytesOf(path);
  GoldSet set;
  std::string file = std::filesystem::path(path).filename().string();
  set.name = file.substr(0, file.find('.'));
  set.weight = weight;
  char hex[64];
  Sha256Hex(bytes, hex);
  set.sha256.assign(hex, sizeof hex);
  auto decompressed = Decompressed(path);
  if (!decompressed) return decompressed.error();
  const std::string& text = *decompressed;
  size_t number = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line(text.data() + at, end - at);
    at = end + 1;
    ++number;
    if (line.empty()) continue;
    auto article = ParseGoldLine(line);
    if (!article) {
      return Error{path + ", line " + std::to_string(number) + ": " + article.error().message};
    }
    set.articles.push_back(std::move(*article));
  }
  if (set.articles.empty()) return Error{path + ": no articles in it"};
  return set;
}

}  // namespace factline
