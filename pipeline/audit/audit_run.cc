#include "pipeline/audit/audit_run.h"

#include "corpus/record_parser.h"
#include "pipeline/audit/same_measure.h"

namespace factline {
namespace {

class Auditor {
 public:
  Auditor(const Engine& engine, const ExchangeRates& rates, const AuditRunOptions& options,
          const std::function<void(const Check&)>& found)
      : rates_(rates),
        options_(options),
        found_(found),
        analyzer_(engine),
        parser_(options.limits, options.keys),
        index_(options.window) {}

  AuditCounts Run() {
    ArchiveReader reader(options_.inputs, options_.from, options_.limits, options_.stopped);
    RecordBatch batch;
    while (reader.Fill(&batch)) {
      for (const RawRecord& record : batch.records) Read(batch, record);
    }
    return counts_;
  }

 private:
  void Read(const RecordBatch& batch, const RawRecord& record) {
    Article article;
    ++counts_.read;
    RejectReason reason = parser_.Parse(batch, record, &article);
    if (reason != RejectReason::kNone) {
      ++counts_.rejected;
      if (options_.on_reject) options_.on_reject(parser_.RejectOf(batch, record, article, reason));
      return;
    }
    ++counts_.audited;
    const ArticleFacts& read = analyzer_.Analyze(article);
    checks_.clear();
    AuditArticle(read, rates_, options_.audit, &checks_, &measures_);
    index_.Add(read, measures_, &checks_);
    for (const Check& check : checks_) {
      if (check.confidence < options_.min_confidence) continue;
      ++counts_.checks;
      found_(check);
    }
  }

  const ExchangeRates& rates_;
  const AuditRunOptions& options_;
  const std::function<void(const Check&)>& found_;
  Analyzer analyzer_;
  RecordParser parser_;
  MeasureIndex index_;
  std::vector<Check> checks_;
  std::vector<Measure> measures_;
  AuditCounts counts_;
};

}  // namespace

AuditCounts AuditArchive(const Engine& engine, const ExchangeRates& rates,
                         const AuditRunOptions& options,
                         const std::function<void(const Check&)>& found) {
  return Auditor(engine, rates, options, found).Run();
}

}  // namespace factline
