// What comes out of zip and tar files, and which of them are refused.

#include "corpus/members.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "corpus/archive_reader.h"
#include "corpus/record_parser.h"
#include "tests/temporary_folder.h"

namespace factline {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

// An archive of `files`; `kind` is "zip", "tar" or either with ".gz", ".bz2", ".xz", ".zst".
std::string Pack(const Files& files, const std::string& kind, const char* options = nullptr) {
  std::string out(256 + 2 * 1024 * 1024, '\0');
  for (const auto& [name, bytes] : files)
    out.resize(out.size() + name.size() + bytes.size() + 2048);
  size_t used = 0;
  struct archive* a = archive_write_new();
  if (kind.substr(0, 3) == "zip")
    archive_write_set_format_zip(a);
  else
    archive_write_set_format_pax_restricted(a);
  std::string filter = kind.size() > 3 ? kind.substr(4) : "";
  if (filter == "gz") archive_write_add_filter_gzip(a);
  if (filter == "bz2") archive_write_add_filter_bzip2(a);
  if (filter == "xz") archive_write_add_filter_xz(a);
  if (filter == "zst") archive_write_add_filter_zstd(a);
  if (options != nullptr) {
    EXPECT_EQ(ARCHIVE_OK, archive_write_set_options(a, options)) << archive_error_string(a);
    archive_write_set_passphrase(a, "secret");
  }
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    struct archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, name.back() == '/' ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(a, entry);
    archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

// Every record of `file` on a line: "member text" or "member reason".
std::string ReadAll(const std::string& file, Limits limits = {}) {
  ArchiveReader reader({file}, InputFormat::kAuto, limits);
  RecordParser parser(limits);
  RecordBatch batch;
  std::string out;
  std::string folder = file.substr(0, file.rfind('/') + 1);
  while (reader.Fill(&batch)) {
    for (const RawRecord& record : batch.records) {
      Article article;
      RejectReason reason = parser.Parse(batch, record, &article);
      out += std::string(record.locator.file.substr(folder.size())) + " ";
      out += reason == RejectReason::kNone ? std::string(article.text)
                                           : "!" + std::string(Name(reason));
      out += "\n";
    }
  }
  return out;
}

const Files kTwo = {{"2003/", ""},
                    {"2003/a.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"},
                    {"b.txt", "Three."}};
constexpr const char* kTwoOut = "/2003/a.jsonl One.\nX/2003/a.jsonl Two.\nX/b.txt Three.\n";

std::string Named(std::string_view name, std::string text) {
  text = "X" + text;
  for (size_t at; (at = text.find('X')) != std::string::npos;) text.replace(at, 1, name);
  return text;
}

TEST(Members, AreReadOfEveryKindOfArchive) {
  TemporaryFolder folder;
  for (const char* kind : {"zip", "tar", "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "zip.gz"}) {
    std::string name = std::string("archive.") + kind;
    EXPECT_EQ(Named(name, kTwoOut), ReadAll(folder.Write(name, Pack(kTwo, kind)))) << kind;
    EXPECT_EQ(Named("q", kTwoOut), ReadAll(folder.Write("q", Pack(kTwo, kind))))
        << "whatever the name";
  }
}

TEST(Members, AreDecompressedThemselves) {
  TemporaryFolder folder;
  std::string inner = Pack({{"x", "{\"text\":\"One.\"}\n"}}, "tar.xz");
  EXPECT_EQ("a.zip/in.tar.xz/x One.\n",
            ReadAll(folder.Write("a.zip", Pack({{"in.tar.xz", inner}}, "zip"))));
}

TEST(Members, AreReadToADepthOfTwo) {
  TemporaryFolder folder;
  std::string one = Pack({{"t.txt", "Text."}}, "zip");
  std::string two = Pack({{"one.zip", one}, {"u.txt", "More."}}, "tar");
  std::string three = Pack({{"two.tar", two}, {"v.txt", "Last."}}, "zip");
  EXPECT_EQ("two.tar/one.zip/t.txt Text.\ntwo.tar/u.txt More.\n",
            ReadAll(folder.Write("two.tar", two)));
  EXPECT_EQ("c.zip/two.tar/one.zip !too_deep\nc.zip/two.tar/u.txt More.\nc.zip/v.txt Last.\n",
            ReadAll(folder.Write("c.zip", three)));
}

TEST(Members, HaveNamesThatAreLabelsAlone) {
  TemporaryFolder folder;
  Files files = {{"../../up.txt", "A."}, {"/etc/hostname", "B."}, {"a\x1b[31m\n.txt", "C."},
                 {"bad\xff.txt", "D."},  {".hidden.txt", "E."},   {"__MACOSX/x.txt", "F."},
                 {"./ok.txt", "G."}};
  for (const char* kind : {"zip", "tar"}) {
    std::string out = ReadAll(folder.Write("n", Pack(files, kind)));
    EXPECT_NE(std::string::npos, out.find("n/../../up.txt A.\n")) << out;
    EXPECT_NE(std::string::npos, out.find("n//etc/hostname B.\n")) << out;
    EXPECT_NE(std::string::npos, out.find("n/a\xEF\xBF\xBD[31m\xEF\xBF\xBD.txt C.\n")) << out;
    EXPECT_NE(std::string::npos, out.find("n/bad\xEF\xBF\xBD.txt D.\n")) << out;
    EXPECT_EQ(std::string::npos, out.find("E.")) << out;
    EXPECT_EQ(std::string::npos, out.find("F.")) << out;
    EXPECT_NE(std::string::npos, out.find("ok.txt G.\n")) << out;
  }
  EXPECT_EQ(1, std::distance(std::filesystem::directory_iterator(folder.path()), {}))
      << "nothing unpacked";
}

TEST(Members, AreRejectedWhereEncrypted) {
  TemporaryFolder folder;
  std::string zip =
      Pack({{"a.txt", "Secret."}, {"b.txt", "Secret too."}}, "zip", "zip:encryption=zipcrypt");
  EXPECT_EQ("e.zip/a.txt !encrypted\ne.zip/b.txt !encrypted\n",
            ReadAll(folder.Write("e.zip", zip)));
}

TEST(Members, BeforeTheCutOfATruncatedArchiveAreGiven) {
  TemporaryFolder folder;
  Files files = {{"a.txt", std::string(3000, 'a')},
                 {"b.txt", std::string(3000, 'b')},
                 {"c.txt", std::string(3000, 'c')}};
  for (const char* kind : {"zip", "tar", "tar.gz", "tar.xz"}) {
    std::string whole =
        Pack(files, kind, kind == std::string("zip") ? "zip:compression=store" : nullptr);
    size_t cut =
        kind == std::string("zip") || kind == std::string("tar") ? 6000 : whole.size() - 30;
    std::string out = ReadAll(folder.Write("t", whole.substr(0, cut)));
    EXPECT_NE(std::string::npos, out.find("!damaged"))
        << kind << " " << out.substr(out.size() - 60);
    if (cut == 6000) {
      EXPECT_EQ("t/a.txt aaa", out.substr(0, 11)) << kind;
    }
  }
  std::string rubbish = ReadAll(folder.Write("g", "PK\3\4 \xff\xff" + std::string(600, 'x')));
  EXPECT_EQ("g !damaged\n", rubbish);
}

// A decoder that has failed is not asked again: libbzip2 would read through a null.
TEST(Members, ThatAreDamagedAnywhereHurtNobody) {
  TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += "{\"text\":\"No. " + std::to_string(i * 7919) + "\"}\n";
  for (const char* kind : {"tar.bz2", "tar.xz", "tar.gz", "tar.zst", "zip"}) {
    std::string whole = Pack({{"a.jsonl", lines}}, kind);
    for (size_t at = 4; at < whole.size(); at += 29) {
      std::string broken = whole;
      broken[at] = static_cast<char>(broken[at] ^ 0x55);
      ReadAll(folder.Write("d", broken));
    }
  }
}

TEST(Members, OfTarsOneBehindTheOtherAreAllRead) {
  TemporaryFolder folder;
  std::string both = Pack({{"a.txt", "A."}}, "tar") + Pack({{"b.txt", "B."}}, "tar");
  EXPECT_EQ("t/a.txt A.\nt/b.txt B.\n", ReadAll(folder.Write("t", both)));
}

TEST(Members, OfNoBombAreLost) {
  TemporaryFolder folder;
  std::string lines;
  for (int i = 0; i < 100000; ++i) lines += "{\"text\":\"Prices rose by five per cent.\"}\n";
  for (const char* kind : {"zip", "tar.gz", "tar.zst", "tar.xz", "tar.bz2"}) {
    std::string packed = Pack({{"a.jsonl", lines}}, kind);
    EXPECT_GT(lines.size(), 100 * packed.size()) << kind;
    ArchiveReader reader({folder.Write("l", packed)}, InputFormat::kAuto);
    RecordBatch batch;
    size_t records = 0;
    while (reader.Fill(&batch)) records += batch.records.size();
    EXPECT_EQ(100000u, records) << kind << ": a million like lines are an archive";
  }
}

TEST(Members, ThatAreBombsAreRejectedAtOnce) {
  TemporaryFolder folder;
  std::string zeros(64 << 20, '\0');
  for (const char* kind : {"zip", "tar.gz", "tar.bz2", "tar.xz", "tar.zst"}) {
    std::string out =
        ReadAll(folder.Write("z", Pack({{"a.jsonl", zeros}, {"b.txt", "Text."}}, kind)));
    EXPECT_NE(std::string::npos, out.find("!too_large\n")) << kind << " " << out.substr(0, 100);
    if (kind == std::string("zip")) {
      EXPECT_NE(std::string::npos, out.find("z/b.txt Text.")) << out;
    }
  }
  Limits none;
  none.amplification = 0;
  EXPECT_EQ(
      "z/a.jsonl !line_too_long\nz/b.txt Text.\n",
      ReadAll(folder.Write("z", Pack({{"a.jsonl", zeros}, {"b.txt", "Text."}}, "tar.zst")), none));
}

TEST(Transcoding, ReadsWhatSpreadsheetsSave) {
  TemporaryFolder folder;
  std::string utf16le = "\xFF\xFE";
  for (char16_t unit : std::u16string_view(u"id\ttext\n1\t\U0001F600 \u20AC5.\n")) {
    utf16le += static_cast<char>(unit & 0xFF);
    utf16le += static_cast<char>(unit >> 8);
  }
  EXPECT_EQ("t.tsv \U0001F600 \u20AC5.\n", ReadAll(folder.Write("t.tsv", utf16le)));
  EXPECT_EQ("a.txt A.\n", ReadAll(folder.Write("a.txt", std::string("\xFE\xFF\0A\0.", 6))));
  EXPECT_EQ("b.txt A.\n",
            ReadAll(folder.Write("b.txt", std::string("\0\0\xFE\xFF\0\0\0A\0\0\0.", 12))));
  EXPECT_EQ("c.txt !invalid_utf8\n",
            ReadAll(folder.Write("c.txt", std::string("\xFE\xFF\0A\xD8\0\0A", 8))));
  EXPECT_EQ("d.txt !invalid_utf8\n", ReadAll(folder.Write("d.txt", std::string("\xFF\xFE"
                                                                               "A\0B",
                                                                               5))));
}

}  // namespace
}  // namespace factline
