// Any text through the whole pipeline, with the contract of the records as the
// oracle: slices equal the text, offsets in order and inside their sentence, links
// that lead somewhere, and each record one line of valid JSON.

#include <simdjson.h>

#include "corpus/json_line.h"
#include "pipeline/engine.h"
#include "schemas/fact_json.h"
#include "tests/fuzz/promise.h"
#include "tests/slow_offsets.h"

using namespace factline;

namespace {

struct Checker {
  const ArticleFacts& read;
  std::string_view text;
  std::vector<uint32_t> chars;

  void CheckSpan(const Span& bytes, const Span& points) const {
    PROMISE(bytes.begin < bytes.end && bytes.end <= text.size());
    PROMISE(chars[bytes.begin] == points.begin && chars[bytes.end] == points.end);
  }

  void CheckFact(const Fact& fact) const {
    CheckSpan(fact.bytes, fact.chars);
    PROMISE(fact.sentence < read.sentences.size());
    const SentenceSpan& sentence = read.sentences[fact.sentence];
    PROMISE(sentence.bytes.begin <= fact.bytes.begin && fact.bytes.begin < sentence.bytes.end);
    PROMISE(sentence.bytes.Contains(fact.bytes));
    PROMISE(fact.confidence >= 0 && fact.confidence <= 1);
    PROMISE(!fact.rule.empty());
    for (const Link& link : fact.links) {
      CheckSpan(link.bytes, link.chars);
      PROMISE(!link.fact || *link.fact < read.facts.size());
      if (link.cue_bytes) CheckSpan(*link.cue_bytes, link.cue_chars);
    }
  }
};

void CheckRecords(std::string_view records, std::string_view text, size_t facts) {
  static simdjson::dom::parser parser;
  size_t lines = 0;
  while (!records.empty()) {
    size_t end = records.find('\n');
    PROMISE(end != std::string_view::npos);
    simdjson::dom::element record;
    PROMISE(!parser.parse(simdjson::padded_string(records.substr(0, end))).get(record));
    std::string_view shown;
    uint64_t begin = 0, last = 0;
    PROMISE(!record["text"].get(shown));
    PROMISE(!record["bytes"].at(0).get(begin) && !record["bytes"].at(1).get(last));
    PROMISE(text.substr(begin, last - begin) == shown);
    records.remove_prefix(end + 1);
    ++lines;
  }
  PROMISE(lines == facts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static Engine engine;
  static Analyzer analyzer(engine);
  static FactJsonWriter writer;
  std::string text(reinterpret_cast<const char*>(bytes), size);
  if (!IsUtf8(text)) return 0;
  Article article;
  article.id = "fuzz";
  article.text = text;
  article.published = "2003-04-10";
  const ArticleFacts& read = analyzer.Analyze(article);
  Checker checker{read, text, CharsAtBytes(text)};
  uint32_t begin = 0;
  for (const Fact& fact : read.facts) {
    checker.CheckFact(fact);
    PROMISE(fact.bytes.begin >= begin);
    begin = fact.bytes.begin;
  }
  std::string records;
  writer.Append(read, &records);
  CheckRecords(records, text, read.facts.size());
  return 0;
}
