#include "pipeline/links/noun_chain.h"

#include <algorithm>

#include "extractors/phrase.h"

namespace factline {
namespace {

constexpr int kLongestChain = 3;
constexpr uint32_t kVerbReach = 30;  // tokens between a verb and the amount it governs

bool IsJoint(const Reading& reading, uint32_t i) {
  return reading.Is(i, "of") || reading.Is(i, "for") || reading.Is(i, "in") ||
         reading.Is(i, "from") || reading.Is(i, "to") || reading.Is(i, "on") ||
         reading.Is(i, "between");
}

uint32_t SkipTimesBack(const LinkContext& context, uint32_t end, uint32_t begin) {
  const Reading& reading = context.reading();
  while (end > begin) {
    const Mention* m = context.MentionOver(end - 1);
    if (m != nullptr && IsTime(m->type)) {
      end = std::max(begin, m->tokens.begin);
      while (end > begin && ClassOf(reading, end - 1) == WordClass::kPreposition) --end;
    } else if (ClassOf(reading, end - 1) == WordClass::kAdverb) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

bool IsVerb(WordClass c) {
  return c == WordClass::kVerb || c == WordClass::kAuxiliary || c == WordClass::kParticiple;
}

}  // namespace

NounChain ChainBefore(const LinkContext& context, uint32_t end, uint32_t begin) {
  const Reading& reading = context.reading();
  end = SkipTimesBack(context, end, begin);
  NounChain chain;
  if (end <= begin) return chain;
  NounPhrase part = NounPhraseBefore(reading, end, begin);
  if (!part) return chain;
  chain.tokens = {part.core, end};
  chain.begin = part.tokens.begin;
  while (chain.begin > begin + 1 && reading.token(chain.begin - 1).is_hyphen() &&
         !reading.token(chain.begin).space_before) {
    chain.begin -= 2;  // "year-to-[date sales]"
    chain.tokens.begin = chain.begin;
  }
  for (int k = 1; k < kLongestChain && chain.begin > begin + 1; ++k) {
    if (!IsJoint(reading, chain.begin - 1)) break;
    part = NounPhraseBefore(reading, chain.begin - 1, begin);
    if (!part) break;
    chain.tokens.begin = part.core;
    chain.begin = part.tokens.begin;
  }
  return chain;
}

NounChain ChainAfter(const LinkContext& context, uint32_t first, uint32_t end, bool counted) {
  const Reading& reading = context.reading();
  NounChain chain;
  NounPhrase part = NounPhraseAt(reading, first, end, counted);
  if (!part) return chain;
  chain.begin = part.tokens.begin;
  chain.tokens = {part.core, part.tokens.end};
  uint32_t next = chain.tokens.end;
  if (next + 1 < end && reading.Is(next, "of")) {
    if (NounPhrase inner = NounPhraseAt(reading, next + 1, end))
      chain.tokens.end = inner.tokens.end;
  }
  return chain;
}

NounChain SubjectBefore(const LinkContext& context, uint32_t i, uint32_t begin) {
  const Reading& reading = context.reading();
  uint32_t reach = i > begin + kVerbReach ? i - kVerbReach : begin;
  for (uint32_t k = i; k > reach; --k) {
    if (reading.token(k - 1).is(';')) return {};
    if (!IsVerb(ClassOf(reading, k - 1))) continue;
    uint32_t verb = k - 1;
    while (verb > reach && (IsVerb(ClassOf(reading, verb - 1)) ||
                            ClassOf(reading, verb - 1) == WordClass::kAdverb)) {
      --verb;
    }
    uint32_t end = verb;
    if (end > begin && (reading.Is(end - 1, "which") || reading.Is(end - 1, "that") ||
                        reading.Is(end - 1, "who"))) {
      --end;
      if (end > begin && reading.token(end - 1).is(',')) --end;
    }
    if (NounChain chain = ChainBefore(context, end, begin)) return chain;
    k = verb + 1;
  }
  return {};
}

}  // namespace factline
