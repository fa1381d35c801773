// A Verifier checks records against the articles they speak of, without trusting
// anything but the text: what an auditor does with a number.
//
//   slice      article.text[start:end] is the record's text
//   bytes      the same span in bytes of the UTF-8 text
//   sentence   stands where it says, and the fact lies in it
//   links      each link and cue stands where it says
//   sha256     is that of an article given, and the article's id agrees
//
// Holds every article in memory.  Not for two threads.

#ifndef FACTLINE_PIPELINE_VERIFY_H_
#define FACTLINE_PIPELINE_VERIFY_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "corpus/stored_record.h"
#include "corpus/text/char_index.h"
#include "schemas/article.h"

namespace factline {

class Verifier {
 public:
  // Copies what it needs of `article`.
  void AddArticle(const Article& article);

  // Empty where everything agrees, else what does not, in one line.
  std::string Check(const StoredRecord& record) const;

  size_t articles() const { return texts_.size(); }

 private:
  struct Text {
    explicit Text(std::string_view given) : text(given), chars(text) {}
    std::string text;
    CharIndex chars;
    std::set<std::string> ids;  // of all articles with this text
  };
  std::map<std::string, std::unique_ptr<Text>> texts_;  // by sha256
};

}  // namespace factline
#endif  // FACTLINE_PIPELINE_VERIFY_H_
