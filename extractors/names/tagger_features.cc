#include "extractors/names/tagger_features.h"

#include <algorithm>

#include "corpus/text/short_bytes.h"

namespace factline::tagger {
namespace {

uint32_t FineOf(uint32_t classes) { return classes & 0x3FF; }
uint32_t Fine(const Trait& t) { return FineOf(t.classes); }
uint32_t Middle(const Trait& t) { return t.classes >> 10 & 0x7F; }
uint32_t Coarse(const Trait& t) { return t.classes == 0 ? 32 : t.classes >> 17 & 0x1F; }

uint64_t Join(uint64_t a, uint64_t b) { return a * 0xC2B2AE3D27D4EB4Full + b; }
uint64_t Join(uint64_t a, uint64_t b, uint64_t c) { return Join(Join(a, b), c); }

uint32_t LookAndGlue(const Trait& t) {
  return static_cast<uint32_t>(t.look) | uint32_t{t.glued} << 4 | uint32_t{t.line} << 5;
}

// The last `n` <= 4 bytes of `text`, which is not empty, or its first, or all: the
// first of them highest.
uint64_t Last(std::string_view text, size_t n) {
  n = std::min(n, text.size());
  return __builtin_bswap64(ShortBytes(text.data() + text.size() - n, n)) >> 8 * (8 - n);
}
uint64_t First(std::string_view text, size_t n) {
  n = std::min(n, text.size());
  return __builtin_bswap64(ShortBytes(text.data(), n)) >> 8 * (8 - n);
}

class Reader {
 public:
  Reader(const Reading& reading, const Traits& traits, const Run& run, uint32_t i, uint64_t* out)
      : reading_(reading), traits_(traits), run_(run), i_(i), out_(out) {
    const Sentence& sentence = reading.document().sentences[run.sentence];
    first_ = sentence.tokens.begin;
    end_ = sentence.tokens.end;
  }

  void Read() {
    ReadWord();
    ReadNeighbours();
    ReadLexicon();
    ReadRun();
    ReadHead();
    ReadArticle();
  }
  const uint64_t* end() const { return out_; }  // behind what was read

 private:
  // What stands before the first token of a sentence and after its last.
  static const Trait& Border() {
    static const Trait border = [] {
      Trait t;
      t.form = 1;
      t.classes = 0;
      t.word_roles = 1u << 30;
      t.look = Look::kUrl;
      return t;
    }();
    return border;
  }
  const Trait& At(int64_t i) const {
    if (i < first_ || i >= end_) return Border();
    return traits_.at(static_cast<uint32_t>(i));
  }

  void Add(uint32_t kind, uint64_t what) { *out_++ = FeatureHash(kind, what); }

  void ReadWord() {
    const Trait& t = At(i_);
    std::string_view text = reading_.Text(i_);
    uint64_t here = LookAndGlue(t) | uint64_t{t.opens} << 6 | uint64_t{t.shouted} << 7;
    Add(1, t.form);
    if (t.lower != 0) Add(2, t.lower);
    Add(3, First(text, 3));
    Add(4, Last(text, 2));
    Add(5, Last(text, 3));
    Add(6, Last(text, 4));
    Add(7, here);
    Add(9, Middle(t));
  }

  void ReadNeighbours() {
    const Trait &t = At(i_), &b = At(i_ - 1), &a = At(i_ + 1), &bb = At(i_ - 2), &aa = At(i_ + 2);
    Add(12, b.form);
    Add(13, a.form);
    Add(14, bb.form);
    Add(15, aa.form);
    Add(16, Join(LookAndGlue(b), LookAndGlue(t), LookAndGlue(a)));
    Add(17, Join(LookAndGlue(t), LookAndGlue(a)));
    Add(18, Fine(b));
    Add(19, Fine(a));
    Add(20, Join(Middle(b), Middle(t)));
    Add(21, Join(Middle(t), Middle(a)));
    Add(22, Join(Coarse(b), Coarse(t), Coarse(a)));
    Add(23, Middle(bb));
    Add(24, Middle(aa));
  }

  void ReadLexicon() {
    const Trait &t = At(i_), &b = At(i_ - 1), &a = At(i_ + 1);
    uint64_t own = t.name_roles | uint64_t{t.phrase} << 32;
    Add(26, Join(t.name_roles, t.word_roles));
    Add(27, Join(b.name_roles, t.name_roles));
    Add(28, Join(t.name_roles, a.name_roles));
    Add(29, Join(b.name_roles, t.name_roles, a.name_roles));
    Add(30, Join(t.name_roles, LookAndGlue(t) | uint64_t{t.opens} << 6));
    Add(31, Join(b.word_roles, t.name_roles));
    Add(32, Join(a.word_roles, t.name_roles));
    if (t.phrase != 0) Add(33, t.phrase);
    if (t.phrase != 0) Add(34, own);
  }

  // How far the token is from both ends of its stretch of capitals.
  uint32_t Where() const {
    const Span& stretch = traits_.Capitals(i_);
    return std::min(i_ - stretch.begin, 3u) | std::min(stretch.end - 1 - i_, 3u) << 2;
  }

  void ReadRun() {
    const Trait& t = At(i_);
    const Span& stretch = traits_.Capitals(i_);
    const Trait &left = At(int64_t{stretch.begin} - 1), &right = At(stretch.end);
    const Trait &head = At(stretch.end - 1), &start = At(stretch.begin);
    uint32_t where = Where();
    uint32_t place = where & 3, to_end = where >> 2;
    uint32_t roles = 0;
    for (uint32_t k = stretch.begin; k < stretch.end; ++k) roles |= At(k).name_roles;
    Add(40, Join(left.form, where));
    Add(41, Join(Fine(left), where));
    Add(42, Join(right.form, where));
    Add(43, Join(Fine(right), where));
    Add(44, Join(head.form, to_end));
    Add(46, Join(start.form, place));
    Add(47, Join(where, i_ == run_.begin, i_ + 1 == run_.end));
    Add(48, Join(roles, t.name_roles));
    Add(49, Join(t.name_roles, Middle(right)));
    Add(50, Join(t.name_roles, Middle(left)));
  }

  // What the article says it is.
  void ReadHead() {
    if (!traits_.IsCapital(i_)) return;
    const Head& said = traits_.HeadOf(i_);
    if (said.form == 0) return;
    Add(62, said.form);
    Add(63, Join(FineOf(said.classes), Where()));
  }

  void ReadArticle() {
    const Trait& t = At(i_);
    if (t.lower == 0) return;
    constexpr uint16_t kCase = Bit(Sight::kLowerCase) | Bit(Sight::kMidSentence);
    constexpr uint16_t kPerson = Bit(Sight::kAfterTitle) | Bit(Sight::kAfterFirstName) |
                                 Bit(Sight::kBeforeSurname) | Bit(Sight::kBeforeSpeech) |
                                 Bit(Sight::kLastOfRun) | Bit(Sight::kFirstOfRun);
    constexpr uint16_t kRun = Bit(Sight::kInLongRun) | Bit(Sight::kAlone) |
                              Bit(Sight::kFirstOfRun) | Bit(Sight::kLastOfRun);
    Add(52, t.elsewhere);
    Add(53, Join(t.elsewhere & kCase, t.opens, t.word_roles));
    Add(54, t.elsewhere & kPerson);
    Add(56, Join(t.elsewhere & (kRun | kCase), t.name_roles));
  }

  const Reading& reading_;
  const Traits& traits_;
  const Run& run_;
  uint32_t i_;
  int64_t first_, end_;
  uint64_t* out_;
};

}  // namespace

void ReadFeatures(const Reading& reading, const Traits& traits, const Run& run, uint32_t i,
                  Features* features) {
  uint64_t* begin = features->hashes.data();
  Reader reader(reading, traits, run, i, begin);
  reader.Read();
  features->count = static_cast<uint32_t>(reader.end() - begin);
}

}  // namespace factline::tagger
