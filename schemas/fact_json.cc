#include "schemas/fact_json.h"

#include <algorithm>

#include "schemas/json_text.h"

namespace factline {
namespace {

// Writes the members of one JSON object, with commas where they belong.
class Members {
 public:
  explicit Members(std::string* out) : out_(out) { out_->push_back('{'); }
  void Close() { out_->push_back('}'); }

  std::string* Key(std::string_view key) {
    if (!first_) out_->push_back(',');
    first_ = false;
    out_->push_back('"');
    out_->append(key);
    out_->append("\":");
    return out_;
  }
  void Text(std::string_view key, std::string_view text) { AppendJsonString(text, Key(key)); }
  void TextIfAny(std::string_view key, std::string_view text) {
    if (!text.empty()) Text(key, text);
  }
  // For words of our own that need no escaping.
  void Word(std::string_view key, std::string_view word) {
    Key(key);
    out_->push_back('"');
    out_->append(word);
    out_->push_back('"');
  }
  void Number(std::string_view key, uint64_t number) { AppendInteger(number, Key(key)); }
  void DecimalIfAny(std::string_view key, const std::optional<Decimal>& decimal) {
    if (!decimal) return;
    Key(key);
    out_->push_back('"');
    decimal->AppendTo(out_);
    out_->push_back('"');
  }
  void Year(std::string_view key, const std::optional<int32_t>& year) {
    Key(key);
    if (!year) {
      out_->append("null");
      return;
    }
    if (*year < 0) out_->push_back('-');
    AppendInteger(static_cast<uint64_t>(std::abs(*year)), out_);
  }

 private:
  std::string* out_;
  bool first_ = true;
};

void AppendAmount(const Amount& amount, Members* members) {
  members->DecimalIfAny("amount", amount.amount);
  members->DecimalIfAny("min", amount.min);
  members->DecimalIfAny("max", amount.max);
}

void AppendHowExact(const Amount& amount, Members* members) {
  members->DecimalIfAny("precision", amount.precision);
  members->Word("modifier", Name(amount.modifier));
}

void AppendValue(FactType, const MoneyValue& v, Members* m) {
  AppendAmount(v.amount, m);
  m->Word("currency", v.currency);
  m->Word("currency_by", Name(v.currency_by));
  AppendHowExact(v.amount, m);
  m->TextIfAny("per", v.per);
}

void AppendValue(FactType, const PercentValue& v, Members* m) {
  AppendAmount(v.amount, m);
  m->Word("kind", Name(v.kind));
  AppendHowExact(v.amount, m);
}

void AppendValue(FactType, const QuantityValue& v, Members* m) {
  AppendAmount(v.amount, m);
  m->Text("unit", v.unit);
  m->TextIfAny("dimension", v.dimension);
  AppendHowExact(v.amount, m);
  if (v.si_amount) {
    Members si(m->Key("si"));
    // The object is closed by hand: it is nested in the one in hand.
    std::string* out = si.Key("amount");
    out->push_back('"');
    v.si_amount->AppendTo(out);
    out->push_back('"');
    si.Text("unit", v.si_unit);
    si.Close();
  }
  m->TextIfAny("of", v.of);
}

void AppendValue(FactType type, const TimeValue& v, Members* m) {
  if (type == FactType::kDate) {
    if (v.timex.empty()) {
      m->Key("timex")->append("null");
    } else {
      m->Word("timex", v.timex);
    }
  }
  if (v.start || v.end) {
    m->Year("start", v.start);
    m->Year("end", v.end);
  } else {
    m->Year("year", v.year);
  }
  m->TextIfAny("relative", v.relative);
  if (v.anchor != Anchor::kNone) m->Word("anchor", Name(v.anchor));
  if (v.fiscal) m->Key("fiscal")->append("true");
  if (!v.reason.empty()) m->Word("reason", v.reason);
}

void AppendValue(FactType, const CountryValue& v, Members* m) {
  m->Word("iso", v.iso);
  if (!v.iso3.empty()) m->Word("iso3", v.iso3);
  m->Text("name", v.name);
  m->Word("kind", Name(v.kind));
}

void AppendValue(FactType type, const NameValue& v, Members* m) {
  m->Text("name", v.name);
  m->TextIfAny("title", v.title);
  m->TextIfAny("acronym", v.acronym);
  if (type == FactType::kLocation && !v.iso.empty()) m->Word("iso", v.iso);
  if (v.entity != 0) m->Number("entity", v.entity);
}

void AppendSpan(const Span& span, std::string* out) {
  out->push_back('[');
  AppendInteger(span.begin, out);
  out->push_back(',');
  AppendInteger(span.end, out);
  out->push_back(']');
}

std::string_view Slice(std::string_view text, const Span& bytes) {
  return text.substr(bytes.begin, bytes.size());
}

void AppendLink(const ArticleFacts& read, const Link& link, std::string* out) {
  std::string_view text = read.article->text;
  Members m(out);
  m.Word("role", Name(link.role));
  if (link.fact) {
    std::string* id = m.Key("fact");
    id->push_back('"');
    AppendFactId(read.facts[*link.fact].id, id);
    id->push_back('"');
  }
  m.Text("text", Slice(text, link.bytes));
  m.Number("start", link.chars.begin);
  m.Number("end", link.chars.end);
  if (link.cue_bytes) {
    Members cue(m.Key("cue"));
    cue.Number("start", link.cue_chars.begin);
    cue.Number("end", link.cue_chars.end);
    cue.Text("text", Slice(text, *link.cue_bytes));
    cue.Close();
  }
  m.Close();
}

void BuildArticle(const ArticleFacts& read, std::string* out) {
  const Article& article = *read.article;
  out->clear();
  Members m(out);
  m.Text("id", article.id);
  m.Word("sha256", read.sha256);
  m.TextIfAny("published", article.published);
  m.TextIfAny("title", article.title);
  m.TextIfAny("url", article.url);
  m.TextIfAny("source", article.source);
  m.Close();
}

void BuildSentence(const ArticleFacts& read, uint32_t index, std::string* out) {
  const SentenceSpan& sentence = read.sentences[index];
  out->clear();
  Members m(out);
  m.Number("index", index);
  m.Number("start", sentence.chars.begin);
  m.Number("end", sentence.chars.end);
  m.Text("text", Slice(read.article->text, sentence.bytes));
  m.Close();
}

}  // namespace

void AppendFactId(uint64_t id, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) out->push_back(kHex[(id >> shift) & 15]);
}

void AppendConfidence(float confidence, std::string* out) {
  int hundredths = std::clamp(static_cast<int>(confidence * 100 + 0.5f), 0, 100);
  out->push_back(hundredths == 100 ? '1' : '0');
  out->push_back('.');
  out->push_back(static_cast<char>('0' + hundredths / 10 % 10));
  out->push_back(static_cast<char>('0' + hundredths % 10));
}

void AppendValueJson(FactType type, const Value& value, std::string* out) {
  Members m(out);
  std::visit([&](const auto& v) { AppendValue(type, v, &m); }, value);
  m.Close();
}

void FactJsonWriter::AppendRecord(const ArticleFacts& read, const Fact& fact, std::string* out) {
  Members m(out);
  std::string* id = m.Key("id");
  id->push_back('"');
  AppendFactId(fact.id, id);
  id->push_back('"');
  m.Word("type", Name(fact.type));
  m.Text("text", Slice(read.article->text, fact.bytes));
  m.Number("start", fact.chars.begin);
  m.Number("end", fact.chars.end);
  AppendSpan(fact.bytes, m.Key("bytes"));
  m.Key("article")->append(article_);
  m.Key("sentence")->append(sentence_);
  AppendValueJson(fact.type, fact.value, m.Key("value"));
  m.Key("links")->push_back('[');
  for (size_t i = 0; i < fact.links.size(); ++i) {
    if (i != 0) out->push_back(',');
    AppendLink(read, fact.links[i], out);
  }
  out->push_back(']');
  AppendConfidence(fact.confidence, m.Key("confidence"));
  m.Word("rule", fact.rule);
  m.Close();
  out->push_back('\n');
}

void FactJsonWriter::Append(const ArticleFacts& read, std::string* out) {
  if (read.facts.empty()) return;
  BuildArticle(read, &article_);
  uint32_t built = UINT32_MAX;
  for (const Fact& fact : read.facts) {
    if (fact.sentence != built) BuildSentence(read, built = fact.sentence, &sentence_);
    AppendRecord(read, fact, out);
  }
}

}  // namespace factline
