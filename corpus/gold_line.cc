#include "corpus/gold_line.h"

#include <simdjson.h>

namespace factline {
namespace {

std::string TextOf(simdjson::dom::element object, const char* key) {
  std::string_view value;
  return object[key].get(value) ? std::string() : std::string(value);
}

// Whether the fact has a type that factline knows and a span.
bool ReadFact(simdjson::dom::element element, GoldFact* fact) {
  std::string_view type, by;
  if (element["type"].get(type)) return false;
  auto known = FactTypeNamed(type);
  if (!known) return false;
  uint64_t start, end;
  if (element["start"].get(start) || element["end"].get(end)) return false;
  bool optional = false;
  if (element["optional"].get(optional)) optional = false;
  bool by_one = !element["by"].get(by);
  fact->type = *known;
  fact->chars = {static_cast<uint32_t>(start), static_cast<uint32_t>(end)};
  fact->unsure = optional || by_one;
  return true;
}

}  // namespace

Result<GoldArticle> ParseGoldLine(std::string_view line) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.parse(line.data(), line.size(), true).get(root)) return Error{"not a JSON object"};
  GoldArticle article;
  article.id = TextOf(root, "id");
  article.text = TextOf(root, "text");
  article.published = TextOf(root, "published");
  if (article.text.empty()) return Error{"no text"};
  simdjson::dom::array items;
  if (!root["annotated"].get(items)) {
    for (simdjson::dom::element item : items) {
      std::string_view type;
      if (!item.get(type)) article.annotated.emplace_back(type);
    }
  }
  if (root["facts"].get(items)) return Error{"no facts"};
  for (simdjson::dom::element item : items) {
    GoldFact fact;
    if (ReadFact(item, &fact)) article.facts.push_back(fact);
  }
  return article;
}

}  // namespace factline
