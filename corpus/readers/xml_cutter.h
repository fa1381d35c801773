// Cuts articles out of XML while it arrives: the outermost elements of certain
// names, wherever they stand.
//
// What stands before the first of them is kept and given to each as its header,
// so that it can be read in its surroundings, with their namespaces and the
// channel's title: XmlHeader.

#ifndef FACTLINE_CORPUS_READERS_XML_CUTTER_H_
#define FACTLINE_CORPUS_READERS_XML_CUTTER_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/format.h"

namespace factline {

// RawRecord::header of what this cutter cuts.
struct XmlHeader {
  std::string_view encoding;  // as declared; may be empty
  std::string_view before;    // "<rss …><channel><title>…</title>"
  std::string_view behind;    // "</channel></rss>"

  static XmlHeader Of(std::string_view header);
  std::string Joined() const;
};

// The parts that XML falls into, as they arrive.
class XmlTokens {
 public:
  enum class Kind : uint8_t {
    kText,         // characters, CDATA, comments
    kInstruction,  // <? … ?>
    kDeclaration,  // <!DOCTYPE … >
    kStart,
    kEmpty,  // <br/>
    kEnd,
  };

  // Whether `bytes`, which may have grown since the last call but not otherwise
  // changed, hold the next token whole; it is then token(), of kind().
  bool Next(std::string_view bytes);
  Kind kind() const { return kind_; }
  uint64_t begin() const { return begin_; }
  uint64_t end() const { return end_; }

  // The bytes up to `size` have been taken away.
  void Forget(uint64_t size) {
    begin_ -= std::min(begin_, size);
    end_ -= std::min(end_, size);
  }

 private:
  bool Found(Kind kind, uint64_t end);
  bool NextInMarkup(std::string_view bytes);
  bool NextTag(std::string_view bytes);
  bool NextDeclaration(std::string_view bytes);
  bool EndsAt(std::string_view bytes, size_t opener, std::string_view closer, Kind kind);

  Kind kind_ = Kind::kText;
  uint64_t begin_ = 0;
  uint64_t end_ = 0;
  uint64_t scanned_ = 0;  // behind end_, how far an unfinished token has been seen
  char quote_ = '\0';     // in which it stands there
  int brackets_ = 0;
};

class XmlCutter : public RecordCutter {
 public:
  // Takes as records the elements for whose local names `wanted` says so.
  explicit XmlCutter(bool (*wanted)(std::string_view name)) : wanted_(wanted) {}

  void Cut(InputWindow* window) override;
  void Finish(InputWindow* window) override;
  uint64_t line() const override { return inside_ ? record_line_ : line_; }

 private:
  struct Open {
    std::string name;  // qualified
    std::string tag;   // as it stands
  };

  void Outside(InputWindow* window, std::string_view token);
  void OutsideStart(InputWindow* window, std::string_view token);
  void OutsideEnd(InputWindow* window, std::string_view token);
  void Inside(InputWindow* window, std::string_view token);
  void BeginRecord(InputWindow* window, std::string_view name);
  void EndRecord(InputWindow* window);
  void Pass(InputWindow* window, std::string_view token);
  void Keep(std::string_view token);

  bool (*wanted_)(std::string_view name);
  XmlTokens tokens_;
  uint64_t line_ = 1;     // on which the bytes left begin
  uint64_t records_ = 0;  // begun so far

  // Outside of records.
  std::vector<Open> open_;
  std::string encoding_;
  std::string before_;       // what stands before the first record
  bool before_kept_ = true;  // it is not too long
  bool header_set_ = false;

  // Inside.
  bool inside_ = false;
  std::string record_name_;  // qualified
  uint64_t record_line_ = 0;
  int nested_ = 0;  // elements of the same name that are open in it
  int depth_ = 0;
  bool too_deep_ = false;
};

// The local name of the first element of a document that begins with `head`, or "".
std::string_view XmlRootName(std::string_view head);

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_XML_CUTTER_H_
