#include "pipeline/links/scene_linker.h"

namespace factline {
namespace {

constexpr uint32_t kStatementReach = 64;  // tokens from a cue to what it may be the cue of

}  // namespace

void SceneLinker::Run() {
  const auto& mentions = context_.mentions();
  for (uint32_t k = 0; k < mentions.size(); ++k) {
    const Mention& m = mentions[k];
    bool target = IsTarget(m);
    if (!target && (!IsAmount(m.type) || !TakesOne(m))) continue;
    while (next_statement_ < statements_.size() &&
           statements_[next_statement_].form != Statement::Form::kQuotation &&
           statements_[next_statement_].cue.begin + kStatementReach < m.tokens.begin) {
      ++next_statement_;
    }
    if (target) {
      if (SetsScene(m)) scene_.Set(context_, k);
      continue;
    }
    uint32_t best = Nearest(k);
    if (best == kNoMention && TakesScene(k) && !NamesOne(k)) {
      best = scene_.At(context_, k);
      found_ = carried_;
    }
    if (best != kNoMention) context_.Add(k, role_, best, found_);
  }
}

// Whether the sentence of `amount` names a target, fit for the amount or not.
bool SceneLinker::NamesOne(uint32_t amount) {
  if (context_.SentenceIndex(amount) == looked_at_) return names_one_;
  looked_at_ = context_.SentenceIndex(amount);
  names_one_ = false;
  const Span& sentence = context_.sentence(amount).tokens;
  for (uint32_t i = sentence.begin; i < sentence.end && !names_one_; ++i) {
    const Mention* m = context_.MentionOver(i);
    names_one_ = m != nullptr && IsTarget(*m);
  }
  return names_one_;
}

}  // namespace factline
