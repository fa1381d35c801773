// Reads one sum: a numeral and the currency on either side of it.

#ifndef FACTLINE_EXTRACTORS_MONEY_SUM_READER_H_
#define FACTLINE_EXTRACTORS_MONEY_SUM_READER_H_

#include "extractors/money/currencies.h"
#include "extractors/money/currency_context.h"
#include "extractors/number/numeral.h"
#include "extractors/reading.h"

namespace factline {

struct Sum {
  Span tokens;
  const Numeral* number = nullptr;
  const CurrencyForm* form = nullptr;
  std::string_view code;  // where a word beside the sign says which: "$500 US"
  bool before = false;    // the form stands before the number
  bool negative = false;
  bool hyphenated = false;  // "10-dollar"

  Decimal factor = Decimal(1);  // beside the form's: 1000 of "Rp 31.500"

  bool has_scale() const { return !(number->scale == Decimal(1)); }
};

class SumReader {
 public:
  SumReader(const Reading& reading, const Currencies& currencies, const CountryCodes& countries,
            CurrencyContext* context)
      : reading_(reading), currencies_(currencies), countries_(countries), context_(*context) {}

  // Reads the sum around `number`, looking no further left than token `from` and
  // no further right than `to`.  False, and `sum->form` null, where no currency
  // stands beside it; `sum->tokens` then is the number's.
  bool Read(const Numeral& number, uint32_t from, uint32_t to, Sum* sum);

  // Reads "a dollar" at token `article`, no further than `to`.
  bool ReadSingular(uint32_t article, uint32_t to, Sum* sum);

  const CurrencyForm& dollar() const { return currencies_.dollar(); }

  // Whether `number` is more than a small round count: it has a scale, a
  // separator, decimals or four digits.
  static bool IsLarge(const Numeral& number);
  // Whether it may as well be a year.
  static bool LooksLikeYear(const Numeral& number);

 private:
  void ReadBefore(uint32_t from, uint32_t to, Sum* sum);
  void ReadAfter(uint32_t to, Sum* sum);
  void ReadPoint(Sum* sum) const;
  void ReadSign(uint32_t from, Sum* sum) const;
  void Refine(uint32_t to, Sum* sum) const;
  bool BelongsToNext(uint32_t sign, uint32_t after, uint32_t to) const;
  bool Satisfied(const CurrencyForm& form, const Numeral& number, uint32_t end, bool hyphenated);
  bool IsPaid(const CurrencyForm& form, const Numeral& number, uint32_t end, bool hyphenated);
  bool IsPriced(const Numeral& number) const;
  bool IsVerb(const CurrencyForm& form, const Numeral& number, uint32_t after) const;

  const Reading& reading_;
  const Currencies& currencies_;
  const CountryCodes& countries_;
  CurrencyContext& context_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_MONEY_SUM_READER_H_
