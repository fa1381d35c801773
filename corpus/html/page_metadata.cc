// Where a page says a thing more than once, the order is by who wrote it.
//
// Published: JSON-LD's datePublished belongs to the article's own record in the
// editorial system and names what it is a date of.  article:published_time comes from
// the same record, but a template of a section may put it there too.  Other meta
// names are older and vaguer ("date" is the day of the last change on some sites).  An
// element <time> comes last: a page has many, for comments, teasers and the day of
// the visit, so only one that says it is the publication's is taken, or the first that
// stands in the article's head.  A date in the address is a day without an author,
// yet nobody changes it afterwards.
//
// Title: og:title is the headline without the site's name; then the linked headline,
// the one headline of the page, and <title> without what stands behind a bar.

#include "corpus/html/page_metadata.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <vector>

#include "corpus/html/linked_data.h"
#include "corpus/published.h"

namespace factline {
namespace {

using enum HtmlTag;

// Names of <meta> in the order in which they are asked.
constexpr std::string_view kPublishedNames[] = {"article:published_time",
                                                "og:published_time",
                                                "og:article:published_time",
                                                "govuk:first-published-at",
                                                "datepublished",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "cxenseparse:recs:publishtime",
                                                "article.published",
                                                "published_time",
                                                "publication_date",
                                                "publish-date",
                                                "publish_date",
                                                "publishdate",
                                                "pubdate",
                                                "pub_date",
                                                "dcterms.issued",
                                                "dcterms.created",
                                                "dc.date.issued",
                                                "dcterms.date",
                                                "dc.date",
                                                "dc.date.created",
                                                "citation_publication_date",
                                                "article_date_original",
                                                "originalpublicationdate",
                                                "ptime",
                                                "date"};
constexpr std::string_view kTitleNames[] = {"og:title", "dc.title", "dcterms.title",
                                            "twitter:title", "parsely-title"};
constexpr std::string_view kSourceNames[] = {"og:site_name", "application-name", "dc.publisher",
                                             "dcterms.publisher", "twitter:site_name"};

// Between a headline and the name of the site.
constexpr std::string_view kBars[] = {" | ", " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                      " - ", " :: ",           " \xC2\xBB "};

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return lower;
}

std::string Folded(std::string_view text) {
  std::string folded;
  for (char c : text) {
    bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space)
      folded += c;
    else if (!folded.empty() && folded.back() != ' ')
      folded += ' ';
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

bool IsAddress(std::string_view text) {
  return text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://";
}

// "2023-05-04T…" or "20230504…" as a count of days, or nothing.
std::optional<std::chrono::sys_days> DayOf(std::string_view date) {
  char room[kPublishedRoom];
  date = PublishedDate(date.substr(0, date.size() == 14 ? 8 : date.size()), room);
  if (date.empty()) return std::nullopt;
  auto number = [&](size_t at, size_t n) { return std::atoi(std::string(date, at, n).c_str()); };
  return std::chrono::sys_days(std::chrono::year(number(0, 4)) /
                               std::chrono::month(static_cast<unsigned>(number(5, 2))) /
                               std::chrono::day(static_cast<unsigned>(number(8, 2))));
}

// Clocks east of the crawler's are up to a day ahead of it.
bool IsLater(std::string_view date, std::string_view latest) {
  auto day = DayOf(date), last = DayOf(latest);
  return day && last && *day > *last + std::chrono::days(1);
}

std::string Date(std::string_view given, std::string_view latest) {
  char room[kPublishedRoom];
  std::string_view date = PublishedDate(given, room);
  return date.empty() || IsLater(date, latest) ? std::string() : std::string(date);
}

// "/2023/05/04/" or "/2023-05-04-" in an address.
std::string DateInAddress(std::string_view url) {
  for (size_t at = 0; (at = url.find('/', at)) != std::string_view::npos; ++at) {
    std::string_view day = url.substr(at + 1, 10);
    if (day.size() < 10 || (day[4] != '/' && day[4] != '-') || day[7] != day[4]) continue;
    if (at + 11 < url.size() && url[at + 11] >= '0' && url[at + 11] <= '9') continue;
    std::string iso(day);
    iso[4] = iso[7] = '-';
    char room[kPublishedRoom];
    if ((iso[0] == '1' || iso[0] == '2') && !PublishedDate(iso, room).empty()) return iso;
  }
  return {};
}

constexpr size_t kMostHeadings = 50;  // that may be the headline

class Reading {
 public:
  Reading(const HtmlTree& tree, std::string_view latest) : tree_(tree), latest_(latest) {}

  PageMetadata Run() {
    for (uint32_t i = 0; i < tree_.size(); ++i) Visit(i);
    Decide();
    return std::move(page_);
  }

 private:
  template <size_t N>
  using Found = std::array<std::string, N>;

  void Visit(uint32_t i) {
    switch (tree_[i].tag) {
      case kMeta:
        Meta(i);
        break;
      case kLink:
        if (Lower(tree_.Attribute(i, "rel")) == "canonical" && canonical_.empty())
          canonical_ = Folded(tree_.Attribute(i, "href"));
        break;
      case kScript:
        Script(i);
        break;
      case kTitle:
        if (head_title_.empty()) head_title_ = tree_.LineOf(i);
        break;
      case kH1:
        ++headlines_;
        if (headline_.empty()) headline_ = tree_.LineOf(i);
        break;
      case kTime:
        Time(i);
        break;
      case kHtml:
        page_.language = tree_.Attribute(i, "lang");
        if (page_.language.empty()) page_.language = tree_.Attribute(i, "xml:lang");
        break;
      default:
        Property(i);
    }
  }

  void Meta(uint32_t i) {
    std::string name = Lower(tree_.Attribute(i, "property"));
    if (name.empty()) name = Lower(tree_.Attribute(i, "name"));
    if (name.empty()) name = Lower(tree_.Attribute(i, "itemprop"));
    std::string_view content = tree_.Attribute(i, "content");
    if (content.empty()) return;
    Offer(kPublishedNames, name, content, &published_);
    Offer(kTitleNames, name, content, &titles_);
    Offer(kSourceNames, name, content, &sources_);
    if (name == "og:url" && og_url_.empty()) og_url_ = Folded(content);
    if (name == "og:type" && Lower(content).find("article") != std::string::npos)
      page_.article = true;
    std::string http = Lower(tree_.Attribute(i, "http-equiv"));
    if (http == "content-language" && page_.language.empty()) page_.language = content;
  }

  template <size_t N>
  static void Offer(const std::string_view (&names)[N], std::string_view name,
                    std::string_view content, Found<N>* found) {
    auto at = std::find(std::begin(names), std::end(names), name);
    if (at == std::end(names)) return;
    std::string& place = (*found)[static_cast<size_t>(at - std::begin(names))];
    if (place.empty()) place = content;
  }

  void Script(uint32_t i) {
    if (Lower(tree_.Attribute(i, "type")).find("ld+json") == std::string::npos) return;
    std::string text;
    for (uint32_t j = i + 1; j < tree_[i].end; ++j) text += tree_[j].text;
    AddLinkedData(text, &linked_);
  }

  void Time(uint32_t i) {
    std::string_view when = tree_.Attribute(i, "datetime");
    bool said = tree_.HasAttribute(i, "pubdate") ||
                Lower(tree_.Attribute(i, "itemprop")).find("datepublished") != std::string::npos ||
                Lower(tree_.Attribute(i, "class")).find("publish") != std::string::npos;
    std::string& place = said ? said_time_ : first_time_;
    if (place.empty() && (said || HeadsArticle(i)))
      place = Date(when.empty() ? std::string_view(tree_.LineOf(i)) : when, latest_);
  }

  // In a <header>, or in an article before its second paragraph.
  bool HeadsArticle(uint32_t i) const {
    for (uint32_t up = tree_[i].parent; up != 0; up = tree_[up].parent) {
      if (tree_[up].tag == kHeader) return headlines_ > 0;
      if (tree_[up].tag != kArticle && tree_[up].tag != kMain) continue;
      int paragraphs = 0;
      for (uint32_t j = up; j < i; ++j) paragraphs += tree_[j].tag == kP;
      return paragraphs < 3;
    }
    return false;
  }

  // Microdata: <span itemprop="datePublished" content="…">; and, before it, microformats:
  // <abbr class="published" title="…">.
  void Property(uint32_t i) {
    if (IsHeading(tree_[i].tag) && headings_.size() < kMostHeadings)
      headings_.push_back(tree_.LineOf(i));
    std::string_view kind = tree_.Attribute(i, "class");
    bool published = kind == "published" || kind == "value-title" || kind == "published dtstamp";
    if (published && said_time_.empty()) said_time_ = Date(tree_.Attribute(i, "title"), latest_);
    std::string_view what = tree_.Attribute(i, "itemprop");
    if (what.empty()) return;
    if (what == "datePublished" && said_time_.empty()) {
      std::string_view when = tree_.Attribute(i, "content");
      if (when.empty()) when = tree_.Attribute(i, "datetime");
      said_time_ = Date(when.empty() ? std::string_view(tree_.LineOf(i)) : when, latest_);
    }
    if (what == "headline" && headline_.empty()) headline_ = tree_.LineOf(i);
    if (what.find("articleBody") != std::string_view::npos) page_.article = true;
  }

  void Decide() {
    for (const std::string& url : {canonical_, og_url_, linked_.url}) {
      if (page_.url.empty() && IsAddress(url)) page_.url = url;
    }
    page_.published = Date(linked_.published, latest_);
    for (const std::string& date : published_) {
      if (page_.published.empty()) page_.published = Date(date, latest_);
    }
    for (const std::string& date : {said_time_, first_time_, DateInAddress(page_.url)}) {
      if (page_.published.empty()) page_.published = Date(date, latest_);
    }
    for (const std::string& name : sources_) Fill(&page_.source, name);
    Fill(&page_.source, linked_.publisher);
    Fill(&page_.title, titles_[0]);
    Fill(&page_.title, linked_.headline);
    std::string without = WithoutSite(head_title_);
    if (IsHeadingOfPage(without)) Fill(&page_.title, without);
    if (headlines_ == 1 || head_title_.find(headline_) != std::string::npos)
      Fill(&page_.title, headline_);
    for (const std::string& title : titles_) Fill(&page_.title, title);
    Fill(&page_.title, without);
    Fill(&page_.title, headline_);
    DropSite();
    page_.article |= linked_.found;
    page_.linked_body = std::move(linked_.body);
  }

  static void Fill(std::string* part, std::string_view value) {
    if (part->empty()) *part = Folded(value);
  }

  // "Rates rise | The Daily" without the name behind the last bar or dash; and "The
  // Daily | Rates rise" where that is a heading of the page.
  std::string WithoutSite(const std::string& title) const {
    for (std::string_view bar : kBars) {
      size_t at = title.rfind(bar);
      if (at == std::string::npos) continue;
      std::string behind = title.substr(at + bar.size());
      if (IsHeadingOfPage(behind)) return behind;
      if (at != std::string::npos && at > title.size() / 3) return title.substr(0, at);
    }
    return title;
  }

  bool IsHeadingOfPage(const std::string& text) const {
    return std::find(headings_.begin(), headings_.end(), text) != headings_.end();
  }

  // The same for a title whose headline or site is known.
  void DropSite() {
    for (std::string_view bar : kBars) {
      size_t at = page_.title.rfind(bar);
      if (at == std::string::npos) continue;
      bool site = page_.title.substr(at + bar.size()) == page_.source;
      if (site || page_.title.substr(0, at) == headline_) page_.title.resize(at);
    }
  }

  const HtmlTree& tree_;
  std::string_view latest_;
  PageMetadata page_;
  LinkedArticle linked_;
  Found<std::size(kPublishedNames)> published_;
  Found<std::size(kTitleNames)> titles_;
  Found<std::size(kSourceNames)> sources_;
  std::string canonical_, og_url_, head_title_, headline_, said_time_, first_time_;
  int headlines_ = 0;
  std::vector<std::string> headings_;  // below the headline
};

}  // namespace

PageMetadata MetadataOf(const HtmlTree& tree, std::string_view latest) {
  return Reading(tree, latest).Run();
}

}  // namespace factline
