// Numerals in digits: one number token, more where spaces group its thousands
// ("12 590 Kč"), perhaps a fraction ("2 ½", "2 1/2", "2-1/2"), then scales ("4.82
// billion", "15k").
//
// A space groups only where nothing else can be meant: a no-break space, three
// groups or more, or a currency right behind; "on May 12 500 people" stays two.
// A lone letter scales only where it cannot be a metre or a ton: beside a currency
// ("$13.6M", "5m euros") or before what is counted ("1.2m people").

#include <algorithm>

#include "extractors/number/digits.h"
#include "extractors/number/numeral_reader.h"

namespace factline {
namespace {

constexpr uint32_t kMostGroups = 6;

bool IsThreeDigits(std::string_view text) { return text.size() == 3 && AllDigits(text); }

// "234" or "234,50" or "234.50": a last group, perhaps with decimals.
bool IsLastGroup(std::string_view text) {
  if (IsThreeDigits(text)) return true;
  if (text.size() < 5 || text.size() > 6 || !IsThreeDigits(text.substr(0, 3))) return false;
  return (text[3] == ',' || text[3] == '.') && AllDigits(text.substr(4));
}

}  // namespace

bool NumeralReader::ReadDigitsForm(Numeral* numeral) {
  std::optional<Decimal> value;
  uint32_t joined = GroupedTokens();
  if (joined > 1) value = ReadJoined(joined, numeral);
  if (value) {
    at_ += joined;
  } else {
    auto digits = ReadDigits(reading_.Text(at_));
    if (!digits) return false;
    value = digits->value;
    numeral->grouped = digits->grouped;
    numeral->plain_integer = AllDigits(reading_.Text(at_));
    ++at_;
  }
  numeral->form = NumeralForm::kDigits;
  AddFraction(&*value, numeral);
  if (at_ < end_ && GluedOrdinal()) return false;
  Decimal place = value->Precision();
  if (numeral->plain_integer) AddPointDigitsOf(&*value, &place, numeral);
  ReadScales(&*value, &place, numeral);
  numeral->amount.amount = *value;
  numeral->amount.precision = place;
  AddAndAHalf(numeral);
  return true;
}

// How many tokens from at_ on are one number: groups of three after one, two or
// three digits, or a slip of the space bar within a price ("$2,187, 628").
uint32_t NumeralReader::GroupedTokens() const {
  if (at_ + 1 >= end_) return 1;
  std::string_view first = reading_.Text(at_);
  if (reading_.token(at_ + 1).is(',')) return SlippedTokens(first);
  if (first.size() > 3 || !AllDigits(first) || first[0] == '0') return 1;
  uint32_t groups = 1;
  bool hard = true;
  while (at_ + groups < end_ && groups < kMostGroups) {
    uint32_t next = at_ + groups;
    const Token& t = reading_.token(next);
    if (!t.is_number() || t.line_before || !IsLastGroup(reading_.Text(next))) break;
    hard &= GapIsHard(next);
    ++groups;
    if (!IsThreeDigits(reading_.Text(next))) break;
  }
  if (groups == 1) return 1;
  // "$ 100 000": round thousands behind a sign.
  bool priced = CurrencyPrecedes(at_) && reading_.Text(at_ + groups - 1) == "000";
  bool certain = hard || groups > 3 || priced || CurrencyFollows(at_ + groups);
  return certain ? groups : 1;
}

// "$2,187, 628 for", "118, 99 TL": three tokens, or one where no space slipped in.
uint32_t NumeralReader::SlippedTokens(std::string_view first) const {
  if (at_ + 2 >= end_ || reading_.token(at_ + 1).space_before) return 1;
  const Token& t = reading_.token(at_ + 2);
  if (!t.is_number() || t.line_before) return 1;
  std::string_view rest = reading_.Text(at_ + 2);
  if (IsThreeDigits(rest)) {
    bool closed = at_ + 3 >= end_ || reading_.Is(at_ + 3, "to") || reading_.Is(at_ + 3, "for") ||
                  reading_.Is(at_ + 3, "in") || reading_.token(at_ + 3).sign != 0;
    bool grouped = first.find(',') != std::string_view::npos;
    return grouped && closed && CurrencyPrecedes(at_) ? 3 : 1;
  }
  // "40, 50 bucks" are two numbers, "118, 99 TL" is one.
  bool sign = at_ + 3 < end_ && (reading_.token(at_ + 3).kind == TokenKind::kSymbol ||
                                 reading_.token(at_ + 3).shape == Shape::kUpper);
  bool decimals = rest.size() == 2 && AllDigits(rest) && first.size() != 4 && sign &&
                  CurrencyFollows(at_ + 3) && !CurrencyPrecedes(at_);
  return decimals ? 3 : 1;
}

// Whether a no-break or thin space alone stands before `token`.
bool NumeralReader::GapIsHard(uint32_t token) const {
  uint32_t from = reading_.token(token - 1).bytes.end;
  std::string_view gap =
      reading_.document().text.substr(from, reading_.token(token).bytes.begin - from);
  return gap == "\xC2\xA0" || gap == "\xE2\x80\xAF" || gap == "\xE2\x80\x89";
}

bool NumeralReader::CurrencyFollows(uint32_t token) const {
  if (token >= end_) return false;
  const Lexed& lexed = reading_.lexed(token);
  return (lexed.roles | lexed.phrase_roles) & Bit(Role::currency);
}

bool NumeralReader::CurrencyPrecedes(uint32_t token) const {
  return token > begin_ && reading_.Has(token - 1, Role::currency);
}

std::optional<Decimal> NumeralReader::ReadJoined(uint32_t tokens, Numeral* numeral) const {
  char text[64];
  size_t n = 0;
  for (uint32_t i = at_; i < at_ + tokens; ++i) {
    std::string_view part = reading_.Text(i);
    if (n + part.size() > sizeof text) return std::nullopt;
    bool decimals = i + 1 == at_ + tokens && reading_.token(i - 1).is(',') && part.size() == 2;
    if (part == "," && i + 2 == at_ + tokens) continue;
    if (decimals) text[n++] = '.';
    for (char c : part) {
      if (c == ',' && part.size() > 3 && part.size() - part.find(',') <= 3) c = '.';
      if (c == ',') continue;
      text[n++] = c;
    }
  }
  // Points before the decimals grouped: "1.837, 32".
  size_t last = std::string_view(text, n).rfind('.');
  size_t kept = 0;
  for (size_t i = 0; i < n; ++i) {
    if (text[i] != '.' || i == last) text[kept++] = text[i];
  }
  numeral->grouped = true;
  return Decimal::Parse({text, kept});
}

bool NumeralReader::GluedOrdinal() const {
  if (reading_.token(at_).space_before) return false;
  return reading_.Is(at_, "th") || reading_.Is(at_, "st") || reading_.Is(at_, "nd") ||
         reading_.Is(at_, "rd");
}

// "1/2", "23/32" from `token` on.
std::optional<Decimal> NumeralReader::WrittenFraction(uint32_t token) const {
  if (token + 2 >= end_ || !reading_.token(token).is_number()) return std::nullopt;
  const Token& slash = reading_.token(token + 1);
  if (!slash.is('/') || slash.space_before || reading_.token(token + 2).space_before) {
    return std::nullopt;
  }
  std::string_view above = reading_.Text(token), below = reading_.Text(token + 2);
  if (above.size() > 2 || below.size() > 2 || !AllDigits(above) || !AllDigits(below)) {
    return std::nullopt;
  }
  static constexpr std::string_view kBelow[] = {"2", "3",  "4",  "5",  "6",
                                                "8", "10", "16", "32", "64"};
  if (std::find(std::begin(kBelow), std::end(kBelow), below) == std::end(kBelow)) {
    return std::nullopt;
  }
  Decimal numerator = *Decimal::Parse(above), denominator = *Decimal::Parse(below);
  if (numerator.is_zero() || !(numerator < denominator)) return std::nullopt;
  if (token + 3 < end_ && reading_.token(token + 3).is('/')) return std::nullopt;  // a date
  return numerator.DividedBy(denominator, 6);
}

// "2 ½", "2½", "2 1/2", "2-1/2"; "1/2" alone.
void NumeralReader::AddFraction(Decimal* value, Numeral* numeral) {
  if (at_ >= end_) return;
  if (reading_.token(at_).kind == TokenKind::kSymbol) {
    auto fraction = words_.FractionAt(reading_, at_);
    if (!fraction || !fraction->exact) return;
    *value = value->Plus(fraction->value).value_or(*value);
    numeral->plain_integer = false;
    ++at_;
    return;
  }
  if (!numeral->plain_integer) return;
  if (reading_.token(at_).is('/') && at_ > begin_) {
    bool alone = at_ < 2 || at_ - 1 == begin_ || !reading_.token(at_ - 2).is('/');
    auto fraction = alone ? WrittenFraction(at_ - 1) : std::nullopt;
    if (!fraction) return;
    *value = *fraction;
    numeral->form = NumeralForm::kFraction;
    numeral->plain_integer = false;
    at_ += 2;
    return;
  }
  uint32_t skip = IsHyphen(at_) && !reading_.token(at_).space_before ? 1 : 0;
  auto fraction = WrittenFraction(at_ + skip);
  if (!fraction || reading_.token(at_ + skip).line_before) return;
  *value = value->Plus(*fraction).value_or(*value);
  numeral->plain_integer = false;
  at_ += skip + 3;
}

// "1 point 1"
void NumeralReader::AddPointDigitsOf(Decimal* value, Decimal* place, Numeral* numeral) {
  if (at_ + 1 >= end_ || !reading_.Is(at_, "point")) return;
  std::string_view digits = reading_.Text(at_ + 1);
  if (!reading_.token(at_ + 1).is_number() || !AllDigits(digits) || digits.size() > 3) return;
  char text[8] = "0.";
  std::copy(digits.begin(), digits.end(), text + 2);
  auto sum = value->Plus(*Decimal::Parse({text, digits.size() + 2}));
  if (!sum) return;
  *value = *sum;
  *place = sum->Precision();
  numeral->plain_integer = false;
  at_ += 2;
}

// Whether what stands at `token` is counted, so that the letter before it means
// millions: "1.2m people", "3m barrels".
bool NumeralReader::CountedByThousands(uint32_t token) const {
  if (token >= end_) return false;
  const Token& t = reading_.token(token);
  if (!t.is_word() || t.shape != Shape::kLower || !t.space_before) return false;
  if (reading_.Is(token, "people") || reading_.Is(token, "men") || reading_.Is(token, "women") ||
      reading_.Is(token, "children")) {
    return true;
  }
  std::string_view text = reading_.Text(token);
  bool race = reading_.Is(token, "hurdles") || reading_.Is(token, "sprints") ||
              reading_.Is(token, "heats") || reading_.Is(token, "finals") ||
              reading_.Is(token, "races") || reading_.Is(token, "always") ||
              reading_.Is(token, "was") || reading_.Is(token, "is") || reading_.Is(token, "has");
  return text.size() > 4 && text.back() == 's' && text[text.size() - 2] != 's' && !race;
}

bool NumeralReader::LetterScales(uint32_t letter, const Numeral& numeral) const {
  if (reading_.token(letter).space_before) {
    // "$ 1 m for the year"
    return reading_.Text(letter) == "m" && CurrencyPrecedes(numeral.tokens.begin) &&
           !reading_.token(letter).line_before;
  }
  if (CurrencyPrecedes(numeral.tokens.begin) || CurrencyFollows(letter + 1)) return true;
  if (reading_.Is(letter, "k")) return true;
  // The other end of a range may hold the sign: "£5-10m".
  uint32_t first = numeral.tokens.begin;
  if (first >= begin_ + 3 && reading_.token(first - 1).is_hyphen() &&
      reading_.token(first - 2).is_number() && CurrencyPrecedes(first - 2)) {
    return true;
  }
  return reading_.Is(letter, "m") && CountedByThousands(letter + 1);
}

// Steps over "-odd" before a scale: "60-odd million".
bool NumeralReader::SkipOdd() {
  uint32_t odd = at_ + IsHyphen(at_);
  if (odd + 1 >= end_ || !reading_.Is(odd, "odd")) return false;
  uint32_t next = odd + 1 + IsHyphen(odd + 1);
  auto scale = next < end_ ? words_.ScaleAt(reading_, next) : std::nullopt;
  if (!scale || scale->letter || PluralScaleAt(next)) return false;
  at_ = next;
  return true;
}

void NumeralReader::ReadScales(Decimal* value, Decimal* place, Numeral* numeral) {
  if (SkipOdd()) numeral->amount.modifier = Modifier::kAbout;
  while (at_ < end_) {
    uint32_t skip = IsHyphen(at_) && at_ + 1 < end_ ? 1 : 0;
    auto scale = words_.ScaleAt(reading_, at_ + skip);
    if (!scale) return;
    bool plural = PluralScaleAt(at_ + skip);
    if (plural && !scale->after_digits) return;
    if (skip && (reading_.token(at_).space_before || scale->letter)) return;
    if (scale->letter && !LetterScales(at_ + skip, *numeral)) return;
    auto scaled = value->Times(scale->value);
    auto product = numeral->scale.Times(scale->value);
    auto place_product = place->Times(scale->value);
    if (!scaled || !product || !place_product) return;
    *value = *scaled;
    *place = *place_product;
    numeral->scale = *product;
    numeral->scale_tokens += 1 + skip;
    numeral->plain_integer = false;
    at_ += 1 + skip;
  }
}

}  // namespace factline
