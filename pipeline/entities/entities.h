// Whole-article reading of names: what only the rest of the article can tell.
//
// "Putin" is Vladimir Putin, "SIPRI" the institute named before, "Mr Smith" the
// Smith named last.  Each person and organization gets a number, the same for all
// its mentions, and its mentions the fullest name that the article gives it.
//
//   EntityReader entities;
//   entities.Read(reading, &mentions);

#ifndef FACTLINE_PIPELINE_ENTITIES_ENTITIES_H_
#define FACTLINE_PIPELINE_ENTITIES_ENTITIES_H_

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "pipeline/entities/key_index.h"
#include "pipeline/entities/name_words.h"

namespace factline {

// One thread's memory, reused from article to article.
class EntityReader {
 public:
  // Fills name, title, acronym and entity of the people and organizations among
  // `*mentions`, which are in order of place and do not overlap.  Entities count
  // from 1 in order of first mention.  Strings that are made live in the reading's
  // arena.  Linear in the mentions but for namesakes.
  void Read(const Reading& reading, std::vector<Mention>* mentions);

 private:
  struct Entity {
    FactType type = FactType::kPerson;
    NameWords words;       // of the fullest name so far
    uint32_t fullest = 0;  // its mention
    std::string_view title;
    bool office = false;  // the title is one, not "Mr"
    std::string_view acronym;
    std::string_view id;  // the user's, and the name the user gives with it
    std::string_view name;
    uint32_t number = 0;
  };

  static constexpr uint32_t kNone = UINT32_MAX;

  uint32_t NewEntity(const Reading& reading, FactType type, const NameWords& words,
                     const std::vector<Mention>& mentions, uint32_t mention);
  void Join(const Reading& reading, const std::vector<Mention>& mentions, uint32_t mention,
            const NameWords& words, uint32_t entity);
  void TakeTitle(const Reading& reading, const Mention& m, Entity* entity);

  static void TakeId(const Mention& m, Entity* entity);

  void JoinPeople(const Reading& reading, const std::vector<Mention>& mentions);
  uint32_t PersonNamed(const NameWords& words) const;
  uint32_t PersonCalled(const Mention& m, uint32_t mention, const NameWords& words) const;
  uint32_t Likeliest(const Mention& m, uint32_t mention) const;

  void JoinOrganizations(const Reading& reading, const std::vector<Mention>& mentions);
  uint32_t OrganizationNamed(const Reading& reading, const Mention& m,
                             const NameWords& words) const;
  uint32_t Abbreviated(const Reading& reading, const std::vector<Mention>& mentions,
                       uint32_t mention, const NameWords& words) const;
  uint32_t Longer(const Reading& reading, const NameWords& words) const;

  void Publish(const Reading& reading, std::vector<Mention>* mentions);

  std::vector<Entity> entities_;
  std::vector<uint32_t> entity_of_;  // by mention; kNone where it has none
  KeyIndex people_;                  // by each word of their names
  KeyIndex organizations_;           // by the whole name
  KeyIndex endings_;                 // organizations by what ends or begins their names
  KeyIndex openings_;                // organizations by their first word
  KeyIndex initials_;                // organizations by their initials
  KeyIndex rows_;                    // organizations by the lexicon line that knows them
  mutable std::vector<uint32_t> candidates_;
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_ENTITIES_ENTITIES_H_
