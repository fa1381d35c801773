// Reads one numeral that begins at a given token: the cursor behind AppendNumerals.

#ifndef FACTLINE_EXTRACTORS_NUMBER_NUMERAL_READER_H_
#define FACTLINE_EXTRACTORS_NUMBER_NUMERAL_READER_H_

#include "extractors/number/number_words.h"
#include "extractors/number/numeral.h"
#include "extractors/reading.h"

namespace factline {

class NumeralReader {
 public:
  // Reads within `tokens`, which is one sentence.
  NumeralReader(const Reading& reading, const Span& tokens)
      : reading_(reading),
        words_(NumberWords::Of(reading.lexicon())),
        begin_(tokens.begin),
        end_(tokens.end) {}

  // Reads the numeral that begins at token `i`; false where none does.
  bool ReadAt(uint32_t i, Numeral* numeral);

 private:
  // In digits (digit_numerals.cc).
  bool ReadDigitsForm(Numeral* numeral);
  uint32_t GroupedTokens() const;
  uint32_t SlippedTokens(std::string_view first) const;
  bool GapIsHard(uint32_t token) const;
  bool CurrencyFollows(uint32_t token) const;
  bool CurrencyPrecedes(uint32_t token) const;
  std::optional<Decimal> ReadJoined(uint32_t tokens, Numeral* numeral) const;
  bool GluedOrdinal() const;
  void AddFraction(Decimal* value, Numeral* numeral);
  void AddPointDigitsOf(Decimal* value, Decimal* place, Numeral* numeral);
  std::optional<Decimal> WrittenFraction(uint32_t token) const;
  bool LetterScales(uint32_t letter, const Numeral& numeral) const;
  bool CountedByThousands(uint32_t token) const;
  bool SkipOdd();
  void ReadScales(Decimal* value, Decimal* place, Numeral* numeral);

  // In words (word_numerals.cc).
  bool ReadWords(Numeral* numeral);
  uint32_t GatherWords(struct WordSum* sum, Numeral* numeral);
  bool BeginsAnother(const struct WordSum& sum) const;
  bool AddCardinal(struct WordSum* sum, Numeral* numeral);
  bool AddScale(struct WordSum* sum, Numeral* numeral);
  bool SkipJoint(bool after_scale);
  void AddPointDigits(Numeral* numeral);
  void AddAndAHalf(Numeral* numeral);
  bool ReadFractionWords(Numeral* numeral);
  bool ReadFractionOfScale(const NumberWords::Fraction& fraction, const Decimal& times,
                           uint32_t next, Numeral* numeral);
  bool ReadFractionSign(Numeral* numeral);
  void TakeScaled(Decimal value, Decimal place, Numeral* numeral);

  // Vague magnitudes (vague_numerals.cc).
  bool ReadVague(Numeral* numeral);
  bool PluralScaleAt(uint32_t i) const;
  std::optional<Decimal> ScaleOrTensAt(uint32_t i) const;

  bool IsHyphen(uint32_t i) const { return i < end_ && reading_.token(i).is_hyphen(); }

  const Reading& reading_;
  const NumberWords& words_;
  uint32_t begin_;
  uint32_t end_;
  uint32_t at_ = 0;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_NUMBER_NUMERAL_READER_H_
