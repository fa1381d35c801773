// Words that tell where a sentence begins or goes on.  The table is
// corpus/sentence_words.tsv, compiled in; its head says what the kinds mean.

#ifndef FACTLINE_CORPUS_SENTENCE_WORDS_H_
#define FACTLINE_CORPUS_SENTENCE_WORDS_H_

#include <cstdint>
#include <string_view>

namespace factline {

enum class SentenceWord : uint8_t { starter, joins, day, speech };

// Whether `word`, in any case, with or without its full stop, is one of that kind.
bool IsSentenceWord(std::string_view word, SentenceWord kind);

}  // namespace factline
#endif  // FACTLINE_CORPUS_SENTENCE_WORDS_H_
