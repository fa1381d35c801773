// Facts as W3C Web Annotations, one a line.
//
// The target names the words in three ways, so that it can be found again: code
// points (TextPositionSelector), bytes of the UTF-8 text (DataPositionSelector),
// and the words with those around them (TextQuoteSelector).  The prefix is at
// least 32 code points and long enough to make prefix and words unique in the
// article: readers that look at no more still find the right place.

#ifndef FACTLINE_SCHEMAS_WEB_ANNOTATION_H_
#define FACTLINE_SCHEMAS_WEB_ANNOTATION_H_

#include <string>

#include "schemas/record_writer.h"

namespace factline {

class WebAnnotationWriter : public RecordWriter {
 public:
  explicit WebAnnotationWriter(const RecordFilter& filter) : filter_(filter) {}

  void Append(const ArticleFacts& read, std::string* out) override;

 private:
  RecordFilter filter_;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_WEB_ANNOTATION_H_
