// The door of libarchive, of which only the readers of zip and tar are let in.
//
// A zip on a disk is read by the list at its end, as everybody reads it; one that
// arrives on a pipe or in another archive by the heads in front of its members.  Who
// builds bombs lets many entries of the list name the same bytes, so that no member is
// suspicious alone: what all members give is held against the size of the archive too.

#include "corpus/members.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "corpus/decompressor.h"
#include "corpus/text/unicode.h"

namespace factline {
namespace {

constexpr size_t kDeepest = 2;                 // archives in one another
constexpr uint64_t kMostMembers = 10'000'000;  // of one archive
constexpr size_t kTarHead = 512;
constexpr size_t kSlice =
    16 * 1024;  // handed to libarchive at a time: what it has, it is counted for

bool IsZip(const Intake& intake) {
  return intake.StartsWith("PK\3\4") || intake.StartsWith("PK\5\6") || intake.StartsWith("PK\7\b");
}

// The magic of POSIX and GNU; or, of older ones, a head whose sum is right.
bool IsTar(const Intake& intake) {
  if (intake.left() < kTarHead || *intake.at() == '\0') return false;
  if (intake.StartsWith("ustar", 257)) return true;
  const char* head = intake.at();
  int sum = 0, said = 0;
  for (size_t i = 0; i < kTarHead; ++i) {
    bool field = i >= 148 && i < 156;
    sum += field ? ' ' : static_cast<unsigned char>(head[i]);
    if (field && head[i] >= '0' && head[i] <= '7') said = said * 8 + (head[i] - '0');
  }
  return sum == said;
}

// `name` fit to be shown: no control characters, nothing that is not UTF-8.
std::string Clean(std::string_view name) {
  std::string clean;
  for (size_t at = 0; at < name.size();) {
    Decoded c = DecodeAt(name, at);
    bool control = c.code_point < 0x20 || (c.code_point >= 0x7F && c.code_point < 0xA0) ||
                   c.code_point == 0xFFFD;
    if (control)
      clean += "\xEF\xBF\xBD";
    else
      clean += name.substr(at, c.size);
    at += c.size;
  }
  return clean;
}

// As in folders: names that begin with a dot, and what macOS adds.
bool IsHidden(std::string_view name) {
  for (size_t at = 0; at < name.size();) {
    size_t end = std::min(name.find('/', at), name.size());
    std::string_view part = name.substr(at, end - at);
    if (part == "__MACOSX" || (part.size() > 1 && part[0] == '.' && part != "..")) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

// One archive, open.
class Members::Archive {
 public:
  Archive(Intake intake, std::string label, const Limits& limits)
      : intake_(std::move(intake)), label_(std::move(label)), limits_(limits) {
    archive_ = ::archive_read_new();
    ::archive_read_support_format_zip(archive_);
    ::archive_read_support_format_tar(archive_);
    // cat a.tar b.tar: what stands behind the first one's end is read too.
    ::archive_read_set_option(archive_, "tar", "read_concatenated_archives", "1");
    ::archive_read_set_read_callback(archive_, &Archive::Give);
    size_ = intake_.raw().size();
    if (size_) {
      intake_.Seek(0);
      ::archive_read_set_seek_callback(archive_, &Archive::SeekTo);
    }
    ::archive_read_set_callback_data(archive_, this);
    opened_ = ::archive_read_open1(archive_) == ARCHIVE_OK;
  }
  ~Archive() { ::archive_read_free(archive_); }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  enum class Found { kMember, kEnd, kFailure };

  // The next member that is a file.
  Found Next() {
    if (!opened_) return Failed();
    while (true) {
      if (TooMuch()) return Found::kFailure;
      int result = ::archive_read_next_header(archive_, &entry_);
      if (result == ARCHIVE_EOF) return Ended();
      if (result == ARCHIVE_RETRY) continue;
      if (result < ARCHIVE_WARN) return Failed();
      if (++count_ > kMostMembers) {
        reason_ = RejectReason::kTooLarge;
        detail_ = "more than 10,000,000 members";
        return Found::kFailure;
      }
      bool file = ::archive_entry_filetype(entry_) == AE_IFREG &&
                  ::archive_entry_hardlink(entry_) == nullptr;
      if (file && !IsHidden(Name())) break;
    }
    member_taken_ = intake_.taken();
    member_given_ = 0;
    return Found::kMember;
  }

  bool encrypted() const { return ::archive_entry_is_data_encrypted(entry_) != 0; }
  std::string MemberLabel() const { return label_ + "/" + Clean(Name()); }
  const std::string& label() const { return label_; }
  RejectReason reason() const { return reason_; }
  const std::string& detail() const { return detail_; }

  // Of the member in hand.
  std::unique_ptr<ByteSource> NewSource() { return std::make_unique<MemberSource>(this); }

 private:
  class MemberSource : public ByteSource {
   public:
    explicit MemberSource(Archive* archive) : archive_(archive) {}
    size_t Read(char* out, size_t room) override {
      if (failure() != RejectReason::kNone) return 0;
      std::string why;
      RejectReason reason = RejectReason::kNone;
      size_t n = archive_->ReadMember(out, room, &reason, &why);
      return reason == RejectReason::kNone ? n : Fail(reason, std::move(why));
    }
    bool Ready() const override { return archive_->intake_.Ready(); }
    void Acknowledge() override { archive_->Acknowledge(); }

   private:
    Archive* archive_;
  };

  size_t ReadMember(char* out, size_t room, RejectReason* reason, std::string* why) {
    la_ssize_t n = ::archive_read_data(archive_, out, room);
    if (n < 0) {
      RejectReason raw = intake_.raw().failure();
      *reason = raw != RejectReason::kNone ? raw : RejectReason::kDamaged;
      *why = Message();
      return 0;
    }
    given_ += static_cast<uint64_t>(n);
    member_given_ += static_cast<uint64_t>(n);
    uint64_t taken = intake_.taken() - member_taken_ + kSlice;
    bool bomb = IsAmplified(member_given_, taken, limits_.amplification);
    if (!bomb && !IsAmplified(given_, TakenInAll(), limits_.amplification))
      return static_cast<size_t>(n);
    *reason = RejectReason::kTooLarge;
    *why = AmplificationText(member_given_, taken);
    broken_off_ = true;
    return 0;
  }

  void Acknowledge() {
    given_ = member_given_ = 0;
    member_taken_ = intake_.taken();
    intake_.raw().Acknowledge();
  }

  // Bytes of the archive that all its members share.
  uint64_t TakenInAll() const { return size_ ? *size_ : intake_.taken(); }

  // Going on behind a bomb would decompress the rest of it, where the archive has no
  // list of its members.
  bool TooMuch() {
    bool all = IsAmplified(given_, TakenInAll(), limits_.amplification);
    if (!all && !(broken_off_ && !size_)) return false;
    reason_ = RejectReason::kTooLarge;
    detail_ = "the members behind are not read";
    return true;
  }

  Found Ended() {
    RejectReason raw = intake_.raw().failure();
    if (raw == RejectReason::kNone) return Found::kEnd;
    reason_ = raw;
    detail_ = intake_.raw().detail();
    return Found::kFailure;
  }

  Found Failed() {
    RejectReason raw = intake_.raw().failure();
    reason_ = raw != RejectReason::kNone ? raw : RejectReason::kDamaged;
    detail_ = raw != RejectReason::kNone ? intake_.raw().detail() : Message();
    return Found::kFailure;
  }

  std::string Message() const {
    const char* said = ::archive_error_string(archive_);
    return Clean(said != nullptr ? said : "not an archive");
  }

  std::string Name() const {
    const char* name = ::archive_entry_pathname_utf8(entry_);
    if (name == nullptr) name = ::archive_entry_pathname(entry_);
    return name != nullptr ? name : "";
  }

  static la_ssize_t Give(struct archive*, void* data, const void** bytes) {
    auto* self = static_cast<Archive*>(data);
    if (!self->intake_.Refill()) {
      bool failed = self->intake_.raw().failure() != RejectReason::kNone;
      return failed ? ARCHIVE_FATAL : 0;
    }
    *bytes = self->intake_.at();
    size_t n = std::min(self->intake_.left(), kSlice);
    self->intake_.Skip(n);
    self->position_ += n;
    return static_cast<la_ssize_t>(n);
  }

  static la_int64_t SeekTo(struct archive*, void* data, la_int64_t offset, int whence) {
    auto* self = static_cast<Archive*>(data);
    auto size = static_cast<la_int64_t>(*self->size_);
    auto here = static_cast<la_int64_t>(self->position_);
    la_int64_t to = offset + (whence == SEEK_END ? size : whence == SEEK_CUR ? here : 0);
    if (to < 0 || to > size) return ARCHIVE_FATAL;
    self->intake_.Seek(static_cast<uint64_t>(to));
    self->position_ = static_cast<uint64_t>(to);
    return to;
  }

  Intake intake_;
  std::string label_;
  Limits limits_;
  struct archive* archive_ = nullptr;
  struct archive_entry* entry_ = nullptr;
  std::optional<uint64_t> size_;  // of the archive, where it can be read in any order
  uint64_t position_ = 0;
  uint64_t count_ = 0;
  // Since what was given was last acknowledged:
  uint64_t given_ = 0;         // bytes of all members
  uint64_t member_given_ = 0;  // of the member in hand
  uint64_t member_taken_ = 0;  // of the archive, then or when the member began
  bool opened_ = false;
  bool broken_off_ = false;
  RejectReason reason_ = RejectReason::kNone;
  std::string detail_;
};

Members::Members(std::unique_ptr<ByteSource> file, std::string label, const Limits& limits)
    : limits_(limits), file_(std::move(file)), label_(std::move(label)) {}

Members::~Members() {
  source_.reset();
  while (!archives_.empty()) archives_.pop_back();  // each reads from the one before
}

bool Members::Next() {
  source_.reset();
  if (file_ != nullptr) {
    if (Open(std::move(file_))) return true;
  }
  while (!archives_.empty()) {
    Archive& archive = *archives_.back();
    Archive::Found found = archive.Next();
    if (found == Archive::Found::kMember) {
      label_ = archive.MemberLabel();
      if (archive.encrypted()) return Refuse(RejectReason::kEncrypted, "");
      if (Open(archive.NewSource())) return true;
      continue;
    }
    label_ = archive.label();
    RejectReason reason = archive.reason();
    std::string detail = archive.detail();
    archives_.pop_back();
    if (found == Archive::Found::kFailure) return Refuse(reason, std::move(detail));
  }
  return false;
}

// Whether `bytes`, which are called label_, are something to read; if not, they are an
// archive that is open now.
bool Members::Open(std::unique_ptr<ByteSource> bytes) {
  Intake intake(std::move(bytes));
  if (auto plain = Decompress(&intake, limits_.amplification)) intake = Intake(std::move(plain));
  // Who writes to us line by line is not kept waiting until there is a tar's head.
  while (intake.left() < kTarHead && !intake.ended() &&
         (intake.left() == 0 || intake.raw().Ready())) {
    intake.Gather(intake.left() + 1);
  }
  reason_ = RejectReason::kNone;
  detail_.clear();
  if (!IsZip(intake) && !IsTar(intake)) {
    source_ = Transcode(&intake);
    if (source_ == nullptr) source_ = Plain(std::move(intake));
    return true;
  }
  if (archives_.size() == kDeepest)
    return Refuse(RejectReason::kTooDeep, "an archive in an archive in an archive");
  archives_.push_back(std::make_unique<Archive>(std::move(intake), label_, limits_));
  return false;
}

bool Members::Refuse(RejectReason reason, std::string detail) {
  reason_ = reason;
  detail_ = std::move(detail);
  return true;
}

}  // namespace factline
