// Roles: what a word or phrase of the lexicons can be in a sentence.
//
// A lexicon file names its role in its head ("#! role=currency"); a token found
// in it carries the role's bit.  A sentence knows the union of its roles, so a
// kind of fact whose trigger is absent costs one AND.  At most 64.

#ifndef FACTLINE_EXTRACTORS_ROLE_H_
#define FACTLINE_EXTRACTORS_ROLE_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace factline {

// One role a line, so that adding one changes one line.
// clang-format off
#define FACTLINE_ROLES(X) \
  /* number/ */ \
  X(cardinal)     /* "three", "ninety" */ \
  X(ordinal)      /* "third", "ninetieth" */ \
  X(scale)        /* "million", "bn", "dozen" */ \
  X(fraction)     /* "half", "½" */ \
  X(vague)        /* "several", "a few" */ \
  X(modifier)     /* "more than", "about", "or so" */ \
  X(change)       /* "rose", "cut", "fell": "from 5 to 7" after one is no range */ \
  /* money/ */ \
  X(currency)     /* "dollars", "US$", "EUR", "pence" */ \
  X(dollar_cue)   /* "Centrelink", "RCMP": of a country with a dollar of its own */ \
  X(payment)      /* "paid", "cost", "fine": where these are, a "pound" is money */ \
  X(outlay)       /* "spent", "cost": millions after it are money */ \
  X(weighing)     /* "weighs", "lb": where these are, it is not */ \
  X(rate)         /* "barrel", "share", "head": what a price is counted by */ \
  /* percent/ */ \
  X(percent)      /* "%", "per cent", "basis points" */ \
  /* quantity/ */ \
  X(unit)         /* "km", "barrels", "years" */ \
  X(label)        /* what names its number: "Section", "Flight", "No." */ \
  /* time/ */ \
  X(month)        /* "March", "Sept" */ \
  X(weekday)      /* "Friday" */ \
  X(season)       /* "summer" */ \
  X(time_unit)    /* "year", "decades", "quarter" */ \
  X(time_word)    /* "yesterday", "last", "ago", "fiscal" */ \
  X(holiday)      /* "Christmas", "Victory Day" */ \
  X(deictic_day)  /* "today", "yesterday", "tonight" */ \
  X(tense)        /* "will", "was", "scheduled": words that place a verb in time */ \
  /* country/ */ \
  X(country)      /* names, demonyms, abbreviations of countries */ \
  X(not_country)  /* longer names a country word belongs to: "New Mexico" */ \
  X(country_cue)  /* words that tell which namesake is meant: "Tbilisi" */ \
  /* names/ */ \
  X(first_name) \
  X(surname) \
  X(title)           /* "President", "Mr", "Gen." */ \
  X(company_suffix)  /* "Inc", "plc" */ \
  X(organization)    /* names of organisations, agencies, media, teams */ \
  X(organization_head) /* "Ministry", "Bank", "University" */ \
  X(place)           /* cities, regions, rivers */ \
  X(place_head)      /* "River", "Mount", "Square" */ \
  X(name_particle)   /* "van", "bin", "de la" */ \
  X(speech_verb)     /* "said", "told", "announced"; those with a class: attribution/ */ \
  X(occupation)      /* "spokesman", "analyst" */ \
  /* attribution/ */ \
  X(source_cue)      /* "according to", "as quoted by" */ \
  X(speaker)         /* "officials", "the ministry", "a study" */ \
  /* comparison/ */ \
  X(comparison)      /* "compared with", "up from" */ \
  X(not_name)        /* capitalised words that are no name: "Follow", "Photo" */ \
  /* words/ */ \
  X(determiner) \
  X(preposition) \
  X(pronoun) \
  X(conjunction) \
  X(auxiliary) \
  X(verb)       /* what can be nothing but a finite form or an infinitive */ \
  X(adverb) \
  X(adjective) \
  X(noun)       /* in the singular */ \
  X(plural)     /* nouns in the plural: "soldiers", "people" */ \
  X(place_noun) /* "city", "outskirts": "in the city of Oslo" */ \
  X(participle) /* "killed", "running": verb or modifier */ \
  /* names/ */ \
  X(eponym_head) /* "disease", "theorem": what is called after a person */ \
  X(postal_code) /* "TX", "OR": states where an address or a member's seat has them */ \
  X(file_extension) /* "pdf", "xls": the tail of a file's name */ \
  X(scholar)        /* "meteorologists": those who know of something or hold to it */

// clang-format on

enum class Role : uint8_t {
#define X(name) name,
  FACTLINE_ROLES(X)
#undef X
      kCount
};
static_assert(static_cast<int>(Role::kCount) <= 64);

using RoleSet = uint64_t;

constexpr RoleSet Bit(Role role) { return RoleSet{1} << static_cast<int>(role); }

template <typename... Roles>
constexpr RoleSet Bits(Roles... roles) {
  return (Bit(roles) | ... | RoleSet{0});
}

std::string_view Name(Role role);
std::optional<Role> RoleNamed(std::string_view name);

}  // namespace factline
#endif  // FACTLINE_EXTRACTORS_ROLE_H_
