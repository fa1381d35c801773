// zlib's format, gzip's or none around it, for tests.

#ifndef FACTLINE_TESTS_DEFLATED_H_
#define FACTLINE_TESTS_DEFLATED_H_

#include <zlib.h>

#include <string>
#include <string_view>

namespace factline {

// `text` compressed, in the wrapping that zlib gives this number of window bits.
inline std::string Deflated(std::string_view text, int wrapping) {
  std::string out(text.size() + 200, '\0');
  z_stream stream = {};
  deflateInit2(&stream, 6, Z_DEFLATED, wrapping, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string Gzip(std::string_view text) { return Deflated(text, 31); }

}  // namespace factline
#endif  // FACTLINE_TESTS_DEFLATED_H_
