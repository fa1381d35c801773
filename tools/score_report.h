// The figures of `factline score` on standard output.

#ifndef FACTLINE_TOOLS_SCORE_REPORT_H_
#define FACTLINE_TOOLS_SCORE_REPORT_H_

#include <map>
#include <string>

#include "pipeline/accuracy.h"

namespace factline {

void PrintJson(const std::map<std::string, AccuracyFigures>& all);
void PrintTable(const std::map<std::string, AccuracyFigures>& all);

// Up to `show` mistakes of each sort.
void PrintMistakes(const Accuracy& accuracy, size_t show);

}  // namespace factline
#endif  // FACTLINE_TOOLS_SCORE_REPORT_H_
