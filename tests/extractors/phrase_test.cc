#include "extractors/phrase.h"

#include <gtest/gtest.h>

namespace factline {
namespace {

// Reads one sentence and finds words in it.
class Sample {
 public:
  explicit Sample(std::string text) : text_(std::move(text)), reading_(Lexicon::Shipped()) {
    article_.text = text_;
    reading_.Read(article_);
  }
  uint32_t At(std::string_view word) const {
    for (uint32_t i = 0; i < reading_.size(); ++i) {
      if (reading_.Text(i) == word) return i;
    }
    ADD_FAILURE() << word << " does not stand in the sample";
    return 0;
  }
  std::string Text(const Span& tokens) const {
    if (tokens.end <= tokens.begin) return "";
    return std::string(
        reading_.document().Text(reading_.document().BytesOf(tokens.begin, tokens.end)));
  }
  std::string NounPhraseFrom(std::string_view word, bool counted = false) const {
    return Text(NounPhraseAt(reading_, At(word), reading_.size(), counted).tokens);
  }
  std::string NounPhraseUpTo(std::string_view word) const {
    return Text(NounPhraseBefore(reading_, At(word) + 1, 0).tokens);
  }
  VerbGroup VerbsFrom(std::string_view word) const {
    return VerbGroupAt(reading_, At(word), reading_.size());
  }
  std::string ClauseOf(std::string_view word) const {
    return Text(ClauseAround(reading_, At(word)));
  }
  const Reading& reading() const { return reading_; }

 private:
  std::string text_;
  Article article_;
  Reading reading_;
};

struct Row {
  const char* text;
  const char* from;
  const char* phrase;
};

TEST(NounPhrase, ReachesFromTheDeterminerToTheHead) {
  for (const Row& row : {
           Row{"They saw the two oldest prisons in the land.", "the", "the two oldest prisons"},
           Row{"The army lost thirty MiG-29 fighters at sea.", "thirty", "thirty MiG-29 fighters"},
           Row{"He spoke of severely injured passengers there.", "severely",
               "severely injured passengers"},
           Row{"Police found vehicle-borne bombs near it.", "vehicle", "vehicle-borne bombs"},
           Row{"They read the minister's long letter aloud.", "the", "the minister's long letter"},
           Row{"A spokesman for the firm spoke.", "A", "A spokesman"},
           Row{"They met and talked.", "met", ""},
       }) {
    EXPECT_EQ(Sample(row.text).NounPhraseFrom(row.from), row.phrase) << row.text;
  }
}

TEST(NounPhrase, OfWhatIsCountedEndsWithItsPlural) {
  for (const Row& row : {
           Row{"Some three men armed with knives came.", "men", "men"},
           Row{"They met 20 security forces members there.", "security", "security forces members"},
           Row{"It bought 30 clean and quiet buses then.", "clean", "clean and quiet buses"},
           Row{"The raid killed 12 people Monday night.", "people", "people"},
       }) {
    EXPECT_EQ(Sample(row.text).NounPhraseFrom(row.from, true), row.phrase) << row.text;
  }
}

TEST(NounPhrase, IsReadBackwardsToo) {
  EXPECT_EQ(Sample("The sales of Russian arms rose.").NounPhraseUpTo("arms"), "Russian arms");
  EXPECT_EQ(Sample("Yesterday the army's two tanks left.").NounPhraseUpTo("tanks"),
            "the army's two tanks");
}

TEST(VerbGroup, TellsItsVerbAndVoice) {
  Sample sample("The jets had not yet been lost at sea.");
  VerbGroup group = sample.VerbsFrom("had");
  EXPECT_EQ(sample.Text(group.tokens), "had not yet been lost");
  EXPECT_EQ(sample.reading().Text(group.verb), "lost");
  EXPECT_TRUE(group.passive);
  EXPECT_TRUE(group.negated);
  EXPECT_FALSE(sample.VerbsFrom("jets"));
}

TEST(Clause, EndsAtSubordinateWordsAndAtNewVerbs) {
  Sample sample("Sales rose by a third, and the firm hired ten men because demand was strong.");
  EXPECT_EQ(sample.ClauseOf("rose"), "Sales rose by a third");
  EXPECT_EQ(sample.ClauseOf("strong"), "demand was strong");
}

}  // namespace
}  // namespace factline
