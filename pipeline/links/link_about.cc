// about: the words that say what is measured or counted.
//
//   39 [people] were hurt        a five-foot [tusk]         $90 billion in [damage]
//   [Arms sales] totalled $5 m   85% of the [vote]          a [payout] of one million
//
// A count has what it counts right behind it; a sum or a share has its noun behind
// "of", "in" or "for", or before "of", or is said of the subject.  A bare number
// after one that counted counts the same ("815" after "1,124 delegates").

#include <algorithm>

#include "extractors/phrase.h"
#include "pipeline/links/link.h"
#include "pipeline/links/noun_chain.h"

namespace factline {
namespace {

constexpr uint32_t kLongestBracket = 10;  // tokens of "(145 kilometers per hour)"

class AboutLinker {
 public:
  explicit AboutLinker(LinkContext* context) : context_(*context), reading_(context->reading()) {}

  void Run() {
    const auto& mentions = context_.mentions();
    for (uint32_t k = 0; k < mentions.size(); ++k) {
      const Mention& m = mentions[k];
      if (!IsAmount(m.type)) continue;
      sentence_ = context_.sentence(k).tokens;
      bool count = IsCount(m);
      Span about = OfPartner(k);
      found_ = LinkClass::kAboutOf;
      if (about.size() == 0) about = count ? OfCount(m) : OfMeasure(m);
      if (about.size() == 0) continue;
      context_.Add(k, LinkRole::kAbout, about, found_);
      about_of_ = k;
      about_ = about;
      if (count && !IsKnown(context_, m.tokens.begin)) last_counted_ = about;
    }
  }

 private:
  static bool IsCount(const Mention& m) {
    return m.type == FactType::kQuantity && std::get<QuantityValue>(m.value).unit == "count";
  }

  // Of the sum in brackets what the sum before them is of.
  Span OfPartner(uint32_t k) const {
    if (about_of_ + 1 != k) return {};
    for (const auto& link : context_.links(k)) {
      if (link.role == LinkRole::kEquivalent && link.fact && *link.fact < k) return about_;
    }
    return {};
  }

  // `about`, found as `found` says.
  Span As(LinkClass found, const Span& about) {
    found_ = found;
    return about;
  }

  // "1,124 pledged delegates", "149 of the survivors", "39 are dead".
  Span OfCount(const Mention& m) {
    found_ = LinkClass::kAboutElliptic;
    uint32_t next = m.tokens.end;
    if (next >= sentence_.end) return Elliptic();
    if (reading_.Is(next, "of")) {
      NounChain chain = ChainAfter(context_, next + 1, sentence_.end, false);
      return chain ? As(LinkClass::kAboutOf, chain.tokens) : Elliptic();
    }
    if (reading_.Is(next, "more") || reading_.Is(next, "additional")) ++next;
    NounChain chain = ChainAfter(context_, next, sentence_.end, true);
    if (!chain && next < sentence_.end && IsNominal(ClassOf(reading_, next))) {
      chain = ChainAfter(context_, next, sentence_.end, false);
    }
    if (chain) return As(LinkClass::kAboutCounted, chain.tokens);
    if (last_counted_.size() > 0 && last_counted_.begin >= sentence_.begin) return last_counted_;
    VerbGroup verb = VerbGroupAt(reading_, next, sentence_.end);
    if (verb && !reading_.Has(verb.verb, Role::speech_verb)) {
      uint32_t end = verb.tokens.end;
      bool state = end < sentence_.end && ClassOf(reading_, end) == WordClass::kAdjective;
      return state ? Span{end, end + 1} : Span{verb.verb, verb.verb + 1};
    }
    WordClass c = next < sentence_.end ? ClassOf(reading_, next) : WordClass::kOther;
    bool state = c == WordClass::kParticiple || c == WordClass::kAdjective;
    if (state && !reading_.HasAny(next, Bits(Role::speech_verb, Role::source_cue))) {
      return {next, next + 1};
    }
    if (NounChain total = TotalBefore(m.tokens.begin)) {
      return As(LinkClass::kAboutTotal, total.tokens);
    }
    uint32_t before = BeforeModifiers(m.tokens.begin);
    if (before > sentence_.begin && IsDeed(before - 1)) return {before - 1, before};
    if (Span elliptic = Elliptic(); elliptic.size() > 0) return elliptic;
    if (c == WordClass::kOther)
      return SubjectBefore(context_, m.tokens.begin, sentence_.begin).tokens;
    return {};
  }

  // "killed three", "leaving 200 homeless".
  bool IsDeed(uint32_t i) const {
    WordClass c = ClassOf(reading_, i);
    return c == WordClass::kVerb || c == WordClass::kParticiple;
  }

  // The first token of the words that blur the amount at `i`.
  uint32_t BeforeModifiers(uint32_t i) const {
    while (i > sentence_.begin) {
      Sense blur = reading_.Before(i, Role::modifier);
      bool article =
          reading_.Is(i - 1, "a") || reading_.Is(i - 1, "an") || reading_.Is(i - 1, "the");
      if (!blur && !article) break;
      i -= std::min(i - sentence_.begin, blur ? blur.tokens : 1);
    }
    return i;
  }

  // What was counted last in this sentence.
  Span Elliptic() const {
    return last_counted_.size() > 0 && last_counted_.begin >= sentence_.begin ? last_counted_
                                                                              : Span();
  }

  Span OfMeasure(const Mention& m) {
    uint32_t next = SkipBracket(m.tokens.end);
    if (next < sentence_.end && reading_.Is(next, "worth")) ++next;  // "worth of hardware"
    if (next < sentence_.end) {
      if (reading_.Is(next, "of") || reading_.Is(next, "in")) {
        const Mention* named = context_.MentionOver(std::min(next + 1, sentence_.end - 1));
        bool when = named != nullptr && (IsTime(named->type) || IsName(named->type));
        NounChain chain = ChainAfter(context_, next + 1, sentence_.end, false);
        bool whole = chain && reading_.Is(chain.tokens.end - 1, "total");
        if (chain && !whole && !(when && reading_.Is(next, "in"))) return chain.tokens;
      } else if (NounChain chain = Modified(m, next)) {
        return chain.tokens;
      }
    }
    if (NounChain total = TotalBefore(m.tokens.begin)) {
      return As(LinkClass::kAboutTotal, total.tokens);
    }
    if (next < sentence_.end && m.type == FactType::kMoney &&
        (reading_.Is(next, "for") || reading_.Is(next, "towards") || reading_.Is(next, "to"))) {
      uint32_t object = next + 1;
      if (reading_.Is(next, "to") && object < sentence_.end) ++object;  // "to provide equipment"
      if (NounChain chain = ChainAfter(context_, object, sentence_.end, false)) {
        return chain.tokens;
      }
    }
    if (const Mention* person = PersonBefore(m)) return person->tokens;
    NounChain subject = SubjectBefore(context_, m.tokens.begin, sentence_.begin);
    return As(LinkClass::kAboutSubject, subject.tokens);
  }

  // "James Ford, 42, a builder"
  const Mention* PersonBefore(const Mention& m) const {
    uint32_t i = m.tokens.begin;
    if (i > sentence_.begin && (reading_.Is(i - 1, "aged") || reading_.Is(i - 1, "age"))) --i;
    if (i < sentence_.begin + 2 || !reading_.token(i - 1).is(',')) return nullptr;
    const Mention* person = context_.MentionOver(i - 2);
    return person != nullptr && person->type == FactType::kPerson ? person : nullptr;
  }

  // "a five-foot narwhal tusk", "a $560 million commitment", "75 ft long boat".
  NounChain Modified(const Mention& m, uint32_t next) const {
    if (m.type == FactType::kPercent) return {};
    if (reading_.token(next).is_hyphen()) ++next;
    if (next >= sentence_.end) return {};
    const Mention* other = context_.MentionOver(next);
    if (other != nullptr && (IsTime(other->type) || IsAmount(other->type))) return {};
    WordClass c = ClassOf(reading_, next);
    bool glued = reading_.document().Text(m.bytes).find('-') != std::string_view::npos;
    if (!IsNominal(c) && c != WordClass::kAdjective && !glued) return {};
    return ChainAfter(context_, next, sentence_.end, false);
  }

  // "a total of 39", "a payout of $5 million", "the death toll from 14 to 31".
  NounChain TotalBefore(uint32_t begin) const {
    uint32_t amount = begin;
    begin = BeforeModifiers(begin);
    if (begin <= sentence_.begin + 1) return {};
    uint32_t joint = begin - 1;
    bool bounded = begin < amount && ClassOf(reading_, begin) == WordClass::kPreposition;
    if (bounded && IsNominal(ClassOf(reading_, joint))) {  // "incomes below $10,000"
      NounChain noun = ChainBefore(context_, begin, sentence_.begin);
      if (noun) return noun;
    }
    if (reading_.Is(joint, "at") && reading_.token(joint - 1).is(',')) {
      return ChainBefore(context_, joint - 1, sentence_.begin);  // "most of the vote, at 25 %"
    }
    if (reading_.Is(joint, "to") && reading_.Has(joint - 1, Role::verb)) return {};
    if (reading_.Is(joint, "to") && joint > sentence_.begin + 2) {
      // from A to B: the noun stands before "from"
      uint32_t i = joint;
      for (uint32_t k = 0; k < 8 && i > sentence_.begin + 1; ++k, --i) {
        if (reading_.Is(i - 1, "from")) return ChainBefore(context_, i - 1, sentence_.begin);
      }
      // "rose 18 percent to $1.3 billion" is said of the subject.
      const Mention* change = context_.MentionOver(joint - 1);
      if (change != nullptr && IsAmount(change->type)) return {};
      return ChainBefore(context_, joint, sentence_.begin);
    }
    if (!reading_.Is(joint, "of") && !reading_.Is(joint, "from") && !reading_.Is(joint, "at")) {
      return {};
    }
    NounPhrase noun = NounPhraseBefore(reading_, joint, sentence_.begin);
    if (!noun || reading_.Is(noun.head, "total") || reading_.Is(noun.head, "age")) return {};
    NounChain chain;
    chain.tokens = {noun.core, noun.tokens.end};
    chain.begin = noun.tokens.begin;
    return chain;
  }

  uint32_t SkipBracket(uint32_t next) const {
    if (next >= sentence_.end) return next;
    if (reading_.token(next).is(')')) return next + 1;
    if (!reading_.token(next).is('(')) return next;
    for (uint32_t i = next; i < sentence_.end && i < next + kLongestBracket; ++i) {
      if (reading_.token(i).is(')')) return i + 1;
    }
    return next;
  }

  LinkContext& context_;
  const Reading& reading_;
  Span sentence_;
  LinkClass found_ = LinkClass::kAboutOf;  // how the link in hand was found
  Span last_counted_;                      // what was counted last
  uint32_t about_of_ = kNoMention;         // the amount linked last, and to what
  Span about_;
};

}  // namespace

void LinkAbout(LinkContext* context) { AboutLinker(context).Run(); }

}  // namespace factline
