// A folder of documents for brat, filled with what BratWriter writes:
//
//   annotation.conf, tools.conf        what the annotations are
//   000001-ID.txt, 000001-ID.ann, …    an article each, in the order of the input
//
// The folder appears whole or not at all: it is filled under a temporary name
// beside it and renamed at the end.

#ifndef FACTLINE_PIPELINE_BRAT_FOLDER_H_
#define FACTLINE_PIPELINE_BRAT_FOLDER_H_

#include <memory>
#include <string>

#include "pipeline/byte_sink.h"

namespace factline {

// A sink that takes whole articles at a time.  An error where `path` is there
// already and is not an empty folder.
Result<std::unique_ptr<ByteSink>> OpenBratFolder(const std::string& path);

}  // namespace factline
#endif  // FACTLINE_PIPELINE_BRAT_FOLDER_H_
