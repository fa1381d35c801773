// Works in passes over the tokens: where capitals are, what they are in lower
// case, lines of capitals read by what the rest of the article knows, runs, and
// last the traits of every token in or near a run.

#include "extractors/names/tagger_traits.h"

#include <algorithm>
#include <array>
#include <bit>

#include "corpus/text/unicode.h"

namespace factline::tagger {
namespace {

constexpr RoleSet kFunctionWords =
    Bits(Role::determiner, Role::preposition, Role::pronoun, Role::conjunction, Role::auxiliary);
constexpr uint32_t kLongestGap = 2;
constexpr uint32_t kContext = 2;  // tokens on either side of a run that features see

// Bits of `kSet` packed to the low bits, in order of role.  Neighbouring roles move
// together: a step for each stretch of them, all known to the compiler.
template <RoleSet kSet>
constexpr uint32_t Pack(RoleSet roles) {
  if constexpr (kSet == 0) {
    return 0;
  } else {
    constexpr int kFirst = std::countr_zero(kSet);
    constexpr int kCount = std::countr_one(kSet >> kFirst);
    constexpr RoleSet kMask = (RoleSet{1} << kCount) - 1;
    return static_cast<uint32_t>(roles >> kFirst & kMask) | Pack<(kSet & ~(kMask << kFirst))>(roles)
                                                                << kCount;
  }
}

Look LookOf(std::string_view text, const Token& token) {
  switch (token.kind) {
    case TokenKind::kNumber:
      if (text.size() <= 2) return Look::kShortNumber;
      return text.size() == 4 && text[1] != ',' ? Look::kYear : Look::kNumber;
    case TokenKind::kPunctuation:
      return Look::kPunctuation;
    case TokenKind::kSymbol:
      return Look::kSymbol;
    case TokenKind::kUrl:
      return Look::kUrl;
    case TokenKind::kWord:
      break;
  }
  if (token.clitic) return Look::kClitic;
  switch (token.shape) {
    case Shape::kCapital:
      if (token.char_end - token.char_begin == 1) return Look::kLetter;
      return text.size() == 2 && text[1] == '.' ? Look::kInitial : Look::kCapital;
    case Shape::kUpper:
      if (text[1] == '.') return Look::kDotted;
      return text.size() <= 5 ? Look::kShortUpper : Look::kLongUpper;
    case Shape::kMixed:
      return text[0] >= 'A' && text[0] <= 'Z' ? Look::kCapitalMixed : Look::kMixed;
    default:
      return Look::kLower;
  }
}

uint64_t HashLower(std::string_view text, bool ascii) {
  char lower[kLongestKey];
  if (text.size() > sizeof lower) text = text.substr(0, sizeof lower);
  if (!ascii) {
    uint32_t n = Fold(text, lower, sizeof lower);
    return HashBytes({lower, n});
  }
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return HashBytes({lower, text.size()});
}

// The form that a word of a line of capitals has in a sentence.
uint64_t HashCapitalized(std::string_view text) {
  char form[kLongestKey];
  size_t n = std::min(text.size(), sizeof form);
  for (size_t i = 0; i < n; ++i) {
    char c = text[i];
    form[i] = i > 0 && c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return HashBytes({form, n});
}

// Places in a 4096-bit filter; the same for every case of an ASCII word.
uint32_t FilterBit(std::string_view text) {
  uint32_t first = static_cast<unsigned char>(text[0]);
  uint32_t middle = static_cast<unsigned char>(text[text.size() / 2]);
  uint32_t last = static_cast<unsigned char>(text.back());
  uint32_t letters = (first | middle << 8 | last << 16) | 0x202020;
  return ((letters ^ static_cast<uint32_t>(text.size()) << 24) * 0x9E3779B1u) >> 20;
}

}  // namespace

uint32_t FindClass(std::span<const WordClass> classes, uint64_t form) {
  uint32_t mask = static_cast<uint32_t>(classes.size()) - 1;
  uint32_t fingerprint = static_cast<uint32_t>(form >> 32) | 1;
  for (uint32_t i = static_cast<uint32_t>(form) & mask;; i = (i + 1) & mask) {
    if (classes[i].fingerprint == 0) return 0;
    if (classes[i].fingerprint == fingerprint) return classes[i].packed;
  }
}

void Traits::Read(const Reading& reading, std::span<const WordClass> classes) {
  reading_ = &reading;
  classes_ = classes;
  uint32_t n = reading.size();
  state_.assign(n, 0);
  traits_.resize(n);
  capitals_.resize(n);
  own_.resize(n);
  words_.resize(n);
  places_.resize(n);
  word_count_ = active_count_ = 0;
  runs_.clear();
  filter_.assign(64, 0);
  uint32_t capitals = 0;
  for (uint32_t i = 0; i < n; ++i) capitals += reading.token(i).capitalized();
  uint32_t size = 16;
  while (size < 2 * capitals) size *= 2;
  counts_.assign(size, Count());
  mask_ = size - 1;

  const auto& sentences = reading.document().sentences;
  for (const Sentence& s : sentences) MarkSentence(s);
  CountLowerCase();
  for (const Sentence& s : sentences) {
    if (traits_[s.tokens.begin].shouted) ReadShouted(s);
    Join(s);
  }
  // Forms first: each asks for its class, which is far away in memory.
  uint32_t described = 0;
  for (const Run& run : runs_) {
    FindCapitals(run);
    uint32_t begin = std::max(described, run.begin - std::min(run.begin, kContext));
    described = std::min(run.end + kContext, n);
    for (uint32_t i = begin; i < described; ++i) DescribeForm(i);
  }
  described = 0;
  for (const Run& run : runs_) {
    uint32_t begin = std::max(described, run.begin - std::min(run.begin, kContext));
    described = std::min(run.end + kContext, n);
    for (uint32_t i = begin; i < described; ++i) {
      DescribeWord(i);
      DescribePhrase(i);
    }
  }
  CountSights();
  DescribeWords();
}

Traits::Count* Traits::CountOf(uint64_t lower) {
  uint32_t key = static_cast<uint32_t>(lower >> 32) | 1;
  for (uint32_t i = static_cast<uint32_t>(lower) & mask_;; i = (i + 1) & mask_) {
    if (counts_[i].key == key || counts_[i].key == 0) return &counts_[i];
  }
}

bool Traits::IsShouted(const Sentence& sentence) const {
  uint32_t upper = 0, words = 0;
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = reading_->token(i);
    if (!token.is_word() || token.clitic) continue;
    if (token.shape == Shape::kLower) return false;
    ++words;
    upper += token.shape == Shape::kUpper;
  }
  return upper >= 3 && upper * 4 >= words * 3;
}

bool Traits::IsCandidate(uint32_t i, const Sentence& sentence) const {
  const Token& token = reading_->token(i);
  bool next = i + 1 < sentence.tokens.end && reading_->token(i + 1).capitalized();
  if (next) return true;
  RoleSet roles = reading_->lexed(i).roles;
  if (token.char_end - token.char_begin == 1 && reading_->Text(i) == "I") return false;
  bool before = i > sentence.tokens.begin && reading_->token(i - 1).capitalized();
  if (before) return true;
  if (traits_[i].opens && (roles & kFunctionWords)) return false;
  if (roles & Bits(Role::weekday)) return false;
  if (roles & Bits(Role::month)) {
    if (i + 1 < sentence.tokens.end && reading_->token(i + 1).is_number()) return false;
    if (i > sentence.tokens.begin && reading_->token(i - 1).is_number()) return false;
  }
  return true;
}

void Traits::MarkSentence(const Sentence& sentence) {
  bool shouted = IsShouted(sentence);
  bool opens = true;
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = reading_->token(i);
    Trait& trait = traits_[i];
    trait.opens = opens;
    trait.shouted = shouted;
    if (!token.is_word()) {
      if (token.is_quote() || token.is(':')) opens = true;
      continue;
    }
    if (token.capitalized() && IsCandidate(i, sentence)) {
      std::string_view text = reading_->Text(i);
      state_[i] = kCapitalBit;
      trait.lower = HashLower(text, token.ascii);
      Count* count = CountOf(trait.lower);
      if (count->key == 0) {
        count->key = static_cast<uint32_t>(trait.lower >> 32) | 1;
        count->word = word_count_++;
      }
      words_[i] = count->word;
      own_[i] = 0;
      if (!shouted && !opens) AddSights(Bit(Sight::kMidSentence), i, count);
      uint32_t bit = FilterBit(text);
      filter_[bit / 64] |= uint64_t{1} << (bit % 64);
    }
    opens = false;
  }
}

void Traits::CountLowerCase() {
  for (uint32_t i = 0; i < state_.size(); ++i) {
    const Token& token = reading_->token(i);
    if (token.shape != Shape::kLower || !token.ascii || token.clitic) continue;
    std::string_view text = reading_->Text(i);
    uint32_t bit = FilterBit(text);
    if (!(filter_[bit / 64] >> (bit % 64) & 1)) continue;
    Count* count = CountOf(HashBytes(text));
    if (count->key != 0) count->sights[0] |= 1;
  }
}

// A word of a line of capitals is what it is elsewhere in the article, else what
// the lexicon says it can be in lower case.
void Traits::ReadShouted(const Sentence& sentence) {
  constexpr RoleSet kCommon = kWordRoleSet;
  for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (!(state_[i] & kCapitalBit)) continue;
    const Count* count = CountOf(traits_[i].lower);
    bool capital = count->sights[0] >> (8 * static_cast<int>(Sight::kMidSentence)) & 0xFF;
    bool lower = count->sights[0] & 0xFF;
    if (!capital && !lower) {
      uint32_t word = reading_->lexed(i).word;
      RoleSet roles = word == 0 ? 0 : reading_->lexicon().RolesOf(word).by_shape[0];
      lower = roles & kCommon;
    }
    if (!capital && lower) state_[i] = 0;
  }
}

namespace {

bool JoinsNames(const Reading& reading, uint32_t i) {
  const Token& token = reading.token(i);
  if (token.is('&') || token.is_hyphen() || token.is('\'') || token.is('/') || token.clitic ||
      token.is_quote()) {
    return true;
  }
  if (!token.is_word()) return false;
  if (reading.Has(i, Role::name_particle)) return true;
  switch (token.bytes.size()) {
    case 2:
      return reading.Is(i, "of") || reading.Is(i, "de") || reading.Is(i, "in") ||
             reading.Is(i, "to") || reading.Is(i, "on") || reading.Is(i, "at") ||
             reading.Is(i, "la") || reading.Is(i, "al") || reading.Is(i, "du");
    case 3:
      return reading.Is(i, "the") || reading.Is(i, "and") || reading.Is(i, "for") ||
             reading.Is(i, "del") || reading.Is(i, "des");
    default:
      return false;
  }
}

}  // namespace

// "Ban Ki-moon", "G-7": what hangs on a capital by a hyphen goes with it.
uint32_t Traits::JoinHyphened(uint32_t i, uint32_t end) {
  while (i + 2 < end && reading_->token(i + 1).is_hyphen() &&
         !reading_->token(i + 1).space_before && !reading_->token(i + 2).space_before &&
         !(state_[i + 2] & kCapitalBit)) {
    const Token& part = reading_->token(i + 2);
    if (part.shape != Shape::kLower && !part.is_number()) break;
    state_[i + 1] |= kActiveBit;
    state_[i + 2] |= kActiveBit;
    i += 2;
  }
  return i;
}

// "Democratic party": a head in small letters behind a capital goes with it.
uint32_t Traits::JoinHead(uint32_t i, uint32_t end) {
  if (i + 1 >= end || reading_->token(i + 1).shape != Shape::kLower) return i;
  uint32_t word = reading_->lexed(i + 1).word;
  if (word == 0) return i;
  constexpr int kAsCapital = 1;
  RoleSet roles = reading_->lexicon().RolesOf(word).by_shape[kAsCapital];
  if (!(roles & Bits(Role::organization_head))) return i;
  state_[i + 1] |= kActiveBit;
  return i + 1;
}

void Traits::Join(const Sentence& sentence) {
  uint32_t first = sentence.tokens.begin, end = sentence.tokens.end;
  uint32_t last = UINT32_MAX;  // the capital before
  for (uint32_t i = first; i < end; ++i) {
    const Token& token = reading_->token(i);
    bool number = token.is_number() && token.bytes.size() <= 4 &&
                  ((i > first && state_[i - 1] & kCapitalBit) ||
                   (i + 1 < end && state_[i + 1] & kCapitalBit));
    if (number) state_[i] |= kActiveBit;
    if (!number && !(state_[i] & kCapitalBit)) continue;
    state_[i] |= kActiveBit;
    if (last != UINT32_MAX && i - last - 1 <= kLongestGap) {
      bool joined = true;
      bool suffix = i == last + 2 && reading_->token(last + 1).is(',') &&
                    reading_->HasAny(i, Bits(Role::company_suffix));
      for (uint32_t k = last + 1; k < i && !suffix; ++k) joined &= JoinsNames(*reading_, k);
      for (uint32_t k = last + 1; joined && k < i; ++k) state_[k] |= kActiveBit;
    }
    uint32_t before = i;
    if (before > first && reading_->token(before - 1).is_hyphen()) --before;
    while (before > first && i - before < 3 && reading_->token(before - 1).shape == Shape::kLower &&
           reading_->Has(before - 1, Role::name_particle)) {
      --before;
      for (uint32_t k = before; k < i; ++k) state_[k] |= kActiveBit;
    }
    last = i = JoinHead(JoinHyphened(i, end), end);
  }
  for (uint32_t i = first; i < end; ++i) {
    if (!(state_[i] & kActiveBit)) continue;
    Run run{i, i, static_cast<uint32_t>(&sentence - reading_->document().sentences.data())};
    while (run.end < end && state_[run.end] & kActiveBit) places_[run.end++] = active_count_++;
    runs_.push_back(run);
    uint32_t near = run.begin - std::min(run.begin, kContext);
    uint32_t far = std::min(run.end + kContext, reading_->size());
    for (uint32_t k = near; k < far; ++k) state_[k] |= kNearBit;
    i = run.end - 1;
  }
}

void Traits::FindCapitals(const Run& run) {
  for (uint32_t i = run.begin; i < run.end;) {
    uint32_t end = i;
    while (end < run.end && state_[end] & kCapitalBit) ++end;
    if (end == i) capitals_[i] = {i, i + 1}, end = i + 1;
    for (uint32_t k = i; k < end; ++k) capitals_[k] = {i, end};
    i = end;
  }
}

void Traits::DescribeForm(uint32_t i) {
  const Token& token = reading_->token(i);
  Trait& trait = traits_[i];
  std::string_view text = reading_->Text(i);
  trait.look = LookOf(text, token);
  trait.glued = !token.space_before;
  trait.line = token.line_before;
  trait.phrase = 0;
  trait.elsewhere = 0;
  if (!(state_[i] & kCapitalBit)) trait.lower = 0;
  if (!trait.shouted || !token.is_word()) {
    trait.form = HashBytes(WordForm(text, token));
  } else if (!(state_[i] & kCapitalBit)) {
    trait.form = HashLower(text, token.ascii);
    trait.look = Look::kLower;
  } else {
    trait.form = HashCapitalized(text);
    if (FindClass(classes_, trait.form) == 0) trait.form = HashBytes(text);
    if (token.shape == Shape::kUpper && text.size() > 1 && text[1] != '.') {
      trait.look = Look::kCapital;
    }
  }
  __builtin_prefetch(&classes_[trait.form & (classes_.size() - 1)]);
}

void Traits::DescribeWord(uint32_t i) {
  const Lexed& lexed = reading_->lexed(i);
  Trait& trait = traits_[i];
  RoleSet roles = lexed.roles;
  if (trait.shouted && trait.look == Look::kLower && lexed.word != 0) {
    roles = reading_->lexicon().RolesOf(lexed.word).by_shape[0];
  }
  trait.classes = FindClass(classes_, trait.form);
  trait.name_roles = Pack<kNameRoleSet>(roles);
  trait.word_roles = Pack<kWordRoleSet>(roles);
}

// The phrase that covers token `i`: the first that begins within reach before it.
void Traits::DescribePhrase(uint32_t i) {
  const Lexed& lexed = reading_->lexed(i);
  if (lexed.phrase_roles == 0) return;
  uint32_t roles = Pack<kNameRoleSet>(lexed.phrase_roles);
  if (roles == 0) return;
  uint32_t end = std::min(i + lexed.phrase_tokens, reading_->size());
  uint32_t folded = (roles ^ (roles >> 11)) & 0x1FFF;
  for (uint32_t k = i; k < end; ++k) {
    if (!(state_[k] & kNearBit) || traits_[k].phrase != 0) continue;
    uint32_t place = k == i ? 1 : k + 1 == end ? 3 : 2;
    traits_[k].phrase = static_cast<uint16_t>(folded << 2 | place);
  }
}

}  // namespace factline::tagger
