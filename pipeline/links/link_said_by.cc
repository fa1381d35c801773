// said_by: each token is given the statement that holds it, the surer forms over
// the less sure ones, and an amount has the speaker of its first token.
//
// Of two statements of one form in a sentence each has what lies nearer to it:
// "A, X said; B, Y said", "X said A, but Y said B".  So every token is written at
// most once a form, however many verbs of saying a sentence has.

#include <algorithm>

#include "pipeline/links/link.h"

namespace factline {
namespace {

constexpr uint32_t kNobody = UINT32_MAX;

class SaidByLinker {
 public:
  SaidByLinker(LinkContext* context, const std::vector<Statement>& statements,
               std::vector<uint32_t>* whose)
      : context_(*context), statements_(statements), whose_(*whose) {}

  void Run() {
    whose_.assign(context_.reading().size(), kNobody);
    for (auto form : {Statement::Form::kSentence, Statement::Form::kBefore, Statement::Form::kAfter,
                      Statement::Form::kQuotation}) {
      Spread(form);
    }
    const auto& mentions = context_.mentions();
    for (uint32_t k = 0; k < mentions.size(); ++k) {
      if (!IsAmount(mentions[k].type)) continue;
      uint32_t who = whose_[mentions[k].tokens.begin];
      if (who != kNobody) AddLink(k, statements_[who]);
    }
  }

 private:
  void Spread(Statement::Form form) {
    const Statement* last = nullptr;
    for (uint32_t s = 0; s < statements_.size(); ++s) {
      const Statement& statement = statements_[s];
      if (statement.form != form) continue;
      Span scope = statement.scope;
      bool same = last != nullptr && last->scope.Overlaps(scope);
      if (same && form != Statement::Form::kQuotation) {
        if (form == Statement::Form::kAfter) {
          scope.begin = std::max(scope.begin, last->cue.end);
        } else {
          scope.begin = std::max(scope.begin, std::max(last->cue.end, last->speaker.phrase.end));
        }
      }
      uint32_t end = scope.end;
      if (form == Statement::Form::kAfter) end = std::min(end, NextOf(s, form));
      for (uint32_t t = scope.begin; t < end; ++t) whose_[t] = s;
      last = &statement;
    }
  }

  // Where the next statement of the same form in the sentence begins.
  uint32_t NextOf(uint32_t s, Statement::Form form) const {
    for (uint32_t k = s + 1; k < statements_.size(); ++k) {
      if (statements_[k].form != form) continue;
      const Speaker& speaker = statements_[k].speaker;
      return std::min(speaker ? speaker.phrase.begin : UINT32_MAX, statements_[k].cue.begin);
    }
    return UINT32_MAX;
  }

  static LinkClass ClassOfStatement(const Statement& statement) {
    if (statement.speaker.traced) return LinkClass::kSaidTraced;
    switch (statement.form) {
      case Statement::Form::kSentence:
        return LinkClass::kSaidSource;
      case Statement::Form::kBefore:
        return LinkClass::kSaidBefore;
      case Statement::Form::kAfter:
        return LinkClass::kSaidAfter;
      case Statement::Form::kQuotation:
        break;
    }
    return LinkClass::kSaidQuotation;
  }

  void AddLink(uint32_t amount, const Statement& statement) {
    const Speaker& speaker = statement.speaker;
    if (!speaker) return;
    if (context_.mention(amount).tokens.Overlaps(speaker.phrase)) return;
    LinkClass found = ClassOfStatement(statement);
    Link& link = speaker.kind == Speaker::Kind::kNamed
                     ? context_.Add(amount, LinkRole::kSaidBy, speaker.mention, found)
                     : context_.Add(amount, LinkRole::kSaidBy, speaker.words, found);
    const Document& document = context_.reading().document();
    link.cue_bytes = document.BytesOf(statement.cue.begin, statement.cue.end);
    link.cue_chars = document.CharsOf(*link.cue_bytes);
  }

  LinkContext& context_;
  const std::vector<Statement>& statements_;
  std::vector<uint32_t>& whose_;
};

}  // namespace

void LinkSaidBy(LinkContext* context, const std::vector<Statement>& statements,
                std::vector<uint32_t>* whose) {
  SaidByLinker(context, statements, whose).Run();
}

}  // namespace factline
