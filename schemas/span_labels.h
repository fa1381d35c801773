// Articles with their facts as labelled spans, one JSON object an article, for the
// tools in which people read and correct annotations.  Offsets are code points.
//
//   doccano       {"id","text","label":[[start,end,"MONEY"],…]}
//   displacy      {"text","ents":[{"start","end","label"},…],"title"}: spaCy's
//                 displacy.render(…, manual=True)
//   label-studio  one task a line; `jq -s .` makes the array that it imports.  Its
//                 labels are those of <Labels name="label" toName="text">

#ifndef FACTLINE_SCHEMAS_SPAN_LABELS_H_
#define FACTLINE_SCHEMAS_SPAN_LABELS_H_

#include <string>

#include "schemas/record_writer.h"

namespace factline {

// The label of a type: "MONEY".
std::string SpanLabel(FactType type);

class SpanLabelsWriter : public RecordWriter {
 public:
  enum class Style { kDoccano, kDisplacy, kLabelStudio };

  SpanLabelsWriter(Style style, const RecordFilter& filter) : style_(style), filter_(filter) {}

  // Appends one line, also for an article without facts.
  void Append(const ArticleFacts& read, std::string* out) override;

 private:
  void AppendSpans(const ArticleFacts& read, std::string* out) const;

  Style style_;
  RecordFilter filter_;
};

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_SPAN_LABELS_H_
