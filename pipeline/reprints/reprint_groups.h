// The table of reprints that FindReprints wrote, followed by a run from row to row:
// it stands in the order of the input, so no more than one row is in memory.

#ifndef FACTLINE_PIPELINE_REPRINTS_REPRINT_GROUPS_H_
#define FACTLINE_PIPELINE_REPRINTS_REPRINT_GROUPS_H_

#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include "corpus/record_batch.h"
#include "schemas/result.h"

namespace factline {

class ReprintGroups {
 public:
  static constexpr std::string_view kHead =
      "record\torigin\tgroup\tid\tpublished\tfile\tbyte_offset\n";

  // The table at `path`.
  Status Open(const std::string& path);

  // Tells the records of `*batch`, the first of which is number `first` of the whole
  // input, of their groups.  Batches come in the order of the input.  False, and one
  // line in error(), where a row does not fit the record of its number: the table is
  // of other inputs.
  bool Mark(uint64_t first, RecordBatch* batch);
  const std::string& error() const { return error_; }

 private:
  bool Next();  // whether there is a row more, now in row_
  bool Fail(std::string_view why);

  struct Row {
    uint64_t record = 0, origin = 0, byte_offset = 0;
    std::string group, file;
  };
  std::string path_;
  std::ifstream in_;
  std::string line_;
  uint64_t lines_ = 1;
  Row row_;
  bool at_row_ = false;
  bool sound_ = true;  // no row so far that is none
  std::string error_;
};

// Appends a cell of the table: "\t", "\n", "\r" and "\\" for what would end one.
void AppendCell(std::string_view cell, std::string* out);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_REPRINTS_REPRINT_GROUPS_H_
