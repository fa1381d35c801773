// WARC, WET and ARC files: which of their records are articles, and what becomes of
// those that are cut, counted or packed wrongly.

#include "corpus/readers/warc.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>

#include "corpus/archive_reader.h"
#include "corpus/record_parser.h"
#include "tests/deflated.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

constexpr std::string_view kSentence =
    "The harbour board said on Monday that 14 ships had been turned away, and that the port "
    "would stay closed until the ice had gone.";

std::string Page(std::string_view head = "", std::string_view text = kSentence) {
  return "<!DOCTYPE html><html><head><title>Port closed</title><meta property='og:type' "
         "content='article'>" +
         std::string(head) + "</head><body><article><p>" + std::string(text) +
         "</p></article></body></html>";
}

std::string Record(std::string_view type, std::string_view head, std::string_view block,
                   std::string_view end = "\r\n\r\n", int extra = 0) {
  std::string size = std::to_string(static_cast<int>(block.size()) + extra);
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) +
         "\r\nWARC-Target-URI: http://port.example/" + std::string(type) +
         "\r\nWARC-Date: 2024-02-11T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:" + std::string(type) +
         ">\r\n" + std::string(head) + "Content-Length: " + size + "\r\n\r\n" + std::string(block) +
         std::string(end);
}

std::string Http(std::string_view headers, std::string_view body, int status = 200) {
  return "HTTP/1.1 " + std::to_string(status) + " OK\r\n" + std::string(headers) + "\r\n" +
         std::string(body);
}

std::string Response(std::string_view headers, std::string_view body, int status = 200) {
  return Record("response", "Content-Type: application/http; msgtype=response\r\n",
                Http(std::string(headers) + "Content-Type: text/html\r\n", body, status));
}

std::string Chunked(std::string_view body) {
  std::string out;
  for (size_t at = 0; at < body.size(); at += 100) {
    std::string_view chunk = body.substr(at, 100);
    char size[20];
    std::snprintf(size, sizeof(size), "%zx;x=y\r\n", chunk.size());
    out += size + std::string(chunk) + "\r\n";
  }
  return out + "0\r\n\r\n";
}

// A line a record: "id published text" or "@offset reason: detail", the sentence as "S".
std::string ReadAll(std::string_view bytes, Limits limits = {}) {
  TemporaryFolder folder;
  ArchiveReader reader({folder.Write("a", bytes)}, InputFormat::kAuto, limits);
  RecordParser parser(limits);
  RecordBatch batch;
  std::string out;
  while (reader.Fill(&batch)) {
    for (const RawRecord& record : batch.records) {
      Article article;
      RejectReason reason = parser.Parse(batch, record, &article);
      if (reason == RejectReason::kNone) {
        out += std::string(article.id) + " " + std::string(article.published) + " ";
        out += article.text == kSentence ? "S" : std::string(article.text);
      } else {
        Reject reject = parser.RejectOf(batch, record, article, reason);
        out += "@" + std::to_string(record.locator.byte_offset) + " " + std::string(Name(reason));
        if (!reject.detail.empty()) out += ": " + std::string(reject.detail);
      }
      out += "\n";
    }
  }
  return out;
}

const std::string kGood = Response("", Page());
constexpr const char* kGoodOut = "urn:uuid:response  S\n";

TEST(Warc, ReadsThePagesAndPassesOverTheRest) {
  std::string warc =
      Record("warcinfo", "Content-Type: application/warc-fields\r\n", "software: x\r\n") +
      Record("request", "Content-Type: application/http; msgtype=request\r\n",
             "GET / HTTP/1.1\r\n\r\n") +
      kGood +
      Record("revisit", "Content-Type: application/http; msgtype=response\r\n", Http("", "")) +
      Record("metadata", "Content-Type: application/warc-fields\r\n", "a: b\r\n") +
      Record("resource", "Content-Type: text/html; charset=utf-8\r\n", Page()) +
      Record("resource", "Content-Type: image/png\r\n", "PNG") + Response("", "gone", 404) +
      Response("Location: /\r\n", "", 301);
  EXPECT_EQ("urn:uuid:response  S\nurn:uuid:resource  S\n", ReadAll(warc));
  EXPECT_EQ("urn:uuid:response  S\nurn:uuid:resource  S\n", ReadAll(Gzip(warc))) << "in one member";
}

TEST(Warc, ReadsRecordsThatAreCompressedOneByOne) {
  EXPECT_EQ(std::string(kGoodOut) + kGoodOut, ReadAll(Gzip(kGood) + Gzip(kGood)));
}

TEST(Warc, OfNoPagesIsOneReject) {
  std::string info = Record("warcinfo", "", "x");
  EXPECT_EQ("@" + std::to_string(2 * info.size()) + " no_article: no page among its 2 records\n",
            ReadAll(info + info));
}

TEST(Warc, UndoesWhatTheServerDidToABody) {
  std::string page = Page();
  EXPECT_EQ(kGoodOut, ReadAll(Response("Transfer-Encoding: chunked\r\n", Chunked(page))));
  EXPECT_EQ(kGoodOut, ReadAll(Response("content-encoding: GZIP\r\n", Gzip(page))));
  EXPECT_EQ(kGoodOut, ReadAll(Response("Content-Encoding: deflate\r\n", Deflated(page, 15))));
  EXPECT_EQ(kGoodOut, ReadAll(Response("Content-Encoding: deflate\r\n", Deflated(page, -15))));
  EXPECT_EQ(kGoodOut, ReadAll(Response("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                                       Chunked(Gzip(page)))));
  // What crawlers undid and left the head of:
  EXPECT_EQ(kGoodOut,
            ReadAll(Response("Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n", page)));
  EXPECT_EQ(kGoodOut, ReadAll(Response("Content-Encoding: utf-8\r\n", page)));
}

TEST(Warc, RejectsBodiesThatAreDamagedOrBombs) {
  std::string packed = Gzip(Page());
  std::string cut = Response("Content-Encoding: gzip\r\n", packed.substr(0, packed.size() / 2));
  EXPECT_EQ("@0 damaged: Content-Encoding: gzip\n", ReadAll(cut));
  std::string bomb = Response("Content-Encoding: gzip\r\n", Gzip(std::string(8 << 20, ' ')));
  EXPECT_EQ("@0 too_large: Content-Encoding: gzip\n", ReadAll(bomb));
  std::string notbr = Response("Content-Encoding: br\r\n", "\xff\xff\xff\xff not brotli");
  EXPECT_EQ("@0 damaged: Content-Encoding: br\n", ReadAll(notbr));
}

TEST(Warc, TakesTheCharsetOfTheHeadBeforeThePages) {
  std::string page = Page(
      "<meta charset='utf-8'>",
      "The caf\xE9 had been shut since 1931, said a man who had been there on its very last day.");
  std::string warc = Record("response", "Content-Type: application/http\r\n",
                            Http("Content-Type: text/html; charset=ISO-8859-1\r\n", page));
  EXPECT_NE(std::string::npos, ReadAll(warc).find("caf\xC3\xA9"));
  std::string none = Record("response", "Content-Type: application/http\r\n",
                            Http("Content-Type: text/html\r\n", page));
  EXPECT_EQ("@0 invalid_utf8\n", ReadAll(none));
}

TEST(Warc, TakesTheDayOfTheCrawlAsTheLastPossibleDay) {
  auto published = [](const char* date) {
    return ReadAll(Response(
        "", Page("<meta property='article:published_time' content='" + std::string(date) + "'>")));
  };
  EXPECT_EQ("urn:uuid:response 2024-02-10T23:00:00Z S\n", published("2024-02-10T23:00:00Z"));
  EXPECT_EQ("urn:uuid:response 2024-02-12 S\n", published("2024-02-12"))
      << "already tomorrow elsewhere";
  EXPECT_EQ("urn:uuid:response  S\n", published("2024-02-13"));
  EXPECT_EQ("urn:uuid:response  S\n", ReadAll(kGood)) << "never the day of publication itself";
}

TEST(Warc, ReadsTheTextsOfCommonCrawl) {
  auto wet = [](std::string_view language, std::string_view text) {
    return Record("conversion",
                  "Content-Type: text/plain\r\nWARC-Identified-Content-Language: " +
                      std::string(language) + "\r\n",
                  text);
  };
  EXPECT_EQ("urn:uuid:conversion  S\n", ReadAll(wet("eng", kSentence)));
  EXPECT_EQ("urn:uuid:conversion  S\n", ReadAll(wet("fra,eng", kSentence))) << "the words decide";
  std::string_view french =
      "Le conseil du port a dit lundi que quatorze navires avaient fait demi-tour.";
  EXPECT_EQ("@0 not_english: language fra\n", ReadAll(wet("fra", french)));
  EXPECT_EQ("@0 no_text\n", ReadAll(wet("eng", " \r\n")));
}

TEST(Warc, ReadsRecordsWithoutTheLinesBetween) {
  std::string bare = kGood.substr(0, kGood.size() - 4);
  EXPECT_EQ(std::string(kGoodOut) + kGoodOut, ReadAll(bare + kGood));
  EXPECT_EQ(kGoodOut, ReadAll(bare));
}

TEST(Warc, RejectsARecordOfAnotherLengthAndFindsTheNext) {
  for (int extra : {-1, 7, -40, 40, 100000, -300}) {
    std::string wrong = Record("response", "Content-Type: application/http\r\n",
                               Http("Content-Type: text/html\r\n", Page()), "\r\n\r\n", extra);
    std::string out = ReadAll(kGood + wrong + kGood);
    EXPECT_EQ(0u,
              out.find(std::string(kGoodOut) + "@" + std::to_string(kGood.size()) + " damaged: "))
        << extra << out;
    EXPECT_EQ(kGoodOut, out.substr(out.size() - std::string(kGoodOut).size())) << extra << out;
    EXPECT_EQ(3, std::count(out.begin(), out.end(), '\n')) << extra << out;
  }
}

TEST(Warc, ReportsACutAtEveryByteOfTheLastRecord) {
  std::string place = std::string(kGoodOut) + "@" + std::to_string(kGood.size());
  for (size_t cut = 1; cut < kGood.size() - 4; cut += 7) {
    std::string out = ReadAll(kGood + kGood.substr(0, cut));
    EXPECT_EQ(0u, out.find(place + (cut < 5 ? " damaged" : " truncated"))) << cut << out;
  }
  std::string packed = Gzip(kGood);
  for (size_t cut = 1; cut < packed.size(); ++cut) {
    std::string out = ReadAll(packed + packed.substr(0, cut));
    EXPECT_EQ(0u, out.find(kGoodOut)) << cut << out;
    EXPECT_NE(std::string::npos, out.find(" damaged")) << cut << out;
  }
  std::string request = Record("request", "", std::string(5000, 'r'));
  EXPECT_EQ(0u, ReadAll(kGood + request.substr(0, 300)).find(kGoodOut + std::string("@")));
  EXPECT_NE(std::string::npos, ReadAll(kGood + request.substr(0, 300)).find(" truncated"));
}

TEST(Warc, LosesNothingBehindRubbish) {
  for (std::string_view rubbish :
       {"\x01\x02", "rubbish WARC/1.0 in a line\r\n", "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
        "WARC/1.0\r\nContent-Length: x\r\n\r\n",
        "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n"}) {
    std::string out = ReadAll(kGood + std::string(rubbish) + kGood);
    EXPECT_EQ(0u,
              out.find(std::string(kGoodOut) + "@" + std::to_string(kGood.size()) + " damaged: "))
        << rubbish << out;
    EXPECT_EQ(kGoodOut, out.substr(out.size() - std::string(kGoodOut).size())) << rubbish << out;
  }
}

TEST(Warc, SkipsWhatIsTooLong) {
  Limits limits;
  limits.record = 200000;
  std::string huge = Response("", Page("", std::string(500000, 'x')));
  EXPECT_EQ(
      std::string(kGoodOut) + "@" + std::to_string(kGood.size()) + " line_too_long\n" + kGoodOut,
      ReadAll(kGood + huge + kGood, limits));
  std::string picture =
      Record("resource", "Content-Type: image/png\r\n", std::string(500000, '\n'));
  EXPECT_EQ(std::string(kGoodOut) + kGoodOut, ReadAll(kGood + picture + kGood, limits));
}

TEST(Warc, CutsTheSameWhereverABlockEnds) {
  std::string many, expected;
  for (int i = 0; i < 3000; ++i) {
    many += i % 3 == 0 ? Record("request", "", std::string(static_cast<size_t>(i), 'r')) : kGood;
    if (i % 3 != 0) expected += kGoodOut;
  }
  EXPECT_EQ(expected, ReadAll(many));
}

TEST(Arc, ReadsPages) {
  std::string body = Http("Content-Type: text/html\r\n", Page());
  std::string page = "http://port.example/a b 10.0.0.1 20240211080000 text/html " +
                     std::to_string(body.size()) + "\n" + body + "\n";
  std::string head = "filedesc://x.arc 127.0.0.1 20240211080000 text/plain 5\n1 0 x\n\n";
  EXPECT_EQ("a:0  S\na:0  S\n", [&] {
    std::string out = ReadAll(head + page + page);
    for (size_t at; (at = out.find("/tmp")) != std::string::npos;)
      out.erase(at, out.find("/a:", at) + 1 - at);
    return out;
  }());
}

}  // namespace
}  // namespace factline
