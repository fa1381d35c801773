// What the names tagger knows of each token before it looks at neighbours, and
// which tokens it looks at.
//
// Only runs of capitalised words are tagged ("active" tokens), with the few
// words that join them ("of the", "&", "de"), digits and particles beside them:
// about a sixth of a text.  Traits exist for active tokens and two tokens on
// either side.  What the same word is elsewhere in the article is counted once
// for the article.

#ifndef FACTLINE_EXTRACTORS_NAMES_TAGGER_TRAITS_H_
#define FACTLINE_EXTRACTORS_NAMES_TAGGER_TRAITS_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extractors/names/tagger_words.h"
#include "extractors/reading.h"

namespace factline::tagger {

// The lexicon's roles that are features.
inline constexpr RoleSet kNameRoleSet = Bits(
    Role::first_name, Role::surname, Role::title, Role::company_suffix, Role::organization,
    Role::organization_head, Role::place, Role::place_head, Role::name_particle, Role::speech_verb,
    Role::occupation, Role::not_name, Role::country, Role::not_country, Role::month, Role::weekday,
    Role::holiday, Role::currency, Role::unit, Role::ordinal, Role::cardinal);
inline constexpr RoleSet kWordRoleSet =
    Bits(Role::determiner, Role::preposition, Role::pronoun, Role::conjunction, Role::auxiliary,
         Role::verb, Role::adverb, Role::adjective, Role::noun);
inline constexpr RoleSet kFeatureRoles = kNameRoleSet | kWordRoleSet;

// A word's class among 512, 128 and 32, packed with its form's fingerprint.
// Open addressing over a power of two of slots; fingerprint 0: empty.
struct WordClass {
  uint32_t fingerprint = 0;
  uint32_t packed = 0;  // 1 + fine | middle << 10 | coarse << 17
};

// The packed classes of a form, 0 where it has none.
uint32_t FindClass(std::span<const WordClass> classes, uint64_t form);

// How a token is written, finer than Shape.
enum class Look : uint8_t {
  kLower,
  kCapital,       // "Putin"
  kLetter,        // "A"
  kInitial,       // "J."
  kShortUpper,    // "NATO": up to five letters
  kLongUpper,     // "REUTERS"
  kDotted,        // "U.S."
  kCapitalMixed,  // "McDonald"
  kMixed,         // "eBay"
  kShortNumber,   // one or two digits
  kYear,          // four digits
  kNumber,
  kPunctuation,
  kSymbol,
  kClitic,
  kUrl,
};

// What an occurrence of a word says of the word, one bit each.
enum class Sight : uint8_t {
  kLowerCase,    // the word stands in lower case
  kMidSentence,  // capitalised within a sentence
  kAfterTitle,
  kAfterFirstName,
  kBeforeSurname,
  kBeforeSuffix,    // "Inc" and heads of organisations close its run
  kAfterPlaceWord,  // its run follows a preposition
  kBeforeSpeech,    // its run precedes or follows a verb of speech
  kAfterThe,
  kBeforeComma,  // ", France"
  kInLongRun,    // of two capitalised words or more
  kAlone,        // a run of its own
  kFirstOfRun,
  kLastOfRun,
  kPossessive,
  kInBrackets,  // "(SIPRI)"
};
inline constexpr uint32_t kSights = 16;

constexpr uint16_t Bit(Sight sight) { return static_cast<uint16_t>(1u << static_cast<int>(sight)); }

struct Trait {
  uint64_t form = 0;   // hash of the form, as cased
  uint64_t lower = 0;  // hash of the form in lower case; capitalised words only
  uint32_t classes = 0;
  uint32_t name_roles = 0;  // of the names lexicons and their like
  uint32_t word_roles = 0;  // parts of speech
  uint16_t phrase = 0;      // roles of the phrase it is part of and where in it
  uint16_t elsewhere = 0;   // Sights of the word's other occurrences
  Look look = Look::kLower;
  bool glued : 1 = false;    // no space before
  bool line : 1 = false;     // a line break before
  bool opens : 1 = false;    // first word of its sentence
  bool shouted : 1 = false;  // in a line of capitals
};

// The noun that an article describes a name with.
struct Head {
  uint64_t form = 0;  // 0: none
  uint32_t classes = 0;
};

// Tokens [begin, end) of one sentence, all active.
struct Run {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t sentence = 0;
};

class Traits {
 public:
  // Reads `reading`, which must outlive the use of this object's results.
  void Read(const Reading& reading, std::span<const WordClass> classes);

  const std::vector<Run>& runs() const { return runs_; }
  const Trait& at(uint32_t i) const { return traits_[i]; }
  // The stretch of capitalised words without joiners that holds active token
  // `i`, or `i` alone where it is none.
  const Span& Capitals(uint32_t i) const { return capitals_[i]; }
  bool IsCapital(uint32_t i) const { return state_[i] & kCapitalBit; }
  // The number, below word_count(), that capitalised token `i` shares with the
  // same word elsewhere in the article.
  uint32_t WordOf(uint32_t i) const { return words_[i]; }
  uint32_t word_count() const { return word_count_; }
  // The number, below active_count(), of active token `i`.
  uint32_t PlaceOf(uint32_t i) const { return places_[i]; }
  uint32_t active_count() const { return active_count_; }
  // What capitalised token `i`, or the same word elsewhere, is said to be.
  const Head& HeadOf(uint32_t i) const { return heads_[words_[i]]; }

 private:
  struct Count {
    uint32_t key = 0;
    uint32_t word = 0;            // as WordOf() gives it
    uint64_t sights[2] = {0, 0};  // one byte each
  };
  enum : uint8_t { kCapitalBit = 1, kActiveBit = 2, kNearBit = 4 };

  void MarkSentence(const Sentence& sentence);
  void ReadShouted(const Sentence& sentence);
  bool IsShouted(const Sentence& sentence) const;
  bool IsCandidate(uint32_t i, const Sentence& sentence) const;
  void Join(const Sentence& sentence);
  uint32_t JoinHyphened(uint32_t i, uint32_t end);
  uint32_t JoinHead(uint32_t i, uint32_t end);
  void DescribeForm(uint32_t i);
  void DescribeWord(uint32_t i);
  void DescribePhrase(uint32_t i);
  void FindCapitals(const Run& run);
  uint16_t SightsOf(uint32_t i, const Run& run) const;
  void CountSights();
  void CountLowerCase();
  void DescribeWords();
  void AddSights(uint16_t sights, uint32_t i, Count* count);
  Count* CountOf(uint64_t lower);

  const Reading* reading_ = nullptr;
  std::span<const WordClass> classes_;
  std::vector<uint8_t> state_;
  std::vector<Trait> traits_;
  std::vector<Span> capitals_;
  std::vector<uint16_t> own_;
  std::vector<uint32_t> words_;
  std::vector<uint32_t> places_;
  std::vector<Run> runs_;
  std::vector<Count> counts_;
  std::vector<Head> heads_;
  uint32_t mask_ = 0;
  uint32_t word_count_ = 0, active_count_ = 0;
  std::vector<uint64_t> filter_;
  std::string folded_;
};

// A value for each active token of an article, a sixth of all, by the token.
template <typename T>
class ActiveTokens {
 public:
  // Makes room for the tokens of `traits`, which must outlive the use of the values.
  void Open(const Traits& traits) {
    traits_ = &traits;
    if (values_.size() < traits.active_count()) values_.resize(traits.active_count());
  }
  T& operator[](uint32_t i) { return values_[traits_->PlaceOf(i)]; }
  const T& operator[](uint32_t i) const { return values_[traits_->PlaceOf(i)]; }

 private:
  const Traits* traits_ = nullptr;
  std::vector<T> values_;
};

}  // namespace factline::tagger
#endif  // FACTLINE_EXTRACTORS_NAMES_TAGGER_TRAITS_H_
