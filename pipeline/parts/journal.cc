#include "pipeline/parts/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <vector>

namespace factline {
namespace {

std::vector<std::string_view> Fields(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

bool Number(std::string_view text, uint64_t* number) {
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

constexpr size_t kPartFields = 11;  // before the reasons

std::optional<PartEntry> PartOf(const std::vector<std::string_view>& fields) {
  PartEntry part;
  RunCounts& counts = part.counts;
  if (fields.size() != kPartFields + kRejectReasons) return std::nullopt;
  bool read = Number(fields[1], &part.number) && Number(fields[3], &part.bytes) &&
              Number(fields[5], &counts.read) && Number(fields[6], &counts.extracted) &&
              Number(fields[7], &counts.facts) && Number(fields[8], &counts.text_bytes) &&
              Number(fields[9], &counts.rejected) && Number(fields[10], &counts.reprints);
  part.file = fields[2];
  part.sha256 = fields[4];
  for (size_t i = 0; i < kRejectReasons && read; ++i) {
    read = Number(fields[kPartFields + i], &counts.by_reason[i]);
  }
  if (!read) return std::nullopt;
  return part;
}

Error SystemError(const std::string& path, const char* what) {
  return Error{path + ": " + what + ": " + std::strerror(errno)};
}

}  // namespace

Result<Journal> Journal::Read(const std::string& path) {
  Journal journal;
  std::ifstream in(path, std::ios::binary);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (in.eof()) break;  // no line feed: cut short
    auto fields = Fields(line);
    uint64_t records = 0;
    if (fields[0] == "config" && fields.size() == 4 && RecordFormatNamed(fields[2]) &&
        Number(fields[3], &journal.records_per_part) && journal.records_per_part != 0) {
      journal.config = fields[1];
      journal.format = *RecordFormatNamed(fields[2]);
    } else if (fields[0] == "end" && fields.size() == 2 && Number(fields[1], &records)) {
      journal.records = records;
    } else if (auto part = fields[0] == "part" ? PartOf(fields) : std::nullopt) {
      journal.parts[part->number] = std::move(*part);
    } else {
      return Error{path + ":" + std::to_string(number) + ": not a line of a journal"};
    }
  }
  return journal;
}

std::string ConfigLine(const Journal& journal) {
  return "config\t" + journal.config + "\t" + std::string(Name(journal.format)) + "\t" +
         std::to_string(journal.records_per_part) + "\n";
}

std::string EndLine(uint64_t records) { return "end\t" + std::to_string(records) + "\n"; }

std::string PartLine(const PartEntry& part) {
  const RunCounts& counts = part.counts;
  std::string line = "part\t" + std::to_string(part.number) + "\t" + part.file + "\t" +
                     std::to_string(part.bytes) + "\t" + part.sha256;
  for (uint64_t n : {counts.read, counts.extracted, counts.facts, counts.text_bytes,
                     counts.rejected, counts.reprints}) {
    line += "\t" + std::to_string(n);
  }
  for (uint64_t n : counts.by_reason) line += "\t" + std::to_string(n);
  return line + "\n";
}

JournalWriter::~JournalWriter() {
  if (fd_ >= 0) ::close(fd_);
}

Status JournalWriter::Open(const std::string& path) {
  path_ = path;
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) return SystemError(path_, "open");
  off_t size = ::lseek(fd_, 0, SEEK_END);
  char last = 0;
  while (size > 0 && ::pread(fd_, &last, 1, size - 1) == 1 && last != '\n') --size;
  if (::ftruncate(fd_, size) != 0) return SystemError(path_, "truncate");
  if (::lseek(fd_, size, SEEK_SET) != size) return SystemError(path_, "seek");
  return Done{};
}

Status JournalWriter::Append(std::string_view line) {
  while (!line.empty()) {
    ssize_t n = ::write(fd_, line.data(), line.size());
    if (n >= 0) {
      line.remove_prefix(static_cast<size_t>(n));
    } else if (errno != EINTR) {
      return SystemError(path_, "write");
    }
  }
  if (::fdatasync(fd_) != 0) return SystemError(path_, "fsync");
  return Done{};
}

}  // namespace factline
