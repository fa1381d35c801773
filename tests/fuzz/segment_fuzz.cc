// Any text: tokens and sentences cover it in order, every offset agrees with a
// slow count, nothing but white space is left out.

#include "corpus/json_line.h"
#include "corpus/segment.h"
#include "tests/fuzz/promise.h"
#include "tests/slow_offsets.h"

using namespace factline;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static Document document;
  std::string text(reinterpret_cast<const char*>(bytes), size);
  if (!IsUtf8(text)) return 0;
  Segment(text, &document);
  std::string complaint = OffsetComplaint(document);
  if (!complaint.empty()) std::fprintf(stderr, "%s\n", complaint.c_str());
  PROMISE(complaint.empty());
  return 0;
}
