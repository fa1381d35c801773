#include "pipeline/audit/check.h"

#include "corpus/text/digest.h"
#include "pipeline/audit/bounds.h"
#include "schemas/fact_json.h"
#include "schemas/json_text.h"
#include "schemas/terminal_text.h"

namespace factline {
namespace {

std::string Number(const Amount& amount) {
  if (amount.amount) return amount.amount->ToString();
  return (amount.min ? amount.min->ToString() : "") + ".." +
         (amount.max ? amount.max->ToString() : "");
}

std::string ValueOf(const Fact& fact) {
  if (const auto* money = std::get_if<MoneyValue>(&fact.value)) {
    return std::string(money->currency) + " " + Number(money->amount);
  }
  if (const auto* percent = std::get_if<PercentValue>(&fact.value)) {
    return Number(percent->amount) + " " + std::string(Name(percent->kind));
  }
  if (const auto* quantity = std::get_if<QuantityValue>(&fact.value)) {
    return Number(quantity->amount) + " " + std::string(quantity->unit);
  }
  return {};
}

void AppendKey(std::string_view key, std::string_view text, std::string* out) {
  if (text.empty()) return;
  out->append(",\"").append(key).append("\":");
  AppendJsonString(text, out);
}

// Stable as a fact's id is: the rule and the facts it speaks of.
uint64_t IdOf(const Check& check) {
  uint64_t id = static_cast<uint64_t>(check.rule) + 1;
  for (const Figure& figure : check.figures) {
    id = Hash64({reinterpret_cast<const char*>(&figure.fact), sizeof figure.fact}, id);
  }
  return id;
}

}  // namespace

std::string_view Name(CheckRule rule) {
  static constexpr std::string_view kNames[] = {"check.exchange-rate", "check.percent-change",
                                                "check.parts-total", "check.same-measure"};
  return kNames[static_cast<int>(rule)];
}

std::string_view Name(Verdict verdict) {
  static constexpr std::string_view kNames[] = {"contradiction", "sources_differ", "revision"};
  return kNames[static_cast<int>(verdict)];
}

Figure FigureOf(const ArticleFacts& read, size_t index) {
  const Fact& fact = read.facts[index];
  Figure figure;
  figure.fact = fact.id;
  figure.text = read.Text(fact.bytes);
  figure.value = ValueOf(fact);
  figure.article = read.article->id;
  figure.published = read.article->published;
  figure.sentence = read.Text(read.sentences[fact.sentence].bytes);
  for (const Link& link : fact.links) {
    if (link.role == LinkRole::kSaidBy) figure.said_by = read.Text(link.bytes);
    if (link.role == LinkRole::kPeriod) figure.period = read.Text(link.bytes);
  }
  return figure;
}

void AppendCheckJson(const Check& check, std::string* out) {
  out->append("{\"id\":\"");
  AppendFactId(IdOf(check), out);
  out->append("\",\"type\":\"check\",\"rule\":\"").append(Name(check.rule));
  out->append("\",\"verdict\":\"").append(Name(check.verdict));
  out->append("\",\"arithmetic\":");
  AppendJsonString(check.arithmetic, out);
  out->append(",\"figures\":[");
  for (size_t i = 0; i < check.figures.size(); ++i) {
    const Figure& figure = check.figures[i];
    out->append(i == 0 ? "{\"fact\":\"" : ",{\"fact\":\"");
    AppendFactId(figure.fact, out);
    out->push_back('"');
    AppendKey("text", figure.text, out);
    AppendKey("value", figure.value, out);
    AppendKey("article", figure.article, out);
    AppendKey("published", figure.published, out);
    AppendKey("said_by", figure.said_by, out);
    AppendKey("period", figure.period, out);
    AppendKey("sentence", figure.sentence, out);
    out->push_back('}');
  }
  out->append("],\"confidence\":");
  AppendConfidence(check.confidence, out);
  out->append("}\n");
}

void AppendCheckText(const Check& check, std::string* out) {
  out->append(Name(check.verdict)).append(" (").append(Name(check.rule)).append("): ");
  out->append(check.arithmetic).append("\n");
  for (const Figure& figure : check.figures) {
    out->append("  ").append(TerminalText(figure.text));
    if (!figure.period.empty()) out->append(", for ").append(TerminalText(figure.period));
    if (!figure.said_by.empty()) out->append(", says ").append(TerminalText(figure.said_by));
    out->append("\n    ").append(TerminalText(figure.article));
    if (!figure.published.empty()) out->append(" of ").append(TerminalText(figure.published));
    out->append(": ").append(TerminalText(figure.sentence)).append("\n");
  }
}

}  // namespace factline
