#include "pipeline/links/link.h"

#include <algorithm>

namespace factline {

void Linker::Link(const Reading& reading, const std::vector<Mention>& mentions,
                  std::vector<Fact>* facts) {
  auto is_amount = [](const Mention& m) { return IsAmount(m.type); };
  if (std::none_of(mentions.begin(), mentions.end(), is_amount)) return;
  over_.assign(reading.size(), kNoMention);
  for (uint32_t k = 0; k < mentions.size(); ++k) {
    for (uint32_t t = mentions[k].tokens.begin; t < mentions[k].tokens.end; ++t) over_[t] = k;
  }
  LinkContext context(reading, mentions, over_, facts);
  quotations_.clear();
  statements_.clear();
  FindQuotations(reading.document(), &quotations_);
  StatementReader(context, words_.attribution).Read(quotations_, &statements_);
  LinkSaidBy(&context, statements_, &whose_);
  LinkEquivalent(&context);
  LinkPeriod(&context, statements_);
  LinkPlace(&context, statements_);
  LinkAbout(&context);
  LinkComparedWith(&context);
}

}  // namespace factline
