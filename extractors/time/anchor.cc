#include "extractors/time/anchor.h"

#include "extractors/time/month_date.h"

namespace factline {
namespace {

constexpr uint32_t kHeadTokens = 80;  // how far into a text its header may reach

struct FullDate {
  Date day;
  Span tokens;
};

std::optional<FullDate> FullDateAt(const Reading& r, const TimeWords& words, DateOrder* order,
                                   uint32_t i, uint32_t low) {
  if (r.Has(i, Role::month)) {
    MonthDate d = ReadMonthDate(r, words, i, low, r.size());
    Date day{d.year, d.month, d.day};
    if (d.month == 0 || d.year == 0 || d.day == 0 || !IsDate(day)) return std::nullopt;
    return FullDate{day, d.tokens};
  }
  NumericDate d = ReadNumericDate(r, i);
  if (d.tokens == 0) return std::nullopt;
  Date day = d.Read(order->DayFirst(d, std::nullopt));
  if (!IsDate(day)) return std::nullopt;
  return FullDate{day, {i, i + d.tokens}};
}

bool IsHeaderWord(const Reading& r, uint32_t i) {
  static constexpr const char* kWords[] = {"date",   "dated",    "published", "updated",
                                           "posted", "released", "issued"};
  for (const char* word : kWords) {
    if (r.Is(i, word)) return true;
  }
  return false;
}

// A date that stands at a line's begin and fills it, after "date:" or "published",
// or before the dash of a dateline.
bool IsFurniture(const Reading& r, const Span& tokens) {
  // "Updated 5:30 p.m., May 23, 2025", wherever the line stands.
  constexpr uint32_t kLineReach = 8;  // tokens from the line's begin
  for (uint32_t k = tokens.begin, n = 0; n < kLineReach; --k, ++n) {
    bool opens_line = k == 0 || r.token(k).line_before || r.token(k).blank_before;
    if (opens_line && IsHeaderWord(r, k)) return true;
    if (opens_line || k == 0) break;
  }
  if (tokens.begin >= kHeadTokens) return false;
  uint32_t i = tokens.begin;
  if (i > 0 && r.token(i - 1).is(':')) --i;
  if (i > 0 && IsHeaderWord(r, i - 1)) return true;
  const Token& first = r.token(tokens.begin);
  bool opens = tokens.begin == 0 || first.line_before || first.blank_before;
  if (tokens.end >= r.size()) return opens;
  const Token& next = r.token(tokens.end);
  bool dash = next.is_hyphen() || next.is(kEmDash) || next.is('_');
  if (opens) return next.line_before || next.blank_before || next.kind == TokenKind::kUrl || dash;
  // "WASHINGTON, March 3, 2025 (Reuters) -" and "NAIROBI, 3 March 2025 -".
  bool in_dateline = tokens.begin > 1 && r.token(tokens.begin - 1).is(',') &&
                     r.token(tokens.begin - 2).capitalized();
  return in_dateline && (dash || next.is('('));
}

std::optional<Date> FromAddress(std::string_view url) {
  auto found = ReadAddressDate(url);
  if (!found) return std::nullopt;
  return found->date;
}

}  // namespace

TimeAnchor FindAnchor(const Reading& r, const TimeWords& words, DateOrder* order) {
  if (auto day = ReadIsoDate(r.article().published)) return {day, Anchor::kPublished, false};
  std::optional<Date> latest, address = FromAddress(r.article().url);
  uint32_t low = 0;
  for (uint32_t i = 0; i < r.size(); ++i) {
    if (r.token(i).kind == TokenKind::kUrl) {
      if (!address) address = FromAddress(r.Text(i));
      continue;
    }
    if (i < low || (!r.token(i).is_number() && !r.Has(i, Role::month))) continue;
    auto full = FullDateAt(r, words, order, i, low);
    if (!full) continue;
    if (IsFurniture(r, full->tokens)) return {full->day, Anchor::kText, false};
    if (!latest || full->day > *latest) latest = full->day;
    low = full->tokens.end;
  }
  if (address) return {address, Anchor::kText, false};
  if (latest) return {latest, Anchor::kText, true};
  return {};
}

}  // namespace factline
