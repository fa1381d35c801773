#include "tools/reading_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace factline {

void AddReadingOptions(CLI::App* command, InputFormat* from, KeyMap* keys, Limits* limits) {
  command
      ->add_option_function<std::string>(
          "--from", [from](const std::string& name) { *from = *InputFormatNamed(name); },
          "Format of the input; auto: by what it holds")
      ->check(CLI::IsMember(InputFormatNames()));
  command
      ->add_option_function<std::vector<std::string>>(
          "--map",
          [keys](const std::vector<std::string>& mappings) {
            for (const std::string& mapping : mappings) {
              if (auto error = AddKeyMapping(mapping, keys))
                throw CLI::ValidationError("--map", error->message);
            }
          },
          "PART=KEY: text, id, published, title, url or source of an article stands under\n"
          "KEY of an object or table; dots lead into objects (published=metadata.date)")
      ->allow_extra_args(false);
  command->add_option("--max-text", limits->text, "Longest text of an article")
      ->transform(CLI::AsSizeValue(false));
  command->add_option("--max-line", limits->record, "Longest line of JSON Lines")
      ->transform(CLI::AsSizeValue(false));
  command->add_option("--max-amplification", limits->amplification,
                      "Bytes that may come out of a compressed one for nothing; 0: any number");
  command->add_flag("--guess-encoding", limits->guess_encoding,
                    "Read what is not in the charset it should be in as what it looks like");
}

}  // namespace factline
