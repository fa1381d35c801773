#include "extractors/money/rate.h"

namespace factline {

Rates::Rates(const Lexicon& lexicon) {
  for (const LexiconRow& row : lexicon.RowsOf(Role::rate)) per_.emplace(row.index(), row["per"]);
}

std::string_view Rates::ReadAt(const Reading& reading, uint32_t at, uint32_t to) const {
  bool hyphen = at < to && reading.token(at).is_hyphen() && !reading.token(at).space_before;
  uint32_t word = at + hyphen;
  if (word + 1 >= to) return {};
  bool stroke = reading.token(word).is('/');
  bool per = reading.Is(word, "per");
  bool article = reading.Is(word, "a") || reading.Is(word, "an") || reading.Is(word, "each") ||
                 reading.Is(word, "every");
  if (!stroke && !per && !article) return {};
  ++word;
  if (word < to && reading.token(word).is_hyphen()) ++word;
  if (word >= to || reading.token(word).blank_before) return {};
  if (Sense sense = reading.At(word, Role::rate)) {
    // "$5 million a year ago", "a decade earlier"
    uint32_t after = word + sense.tokens;
    bool time = reading.Is(after, "ago") || reading.Is(after, "earlier") ||
                reading.Is(after, "before") || reading.Is(after, "later");
    if (!per && time) return {};
    auto found = per_.find(sense.row.index());
    if (found != per_.end()) return found->second;
  }
  if (!per || !reading.token(word).is_word()) return {};
  // "per American family", "per million Btu"
  bool leads = reading.token(word).capitalized() || reading.Has(word, Role::scale);
  bool noun = word + 1 < to && reading.token(word + 1).is_word() && !reading.token(word + 1).clitic;
  if (!leads || !noun || reading.token(word + 1).line_before) return reading.Text(word);
  return reading.document().Text(reading.document().BytesOf(word, word + 2));
}

}  // namespace factline
