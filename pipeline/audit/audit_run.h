// An audit of an archive: every article against itself and against those before.

#ifndef FACTLINE_PIPELINE_AUDIT_AUDIT_RUN_H_
#define FACTLINE_PIPELINE_AUDIT_AUDIT_RUN_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "corpus/archive_reader.h"
#include "pipeline/audit/article_audit.h"
#include "pipeline/engine.h"

namespace factline {

struct AuditRunOptions {
  std::vector<std::string> inputs;
  InputFormat from = InputFormat::kAuto;
  Limits limits;
  KeyMap keys;
  AuditOptions audit;
  // Measures remembered from one article to later ones: about 1 KB each.
  size_t window = 50'000;
  float min_confidence = 0;
  std::function<bool()> stopped;
  std::function<void(const Reject&)> on_reject;
};

struct AuditCounts {
  uint64_t read = 0;
  uint64_t audited = 0;
  uint64_t rejected = 0;
  uint64_t checks = 0;
};

// Gives every check to `found`, in the order of the input; the same for the same
// input.  Memory is bounded by the window.
AuditCounts AuditArchive(const Engine& engine, const ExchangeRates& rates,
                         const AuditRunOptions& options,
                         const std::function<void(const Check&)>& found);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_AUDIT_AUDIT_RUN_H_
