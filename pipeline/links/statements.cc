#include "pipeline/links/statements.h"

#include <algorithm>
#include <optional>

#include "pipeline/links/antecedent.h"

namespace factline {
namespace {

constexpr uint32_t kShortObject = 14;  // tokens of "a meeting of a commission on …" after "told"

constexpr RoleSet kCues = Bits(Role::speech_verb, Role::source_cue);

bool IsStop(const Token& token) { return token.is('.') || token.is('!') || token.is('?'); }

}  // namespace

void StatementReader::Read(const std::vector<Quotation>& quotations,
                           std::vector<Statement>* found) {
  found_ = found;
  size_t before = found->size();
  const auto& sentences = reading_.document().sentences;
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    if (reading_.RolesOf(s) & kCues) ReadSentence(sentences[s].tokens);
  }
  ResolveSpeakers(context_, found);
  auto nobody = [](const Statement& s) { return s.speaker.kind == Speaker::Kind::kNone; };
  found->erase(std::remove_if(found->begin(), found->end(), nobody), found->end());
  ReadQuotations(quotations, found->size() - before);
}

void StatementReader::Add(Statement::Form form, const Span& scope, const Span& cue,
                          const Speaker& speaker, bool clause) {
  if (scope.begin >= scope.end) return;
  Statement& statement = found_->emplace_back();
  statement.form = form;
  statement.scope = scope;
  statement.cue = cue;
  statement.speaker = speaker;
  statement.clause = clause;
}

void StatementReader::ReadSentence(const Span& tokens) {
  sentence_ = tokens;
  for (uint32_t i = tokens.begin; i < tokens.end;) {
    const Lexed& lexed = reading_.lexed(i);
    if (!((lexed.roles | lexed.phrase_roles) & kCues)) {
      ++i;
      continue;
    }
    uint32_t length = 1;
    if (CueReach reach = words_.CueAt(reading_, i, &length); reach != CueReach::kNone) {
      i = ReadCue(i, reach, length);
      continue;
    }
    length = 1;
    VerbClass verb = words_.VerbAt(reading_, i, &length);
    if (verb != VerbClass::kNone) ReadVerb(i, verb, length);
    i += std::max(length, 1u);
  }
}

uint32_t StatementReader::ReadCue(uint32_t i, CueReach reach, uint32_t tokens) {
  Span cue{i, i + tokens};
  Speaker speaker;
  if (reach == CueReach::kSelf) {
    if (cue.end < sentence_.end && (reading_.Is(cue.end, "that") || reading_.Is(cue.end, "of"))) {
      return cue.end;  // "pleased by reports that"
    }
    speaker.kind = Speaker::Kind::kDocument;
    speaker.words = {i + 1, cue.end};
    speaker.phrase = cue;
  } else {
    speaker = speakers_.WithTail(speakers_.After(cue.end, sentence_.end), sentence_.end);
  }
  if (!speaker) return cue.end;
  if (reach != CueReach::kPart) {
    Add(Statement::Form::kSentence, sentence_, cue, speaker, reach != CueReach::kSelf);
  } else {
    Add(Statement::Form::kSentence, {PartBegin(i), sentence_.end}, cue, speaker);
  }
  return std::max(cue.end, speaker.phrase.end);
}

// Where the part of the sentence that leads up to `i` begins.
uint32_t StatementReader::PartBegin(uint32_t i) const {
  return std::max(sentence_.begin, ClauseAround(reading_, i).begin);
}

bool StatementReader::IsPassive(uint32_t i) const {
  while (i > sentence_.begin && ClassOf(reading_, i - 1) == WordClass::kAdverb) --i;
  if (i == sentence_.begin) return false;
  static constexpr std::string_view kForms[] = {"is", "are", "was", "were", "be", "been", "being"};
  return std::any_of(std::begin(kForms), std::end(kForms),
                     [&](std::string_view form) { return reading_.Is(i - 1, form); });
}

bool StatementReader::IsAmountAt(uint32_t i) const {
  const Mention* m = i < sentence_.end ? context_.MentionOver(i) : nullptr;
  return (m != nullptr && IsAmount(m->type)) ||
         (i < sentence_.end && reading_.NumeralOver(i) != nullptr);
}

// "projects that will serve 6,000", "reports seen by us show": a verb of saying by its
// form, a noun where it stands.
bool StatementReader::IsNoun(uint32_t i) const {
  uint32_t next = i + 1;
  if (next + 1 >= sentence_.end || !reading_.HasAny(i, kNominal)) return false;
  if (reading_.Is(next, "that") || reading_.Is(next, "which")) {
    std::string_view verb = reading_.Text(next + 1);
    bool subject = verb.find('\'') != verb.npos || verb.find("’") != verb.npos;  // "we’re"
    return !subject && !reading_.Has(next + 1, Role::pronoun) &&
           static_cast<bool>(VerbGroupAt(reading_, next + 1, sentence_.end));
  }
  return ClassOf(reading_, next) == WordClass::kParticiple &&
         ClassOf(reading_, next + 1) == WordClass::kAuxiliary;
}

// "put the toll at 12", "placed the centre 8 km from the coast", but not "put their
// lives on the line".
bool StatementReader::PutsAmount(uint32_t next) const {
  uint32_t end = std::min(sentence_.end, next + kShortObject);
  uint32_t measured = 0;  // first token behind "at" and its like
  for (uint32_t i = next; i < end && !reading_.token(i).is(','); ++i) {
    bool at = reading_.Is(i, "at") || reading_.Is(i, "between") ||
              (reading_.Is(i, "in") && i + 1 < end && reading_.Is(i + 1, "the"));
    if (at) measured = i + 1;
    if (!IsAmountAt(i)) continue;
    const Mention* m = context_.MentionOver(i);
    const auto* quantity = m == nullptr ? nullptr : std::get_if<QuantityValue>(&m->value);
    return measured != 0 || (i > next && quantity != nullptr && quantity->dimension == "length");
  }
  return false;
}

void StatementReader::ReadVerb(uint32_t i, VerbClass verb, uint32_t tokens) {
  Span cue{i, i + tokens};
  if (IsNoun(i)) return;
  if (verb == VerbClass::kCite || words_.IsParticiple(reading_, i)) return ReadParticiple(i, cue);
  if (IsPassive(i)) return ReadPassive(cue, verb);
  bool reduced = i > sentence_.begin && reading_.token(i - 1).is(',') && reading_.Is(cue.end, "to");
  if (reduced) return;  // "a man, suspected to be 30"
  if (EndsInSpeaker(cue) && ReadInverted(cue)) return;
  Speaker speaker = speakers_.Before(i, sentence_.begin);
  if (!speaker) {
    if (!ReadInverted(cue) && cue.end < sentence_.end && reading_.Is(cue.end, "by")) {
      speaker = speakers_.After(cue.end + 1, sentence_.end);
      if (speaker) Add(Statement::Form::kSentence, {PartBegin(i), i}, cue, speaker);
    }
    return;
  }
  bool finder = speaker.kind == Speaker::Kind::kDocument ||
                speaker.kind == Speaker::Kind::kResearch || OwnsDocument(speaker);
  if (IsAfterthought(cue, speaker, verb)) {
    Add(Statement::Form::kBefore, {sentence_.begin, speaker.phrase.begin}, cue, speaker);
    return;
  }
  bool needs_clause = verb == VerbClass::kAdd || (verb == VerbClass::kFind && !finder);
  if (needs_clause && !HasClause(cue.end)) return;
  if (verb == VerbClass::kPut && !PutsAmount(cue.end)) return;
  bool clause = HasClause(cue.end);
  if (NounPhrase named = ContactNoun(cue, speaker, clause)) {
    Add(Statement::Form::kBefore, named.tokens, cue, speaker);
    if (ClassOf(reading_, cue.end) != WordClass::kAuxiliary) return;
  }
  if (!clause && IsAside(cue, speaker, verb)) return;
  // What somebody expects is the word of who says so, where another does.
  Statement::Form form =
      verb == VerbClass::kThink ? Statement::Form::kSentence : Statement::Form::kAfter;
  bool told = verb == VerbClass::kSay || verb == VerbClass::kTell;
  Add(form, {cue.end, sentence_.end}, cue, speaker, clause || HasClause(cue.end, told));
}

// "…, as the minister pointed out.", "…, as the minister said, …": whether it is one.
bool StatementReader::IsAside(const Span& cue, const Speaker& speaker, VerbClass verb) {
  uint32_t first = speaker.phrase.begin;
  if (first <= sentence_.begin || !reading_.Is(first - 1, "as")) return false;
  uint32_t next = SkipCircumstance(cue.end);
  for (uint32_t k = 0; verb == VerbClass::kTell && k < kShortObject && next < sentence_.end; ++k) {
    if (reading_.token(next).is(',')) break;
    ++next;
  }
  bool goes_on = next + 1 < sentence_.end && reading_.token(next).is(',');
  if (goes_on) {
    Add(Statement::Form::kAfter, {next, sentence_.end}, cue, speaker);
  } else if (first > sentence_.begin + 2) {
    Add(Statement::Form::kBefore, {PartBegin(first - 2), first - 1}, cue, speaker);
  }
  return true;
}

// The noun that a clause without "that" hangs on: "[the 38 countries] they said were
// involved", "[the plan] the ministry announced with two firms".
NounPhrase StatementReader::ContactNoun(const Span& cue, const Speaker& speaker,
                                        bool clause) const {
  if (cue.end >= sentence_.end || speaker.phrase.begin <= sentence_.begin) return {};
  WordClass next = ClassOf(reading_, cue.end);
  bool gap = next == WordClass::kAuxiliary || (next == WordClass::kPreposition && !clause) ||
             next == WordClass::kAdverb;
  if (!gap || reading_.token(speaker.phrase.begin - 1).is_quote()) return {};
  return NounPhraseBefore(reading_, speaker.phrase.begin, sentence_.begin);
}

// "The agency's advisory": named by its maker, but a document that speaks.
bool StatementReader::OwnsDocument(const Speaker& speaker) const {
  return speaker.kind == Speaker::Kind::kNamed && speaker.phrase.end > speaker.words.end &&
         words_.SpeakerAt(reading_, speaker.phrase.end - 1) == SpeakerClass::kDocument;
}

// Whether a clause or a quotation follows, as after "added that", "noted the toll was".
// Behind a verb by which things are `told`, "eight people died in" is one too.
bool StatementReader::HasClause(uint32_t next, bool told) const {
  if (next >= sentence_.end) return false;
  const Token& token = reading_.token(next);
  if (reading_.Is(next, "that") || token.is_quote() || token.is(':')) return true;
  if (token.is(',') && next + 1 < sentence_.end) return reading_.token(next + 1).is_quote();
  next = SkipCircumstance(next);
  if (next < sentence_.end && reading_.Is(next, "that")) return true;
  NounPhrase subject = NounPhraseAt(reading_, next, sentence_.end);
  if (!subject) return next < sentence_.end && ClassOf(reading_, next) == WordClass::kPronoun;
  uint32_t end = SkipTails(subject.tokens.end);
  VerbGroup verb = VerbGroupAt(reading_, end, sentence_.end);
  if (!verb) return false;
  if (ClassOf(reading_, end) != WordClass::kParticiple) return true;
  // "authorities seized 12 skins" is a clause, "people killed by" is none.
  end = verb.tokens.end;
  if (told) return end >= sentence_.end || !reading_.Is(end, "by");
  return end < sentence_.end && (IsAmountAt(end) || context_.MentionOver(end) != nullptr ||
                                 ClassOf(reading_, end) == WordClass::kDeterminer);
}

// Over what hangs on a noun: "the church [of the valley]", "prices [in May]".
uint32_t StatementReader::SkipTails(uint32_t next) const {
  for (int k = 0; k < 3 && next + 1 < sentence_.end; ++k) {
    if (ClassOf(reading_, next) != WordClass::kPreposition) break;
    NounPhrase object = NounPhraseAt(reading_, next + 1, sentence_.end);
    if (!object) break;
    next = object.tokens.end;
  }
  return next;
}

// Over "on Monday", "in 36 states", "at the time" after a verb of saying.
uint32_t StatementReader::SkipCircumstance(uint32_t next) const {
  for (int k = 0; k < 2 && next < sentence_.end; ++k) {
    const Mention* m = context_.MentionOver(next);
    if (m != nullptr && IsTime(m->type)) {
      next = m->tokens.end;
      continue;
    }
    if (ClassOf(reading_, next) != WordClass::kPreposition) break;
    NounPhrase object = NounPhraseAt(reading_, next + 1, sentence_.end);
    if (!object) break;
    next = object.tokens.end;
    const Mention* last = context_.MentionOver(next - 1);
    if (last != nullptr) next = std::max(next, last->tokens.end);
  }
  return next;
}

// "adding that", "citing police": said by whoever the sentence speaks of, or by who
// stands right before.
void StatementReader::ReadParticiple(uint32_t i, const Span& cue) {
  Speaker speaker;
  if (words_.VerbAt(reading_, i, nullptr) == VerbClass::kCite) {
    speaker = speakers_.After(cue.end, sentence_.end);
    if (speaker) Add(Statement::Form::kSentence, sentence_, cue, speaker);
    return;
  }
  if (IsPassive(i) || cue.end >= sentence_.end || !reading_.token(cue.end).is_word()) {
    if (!IsAmountAt(cue.end)) return;
  }
  uint32_t before = i;
  bool comma = before > sentence_.begin && reading_.token(before - 1).is(',');
  if (!comma) speaker = speakers_.Before(i, sentence_.begin);
  if (!speaker) {
    if (!comma && !HasClause(cue.end)) return;
    speaker.kind = Speaker::Kind::kSubject;
    speaker.words = speaker.phrase = cue;
  }
  VerbClass verb = words_.VerbAt(reading_, i, nullptr);
  if (verb == VerbClass::kFind && !HasClause(cue.end)) return;
  if (verb == VerbClass::kPut && !PutsAmount(cue.end)) return;
  Add(Statement::Form::kAfter, {cue.end, sentence_.end}, cue, speaker);
}

// "39 deaths were reported by officials", "he was told by the minister that".
void StatementReader::ReadPassive(const Span& cue, VerbClass verb) {
  if (cue.end >= sentence_.end || !reading_.Is(cue.end, "by")) return;
  Speaker speaker = speakers_.After(cue.end + 1, sentence_.end);
  if (!speaker) return;
  bool told = verb == VerbClass::kTell;
  Span scope =
      told ? Span{speaker.phrase.end, sentence_.end} : Span{PartBegin(cue.begin), sentence_.end};
  Add(told ? Statement::Form::kAfter : Statement::Form::kSentence, scope, cue, speaker);
}

// Whether the sentence ends with who is named behind `cue`: "those in need, said Brown."
bool StatementReader::EndsInSpeaker(const Span& cue) const {
  Speaker speaker = speakers_.After(cue.end, sentence_.end);
  if (speaker.kind != Speaker::Kind::kNamed) return false;
  uint32_t next = speakers_.WithTail(speaker, sentence_.end).phrase.end;
  return next >= sentence_.end || IsStop(reading_.token(next));
}

// ", said Brown.", "…" tweeted the mayor.
bool StatementReader::ReadInverted(const Span& cue) {
  uint32_t i = cue.begin;
  if (i == sentence_.begin) return false;
  const Token& before = reading_.token(i - 1);
  if (!before.is(',') && !before.is_quote()) return false;
  Speaker speaker = speakers_.After(cue.end, sentence_.end);
  if (!speaker) return false;
  Add(Statement::Form::kBefore, {sentence_.begin, i}, cue, speaker);
  return true;
}

// Whether the subject and verb at `cue` come after what they speak of.
bool StatementReader::IsAfterthought(const Span& cue, const Speaker& speaker,
                                     VerbClass verb) const {
  uint32_t first = speaker.phrase.begin;
  if (first <= sentence_.begin + 1) return false;
  // "…, the search and rescue service said": the phrase read may be its end only.
  for (int k = 0; k < 4 && first > sentence_.begin + 1 && reading_.Is(first - 1, "and"); ++k) {
    NounPhrase front = NounPhraseBefore(reading_, first - 1, sentence_.begin);
    if (!front) break;
    first = front.tokens.begin;
  }
  if (first <= sentence_.begin + 1) return false;
  const Token& before = reading_.token(first - 1);
  bool quoted = before.is_quote();
  if (!before.is(',') && !quoted) return false;
  uint32_t next = cue.end;
  while (next < sentence_.end && ClassOf(reading_, next) == WordClass::kAdverb) ++next;
  if (next >= sentence_.end || IsStop(reading_.token(next))) return true;
  if (reading_.token(next).is(':') || reading_.Is(next, "that") || IsAmountAt(next)) return false;
  if (reading_.token(next).is(',')) {
    return next + 1 >= sentence_.end || !reading_.token(next + 1).is_quote();
  }
  if (reading_.token(next).is_quote()) return quoted;
  // A clause further on makes it a beginning: "In a report, X said in May that".
  for (uint32_t k = next; k < sentence_.end && k < next + kShortObject; ++k) {
    if (reading_.Is(k, "that") || reading_.token(k).is(':')) return false;
    if (reading_.token(k).is(',') || reading_.token(k).is_quote()) break;
  }
  bool fronted = ClassOf(reading_, sentence_.begin) == WordClass::kPreposition ||
                 ClassOf(reading_, sentence_.begin) == WordClass::kConjunction ||
                 ClassOf(reading_, sentence_.begin) == WordClass::kAdverb ||
                 first - sentence_.begin < 5;
  if (fronted && !quoted) return false;
  const Mention* m = context_.MentionOver(next);
  bool when = m != nullptr && IsTime(m->type);
  if (when || ClassOf(reading_, next) == WordClass::kPreposition) return true;
  return verb == VerbClass::kTell;
}

void StatementReader::ReadQuotations(const std::vector<Quotation>& quotations, size_t statements) {
  static constexpr uint32_t kNear = 4;  // tokens between a mark and the words that name the speaker
  size_t first = found_->size() - statements;
  size_t s = first, end = found_->size();
  std::optional<Statement> last;
  uint32_t last_end = 0;
  for (const Quotation& q : quotations) {
    while (s < end && (*found_)[s].cue.begin + 60 < q.tokens.begin) ++s;
    bool apart = reading_.token(q.tokens.begin).paragraph;
    size_t best = end;
    for (size_t k = s; k < end && (*found_)[k].cue.begin < q.tokens.end + 40; ++k) {
      const Statement& st = (*found_)[k];
      uint32_t begin = std::min(st.speaker.phrase.begin, st.cue.begin);
      uint32_t stop = std::max(st.speaker.phrase.end, st.cue.end);
      bool behind = begin >= q.tokens.end && begin - q.tokens.end <= kNear &&
                    st.form == Statement::Form::kBefore;
      bool ahead =
          stop <= q.tokens.begin && st.scope.Contains({q.tokens.begin, q.tokens.begin + 1});
      bool colon = stop <= q.tokens.begin && q.tokens.begin - stop <= 1 &&
                   (!apart || reading_.token(q.tokens.begin - 1).is(':'));
      if (behind || ahead || colon) best = k;
      if (behind) break;
    }
    bool whole = q.tokens.size() > 6;
    Statement made;
    if (best != end) {
      made = (*found_)[best];
    } else if (last && (q.continues || (whole && !apart && q.tokens.begin - last_end < 24))) {
      made = *last;
    } else {
      continue;
    }
    made.form = Statement::Form::kQuotation;
    made.scope = q.tokens;
    found_->push_back(made);
    last = made;
    last_end = q.tokens.end;
  }
}

}  // namespace factline
