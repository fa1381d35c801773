// What the same word is elsewhere in the article: sums over its occurrences, less
// the one that asks.

#include <array>

#include "extractors/names/tagger_traits.h"

namespace factline::tagger {
namespace {

// One byte for each bit of the low byte.
constexpr std::array<uint64_t, 256> kBytes = [] {
  std::array<uint64_t, 256> bytes{};
  for (uint32_t b = 0; b < 256; ++b) {
    for (uint32_t k = 0; k < 8; ++k) bytes[b] |= uint64_t{b >> k & 1} << (8 * k);
  }
  return bytes;
}();

uint64_t AddCapped(uint64_t sums, uint64_t more) {
  sums += more;
  return sums - ((sums & 0x8080808080808080ull) >> 7);
}

// The bits of the bytes of `sums` that are more than the bits of `own`.
uint16_t Others(const uint64_t* sums, uint16_t own) {
  uint16_t others = 0;
  for (int half = 0; half < 2; ++half) {
    uint64_t left = sums[half] - kBytes[own >> (8 * half) & 0xFF];
    uint64_t high = (left + 0x7F7F7F7F7F7F7F7Full) & 0x8080808080808080ull;
    others |= static_cast<uint16_t>((high * 0x0002040810204081ull) >> 56 << (8 * half));
  }
  return others;
}

// "in Lagos", "near Lagos".
bool ComesBeforePlaces(const Reading& reading, uint32_t i) {
  return reading.Is(i, "in") || reading.Is(i, "near") || reading.Is(i, "from") ||
         reading.Is(i, "at") || reading.Is(i, "outside");
}

}  // namespace

void Traits::AddSights(uint16_t sights, uint32_t i, Count* count) {
  own_[i] |= sights;
  for (int half = 0; half < 2; ++half) {
    count->sights[half] = AddCapped(count->sights[half], kBytes[sights >> (8 * half) & 0xFF]);
  }
}

uint16_t Traits::SightsOf(uint32_t i, const Run& run) const {
  const Sentence& sentence = reading_->document().sentences[run.sentence];
  const Span& stretch = capitals_[i];
  uint16_t sights = 0;
  auto set = [&sights](bool holds, Sight sight) { sights |= holds ? Bit(sight) : uint16_t{0}; };
  constexpr RoleSet kClosers = Bits(Role::company_suffix, Role::organization_head);
  if (i > stretch.begin) {
    set(reading_->Has(i - 1, Role::first_name), Sight::kAfterFirstName);
    set(reading_->Has(i - 1, Role::title), Sight::kAfterTitle);
  }
  if (i + 1 < stretch.end) {
    set(reading_->Has(i + 1, Role::surname), Sight::kBeforeSurname);
    set(reading_->HasAny(stretch.end - 1, kClosers), Sight::kBeforeSuffix);
  }
  bool longer = stretch.size() > 1;
  set(longer, Sight::kInLongRun);
  set(!longer, Sight::kAlone);
  set(longer && i == stretch.begin, Sight::kFirstOfRun);
  set(longer && i + 1 == stretch.end, Sight::kLastOfRun);
  bool bracket = false;
  if (stretch.begin > sentence.tokens.begin) {
    uint32_t before = stretch.begin - 1;
    bracket = reading_->token(before).is('(');
    set(i == stretch.begin && reading_->Has(before, Role::title), Sight::kAfterTitle);
    set(ComesBeforePlaces(*reading_, before), Sight::kAfterPlaceWord);
    set(reading_->Has(before, Role::speech_verb), Sight::kBeforeSpeech);
    set(reading_->Is(before, "the"), Sight::kAfterThe);
  }
  if (stretch.end < sentence.tokens.end) {
    const Token& after = reading_->token(stretch.end);
    set(bracket && after.is(')'), Sight::kInBrackets);
    set(reading_->Has(stretch.end, Role::speech_verb), Sight::kBeforeSpeech);
    set(after.clitic && i + 1 == stretch.end, Sight::kPossessive);
    bool comma = after.is(',') && stretch.end + 1 < sentence.tokens.end &&
                 reading_->token(stretch.end + 1).capitalized();
    set(comma, Sight::kBeforeComma);
  }
  return sights;
}

void Traits::CountSights() {
  for (const Run& run : runs_) {
    for (uint32_t i = run.begin; i < run.end; ++i) {
      if (!(state_[i] & kCapitalBit)) continue;
      AddSights(SightsOf(i, run), i, CountOf(traits_[i].lower));
    }
  }
  for (const Run& run : runs_) {
    for (uint32_t i = run.begin; i < run.end; ++i) {
      if (!(state_[i] & kCapitalBit)) continue;
      traits_[i].elsewhere = Others(CountOf(traits_[i].lower)->sights, own_[i]);
    }
  }
}

}  // namespace factline::tagger
