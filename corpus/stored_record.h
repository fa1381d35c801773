// Records and gold articles read back from JSON Lines: by scoring and by
// verification, never on the way of an article.  A door of simdjson.

#ifndef FACTLINE_CORPUS_STORED_RECORD_H_
#define FACTLINE_CORPUS_STORED_RECORD_H_

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/result.h"

namespace factline {

// A span as records give it: code points, end exclusive, and the words there.
struct StoredSpan {
  uint64_t start = 0;
  uint64_t end = 0;
  std::string text;
};

// A link of a record.
struct StoredLink : StoredSpan {
  std::string role;
  std::string fact;  // id of the fact that stands there; may be empty
  std::optional<StoredSpan> cue;
  double confidence = 0;
};

// A fact record, or a fact of a gold article; what a line does not have is empty.
struct StoredRecord : StoredSpan {
  std::string id;
  std::string type;
  std::optional<std::array<uint64_t, 2>> bytes;
  std::string article_id;
  std::string sha256;
  std::string published, title, url, source, group;  // of the article
  uint64_t sentence_index = 0;
  std::optional<StoredSpan> sentence;
  // Numbers and truth values as they print; an array or object within as JSON;
  // a null is absent.
  std::map<std::string, std::string> value;
  std::string value_json;
  std::vector<StoredLink> links;
  double confidence = 0;
  std::string rule;

  // Of gold facts only.
  bool optional = false;
  std::optional<std::array<uint64_t, 2>> core;  // a second span that is right too
};

struct GoldArticle {
  std::string id;
  std::string text;
  std::string published;
  std::vector<std::string> annotated;  // types marked exhaustively
  std::vector<StoredRecord> facts;
  std::vector<StoredSpan> other;  // neither right nor wrong
};

class StoredRecordParser {
 public:
  StoredRecordParser();
  ~StoredRecordParser();

  Result<StoredRecord> ParseRecord(std::string_view line);
  Result<GoldArticle> ParseGold(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_STORED_RECORD_H_
