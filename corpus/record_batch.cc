#include "corpus/record_batch.h"

namespace factline {
namespace {

constexpr uint64_t kKeptRoom = 2 << 20;  // a batch that grew beyond gives its memory back

}  // namespace

void RecordBatch::Clear() {
  if (bytes.size() > kKeptRoom) std::vector<char>().swap(bytes);
  used = 0;
  names.Clear();
  records.clear();
}

}  // namespace factline
