// What the lexicons say of country words, read once.
//
// names.tsv and forms.tsv give the words, cues.tsv what tells namesakes apart,
// not_country.tsv the longer names that a country word can stand in.
// Immutable: any number of threads may read it.

#ifndef FACTLINE_EXTRACTORS_COUNTRY_COUNTRY_WORDS_H_
#define FACTLINE_EXTRACTORS_COUNTRY_COUNTRY_WORDS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/lexicon.h"
#include "schemas/fact.h"

namespace factline {

// What a word needs around it to mean a country; forms.tsv says each in a line.
enum class Needs : uint8_t {
  kNothing,
  kMixed,
  kHyphen,
  kArticle,
  kInside,
  kHome,
  kNotFirstName,
  kNotSurname,
  kNotName,
  kGeorgia,
  kCongo,
  kDominica,
  kJersey,
  kLanguage,
};

// What a phrase of not_country.tsv does to the country beside it.
enum class LongerName : uint8_t { kWhole, kBefore, kAfter, kOpen, kState, kSpeech, kTongue };

struct CountryForm {
  CountryValue value;
  Needs needs = Needs::kNothing;
};

// For whom a cue speaks, and how loudly.
struct CountryCue {
  std::string_view iso;
  int weight = 0;
};

class CountryWords {
 public:
  // `lexicon` must outlive this.
  explicit CountryWords(const Lexicon& lexicon);

  const CountryForm& form(uint32_t row) const { return forms_[index_[row]]; }
  const CountryCue& cue(uint32_t row) const { return cues_[index_[row]]; }
  LongerName longer_name(uint32_t row) const { return static_cast<LongerName>(index_[row]); }

  // ISO codes and name of the country coded `iso`.
  const CountryValue& Coded(std::string_view iso) const;

 private:
  std::vector<uint16_t> index_;  // per lexicon row: into the table of its role
  std::vector<CountryForm> forms_;
  std::vector<CountryCue> cues_;
  std::vector<CountryValue> codes_;
};

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_COUNTRY_COUNTRY_WORDS_H_
