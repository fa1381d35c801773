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
bool YieldsToCountry(const Mention& m, const std::vector<Mention>& rivals) {
  if (m.type != FactType::kOrganization) return false;
  for (const Mention& rival : rivals) {
    if (rival.type == FactType::kCountry && rival.bytes == m.bytes) return true;
  }
  return false;
}

// "2014 in the United States" is no length and "World Cup 2018 day five" no 2018
// days: what is read as a time is not counted, however long the quantity.
bool YieldsToTime(const Mention& m, const std::vector<Mention>& rivals) {
  if (m.type != FactType::kQuantity) return false;
  // A range has been told from years where it was read: "2000 to 2500 calories".
  if (std::get<QuantityValue>(m.value).amount.modifier == Modifier::kBetween) return false;
  for (const Mention& rival : rivals) {
    bool time = rival.type == FactType::kYear || rival.type == FactType::kDate;
    if (time && rival.bytes.Overlaps(m.bytes)) return true;
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

// A place in the list of what was found, in the order of the text.  Mentions are large,
// so their places are sorted.
struct Place {
  Span bytes;
  uint32_t index;

  friend bool operator<(const Place& a, const Place& b) {
    if (a.bytes.begin != b.bytes.begin) return a.bytes.begin < b.bytes.begin;
    if (a.bytes.end != b.bytes.end) return a.bytes.end < b.bytes.end;
    return a.index < b.index;
  }
};

// Settles `rivals`, a run of mentions that touch one another, in order.
void Settle(std::vector<Mention>* rivals, std::vector<Mention>* kept, Trace* trace) {
  size_t first_kept = kept->size();
  std::stable_sort(rivals->begin(), rivals->end(), Stronger);
  for (const Mention& m : *rivals) {
    auto rival = std::find_if(kept->begin() + static_cast<ptrdiff_t>(first_kept), kept->end(),
                              [&](const Mention& other) {
                                return other.bytes.Overlaps(m.bytes) && !StandsBeside(m, other);
                              });
    bool yields = YieldsToTime(m, *rivals);
    bool country = YieldsToCountry(m, *rivals);
    bool wins = rival == kept->end() && !yields && !country;
    if (trace != nullptr) {
      std::string why = yields    ? "is a time"
                        : country ? "is a country"
                        : wins    ? ""
                                  : "overlaps " + std::string(rival->rule);
      trace->steps.push_back({m, wins, std::move(why)});
    }
    if (wins) kept->push_back(m);
  }
  std::sort(kept->begin() + static_cast<ptrdiff_t>(first_kept), kept->end(), InOrder);
}

}  // namespace

void ResolveOverlaps(std::vector<Mention>* found, std::vector<Mention>* kept, Trace* trace) {
  thread_local std::vector<Place> places;
  thread_local std::vector<Mention> rivals;
  places.clear();
  kept->clear();
  for (const Mention& m : *found) {
    places.push_back({m.bytes, static_cast<uint32_t>(places.size())});
  }
  std::sort(places.begin(), places.end());
  // Runs of mentions that touch one another are settled one by one.
  for (size_t i = 0; i < places.size();) {
    size_t j = i + 1;
    uint32_t end = places[i].bytes.end;
    while (j < places.size() && places[j].bytes.begin < end) {
      end = std::max(end, places[j++].bytes.end);
    }
    if (j == i + 1 && trace == nullptr) {  // alone, as nearly all are
      kept->push_back(std::move((*found)[places[i++].index]));
      continue;
    }
    rivals.clear();
    for (; i < j; ++i) rivals.push_back(std::move((*found)[places[i].index]));
    Settle(&rivals, kept, trace);
  }
  found->clear();
}

}  // namespace factline
