// Counts: a number with what it counts, or one that stands for people or things
// named elsewhere ("at least 20 were killed").
//
// The span is the number alone; `of` is the counted noun phrase.

#ifndef FACTLINE_EXTRACTORS_QUANTITY_COUNT_H_
#define FACTLINE_EXTRACTORS_QUANTITY_COUNT_H_

#include <string_view>

#include "extractors/extractor.h"
#include "extractors/quantity/surroundings.h"

namespace factline {

class CountReader {
 public:
  explicit CountReader(const Surroundings& surroundings) : surroundings_(surroundings) {}

  // Reads the count whose (first) number is `numeral`, inside tokens `sentence`.
  // `before` is what the last count of the sentence counted, or empty.  False
  // where none stands there.  `*next`: see MeasureReader::Read.
  bool Read(const Reading& reading, const Numeral& numeral, const Span& sentence,
            std::string_view before, Mention* mention, uint32_t* next) const;

 private:
  struct Counted {
    std::string_view of;
    std::string_view rule;
    float confidence = 0;
    explicit operator bool() const { return confidence > 0; }
  };
  Counted FindCounted(const Reading& reading, const Numeral& numeral, const Span& sentence,
                      uint32_t last, const Amount& amount) const;
  Counted FindCompound(const Reading& reading, const Numeral& numeral, const Span& sentence) const;
  Counted FindPartitive(const Reading& reading, const Span& sentence, uint32_t of) const;
  Counted FindElliptic(const Reading& reading, const Numeral& numeral, const Span& sentence,
                       uint32_t last, const Amount& amount, std::string_view before) const;

  const Surroundings& surroundings_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_QUANTITY_COUNT_H_
