// Stands in for the lexicon image in compile_lexicons, which writes it.

extern "C" {
extern const char factline_lexicon_begin[1];
extern const char factline_lexicon_end[1];
const char factline_lexicon_begin[1] = {0};
const char factline_lexicon_end[1] = {0};
}
