// What a number counts is looked for in this order: the noun phrase behind it
// ("thirty MiG-29 fighters"), behind "of" ("two of the soldiers"), the other half of
// a compound ("a four-engine jet"), and, where nothing countable follows, what its
// verb tells of ("killed three", "20 were hurt": people) or what the number before
// counted ("from 180 polling stations to 5").
//
// A number that may be a year, a label or a code needs something counted behind it.

#include "extractors/quantity/count.h"

#include <algorithm>

#include "extractors/number/number.h"
#include "extractors/phrase.h"
#include "extractors/quantity/measure.h"

namespace factline {
namespace {

std::string_view TextOf(const Reading& reading, uint32_t first, uint32_t last) {
  return reading.document().Text(reading.document().BytesOf(first, last));
}

bool IsOne(const Amount& amount) { return amount.amount && *amount.amount == Decimal(1); }

// "three more people", "six other men": what is counted begins after the word.
uint32_t SkipMore(const Reading& reading, uint32_t i) {
  if (reading.Is(i, "more") || reading.Is(i, "other") || reading.Is(i, "additional") ||
      reading.Is(i, "further") || reading.Is(i, "fewer") || reading.Is(i, "such") ||
      reading.Is(i, "most") || reading.Is(i, "or")) {
    if (reading.Is(i, "or"))
      return reading.Is(i + 1, "more") || reading.Is(i + 1, "so") ? i + 2 : i;
    return i + 1;
  }
  return i;
}

bool IsHyphenWord(const Reading& reading, uint32_t i, const Span& sentence) {
  return i + 1 < sentence.end && reading.token(i).is_hyphen() && !reading.token(i).space_before &&
         !reading.token(i + 1).space_before && reading.token(i + 1).is_word();
}

// "between 1600 and 1900 world temperatures fell": years, unless one plural word follows.
bool AreYears(const Reading& reading, const Numeral& low, const Numeral& high,
              const Span& sentence) {
  if (Surroundings::IsYear(reading, low)) return true;
  if (!Surroundings::LooksLikeYear(reading, low) || !Surroundings::LooksLikeYear(reading, high)) {
    return false;
  }
  NounPhrase phrase = NounPhraseAt(reading, high.tokens.end, sentence.end, true);
  return !phrase || phrase.tokens.size() > 1;
}

// "Two, whether they agree; and three, what it costs": the number of an argument.
bool Enumerates(const Reading& reading, const Numeral& numeral, const Span& sentence,
                uint32_t last) {
  uint32_t first = numeral.tokens.begin;
  if (numeral.form != NumeralForm::kWords || last >= sentence.end) return false;
  if (!reading.token(last).is(',') && !reading.token(last).is(kEmDash)) return false;
  if (first == sentence.begin) return true;
  const Token& before = reading.token(first - 1);
  return before.is(';') || before.is(',') || before.is(kEmDash) || reading.Is(first - 1, "and") ||
         before.is_quote();
}

}  // namespace

CountReader::Counted CountReader::FindPartitive(const Reading& reading, const Span& sentence,
                                                uint32_t of) const {
  uint32_t i = of + 1;
  if (i >= sentence.end) return {};
  static constexpr std::string_view kRule = "quantity.count-of";
  if (reading.Is(i, "them") || reading.Is(i, "those") || reading.Is(i, "whom") ||
      reading.Is(i, "us") || reading.Is(i, "which")) {
    if (!reading.Is(i, "those") || !NounPhraseAt(reading, i, sentence.end))
      return {{}, kRule, 0.85f};
  }
  NounPhrase phrase = NounPhraseAt(reading, i, sentence.end, true);
  if (!phrase && i + 1 < sentence.end && reading.Has(i, Role::determiner) &&
      reading.Has(i + 1, Role::adjective)) {
    return {TextOf(reading, i + 1, i + 2), kRule, 0.85f};  // "three of the dead"
  }
  if (!phrase) return {};
  // "the region's six", "Khan's victims"
  return {TextOf(reading, phrase.core, phrase.tokens.end), kRule, phrase.plural ? 0.95f : 0.85f};
}

CountReader::Counted CountReader::FindCompound(const Reading& reading, const Numeral& numeral,
                                               const Span& sentence) const {
  uint32_t i = numeral.tokens.end;
  if (!IsHyphenWord(reading, i, sentence)) return {};
  const Token& word = reading.token(i + 1);
  if (word.capitalized() || !reading.HasAny(i + 1, Bits(Role::noun, Role::plural))) return {};
  if (reading.Has(i + 1, Role::participle)) return {};  // "multi-million-selling"
  if (reading.HasAny(i + 1, Bits(Role::preposition, Role::adverb, Role::determiner, Role::scale,
                                 Role::fraction, Role::ordinal))) {
    return {};
  }
  if (IsOne(numeral.amount)) return {};
  return {reading.Text(i + 1), "quantity.count-compound", 0.8f};
}

CountReader::Counted CountReader::FindCounted(const Reading& reading, const Numeral& numeral,
                                              const Span& sentence, uint32_t last,
                                              const Amount& amount) const {
  if (last >= sentence.end) return {};
  if (reading.Is(last, "of")) return FindPartitive(reading, sentence, last);
  if (Counted compound = FindCompound(reading, numeral, sentence)) return compound;
  if (reading.token(last).is_hyphen()) return {};
  uint32_t first = SkipMore(reading, last);
  if (first >= sentence.end) return {};
  if (reading.Is(first, "of")) return FindPartitive(reading, sentence, first);
  if (reading.NumeralAt(first) != nullptr) return {};
  bool counted = !IsOne(amount);
  // "the top three last night", "12 Monday": when, not what.
  if (reading.Is(first, "century") || reading.Is(first, "last") || reading.Is(first, "next") ||
      reading.Is(first, "late") || reading.Is(first, "today") || reading.Is(first, "tomorrow") ||
      reading.Is(first, "yesterday") || reading.HasAny(first, Bits(Role::weekday))) {
    return {};
  }
  NounPhrase phrase = NounPhraseAt(reading, first, sentence.end, counted);
  if (!phrase || phrase.core != first) return {};
  // "scores legislation", "hundreds people": a plural number wants "of".
  if (numeral.form == NumeralForm::kVague && reading.Text(last - 1).back() == 's') return {};
  std::string_view of = TextOf(reading, phrase.core, phrase.tokens.end);
  if (phrase.plural && counted) return {of, "quantity.count", 0.96f};
  if (!counted) {
    if (phrase.plural || phrase.name) return {};
    // "one contact noted" tells who; "at least one contact" and "one contact of ours" how many.
    uint32_t end = phrase.tokens.end;
    bool acts = end < sentence.end &&
                (reading.Has(end, Role::participle) || VerbGroupAt(reading, end, sentence.end));
    ModifierUse use = ReadModifier(reading, numeral.tokens.begin, last);
    if (acts && use.tokens_before == 0) return {};
    return {of, "quantity.count-one", 0.82f};
  }
  // "two Taliban", "five Chinese", "three crew": no plural is written.
  bool small = !phrase.name;
  // "a 4K screen"
  if (numeral.scale_tokens != 0 && reading.Text(last - 1) == "K" && !phrase.plural) return {};
  // "the 8088 chip": a code modifies what it names.
  if (numeral.plain_integer && reading.Text(last - 1).size() >= 4 &&
      !reading.HasAny(phrase.head, Bits(Role::plural))) {
    return {};
  }
  if (!small && numeral.plain_integer && !reading.Has(phrase.head, Role::country)) return {};
  return {of, "quantity.count-singular", small ? 0.8f : 0.75f};
}

CountReader::Counted CountReader::FindElliptic(const Reading& reading, const Numeral& numeral,
                                               const Span& sentence, uint32_t last,
                                               const Amount& amount,
                                               std::string_view before) const {
  // "Two." alone says nothing.
  if (numeral.tokens.begin == sentence.begin && last + 1 >= sentence.end) return {};
  if (reading.Text(last - 1) == "K" && last < sentence.end && reading.token(last).is_word()) {
    return {};  // "a 4K screen"
  }
  if (Enumerates(reading, numeral, sentence, last) || IsHyphenWord(reading, last, sentence)) {
    return {};
  }
  // "[Ten] years ago": an editor's hand in a stretch of time.
  if (last + 1 < sentence.end && reading.token(last).is(']') &&
      reading.Has(last + 1, Role::time_unit)) {
    return {};
  }
  // "dumped millions into it": money, unless somebody acts.
  if (numeral.form == NumeralForm::kVague && amount.min && Decimal(100000) < *amount.min) {
    bool acts = last < sentence.end &&
                reading.HasAny(last, Bits(Role::auxiliary, Role::verb, Role::pronoun));
    bool people = numeral.tokens.begin > sentence.begin &&
                  surroundings_.TellsOfPeople(reading, numeral.tokens.begin - 1);
    if (!acts && !people && !reading.Is(last, "more")) return {};
  }
  // "billions for roads", "millions in aid": money, mostly.
  if (numeral.form == NumeralForm::kVague &&
      (reading.Is(last, "in") || (amount.min && Decimal(100000000) < *amount.min))) {
    return {};
  }
  if (reading.Is(last - 1, "scores") && !reading.Is(last, "more")) return {};
  // "earned the remaining 1"
  bool rest = numeral.plain_integer && numeral.tokens.begin > sentence.begin &&
              reading.Is(numeral.tokens.begin - 1, "remaining");
  if (rest && (last >= sentence.end || !reading.token(last).is_word())) {
    return {before, "quantity.count-elliptic", 0.8f};
  }
  if (IsOne(amount) || surroundings_.IsOrdered(reading, numeral, sentence)) return {};
  uint32_t first = numeral.tokens.begin;
  uint32_t verb = SkipMore(reading, last);
  while (verb < sentence.end && verb < last + 4 &&
         (reading.HasAny(verb, Bits(Role::auxiliary, Role::adverb)))) {
    ++verb;
  }
  bool people = verb < sentence.end && surroundings_.TellsOfPeople(reading, verb);
  ModifierUse modifier = ReadModifier(reading, first, last);
  uint32_t cue = first - std::min(first - sentence.begin, modifier.tokens_before);
  people |= cue > sentence.begin && surroundings_.TellsOfPeople(reading, cue - 1);
  if (people) return {"people", "quantity.count-people", 0.94f};
  if (modifier.tokens_before != 0 && modifier.modifier != Modifier::kExact) {
    return {before, "quantity.count-bounded", 0.83f};
  }
  if (last >= sentence.end) return {};
  if (cue > sentence.begin && numeral.form == NumeralForm::kDigits) {
    WordClass c = ClassOf(reading, cue - 1);
    const Token& after = reading.token(last);
    if (c == WordClass::kAuxiliary || reading.token(cue - 1).clitic || reading.Is(cue - 1, "all") ||
        ClassOf(reading, last) == WordClass::kPronoun) {
      if (!after.is_word() || ClassOf(reading, last) == WordClass::kPreposition ||
          ClassOf(reading, last) == WordClass::kPronoun) {
        return {before, "quantity.count-elliptic", 0.75f};
      }
    }
    // "21 hurt in one town, 36 in another"
    bool joint = reading.token(cue - 1).is(',') || c == WordClass::kConjunction;
    if (joint && !before.empty() && ClassOf(reading, last) == WordClass::kPreposition) {
      return {before, "quantity.count-elliptic", 0.75f};
    }
    bool open = !after.is_word() || ClassOf(reading, last) == WordClass::kPreposition ||
                ClassOf(reading, last) == WordClass::kConjunction ||
                // "987 a year earlier"
                (reading.Is(last, "a") && reading.HasAny(last + 1, Bits(Role::time_unit)));
    if (open &&
        (c == WordClass::kPreposition || c == WordClass::kVerb || c == WordClass::kParticiple)) {
      return {before, "quantity.count-elliptic", 0.8f};
    }
  }
  // "the 486 is": what takes a verb in the singular is a name.
  if (numeral.plain_integer && (reading.Is(last, "is") || reading.Is(last, "was"))) return {};
  WordClass after = ClassOf(reading, last);
  if (after == WordClass::kAuxiliary || after == WordClass::kVerb ||
      after == WordClass::kParticiple) {
    return {before, "quantity.count-subject", 0.8f};
  }
  if (numeral.form == NumeralForm::kWords || numeral.form == NumeralForm::kVague ||
      !(numeral.scale == Decimal(1)) || numeral.grouped) {
    return {before, "quantity.count-elliptic", 0.75f};
  }
  return {};
}

bool CountReader::Read(const Reading& reading, const Numeral& numeral, const Span& sentence,
                       std::string_view before, Mention* mention, uint32_t* next) const {
  uint32_t first = numeral.tokens.begin, last = numeral.tokens.end;
  *next = last;
  if (numeral.form == NumeralForm::kFraction) return false;
  if (numeral.amount.amount && numeral.amount.amount->is_zero()) return false;
  uint32_t behind = last < sentence.end && reading.token(last).is_hyphen() ? last + 1 : last;
  if (behind < sentence.end && reading.Is(behind, "fold")) return false;  // a factor
  if (first > sentence.begin && !reading.token(first).space_before &&
      (reading.token(first - 1).is_hyphen() || reading.token(first - 1).is(kMinus)) &&
      reading.token(first - 1).space_before) {
    return false;  // a negative number counts nothing
  }
  Amount amount = numeral.amount;
  if (const Numeral* high = RangeEnd(reading, numeral, sentence.end)) {
    uint32_t end = high->tokens.end;
    Amount range = RangeOf(numeral, *high);
    bool rises = range.min && range.max && *range.min < *range.max;
    bool counted = rises && FindCounted(reading, *high, sentence, end, range) &&
                   !surroundings_.IsOfAnotherKind(reading, *high, {end - 1, sentence.end}, false);
    bool dash = reading.token(last).is_hyphen() && !reading.Is(last + 1, "to");
    // "three or four by most counts"
    counted |= rises && reading.Is(last, "or") && numeral.form == NumeralForm::kWords;
    // "is about 12–18", "in the range 2–4": no score, though nothing is named
    bool bounded = ReadModifier(reading, first, last).tokens_before != 0 ||
                   (first > sentence.begin && reading.Is(first - 1, "range"));
    counted |= rises && dash && bounded;
    if (counted && !AreYears(reading, numeral, *high, sentence)) {
      amount = range;
      last = *next = end;
    } else if (dash) {  // a score, a label, years
      *next = end;
      return false;
    }
  }
  bool one = reading.Is(first, "one") && numeral.tokens.size() == 1 && last == numeral.tokens.end;
  if (one && surroundings_.IsPronounOne(reading, first, sentence)) return false;
  Counted counted = FindCounted(reading, numeral, sentence, last, amount);
  if (!counted && amount.modifier == Modifier::kBetween && last != numeral.tokens.end) {
    counted = {before, "quantity.count-range", 0.75f};
  }
  bool year = Surroundings::LooksLikeYear(reading, numeral);
  auto labelled = surroundings_.LabelOf(reading, numeral, sentence);
  if (labelled == Surroundings::Label::kYes) return false;
  bool label = labelled == Surroundings::Label::kMaybe;
  if ((year || label) && counted.rule != "quantity.count") return false;
  if (!counted) counted = FindElliptic(reading, numeral, sentence, last, amount, before);
  if (!counted) return false;
  QuantityValue value;
  value.amount = amount;
  value.unit = "count";
  value.dimension = "count";
  value.of = counted.of;
  AddModifier(reading, first, last, &value.amount);
  mention->tokens = {first, last};
  mention->value = value;
  mention->rule = counted.rule;
  mention->confidence = counted.confidence - (year || label ? 0.2f : 0.0f);
  SetBytes(reading, mention);
  return true;
}

}  // namespace factline
