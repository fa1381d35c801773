#include "pipeline/reprints/find_reprints.h"

#include <charconv>
#include <chrono>
#include <cstring>
#include <memory>

#include "corpus/record_parser.h"
#include "pipeline/pump.h"
#include "pipeline/reprints/near_copies.h"
#include "pipeline/reprints/reprint_groups.h"

namespace factline {
namespace {

// What is remembered of a record, but for its signature.
struct Place {
  int64_t published = INT64_MAX;
  uint64_t row = 0;  // where its row begins in the file of rows
};

// A thread's part: articles read, their signatures and rows made.  Work::records
// holds for each article an Entry's bytes, its seconds and its row.
class SignatureWorker {
 public:
  explicit SignatureWorker(const RunOptions& options) : parser_(options.limits, options.keys) {}

  void Do(Work* work) {
    work->records.clear();
    work->rejects.clear();
    work->pieces.clear();
    work->counts = RunCounts();
    for (const RawRecord& record : work->batch.records) {
      Piece& piece = work->pieces.emplace_back();
      Article article;
      piece.reason = parser_.Parse(work->batch, record, &article);
      if (piece.reason == RejectReason::kNone) {
        AppendArticle(article, &work->records);
      } else {
        work->rejects.push_back(parser_.RejectOf(work->batch, record, article, piece.reason));
        work->rejects.back().id = {};  // the parser forgets it
      }
      work->counts.Count(piece);
      piece.records_end = work->records.size();
    }
  }

 private:
  // An article without words has no Entry, only its row.
  void AppendArticle(const Article& article, std::string* out) {
    bool words = ReadSignature(article.text, &signature_);
    NearCopies::Entry entry = words ? NearCopies::Entry::Of(signature_) : NearCopies::Entry{};
    int64_t seconds = SecondsOf(article.published);
    out->push_back(words ? 1 : 0);
    out->append(reinterpret_cast<const char*>(&entry), sizeof entry);
    out->append(reinterpret_cast<const char*>(&seconds), sizeof seconds);
    for (std::string_view cell : {article.id, article.published, article.locator.file}) {
      AppendCell(cell, out);
      out->push_back('\t');
    }
    out->append(std::to_string(article.locator.byte_offset)).push_back('\n');
  }

  RecordParser parser_;
  Signature signature_;
};

class ReprintFinder {
 public:
  ReprintFinder(const ReprintOptions& options, ByteSink* table)
      : options_(options), table_(table), copies_(options.similarity) {}

  ReprintResult Run() {
    if (Open() && Read() && Join() && Write()) Judge(table_->Finish());
    return std::move(result_);
  }

 private:
  using End = RunResult::End;

  bool Fail(End end, std::string why) {
    result_.run.end = end;
    result_.run.error = std::move(why);
    return false;
  }
  bool Judge(const Status& status) {
    return status || Fail(End::kOutputFailed, status.error().message);
  }
  bool Judge(WriteResult written) {
    if (written == WriteResult::kWritten) return true;
    return Fail(written == WriteResult::kBrokenPipe ? End::kBrokenPipe : End::kOutputFailed,
                table_->error());
  }
  bool Stopped() const { return options_.run.stopped && options_.run.stopped(); }

  bool Open() {
    return Judge(copies_.Open(options_.scratch)) && Judge(places_.Open(options_.scratch)) &&
           Judge(rows_.Open(options_.scratch));
  }

  bool Read() {
    auto new_worker = [&]() -> Worker {
      auto worker = std::make_shared<SignatureWorker>(options_.run);
      return [worker](Work* work) { worker->Do(work); };
    };
    RunCounts& counts = result_.run.counts;
    counts.read = Pump(options_.run, new_worker, [&](const Work& work) {
      counts.Add(work.counts);
      for (const Reject& reject : work.rejects) {
        if (options_.run.on_reject) options_.run.on_reject(reject);
      }
      Take(work);
      return copies_.size() < UINT32_MAX - 1'000'000;
    });
    if (Stopped()) return Fail(End::kStopped, "");
    if (counts.read != counts.extracted + counts.rejected)
      return Fail(End::kOutputFailed, "more than four billion records");
    return Judge(places_.Flush()) && Judge(rows_.Flush());
  }

  void Take(const Work& work) {
    size_t from = 0;
    for (const Piece& piece : work.pieces) {
      std::string_view bytes =
          std::string_view(work.records).substr(from, piece.records_end - from);
      from = piece.records_end;
      Place place;
      NearCopies::Entry entry;
      bool words = !bytes.empty() && bytes[0] != 0;
      if (!bytes.empty()) {
        std::memcpy(&entry, bytes.data() + 1, sizeof entry);
        std::memcpy(&place.published, bytes.data() + 1 + sizeof entry, sizeof place.published);
        place.row = rows_.size();
        rows_.Append(bytes.substr(1 + sizeof entry + sizeof place.published));
      }
      copies_.Add(words ? &entry : nullptr);
      places_.Append({reinterpret_cast<const char*>(&place), sizeof place});
    }
  }

  bool Join() {
    if (!Judge(copies_.Join(options_.run.stopped))) return false;
    return Stopped() ? Fail(End::kStopped, "") : true;
  }

  Place PlaceOf(uint32_t record) const {
    Place place;
    places_.Read(uint64_t{record} * sizeof place, reinterpret_cast<char*>(&place), sizeof place);
    return place;
  }

  // The row of an article without its line feed: id, published, file, byte offset.
  std::string RowOf(uint32_t record) const {
    std::string row;
    char block[512];
    for (uint64_t at = PlaceOf(record).row;;) {
      size_t got = rows_.Read(at, block, sizeof block);
      auto* end = static_cast<const char*>(std::memchr(block, '\n', got));
      row.append(block, end == nullptr ? got : static_cast<size_t>(end - block));
      if (end != nullptr || got == 0) return row;
      at += got;
    }
  }

  // The first published of each group, by the group's least number; of an article
  // without a copy itself.
  void FindOrigins() {
    origins_.resize(copies_.size());
    for (uint32_t record = 0; record < copies_.size(); ++record) origins_[record] = record;
    for (uint32_t record = 0; record < copies_.size(); ++record) {
      uint32_t group = copies_.GroupOf(record);
      if (group == record) continue;
      ++result_.reprints;
      if (PlaceOf(record).published < PlaceOf(origins_[group]).published) origins_[group] = record;
    }
  }

  bool Write() {
    FindOrigins();
    if (!Judge(table_->Write(ReprintGroups::kHead))) return false;
    std::vector<bool> copied(copies_.size());
    for (uint32_t record = 0; record < copies_.size(); ++record) {
      uint32_t group = copies_.GroupOf(record);
      if (group != record) copied[group] = true;
    }
    std::string line;
    for (uint32_t record = 0; record < copies_.size(); ++record) {
      uint32_t group = copies_.GroupOf(record), origin = origins_[group];
      if (!copied[group]) continue;
      result_.groups += group == record;
      std::string of_origin = RowOf(origin);
      line = std::to_string(record) + "\t" + std::to_string(origin) + "\t";
      line += of_origin.substr(0, of_origin.find('\t')) + "\t" + RowOf(record) + "\n";
      if (!Judge(table_->Write(line))) return false;
    }
    return true;
  }

  const ReprintOptions& options_;
  ByteSink* table_;
  NearCopies copies_;
  ScratchFile places_, rows_;
  std::vector<uint32_t> origins_;
  ReprintResult result_;
};

// The number that the next `digits` bytes of `*text` say, which are taken off, with
// a sign before them where there is one; -1 where they are no digits.
int Number(std::string_view* text, size_t digits) {
  int number = -1;
  if (text->size() < digits) return -1;
  auto [end, error] = std::from_chars(text->data(), text->data() + digits, number);
  if (error != std::errc() || end != text->data() + digits) return -1;
  text->remove_prefix(digits);
  return number;
}

bool Skip(std::string_view* text, std::string_view any) {
  if (text->empty() || any.find(text->front()) == std::string_view::npos) return false;
  text->remove_prefix(1);
  return true;
}

// "08:00:00", "0800", "08:00:00.123"; what cannot be read is the begin of the day.
int64_t SecondsOfDay(std::string_view* text) {
  int64_t seconds = 0;
  for (int unit : {3600, 60, 1}) {
    int number = Number(text, 2);
    if (number < 0) break;
    seconds += number * unit;
    Skip(text, ":");
  }
  if (Skip(text, ".,"))
    text->remove_prefix(std::min(text->find_first_not_of("0123456789"), text->size()));
  return seconds;
}

}  // namespace

int64_t SecondsOf(std::string_view published) {
  using namespace std::chrono;
  int y = Number(&published, 4);
  Skip(&published, "-/");
  int m = Number(&published, 2);
  Skip(&published, "-/");
  int d = Number(&published, 2);
  year_month_day day(year(y), month(static_cast<unsigned>(m)),
                     std::chrono::day(static_cast<unsigned>(d)));
  if (y < 0 || m < 0 || d < 0 || !day.ok()) return INT64_MAX;
  int64_t result = int64_t{sys_days(day).time_since_epoch().count()} * 86'400;
  if (!Skip(&published, "T ")) return result;
  result += SecondsOfDay(&published);
  bool west = !published.empty() && published[0] == '-';
  if (Skip(&published, "+-")) result += SecondsOfDay(&published) * (west ? 1 : -1);
  return result;
}

ReprintResult FindReprints(const ReprintOptions& options, ByteSink* table) {
  return ReprintFinder(options, table).Run();
}

}  // namespace factline
