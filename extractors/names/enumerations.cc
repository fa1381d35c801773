#include "extractors/names/enumerations.h"

#include <algorithm>
#include <array>

namespace factline {
namespace {

constexpr size_t kLeastItems = 4;
constexpr float kMajority = 3;        // times as sure as the odd ones
constexpr size_t kItemsABareOne = 4;  // one bare item among so many
constexpr float kSure = 0.97f;
constexpr float kFoundByOthers = 0.75f;

// Behind the comma, or the "and" with or without one, at token `i`; `i` itself
// where neither stands there.
uint32_t AfterSeparator(const Reading& reading, uint32_t i) {
  uint32_t at = i;
  if (at < reading.size() && reading.token(at).is(',')) ++at;
  if (at < reading.size() && (reading.Is(at, "and") || reading.Is(at, "or"))) ++at;
  return at;
}

// A capitalised word that could be an item of its own.
bool IsBareItem(const Reading& reading, uint32_t i) {
  constexpr RoleSet kOthers = Bits(Role::country, Role::month, Role::weekday, Role::not_name,
                                   Role::title, Role::cardinal, Role::pronoun);
  return i < reading.size() && reading.token(i).shape == Shape::kCapital &&
         !reading.HasAny(i, kOthers);
}

class Enumeration {
 public:
  // The enumeration that begins with item `first` of `names`.
  Enumeration(const Reading& reading, const std::vector<Candidate>& names, size_t first)
      : first_(first), end_(first + 1) {
    Count(names[first]);
    for (;;) {
      uint32_t after = names[end_ - 1].tokens.end;
      uint32_t item = AfterSeparator(reading, after);
      if (item == after) return;
      uint32_t beyond = AfterSeparator(reading, item + 1);
      bool bare = end_ < names.size() && names[end_].tokens.begin == beyond && beyond > item + 1 &&
                  IsBareItem(reading, item);
      if (bare) bare_.push_back(item);
      if (end_ >= names.size() || names[end_].tokens.begin != (bare ? beyond : item)) return;
      Count(names[end_++]);
    }
  }

  size_t end() const { return end_; }

  // Makes its items agree; appends those that had not been found to `*found`.
  void Agree(std::vector<Candidate>* names, std::vector<Candidate>* found) const {
    size_t items = end_ - first_;
    auto most = std::max_element(sure_.begin(), sure_.end());
    float odd = sure_[0] + sure_[1] + sure_[2] - *most;
    if (items < kLeastItems || odd * kMajority > *most) return;
    FactType type = kTypes[static_cast<size_t>(most - sure_.begin())];
    for (size_t i = first_; i < end_; ++i) {
      Candidate& name = (*names)[i];
      if (name.type == type || name.confidence > kSure) continue;
      name.type = type;
      name.rule = "names.enumeration";
    }
    if (bare_.size() * kItemsABareOne > items) return;
    for (uint32_t i : bare_) {
      found->push_back({type, {i, i + 1}, kFoundByOthers, "names.enumeration"});
    }
  }

 private:
  static constexpr std::array<FactType, 3> kTypes = {FactType::kPerson, FactType::kOrganization,
                                                     FactType::kLocation};
  void Count(const Candidate& name) {
    for (size_t k = 0; k < kTypes.size(); ++k) {
      if (name.type == kTypes[k]) sure_[k] += name.confidence;
    }
  }

  size_t first_;
  size_t end_;
  std::array<float, 3> sure_ = {};  // confidence by type, summed
  std::vector<uint32_t> bare_;      // items that are in no candidate
};

}  // namespace

void AgreeInEnumerations(const Reading& reading, std::vector<Candidate>* names) {
  thread_local std::vector<Candidate> found;
  found.clear();
  for (size_t i = 0; i < names->size();) {
    Enumeration enumeration(reading, *names, i);
    enumeration.Agree(names, &found);
    i = enumeration.end();
  }
  if (found.empty()) return;
  names->insert(names->end(), found.begin(), found.end());
  SortByPlace(names);
}

}  // namespace factline
