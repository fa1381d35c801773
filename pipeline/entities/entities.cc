// Full names come first, wherever they stand: "Putin" in a headline is the Vladimir
// Putin of the story.  What is left is matched to them by family name, by first name
// (as in Korean), or by a name in between; of namesakes the title decides, else the
// one named last.  Two given names that differ are two people.

#include "pipeline/entities/entities.h"

#include <algorithm>

#include "extractors/names/name_list.h"

namespace factline {
namespace {

NameValue& NameOf(Mention* m) { return std::get<NameValue>(m->value); }
const NameValue& NameOf(const Mention& m) { return std::get<NameValue>(m.value); }

// `text` with each stretch of white space as one blank.
std::string_view OneLine(const Reading& reading, std::string_view text) {
  bool plain = true;
  for (size_t i = 0; i < text.size(); ++i) {
    bool space = static_cast<unsigned char>(text[i]) <= ' ';
    plain &= !space || (text[i] == ' ' && i + 1 < text.size() && text[i + 1] > ' ');
  }
  if (plain) return text;
  char* out = reading.arena().Allocate(text.size());
  size_t n = 0;
  for (char c : text) {
    bool space = static_cast<unsigned char>(c) <= ' ';
    if (space && n > 0 && out[n - 1] == ' ') continue;
    out[n++] = space ? ' ' : c;
  }
  return {out, n};
}

// Whether the name is written in capitals throughout.
bool IsUpper(const Reading& reading, const NameWords& words) {
  for (const NameWords::Word& word : words.all()) {
    if (reading.token(word.token).shape == Shape::kCapital && !word.initial) return false;
  }
  return true;
}

}  // namespace

void EntityReader::Read(const Reading& reading, std::vector<Mention>* mentions) {
  entities_.clear();
  entity_of_.assign(mentions->size(), kNone);
  for (KeyIndex* index : {&people_, &organizations_, &endings_, &openings_, &initials_, &rows_}) {
    index->Clear();
  }
  JoinPeople(reading, *mentions);
  JoinOrganizations(reading, *mentions);
  Publish(reading, mentions);
}

uint32_t EntityReader::NewEntity(const Reading& reading, FactType type, const NameWords& words,
                                 const std::vector<Mention>& mentions, uint32_t mention) {
  uint32_t entity = static_cast<uint32_t>(entities_.size());
  Entity& e = entities_.emplace_back();
  e.type = type;
  e.words = words;
  e.fullest = mention;
  entity_of_[mention] = entity;
  TakeTitle(reading, mentions[mention], &e);
  TakeId(mentions[mention], &e);
  return entity;
}

void EntityReader::TakeTitle(const Reading& reading, const Mention& m, Entity* entity) {
  const NameValue& name = NameOf(m);
  if (name.title.empty() || entity->office) return;
  bool office = m.rows[0] != UINT32_MAX &&
                reading.lexicon().row(m.rows[0])["kind"] != std::string_view("honorific");
  if (!entity->title.empty() && !office) return;
  entity->title = name.title;
  entity->office = office;
}

// Of two ids the first stands: a list that gives one entity two is of two minds.
void EntityReader::TakeId(const Mention& m, Entity* entity) {
  const NameValue& name = NameOf(m);
  if (name.id.empty() || !entity->id.empty()) return;
  entity->id = name.id;
  if (m.rule == kListedRule) entity->name = name.name;
}

void EntityReader::Join(const Reading& reading, const std::vector<Mention>& mentions,
                        uint32_t mention, const NameWords& words, uint32_t entity) {
  Entity& e = entities_[entity];
  entity_of_[mention] = entity;
  TakeTitle(reading, mentions[mention], &e);
  TakeId(mentions[mention], &e);
  bool fuller =
      words.size() > e.words.size() ||
      (words.size() == e.words.size() && IsUpper(reading, e.words) && !IsUpper(reading, words));
  if (!fuller || (e.type == FactType::kOrganization && words.size() < 2)) return;
  e.words = words;
  e.fullest = mention;
}

// The person whose full name can be that of `words`, two words or more.
uint32_t EntityReader::PersonNamed(const NameWords& words) const {
  uint32_t found = kNone;
  auto visit = [&](uint32_t entity) {
    if (entities_[entity].words.size() < 2) return false;
    if (!CanBeOnePerson(entities_[entity].words, words)) return false;
    found = entity;
    return true;
  };
  people_.ForEach(words.back().key, visit);
  if (found == kNone && words.size() > 2) people_.ForEach(words[words.size() - 2].key, visit);
  return found;
}

// Of candidates_ the one that `m` means: the one with its title, else the one
// named last before it, else the first.
uint32_t EntityReader::Likeliest(const Mention& m, uint32_t mention) const {
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
  if (candidates_.size() == 1) return candidates_[0];
  if (candidates_.empty()) return kNone;
  const NameValue& name = NameOf(m);
  if (!name.title.empty()) {
    for (uint32_t entity : candidates_) {
      if (entities_[entity].title == name.title) return entity;
    }
  }
  // Namesakes are few and near: the search back ends soon.
  for (uint32_t k = mention; k-- > 0;) {
    if (std::find(candidates_.begin(), candidates_.end(), entity_of_[k]) != candidates_.end()) {
      return entity_of_[k];
    }
  }
  return candidates_[0];
}

// The person whom a short name means: by family name, else first name, else
// a name between.
uint32_t EntityReader::PersonCalled(const Mention& m, uint32_t mention,
                                    const NameWords& words) const {
  uint32_t key = words.back().key;
  for (int pass = 0; pass < 3; ++pass) {
    candidates_.clear();
    people_.ForEach(key, [&](uint32_t entity) {
      const NameWords& full = entities_[entity].words;
      bool fits = pass == 0   ? full.back().key == key
                  : pass == 1 ? full.front().key == key
                              : full.size() > 2;
      if (fits) candidates_.push_back(entity);
      return false;
    });
    if (!candidates_.empty()) return Likeliest(m, mention);
  }
  return kNone;
}

void EntityReader::JoinPeople(const Reading& reading, const std::vector<Mention>& mentions) {
  for (bool full : {true, false}) {
    for (uint32_t k = 0; k < mentions.size(); ++k) {
      const Mention& m = mentions[k];
      if (m.type != FactType::kPerson) continue;
      NameWords words = NameWords::OfPerson(reading, m.tokens);
      if (words.size() == 0 || (words.size() > 1) != full) continue;
      uint32_t entity = full ? PersonNamed(words) : PersonCalled(m, k, words);
      if (entity != kNone) {
        Join(reading, mentions, k, words, entity);
        continue;
      }
      entity = NewEntity(reading, FactType::kPerson, words, mentions, k);
      for (const NameWords::Word& word : words.all()) {
        if (!word.initial) people_.Add(word.key, entity);
      }
    }
  }
}

void EntityReader::Publish(const Reading& reading, std::vector<Mention>* mentions) {
  uint32_t next = 1;
  for (uint32_t k = 0; k < mentions->size(); ++k) {
    Mention& m = (*mentions)[k];
    if (entity_of_[k] == kNone) {
      if (m.type == FactType::kLocation) NameOf(&m).name = OneLine(reading, NameOf(m).name);
      continue;
    }
    Entity& entity = entities_[entity_of_[k]];
    if (entity.number == 0) entity.number = next++;
    NameValue& value = NameOf(&m);
    std::string_view fullest = reading.document().Text((*mentions)[entity.fullest].bytes);
    bool given = entity.name.size() > fullest.size();
    value.name = OneLine(reading, given ? entity.name : fullest);
    value.id = entity.id;
    if (value.title.empty() || entity.office) value.title = entity.title;
    if (!value.title.empty()) {
      value.title = OneLine(reading, value.title);
    }
    value.acronym = entity.acronym;
    value.entity = entity.number;
  }
}

}  // namespace factline
