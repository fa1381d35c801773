// What an article as a whole says of its currencies: which countries it speaks of,
// which currencies it names in full.  It decides what a bare "$", "dollar",
// "pound", "peso" or "crown" means there.

#ifndef FACTLINE_EXTRACTORS_MONEY_CURRENCY_CONTEXT_H_
#define FACTLINE_EXTRACTORS_MONEY_CURRENCY_CONTEXT_H_

#include <string_view>
#include <vector>

#include "extractors/money/currencies.h"
#include "extractors/reading.h"

namespace factline {

// Countries by the lexicon rows that name them; made once, then read-only.
class CountryCodes {
 public:
  explicit CountryCodes(const Lexicon& lexicon);

  // The country that the word or phrase at `token` names, as a code packed into 16
  // bits ('A' << 8 | 'U'), 0 where none; `*tokens` is its length.
  // `*by_name` says that it is a country's name or adjective, not a town in it.
  uint16_t At(const Reading& reading, uint32_t token, uint32_t* tokens, bool* by_name) const;

  // The country whose name or adjective stands in `text`: "Australian Associated
  // Press"; 0 where none does.
  uint16_t NamedIn(std::string_view text, const Lexicon& lexicon) const;
  // The country of a cue in the lexicon (dollar_cues.tsv).
  uint16_t OfCue(const LexiconRow& row) const { return iso_[row.index()]; }

  static uint16_t Pack(std::string_view iso) {
    return iso.size() != 2 ? uint16_t{0}
                           : static_cast<uint16_t>(static_cast<unsigned char>(iso[0]) << 8 |
                                                   static_cast<unsigned char>(iso[1]));
  }

 private:
  std::vector<uint16_t> iso_;  // by row; 0 where it names none
};

// Made for one article; keeps no memory of the last.
class CurrencyContext {
 public:
  CurrencyContext(const Currencies& currencies, const CountryCodes& countries,
                  const Reading& reading)
      : currencies_(currencies), countries_(countries), reading_(reading) {}

  struct Resolved {
    std::string_view code;
    CurrencyBy by = CurrencyBy::kDefault;
  };
  // What `form` means in `sentence`.
  Resolved Resolve(const CurrencyForm& form, uint32_t sentence);

  // Whether the article names a country of `form`'s currencies, or one of them in
  // full.
  bool Evidenced(const CurrencyForm& form);

  // Tells that a sum in `code` has been read, for later subunits ("28 cents").
  std::string_view last_code() const { return last_code_; }
  void Saw(std::string_view code, uint32_t sentence) {
    last_code_ = code;
    last_sentence_ = sentence;
  }

 private:
  struct Count {
    uint16_t iso = 0;
    uint32_t names = 0;   // by name or adjective
    uint32_t places = 0;  // by a town or region, which may bear the name by chance
    uint32_t cues = 0;    // by a word of its public life

    uint32_t weight() const { return 3 * names + places + 2 * cues; }
  };

  void Gather();
  void GatherCountry(uint32_t token, uint32_t* tokens);
  void GatherAddress();
  void GatherSource();
  void GatherDateline();
  static bool UsedIn(const Currency& currency, uint16_t country);
  Count* CountFor(uint16_t iso);
  uint32_t WeightOf(const Currency& currency) const;
  Count CountOf(std::string_view iso) const;
  bool InUse(const Currency& currency) const;
  bool Named(std::string_view code) const;
  const Currency* OnlyNamed(const CurrencyForm& form) const;
  const Currency* OfSentence(const CurrencyForm& form, uint32_t sentence) const;
  const Currency* OfArticle(const CurrencyForm& form, bool in_use) const;
  const Currency* OfDollars(const CurrencyForm& form) const;
  std::string_view Dated(std::string_view code) const;

  const Currencies& currencies_;
  const CountryCodes& countries_;
  const Reading& reading_;
  bool gathered_ = false;
  uint32_t home_cues_ = 0;  // words that speak from home, wherever that is
  int year_ = 0;            // of publication, 0 unknown
  uint16_t address_ = 0;    // country of the article's URL, 0 unknown
  uint16_t source_ = 0;     // country that the name of the source speaks of, 0 unknown
  std::vector<Count> counts_;
  std::vector<std::string_view> named_;  // currencies written so that they are certain
  std::string_view last_code_;
  uint32_t last_sentence_ = 0;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_MONEY_CURRENCY_CONTEXT_H_
