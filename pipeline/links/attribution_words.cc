#include "pipeline/links/attribution_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace factline {
namespace {

constexpr std::string_view kVerbClasses[] = {"",    "say", "tell", "find",
                                             "put", "add", "cite", "think"};
constexpr std::string_view kSpeakerClasses[] = {"", "people", "body", "document", "research"};
constexpr std::string_view kReaches[] = {"", "sentence", "part", "self"};

template <size_t N>
uint8_t IndexIn(const std::string_view (&names)[N], std::string_view name) {
  auto at = std::find(std::begin(names), std::end(names), name);
  return static_cast<uint8_t>(at == std::end(names) ? 0 : at - std::begin(names));
}

}  // namespace

AttributionWords::AttributionWords(const Lexicon& lexicon)
    : class_(lexicon.row_count()), is_participle_(lexicon.row_count()) {
  for (const LexiconRow& row : lexicon.RowsOf(Role::speech_verb)) {
    class_[row.index()] = IndexIn(kVerbClasses, row["class"]);
    is_participle_[row.index()] = row["form"] == "ing";
  }
  for (const LexiconRow& row : lexicon.RowsOf(Role::speaker)) {
    class_[row.index()] = IndexIn(kSpeakerClasses, row["kind"]);
  }
  for (const LexiconRow& row : lexicon.RowsOf(Role::source_cue)) {
    class_[row.index()] = IndexIn(kReaches, row["reach"]);
  }
}

uint8_t AttributionWords::ClassAt(const Reading& reading, uint32_t i, Role role,
                                  uint32_t* tokens) const {
  const Lexed& lexed = reading.lexed(i);
  if (!((lexed.roles | lexed.phrase_roles) & Bit(role))) return 0;
  Sense sense = reading.At(i, role);
  if (!sense) return 0;
  if (tokens != nullptr) *tokens = sense.tokens;
  return class_[sense.row.index()];
}

VerbClass AttributionWords::VerbAt(const Reading& reading, uint32_t i, uint32_t* tokens) const {
  return static_cast<VerbClass>(ClassAt(reading, i, Role::speech_verb, tokens));
}

bool AttributionWords::IsParticiple(const Reading& reading, uint32_t i) const {
  Sense sense = reading.At(i, Role::speech_verb);
  return sense && is_participle_[sense.row.index()];
}

CueReach AttributionWords::CueAt(const Reading& reading, uint32_t i, uint32_t* tokens) const {
  return static_cast<CueReach>(ClassAt(reading, i, Role::source_cue, tokens));
}

SpeakerClass AttributionWords::SpeakerAt(const Reading& reading, uint32_t i) const {
  return static_cast<SpeakerClass>(ClassAt(reading, i, Role::speaker, nullptr));
}

}  // namespace factline
