// People, organizations and places: the tagger and the rules of form propose
// candidates with a confidence, and of those that overlap the best stay.

#include "extractors/names/names.h"

#include <algorithm>

#include "extractors/names/acronyms.h"
#include "extractors/names/candidate.h"
#include "extractors/names/enumerations.h"
#include "extractors/names/name_list.h"
#include "extractors/names/organizations.h"
#include "extractors/names/places.h"
#include "extractors/names/spans.h"
#include "extractors/names/tagger.h"

namespace factline {
namespace {

class NamesExtractor : public Extractor {
 public:
  NamesExtractor(const Lexicon& lexicon, const NameList* listed)
      : listed_(listed),
        tagger_(tagger::Model::Shipped()),
        organizations_(lexicon),
        spans_(lexicon),
        lower_titles_(lexicon, Role::title, "kind", "lower"),
        suffixes_(lexicon, Role::title, "kind", "suffix") {}

  std::string_view name() const override { return "names"; }

  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    thread_local std::vector<TaggedName> tagged;
    thread_local std::vector<Candidate> candidates, names;
    tagger_.Tag(reading, &tagged);
    names.clear();
    auto next = tagged.begin();
    const auto& sentences = reading.document().sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      candidates.clear();
      organizations_.Append(reading, s, &candidates);
      spans_.AppendHyphenated(reading, sentences[s], &candidates);
      if (reading.RolesOf(s) & Bit(Role::title)) {
        spans_.AppendCapitals(reading, sentences[s], &candidates);
      }
      if (reading.RolesOf(s) & Bit(Role::postal_code)) {
        AppendPostalPlaces(reading, sentences[s].tokens, &candidates);
      }
      bool ruled = !candidates.empty();
      for (; next != tagged.end() && next->tokens.begin < sentences[s].tokens.end; ++next) {
        candidates.push_back(
            {FactTypeOf(next->type), next->tokens, next->probability, "names.tagger"});
      }
      if (ruled) KeepBest(&candidates);
      names.insert(names.end(), candidates.begin(), candidates.end());
    }
    spans_.Mend(reading, &names);
    AgreeInEnumerations(reading, &names);
    DropAcronymsOfOthers(reading, &names);
    if (listed_ != nullptr) PutListed(reading, &names);
    for (const Candidate& c : names) found->push_back(MentionOf(reading, c));
  }

 private:
  // Puts the user's names in the place of all that they overlap.
  void PutListed(const Reading& reading, std::vector<Candidate>* names) const {
    thread_local std::vector<Candidate> listed;
    listed.clear();
    for (const Sentence& sentence : reading.document().sentences) {
      listed_->Append(reading, sentence.tokens, &listed);
    }
    auto hidden = [&](const Candidate& name) {
      auto after = std::partition_point(listed.begin(), listed.end(), [&](const Candidate& l) {
        return l.tokens.end <= name.tokens.begin;
      });
      return after != listed.end() && after->tokens.Overlaps(name.tokens);
    };
    names->erase(std::remove_if(names->begin(), names->end(), hidden), names->end());
    names->insert(names->end(), listed.begin(), listed.end());
    SortByPlace(names);
  }

  Mention MentionOf(const Reading& reading, const Candidate& c) const {
    const Document& document = reading.document();
    Mention m;
    m.type = c.type;
    m.tokens = c.tokens;
    m.bytes = document.BytesOf(c.tokens.begin, c.tokens.end);
    m.confidence = c.confidence;
    m.rule = c.rule;
    NameValue value;
    value.name = document.Text(m.bytes);
    bool listed = c.rule == kListedRule;
    if (listed) {
      LexiconRow row = listed_->lexicon().row(c.row);
      value.id = row["id"];
      value.iso = row["iso"];
      if (!row["name"].empty()) value.name = row["name"];
    } else if (c.row != UINT32_MAX) {
      m.Because(reading.lexicon().row(c.row));
      if (c.type == FactType::kLocation) value.iso = reading.lexicon().row(c.row)["iso"];
    }
    if (c.type == FactType::kPerson) AddTitle(reading, &m, &value);
    if (c.type == FactType::kLocation && value.iso.empty() && !listed)
      AddCountry(reading, &m, &value);
    m.value = value;
    return m;
  }

  // "President" in "US President Joe Biden"; written small, it is no title.
  void AddTitle(const Reading& reading, Mention* m, NameValue* value) const {
    Sense title = reading.Before(m->tokens.begin, Role::title, 5);
    if (!title || lower_titles_[title.row] || suffixes_[title.row]) return;
    uint32_t begin = m->tokens.begin - title.tokens;
    value->title = reading.document().Text(reading.document().BytesOf(begin, m->tokens.begin));
    m->Because(title.row);
  }

  static void AddCountry(const Reading& reading, Mention* m, NameValue* value) {
    Sense place = reading.At(m->tokens.begin, Role::place);
    if (!place || place.tokens != m->tokens.size()) return;
    value->iso = place.row["iso"];
    m->Because(place.row);
  }

  const NameList* listed_;  // null where there is none
  NameTagger tagger_;
  OrganizationRules organizations_;
  SpanRules spans_;
  RowMarks lower_titles_;
  RowMarks suffixes_;
};

}  // namespace

std::unique_ptr<Extractor> NewNamesExtractor(const Lexicon& lexicon, const NameList* listed) {
  return std::make_unique<NamesExtractor>(lexicon, listed);
}

}  // namespace factline
