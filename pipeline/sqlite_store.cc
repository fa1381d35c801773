#include "pipeline/sqlite_store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "corpus/stored_record.h"

namespace factline {
namespace {

// Written by one program and then only read: no journal while it is made, for a
// file that is not finished is thrown away.
constexpr char kTables[] = R"(
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE articles (
  id INTEGER PRIMARY KEY, article_id TEXT NOT NULL, title TEXT, published TEXT, source TEXT,
  url TEXT, sha256 TEXT NOT NULL, "group" TEXT);
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(id),
  number INTEGER NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE facts (
  id INTEGER PRIMARY KEY, fact_id TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles(id),
  sentence INTEGER NOT NULL REFERENCES sentences(id), type TEXT NOT NULL, text TEXT NOT NULL,
  amount TEXT, min TEXT, max TEXT, number REAL, currency TEXT, unit TEXT, of TEXT, per TEXT,
  modifier TEXT, year INTEGER, timex TEXT, iso TEXT, name TEXT, entity INTEGER,
  said_by TEXT, period TEXT, place TEXT, about TEXT, compared_with TEXT, equivalent TEXT,
  confidence REAL NOT NULL, rule TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  value TEXT NOT NULL);
CREATE TABLE links (
  id INTEGER PRIMARY KEY, fact INTEGER NOT NULL REFERENCES facts(id), role TEXT NOT NULL,
  text TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, target_fact_id TEXT,
  cue TEXT, confidence REAL);
BEGIN;
)";

constexpr char kIndexes[] = R"(
CREATE INDEX articles_published ON articles(published);
CREATE INDEX articles_source ON articles(source);
CREATE INDEX articles_group ON articles("group");
CREATE INDEX sentences_article ON sentences(article);
CREATE INDEX facts_fact_id ON facts(fact_id);
CREATE INDEX facts_article ON facts(article);
CREATE INDEX facts_sentence ON facts(sentence);
CREATE INDEX facts_type_number ON facts(type, number);
CREATE INDEX facts_currency ON facts(currency);
CREATE INDEX facts_unit ON facts(unit);
CREATE INDEX facts_year ON facts(year);
CREATE INDEX facts_iso ON facts(iso);
CREATE INDEX facts_name ON facts(name);
CREATE INDEX facts_said_by ON facts(said_by);
CREATE INDEX links_fact ON links(fact);
CREATE INDEX links_role ON links(role);
CREATE VIRTUAL TABLE facts_fts USING fts5(text, of, about, said_by, name, content="facts", content_rowid="id");
INSERT INTO facts_fts(facts_fts) VALUES('rebuild');
CREATE VIRTUAL TABLE sentences_fts USING fts5(text, content="sentences", content_rowid="id");
INSERT INTO sentences_fts(sentences_fts) VALUES('rebuild');
COMMIT;
PRAGMA optimize;
)";

constexpr char kMetadata[] = R"({
  "title": "Facts found by factline",
  "databases": {
    "%s": {
      "tables": {
        "articles": {"label_column": "title", "sort_desc": "published", "facets": ["source"]},
        "sentences": {"label_column": "text"},
        "facts": {
          "label_column": "text",
          "facets": ["type", "currency", "iso", "year"],
          "fts_table": "facts_fts",
          "description": "One row a fact. amount is exact text; number is for sorting."
        },
        "links": {"facets": ["role"]}
      }
    }
  }
}
)";

constexpr std::string_view kLinkColumns[] = {"said_by", "period",        "place",
                                             "about",   "compared_with", "equivalent"};

// A prepared INSERT, its values bound from left to right.
class Insert {
 public:
  Insert(sqlite3* database, const char* table, int columns) : database_(database) {
    std::string sql = std::string("INSERT INTO ") + table + " VALUES (NULL";
    for (int i = 0; i < columns; ++i) sql += ",?";
    sqlite3_prepare_v2(database, (sql + ")").c_str(), -1, &statement_, nullptr);
  }
  ~Insert() { sqlite3_finalize(statement_); }
  Insert(const Insert&) = delete;
  Insert& operator=(const Insert&) = delete;

  Insert& Text(std::string_view text) {
    sqlite3_bind_text(statement_, ++at_, text.data(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
    return *this;
  }
  Insert& TextIfAny(std::string_view text) {
    if (!text.empty()) return Text(text);
    sqlite3_bind_null(statement_, ++at_);
    return *this;
  }
  Insert& Integer(int64_t number) {
    sqlite3_bind_int64(statement_, ++at_, number);
    return *this;
  }
  // Text that is an integer, or nothing.
  Insert& IntegerIfAny(const std::string& digits) {
    return digits.empty() ? TextIfAny({}) : Integer(std::atoll(digits.c_str()));
  }
  Insert& Real(double number) {
    sqlite3_bind_double(statement_, ++at_, number);
    return *this;
  }

  // The id of the new row, 0 where it could not be written.
  int64_t Run() {
    at_ = 0;
    bool done = statement_ != nullptr && sqlite3_step(statement_) == SQLITE_DONE;
    sqlite3_reset(statement_);
    return done ? sqlite3_last_insert_rowid(database_) : 0;
  }

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  int at_ = 0;
};

class SqliteStore : public ByteSink {
 public:
  explicit SqliteStore(const std::string& path)
      : path_(path), temporary_(path + ".tmp-" + std::to_string(getpid())) {}

  ~SqliteStore() override {
    Close();
    if (!finished_) std::remove(temporary_.c_str());
  }

  bool Open() {
    std::remove(temporary_.c_str());
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(temporary_.c_str(), &database_, flags, nullptr) != SQLITE_OK)
      return Failed();
    if (!Execute(kTables)) return false;
    articles_ = std::make_unique<Insert>(database_, "articles", 7);
    sentences_ = std::make_unique<Insert>(database_, "sentences", 5);
    facts_ = std::make_unique<Insert>(database_, "facts", 30);
    links_ = std::make_unique<Insert>(database_, "links", 8);
    return true;
  }

  WriteResult Write(std::string_view bytes) override {
    while (!bytes.empty()) {
      size_t end = bytes.find('\n');
      line_.append(bytes.substr(0, end));
      if (end == std::string_view::npos) break;
      if (!AddLine()) return WriteResult::kFailed;
      line_.clear();
      bytes.remove_prefix(end + 1);
    }
    return WriteResult::kWritten;
  }

  WriteResult Finish() override {
    if (!line_.empty() && !AddLine()) return WriteResult::kFailed;
    if (!Execute(kIndexes)) return WriteResult::kFailed;
    Close();
    Status put = WriteMetadata();
    int fd = ::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC);
    if (put) put = PutInPlace(fd, temporary_, path_);
    if (fd >= 0) ::close(fd);
    finished_ = put.has_value();
    if (!put) error_ = put.error().message;
    return put ? WriteResult::kWritten : WriteResult::kFailed;
  }

 private:
  bool Failed() {
    error_ = path_ + ": " + (database_ == nullptr ? "out of memory" : sqlite3_errmsg(database_));
    return false;
  }

  bool Execute(const char* sql) {
    return sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK || Failed();
  }

  void Close() {
    articles_.reset(), sentences_.reset(), facts_.reset(), links_.reset();
    sqlite3_close(database_);
    database_ = nullptr;
  }

  bool AddLine() {
    auto record = parser_.ParseRecord(line_);
    if (!record) {
      error_ = path_ + ": a record that is " + record.error().message;
      return false;
    }
    return AddArticle(*record) && AddSentence(*record) && AddFact(*record);
  }

  // Records come article by article, sentence by sentence.
  bool AddArticle(const StoredRecord& r) {
    if (article_ != 0 && r.article_id == article_id_ && r.sha256 == sha256_) return true;
    article_id_ = r.article_id, sha256_ = r.sha256;
    sentence_ = 0;
    articles_->Text(r.article_id).TextIfAny(r.title).TextIfAny(r.published).TextIfAny(r.source);
    article_ = articles_->TextIfAny(r.url).Text(r.sha256).TextIfAny(r.group).Run();
    return article_ != 0 || Failed();
  }

  bool AddSentence(const StoredRecord& r) {
    auto number = static_cast<int64_t>(r.sentence_index);
    if (sentence_ != 0 && number == sentence_number_) return true;
    sentence_number_ = number;
    StoredSpan span = r.sentence.value_or(StoredSpan{});
    sentences_->Integer(article_).Integer(number).Integer(static_cast<int64_t>(span.start));
    sentence_ = sentences_->Integer(static_cast<int64_t>(span.end)).Text(span.text).Run();
    return sentence_ != 0 || Failed();
  }

  bool AddFact(const StoredRecord& r) {
    auto value = [&](const char* key) -> const std::string& {
      static const std::string kNone;
      auto at = r.value.find(key);
      return at == r.value.end() ? kNone : at->second;
    };
    facts_->Text(r.id).Integer(article_).Integer(sentence_).Text(r.type).Text(r.text);
    for (const char* key : {"amount", "min", "max"}) facts_->TextIfAny(value(key));
    AddNumber(value("amount"), value("min"), value("max"));
    for (const char* key : {"currency", "unit", "of", "per", "modifier"})
      facts_->TextIfAny(value(key));
    facts_->IntegerIfAny(value("year").empty() ? value("start") : value("year"));
    for (const char* key : {"timex", "iso", "name"}) facts_->TextIfAny(value(key));
    facts_->IntegerIfAny(value("entity"));
    for (std::string_view role : kLinkColumns) facts_->TextIfAny(FirstLink(r, role));
    facts_->Real(r.confidence).Text(r.rule);
    facts_->Integer(static_cast<int64_t>(r.start)).Integer(static_cast<int64_t>(r.end));
    int64_t fact = facts_->Text(r.value_json).Run();
    return fact == 0 ? Failed() : AddLinks(r, fact);
  }

  // To sort by: the amount, or the middle of a range, as binary floating point.
  void AddNumber(const std::string& amount, const std::string& min, const std::string& max) {
    auto number = [](const std::string& digits) { return std::strtod(digits.c_str(), nullptr); };
    if (!amount.empty()) {
      facts_->Real(number(amount));
    } else if (!min.empty() && !max.empty()) {
      facts_->Real((number(min) + number(max)) / 2);
    } else if (!min.empty() || !max.empty()) {
      facts_->Real(number(min.empty() ? max : min));
    } else {
      facts_->TextIfAny({});
    }
  }

  static std::string_view FirstLink(const StoredRecord& r, std::string_view role) {
    for (const StoredLink& link : r.links) {
      if (link.role == role) return link.text;
    }
    return {};
  }

  bool AddLinks(const StoredRecord& r, int64_t fact) {
    for (const StoredLink& link : r.links) {
      links_->Integer(fact).Text(link.role).Text(link.text);
      links_->Integer(static_cast<int64_t>(link.start)).Integer(static_cast<int64_t>(link.end));
      links_->TextIfAny(link.fact).TextIfAny(link.cue ? link.cue->text : std::string());
      links_->Real(link.confidence);
      if (links_->Run() == 0) return Failed();
    }
    return true;
  }

  Status WriteMetadata() const {
    std::string name = path_.substr(path_.rfind('/') + 1);
    std::string text = kMetadata;
    text.replace(text.find("%s"), 2, name.substr(0, name.rfind('.')));
    auto sink = OpenByteSink(path_ + ".metadata.json");
    if (!sink) return sink.error();
    bool written =
        (*sink)->Write(text) == WriteResult::kWritten && (*sink)->Finish() == WriteResult::kWritten;
    return written ? Status(Done{}) : Status(Error{(*sink)->error()});
  }

  std::string path_, temporary_;
  sqlite3* database_ = nullptr;
  std::unique_ptr<Insert> articles_, sentences_, facts_, links_;
  StoredRecordParser parser_;
  std::string line_;  // the begin of a line whose end is still to come
  std::string article_id_, sha256_;
  int64_t article_ = 0, sentence_ = 0, sentence_number_ = 0;
  bool finished_ = false;
};

}  // namespace

bool IsSqliteName(const std::string& path) {
  for (std::string_view end : {".db", ".sqlite", ".sqlite3"}) {
    if (path.size() > end.size() && path.compare(path.size() - end.size(), end.size(), end) == 0)
      return true;
  }
  return false;
}

Result<std::unique_ptr<ByteSink>> OpenSqliteStore(const std::string& path) {
  auto store = std::make_unique<SqliteStore>(path);
  if (!store->Open()) return Error{store->error()};
  return std::unique_ptr<ByteSink>(std::move(store));
}

}  // namespace factline
