// People, organizations and places, by rules over capitalised runs: every rule
// proposes candidates with a confidence, and of those that overlap the best stay.

#include "extractors/names/names.h"

#include "extractors/names/candidate.h"
#include "extractors/names/capitals.h"
#include "extractors/names/organizations.h"
#include "extractors/names/people.h"
#include "extractors/names/places.h"
#include "extractors/names/tagger.h"
#include <cstdlib>

namespace factline {
namespace {

class NamesExtractor : public Extractor {
 public:
  explicit NamesExtractor(const Lexicon& lexicon)
      : capitals_(lexicon),
        people_(lexicon, capitals_),
        organizations_(lexicon, capitals_),
        places_(lexicon, capitals_), tagger_(tagger::Model::Shipped()) {}

  std::string_view name() const override { return "names"; }

  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    std::vector<Span> runs;
    std::vector<Candidate> candidates;
    thread_local std::vector<TaggedName> tagged;
    tagger_.Tag(reading, &tagged);
    size_t next_tagged = 0;
    static const bool rules = !getenv("NORULES"), use_tagger = !getenv("NOTAG");
    for (const Sentence& sentence : reading.document().sentences) {
      runs.clear();
      candidates.clear();
      capitals_.AppendRuns(reading, sentence, &runs);
      for (; next_tagged < tagged.size() && tagged[next_tagged].tokens.begin < sentence.tokens.end; ++next_tagged) {
        const TaggedName& t = tagged[next_tagged];
        if (use_tagger) candidates.push_back({FactTypeOf(t.type), t.tokens, t.probability, "names.tagger", {}, UINT32_MAX});
      }
      Casing casing = capitals_.CasingOf(reading, sentence);
      if (rules) for (const Span& run : runs) {
        people_.Append(reading, sentence, casing, run, &candidates);
        organizations_.Append(reading, sentence, casing, run, &candidates);
        places_.Append(reading, sentence, casing, run, &candidates);
      }
      KeepBest(&candidates);
      for (const Candidate& c : candidates) found->push_back(MentionOf(reading, c));
    }
  }

 private:
  static Mention MentionOf(const Reading& reading, const Candidate& c) {
    const Document& document = reading.document();
    Mention m;
    m.type = c.type;
    m.tokens = c.tokens;
    m.bytes = document.BytesOf(c.tokens.begin, c.tokens.end);
    m.confidence = c.confidence;
    m.rule = c.rule;
    NameValue value;
    value.name = document.Text(m.bytes);
    if (c.title.size() > 0)
      value.title = document.Text(document.BytesOf(c.title.begin, c.title.end));
    if (c.row != UINT32_MAX) {
      LexiconRow row = reading.lexicon().row(c.row);
      if (c.type == FactType::kLocation) value.iso = row["iso"];
      m.Because(row);
    }
    m.value = value;
    return m;
  }

  Capitals capitals_;
  PeopleRules people_;
  OrganizationRules organizations_;
  PlaceRules places_;
  NameTagger tagger_;
};

}  // namespace

std::unique_ptr<Extractor> NewNamesExtractor(const Lexicon& lexicon) {
  return std::make_unique<NamesExtractor>(lexicon);
}

}  // namespace factline
