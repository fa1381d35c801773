// The currency lexicon with its columns read: made once, then read-only.

#ifndef FACTLINE_EXTRACTORS_MONEY_CURRENCIES_H_
#define FACTLINE_EXTRACTORS_MONEY_CURRENCIES_H_

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/lexicon.h"
#include "schemas/decimal.h"
#include "schemas/fact.h"

namespace factline {

// What a form is, in the order of how surely it is a currency.
enum class CurrencyKind : uint8_t { kCode, kSymbol, kName, kSlang };

// On which side of its number a form stands.
enum class CurrencyPlace : uint8_t { kEither, kBefore, kAfter };

// What must stand beside a form that is also something else; the words of the
// column `needs` in currency_words.tsv.
enum class CurrencyNeeds : uint8_t { kNothing, kCountry, kLarge, kScale, kPaid, kSum };

// A currency of ISO 4217.
struct Currency {
  std::string_view code;
  std::string_view base;                    // the bare name it goes by: "dollar"
  std::vector<std::string_view> countries;  // ISO 3166 alpha-2
  int since = 0;                            // first year, 0 unknown
  int until = 0;                            // last year, 0 still in use
  std::string_view before;                  // the code it replaced, or empty
  bool point_groups = false;                // "Rp 31.500" is 31,500

  bool AliveIn(int year) const { return year >= since && (until == 0 || year <= until); }
};

// One line of the lexicon: a way to write a currency.
struct CurrencyForm {
  LexiconRow row;
  std::string_view code;
  Decimal factor = Decimal(1);  // of a subunit: 0.01
  CurrencyKind kind = CurrencyKind::kName;
  CurrencyPlace place = CurrencyPlace::kEither;
  CurrencyNeeds needs = CurrencyNeeds::kNothing;
  bool glued = false;
  bool subunit = false;
  // Currencies that the form may mean beside `code`; empty where it is certain.
  std::vector<const Currency*> others;

  bool ambiguous() const { return !others.empty(); }
};

class Currencies {
 public:
  // `lexicon` must outlive the table.
  explicit Currencies(const Lexicon& lexicon);
  Currencies(const Currencies&) = delete;
  Currencies& operator=(const Currencies&) = delete;

  const CurrencyForm* FormOf(const LexiconRow& row) const;
  // The bare "$".
  const CurrencyForm& dollar() const { return *dollar_; }
  // Null for a code that ISO 4217 never had.
  const Currency* Find(std::string_view code) const;

 private:
  void ReadCodes(const std::vector<LexiconRow>& rows);
  void ReadForm(const LexiconRow& row);
  void ReadBases(std::string_view bases, CurrencyForm* form) const;

  std::unordered_map<std::string_view, Currency> codes_;
  std::unordered_map<std::string_view, std::vector<const Currency*>> by_base_;
  std::unordered_map<uint32_t, CurrencyForm> forms_;  // by row
  CurrencyForm no_form_;
  const CurrencyForm* dollar_ = &no_form_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_MONEY_CURRENCIES_H_
