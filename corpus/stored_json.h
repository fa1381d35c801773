// A whole JSON document read back into memory: plans and lines of rejects, which
// factline wrote itself.  Never on the way of an article.  A door of simdjson.

#ifndef FACTLINE_CORPUS_STORED_JSON_H_
#define FACTLINE_CORPUS_STORED_JSON_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/result.h"

namespace factline {

struct StoredMember;

// A value and what is in it.
struct StoredJson {
  std::string text;  // of a string, number or truth value, as it prints
  // Of an object, in its order; of an array with empty keys.
  std::vector<StoredMember> members;

  // The member of that key; one that is empty where there is none.
  const StoredJson& operator[](std::string_view key) const;
  // What `text` says; 0 where it is no whole number.
  uint64_t Integer() const;
};

struct StoredMember {
  std::string key;
  StoredJson value;
};

// An error says that it is not JSON.
Result<StoredJson> ParseStoredJson(std::string_view json);

}  // namespace factline
#endif  // FACTLINE_CORPUS_STORED_JSON_H_
