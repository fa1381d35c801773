#include "pipeline/explanation.h"

#include <algorithm>
#include <vector>

#include "schemas/fact_json.h"
#include "schemas/value_text.h"

namespace factline {
namespace {

constexpr std::string_view kKinds[] = {"word", "number", "punctuation", "symbol", "url"};
constexpr std::string_view kShapes[] = {"", "lower", "capital", "upper", "mixed"};

std::string Quoted(const ArticleFacts& read, const Span& bytes) {
  return "\"" + TerminalText(read.Text(bytes)) + "\"";
}

std::string LineOf(const LexiconRow& row) {
  return std::string(row.file()) + ":" + std::to_string(row.line());
}

void AppendLabel(std::string_view label, std::string* out) {
  out->append(4, ' ');
  AppendPadded(label, 12, out);
}

bool IsOf(const Trace::Step& step, const Fact& fact) {
  return step.kept && step.mention.bytes == fact.bytes && step.mention.type == fact.type;
}

void AppendSenses(const Reading& reading, uint32_t token, RoleSet roles, std::string* out) {
  for (int i = 0; i < static_cast<int>(Role::kCount); ++i) {
    if (!(roles >> i & 1)) continue;
    Sense sense = reading.At(token, static_cast<Role>(i));
    if (!sense) continue;
    out->append("  ").append(Name(static_cast<Role>(i))).append("=").append(LineOf(sense.row));
    if (sense.tokens > 1) out->append(" (").append(std::to_string(sense.tokens)).append(" tokens)");
  }
}

}  // namespace

void Explanation::AppendRows(const Mention& mention, const Lexicon& lexicon,
                             std::string* out) const {
  std::string_view label = "lexicon";
  for (uint32_t index : mention.rows) {
    if (index == UINT32_MAX) continue;
    LexiconRow row = lexicon.row(index);
    AppendLabel(label, out);
    out->append(LineOf(row)).append("  ").append(ink_.Faint(TerminalText(row.surface())));
    out->push_back('\n');
    label = "";
  }
}

void Explanation::AppendLinks(const ArticleFacts& read, const Fact& fact, std::string* out) const {
  for (const Link& link : fact.links) {
    AppendLabel(Name(link.role), out);
    out->append(Quoted(read, link.bytes));
    if (link.cue_bytes) out->append(", cue ").append(Quoted(read, *link.cue_bytes));
    out->append(", confidence ");
    AppendConfidence(link.confidence, out);
    out->push_back('\n');
  }
}

void Explanation::AppendLoser(const ArticleFacts& read, const Trace::Step& step,
                              std::string* out) const {
  const Mention& m = step.mention;
  AppendLabel(ink_.Red("lost") + "        ", out);
  out->append(Name(m.type)).append(" ").append(Quoted(read, m.bytes));
  out->append(" = ").append(TerminalText(ValueText(m.type, m.value)));
  out->append(" by ").append(m.rule).append(": ").append(step.why).append("\n");
}

void Explanation::AppendFact(const ArticleFacts& read, const Fact& fact, const Trace& trace,
                             const Lexicon& lexicon, std::string* out) const {
  out->append("  ").append(ink_.Bold(Name(fact.type))).append("  ");
  out->append(Quoted(read, fact.bytes)).append("  ");
  out->append(ink_.Green(TerminalText(ValueText(fact.type, fact.value)))).append("\n");
  AppendLabel("rule", out);
  out->append(fact.rule).append(", confidence ");
  AppendConfidence(fact.confidence, out);
  out->append(", characters ").append(std::to_string(fact.chars.begin)).append("–");
  out->append(std::to_string(fact.chars.end)).append("\n");
  AppendLabel("value", out);
  std::string value;
  AppendValueJson(fact.type, fact.value, &value);
  out->append(TerminalText(value)).append("\n");
  for (const Trace::Step& step : trace.steps) {
    if (!IsOf(step, fact)) continue;
    AppendRows(step.mention, lexicon, out);
    break;
  }
  AppendLinks(read, fact, out);
  for (const Trace::Step& step : trace.steps) {
    if (!step.kept && step.mention.bytes.Overlaps(fact.bytes)) AppendLoser(read, step, out);
  }
}

void Explanation::Append(const ArticleFacts& read, const Trace& trace, const Lexicon& lexicon,
                         std::string* out) const {
  if (!read.article->id.empty()) {
    out->append(ink_.Bold("article " + TerminalText(read.article->id))).append("\n");
  }
  size_t next = 0;
  for (size_t s = 0; s < read.sentences.size(); ++s) {
    std::string label = std::to_string(s) + ": ";
    label += TerminalText(read.Text(read.sentences[s].bytes));
    for (const std::string& line : Wrap(label, std::max(width_, 40))) {
      out->append(ink_.Faint(line)).append("\n");
    }
    for (; next < read.facts.size() && read.facts[next].sentence == s; ++next) {
      AppendFact(read, read.facts[next], trace, lexicon, out);
    }
    for (const Trace::Step& step : trace.steps) {
      const Span& bytes = step.mention.bytes;
      auto covers = [&](const Fact& fact) { return fact.bytes.Overlaps(bytes); };
      bool here = read.sentences[s].bytes.Contains(bytes);
      if (!step.kept && here && std::none_of(read.facts.begin(), read.facts.end(), covers)) {
        AppendLoser(read, step, out);
      }
    }
  }
}

void Explanation::AppendTokens(const Reading& reading, std::string* out) const {
  const Document& document = reading.document();
  for (const Sentence& sentence : document.sentences) {
    out->append("  furniture ").append(std::to_string(static_cast<int>(sentence.furniture)));
    out->append(", tokens ").append(std::to_string(sentence.tokens.begin)).append("–");
    out->append(std::to_string(sentence.tokens.end)).append("\n");
    for (uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = reading.token(i);
      out->append("    ");
      AppendPadded(std::to_string(i), 5, out);
      AppendPadded(TerminalText(reading.Text(i)), 20, out);
      out->append(" ").append(kKinds[static_cast<int>(token.kind)]).append(" ");
      out->append(kShapes[static_cast<int>(token.shape)]);
      const Lexed& lexed = reading.lexed(i);
      AppendSenses(reading, i, lexed.roles | lexed.phrase_roles, out);
      out->push_back('\n');
    }
  }
}

}  // namespace factline
