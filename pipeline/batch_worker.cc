#include "pipeline/batch_worker.h"

namespace factline {
namespace {

constexpr size_t kKeptRoom = 16 << 20;  // output of a batch beyond which its memory is given back

}  // namespace

BatchWorker::BatchWorker(const Engine& engine, const RunOptions& options)
    : analyzer_(engine),
      parser_(options.limits, options.keys),
      unique_(options.unique),
      wanted_(options.wanted),
      writer_(NewRecordWriter(options.to, options.writer)) {}

void BatchWorker::Do(Work* work) {
  if (work->records.capacity() > kKeptRoom) std::string().swap(work->records);
  work->records.clear();
  work->rejects.clear();
  work->pieces.clear();
  work->counts = RunCounts();
  for (const RawRecord& record : work->batch.records) {
    Piece& piece = work->pieces.emplace_back();
    piece.skipped = wanted_ && !wanted_(work->first + work->pieces.size() - 1, record.locator);
    piece.reprint = unique_ && record.reprint;
    if (!piece.skipped && !piece.reprint) Read(record, work, &piece);
    work->counts.Count(piece);
    piece.records_end = work->records.size();
  }
}

void BatchWorker::Read(const RawRecord& record, Work* work, Piece* piece) {
  RecordBatch& batch = work->batch;
  Article article;
  piece->reason = parser_.Parse(batch, record, &article);
  article.group = record.group;
  if (piece->reason != RejectReason::kNone) {
    Reject reject = parser_.RejectOf(batch, record, article, piece->reason);
    reject.id = batch.names.Keep(reject.id);  // the parser forgets them
    reject.detail = batch.names.Keep(reject.detail);
    work->rejects.push_back(reject);
  } else {
    const ArticleFacts& read = analyzer_.Analyze(article);
    writer_->Append(read, &work->records);
    piece->facts = static_cast<uint32_t>(read.facts.size());
    piece->text_bytes = static_cast<uint32_t>(article.text.size());
  }
}

}  // namespace factline
