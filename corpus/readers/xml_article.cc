#include "corpus/readers/xml_article.h"

#include <algorithm>
#include <functional>
#include <map>

#include "corpus/html/main_text.h"
#include "corpus/published.h"

namespace factline {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr size_t kLongestEntity = 32;  // of HTML's names: CounterClockwiseContourIntegral

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "nbsp" where `text` begins with "&nbsp;".
std::string_view EntityAt(std::string_view text) {
  size_t end = 1;
  while (end < text.size() && end < kLongestEntity &&
         (IsLetter(text[end]) || (text[end] >= '0' && text[end] <= '9')))
    ++end;
  bool entity = end > 1 && end < text.size() && text[end] == ';';
  return entity ? text.substr(1, end - 1) : std::string_view();
}

// The characters of HTML's entity `name`, or empty for one of XML's and for others.
std::string CharactersOf(std::string_view name) {
  for (std::string_view known : {"amp", "lt", "gt", "quot", "apos"}) {
    if (name == known) return {};
  }
  if (name == "nbsp") return "\u00A0";
  std::string given = "&" + std::string(name) + ";";
  // Between two letters, so that spaces count.
  std::string text = FragmentText("<p>x" + given + "x</p>");
  if (text.size() < 3 || text == "x" + given + "x") return {};
  text = text.substr(1, text.size() - 2);
  return text == "<" || text == "&" ? std::string() : text;
}

bool HasTags(std::string_view text) {
  for (size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    char next = at + 1 < text.size() ? text[at + 1] : '\0';
    if (IsLetter(next) || next == '/' || next == '!') return true;
  }
  return false;
}

bool HasEntities(std::string_view text) {
  for (size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    if (text.substr(at, 2) == "&#" || !EntityAt(text.substr(at)).empty()) return true;
  }
  return false;
}

// Plain text in which entities stand all the same, paragraph by paragraph.
std::string TextOfPlain(std::string_view given) {
  if (!HasEntities(given)) return Trimmed(given);
  std::string text;
  while (!given.empty()) {
    size_t end = std::min(given.find("\n\n"), given.size());
    std::string paragraph = FragmentText(given.substr(0, end));
    if (!text.empty() && !paragraph.empty()) text += "\n\n";
    text += paragraph;
    given.remove_prefix(std::min(end + 2, given.size()));
  }
  return text;
}

void Escape(std::string_view text, std::string* html) {
  for (char c : text) {
    if (c == '&')
      *html += "&amp;";
    else if (c == '<')
      *html += "&lt;";
    else if (c == '"')
      *html += "&quot;";
    else
      *html += c;
  }
}

bool IsVoid(std::string_view name) {
  return name == "br" || name == "hr" || name == "img" || name == "input" || name == "col" ||
         name == "meta" || name == "link" || name == "source" || name == "wbr";
}

// Recurses as deep as elements are nested: XmlCutter holds that below 512.
void AppendHtml(XmlNode parent, HtmlName name_of, std::string* html) {
  for (XmlNode node = parent.first(); node; node = node.next()) {
    if (!node.is_element()) {
      Escape(node.value(), html);
      continue;
    }
    std::string_view name = name_of(node);
    if (name == kLeftOut) continue;
    if (name.empty()) {
      AppendHtml(node, name_of, html);
      continue;
    }
    html->append("<").append(name);
    for (const char* kept : {"class", "id", "hidden"}) {
      std::string_view value = node.attribute(kept);
      if (value.empty()) continue;
      html->append(" ").append(kept).append("=\"");
      Escape(value, html);
      html->append("\"");
    }
    html->append(">");
    if (IsVoid(name)) continue;
    AppendHtml(node, name_of, html);
    html->append("</").append(name).append(">");
  }
}

}  // namespace

void Offer(std::string value, std::string* part) {
  if (part->empty() && value.find_first_not_of(kBlanks) != std::string::npos)
    *part = std::move(value);
}

std::string Trimmed(std::string_view text) {
  size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

void OfferDate(std::string_view value, XmlArticle* article) {
  char room[kPublishedRoom];
  if (article->published.empty()) article->published = PublishedDate(value, room);
}

std::string_view SameName(XmlNode element) { return element.name(); }

std::string HtmlIn(XmlNode element, HtmlName name) {
  std::string html;
  AppendHtml(element, name, &html);
  return html;
}

std::string TextOfHtmlOrPlain(std::string_view given) {
  return HasTags(given) ? FragmentText(given) : TextOfPlain(given);
}

std::string LineOfHtmlOrPlain(std::string_view given) {
  std::string line = TextOfHtmlOrPlain(given);
  std::replace(line.begin(), line.end(), '\n', ' ');
  line.erase(
      std::unique(line.begin(), line.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
      line.end());
  return line;
}

void ResolveHtmlEntities(std::string* xml) {
  // Of each name once, and of no more names than anybody writes in one article.
  constexpr size_t kMostNames = 256;
  std::map<std::string, std::string, std::less<>> known;
  std::string resolved;
  size_t done = 0;
  constexpr std::string_view kBegin = "<![CDATA[", kEnd = "]]>";
  for (size_t at = xml->find_first_of("&<"); at != std::string::npos;
       at = xml->find_first_of("&<", at + 1)) {
    std::string_view rest = std::string_view(*xml).substr(at);
    if (rest.substr(0, kBegin.size()) == kBegin) {
      size_t end = rest.find(kEnd);
      if (end == std::string_view::npos) break;
      at += end;
    } else if (rest[0] == '&') {
      std::string_view name = EntityAt(rest);
      if (name.empty()) continue;
      auto found = known.find(name);
      if (found == known.end() && known.size() < kMostNames)
        found = known.emplace(name, CharactersOf(name)).first;
      if (found == known.end() || found->second.empty()) continue;
      resolved.append(*xml, done, at - done).append(found->second);
      done = at + name.size() + 2;
    }
  }
  if (done == 0) return;
  resolved.append(*xml, done, std::string::npos);
  *xml = std::move(resolved);
}

}  // namespace factline
