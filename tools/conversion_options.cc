#include "tools/conversion_options.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <sstream>

namespace factline {

Result<EngineOptions> ConversionOptions::Open() {
  EngineOptions options;
  if (currency.empty()) return options;
  rates_ = ExchangeRates::Shipped();
  for (const std::string& path : tables) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{path + ": cannot be opened"};
    std::ostringstream csv;
    csv << in.rdbuf();
    if (auto added = rates_->Add(path, csv.str()); !added) return added.error();
  }
  if (!rates_->Knows(currency)) {
    return Error{"--convert " + currency +
                 ": no rates of this currency are known; give some with --rates"};
  }
  options.convert_to = currency;
  options.rates = &*rates_;
  return options;
}

std::vector<std::pair<std::string, std::string>> ConversionOptions::Settings() const {
  if (currency.empty()) return {};
  return {{"convert", currency}};
}

void AddConversionOptions(CLI::App* command, ConversionOptions* options) {
  CLI::Option* convert =
      command->add_option("--convert", options->currency,
                          "Also give every sum in this currency (ISO 4217 code), at the\n"
                          "published rate of the day, month or year it is for");
  command
      ->add_option("--rates", options->tables,
                   "Your own rates, asked first: CSV of date,from,to,rate")
      ->needs(convert);
}

}  // namespace factline
