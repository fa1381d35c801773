// Fact records as CSV or TSV: one fact a row, the keys of RECORD.md as columns.
//
// CSV is RFC 4180 with LF line ends: a cell is quoted where it must be, a quote
// in it is doubled.  TSV has no quotes: tab, line feed, carriage return and
// backslash in a cell stand as \t, \n, \r, \\.  Column names are the record's
// keys with dots ("value.si.amount"); links are their JSON, and the text of the
// first link of a role stands in a column of that role's name.

#ifndef FACTLINE_SCHEMAS_FACT_CSV_H_
#define FACTLINE_SCHEMAS_FACT_CSV_H_

#include <string>
#include <string_view>
#include <vector>

#include "schemas/record_writer.h"

namespace factline {

class FactCsvWriter : public RecordWriter {
 public:
  enum class Style { kCsv, kTsv };

  FactCsvWriter(Style style, const RecordWriterOptions& options);

  std::string_view Head() const override { return head_; }
  void Append(const ArticleFacts& read, std::string* out) override;

  // The columns, in order.
  static std::vector<std::string_view> Columns();

 private:
  void AppendRow(const ArticleFacts& read, const Fact& fact, std::string* out);
  void AppendCell(std::string_view text, bool is_text, std::string* out) const;

  Style style_;
  RecordWriterOptions options_;
  std::string head_;
  std::vector<std::string> cells_;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_FACT_CSV_H_
