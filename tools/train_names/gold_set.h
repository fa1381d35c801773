// The marked articles that the tagger is trained on and measured with.

#ifndef FACTLINE_TOOLS_TRAIN_NAMES_GOLD_SET_H_
#define FACTLINE_TOOLS_TRAIN_NAMES_GOLD_SET_H_

#include <string>
#include <vector>

#include "corpus/gold_line.h"

namespace factline {

struct GoldSet {
  std::string name;    // "wikinews-marked": the file's name up to its first dot
  std::string sha256;  // of the file as it lies there
  float weight = 1;    // of its articles in training
  std::vector<GoldArticle> articles;
};

// Reads a file of gold lines, plain, gzip or zstd.  An error names the file and,
// where one is bad, the line.
Result<GoldSet> ReadGoldSet(const std::string& path, float weight);

}  // namespace factline
#endif  // FACTLINE_TOOLS_TRAIN_NAMES_GOLD_SET_H_
