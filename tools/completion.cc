// factline completion: the completions of bash, zsh and fish, made of the table of
// options.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "tools/command.h"
#include "tools/option_table.h"

namespace factline {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> NamesOf(const CommandRow& command) {
  std::vector<std::string> names;
  for (const OptionRow& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

// 'it'\''s'
std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string Bash(const std::vector<CommandRow>& commands) {
  std::string names, options, values;
  for (const CommandRow& command : commands) {
    names += (names.empty() ? "" : " ") + command.name;
    options += "    " + command.name + ") options=" + Quoted(Joined(NamesOf(command))) + " ;;\n";
    for (const OptionRow& option : command.options) {
      if (option.choices.empty()) continue;
      for (const std::string& name : option.names) {
        values += "    " + command.name + ":" + name + ") words=" + Quoted(Joined(option.choices)) +
                  " ;;\n";
      }
    }
  }
  return "# bash completion of factline; made by `factline completion bash`\n"
         "_factline() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]:-}\n"
         "  local previous=${COMP_WORDS[COMP_CWORD-1]} options= words=\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    COMPREPLY=($(compgen -W " +
         Quoted(names + " --help --version") +
         " -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case $command:$previous in\n" +
         values +
         "  esac\n"
         "  case $command in\n" +
         options +
         "  esac\n"
         "  if [ -n \"$words\" ]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  elif [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _factline factline\n";
}

std::string Zsh(const std::vector<CommandRow>& commands) {
  // zsh reads completions written for bash.
  return "#compdef factline\n# zsh completion of factline; made by `factline completion zsh`\n"
         "autoload -U +X bashcompinit && bashcompinit\n" +
         Bash(commands);
}

std::string Fish(const std::vector<CommandRow>& commands) {
  std::string text = "# fish completion of factline; made by `factline completion fish`\n";
  for (const CommandRow& command : commands) {
    text += "complete -c factline -n __fish_use_subcommand -a " + command.name + " -d " +
            Quoted(command.description) + "\n";
    for (const OptionRow& option : command.options) {
      if (option.names.empty()) continue;
      text += "complete -c factline -n '__fish_seen_subcommand_from " + command.name + "'";
      for (const std::string& name : option.names) {
        text += name[1] == '-' ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.choices.empty()) text += " -x -a " + Quoted(Joined(option.choices));
      if (option.choices.empty() && option.takes_value) text += " -r";
      text += " -d " + Quoted(option.description) + "\n";
    }
  }
  return text;
}

}  // namespace

void AddCompletion(CLI::App* app, Command* chosen) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = app->add_subcommand("completion", "Print the completions of a shell");
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([=] {
    *chosen = [=] {
      auto commands = OptionTable(*app);
      std::string text = *shell == "bash"  ? Bash(commands)
                         : *shell == "zsh" ? Zsh(commands)
                                           : Fish(commands);
      return std::fputs(text.c_str(), stdout) < 0 ? 5 : 0;
    };
  });
}

}  // namespace factline
