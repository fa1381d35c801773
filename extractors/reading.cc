#include "extractors/reading.h"

#include <algorithm>

#include "corpus/segment.h"
#include "extractors/number/number.h"

namespace factline {

using lexicon_image::Match;

namespace {

int IndexOfShape(Shape shape) {
  switch (shape) {
    case Shape::kCapital:
      return 1;
    case Shape::kUpper:
      return 2;
    case Shape::kMixed:
      return 3;
    default:
      return 0;
  }
}

// Whether `text` is one of the alternatives of `surface` ("Rs|Rs."), to the letter.
bool IsAlternative(std::string_view surface, std::string_view text) {
  while (true) {
    size_t bar = surface.find('|');
    if (surface.substr(0, bar) == text) return true;
    if (bar == std::string_view::npos) return false;
    surface.remove_prefix(bar + 1);
  }
}

}  // namespace

void Reading::Read(const Article& article) {
  article_ = &article;
  arena_.Clear();
  Segment(article.text, &document_);
  uint32_t n = size();
  lexed_.assign(n, Lexed());
  LookUpAll();
  FindPhrases();
  sentence_roles_.clear();
  sentence_digit_.clear();
  for (const Sentence& s : document_.sentences) {
    RoleSet roles = 0;
    bool digit = false;
    for (uint32_t i = s.tokens.begin; i < s.tokens.end; ++i) {
      roles |= lexed_[i].roles | lexed_[i].phrase_roles;
      digit |= document_.tokens[i].is_number();
    }
    sentence_roles_.push_back(roles);
    sentence_digit_.push_back(digit);
  }
  ReadNumerals();
}

// A lexicon is larger than the cache, so that most of a look-up is waiting.  Of a
// window of tokens, those not met lately are looked up together: all keys, then all
// words, then all roles, and what the next step will need is fetched meanwhile.
void Reading::LookUpAll() {
  constexpr uint32_t kWindow = 32;
  RecentWords::Key recent[kWindow];
  Wanted wanted[kWindow];
  const uint32_t n = size();
  for (uint32_t begin = 0; begin < n; begin += kWindow) {
    const uint32_t end = std::min(n, begin + kWindow);
    for (uint32_t i = begin; i < end; ++i) {
      recent[i - begin] = RecentWords::KeyOf(document_.text, document_.tokens[i]);
      recent_words_.Prefetch(recent[i - begin]);
    }
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; ++i) {
      RecentWords::Answer known;
      if (recent_words_.Find(recent[i - begin], &known)) {
        lexed_[i].word = known.word;
        lexed_[i].state = known.state;
        lexed_[i].roles = known.roles;
      } else {
        count += Want(i, &wanted[count]);
      }
    }
    for (uint32_t k = 0; k < count; ++k) lexicon_->PrefetchText(wanted[k].hash);
    for (uint32_t k = 0; k < count; ++k) {
      const Wanted& w = wanted[k];
      lexed_[w.token].word = lexicon_->FindWord({w.text, w.size}, w.hash);
      lexicon_->PrefetchEntry(lexed_[w.token].word);
    }
    for (uint32_t k = 0; k < count; ++k) {
      const uint32_t i = wanted[k].token;
      Lexed& lexed = lexed_[i];
      if (lexed.word != 0) {
        lexed.state = lexicon_->entry(lexed.word).state;
        lexed.roles = WordRoles(i);
      }
      recent_words_.Keep(recent[i - begin], {lexed.word, lexed.state, lexed.roles});
    }
  }
}

bool Reading::Want(uint32_t i, Wanted* wanted) const {
  const Token& token = document_.tokens[i];
  if (token.kind == TokenKind::kUrl) return false;
  wanted->size = LexiconKey(document_.Text(token), token, wanted->text, kLongestKey);
  if (wanted->size == 0) return false;
  wanted->token = i;
  wanted->hash = Lexicon::HashOfPadded(wanted->text, wanted->size);
  lexicon_->PrefetchWord(wanted->hash);
  return true;
}

RoleSet Reading::WordRoles(uint32_t i) const {
  uint32_t word = lexed_[i].word;
  const auto& sets = lexicon_->RolesOf(word);
  RoleSet roles = sets.by_shape[IndexOfShape(document_.tokens[i].shape)];
  return roles & sets.exact ? ExactRoles(word, i, 1, roles) : roles;
}

// As with words, most of it is waiting: the first steps of a window's phrases are
// fetched before any is taken.
void Reading::FindPhrases() {
  constexpr uint32_t kWindow = 32;
  uint32_t begins[kWindow];
  const uint32_t n = size();
  for (uint32_t begin = 0; begin + 1 < n; begin += kWindow) {
    const uint32_t end = std::min(n - 1, begin + kWindow);
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; ++i) {
      if (lexed_[i].state == 0 || lexed_[i + 1].word == 0) continue;
      begins[count] = i;
      count += lexicon_->PrefetchStep(lexed_[i].state, lexed_[i + 1].word);
    }
    for (uint32_t k = 0; k < count; ++k) WalkPhrases(begins[k]);
  }
}

void Reading::WalkPhrases(uint32_t i) {
  Lexed& lexed = lexed_[i];
  uint32_t state = lexed.state;
  uint32_t n = size();
  for (uint32_t j = i + 1; j < n && state != 0; ++j) {
    if (lexed_[j].word == 0 || document_.tokens[j].blank_before) return;
    const auto* edge = lexicon_->Step(state, lexed_[j].word);
    if (edge == nullptr) return;
    state = edge->next;
    if (edge->entry == 0) continue;
    const auto& sets = lexicon_->RolesOf(edge->entry);
    RoleSet roles = sets.by_shape[IndexOfShape(document_.tokens[i].shape)];
    if (roles & sets.exact) roles = ExactRoles(edge->entry, i, j + 1 - i, roles);
    if (roles == 0) continue;
    lexed.phrase = edge->entry;
    lexed.phrase_tokens = static_cast<uint16_t>(j + 1 - i);
    lexed.phrase_roles |= roles;
  }
}

bool Reading::SenseHolds(const lexicon_image::Sense& sense, uint32_t first, uint32_t tokens) const {
  Shape shape = document_.tokens[first].shape;
  switch (sense.match) {
    case Match::any:
      return true;
    case Match::capital:
      return shape >= Shape::kCapital;
    case Match::upper:
      return shape == Shape::kUpper;
    case Match::lower:
      return shape <= Shape::kLower;
    case Match::exact:
      break;
  }
  std::string_view text = document_.Text(document_.BytesOf(first, first + tokens));
  return IsAlternative(lexicon_->row(sense.row).surface(), text);
}

RoleSet Reading::ExactRoles(uint32_t entry, uint32_t first, uint32_t tokens, RoleSet roles) const {
  RoleSet holding = 0;
  for (const auto& sense : lexicon_->SensesOf(entry)) {
    if (SenseHolds(sense, first, tokens)) holding |= RoleSet{1} << sense.role;
  }
  return roles & holding;
}

Sense Reading::FindSense(uint32_t entry, uint32_t first, uint32_t tokens, Role role) const {
  for (const auto& sense : lexicon_->SensesOf(entry)) {
    if (sense.role == static_cast<uint8_t>(role) && SenseHolds(sense, first, tokens)) {
      return {lexicon_->row(sense.row), tokens};
    }
  }
  return {};
}

Sense Reading::At(uint32_t i, Role role) const {
  if (i >= lexed_.size()) return {};
  const Lexed& lexed = lexed_[i];
  if (lexed.phrase_roles & Bit(role)) {
    Sense longest;
    uint32_t state = lexed.state;
    for (uint32_t j = i + 1; j < i + lexed.phrase_tokens; ++j) {
      const auto* edge = lexicon_->Step(state, lexed_[j].word);
      state = edge->next;
      if (edge->entry == 0) continue;
      if (Sense sense = FindSense(edge->entry, i, j + 1 - i, role)) longest = sense;
    }
    if (longest) return longest;
  }
  if (lexed.roles & Bit(role)) return FindSense(lexed.word, i, 1, role);
  return {};
}

Sense Reading::Before(uint32_t end, Role role, uint32_t reach) const {
  for (uint32_t tokens = std::min(reach, end); tokens > 0; --tokens) {
    Sense sense = At(end - tokens, role);
    if (sense.tokens == tokens) return sense;
  }
  return {};
}

bool Reading::Spells(uint32_t i, std::string_view lower) const {
  std::string_view text = Text(i);
  for (size_t k = 0; k < text.size(); ++k) {
    char c = text[k];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c != lower[k]) return false;
  }
  return true;
}

const Numeral* Reading::NumeralAt(uint32_t i) const {
  if (i >= numeral_at_.size() || numeral_at_[i] == 0) return nullptr;
  const Numeral& numeral = numerals_[numeral_at_[i] - 1];
  return numeral.tokens.begin == i ? &numeral : nullptr;
}

const Numeral* Reading::NumeralBefore(uint32_t i) const {
  if (i == 0 || i > numeral_at_.size() || numeral_at_[i - 1] == 0) return nullptr;
  const Numeral& numeral = numerals_[numeral_at_[i - 1] - 1];
  return numeral.tokens.end == i ? &numeral : nullptr;
}

void Reading::ReadNumerals() {
  static constexpr RoleSet kNumberRoles =
      Bits(Role::cardinal, Role::scale, Role::fraction, Role::vague);
  numerals_.clear();
  numeral_at_.assign(size(), 0);
  for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
    if (!sentence_digit_[s] && !(sentence_roles_[s] & kNumberRoles)) continue;
    AppendNumerals(*this, document_.sentences[s].tokens, &numerals_);
  }
  for (uint32_t k = 0; k < numerals_.size(); ++k) {
    for (uint32_t t = numerals_[k].tokens.begin; t < numerals_[k].tokens.end; ++t) {
      numeral_at_[t] = k + 1;
    }
  }
}

}  // namespace factline
