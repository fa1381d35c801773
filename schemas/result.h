// Result<T>: a value, or the one clear line that says why there is none.
//
// Named and shaped like std::expected, so that C++23 can replace it.  Nothing
// throws across a room: what can fail returns a Result.
//
//   Result<Lexicon> lexicon = Lexicon::Open(image);
//   if (!lexicon) return lexicon.error();

#ifndef FACTLINE_SCHEMAS_RESULT_H_
#define FACTLINE_SCHEMAS_RESULT_H_

#include <optional>
#include <string>
#include <utility>

namespace factline {

// Why something could not be done, in one line fit to be shown to a user.
struct Error {
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}              // NOLINT: implicit on purpose
  Result(Error error) : error_(std::move(error.message)) {}  // NOLINT

  explicit operator bool() const { return value_.has_value(); }
  bool has_value() const { return value_.has_value(); }

  // REQUIRES: has_value().
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return &*value_; }
  const T* operator->() const { return &*value_; }

  // REQUIRES: !has_value().
  Error error() const { return Error{error_}; }

 private:
  std::optional<T> value_;
  std::string error_;
};

// A Result without a value: done, or why not.
struct Done {};
using Status = Result<Done>;

}  // namespace factline
#endif  // FACTLINE_SCHEMAS_RESULT_H_
