// Audits one article: do its figures agree with one another?
//
// Four questions: does an equivalent sum follow from the published rate of the
// day; does a percentage follow from the two amounts it compares; do the parts
// make up their total; is one thing given two different amounts.
// What cannot be decided is not flagged.

#ifndef FACTLINE_PIPELINE_AUDIT_ARTICLE_AUDIT_H_
#define FACTLINE_PIPELINE_AUDIT_ARTICLE_AUDIT_H_

#include <vector>

#include "pipeline/audit/check.h"
#include "pipeline/audit/measure.h"
#include "pipeline/exchange/rates.h"

namespace factline {

struct AuditOptions {
  double rate_tolerance = 0.03;  // of a day's rate; twice that of a month's, five times of a year's
};

// Appends what the figures of `read` say against one another.  `measures`
// receives the measure of each figure, for an audit across articles.
void AuditArticle(const ArticleFacts& read, const ExchangeRates& rates, const AuditOptions& options,
                  std::vector<Check>* checks, std::vector<Measure>* measures);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_AUDIT_ARTICLE_AUDIT_H_
