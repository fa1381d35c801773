#include "tests/marked.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <ostream>

namespace factline {
namespace {

struct Describer {
  FactType type;

  static std::string Number(const Amount& a) {
    std::string text;
    if (a.amount)
      text = a.amount->ToString();
    else
      text = (a.min ? a.min->ToString() : "") + ".." + (a.max ? a.max->ToString() : "");
    if (a.modifier == Modifier::kExact || a.modifier == Modifier::kBetween) return text;
    return std::string(Name(a.modifier)) + " " + text;
  }
  std::string operator()(const MoneyValue& v) const {
    std::string text = std::string(v.currency) + " " + Number(v.amount);
    return v.per.empty() ? text : text + " per " + std::string(v.per);
  }
  std::string operator()(const PercentValue& v) const {
    static constexpr const char* kSigns[] = {" %", " pp", " bp"};
    return Number(v.amount) + kSigns[static_cast<int>(v.kind)];
  }
  std::string operator()(const QuantityValue& v) const {
    std::string text = Number(v.amount) + " " + std::string(v.unit);
    return v.of.empty() ? text : text + " of " + std::string(v.of);
  }
  std::string operator()(const TimeValue& v) const {
    if (!v.timex.empty()) return std::string(v.timex);
    if (v.start) return std::to_string(*v.start) + "-" + std::to_string(v.end.value_or(0));
    return v.year ? std::to_string(*v.year) : "null";
  }
  std::string operator()(const CountryValue& v) const {
    return std::string(v.iso) + " " + std::string(Name(v.kind));
  }
  std::string operator()(const NameValue& v) const { return std::string(v.name); }
};

std::string Unescaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n')
      out += '\n', ++i;
    else
      out += text[i];
  }
  return out;
}

// Takes the marks out of `line`.
std::string Plain(std::string_view line) {
  std::string plain;
  bool in_value = false;
  int inner = 0;  // brackets open inside a value: "[mi_i]/h"
  for (size_t i = 0; i < line.size(); ++i) {
    char c = line[i];
    if (in_value && c == '[') {
      ++inner;
    } else if (in_value && c == ']' && inner > 0) {
      --inner;
    } else if (c == '\\' && i + 1 < line.size() && (line[i + 1] == '[' || line[i + 1] == ']')) {
      plain += line[++i];
    } else if (c == '[') {
      continue;
    } else if (c == '|') {
      in_value = true;
    } else if (c == ']') {
      in_value = false;
    } else if (!in_value) {
      plain += c;
    }
  }
  return plain;
}

// For each mark of `line`, in order, whether it gives a value.
std::vector<bool> GivesValues(std::string_view line) {
  std::vector<bool> gives;
  int open = 0;  // brackets; the inner ones belong to a value
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == '[' && ++open == 1)
      gives.push_back(false);
    else if (line[i] == ']')
      --open;
    else if (line[i] == '|' && !gives.empty())
      gives.back() = true;
  }
  return gives;
}

}  // namespace

void PrintTo(const Marked& marked, std::ostream* out) {
  *out << marked.file << ":" << marked.line << ": " << marked.marked;
}

std::vector<Marked> ReadMarked(const std::string& path) {
  std::ifstream in(path);
  std::vector<Marked> examples;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    Marked m;
    m.file = path;
    m.line = number;
    if (line[0] == '@') {
      size_t space = line.find(' ');
      m.published = line.substr(1, space - 1);
      line = line.substr(space + 1);
    }
    m.marked = Unescaped(line);
    m.plain = Plain(m.marked);
    examples.push_back(m);
  }
  if (examples.empty()) {
    std::fprintf(stderr, "%s: missing, or holds no example\n", path.c_str());
    std::exit(1);
  }
  return examples;
}

std::string Describe(const Mention& mention) {
  return std::visit(Describer{mention.type}, mention.value);
}

std::string Mark(const Marked& example, const std::vector<Mention>& found) {
  std::vector<bool> gives = GivesValues(example.marked);
  std::string out;
  uint32_t from = 0;
  auto copy_plain = [&](uint32_t to) {
    for (char c : std::string_view(example.plain).substr(from, to - from)) {
      if (c == '[' || c == ']') out += '\\';
      out += c;
    }
    from = to;
  };
  for (size_t i = 0; i < found.size(); ++i) {
    copy_plain(found[i].bytes.begin);
    out += '[';
    copy_plain(found[i].bytes.end);
    if (i >= gives.size() || gives[i]) out += "|" + Describe(found[i]);
    out += ']';
  }
  copy_plain(static_cast<uint32_t>(example.plain.size()));
  return out;
}

}  // namespace factline
