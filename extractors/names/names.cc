#include "extractors/names/names.h"

#include "extractors/names/tagger.h"

namespace factline {
namespace {

class NamesExtractor : public Extractor {
 public:
  NamesExtractor() : tagger_(tagger::Model::Shipped()) {}

  std::string_view name() const override { return "names"; }

  void Extract(const Reading& reading, std::vector<Mention>* found) const override {
    thread_local std::vector<TaggedName> names;
    tagger_.Tag(reading, &names);
    for (const TaggedName& name : names) {
      Mention& mention = found->emplace_back();
      mention.type = FactTypeOf(name.type);
      mention.tokens = name.tokens;
      mention.bytes = reading.document().BytesOf(name.tokens.begin, name.tokens.end);
      mention.confidence = name.probability;
      mention.rule = "names.tagger";
      NameValue value;
      value.name = reading.document().Text(mention.bytes);
      mention.value = value;
    }
  }

 private:
  NameTagger tagger_;
};

}  // namespace

std::unique_ptr<Extractor> NewNamesExtractor(const Lexicon&) {
  return std::make_unique<NamesExtractor>();
}

}  // namespace factline
