// Words whose full stop belongs to them ("Mr.", "Inc.", "No. 5").
// The table is corpus/abbreviations.tsv, compiled in.

#ifndef FACTLINE_CORPUS_ABBREVIATIONS_H_
#define FACTLINE_CORPUS_ABBREVIATIONS_H_

#include <cstdint>
#include <string_view>

namespace factline {

// The head of the table says what each means.
enum class AbbreviationKind : uint8_t { none, before_name, before_number, either, state, inside };

// The kind of `lower`, a word in lower case without its full stop.
AbbreviationKind AbbreviationOf(std::string_view lower);

}  // namespace factline
#endif  // FACTLINE_CORPUS_ABBREVIATIONS_H_
