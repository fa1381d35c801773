#include "pipeline/audit/measure.h"

#include <algorithm>
#include <map>
#include <string_view>

extern "C" {
extern const char factline_measures_begin[], factline_measures_end[];
}

namespace factline {
namespace {

constexpr uint32_t kTollReach = 60;  // bytes around a count in which "were killed" speaks of it

enum class WordClass : uint8_t { kPlain, kStop, kAny, kPeople, kToll, kHurt };

class MeasureWords {
 public:
  static const MeasureWords& Shipped() {
    static const MeasureWords words({factline_measures_begin, factline_measures_end});
    return words;
  }

  WordClass ClassOf(const std::string& word) const {
    auto found = classes_.find(word);
    return found == classes_.end() ? WordClass::kPlain : found->second;
  }

 private:
  explicit MeasureWords(std::string_view table) {
    static const std::map<std::string_view, WordClass> kNames = {{"stop", WordClass::kStop},
                                                                 {"any", WordClass::kAny},
                                                                 {"people", WordClass::kPeople},
                                                                 {"toll", WordClass::kToll},
                                                                 {"hurt", WordClass::kHurt}};
    while (!table.empty()) {
      size_t end = table.find('\n');
      std::string_view line = table.substr(0, end);
      table = end == std::string_view::npos ? std::string_view() : table.substr(end + 1);
      size_t tab = line.find('\t');
      if (tab == std::string_view::npos) continue;
      auto named = kNames.find(line.substr(tab + 1));
      if (named != kNames.end()) classes_[std::string(line.substr(0, tab))] = named->second;
    }
  }

  std::map<std::string, WordClass> classes_;
};

bool IsLetter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// "exports" -> "export", "deaths" -> "death", "casualties" -> "casualty".
std::string Singular(std::string word) {
  auto ends = [&](std::string_view end) {
    return word.size() > end.size() + 2 &&
           word.compare(word.size() - end.size(), end.size(), end) == 0;
  };
  if (ends("ies")) return word.replace(word.size() - 3, 3, "y");
  if (ends("sses") || ends("xes") || ends("ches")) return word.substr(0, word.size() - 2);
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) word.pop_back();
  return word == "men" ? "man" : word == "women" ? "woman" : word;
}

template <typename Visit>
void EachWord(std::string_view text, Visit visit) {
  for (size_t i = 0; i < text.size();) {
    if (!IsLetter(text[i])) {
      ++i;
      continue;
    }
    std::string word;
    while (i < text.size() && IsLetter(text[i]))
      word.push_back(static_cast<char>(text[i++] | 0x20));
    visit(Singular(std::move(word)));
  }
}

void AddWords(std::string_view text, Measure* measure) {
  const MeasureWords& known = MeasureWords::Shipped();
  EachWord(text, [&](std::string word) {
    switch (known.ClassOf(word)) {
      case WordClass::kStop:
      case WordClass::kPeople:
        return;
      case WordClass::kAny:
        measure->is_any = true;
        return;
      case WordClass::kToll:
        word = "toll";
        break;
      case WordClass::kHurt:
        word = "hurt";
        break;
      case WordClass::kPlain:
        break;
    }
    measure->is_toll |= word == "toll" || word == "hurt";
    measure->words.push_back(std::move(word));
  });
}

// "killed 12 people", "12 people were killed": the word that says what became of
// those counted, in the fact's own sentence and not beyond another count.
void AddToll(const ArticleFacts& read, const Fact& fact, Measure* measure) {
  const Span& sentence = read.sentences[fact.sentence].bytes;
  uint32_t begin =
      std::max(sentence.begin, fact.bytes.begin - std::min(fact.bytes.begin, kTollReach / 3));
  uint32_t end = std::min(sentence.end, fact.bytes.end + kTollReach);
  for (const Fact& other : read.facts) {
    if (AmountOf(other) == nullptr) continue;
    if (other.bytes.begin >= fact.bytes.end) end = std::min(end, other.bytes.begin);
    if (other.bytes.end <= fact.bytes.begin) begin = std::max(begin, other.bytes.end);
  }
  const MeasureWords& known = MeasureWords::Shipped();
  auto add = [&](std::string_view text) {
    bool added = false;
    EachWord(text, [&](const std::string& word) {
      WordClass is = known.ClassOf(word);
      if (added || (is != WordClass::kToll && is != WordClass::kHurt)) return;
      added = true;
      measure->is_toll = true;
      measure->words.push_back(is == WordClass::kToll ? "toll" : "hurt");
    });
    return added;
  };
  if (!add(read.Text({fact.bytes.end, end}))) add(read.Text({begin, fact.bytes.begin}));
}

std::string PeriodOf(const TimeValue& time) {
  if (!time.timex.empty()) return std::string(time.timex);
  if (time.year) return std::to_string(*time.year);
  if (time.start && time.end) return std::to_string(*time.start) + "/" + std::to_string(*time.end);
  return {};
}

std::string PlaceOf(const ArticleFacts& read, const Link& link) {
  if (link.fact) {
    const Value& value = read.facts[*link.fact].value;
    if (const auto* country = std::get_if<CountryValue>(&value)) return std::string(country->iso);
    if (const auto* name = std::get_if<NameValue>(&value)) return std::string(name->name);
  }
  return std::string(read.Text(link.bytes));
}

void AddLinks(const ArticleFacts& read, const Fact& fact, Measure* measure) {
  for (const Link& link : fact.links) {
    if (link.role == LinkRole::kAbout) AddWords(read.Text(link.bytes), measure);
    if (link.role == LinkRole::kPlace) measure->place = PlaceOf(read, link);
    if (link.role == LinkRole::kSaidBy) measure->said_by = read.Text(link.bytes);
    if (link.role != LinkRole::kPeriod || !link.fact) continue;
    if (const auto* time = std::get_if<TimeValue>(&read.facts[*link.fact].value)) {
      measure->period = PeriodOf(*time);
    }
  }
}

// Sets the unit; false for what cannot be set side by side.
bool SetUnit(const Fact& fact, Measure* measure) {
  if (const auto* money = std::get_if<MoneyValue>(&fact.value)) {
    measure->unit = "money " + std::string(money->currency) + " " + std::string(money->per);
  } else if (const auto* percent = std::get_if<PercentValue>(&fact.value)) {
    measure->unit = Name(percent->kind);
  } else if (const auto* quantity = std::get_if<QuantityValue>(&fact.value)) {
    if (quantity->dimension == "time") return false;
    measure->unit = quantity->unit;
  }
  return !measure->unit.empty();
}

}  // namespace

std::optional<Measure> MeasureOf(const ArticleFacts& read, size_t index) {
  const Fact& fact = read.facts[index];
  const Amount* amount = AmountOf(fact);
  if (amount == nullptr) return std::nullopt;
  auto bounds = BoundsOf(*amount);
  Measure measure;
  if (!bounds || !SetUnit(fact, &measure)) return std::nullopt;
  measure.fact = index;
  measure.bounds = *bounds;
  AddLinks(read, fact, &measure);
  if (const auto* quantity = std::get_if<QuantityValue>(&fact.value)) {
    AddWords(quantity->of, &measure);
    if (quantity->unit == "count" && !measure.is_toll) AddToll(read, fact, &measure);
  }
  std::sort(measure.words.begin(), measure.words.end());
  measure.words.erase(std::unique(measure.words.begin(), measure.words.end()), measure.words.end());
  return measure;
}

}  // namespace factline
