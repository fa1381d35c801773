// What stands around a number and makes it something else than a quantity: a
// date, a sum, a label ("Section 5"), a model ("MiG-29"), a score ("3-1"), an
// address, a telephone number, a time of day.

#ifndef FACTLINE_EXTRACTORS_QUANTITY_SURROUNDINGS_H_
#define FACTLINE_EXTRACTORS_QUANTITY_SURROUNDINGS_H_

#include <unordered_map>

#include "extractors/lexicon.h"
#include "extractors/reading.h"

namespace factline {

class Surroundings {
 public:
  explicit Surroundings(const Lexicon& lexicon);

  // Whether `numeral`, in the sentence of tokens `sentence`, is of another kind
  // than quantity whatever follows it; `may_be_year` says whether it is looked at
  // as a year, too.
  bool IsOfAnotherKind(const Reading& reading, const Numeral& numeral, const Span& sentence,
                       bool may_be_year = true) const;

  // Whether it is the end of something longer: "MiG-29", "555-1234", "3-1", "9/11".
  static bool IsTailOfWord(const Reading& reading, const Numeral& numeral, const Span& sentence);

  // Whether it names what stands before it: never, unless something counted
  // follows, or whatever follows.
  enum class Label : uint8_t { kNo, kMaybe, kYes };
  Label LabelOf(const Reading& reading, const Numeral& numeral, const Span& sentence) const;

  // Whether token `i` is a word for people, who have ages.
  bool HasAge(const Reading& reading, uint32_t i) const {
    return KindAt(reading, i) == Kind::kGrown;
  }

  // Whether it stands after "top", "last" and the like.
  bool IsOrdered(const Reading& reading, const Numeral& numeral, const Span& sentence) const {
    uint32_t first = numeral.tokens.begin;
    return first > sentence.begin && KindAt(reading, first - 1) == Kind::kOrder;
  }

  // Whether a plain number has four digits and may be a year; whether it is one
  // even before something counted: "the 2016 elections".
  static bool LooksLikeYear(const Reading& reading, const Numeral& numeral);
  static bool IsYear(const Reading& reading, const Numeral& numeral);

  // Whether "one" at token `i` is the pronoun: "one of the", "no one", "one another".
  bool IsPronounOne(const Reading& reading, uint32_t i, const Span& sentence) const;

  // Whether token `i` is a word that tells what happened to people.
  bool TellsOfPeople(const Reading& reading, uint32_t i) const {
    return KindAt(reading, i) == Kind::kPerson;
  }

 private:
  enum class Kind : uint8_t {
    kNone,
    kBefore,
    kDotted,
    kMaybe,
    kStreet,
    kClock,
    kPerson,
    kRank,
    kOrder,
    kBehind,
    kGrown,
  };
  Kind KindAt(const Reading& reading, uint32_t i) const;
  Kind KindBefore(const Reading& reading, uint32_t end, uint32_t begin) const;
  bool IsMoneyOrPercent(const Reading& reading, const Numeral& numeral, const Span& sentence) const;
  bool IsDateOrClock(const Reading& reading, const Numeral& numeral, const Span& sentence) const;
  bool IsAddress(const Reading& reading, const Numeral& numeral, const Span& sentence) const;

  std::unordered_map<uint32_t, Kind> kinds_;  // by row
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_QUANTITY_SURROUNDINGS_H_
