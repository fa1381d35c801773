// Rejects as people and programs read them.

#ifndef FACTLINE_PIPELINE_REJECTS_H_
#define FACTLINE_PIPELINE_REJECTS_H_

#include <string>

#include "corpus/reject.h"

namespace factline {

// Appends one line of the rejects file (docs/input.md):
//   {"file":"a.jsonl","line":7,"byte_offset":812,"reason":"invalid_json","detail":"…",
//    "id":"…","size":64,"sha256":"…","bytes":"base64 of at most 4 KiB"}
// and "rest":true where all that follows in the file could not be read either.
// Keys that have nothing to say are left out; a record that was too long to be
// kept has no sha256.
void AppendRejectJson(const Reject& reject, std::string* out);

// Appends the line for standard error, without a line feed:
//   a.jsonl:7: not JSON (…)
// Control characters of names are shown as "?", so that a terminal stays as it is.
void AppendRejectLine(const Reject& reject, std::string* out);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_REJECTS_H_
