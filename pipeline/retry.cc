#include "pipeline/retry.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include "corpus/inputs.h"
#include "corpus/json_line.h"
#include "corpus/readers/format.h"
#include "corpus/stored_json.h"
#include "pipeline/collector.h"
#include "pipeline/pump.h"

namespace factline {
namespace {

// The file that a record stood in: of "a.zip/2003/b.xml" a.zip.  Empty where there is
// none that can be opened.
std::string InputOf(std::string_view place) {
  while (!place.empty()) {
    std::string path(place);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored) && std::ifstream(path).good()) return path;
    size_t slash = place.rfind('/');
    place = place.substr(0, slash == std::string_view::npos ? 0 : slash);
  }
  return {};
}

// Bytes from base64; nothing where it is none.
std::string FromBase64(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  uint32_t group = 0;
  int bits = 0;
  for (char c : text) {
    if (c == '=') break;
    size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return {};
    group = group << 6 | static_cast<uint32_t>(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<char>(group >> bits & 0xFF));
  }
  return bytes;
}

Status ReadReject(std::string_view line, StoredReject* stored) {
  auto json = ParseStoredJson(line);
  if (!json) return json.error();
  auto reason = RejectReasonNamed((*json)["reason"].text);
  if (!reason) return Error{"no line of a rejects file"};
  *stored = StoredReject();
  stored->file = (*json)["file"].text;
  stored->id = (*json)["id"].text;
  stored->bytes = FromBase64((*json)["bytes"].text);
  Reject& reject = stored->reject;
  reject.reason = *reason;
  reject.locator = {stored->file, (*json)["line"].Integer(), (*json)["byte_offset"].Integer()};
  reject.id = stored->id;
  reject.bytes = stored->bytes;
  reject.size = (*json)["size"].Integer();
  reject.rest = (*json)["rest"].text == "true";
  (*json)["sha256"].text.copy(reject.sha256, sizeof reject.sha256);
  return Done{};
}

Status ForEachReject(const std::vector<std::string>& paths,
                     const std::function<bool(const StoredReject&)>& use) {
  StoredReject stored;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{path + ": cannot be opened"};
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      Status read = ReadReject(line, &stored);
      if (!read) return Error{path + ":" + std::to_string(number) + ": " + read.error().message};
      if (!use(stored)) return Done{};
    }
  }
  return Done{};
}

// Whether the kept bytes are the whole record, and a record alone says what it is.
bool IsWhole(const StoredReject& stored) {
  const Reject& reject = stored.reject;
  if (reject.rest || stored.bytes.empty() || stored.bytes.size() != reject.size) return false;
  InputFormat format = DetectFormat(stored.file, stored.bytes);
  return format == InputFormat::kJsonLines || format == InputFormat::kJson;
}

// One record in a batch of its own.
void FillBatch(const StoredReject& stored, RecordBatch* batch) {
  batch->Clear();
  batch->bytes.assign(stored.bytes.begin(), stored.bytes.end());
  batch->bytes.resize(stored.bytes.size() + JsonLineParser::kLookAhead);
  batch->used = stored.bytes.size();
  RawRecord& record = batch->records.emplace_back();
  record.format = InputFormat::kJsonLines;
  record.size = record.full_size = stored.bytes.size();
  record.locator = stored.reject.locator;
}

}  // namespace

Result<RetryList> RetryList::Read(std::vector<std::string> paths) {
  RetryList list;
  Inputs inputs(std::move(paths));
  while (auto input = inputs.Next()) list.paths_.push_back(input->path);
  std::set<std::string> inputs_seen;
  Status read = ForEachReject(list.paths_, [&](const StoredReject& stored) {
    auto [at, fresh] = list.places_.try_emplace(stored.file);
    std::string input = fresh ? InputOf(stored.file) : std::string();
    if (!input.empty()) {
      at->second.can_be_opened = true;
      if (inputs_seen.insert(input).second) list.files_.push_back(input);
    }
    at->second.places.push_back({stored.reject.locator.byte_offset, stored.reject.rest});
    return true;
  });
  if (!read) return read.error();
  for (auto& [name, file] : list.places_) {
    std::vector<Place>& places = file.places;
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return a.byte_offset != b.byte_offset ? a.byte_offset < b.byte_offset : a.rest > b.rest;
    });
    auto same = [](const Place& a, const Place& b) { return a.byte_offset == b.byte_offset; };
    places.erase(std::unique(places.begin(), places.end(), same), places.end());
    auto rest = std::find_if(places.begin(), places.end(), [](const Place& p) { return p.rest; });
    file.first_rest = static_cast<size_t>(rest - places.begin());
  }
  return list;
}

bool RetryList::CanBeOpened(const std::string& file) const {
  auto found = places_.find(file);
  return found != places_.end() && found->second.can_be_opened;
}

// The place at that offset, or the one to whose rest it belongs, or null.
RetryList::Place* RetryList::PlaceOf(std::string_view name, uint64_t byte_offset) {
  auto found = places_.find(name);
  if (found == places_.end()) return nullptr;
  std::vector<Place>& places = found->second.places;
  auto at =
      std::lower_bound(places.begin(), places.end(), byte_offset,
                       [](const Place& p, uint64_t offset) { return p.byte_offset < offset; });
  if (at != places.end() && at->byte_offset == byte_offset) return &*at;
  size_t rest = found->second.first_rest;
  bool follows = rest < places.size() && places[rest].byte_offset < byte_offset;
  return follows ? &places[rest] : nullptr;
}

bool RetryList::Wants(const Locator& place) {
  Place* found = PlaceOf(place.file, place.byte_offset);
  if (found == nullptr) return false;
  std::atomic_ref<uint8_t>(found->found).store(true, std::memory_order_relaxed);
  return true;
}

Status RetryList::ForEachLeft(const std::function<bool(const StoredReject&)>& use) {
  return ForEachReject(paths_, [&](const StoredReject& stored) {
    Place* place = PlaceOf(stored.file, stored.reject.locator.byte_offset);
    if (place == nullptr || place->found) return true;
    place->found = true;
    return use(stored);
  });
}

RunResult RetryRejects(const Engine& engine, const RunOptions& options, RetryList* list,
                       ByteSink* records, ByteSink* rejects) {
  RunResult result;
  RunOptions run = options;
  run.inputs = list->files();
  run.wanted = [list](uint64_t, const Locator& place) { return list->Wants(place); };
  Collector collector(run, records, rejects, &result);
  if (!collector.Begin()) return result;
  uint64_t read = Pump(engine, run, [&](const Work& work) { return collector.Take(work); });
  bool go_on = result.end == RunResult::End::kComplete && !(run.stopped && run.stopped());
  run.wanted = nullptr;
  BatchWorker worker(engine, run);
  Work work;
  Status left = list->ForEachLeft([&](const StoredReject& stored) {
    if (!go_on) return false;
    ++read;
    if (list->CanBeOpened(stored.file) || !IsWhole(stored)) {
      Reject reject = stored.reject;
      reject.detail = "not found again";
      return go_on = collector.Take(reject);
    }
    FillBatch(stored, &work.batch);
    worker.Do(&work);
    return go_on = collector.Take(work);
  });
  if (!left && result.end == RunResult::End::kComplete) {
    result.end = RunResult::End::kOutputFailed;
    result.error = left.error().message;
    return result;
  }
  collector.Finish(read);
  return result;
}

}  // namespace factline
