#include "pipeline/entities/recurrences.h"

#include <algorithm>

#include "pipeline/entities/name_words.h"

namespace factline {
namespace {

// Surer names than this are worth marking again.
constexpr float kSure = 0.7f;

// Less sure than kUnsure, a mention yields to one of the same words surer than
// kVerySure.
constexpr float kUnsure = 0.6f;
constexpr float kVerySure = 0.85f;

// What a mark is surer or less sure than the name it repeats.
constexpr float kOfRecurrence = 0.9f;

constexpr uint32_t kShortestName = 3;  // bytes

bool SameWord(const Reading& reading, uint32_t i, uint32_t j) {
  const Token& a = reading.token(i);
  const Token& b = reading.token(j);
  if (a.is_word() != b.is_word()) return false;
  if (!a.is_word()) return reading.Text(i) == reading.Text(j);
  if (a.capitalized() != b.capitalized()) return false;
  return WordKey(reading, i) == WordKey(reading, j);
}

bool SameWords(const Reading& reading, const Span& a, const Span& b) {
  if (a.size() != b.size()) return false;
  for (uint32_t k = 0; k < a.size(); ++k) {
    if (!SameWord(reading, a.begin + k, b.begin + k)) return false;
  }
  return true;
}

// Where the last word of a person's name begins, with "al-" but without "van".
uint32_t SurnameOf(const Reading& reading, const Span& name) {
  uint32_t i = name.end;
  while (i > name.begin + 1) {
    --i;
    const Token& t = reading.token(i);
    if (!t.is_word() || !t.capitalized()) continue;
    bool suffix = t.abbreviation || (t.shape == Shape::kUpper && t.bytes.size() <= 3);
    if (suffix) continue;
    bool glued = reading.token(i - 1).is_hyphen() && !t.space_before;
    return glued ? name.begin : i;
  }
  return name.begin;
}

// Words that are a name only by their place or their neighbours.
bool IsOrdinary(const Reading& reading, uint32_t i) {
  constexpr RoleSet kOrdinary =
      Bits(Role::month, Role::weekday, Role::holiday, Role::not_name, Role::country,
           Role::determiner, Role::pronoun, Role::preposition, Role::conjunction, Role::auxiliary,
           Role::organization_head, Role::title);
  return reading.HasAny(i, kOrdinary) || reading.token(i).bytes.size() < kShortestName;
}

bool Begins(const Reading& reading, uint32_t i) {
  const Document& document = reading.document();
  return i == 0 || document.sentences[document.SentenceOf(i)].tokens.begin == i ||
         reading.token(i - 1).is_quote();
}

// Whether token `i` is a capitalised word beside a name that makes it another name.
bool JoinsOn(const Reading& reading, uint32_t i) {
  const Token& t = reading.token(i);
  return t.is_word() && t.capitalized() &&
         !reading.HasAny(
             i, Bits(Role::title, Role::weekday, Role::month, Role::country, Role::determiner,
                     Role::preposition, Role::pronoun, Role::conjunction));
}

}  // namespace

void RecurrenceReader::Add(const Reading& reading, const Name& name) {
  uint32_t same = KeyIndex::kNone;
  by_first_word_.ForEach(name.key, [&](uint32_t other) {
    if (!SameWords(reading, names_[other].tokens, name.tokens)) return false;
    same = other;
    return true;
  });
  if (same != KeyIndex::kNone) {
    Name& known = names_[same];
    // "Lagos" of "Lagos Police Department" says nothing of Lagos alone.
    bool weaker = name.part && name.type == FactType::kOrganization;
    if (weaker && known.type != name.type) return;
    if (known.part && known.type == FactType::kOrganization && known.type != name.type) {
      known = name;
      return;
    }
    known.doubtful |= known.type != name.type;
    known.confidence = std::max(known.confidence, name.confidence);
    return;
  }
  by_first_word_.Add(name.key, static_cast<uint32_t>(names_.size()));
  names_.push_back(name);
}

void RecurrenceReader::Collect(const Reading& reading, const std::vector<Mention>& mentions) {
  names_.clear();
  by_first_word_.Clear();
  for (const Mention& m : mentions) {
    bool named = m.type == FactType::kPerson || m.type == FactType::kOrganization ||
                 m.type == FactType::kLocation;
    if (!named || m.confidence < kSure) continue;
    bool single = m.tokens.size() == 1;
    if (!single || !IsOrdinary(reading, m.tokens.begin)) {
      Add(reading,
          {m.tokens, m.type, m.confidence, WordKey(reading, m.tokens.begin), false, false});
    }
    if (!single) CollectParts(reading, m);
  }
}

// The surname of a person; the first word of an organization, where it is no word
// that is known for something else.
void RecurrenceReader::CollectParts(const Reading& reading, const Mention& m) {
  uint32_t part = m.tokens.begin;
  if (m.type == FactType::kPerson) {
    part = SurnameOf(reading, m.tokens);
    if (part == m.tokens.begin) return;
  } else if (m.type == FactType::kOrganization) {
    bool known = reading.lexed(part).roles != 0 || reading.lexed(part).word != 0;
    if (known || reading.token(part).shape != Shape::kCapital) return;
  } else {
    return;
  }
  // "King" of "Martin Luther King" is a title elsewhere; here it is a surname.
  bool surname = m.type == FactType::kPerson && !reading.Has(m.tokens.begin, Role::title) &&
                 reading.Has(part, Role::surname) && reading.Has(part, Role::title);
  if (!surname && IsOrdinary(reading, part)) return;
  Add(reading, {{part, part + 1}, m.type, m.confidence, WordKey(reading, part), true, false});
}

// Gives unsure mentions the type that the same words have where they are sure.
void RecurrenceReader::Settle(const Reading& reading, std::vector<Mention>* mentions) const {
  for (Mention& m : *mentions) {
    bool named = m.type == FactType::kPerson || m.type == FactType::kOrganization ||
                 m.type == FactType::kLocation;
    if (!named || m.confidence >= kUnsure) continue;
    by_first_word_.ForEach(WordKey(reading, m.tokens.begin), [&](uint32_t k) {
      const Name& name = names_[k];
      if (name.doubtful || name.type == m.type || name.confidence < kVerySure) return false;
      if (!SameWords(reading, name.tokens, m.tokens)) return false;
      m.type = name.type;
      m.confidence = kSure;
      m.rule = "names.as-elsewhere";
      return true;
    });
  }
}

bool RecurrenceReader::StandsAt(const Reading& reading, const Name& name, uint32_t i,
                                uint32_t end) const {
  uint32_t n = name.tokens.size();
  if (name.doubtful || i + n > end) return false;
  if (!SameWords(reading, name.tokens, {i, i + n})) return false;
  if (n > 1) return true;
  // A word alone that its place capitalises may be any word.
  constexpr RoleSet kWords = Bits(Role::verb, Role::noun, Role::adjective, Role::adverb);
  if (Begins(reading, i) && reading.HasAny(i, kWords)) return false;
  const Token& t = reading.token(i);
  // "King" of Martin Luther King, not "the King".
  bool titled = reading.Has(i, Role::title);
  if (titled && i > 0 && (reading.Is(i - 1, "the") || reading.Is(i - 1, "a"))) return false;
  if (i > 0 && t.space_before && !t.blank_before && JoinsOn(reading, i - 1)) return false;
  if (i > 0 && !t.space_before && reading.token(i - 1).is('-') && i > 1 &&
      reading.token(i - 2).capitalized()) {
    return false;
  }
  if (i + 1 >= reading.size()) return true;
  const Token& after = reading.token(i + 1);
  if (after.blank_before) return true;
  if (after.is_hyphen() && !after.space_before && i + 2 < reading.size()) {
    return !reading.token(i + 2).capitalized();
  }
  return !JoinsOn(reading, i + 1) && !after.is_number() && !after.is('&') && !after.is('@');
}

// Marks names among the tokens [begin, end), which no mention covers.
void RecurrenceReader::MarkFrom(const Reading& reading, uint32_t begin, uint32_t end,
                                std::vector<Mention>* mentions) {
  for (uint32_t i = begin; i < end;) {
    const Token& t = reading.token(i);
    uint32_t best = KeyIndex::kNone;
    bool may_begin =
        t.is_word() && !t.clitic && (t.capitalized() || reading.Has(i, Role::name_particle));
    if (may_begin) {
      by_first_word_.ForEach(WordKey(reading, i), [&](uint32_t k) {
        bool longer =
            best == KeyIndex::kNone || names_[k].tokens.size() > names_[best].tokens.size();
        if (longer && StandsAt(reading, names_[k], i, end)) best = k;
        return false;
      });
    }
    if (best == KeyIndex::kNone) {
      ++i;
      continue;
    }
    const Name& name = names_[best];
    Mention& m = mentions->emplace_back();
    m.type = name.type;
    m.tokens = {i, i + name.tokens.size()};
    m.bytes = reading.document().BytesOf(m.tokens.begin, m.tokens.end);
    m.confidence = name.confidence * kOfRecurrence;
    m.rule = name.part ? "names.part-again" : "names.again";
    NameValue value;
    value.name = reading.document().Text(m.bytes);
    m.value = value;
    i = m.tokens.end;
  }
}

void RecurrenceReader::Mark(const Reading& reading, std::vector<Mention>* mentions) {
  Collect(reading, *mentions);
  if (names_.empty()) return;
  Settle(reading, mentions);
  size_t found = mentions->size();
  uint32_t begin = 0;
  for (size_t k = 0; k < found; ++k) {
    Span tokens = (*mentions)[k].tokens;
    if (tokens.begin > begin) MarkFrom(reading, begin, tokens.begin, mentions);
    begin = std::max(begin, tokens.end);
  }
  MarkFrom(reading, begin, reading.size(), mentions);
  if (mentions->size() == found) return;
  // Both parts are in order.
  std::inplace_merge(mentions->begin(), mentions->begin() + static_cast<ptrdiff_t>(found),
                     mentions->end(), [](const Mention& a, const Mention& b) {
                       return a.bytes.begin != b.bytes.begin ? a.bytes.begin < b.bytes.begin
                                                             : a.bytes.end < b.bytes.end;
                     });
}

}  // namespace factline
