#include "pipeline/batch_worker.h"

namespace factline {
namespace {

constexpr size_t kKeptRoom = 16 << 20;  // output of a batch beyond which its memory is given back

}  // namespace

BatchWorker::BatchWorker(const Engine& engine, const RunOptions& options)
    : analyzer_(engine),
      parser_(options.limits),
      writer_(NewRecordWriter(options.to, options.writer)) {}

void BatchWorker::Do(Work* work) {
  if (work->records.capacity() > kKeptRoom) std::string().swap(work->records);
  work->records.clear();
  work->rejects.clear();
  work->counts = RunCounts();
  RecordBatch& batch = work->batch;
  for (const RawRecord& record : batch.records) {
    Article article;
    RejectReason reason = parser_.Parse(batch, record, &article);
    if (reason != RejectReason::kNone) {
      Reject reject = parser_.RejectOf(batch, record, article, reason);
      reject.id = batch.names.Keep(reject.id);  // the parser forgets it
      work->rejects.push_back(reject);
      ++work->counts.rejected;
      ++work->counts.by_reason[static_cast<size_t>(reason)];
      continue;
    }
    const ArticleFacts& read = analyzer_.Analyze(article);
    writer_->Append(read, &work->records);
    ++work->counts.extracted;
    work->counts.facts += read.facts.size();
    work->counts.text_bytes += article.text.size();
  }
}

}  // namespace factline
