#include "corpus/html/linked_data.h"

#include <simdjson.h>

#include <vector>

namespace factline {
namespace {

namespace dom = simdjson::dom;

constexpr size_t kMostThings = 10000;  // of a script; more is a catalogue

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool IsArticleType(std::string_view type) {
  return EndsWith(type, "Article") || EndsWith(type, "Posting") || EndsWith(type, "Report");
}

bool IsArticle(dom::object thing) {
  dom::element type;
  if (thing["@type"].get(type) != simdjson::SUCCESS) return false;
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) return IsArticleType(name);
  dom::array types;
  if (type.get(types) != simdjson::SUCCESS) return false;
  for (dom::element each : types) {
    if (each.get(name) == simdjson::SUCCESS && IsArticleType(name)) return true;
  }
  return false;
}

// The string under `key`, or of the thing there its "name" or "@id".
std::string_view TextOf(dom::object thing, std::string_view key) {
  dom::element value;
  if (thing[key].get(value) != simdjson::SUCCESS) return {};
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS && list.at(0).get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return text;
  for (const char* inner : {"name", "@id"}) {
    if (value[inner].get(text) == simdjson::SUCCESS) return text;
  }
  return {};
}

void Take(std::string_view text, std::string* part) {
  if (part->empty()) *part = text;
}

void TakeArticle(dom::object thing, LinkedArticle* article) {
  article->found = true;
  Take(TextOf(thing, "datePublished"), &article->published);
  Take(TextOf(thing, "dateCreated"), &article->published);
  Take(TextOf(thing, "headline"), &article->headline);
  Take(TextOf(thing, "articleBody"), &article->body);
  Take(TextOf(thing, "publisher"), &article->publisher);
  Take(TextOf(thing, "url"), &article->url);
  Take(TextOf(thing, "mainEntityOfPage"), &article->url);
}

// Scripts in pages have line feeds within strings, and comments or a semicolon
// around: what can be read all the same is.
std::string Mended(std::string_view json) {
  size_t begin = json.find_first_of("{["), end = json.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string mended(json.substr(begin, end - begin + 1));
  for (char& c : mended) c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return mended;
}

}  // namespace

void AddLinkedData(std::string_view json, LinkedArticle* article) {
  dom::parser parser;
  dom::element root;
  std::string mended = Mended(json);
  if (mended.empty() || parser.parse(mended).get(root) != simdjson::SUCCESS) return;
  std::vector<dom::element> things = {root};
  bool taken = article->found;
  for (size_t i = 0; i < things.size() && i < kMostThings; ++i) {
    dom::array list;
    if (things[i].get(list) == simdjson::SUCCESS) {
      for (dom::element each : list) things.push_back(each);
      continue;
    }
    dom::object thing;
    if (things[i].get(thing) != simdjson::SUCCESS) continue;
    if (!taken && IsArticle(thing)) {
      TakeArticle(thing, article);
      taken = true;
    }
    Take(TextOf(thing, "publisher"), &article->publisher);
    for (const char* inner : {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}) {
      dom::element more;
      if (thing[inner].get(more) == simdjson::SUCCESS) things.push_back(more);
    }
  }
}

}  // namespace factline
