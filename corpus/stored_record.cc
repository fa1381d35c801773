#include "corpus/stored_record.h"

#include <simdjson.h>

namespace factline {
namespace {

using simdjson::dom::element;

std::string StringAt(const element& object, const char* key) {
  std::string_view value;
  return object[key].get(value) ? std::string() : std::string(value);
}

uint64_t NumberAt(const element& object, const char* key) {
  uint64_t value = 0;
  return object[key].get(value) ? 0 : value;
}

std::optional<std::array<uint64_t, 2>> PairAt(const element& object, const char* key) {
  element array;
  std::array<uint64_t, 2> pair;
  if (object[key].get(array) || array.at(0).get(pair[0]) || array.at(1).get(pair[1])) {
    return std::nullopt;
  }
  return pair;
}

StoredSpan SpanOf(const element& object) {
  return {NumberAt(object, "start"), NumberAt(object, "end"), StringAt(object, "text")};
}

std::map<std::string, std::string> ValueOf(const element& record) {
  std::map<std::string, std::string> value;
  simdjson::dom::object fields;
  if (record["value"].get(fields)) return value;
  for (auto [key, field] : fields) {
    std::string_view text;
    if (field.is_null()) continue;
    bool is_text = !field.get(text);
    value.emplace(key, is_text ? std::string(text) : std::string(simdjson::minify(field)));
  }
  return value;
}

// Gold links name the words alone: they are left out.
std::vector<StoredLink> LinksOf(const element& record) {
  std::vector<StoredLink> links;
  simdjson::dom::array array;
  if (record["links"].get(array)) return links;
  for (element link : array) {
    element cue, start;
    if (link["start"].get(start)) continue;
    StoredLink& stored = links.emplace_back();
    static_cast<StoredSpan&>(stored) = SpanOf(link);
    stored.role = StringAt(link, "role");
    stored.fact = StringAt(link, "fact");
    if (!link["cue"].get(cue)) stored.cue = SpanOf(cue);
    double confidence;
    if (!link["confidence"].get(confidence)) stored.confidence = confidence;
  }
  return links;
}

StoredRecord RecordOf(const element& object) {
  StoredRecord record;
  static_cast<StoredSpan&>(record) = SpanOf(object);
  record.id = StringAt(object, "id");
  record.type = StringAt(object, "type");
  record.bytes = PairAt(object, "bytes");
  record.core = PairAt(object, "core");
  element article, sentence;
  if (!object["article"].get(article)) {
    record.article_id = StringAt(article, "id");
    record.sha256 = StringAt(article, "sha256");
    record.published = StringAt(article, "published");
    record.title = StringAt(article, "title");
    record.url = StringAt(article, "url");
    record.source = StringAt(article, "source");
    record.group = StringAt(article, "group");
  }
  if (!object["sentence"].get(sentence)) {
    record.sentence = SpanOf(sentence);
    record.sentence_index = NumberAt(sentence, "index");
  }
  record.value = ValueOf(object);
  element value;
  if (!object["value"].get(value)) record.value_json = simdjson::minify(value);
  record.rule = StringAt(object, "rule");
  if (object["confidence"].get(record.confidence)) record.confidence = 0;
  record.links = LinksOf(object);
  bool optional = false;
  record.optional = !object["optional"].get(optional) && optional;
  return record;
}

}  // namespace

struct StoredRecordParser::State {
  simdjson::dom::parser parser;
};

StoredRecordParser::StoredRecordParser() : state_(std::make_unique<State>()) {}
StoredRecordParser::~StoredRecordParser() = default;

Result<StoredRecord> StoredRecordParser::ParseRecord(std::string_view line) {
  element root;
  auto error = state_->parser.parse(line.data(), line.size(), true).get(root);
  if (error || !root.is_object()) return Error{"not a JSON object"};
  return RecordOf(root);
}

Result<GoldArticle> StoredRecordParser::ParseGold(std::string_view line) {
  element root;
  auto error = state_->parser.parse(line.data(), line.size(), true).get(root);
  if (error || !root.is_object()) return Error{"not a JSON object"};
  GoldArticle gold;
  gold.id = StringAt(root, "id");
  gold.text = StringAt(root, "text");
  gold.published = StringAt(root, "published");
  simdjson::dom::array array;
  if (root["annotated"].get(array)) return Error{"no \"annotated\": not a gold article"};
  for (element type : array) gold.annotated.emplace_back(type.get_string().value_unsafe());
  if (root["facts"].get(array)) return Error{"no \"facts\": not a gold article"};
  for (element fact : array) gold.facts.push_back(RecordOf(fact));
  if (!root["other"].get(array)) {
    for (element span : array) gold.other.push_back(SpanOf(span));
  }
  return gold;
}

}  // namespace factline
