// Hashes of text.  The door of OpenSSL and xxHash.

#ifndef FACTLINE_CORPUS_TEXT_DIGEST_H_
#define FACTLINE_CORPUS_TEXT_DIGEST_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace factline {

// Writes the SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
void Sha256Hex(std::string_view bytes, char out[64]);

// The same over bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void Add(std::string_view bytes);
  // The hexadecimal digits of all that was added; the next Add() starts anew.
  std::string Hex();

 private:
  void* context_;
};

// 64 bits that differ between texts for all practical purposes (XXH3).  The
// same on every machine.
uint64_t Hash64(std::string_view bytes, uint64_t seed = 0);

}  // namespace factline
#endif  // FACTLINE_CORPUS_TEXT_DIGEST_H_
