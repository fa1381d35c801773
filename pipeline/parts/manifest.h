// The manifest of a run: what was run on what, and what came out.
//
// Written last, so that where it is, all is.  Holds no clock, no host and no
// path but the inputs as they were named: the same run gives the same bytes.

#ifndef FACTLINE_PIPELINE_PARTS_MANIFEST_H_
#define FACTLINE_PIPELINE_PARTS_MANIFEST_H_

#include <string>
#include <vector>

#include "pipeline/parts/inventory.h"
#include "pipeline/parts/parts_run.h"

namespace factline {

// What decides the bytes of every part, as JSON: version, lexicon, model,
// options, inputs.  Not what does not: jobs, shards.
std::string ConfigJson(const Engine& engine, const PartsOptions& options,
                       const std::vector<InventoryFile>& inputs,
                       const std::vector<InventoryFile>& tables);

// manifest.json: the config, the counts, every part with its SHA-256.
std::string ManifestJson(const std::string& config_json, const Journal& journal,
                         const RunCounts& counts);

// datapackage.json: the parts as one resource (Frictionless Data Package).
std::string DataPackageJson(const Journal& journal);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PARTS_MANIFEST_H_
