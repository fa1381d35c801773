#include "corpus/readers/warc.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "corpus/html/page_reader.h"
#include "corpus/http_message.h"
#include "corpus/json_line.h"
#include "corpus/text/charset.h"
#include "corpus/text/english.h"

namespace factline {
namespace {

constexpr size_t kLongestHead = 256 * 1024;
constexpr size_t kLongestArcHead = 8 * 1024;
constexpr std::string_view kMagic = "WARC/";

std::optional<uint64_t> Number(std::string_view text) {
  uint64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// What the head of a record says: in WARC lines of names and values, in ARC one line,
//   URL IP-address date type length
struct RecordHead {
  size_t size = 0;  // of the head; 0: not all of it is there
  std::optional<uint64_t> length;
  std::string_view type;  // as WARC-Type
  std::string media;
  std::string_view id, url, date, content_type, language;
};

std::string_view WithoutBrackets(std::string_view text) {
  if (text.size() < 2 || text.front() != '<' || text.back() != '>') return text;
  return text.substr(1, text.size() - 2);
}

RecordHead WarcHead(std::string_view bytes) {
  RecordHead head;
  size_t size = HeadEnd(bytes);
  if (size == std::string_view::npos) return head;
  HeaderLines lines(bytes.substr(0, size));
  head.size = size;
  head.length = Number(lines.Of("Content-Length"));
  head.type = lines.Of("WARC-Type");
  head.content_type = lines.Of("Content-Type");
  head.media = MediaType(head.content_type);
  head.id = WithoutBrackets(lines.Of("WARC-Record-ID"));
  head.url = WithoutBrackets(lines.Of("WARC-Target-URI"));
  head.date = lines.Of("WARC-Date");
  head.language = lines.Of("WARC-Identified-Content-Language");
  return head;
}

RecordHead ArcHead(std::string_view bytes) {
  RecordHead head;
  size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return head;
  head.size = end + 1;
  std::string_view line = bytes.substr(0, end), field[5];
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  for (int i = 4; i > 0; --i) {  // an address may have blanks in it
    size_t blank = line.rfind(' ');
    if (blank == std::string_view::npos) return head;
    field[i] = line.substr(blank + 1);
    line = line.substr(0, blank);
  }
  head.length = Number(field[4]);
  bool web = line.substr(0, 4) == "http";
  head.type = web ? "response" : "filedesc";
  head.url = line;
  head.date = field[2];
  return head;
}

bool IsArc(std::string_view bytes) { return bytes.substr(0, 11) == "filedesc://"; }

// Whether a record begins at the line that begins `bytes`.
bool BeginsRecord(std::string_view bytes, bool arc) {
  if (!arc) {
    if (bytes.substr(0, kMagic.size()) != kMagic) return false;
    std::string_view version = bytes.substr(kMagic.size(), 2);
    return bytes.size() > kMagic.size() + 3 && (version == "1." || version == "0.");
  }
  if (bytes.substr(0, 7) != "http://" && bytes.substr(0, 8) != "https://" && !IsArc(bytes))
    return false;
  RecordHead head = ArcHead(bytes.substr(0, kLongestArcHead));
  return head.length && head.date.size() == 14 && Number(head.date);
}

// Where a record begins in `bytes` at or after `from`: at the begin of a line, or where
// the end of the one before was lost, with a line that says nothing but that.
size_t NextRecord(std::string_view bytes, size_t from, bool arc) {
  if (from == 0 && BeginsRecord(bytes, arc)) return 0;
  std::string_view sign = arc ? std::string_view("\n") : kMagic;
  for (size_t at = from == 0 ? 0 : from - 1; (at = bytes.find(sign, at)) != std::string_view::npos;
       ++at) {
    if (arc && BeginsRecord(bytes.substr(at + 1), arc)) return at + 1;
    if (arc || !BeginsRecord(bytes.substr(at), arc)) continue;
    std::string_view behind = bytes.substr(at + kMagic.size() + 3, 2);
    bool line = at == 0 || bytes[at - 1] == '\n';
    if (at >= from && (line || behind == "\r\n")) return at;
  }
  return std::string_view::npos;
}

// Whether a record may hold a page, as far as its own head tells.
bool MayHoldPage(const RecordHead& head) {
  if (head.type == "conversion") return head.media == "text/plain" || IsHtmlType(head.media);
  if (head.type == "resource") return IsHtmlType(head.media);
  return head.type == "response" && (head.media == "application/http" || head.media.empty());
}

bool HoldsPage(std::string_view message) {
  HttpResponse response = ParseHttp(message);
  if (response.status < 200 || response.status > 299) return false;
  std::string media = MediaType(response.headers.Of("Content-Type"));
  return media.empty() ? LooksLikeHtml(response.body) : IsHtmlType(media);
}

// A record is its head, an empty line, as many bytes as the head says, and two empty
// lines, which some writers leave out.  A head that says a wrong number is found out by
// what follows: the record is rejected and the next one looked for.
class WarcCutter : public RecordCutter {
 public:
  void Cut(InputWindow* window) override { Run(window, false); }

  void Finish(InputWindow* window) override {
    Run(window, true);
    if (left_ > 0) {
      window->RejectRest(0, RejectReason::kTruncated, "the last record is cut short");
    } else if (found_ == 0) {
      window->RejectRest(0, RejectReason::kNoArticle,
                         "no page among its " + std::to_string(records_) + " records");
    }
  }

  uint64_t line() const override { return 0; }

 private:
  enum class Step { kDone, kWait };

  void Run(InputWindow* window, bool last) {
    while (true) {
      SkipBetween(window);
      if (window->bytes().empty()) return;
      Step step = lost_ ? FindNext(window, last) : One(window, last);
      if (step == Step::kWait) return;
    }
  }

  // The rest of a record that nobody asks for, and the empty lines behind one.
  void SkipBetween(InputWindow* window) {
    if (left_ > 0) {
      uint64_t size = std::min<uint64_t>(left_, window->bytes().size());
      window->Skip(size);
      left_ -= size;
    }
    if (left_ > 0 || window->forgotten() > 0 || lost_) return;
    std::string_view bytes = window->bytes();
    size_t begin = bytes.find_first_not_of("\r\n");
    window->Skip(begin == std::string_view::npos ? bytes.size() : begin);
  }

  // The record at the begin of the window.
  Step One(InputWindow* window, bool last) {
    std::string_view bytes = window->bytes();
    if (records_ == 0 && IsArc(bytes)) arc_ = true;
    if (bytes.size() < kMagic.size() && !last) return Step::kWait;
    RecordHead head;
    if (arc_)
      head = ArcHead(bytes);
    else if (bytes.substr(0, kMagic.size()) == kMagic)
      head = WarcHead(bytes);
    else
      return Lose("bytes between records");
    if (head.size == 0) {
      if (!last && bytes.size() < kLongestHead) return Step::kWait;
      return Lose("a record's head without an end",
                  bytes.size() < kLongestHead ? RejectReason::kTruncated : RejectReason::kDamaged);
    }
    if (!head.length) return Lose("a record without a Content-Length");
    if (MayHoldPage(head)) return Whole(head, window, last);
    ++records_;
    left_ = head.size + std::min(*head.length, UINT64_MAX - head.size);
    return Step::kDone;
  }

  // A record that may be a page: taken when all of it is there, and what follows it.
  Step Whole(const RecordHead& head, InputWindow* window, bool last) {
    std::string_view bytes = window->bytes();
    if (*head.length > window->limits().record)
      return TooLong(head.size + *head.length, window, last);
    uint64_t size = head.size + *head.length;
    constexpr std::string_view kEnd = "\r\n\r\n";
    bool ends = bytes.size() >= size && bytes.substr(size, kEnd.size()) == kEnd;
    if (bytes.size() < size + kLongestArcHead && !ends && !last) return Step::kWait;
    if (bytes.size() < size) {
      return Lose("a record cut short: " + std::to_string(bytes.size() - head.size) + " of " +
                      std::to_string(*head.length) + " bytes",
                  RejectReason::kTruncated);
    }
    size_t next = bytes.find_first_not_of("\r\n", size);
    if (!ends && next != std::string_view::npos && !BeginsRecord(bytes.substr(next), arc_))
      return Lose("a record of another length than its Content-Length says");
    ++records_;
    if (head.type == "response" && !HoldsPage(bytes.substr(head.size, *head.length))) {
      window->Skip(size);
    } else {
      ++found_;
      window->Take(size, 0);
    }
    return Step::kDone;
  }

  Step TooLong(uint64_t size, InputWindow* window, bool last) {
    uint64_t there = window->bytes().size() + window->forgotten();
    if (there < size && !last) {
      window->Forget();
      return Step::kWait;
    }
    ++records_;
    ++found_;
    window->Reject(std::min(size, there) - window->forgotten(), 0, RejectReason::kLineTooLong);
    return Step::kDone;
  }

  Step Lose(std::string why, RejectReason reason = RejectReason::kDamaged) {
    lost_ = true;
    reason_ = reason;
    why_ = std::move(why);
    looked_ = 1;
    return Step::kDone;
  }

  // After something that is no record: up to the next that is.
  Step FindNext(InputWindow* window, bool last) {
    std::string_view bytes = window->bytes();
    size_t next = NextRecord(bytes, looked_, arc_);
    if (next == std::string_view::npos && !last) {
      if (bytes.size() > window->limits().record) window->Forget();
      looked_ = std::max<size_t>(window->bytes().size(), 16) - 8;  // a head may be cut in two
      return Step::kWait;
    }
    ++found_;
    // Where another record follows, this one's length was wrong.
    if (next != std::string_view::npos) reason_ = RejectReason::kDamaged;
    window->Reject(std::min(next, bytes.size()), 0, reason_, why_);
    lost_ = false;
    return Step::kDone;
  }

  uint64_t left_ = 0;                          // bytes of a record that is passed over
  uint64_t records_ = 0;                       // so far
  uint64_t found_ = 0;                         // of them, taken or rejected
  bool lost_ = false;                          // between records
  RejectReason reason_ = RejectReason::kNone;  // and for what
  std::string why_;
  size_t looked_ = 0;  // up to where there is no record
  bool arc_ = false;
};

class WarcParser : public ArticleParser {
 public:
  RejectReason Parse(const RawRecord&, std::string_view bytes, const Limits& limits,
                     Article* article) override {
    detail_.clear();
    RecordHead head = bytes.substr(0, kMagic.size()) == kMagic ? WarcHead(bytes) : ArcHead(bytes);
    std::string_view block = bytes.substr(head.size);
    if (IsUtf8(head.id)) article->id = head.id;
    if (IsUtf8(head.url)) article->url = head.url;
    PageSurroundings around;
    around.url = article->url;
    around.latest = head.date;
    around.charset = CharsetParameter(head.content_type);
    if (head.type == "response") return Response(block, around, limits, article);
    if (IsHtmlType(head.media)) return Page(block, around, limits, article);
    return Text(block, head.language, limits, article);
  }
  std::string_view detail() const override { return detail_; }

 private:
  RejectReason Response(std::string_view message, PageSurroundings around, const Limits& limits,
                        Article* article) {
    HttpResponse response = ParseHttp(message);
    around.charset = CharsetParameter(response.headers.Of("Content-Type"));
    std::string_view body;
    RejectReason reason = DecodeBody(response, limits, &joined_, &plain_, &body);
    if (reason == RejectReason::kNone) return Page(body, around, limits, article);
    detail_ = "Content-Encoding: " + std::string(response.headers.Of("Content-Encoding"));
    return reason;
  }

  RejectReason Page(std::string_view page, const PageSurroundings& around, const Limits& limits,
                    Article* article) {
    RejectReason reason = reader_.Read(page, around, limits, article);
    detail_ = reader_.detail();
    return reason;
  }

  RejectReason Text(std::string_view text, std::string_view language, const Limits& limits,
                    Article* article) {
    if (!IsUtf8(text)) return RejectReason::kInvalidUtf8;
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return RejectReason::kNoText;
    if (text.size() > limits.text) return RejectReason::kTextTooLong;
    if (SaysNotEnglish(language) && !LooksEnglish(text)) {
      detail_ = "language " + std::string(language.substr(0, 20));
      return RejectReason::kNotEnglish;
    }
    article->text = text;
    return RejectReason::kNone;
  }

  PageReader reader_;
  std::string joined_, plain_;  // a body without its chunks, and decompressed
  std::string detail_;
};

}  // namespace

bool IsWarc(std::string_view head) { return BeginsRecord(head, false) || IsArc(head); }
std::unique_ptr<RecordCutter> NewWarcCutter() { return std::make_unique<WarcCutter>(); }
std::unique_ptr<ArticleParser> NewWarcParser(const KeyMap&) {
  return std::make_unique<WarcParser>();
}

}  // namespace factline
