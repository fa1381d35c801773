// Fact records as JSON Lines: RECORD.md's keys in a fixed order, one fact a line.
//
// A writer is made once a run and fed article by article.  What all facts of an
// article or of a sentence share is escaped once and copied from then on.
// Not for two threads at a time.

#ifndef FACTLINE_SCHEMAS_FACT_JSON_H_
#define FACTLINE_SCHEMAS_FACT_JSON_H_

#include <string>
#include <string_view>

#include "schemas/record_writer.h"

namespace factline {

class FactJsonWriter : public RecordWriter {
 public:
  // A line a fact; or a line an article, its facts within, also where there are none.
  enum class Per { kFact, kArticle };

  // With `with_text`, articles have their text too.
  explicit FactJsonWriter(const RecordFilter& filter = {}, Per per = Per::kFact,
                          bool with_text = false)
      : filter_(filter), per_(per), with_text_(with_text) {}

  void Append(const ArticleFacts& read, std::string* out) override;

 private:
  void AppendRecord(const ArticleFacts& read, const Fact& fact, std::string* out);

  RecordFilter filter_;
  Per per_;
  bool with_text_;
  std::string article_;   // the "article" member of the article in hand
  std::string sentence_;  // the "sentence" member of the sentence in hand
};

// Appends "value":{…} as an object alone.  `type` decides its keys.
void AppendValueJson(FactType type, const Value& value, std::string* out);

// Appends the array that is a record's "links": those that `filter` keeps.
void AppendLinksJson(const ArticleFacts& read, const Fact& fact, const RecordFilter& filter,
                     std::string* out);

// The id of a record as it is printed: 16 hexadecimal digits.
void AppendFactId(uint64_t id, std::string* out);

// A confidence as it is printed: two decimals, never an exponent.
void AppendConfidence(float confidence, std::string* out);

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_FACT_JSON_H_
