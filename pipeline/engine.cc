#include "pipeline/engine.h"

#include <algorithm>

#include "corpus/text/digest.h"
#include "extractors/registry.h"
#include "pipeline/resolve.h"

namespace factline {
namespace {

// Stable for ever: the text, the span and the type, nothing else.
uint64_t IdOf(uint64_t text_hash, const Mention& m) {
  uint64_t key[3] = {text_hash, uint64_t{m.bytes.begin} << 32 | m.bytes.end,
                     static_cast<uint64_t>(m.type)};
  return Hash64({reinterpret_cast<const char*>(key), sizeof key});
}

// Finds the sentences of tokens that mostly come in order: a fact's sentence is the one
// of the fact before it, or a next.
class SentenceFinder {
 public:
  explicit SentenceFinder(const Document& document) : document_(document) {}

  uint32_t Of(uint32_t token) {
    const auto& sentences = document_.sentences;
    if (token < sentences[at_].tokens.begin) {
      at_ = document_.SentenceOf(token);
    } else {
      while (at_ + 1 < sentences.size() && sentences[at_ + 1].tokens.begin <= token) ++at_;
    }
    return at_;
  }

 private:
  const Document& document_;
  uint32_t at_ = 0;
};

// A fact has one source sentence.  What a kind read across a border is dropped,
// whatever the kind thought of it.
void DropAcrossSentences(const Document& document, std::vector<Mention>* found) {
  SentenceFinder finder(document);
  auto crosses = [&](const Mention& m) {
    const Sentence& sentence = document.sentences[finder.Of(m.tokens.begin)];
    return m.tokens.end > sentence.tokens.end || m.bytes.begin < sentence.bytes.begin ||
           m.bytes.end > sentence.bytes.end;
  };
  found->erase(std::remove_if(found->begin(), found->end(), crosses), found->end());
}

// Most mentions begin and end with their tokens.
Span CharsOf(const Document& document, const Mention& m) {
  if (m.tokens.begin >= m.tokens.end || m.tokens.end > document.tokens.size() ||
      document.BytesOf(m.tokens.begin, m.tokens.end) != m.bytes) {
    return document.CharsOf(m.bytes);
  }
  return {document.tokens[m.tokens.begin].char_begin, document.tokens[m.tokens.end - 1].char_end};
}

}  // namespace

Engine::Engine(const Lexicon& lexicon, EngineOptions options)
    : lexicon_(&lexicon),
      options_(std::move(options)),
      extractors_(AllExtractors(lexicon, options_.names)),
      link_words_(lexicon) {}

Analyzer::Analyzer(const Engine& engine)
    : engine_(engine), reading_(engine.lexicon()), linker_(engine.link_words()) {
  const EngineOptions& options = engine.options();
  if (!options.convert_to.empty()) converter_.emplace(*options.rates, options.convert_to);
}

const ArticleFacts& Analyzer::Analyze(const Article& article, Trace* trace) {
  reading_.Read(article);
  found_.clear();
  for (const auto& extractor : engine_.extractors()) extractor->Extract(reading_, &found_);
  DropAcrossSentences(reading_.document(), &found_);
  ResolveOverlaps(&found_, &kept_, trace);
  recurrences_.Mark(reading_, &kept_);
  DropAcrossSentences(reading_.document(), &kept_);
  entities_.Read(reading_, &kept_);
  Publish(article, kept_);
  linker_.Link(reading_, kept_, &facts_);
  if (converter_) converter_->Convert(article, &facts_);
  return result_;
}

void Analyzer::Publish(const Article& article, const std::vector<Mention>& kept) {
  const Document& document = reading_.document();
  sentences_.clear();
  for (const Sentence& s : document.sentences) sentences_.push_back({s.bytes, s.chars});
  uint64_t text_hash = Hash64(article.text);
  facts_.clear();
  SentenceFinder finder(document);
  for (const Mention& m : kept) {
    Fact& fact = facts_.emplace_back();
    fact.id = IdOf(text_hash, m);
    fact.type = m.type;
    fact.bytes = m.bytes;
    fact.chars = CharsOf(document, m);
    fact.sentence = finder.Of(m.tokens.begin);
    fact.confidence = m.confidence;
    fact.rule = m.rule;
    fact.value = m.value;
  }
  Sha256Hex(article.text, sha256_);
  result_.article = &article;
  result_.sha256 = {sha256_, sizeof sha256_};
  result_.sentences = sentences_;
  result_.facts = facts_;
}

}  // namespace factline
