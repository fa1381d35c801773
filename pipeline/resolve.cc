#include "pipeline/resolve.h"

#include <algorithm>

namespace factline {
namespace {

// Of two readings of the same words, the one with the higher rank says more.
int Rank(FactType type) {
  switch (type) {
    case FactType::kMoney:
      return 9;
    case FactType::kPercent:
      return 8;
    case FactType::kDate:
      return 7;
    case FactType::kYear:
      return 6;
    case FactType::kOrganization:
      return 5;
    case FactType::kPerson:
      return 4;
    case FactType::kCountry:
      return 3;
    case FactType::kLocation:
      return 2;
    case FactType::kQuantity:
      return 1;
  }
  return 0;
}

bool Stronger(const Mention& a, const Mention& b) {
  if (a.bytes.size() != b.bytes.size()) return a.bytes.size() > b.bytes.size();
  if (Rank(a.type) != Rank(b.type)) return Rank(a.type) > Rank(b.type);
  return a.bytes.begin < b.bytes.begin;
}

// The names of countries are known: an organization that is nothing more than one
// ("Holy See") is the country.
bool YieldsToCountry(const Mention& m, const std::vector<Mention>& found, size_t first,
                     size_t last) {
  if (m.type != FactType::kOrganization) return false;
  for (size_t k = first; k < last; ++k) {
    if (found[k].type == FactType::kCountry && found[k].bytes == m.bytes) return true;
  }
  return false;
}

// "2014 in the United States" is no length and "World Cup 2018 day five" no 2018
// days: what is read as a time is not counted, however long the quantity.
bool YieldsToTime(const Mention& m, const std::vector<Mention>& found, size_t first, size_t last) {
  if (m.type != FactType::kQuantity) return false;
  // A range has been told from years where it was read: "2000 to 2500 calories".
  if (std::get<QuantityValue>(m.value).amount.modifier == Modifier::kBetween) return false;
  for (size_t k = first; k < last; ++k) {
    bool time = found[k].type == FactType::kYear || found[k].type == FactType::kDate;
    if (time && found[k].bytes.Overlaps(m.bytes)) return true;
  }
  return false;
}

// "U.S. Supreme Court", "Afghan Defense Ministry": the body's name tells whose it
// is, so the country stands beside it; in "Bank of China" it is part of a name.
bool StandsBeside(const Mention& m, const Mention& rival) {
  return m.type == FactType::kCountry && rival.type == FactType::kOrganization &&
         m.bytes.begin == rival.bytes.begin;
}

bool InOrder(const Mention& a, const Mention& b) {
  if (a.bytes.begin != b.bytes.begin) return a.bytes.begin < b.bytes.begin;
  return a.bytes.end < b.bytes.end;
}

}  // namespace

void ResolveOverlaps(std::vector<Mention>* found, std::vector<Mention>* kept, Trace* trace) {
  kept->clear();
  std::stable_sort(found->begin(), found->end(), InOrder);
  // Runs of mentions that touch one another are settled one by one.
  for (size_t i = 0; i < found->size();) {
    size_t j = i + 1;
    uint32_t end = (*found)[i].bytes.end;
    while (j < found->size() && (*found)[j].bytes.begin < end)
      end = std::max(end, (*found)[j++].bytes.end);
    if (j == i + 1 && trace == nullptr) {  // alone, as nearly all are
      kept->push_back(std::move((*found)[i++]));
      continue;
    }
    size_t first_kept = kept->size();
    std::stable_sort(found->begin() + static_cast<ptrdiff_t>(i),
                     found->begin() + static_cast<ptrdiff_t>(j), Stronger);
    for (size_t k = i; k < j; ++k) {
      Mention& m = (*found)[k];
      auto rival = std::find_if(kept->begin() + static_cast<ptrdiff_t>(first_kept), kept->end(),
                                [&](const Mention& other) {
                                  return other.bytes.Overlaps(m.bytes) && !StandsBeside(m, other);
                                });
      bool yields = YieldsToTime(m, *found, i, j);
      bool country = YieldsToCountry(m, *found, i, j);
      bool wins = rival == kept->end() && !yields && !country;
      if (trace != nullptr) {
        std::string why = yields    ? "is a time"
                          : country ? "is a country"
                          : wins    ? ""
                                    : "overlaps " + std::string(rival->rule);
        trace->steps.push_back({m, wins, std::move(why)});
      }
      if (wins) kept->push_back(std::move(m));
    }
    std::sort(kept->begin() + static_cast<ptrdiff_t>(first_kept), kept->end(), InOrder);
    i = j;
  }
  found->clear();
}

}  // namespace factline
