#include "pipeline/links/antecedent.h"

#include <algorithm>
#include <string_view>

namespace factline {
namespace {

constexpr uint32_t kPersonReach = 4;   // sentences back to whose words stood last
constexpr uint32_t kBodyReach = 2;     // the same for "they", "it"
constexpr uint32_t kSubjectReach = 8;  // tokens into a sentence that its subject begins within

bool SameLower(std::string_view a, std::string_view b) {
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view LastWord(std::string_view text) {
  size_t space = text.find_last_of(" \n");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

class Resolver {
 public:
  Resolver(const LinkContext& context, std::vector<Statement>* statements)
      : context_(context), reading_(context.reading()), statements_(*statements) {}

  void Run() {
    for (Statement& statement : statements_) {
      sentence_ = reading_.document().SentenceOf(statement.cue.begin);
      AdvanceTo(statement.cue.begin);
      Settle(&statement);
      if (statement.speaker.kind != Speaker::Kind::kNone) Remember(statement.speaker);
    }
  }

 private:
  using Kind = Speaker::Kind;

  // Takes note of the persons that stand before token `end`.
  void AdvanceTo(uint32_t end) {
    const auto& mentions = context_.mentions();
    for (; next_ < mentions.size() && mentions[next_].tokens.begin < end; ++next_) {
      const Mention& m = mentions[next_];
      if (m.type != FactType::kPerson) continue;
      last_person_ = next_;
      uint32_t sentence = reading_.document().SentenceOf(m.tokens.begin);
      uint32_t first = reading_.document().sentences[sentence].tokens.begin;
      bool possessor = m.tokens.end < reading_.size() && reading_.token(m.tokens.end).clitic;
      if (m.tokens.begin - first < kSubjectReach && !possessor) {
        subject_ = next_;
        subject_sentence_ = sentence;
      }
    }
  }

  void Settle(Statement* statement) {
    Speaker& speaker = statement->speaker;
    switch (speaker.kind) {
      case Kind::kHe:
        Point(LastPerson(speaker.words.begin), &speaker);
        break;
      case Kind::kThey:
        if (last_.kind != Kind::kNone && sentence_ - last_sentence_ <= kBodyReach &&
            !IsPerson(last_)) {
          Take(last_, &speaker);
        } else {
          speaker.kind = Kind::kNone;
        }
        break;
      case Kind::kSubject:
        SettleSubject(&speaker);
        break;
      case Kind::kWords:
        Point(Titled(speaker), &speaker, false);
        break;
      default:
        break;
    }
  }

  // The speaker becomes mention `who`; without one it is nobody, or stays as it is.
  void Point(uint32_t who, Speaker* speaker, bool or_nobody = true) const {
    if (who != kNoMention) {
      speaker->kind = Kind::kNamed;
      speaker->mention = who;
      speaker->traced = true;
    } else if (or_nobody) {
      speaker->kind = Kind::kNone;
    }
  }

  static void Take(const Speaker& other, Speaker* speaker) {
    Span phrase = speaker->phrase;
    *speaker = other;
    speaker->phrase = phrase;
    speaker->traced = true;
  }

  bool IsPerson(const Speaker& speaker) const {
    return speaker.kind == Kind::kNamed &&
           context_.mention(speaker.mention).type == FactType::kPerson;
  }

  uint32_t LastPerson(uint32_t before) const {
    bool recent = person_ != kNoMention && sentence_ - person_sentence_ <= kPersonReach;
    if (recent && (subject_ == kNoMention || subject_sentence_ <= person_sentence_)) return person_;
    bool subject = subject_ != kNoMention && sentence_ - subject_sentence_ <= kPersonReach &&
                   context_.mention(subject_).tokens.end <= before;
    if (subject) return subject_;
    if (recent) return person_;
    return last_person_;
  }

  // "adding that": who spoke last in this sentence, else its subject.
  void SettleSubject(Speaker* speaker) {
    if (last_.kind != Kind::kNone && last_sentence_ == sentence_) return Take(last_, speaker);
    uint32_t first = reading_.document().sentences[sentence_].tokens.begin;
    if (reading_.Is(first, "he") || reading_.Is(first, "she")) {
      return Point(LastPerson(first), speaker);
    }
    uint32_t who = kNoMention;
    for (uint32_t i = first; i < first + kSubjectReach && i < speaker->words.begin; ++i) {
      const Mention* m = context_.MentionOver(i);
      if (m == nullptr || (m->type != FactType::kPerson && m->type != FactType::kOrganization)) {
        if (reading_.token(i).is(',')) break;
        continue;
      }
      who = context_.Over(i);
      if (m->type == FactType::kPerson) break;
    }
    Point(who, speaker);
  }

  // The person spoken of before whose title ends in the word that `speaker` ends in.
  uint32_t Titled(const Speaker& speaker) const {
    uint32_t head = speaker.words.end - 1;
    if (!reading_.HasAny(head, Bits(Role::title, Role::occupation))) return kNoMention;
    std::string_view word = reading_.Text(head);
    const auto& mentions = context_.mentions();
    constexpr uint32_t kReach = 40;  // mentions
    uint32_t last = next_ > kReach ? next_ - kReach : 0;
    for (uint32_t k = next_; k > last; --k) {
      const Mention& m = mentions[k - 1];
      if (m.type != FactType::kPerson) continue;
      std::string_view title = LastWord(std::get<NameValue>(m.value).title);
      if (!title.empty() && SameLower(title, word)) return k - 1;
    }
    return kNoMention;
  }

  void Remember(const Speaker& speaker) {
    if (speaker.kind == Kind::kNamed || speaker.kind == Kind::kWords ||
        speaker.kind == Kind::kResearch) {
      last_ = speaker;
      last_sentence_ = sentence_;
    }
    if (IsPerson(speaker)) {
      person_ = speaker.mention;
      person_sentence_ = sentence_;
    }
  }

  const LinkContext& context_;
  const Reading& reading_;
  std::vector<Statement>& statements_;
  uint32_t next_ = 0;                  // mentions before this one have been seen
  uint32_t sentence_ = 0;              // of the statement in hand
  uint32_t last_person_ = kNoMention;  // named last
  uint32_t subject_ = kNoMention;      // person named last at the begin of a sentence
  uint32_t subject_sentence_ = 0;
  uint32_t person_ = kNoMention;  // who spoke last
  uint32_t person_sentence_ = 0;
  Speaker last_;  // who or what spoke last
  uint32_t last_sentence_ = 0;
};

}  // namespace

void ResolveSpeakers(const LinkContext& context, std::vector<Statement>* statements) {
  Resolver(context, statements).Run();
}

}  // namespace factline
