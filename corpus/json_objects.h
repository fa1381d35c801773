// Finds where the objects of a JSON text begin and end, block by block: of an
// array of objects, or of objects one after the other over any number of lines.
// Whether an object is JSON is for the parser to say; here only strings and
// brackets are followed.

#ifndef FACTLINE_CORPUS_JSON_OBJECTS_H_
#define FACTLINE_CORPUS_JSON_OBJECTS_H_

#include <cstdint>
#include <string_view>

namespace factline {

class JsonObjects {
 public:
  enum class Event : uint8_t { kNone, kBegin, kEnd };

  // Goes on from `*at` to behind the next bracket that begins or ends an object,
  // or to the end of `bytes` (kNone); `bytes` may have grown since, but not
  // otherwise changed.
  Event Next(std::string_view bytes, uint64_t* at);

  bool inside() const { return depth_ != 0; }
  // 1-based, of the byte that comes next.
  uint64_t line() const { return line_; }

  // Whether a text that begins with `head` is such a one, and not JSON Lines: it
  // is an array, or its first object goes on in the next line.
  static bool IsOne(std::string_view head);

 private:
  uint64_t depth_ = 0;
  uint64_t line_ = 1;
  bool string_ = false;
  bool escape_ = false;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_JSON_OBJECTS_H_
