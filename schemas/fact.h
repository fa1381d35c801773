// The nouns of factline's output.  RECORD.md's keys, one to one: what a field
// means here is what it means in docs/records.md and in fact.schema.json.
//
// Every string_view points either into the article's text, into the lexicon
// image (alive as long as the program) or into the Arena of the article's
// analysis; it is valid until that analysis is reused for the next article.

#ifndef FACTLINE_SCHEMAS_FACT_H_
#define FACTLINE_SCHEMAS_FACT_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "schemas/decimal.h"

namespace factline {

// Half-open.  Bytes or Unicode code points of the article's text, as named.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool Overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool Contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
  friend bool operator==(const Span&, const Span&) = default;
};

enum class FactType : uint8_t {
  kMoney,
  kPercent,
  kQuantity,
  kYear,
  kDate,
  kCountry,
  kLocation,
  kPerson,
  kOrganization,
};
inline constexpr int kFactTypes = 9;

// How the stated number bounds the true one.
enum class Modifier : uint8_t {
  kExact,
  kAbout,
  kOver,
  kUnder,
  kAtLeast,
  kAtMost,
  kBetween,
  kVague,
};

// A number as stated.  A plain number has `amount`; a range or a vague
// magnitude ("tens of billions") has `min`, `max` or both and no `amount`.
struct Amount {
  std::optional<Decimal> amount;
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  std::optional<Decimal> precision;  // place value of the last digit stated
  Modifier modifier = Modifier::kExact;
};

// What told us which currency.
enum class CurrencyBy : uint8_t { kCode, kSymbol, kName, kContext, kDefault };

// A sum in another currency, when that was asked for; where there is no rate,
// only `currency` and `reason`.  As in Amount, a range has no `amount`.
struct Conversion {
  std::optional<Decimal> amount;
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  std::string_view currency;
  Decimal rate;                // units of `currency` for one unit of the fact's
  std::string_view rate_date;  // the day, month or period of the rate
  std::string_view source;     // who published it
  std::string_view reason;     // "no_date", "no_rate", "no_rate_at_date"
};

struct MoneyValue {
  Amount amount;
  std::string_view currency;  // ISO 4217, historic codes too
  CurrencyBy currency_by = CurrencyBy::kName;
  std::string_view per;                   // "barrel" in "$60 a barrel"; empty where no rate
  const Conversion* converted = nullptr;  // null where none was asked for
};

enum class PercentKind : uint8_t { kPercent, kPercentagePoint, kBasisPoint };

struct PercentValue {
  Amount amount;
  PercentKind kind = PercentKind::kPercent;
};

struct QuantityValue {
  Amount amount;
  std::string_view unit;       // UCUM code, or "count"
  std::string_view dimension;  // "length", "time", "count", …
  std::optional<Decimal> si_amount;
  std::string_view si_unit;
  std::string_view of;  // what is counted: "MiG-29 fighters"
};

// What a relative expression was resolved against.
enum class Anchor : uint8_t { kNone, kPublished, kText };

// Of a year (or coarser) and of a date.  A year that could not be resolved has
// no `year`; `relative` then says what stood there and `reason` why not.
struct TimeValue {
  std::optional<int32_t> year;
  std::optional<int32_t> start;  // of a range of years, first and last, inclusive
  std::optional<int32_t> end;
  std::string_view timex;     // TIMEX3 value of a date; empty where unresolved
  std::string_view relative;  // as stated: "last year"; empty where absolute
  Anchor anchor = Anchor::kNone;
  bool fiscal = false;
  std::string_view reason;  // why there is no value: "no_anchor", "impossible_date"
};

enum class CountryKind : uint8_t { kName, kDemonym, kAbbreviation };

struct CountryValue {
  std::string_view iso;   // ISO 3166-1 alpha-2, ISO 3166-3 alpha-4 of former countries
  std::string_view iso3;  // ISO 3166-1 alpha-3, empty for former countries
  std::string_view name;
  CountryKind kind = CountryKind::kName;
};

// Of a person, organization or location.
struct NameValue {
  std::string_view name;     // the fullest form in the article
  std::string_view title;    // "President"; persons only
  std::string_view acronym;  // organizations only
  std::string_view iso;      // country of a location, where known
  uint32_t entity = 0;       // same number: same person or organization; 0 not set
  std::string_view id;       // the user's own, of a listed name
};

using Value =
    std::variant<MoneyValue, PercentValue, QuantityValue, TimeValue, CountryValue, NameValue>;

enum class LinkRole : uint8_t { kSaidBy, kEquivalent, kPeriod, kPlace, kAbout, kComparedWith };

// Another span of the same article that says what a fact means.
struct Link {
  LinkRole role = LinkRole::kSaidBy;
  Span bytes;
  Span chars;
  std::optional<uint32_t> fact;   // index into the article's facts, where the span is one
  std::optional<Span> cue_bytes;  // "told", "according to"
  Span cue_chars;
  float confidence = 0;  // 0 to 1, calibrated
};

struct Fact {
  uint64_t id = 0;  // same text and span and type: same id, always
  FactType type = FactType::kMoney;
  Span bytes;
  Span chars;             // code points
  uint32_t sentence = 0;  // index into the article's sentences
  float confidence = 0;   // 0 to 1, calibrated
  std::string_view rule;  // "money.amount-scale-currency"
  Value value;
  std::vector<Link> links;
};

// The words used in records: "money", "at_least", "said_by", …
std::string_view Name(FactType type);
std::string_view Name(Modifier modifier);
std::string_view Name(CurrencyBy by);
std::string_view Name(PercentKind kind);
std::string_view Name(Anchor anchor);
std::string_view Name(CountryKind kind);
std::string_view Name(LinkRole role);

// The type named `name` in a record, or nothing.
std::optional<FactType> FactTypeNamed(std::string_view name);

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_FACT_H_
