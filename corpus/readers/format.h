// The formats that archives come in: a file each in this folder, and a row each
// in formats.cc.
//
// A format is three answers:
//   recognise  is a file that begins with these bytes one of mine?    once a file
//   cut        where do its records end, as the bytes arrive?         one thread
//   parse      what does a record say, or why is it no article?       many threads
//
// To add one: readers/NAME.{h,cc} with the functions of its row (Recognises, a
// cutter, a parser; take another format's where they serve), a value of
// InputFormat, a row in formats.cc, NAME.cc in corpus/CMakeLists.txt.  Then the
// command line knows it, `--from NAME` asks for it, and every reader of archives
// reads it.  docs/input.md says what of it becomes an article; its tests are a
// whole file, one cut short and a hostile one.

#ifndef FACTLINE_CORPUS_READERS_FORMAT_H_
#define FACTLINE_CORPUS_READERS_FORMAT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_keys.h"
#include "corpus/input_window.h"
#include "corpus/limits.h"
#include "corpus/record_batch.h"
#include "corpus/reject.h"
#include "schemas/article.h"

namespace factline {

enum class InputFormat : uint8_t {
  kAuto,       // by the file's first bytes and its name
  kJsonLines,  // one JSON object a line
  kJson,       // an array of objects, or objects over several lines
  kCsv,        // a table with the names of its columns first, an article a row
  kTsv,        // the same with tabs
  kText,       // one article a file
  kHtml,       // one page a file
  kXml,        // feeds, NITF, NewsML-G2: an article an element
  kWarc,       // pages as a crawler stored them, or their text: WARC, WET, ARC
};
inline constexpr int kInputFormats = 9;

// Finds where the records of one file end.  A cutter follows its file from the
// first byte to the last and keeps what it must know of what has passed.
class RecordCutter {
 public:
  virtual ~RecordCutter() = default;

  // Takes, skips and rejects of `*window` all that ends in what has arrived.
  // Called after every block of a hundred kilobytes or so, never per record.
  // What is left is there again in the next call, first.
  virtual void Cut(InputWindow* window) = 0;

  // The file has ended: what is left in `*window`, if it is anything, is the last
  // record, whole or cut short.
  virtual void Finish(InputWindow* window) = 0;

  // The line on which the bytes left begin: the place of a file's failure.
  virtual uint64_t line() const = 0;
};

// Reads records of one format.  One a thread.
class ArticleParser {
 public:
  virtual ~ArticleParser() = default;

  // Reads `record`, which stands as `bytes`, into `*article`, or returns why it is
  // none; `*article` then holds what could be read (the id, where known).  Its
  // views live until the next call or as long as the batch, whichever is shorter.
  // REQUIRES: JsonLineParser::kLookAhead readable bytes behind `bytes`.
  virtual RejectReason Parse(const RawRecord& record, std::string_view bytes, const Limits& limits,
                             Article* article) = 0;

  // What the last call's failure was exactly; may be empty.
  virtual std::string_view detail() const { return {}; }
};

struct FormatRow {
  InputFormat format;
  std::string_view name;     // for --from
  std::string_view endings;  // of file names, with a blank between them
  // Whether a file with these first bytes (4 KiB, or all of it) is one.  Null: only
  // the name tells.
  bool (*recognises)(std::string_view head);
  // Nothing else begins like this: asked before any name.
  bool certain;
  // A file is one article: without an id it is called by the file's name alone.
  bool whole_file;
  std::unique_ptr<RecordCutter> (*new_cutter)();
  std::unique_ptr<ArticleParser> (*new_parser)(const KeyMap& keys);
};

// The row of `format`, which is not kAuto.
const FormatRow& RowOf(InputFormat format);

// The format of the file `path`, which begins with `head`: what the bytes say for
// certain, else the name where only names tell, else what the bytes look like,
// else the name, else text.
InputFormat DetectFormat(std::string_view path, std::string_view head);

// The format of that name ("auto", "jsonl" …), or nothing; and all names.
std::optional<InputFormat> InputFormatNamed(std::string_view name);
std::vector<std::string> InputFormatNames();

}  // namespace factline
#endif  // FACTLINE_CORPUS_READERS_FORMAT_H_
