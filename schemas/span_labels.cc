#include "schemas/span_labels.h"

#include "schemas/fact_json.h"
#include "schemas/json_members.h"

namespace factline {

std::string SpanLabel(FactType type) {
  std::string label(Name(type));
  for (char& c : label) c = static_cast<char>(c - 'a' + 'A');
  return label;
}

namespace {

void AppendDoccanoSpan(const Fact& fact, std::string* out) {
  out->push_back('[');
  AppendInteger(fact.chars.begin, out);
  out->push_back(',');
  AppendInteger(fact.chars.end, out);
  out->append(",\"").append(SpanLabel(fact.type)).append("\"]");
}

void AppendDisplacySpan(const Fact& fact, std::string* out) {
  JsonMembers span(out);
  span.Integer("start", fact.chars.begin);
  span.Integer("end", fact.chars.end);
  span.Word("label", SpanLabel(fact.type));
  span.Close();
}

void AppendLabelStudioSpan(const ArticleFacts& read, const Fact& fact, std::string* out) {
  JsonMembers span(out);
  std::string id;
  AppendFactId(fact.id, &id);
  span.Word("id", id);
  span.Word("from_name", "label");
  span.Word("to_name", "text");
  span.Word("type", "labels");
  AppendConfidence(fact.confidence, span.Key("score"));
  span.Open("value");
  span.Integer("start", fact.chars.begin);
  span.Integer("end", fact.chars.end);
  span.Text("text", read.Text(fact.bytes));
  span.Key("labels")->append("[\"").append(SpanLabel(fact.type)).append("\"]");
  span.Close();
  span.Close();
}

}  // namespace

void SpanLabelsWriter::AppendSpans(const ArticleFacts& read, std::string* out) const {
  out->push_back('[');
  bool first = true;
  for (const Fact& fact : read.facts) {
    if (!filter_.Keeps(fact)) continue;
    if (!first) out->push_back(',');
    first = false;
    if (style_ == Style::kDoccano) AppendDoccanoSpan(fact, out);
    if (style_ == Style::kDisplacy) AppendDisplacySpan(fact, out);
    if (style_ == Style::kLabelStudio) AppendLabelStudioSpan(read, fact, out);
  }
  out->push_back(']');
}

void SpanLabelsWriter::Append(const ArticleFacts& read, std::string* out) {
  const Article& article = *read.article;
  JsonMembers line(out);
  if (style_ == Style::kLabelStudio) {
    line.Open("data");
    line.Text("text", article.text);
    line.Text("article_id", article.id);
    line.TextIfAny("published", article.published);
    line.TextIfAny("title", article.title);
    line.Close();
    line.Key("predictions")->append("[{\"model_version\":\"factline\",\"result\":");
    AppendSpans(read, out);
    out->append("}]");
  } else {
    if (style_ == Style::kDoccano) line.Text("id", article.id);
    line.Text("text", article.text);
    AppendSpans(read, line.Key(style_ == Style::kDoccano ? "label" : "ents"));
    if (style_ == Style::kDisplacy)
      line.Text("title", article.title.empty() ? article.id : article.title);
  }
  line.Close();
  out->push_back('\n');
}

}  // namespace factline
