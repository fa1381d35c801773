#include "corpus/readers/ninjs.h"

#include <simdjson.h>

#include "corpus/html/main_text.h"
#include "corpus/text/english.h"

namespace factline {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

bool BeginsWith(std::string_view text, std::string_view begin) {
  return text.substr(0, begin.size()) == begin;
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The string under the first of `keys` that has one; or empty.
std::string_view StringOf(const object& from, std::initializer_list<std::string_view> keys) {
  std::string_view text;
  for (std::string_view key : keys) {
    if (!from[key].get(text) && !text.empty()) return text;
  }
  return {};
}

// Calls `use` with every object of the list under the first of `keys` that has one.
template <typename Use>
void ForEach(const object& from, std::initializer_list<std::string_view> keys, const Use& use) {
  for (std::string_view key : keys) {
    array list;
    if (from[key].get(list)) continue;
    for (element item : list) {
      object inner;
      if (!item.get(inner)) use(inner);
    }
    return;
  }
}

bool IsSummary(std::string_view role) {
  for (std::string_view other : {"summary", "abstract", "caption", "teaser", "description"}) {
    if (Contains(role, other)) return true;
  }
  return false;
}

// A body as it stands, and how.
struct Bodies {
  std::string_view plain;
  std::string_view html;

  void Add(std::string_view kind, std::string_view text) {
    std::string_view* part = Contains(kind, "html") || Contains(kind, "richtext") ? &html
                             : kind.empty() || Contains(kind, "text")             ? &plain
                                                                                  : nullptr;
    bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (part != nullptr && part->empty() && !blank) *part = text;
  }
};

Bodies BodiesOf(const object& item) {
  Bodies bodies;
  for (const auto& field : item) {
    std::string_view text;
    if (BeginsWith(field.key, "body_") && !field.value.get(text)) bodies.Add(field.key, text);
  }
  ForEach(item, {"bodies"}, [&](const object& body) {
    if (!IsSummary(StringOf(body, {"role"})))
      bodies.Add(StringOf(body, {"contenttype", "contentType"}), StringOf(body, {"value"}));
  });
  return bodies;
}

std::string_view TitleOf(const object& item) {
  std::string_view title = StringOf(item, {"headline", "headline_main"});
  ForEach(item, {"headlines"}, [&](const object& headline) {
    if (title.empty() || StringOf(headline, {"role"}) == "main")
      title = StringOf(headline, {"value"});
  });
  return title.empty() ? StringOf(item, {"title"}) : title;
}

std::string_view SourceOf(const object& item) {
  std::string_view source;
  ForEach(item, {"infosources", "infoSources", "infosource"}, [&](const object& party) {
    if (source.empty()) source = StringOf(party, {"name"});
  });
  return source.empty() ? StringOf(item, {"copyrightholder", "copyrightHolder"}) : source;
}

}  // namespace

bool IsNinjs(const object& item) {
  std::string_view uri;
  if (item["uri"].get(uri) || !StringOf(item, {"text", "maintext"}).empty()) return false;
  for (const auto& field : item) {
    for (std::string_view own :
         {"bodies", "versioncreated", "versionCreated", "pubstatus", "pubStatus", "associations"}) {
      if (field.key == own) return true;
    }
    if (BeginsWith(field.key, "body_")) return true;
  }
  return false;
}

RejectReason ReadNinjs(const object& item, ArticleParts* parts, std::string* room,
                       std::string* detail) {
  auto offer = [&](ArticlePart part, std::string_view text) {
    parts->Offer({part, kMostMappedKeys}, text);
  };
  std::string_view uri = StringOf(item, {"uri"});
  offer(ArticlePart::kId, uri);
  if (BeginsWith(uri, "http")) offer(ArticlePart::kUrl, uri);
  offer(ArticlePart::kPublished, StringOf(item, {"versioncreated", "versionCreated"}));
  offer(ArticlePart::kPublished, StringOf(item, {"contentcreated", "contentCreated"}));
  offer(ArticlePart::kPublished, StringOf(item, {"firstcreated", "firstCreated"}));
  offer(ArticlePart::kTitle, TitleOf(item));
  offer(ArticlePart::kSource, SourceOf(item));
  std::string_view status = StringOf(item, {"pubstatus", "pubStatus"});
  if (BeginsWith(status, "cancel") || status == "withheld") {
    *detail = status;
    return RejectReason::kCanceled;
  }
  Bodies bodies = BodiesOf(item);
  *room = bodies.plain.empty() ? FragmentText(bodies.html) : std::string();
  std::string_view text = bodies.plain.empty() ? *room : bodies.plain;
  offer(ArticlePart::kText, text);
  std::string_view type = StringOf(item, {"type"});
  bool of_text = type.empty() || type == "text" || type == "composite";
  std::string_view language = StringOf(item, {"language"});
  if (!text.empty() && SaysNotEnglish(language) && !LooksEnglish(text)) {
    *detail = "language " + std::string(language.substr(0, 20));
    return RejectReason::kNotEnglish;
  }
  if (!text.empty() || of_text) return RejectReason::kNone;
  *detail = "ninjs of the type " + std::string(type);
  return RejectReason::kNoArticle;
}

}  // namespace factline
