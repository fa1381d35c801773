#include "tools/score_report.h"

#include <algorithm>
#include <cstdio>

#include "schemas/terminal_text.h"

namespace factline {

void PrintJson(const std::map<std::string, AccuracyFigures>& all) {
  const char* separator = "{";
  for (const auto& [type, f] : all) {
    std::printf("%s\"%s\": {\"gold\": %u, \"pred\": %u", separator, type.c_str(), f.gold, f.found);
    std::printf(", \"exact\": [%.4f, %.4f, %.4f]", f.exact.precision, f.exact.recall, f.exact.f1);
    std::printf(", \"overlap\": [%.4f, %.4f, %.4f]", f.overlap.precision, f.overlap.recall,
                f.overlap.f1);
    if (f.has_value) std::printf(", \"value\": %.4f", f.value);
    if (!f.has_value) std::printf(", \"value\": null");
    std::printf(", \"both\": %.4f}", f.both.f1);
    separator = ", ";
  }
  std::printf("%s\n", all.empty() ? "{}" : "}");
}

void PrintTable(const std::map<std::string, AccuracyFigures>& all) {
  std::printf("%-14s%7s%7s   %-24s%-24s%7s%9s\n", "type", "gold", "found", "exact P / R / F1",
              "overlap P / R / F1", "value", "both F1");
  for (const auto& [type, f] : all) {
    std::printf("%-14s%7u%7u   %.3f / %.3f / %.3f   %.3f / %.3f / %.3f   ", type.c_str(), f.gold,
                f.found, f.exact.precision, f.exact.recall, f.exact.f1, f.overlap.precision,
                f.overlap.recall, f.overlap.f1);
    if (f.has_value) std::printf("%7.3f%9.3f\n", f.value, f.both.f1);
    if (!f.has_value) std::printf("%7s%9.3f\n", "-", f.both.f1);
  }
}

void PrintMistakes(const Accuracy& accuracy, size_t show) {
  for (const auto& [what, rows] : accuracy.mistakes()) {
    std::printf("\n%s (%zu)\n", what.c_str(), rows.size());
    for (size_t i = 0; i < std::min(show, rows.size()); ++i) {
      std::printf("  %s\n", TerminalText(rows[i]).c_str());
    }
  }
}

}  // namespace factline
