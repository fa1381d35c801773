// What a run reads, file by file: so that a resumed run can tell whether it is
// still the same, and an auditor which bytes the facts came from.

#ifndef FACTLINE_PIPELINE_PARTS_INVENTORY_H_
#define FACTLINE_PIPELINE_PARTS_INVENTORY_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/parts/json_document.h"
#include "schemas/result.h"

namespace factline {

struct InventoryFile {
  std::string path;
  uint64_t bytes = 0;
  std::string sha256;  // of the bytes as they lie on the disk
  std::string error;   // why it could not be read; it becomes a reject
};

// Every file that `inputs` (files, folders, patterns) name, in the order in
// which a run reads them.  Reads them all once.  An error where one is standard
// input, which cannot be read twice.
Result<std::vector<InventoryFile>> TakeInventory(const std::vector<std::string>& inputs,
                                                 const std::function<bool()>& stopped);

// Adds the members that say what a file is.
void AddMembers(const InventoryFile& file, JsonDocument* json);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_PARTS_INVENTORY_H_
