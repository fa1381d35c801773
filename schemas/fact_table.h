// Fact records as a table for people: by article, each sentence beside its facts.
//
//   wire-07  2025-05-23  Meridian Wire  Copper exporter lifts its forecast
//     type   fact            value             said by     sentence
//     money  $3.2 billion    USD 3,200,000,000 Ana Duarte  Sales will reach $3.2 billion,
//     year   this year       2025                          chief executive Ana Duarte said …
//
// No character of an article reaches the terminal as a control.

#ifndef FACTLINE_SCHEMAS_FACT_TABLE_H_
#define FACTLINE_SCHEMAS_FACT_TABLE_H_

#include <string>
#include <vector>

#include "schemas/record_writer.h"
#include "schemas/terminal_text.h"

namespace factline {

class FactTableWriter : public RecordWriter {
 public:
  explicit FactTableWriter(const RecordWriterOptions& options);

  void Append(const ArticleFacts& read, std::string* out) override;

 private:
  void AppendHeading(const Article& article, std::string* out) const;
  void AppendSentence(const ArticleFacts& read, size_t first, size_t last, std::string* out) const;
  // The lines of one fact's cells, all but the sentence.
  void AppendCells(const std::vector<std::string>& cells, std::vector<std::string>* lines) const;

  RecordFilter filter_;
  Ink ink_;
  int width_;
  std::vector<int> columns_;  // widths of type, fact, value, said by
  int sentence_;              // width of the sentence, where it stands beside; else 0
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_FACT_TABLE_H_
