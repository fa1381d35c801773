#include "pipeline/parts/parts_run.h"

#include <filesystem>
#include <fstream>

#include "corpus/text/digest.h"
#include "pipeline/parts/inventory.h"
#include "pipeline/parts/manifest.h"
#include "pipeline/parts/part_writer.h"
#include "pipeline/pump.h"

namespace factline {
namespace {

namespace fs = std::filesystem;

using End = PartsResult::End;

std::string Sha256Of(std::string_view bytes) {
  std::string hex(64, '0');
  Sha256Hex(bytes, hex.data());
  return hex;
}

// The SHA-256 of a file, empty where it cannot be read.
std::string Sha256OfFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  Sha256 digest;
  std::vector<char> block(1 << 20);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    digest.Add({block.data(), static_cast<size_t>(in.gcount())});
  }
  return digest.Hex();
}

Status WriteFile(const std::string& path, std::string_view bytes) {
  auto sink = OpenByteSink(path);
  if (!sink) return sink.error();
  if ((*sink)->Write(bytes) != WriteResult::kWritten ||
      (*sink)->Finish() != WriteResult::kWritten) {
    return Error{(*sink)->error()};
  }
  return Done{};
}

// What a run and a merge have in common: the folder, its journal, its last files.
class PartsFolder {
 public:
  explicit PartsFolder(std::string folder) : folder_(std::move(folder)) {}

 protected:
  bool EndAs(PartsResult::End end, std::string error) {
    result_.end = end;
    result_.error = std::move(error);
    return false;
  }
  bool Refuse(std::string why) { return EndAs(End::kRefused, std::move(why)); }
  bool Fail(std::string why) { return EndAs(End::kOutputFailed, std::move(why)); }
  bool Judge(const Status& status) { return status ? true : Fail(status.error().message); }
  std::string PathOf(std::string_view name) const { return folder_ + "/" + std::string(name); }

  bool MakeFolder() {
    std::error_code error;
    fs::create_directories(folder_, error);
    return error ? Fail(folder_ + ": " + error.message()) : true;
  }

  // Files of the folder whose names begin so.
  std::vector<fs::path> FilesNamed(std::string_view begin) const {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
      if (entry.path().filename().string().rfind(begin, 0) == 0) files.push_back(entry.path());
    }
    return files;
  }

  bool Count() {
    for (const auto& [number, part] : journal_.parts) {
      result_.counts.Add(part.counts);
      result_.counts.read += part.counts.read;
    }
    result_.parts = journal_.parts.size();
    const RunCounts& counts = result_.counts;
    if (counts.read == counts.extracted + counts.rejected + counts.reprints) return true;
    return Fail("articles have been lost: read is not extracted + rejected");
  }

  // The journal in the order of the parts, the package, the manifest: the last
  // files of a run that is whole.
  bool WriteLastFiles() {
    std::string journal = ConfigLine(journal_);
    for (const auto& [number, part] : journal_.parts) journal += PartLine(part);
    journal += EndLine(*journal_.records);
    const std::pair<const char*, std::string> kFiles[] = {
        {"journal.tsv", std::move(journal)},
        {"datapackage.json", DataPackageJson(journal_)},
        {"manifest.json", ManifestJson(config_json_, journal_, result_.counts)},
    };
    for (const auto& [name, bytes] : kFiles) {
      if (!Judge(WriteFile(PathOf(name), bytes))) return false;
    }
    return true;
  }

  std::string folder_;
  std::string config_json_;
  Journal journal_;
  PartsResult result_;
};

class PartsRun : private PartsFolder {
 public:
  PartsRun(const Engine& engine, const PartsOptions& options)
      : PartsFolder(options.folder), engine_(engine), options_(options) {}

  PartsResult Run() {
    if (Prepare() && OpenJournal() && Extract() && Count() && options_.shards == 1) {
      WriteLastFiles();
    }
    return std::move(result_);
  }

 private:
  bool Stopped() const { return options_.run.stopped && options_.run.stopped(); }
  std::string JournalName() const {
    if (options_.shards == 1) return "journal.tsv";
    return "journal-" + std::to_string(options_.shard) + "-of-" + std::to_string(options_.shards) +
           ".tsv";
  }

  bool Prepare() {
    if (!MakeFolder()) return false;
    auto inputs = options_.plan != nullptr
                      ? PlannedInputs()
                      : TakeInventory(options_.run.inputs, options_.run.stopped);
    if (Stopped()) return EndAs(End::kStopped, "");
    if (!inputs) return Refuse(inputs.error().message);
    auto tables = TakeInventory(options_.tables, options_.run.stopped);
    if (!tables) return Refuse(tables.error().message);
    if (Stopped()) return EndAs(End::kStopped, "");
    config_json_ = ConfigJson(engine_, options_, *inputs, *tables) + "\n";
    return true;
  }

  // All files of the plan; those that this shard reads must still be what they were.
  Result<std::vector<InventoryFile>> PlannedInputs() {
    piece_ = options_.plan->PieceOf(options_.shard);
    for (const PlannedFile& file : piece_.files) {
      auto now = TakeInventory({file.path}, options_.run.stopped);
      bool same = now && now->size() == 1 && now->front().error == file.error &&
                  (!file.error.empty() || now->front().sha256 == file.sha256);
      if (!same) return Error{file.path + ": not what it was when the plan was made"};
    }
    return std::vector<InventoryFile>(options_.plan->files.begin(), options_.plan->files.end());
  }

  bool OpenJournal() {
    std::string path = PathOf(JournalName()), config = Sha256Of(config_json_);
    auto journal = Journal::Read(path);
    if (!journal) return Refuse(journal.error().message);
    journal_ = std::move(*journal);
    if (!journal_.config.empty() && !options_.resume && !options_.force) {
      return Refuse(folder_ + ": holds a run already; --resume goes on with it");
    }
    if (!journal_.config.empty() && journal_.config != config && !options_.force) {
      return Refuse(folder_ +
                    ": options, inputs or program differ from those of the run in it; --force "
                    "starts anew");
    }
    if (journal_.config != config || !options_.resume) StartAnew(path);
    RemoveTemporaries();
    ForgetDamagedParts();
    bool fresh = journal_.config.empty();
    journal_.config = config;
    journal_.format = options_.run.to;
    journal_.records_per_part = options_.records_per_part;
    if (!Judge(writer_.Open(path))) return false;
    if (!fresh) return true;
    return Judge(WriteFile(PathOf("config.json"), config_json_)) &&
           Judge(writer_.Append(ConfigLine(journal_)));
  }

  void StartAnew(const std::string& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
    for (const char* last : {"manifest.json", "datapackage.json"})
      fs::remove(PathOf(last), ignored);
    journal_ = Journal();
  }

  // What a killed run left under temporary names, unless shards beside this one
  // may be writing theirs.
  void RemoveTemporaries() {
    std::error_code ignored;
    if (options_.shards != 1) return;
    for (const fs::path& path : FilesNamed(".")) {
      if (path.filename().string().find(".tmp-") != std::string::npos) fs::remove(path, ignored);
    }
  }

  // A part whose file is gone or has another size is written again.
  void ForgetDamagedParts() {
    for (auto part = journal_.parts.begin(); part != journal_.parts.end();) {
      std::error_code error;
      uint64_t size = fs::file_size(PathOf(part->second.file), error);
      bool whole = !error && size == part->second.bytes;
      part = whole ? std::next(part) : journal_.parts.erase(part);
    }
    result_.parts_kept = journal_.parts.size();
  }

  bool Wanted(uint64_t record) const {
    uint64_t part = record / options_.records_per_part;
    return IsOurs(part) && !kept_.count(part);
  }

  bool IsOurs(uint64_t part) const {
    if (options_.plan == nullptr) return part % options_.shards == options_.shard;
    const PlannedShard& shard = options_.plan->shards[options_.shard];
    return shard.first_part <= part && part < shard.end_part;
  }

  RunOptions RunOfThisShard() const {
    RunOptions run = options_.run;
    run.wanted = [this](uint64_t record, const Locator&) { return Wanted(record); };
    if (options_.plan == nullptr) return run;
    run.inputs.clear();
    for (const PlannedFile& file : piece_.files) run.inputs.push_back(file.path);
    run.first_record = piece_.first_record;
    run.end_record = piece_.end_record;
    return run;
  }

  bool Extract() {
    kept_ = journal_.parts;
    RunOptions run = RunOfThisShard();
    PartWriter parts(run, folder_, options_.records_per_part, [this](const PartEntry& part) {
      journal_.parts[part.number] = part;
      return writer_.Append(PartLine(part));
    });
    bool written = true;
    uint64_t read =
        Pump(engine_, run, [&](const Work& work) { return written = parts.Take(work); });
    if (!written) return Fail(parts.error());
    if (run.reprints != nullptr && !run.reprints->error().empty())
      return Refuse(run.reprints->error());
    if (Stopped()) return EndAs(End::kStopped, "");
    if (options_.plan != nullptr && run.first_record + read < run.end_record)
      return Refuse("the inputs have fewer records than the plan says: one has changed");
    if (!parts.Finish()) return Fail(parts.error());
    journal_.records = options_.plan != nullptr ? options_.plan->records : read;
    return Judge(writer_.Append(EndLine(*journal_.records)));
  }

  const Engine& engine_;
  const PartsOptions& options_;
  PlannedPiece piece_;                  // where there is a plan
  std::map<uint64_t, PartEntry> kept_;  // whole before this run began
  JournalWriter writer_;
};

class Merge : private PartsFolder {
 public:
  explicit Merge(std::string folder) : PartsFolder(std::move(folder)) {}

  PartsResult Run(const std::vector<std::string>& folders) {
    if (MakeFolder() && Collect(folders) && Count() && WriteLastFiles()) RemoveShardJournals();
    return std::move(result_);
  }

 private:
  bool Collect(const std::vector<std::string>& folders) {
    for (const std::string& folder : folders) {
      if (!CollectFrom(folder)) return false;
    }
    if (!journal_.records) return Refuse("no shard has come to the end of its input");
    uint64_t each = journal_.records_per_part, parts = (*journal_.records + each - 1) / each;
    for (uint64_t number = 0; number < parts; ++number) {
      if (!journal_.parts.count(number)) {
        return Refuse(PartName(number, journal_.format) + ": no shard has written this part");
      }
    }
    return Judge(WriteFile(PathOf("config.json"), config_json_));
  }

  bool CollectFrom(const std::string& folder) {
    std::error_code error;
    bool any = false;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      std::string name = entry.path().filename().string();
      if (name.rfind("journal", 0) != 0) continue;
      any = true;
      if (!CollectJournal(folder, entry.path().string())) return false;
    }
    if (error) return Refuse(folder + ": " + error.message());
    return any ? true : Refuse(folder + ": no journal of a run in it");
  }

  bool CollectJournal(const std::string& folder, const std::string& path) {
    auto journal = Journal::Read(path);
    if (!journal) return Refuse(journal.error().message);
    if (journal_.config.empty()) {
      std::ifstream in(folder + "/config.json", std::ios::binary);
      config_json_.assign(std::istreambuf_iterator<char>(in), {});
      journal_.config = journal->config;
      journal_.format = journal->format;
      journal_.records_per_part = journal->records_per_part;
      if (Sha256Of(config_json_) != journal_.config) {
        return Refuse(folder + "/config.json: missing, or not what the journal says");
      }
    }
    if (journal->config != journal_.config) {
      return Refuse(path + ": of a run with other options, inputs or program");
    }
    if (journal->records) journal_.records = journal->records;
    for (const auto& [number, part] : journal->parts) {
      if (!TakePart(folder, part)) return false;
    }
    return true;
  }

  bool TakePart(const std::string& folder, const PartEntry& part) {
    std::string from = folder + "/" + part.file;
    if (Sha256OfFile(from) != part.sha256) {
      return Refuse(from + ": missing, or not what its journal says");
    }
    journal_.parts[part.number] = part;
    return TakeFile(folder, part.file) &&
           (part.counts.rejected == 0 || TakeFile(folder, RejectsName(part.number)));
  }

  bool TakeFile(const std::string& folder, const std::string& name) {
    std::error_code error;
    if (fs::equivalent(folder, folder_, error)) return true;
    std::string temporary = PathOf("." + name + ".tmp-merge");
    fs::copy_file(folder + "/" + name, temporary, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(temporary, PathOf(name), error);
    return error ? Fail(PathOf(name) + ": " + error.message()) : true;
  }

  void RemoveShardJournals() {
    std::error_code ignored;
    for (const fs::path& path : FilesNamed("journal-")) fs::remove(path, ignored);
  }
};

}  // namespace

PartsResult ExtractInParts(const Engine& engine, const PartsOptions& options) {
  return PartsRun(engine, options).Run();
}

PartsResult MergeParts(const std::vector<std::string>& folders, const std::string& folder) {
  return Merge(folder).Run(folders);
}

}  // namespace factline
