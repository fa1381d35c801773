// What one input holds: itself, or, where it is a .zip or .tar, its members, and in
// turn theirs.
//
// Everything is streamed, nothing is ever unpacked to the disk, and nothing is opened
// by a member's name: a name is a label, "archive.zip/2003/story.xml", whatever it
// says.  What archives are refused for is in the table of docs/input.md.
//
//   Members members(std::move(file), "archive.zip", limits);
//   while (members.Next()) … members.label(), members.source() …

#ifndef FACTLINE_CORPUS_MEMBERS_H_
#define FACTLINE_CORPUS_MEMBERS_H_

#include <memory>
#include <string>
#include <vector>

#include "corpus/byte_source.h"
#include "corpus/limits.h"
#include "corpus/reject.h"

namespace factline {

class Members {
 public:
  // `file` has the bytes as they lie on the disk, compressed or not.
  Members(std::unique_ptr<ByteSource> file, std::string label, const Limits& limits);
  ~Members();

  // Goes on to the next thing to read; false at the end.  The source before is gone
  // then.  Folders, links, devices and hidden files are no things to read.
  bool Next();

  // How it is called: the file's own name, and those of the members it stands in,
  // clean of control characters and of bytes that are not UTF-8.
  const std::string& label() const { return label_; }

  // Its bytes, decompressed; null where it cannot be read, for `reason()`:
  //   kDamaged    an archive, or the list of its members, that is broken or cut short
  //   kEncrypted  a member that asks for a password
  //   kTooDeep    an archive in an archive in an archive
  //   kTooLarge   more members, or more bytes in all, than an archive of its size has
  ByteSource* source() const { return source_.get(); }
  RejectReason reason() const { return reason_; }
  const std::string& detail() const { return detail_; }

 private:
  class Archive;

  bool Refuse(RejectReason reason, std::string detail);
  bool Open(std::unique_ptr<ByteSource> bytes);

  Limits limits_;
  std::unique_ptr<ByteSource> file_;                // until it has been opened
  std::vector<std::unique_ptr<Archive>> archives_;  // each a member of the one before
  std::unique_ptr<ByteSource> source_;              // of the thing in hand, if it is no archive
  std::string label_;
  RejectReason reason_ = RejectReason::kNone;
  std::string detail_;
};

}  // namespace factline
#endif  // FACTLINE_CORPUS_MEMBERS_H_
