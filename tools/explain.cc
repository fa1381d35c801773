// factline explain: which rule and which lexicon lines made each fact of a text,
// and what else was proposed and why it lost.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "corpus/json_line.h"
#include "pipeline/engine.h"
#include "pipeline/explanation.h"
#include "tools/command.h"
#include "tools/exit_code.h"
#include "tools/terminal.h"
#include "tools/text_input.h"

namespace factline {
namespace {

struct ExplainOptions {
  std::string input = "-";
  std::string published;
  bool tokens = false;
};

class Explainer {
 public:
  explicit Explainer(const ExplainOptions& options)
      : options_(options), analyzer_(engine_), explanation_({UseColors(), TerminalWidth()}) {}

  void Explain(Article article) {
    if (!options_.published.empty()) article.published = options_.published;
    Trace trace;
    const ArticleFacts& read = analyzer_.Analyze(article, &trace);
    std::string out;
    if (options_.tokens) explanation_.AppendTokens(analyzer_.reading(), &out);
    explanation_.Append(read, trace, engine_.lexicon(), &out);
    std::fwrite(out.data(), 1, out.size(), stdout);
  }

 private:
  const ExplainOptions& options_;
  Engine engine_;
  Analyzer analyzer_;
  Explanation explanation_;
};

int Explain(const ExplainOptions& options) {
  if (options.input == "-" && StandardInputIsTerminal()) {
    std::fprintf(stderr,
                 "factline explain: reading a text from the terminal; end it with Ctrl-D\n");
  }
  auto text = TextOf(options.input);
  if (!text) {
    std::fprintf(stderr, "factline explain: %s\n", text.error().message.c_str());
    return kInputUnreadable;
  }
  Explainer explainer(options);
  if (text->find_first_not_of(" \n") == text->find('{')) {
    JsonLineParser parser;
    bool any = false;
    ForEachLine(*text, [&](std::string_view line) {
      auto article = parser.Parse(line);
      if (article) explainer.Explain(*article);
      any |= article.has_value();
    });
    if (any) return 0;
  }
  Article article;
  article.text = *text;
  explainer.Explain(article);
  return 0;
}

}  // namespace

void AddExplain(CLI::App* app, Command* chosen) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command =
      app->add_subcommand("explain", "Show what made each fact of a text, and what lost");
  command->add_option("text", options->input,
                      "A text, a file of text or of JSON Lines, or - for standard input");
  command->add_option("--published", options->published,
                      "The day the text was published, as 2025-05-23");
  command->add_flag("--tokens", options->tokens, "Also every token, its roles and lexicon lines");
  command->callback([=] { *chosen = [=] { return Explain(*options); }; });
}

}  // namespace factline
