#include "extractors/country/namesake.h"

#include <algorithm>

namespace factline {
namespace {

constexpr uint32_t kNear = 12;  // tokens on either side
constexpr int kNearWeight = 4;  // of a near vote, on top of the one it has anyway

}  // namespace

int Namesakes::Balance(uint32_t at, std::string_view iso, std::string_view other) {
  auto known = std::find_if(counted_.begin(), counted_.end(),
                            [&](const Counted& counted) { return counted.iso == iso; });
  if (known == counted_.end()) {
    int whole = 0;
    Count(0, reading_.size(), 1, iso, other, &whole);
    counted_.push_back({iso, whole});
    known = counted_.end() - 1;
  }
  int balance = known->whole;
  uint32_t first = at > kNear ? at - kNear : 0;
  Count(first, std::min(at + kNear, reading_.size()), kNearWeight, iso, other, &balance);
  return balance;
}

void Namesakes::Count(uint32_t first, uint32_t last, int times, std::string_view iso,
                      std::string_view other, int* balance) const {
  for (uint32_t i = first; i < last; ++i) {
    const Lexed& lexed = reading_.lexed(i);
    if (!((lexed.roles | lexed.phrase_roles) & Bit(Role::country_cue))) continue;
    Sense sense = reading_.At(i, Role::country_cue);
    if (!sense) continue;
    const CountryCue& cue = words_.cue(sense.row.index());
    if (cue.iso == iso) *balance += times * cue.weight;
    if (cue.iso == other) *balance -= times * cue.weight;
    i += sense.tokens - 1;
  }
}

}  // namespace factline
