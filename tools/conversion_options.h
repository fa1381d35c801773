// The options that turn sums into one currency: --convert and --rates.

#ifndef FACTLINE_TOOLS_CONVERSION_OPTIONS_H_
#define FACTLINE_TOOLS_CONVERSION_OPTIONS_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/engine.h"

namespace CLI {
class App;
}

namespace factline {

struct ConversionOptions {
  std::string currency;             // empty: no conversion
  std::vector<std::string> tables;  // the user's own rates, CSV

  // What an Engine needs of this.  An error where a table cannot be read or no
  // rate of the currency is known.  Valid as long as these options.
  Result<EngineOptions> Open();

  // These options as a run's manifest names them.
  std::vector<std::pair<std::string, std::string>> Settings() const;

 private:
  std::optional<ExchangeRates> rates_;
};

// Adds --convert and --rates; `options` must live until the command line has
// been parsed.
void AddConversionOptions(CLI::App* command, ConversionOptions* options);

}  // namespace factline
#endif  // FACTLINE_TOOLS_CONVERSION_OPTIONS_H_
