#include "corpus/json_line.h"

#include <simdjson.h>

#include <string>

namespace factline {

struct JsonLineParser::State {
  simdjson::dom::parser parser;
  simdjson::padded_string padded;
};

JsonLineParser::JsonLineParser() : state_(std::make_unique<State>()) {}
JsonLineParser::~JsonLineParser() = default;

Result<Article> JsonLineParser::Parse(std::string_view line) {
  simdjson::dom::element root;
  auto error = state_->parser.parse(line.data(), line.size(), true).get(root);
  if (error == simdjson::UTF8_ERROR) return Error{"invalid_utf8"};
  if (error || !root.is_object()) return Error{"invalid_json"};
  auto field = [&](const char* key) -> std::string_view {
    std::string_view value;
    return root[key].get(value) ? std::string_view() : value;
  };
  Article article;
  article.id = field("id");
  article.text = field("text");
  article.published = field("published");
  article.title = field("title");
  article.url = field("url");
  article.source = field("source");
  if (article.text.empty()) return Error{"no_text"};
  return article;
}

}  // namespace factline
