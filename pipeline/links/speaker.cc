// How a subject is read without a parse.
//
// From the verb back: auxiliaries, adverbs, dates and brackets are skipped ("the
// Institute (SIPRI) on Tuesday said"), an apposition between commas is jumped over
// ("Rathke, the spokesman, said"), and what then ends there is looked at: a name,
// a pronoun, or a noun that can speak.  A name after a preposition belongs to the
// noun before it: "the mother of Ivan said" is the mother, and "the crash of Ivan's
// bus" is nobody.

#include "pipeline/links/speaker.h"

#include <algorithm>

namespace factline {
namespace {

constexpr uint32_t kLongestApposition = 30;  // tokens
constexpr uint32_t kLongestBracket = 12;     // tokens
constexpr uint32_t kReach = 60;              // tokens from a verb back to its subject
constexpr int kDeepest = 3;                  // "the head of the office of the agency"

bool IsBe(const Reading& reading, uint32_t i) {
  static constexpr std::string_view kForms[] = {"is", "are", "was", "were", "be", "been", "being"};
  return std::any_of(std::begin(kForms), std::end(kForms),
                     [&](std::string_view form) { return reading.Is(i, form); });
}

bool IsDemonym(const Mention& m) {
  return m.type == FactType::kCountry &&
         std::get<CountryValue>(m.value).kind == CountryKind::kDemonym;
}

}  // namespace

bool SpeakerFinder::IsPreposition(uint32_t i) const {
  static constexpr std::string_view kJoints[] = {"of", "for", "at", "from", "in", "by"};
  return std::any_of(std::begin(kJoints), std::end(kJoints),
                     [&](std::string_view joint) { return reading_.Is(i, joint); });
}

bool SpeakerFinder::CanSpeak(uint32_t head) const {
  if (words_.SpeakerAt(reading_, head) != SpeakerClass::kNone) return true;
  if (reading_.HasAny(head, Bits(Role::occupation, Role::organization_head))) return true;
  return reading_.Has(head, Role::title) && reading_.token(head).capitalized();
}

// A person or organisation inside `tokens`; of several the last.
uint32_t SpeakerFinder::NameWithin(const Span& tokens) const {
  for (uint32_t i = tokens.end; i > tokens.begin; --i) {
    const Mention* m = context_.MentionOver(i - 1);
    if (m != nullptr && (m->type == FactType::kPerson || m->type == FactType::kOrganization)) {
      return context_.Over(i - 1);
    }
  }
  return kNoMention;
}

Speaker SpeakerFinder::Named(uint32_t mention, const Span& phrase) const {
  Speaker speaker;
  speaker.kind = Speaker::Kind::kNamed;
  speaker.mention = mention;
  speaker.words = context_.mention(mention).tokens;
  speaker.phrase = phrase;
  return speaker;
}

Speaker SpeakerFinder::Worded(const Span& words, const Span& phrase, uint32_t head) const {
  Speaker speaker;
  SpeakerClass c = words_.SpeakerAt(reading_, head);
  speaker.kind = c == SpeakerClass::kDocument   ? Speaker::Kind::kDocument
                 : c == SpeakerClass::kResearch ? Speaker::Kind::kResearch
                                                : Speaker::Kind::kWords;
  if (speaker.kind == Speaker::Kind::kDocument &&
      (reading_.Is(phrase.begin, "its") || reading_.Is(phrase.begin, "their"))) {
    speaker.kind = Speaker::Kind::kThey;
  }
  speaker.words = words;
  speaker.phrase = phrase;
  return speaker;
}

uint32_t SpeakerFinder::SkipBack(uint32_t end, uint32_t begin) const {
  while (end > begin) {
    const Mention* m = context_.MentionOver(end - 1);
    if (m != nullptr && IsTime(m->type)) {
      end = std::max(begin, m->tokens.begin);
      while (end > begin && IsWhen(end - 1)) --end;
      continue;
    }
    if (reading_.token(end - 1).is(')')) {
      uint32_t open = end - 1;
      while (open > begin && end - open < kLongestBracket && !reading_.token(open).is('(')) --open;
      if (!reading_.token(open).is('(')) return end;
      end = open;
      continue;
    }
    WordClass c = ClassOf(reading_, end - 1);
    bool adverb = c == WordClass::kAdverb && !(m != nullptr && IsName(m->type));
    std::string_view text = reading_.Text(end - 1);
    bool subject = !EndsIn(text, "n't") && !EndsIn(text, "n’t") &&
                   (text.find('\'') != text.npos || text.find("’") != text.npos);  // "we've"
    if (!adverb && (c != WordClass::kAuxiliary || subject || IsBe(reading_, end - 1))) return end;
    --end;
  }
  return end;
}

// The words that lead up to a date: "as of Wednesday", "during the weekend".
bool SpeakerFinder::IsWhen(uint32_t i) const {
  return ClassOf(reading_, i) == WordClass::kPreposition || reading_.Is(i, "as") ||
         reading_.Is(i, "the") || reading_.Is(i, "late") || reading_.Is(i, "early");
}

Speaker SpeakerFinder::Before(uint32_t verb, uint32_t begin) const {
  begin = std::max(begin, verb > kReach ? verb - kReach : 0);
  uint32_t end = SkipBack(verb, begin);
  if (end == begin) return {};
  if (reading_.token(end - 1).is(',')) return BeforeApposition(end - 1, begin);
  return EndingAt(end, begin);
}

Speaker SpeakerFinder::BeforeApposition(uint32_t comma, uint32_t begin) const {
  uint32_t first = comma;
  while (first > begin && comma - first < kLongestApposition &&
         !reading_.token(first - 1).is(',')) {
    if (reading_.token(first - 1).is_quote()) return {};
    --first;
  }
  if (first == begin || !reading_.token(first - 1).is(',')) {
    // "The firm Example.com, has said": a comma too many
    Speaker alone = EndingAt(comma, begin);
    return alone.kind == Speaker::Kind::kNamed && alone.phrase.begin == begin ? alone : Speaker();
  }
  Speaker outer = EndingAt(SkipBack(first - 1, begin), begin);
  const Mention* inner = first < comma ? context_.MentionOver(first) : nullptr;
  bool person_inside = inner != nullptr && inner->type == FactType::kPerson;
  if (person_inside && outer.kind != Speaker::Kind::kNamed) {
    return Named(context_.Over(first), {outer ? outer.phrase.begin : first, comma});
  }
  if (outer.kind == Speaker::Kind::kNamed &&
      context_.mention(outer.mention).type == FactType::kLocation) {
    return {};
  }
  if (outer) outer.phrase.end = comma + 1;
  return outer;
}

Speaker SpeakerFinder::Pronoun(uint32_t i, uint32_t begin) const {
  Speaker speaker;
  speaker.words = speaker.phrase = {i, i + 1};
  if (reading_.Is(i, "he") || reading_.Is(i, "she")) {
    speaker.kind = Speaker::Kind::kHe;
  } else if (reading_.Is(i, "they") || reading_.Is(i, "it")) {
    speaker.kind = Speaker::Kind::kThey;
  } else if (reading_.Is(i, "who") || reading_.Is(i, "which")) {
    uint32_t end = i > begin && reading_.token(i - 1).is(',') ? i - 1 : i;
    if (end > begin) return EndingAt(end, begin);
  }
  return speaker;
}

Speaker SpeakerFinder::EndingAt(uint32_t end, uint32_t begin) const {
  if (end <= begin) return {};
  bool address = end > begin + 2 && reading_.token(end - 2).is('.') &&
                 !reading_.token(end - 2).space_before && !reading_.token(end - 1).space_before;
  if (address && context_.Over(end - 3) != kNoMention) end -= 2;  // "Example.com"
  uint32_t last = end - 1;
  if (!reading_.token(last).is_word() || reading_.token(last).clitic) {
    // "Yahoo!", "(SIPRI)" inside a name
    if (context_.Over(last) == kNoMention) return {};
  }
  const Mention* m = context_.MentionOver(last);
  if (m != nullptr && m->type >= FactType::kCountry) {
    if (!IsDemonym(*m)) return EndingInName(context_.Over(last), end, begin);
    bool people = reading_.Text(last).back() == 's' ||
                  (m->tokens.begin > begin && reading_.Is(m->tokens.begin - 1, "the"));
    if (!people) return {};  // "Iranian state media"
  }
  if (m == nullptr && ClassOf(reading_, last) == WordClass::kPronoun) return Pronoun(last, begin);
  return EndingInNoun(end, begin);
}

Speaker SpeakerFinder::EndingInName(uint32_t mention, uint32_t end, uint32_t begin) const {
  const Mention& m = context_.mention(mention);
  uint32_t first = m.tokens.begin;
  if (first > begin && reading_.Is(first - 1, "the")) --first;
  if (uint32_t list = ListBegin(first, m.type, begin); list < first) first = list;
  Speaker named = Named(mention, {first, end});
  bool body = m.type == FactType::kPerson || m.type == FactType::kOrganization;
  if (body && m.tokens.begin == first && first > begin) {
    // "the Russian president Ivan Ivanov", "the security firm Example"
    NounPhrase titled = NounPhraseBefore(reading_, end, begin);
    if (titled) first = std::min(first, titled.tokens.begin);
    named.phrase.begin = first;
  }
  if (first <= begin || !IsPreposition(first - 1)) {
    bool place = m.type == FactType::kLocation;
    return place && first > begin && ClassOf(reading_, first - 1) == WordClass::kPreposition
               ? Speaker()
               : named;
  }
  uint32_t joint = first - 1;
  Speaker outer = EndingAt(joint, begin);
  if (!outer || outer.kind >= Speaker::Kind::kHe) {
    bool source = reading_.Is(joint, "by") || reading_.Is(joint, "from");
    return source && m.type != FactType::kLocation ? named : Speaker();
  }
  if (outer.kind == Speaker::Kind::kDocument && body) {
    named.phrase.begin = outer.phrase.begin;
    return named;
  }
  outer.phrase.end = end;
  if (outer.kind != Speaker::Kind::kNamed) outer.words.end = end;
  return outer;
}

// The "that" or "who" of a clause whose last words begin at `i`: "a firm [that]
// normally hired 40 men reported"; 0 where there is none.
uint32_t SpeakerFinder::RelativeBefore(uint32_t i, uint32_t begin) const {
  WordClass c = ClassOf(reading_, i);
  if (c != WordClass::kVerb && c != WordClass::kParticiple) return 0;
  while (i > begin && ClassOf(reading_, i - 1) == WordClass::kAdverb) --i;
  if (i == begin) return 0;
  bool relative =
      reading_.Is(i - 1, "that") || reading_.Is(i - 1, "who") || reading_.Is(i - 1, "which");
  return relative ? i - 1 : 0;
}

// NounPhraseBefore, and for a word that can speak also where it looks like an
// adjective: "the advisory noted".
NounPhrase SpeakerFinder::NounsBefore(uint32_t end, uint32_t begin) const {
  NounPhrase phrase = NounPhraseBefore(reading_, end, begin);
  if (phrase || words_.SpeakerAt(reading_, end - 1) == SpeakerClass::kNone) return phrase;
  phrase.tokens = {end - 1, end};
  phrase.core = phrase.head = end - 1;
  if (end - 1 == begin) return phrase;
  WordClass before = ClassOf(reading_, end - 2);
  bool joined = reading_.token(end - 2).is_hyphen();  // "consul-general"
  if (NounPhrase front = NounPhraseBefore(reading_, joined ? end - 2 : end - 1, begin)) {
    phrase.tokens.begin = front.tokens.begin;
    phrase.core = front.core;
  } else if (before == WordClass::kDeterminer || before == WordClass::kAdjective) {
    phrase.tokens.begin = end - 2;
  }
  return phrase;
}

// Where a list of names of one type begins: "in [the United Kingdom and] the US".
uint32_t SpeakerFinder::ListBegin(uint32_t first, FactType type, uint32_t begin) const {
  while (first > begin + 1 &&
         (reading_.Is(first - 1, "and") || reading_.token(first - 1).is(','))) {
    const Mention* m = context_.MentionOver(first - 2);
    if (m == nullptr || m->type != type) break;
    first = m->tokens.begin;
    if (first > begin && reading_.Is(first - 1, "the")) --first;
  }
  return first;
}

Speaker SpeakerFinder::EndingInNoun(uint32_t end, uint32_t begin) const {
  NounPhrase phrase = NounsBefore(end, begin);
  if (!phrase) return {};
  if (uint32_t who = RelativeBefore(phrase.tokens.begin, begin); who > begin) {
    return EndingAt(reading_.token(who - 1).is(',') ? who - 1 : who, begin);
  }
  Speaker best;
  NounPhrase part = phrase;
  bool all_speak = true;
  for (int depth = 0; depth < kDeepest && part; ++depth) {
    bool calendar = reading_.HasAny(part.head, Bits(Role::month, Role::weekday));
    all_speak = CanSpeak(part.head) || (depth == 0 && part.name && !calendar);
    if (all_speak) {
      best = Worded({part.core, end}, {part.tokens.begin, end}, part.head);
      uint32_t owner = NameWithin({part.tokens.begin, part.head});
      if (owner != kNoMention && best.kind == Speaker::Kind::kDocument && depth == 0) {
        return Named(owner, best.phrase);
      }
    }
    uint32_t first = part.tokens.begin;
    if (first <= begin + 1 || !IsPreposition(first - 1)) break;
    const Mention* m = context_.MentionOver(first - 2);
    if (m != nullptr && m->type == FactType::kPerson) {
      return Named(context_.Over(first - 2), {m->tokens.begin, end});
    }
    if (reading_.Is(first - 1, "by") && first >= begin + 2 &&
        ClassOf(reading_, first - 2) == WordClass::kParticiple) {
      return EndingAt(first - 2, begin);  // "economists surveyed by agencies"
    }
    WordClass before = ClassOf(reading_, first - 2);
    if (before == WordClass::kDeterminer || before == WordClass::kNumber) break;  // "all of the"
    all_speak = false;
    part = NounPhraseBefore(reading_, first - 1, begin);
  }
  return all_speak ? best : Speaker();
}

Speaker SpeakerFinder::After(uint32_t first, uint32_t end) const {
  if (first >= end) return {};
  const Mention* when = context_.MentionOver(first);
  if (when != nullptr && IsTime(when->type)) first = when->tokens.end;  // "quoted Friday a source"
  if (first >= end) return {};
  if (ClassOf(reading_, first) == WordClass::kPronoun) return Pronoun(first, first);
  const Mention* own = context_.MentionOver(first);
  bool own_name = own != nullptr && IsName(own->type);
  NounPhrase phrase = NounPhraseAt(reading_, first, end);
  if (!phrase) {
    if (own_name) return Named(context_.Over(first), own->tokens);
    bool bare = words_.SpeakerAt(reading_, first) != SpeakerClass::kNone;  // "reports"
    return bare ? Worded({first, first + 1}, {first, first + 1}, first) : Speaker();
  }
  const Mention* at_head = context_.MentionOver(phrase.head);
  if (at_head != nullptr && IsName(at_head->type) && at_head->tokens.begin >= first) {
    bool place = at_head->type == FactType::kLocation;
    if (!IsDemonym(*at_head) && !place) {
      return Named(context_.Over(phrase.head),
                   {phrase.tokens.begin, std::max(phrase.tokens.end, at_head->tokens.end)});
    }
  }
  if (own_name && own->tokens.end > phrase.head && own->type != FactType::kLocation) {
    return Named(context_.Over(first), own->tokens);
  }
  if (!CanSpeak(phrase.head) && !phrase.name) return {};
  uint32_t owner = NameWithin({phrase.tokens.begin, phrase.head});
  bool document = words_.SpeakerAt(reading_, phrase.head) == SpeakerClass::kDocument;
  if (owner != kNoMention && document) return Named(owner, phrase.tokens);
  return Extended(phrase.tokens, phrase.core, phrase.head, end);
}

Speaker SpeakerFinder::WithTail(Speaker speaker, uint32_t end) const {
  if (!speaker) return speaker;
  for (int depth = 0; depth < kDeepest; ++depth) {
    uint32_t next = speaker.phrase.end;
    if (next + 1 >= end || !IsPreposition(next)) break;
    const Mention* m = context_.MentionOver(next + 1);
    if (m != nullptr && IsTime(m->type)) break;
    NounPhrase part = NounPhraseAt(reading_, next + 1, end);
    if (!part) break;
    speaker.phrase.end = part.tokens.end;
  }
  return speaker;
}

// With what belongs to the noun: "officials [in the north]", "a report [by X]".
Speaker SpeakerFinder::Extended(const Span& phrase, uint32_t core, uint32_t head,
                                uint32_t end) const {
  Speaker speaker = Worded({core, phrase.end}, phrase, head);
  uint32_t next = phrase.end;
  if (next < end && reading_.token(next).is(',') && next + 1 < end) {
    const Mention* m = context_.MentionOver(next + 1);
    if (m != nullptr && m->type == FactType::kPerson) {
      return Named(context_.Over(next + 1), {phrase.begin, m->tokens.end});
    }
  }
  for (int depth = 0; depth < 2 && next + 1 < end && IsPreposition(next); ++depth) {
    const Mention* m = context_.MentionOver(next + 1);
    if (m != nullptr && IsTime(m->type)) break;
    NounPhrase part = NounPhraseAt(reading_, next + 1, end);
    if (!part) break;
    uint32_t name = NameWithin(part.tokens);
    bool source = reading_.Is(next, "by") || reading_.Is(next, "from") || reading_.Is(next, "of");
    if (speaker.kind == Speaker::Kind::kDocument && source && name != kNoMention) {
      return Named(name,
                   {phrase.begin, std::max(part.tokens.end, context_.mention(name).tokens.end)});
    }
    next = part.tokens.end;
    if (m != nullptr) next = std::max(next, m->tokens.end);
    speaker.words.end = speaker.phrase.end = next;
  }
  return speaker;
}

}  // namespace factline
