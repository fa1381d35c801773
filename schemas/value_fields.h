// The keys of a record's value, type by type, in the order in which they are
// written: said once for every writer.
//
// A Sink is told each key that the value has:
//   Text(key, text)      words of the article: to be escaped
//   Word(key, word)      words of our own: nothing in them needs escaping
//   Number(key, decimal) an exact number
//   Integer(key, n)      a year or an entity
//   True(key), Null(key)
//   Open(key), Close()   around the keys of an object within

#ifndef FACTLINE_SCHEMAS_VALUE_FIELDS_H_
#define FACTLINE_SCHEMAS_VALUE_FIELDS_H_

#include <string_view>

#include "schemas/fact.h"

namespace factline {

template <typename Sink>
class ValueFields {
 public:
  ValueFields(FactType type, Sink* sink) : type_(type), sink_(sink) {}

  void operator()(const MoneyValue& v) const {
    Bounds(v.amount);
    sink_->Word("currency", v.currency);
    sink_->Word("currency_by", Name(v.currency_by));
    HowExact(v.amount);
    TextIfAny("per", v.per);
    if (v.converted != nullptr) Converted(*v.converted);
  }

  void operator()(const PercentValue& v) const {
    Bounds(v.amount);
    sink_->Word("kind", Name(v.kind));
    HowExact(v.amount);
  }

  void operator()(const QuantityValue& v) const {
    Bounds(v.amount);
    sink_->Text("unit", v.unit);
    TextIfAny("dimension", v.dimension);
    HowExact(v.amount);
    if (v.si_amount) {
      sink_->Open("si");
      sink_->Number("amount", *v.si_amount);
      sink_->Text("unit", v.si_unit);
      sink_->Close();
    }
    TextIfAny("of", v.of);
  }

  void operator()(const TimeValue& v) const {
    if (type_ == FactType::kDate) WordOrNull("timex", v.timex);
    if (v.start || v.end) {
      Year("start", v.start);
      Year("end", v.end);
    } else {
      Year("year", v.year);
    }
    TextIfAny("relative", v.relative);
    if (v.anchor != Anchor::kNone) sink_->Word("anchor", Name(v.anchor));
    if (v.fiscal) sink_->True("fiscal");
    if (!v.reason.empty()) sink_->Word("reason", v.reason);
  }

  void operator()(const CountryValue& v) const {
    sink_->Word("iso", v.iso);
    if (!v.iso3.empty()) sink_->Word("iso3", v.iso3);
    sink_->Text("name", v.name);
    sink_->Word("kind", Name(v.kind));
  }

  void operator()(const NameValue& v) const {
    sink_->Text("name", v.name);
    TextIfAny("title", v.title);
    TextIfAny("acronym", v.acronym);
    TextIfAny("id", v.id);
    if (type_ == FactType::kLocation && !v.iso.empty()) sink_->Word("iso", v.iso);
    if (v.entity != 0) sink_->Integer("entity", v.entity);
  }

 private:
  void Bounds(const Amount& amount) const {
    NumberIfAny("amount", amount.amount);
    NumberIfAny("min", amount.min);
    NumberIfAny("max", amount.max);
  }
  void Converted(const Conversion& c) const {
    sink_->Open("converted");
    NumberIfAny("amount", c.amount);
    NumberIfAny("min", c.min);
    NumberIfAny("max", c.max);
    sink_->Word("currency", c.currency);
    if (c.reason.empty()) {
      sink_->Number("rate", c.rate);
      sink_->Word("rate_date", c.rate_date);
      sink_->Text("source", c.source);
    } else {
      sink_->Word("reason", c.reason);
    }
    sink_->Close();
  }
  void HowExact(const Amount& amount) const {
    NumberIfAny("precision", amount.precision);
    sink_->Word("modifier", Name(amount.modifier));
  }
  void NumberIfAny(std::string_view key, const std::optional<Decimal>& number) const {
    if (number) sink_->Number(key, *number);
  }
  void TextIfAny(std::string_view key, std::string_view text) const {
    if (!text.empty()) sink_->Text(key, text);
  }
  void WordOrNull(std::string_view key, std::string_view word) const {
    if (word.empty()) {
      sink_->Null(key);
    } else {
      sink_->Word(key, word);
    }
  }
  void Year(std::string_view key, const std::optional<int32_t>& year) const {
    if (year) {
      sink_->Integer(key, *year);
    } else {
      sink_->Null(key);
    }
  }

  FactType type_;
  Sink* sink_;
};

// Tells `sink` every key of `value`, the value of a fact of type `type`.
template <typename Sink>
void VisitFields(FactType type, const Value& value, Sink* sink) {
  std::visit(ValueFields<Sink>(type, sink), value);
}

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_VALUE_FIELDS_H_
