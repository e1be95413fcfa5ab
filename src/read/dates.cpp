#include "read/dates.hpp"

#include <vector>

#include "read/calendar.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

struct Token {
  enum class Kind { number, word, mark } kind = Kind::mark;
  base::Range range;
  int value = 0;
  std::size_t digits = 0;
};

bool is_word_character(char32_t c) {
  return text::is_letter(c) || text::is_mark(c) || c == '\'' || c == 0x2019 || c == 0x200C || c == 0x200D;
}

/// Ideographs of dates stand alone: 年, 月, 日, and the Korean ones.
bool is_date_sign(char32_t c) {
  return c == U'年' || c == U'月' || c == U'日' || c == U'년' || c == U'월' || c == U'일';
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  for (text::CodePointAt const c : text::code_points(line)) {
    bool const goes_on = !tokens.empty() && tokens.back().range.end == c.offset;
    if (text::is_digit(c.value)) {
      if (!goes_on || tokens.back().kind != Token::Kind::number)
        tokens.push_back({Token::Kind::number, {c.offset, c.offset}, 0, 0});
      Token& number = tokens.back();
      number.value = number.digits < 8 ? number.value * 10 + text::digit_value(c.value) : number.value;
      ++number.digits;
      number.range.end = c.end();
    } else if (is_word_character(c.value) && !is_date_sign(c.value)) {
      if (!goes_on || tokens.back().kind != Token::Kind::word)
        tokens.push_back({Token::Kind::word, {c.offset, c.offset}, 0, 0});
      tokens.back().range.end = c.end();
    } else if (!text::is_white_space(c.value) && !text::is_default_ignorable(c.value)) {
      tokens.push_back({Token::Kind::mark, {c.offset, c.end()}, static_cast<int>(c.value), 0});
    }
  }
  return tokens;
}

class Reader {
 public:
  Reader(std::string_view line, Vocabulary const& vocabulary, std::string_view language)
      : line_(line),
        vocabulary_(vocabulary),
        language_(text::primary_language(language)),
        tokens_(tokens_of(line)) {}

  std::optional<FoundDate> find() {
    std::optional<FoundDate> other;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      is_gregorian_ = true;
      std::optional<FoundDate> found = numeric(i);
      if (!found) found = named(i);
      if (!found) continue;
      if (is_gregorian_) return found;
      if (!other) other = found;
    }
    return other;
  }

 private:
  bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == Token::Kind::number; }
  bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == Token::Kind::word; }
  bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].kind == Token::Kind::mark &&
           tokens_[i].value == static_cast<int>(mark);
  }
  std::string_view word(std::size_t i) const { return base::slice(line_, tokens_[i].range); }
  bool is_word(std::size_t i, std::string_view text) const {
    return is_word(i) && text::folded(word(i)) == text;
  }

  std::optional<FoundDate> made(Day day, Calendar calendar, std::size_t first, std::size_t last) {
    is_gregorian_ = calendar == Calendar::gregorian;
    auto iso = iso_day(day, calendar);
    if (!iso) return std::nullopt;
    return FoundDate{std::move(*iso), {tokens_[first].range.start, tokens_[last].range.end}};
  }

  /// The year before the sign 年 in its era, or the number itself; 0 for what is no year.
  int year_of(std::size_t i, Calendar& calendar) const {
    int const value = tokens_[i].value;
    calendar = Calendar::gregorian;
    if (i > 0 && is_word(i - 1)) {
      std::string_view const era = word(i - 1);
      if (era.ends_with("令和")) return 2018 + value;
      if (era.ends_with("平成")) return 1988 + value;
      if (era.ends_with("昭和")) return 1925 + value;
      if (era.ends_with("民國") || era.ends_with("民国")) return 1911 + value;
    }
    if (value >= 2400 && value < 2700) return value - 543;
    if (value >= 1800 && value < 2200) return value;
    if (value >= 1300 && value < 1500) {
      calendar = language_ == "fa" || language_ == "ps" || language_ == "ckb" || language_ == "tg"
                     ? Calendar::persian
                     : Calendar::islamic;
      return value;
    }
    return 0;
  }

  bool is_separator(std::size_t i) const {
    return is_mark(i, '-') || is_mark(i, '.') || is_mark(i, '/') || is_mark(i, 0x2013) || is_mark(i, 0x2010);
  }

  std::optional<FoundDate> numeric(std::size_t i) {
    if (!is_number(i)) return std::nullopt;
    Calendar calendar = Calendar::gregorian;
    bool const has_signs = is_mark(i + 1, U'年') || is_mark(i + 1, U'년');
    if ((has_signs || is_separator(i + 1)) && is_number(i + 2) && tokens_[i + 2].digits <= 2 &&
        i + 3 < tokens_.size() && is_number(i + 4) && tokens_[i + 4].digits <= 2) {
      bool const is_closed = has_signs ? is_mark(i + 3, U'月') || is_mark(i + 3, U'월') : is_separator(i + 3);
      bool const is_year_first = has_signs || tokens_[i].digits == 4;
      if (is_closed && is_year_first) {
        if (int const year = year_of(i, calendar); year != 0)
          return made({year, tokens_[i + 2].value, tokens_[i + 4].value}, calendar, i, i + 4);
      }
    }
    return day_first(i);
  }

  /// 26.04.2024, 12/3/26: the day first, but for slashes in English, where both orders are in use.
  std::optional<FoundDate> day_first(std::size_t i) {
    bool const is_shaped = tokens_[i].digits <= 2 && is_separator(i + 1) && is_number(i + 2) &&
                           tokens_[i + 2].digits <= 2 && i + 3 < tokens_.size() &&
                           tokens_[i + 3].kind == Token::Kind::mark &&
                           tokens_[i + 1].value == tokens_[i + 3].value && is_number(i + 4) &&
                           (tokens_[i + 4].digits == 4 || tokens_[i + 4].digits == 2);
    if (!is_shaped) return std::nullopt;
    Calendar calendar = Calendar::gregorian;
    int const year = tokens_[i + 4].digits == 2 ? 2000 + tokens_[i + 4].value : year_of(i + 4, calendar);
    if (year == 0) return std::nullopt;
    int const first = tokens_[i].value, second = tokens_[i + 2].value;
    bool const is_english = language_ == "en" || language_ == "und" || language_.empty();
    bool const may_be_american = is_english && is_mark(i + 1, '/');
    if (may_be_american && first <= 12 && second <= 12 && first != second) return std::nullopt;
    if (may_be_american && second > 12) return made({year, first, second}, calendar, i, i + 4);
    return made({year, second, first}, calendar, i, i + 4);
  }

  /// Number of the month whose name starts at i, and how many tokens it takes.
  int month_at(std::size_t i, std::size_t& length) const {
    length = 1;
    if (!is_word(i)) return 0;
    if (is_word(i, "tháng") && is_number(i + 1)) {
      length = 2;
      return tokens_[i + 1].value;
    }
    for (length = 3; length > 0; --length) {
      if (i + length > tokens_.size() || !is_word(i + length - 1)) continue;
      if (int const month = vocabulary_.month(line_.substr(
              tokens_[i].range.start, tokens_[i + length - 1].range.end - tokens_[i].range.start));
          month != 0)
        return month;
    }
    // Thai abbreviations hold full stops: ธ.ค.
    if (is_mark(i + 1, '.') && is_word(i + 2) && is_mark(i + 3, '.')) {
      length = 4;
      return vocabulary_.month(
          line_.substr(tokens_[i].range.start, tokens_[i + 3].range.end - tokens_[i].range.start));
    }
    return 0;
  }

  /// Words and marks that stand between day, month and year in one language or another.
  bool is_filler(std::size_t i) const {
    if (is_mark(i, '.') || is_mark(i, ',') || is_mark(i, '-') || is_mark(i, '/') || is_mark(i, 0x60C) ||
        is_mark(i, 0xBA) || is_mark(i, 0x2013))
      return true;
    if (!is_word(i)) return false;
    constexpr std::string_view fillers[] = {"de",  "del", "of",  "da",  "di", "st", "nd", "rd",   "th",
                                            "er",  "e",   "năm", "ቀን",  "พ",  "ศ",  "г",  "року", "р",
                                            "the", "mes", "i",   "yil", "ž",  "al", "an"};
    std::string const text = text::folded(word(i));
    for (std::string_view const filler : fillers)
      if (text == filler) return true;
    return false;
  }

  std::optional<FoundDate> named(std::size_t i) {
    std::size_t length = 0;
    int const coded = month_at(i, length);
    if (coded == 0) return std::nullopt;
    std::size_t left = i, right = i + length;
    while (left > 0 && i - left < 3 && is_filler(left - 1)) --left;
    while (right < tokens_.size() && right - i - length < 4 && is_filler(right)) ++right;
    bool const has_day_before =
        left > 0 && is_number(left - 1) && tokens_[left - 1].value <= 31 && tokens_[left - 1].digits <= 2;
    Calendar calendar = Calendar::gregorian;
    if (has_day_before && is_number(right)) {
      if (int const year = year_of(right, calendar); year != 0 && tokens_[right].digits == 4)
        return dated(coded, year, calendar, tokens_[left - 1].value, left - 1, right);
    }
    if (is_number(right) && tokens_[right].digits <= 2) {
      std::size_t year_at = right + 1;
      while (year_at < tokens_.size() && year_at - right < 4 && is_filler(year_at)) ++year_at;
      if (is_number(year_at) && tokens_[year_at].digits == 4) {
        if (int const year = year_of(year_at, calendar); year != 0)
          return dated(coded, year, calendar, tokens_[right].value, i, year_at);
      }
    }
    return std::nullopt;
  }

  std::optional<FoundDate> dated(int coded_month, int year, Calendar by_year, int day, std::size_t first,
                                 std::size_t last) {
    int const month = coded_month % 100;
    switch (coded_month / 100) {
      case 0:
        // Where a name is of two calendars (Persian in Afghanistan, Levantine Arabic) the year tells.
        if (by_year != Calendar::gregorian) return std::nullopt;
        return made({year, month, day}, Calendar::gregorian, first, last);
      case 1: return made({year, month, day}, Calendar::persian, first, last);
      case 2: return made({year, month, day}, Calendar::islamic, first, last);
      case 3: return made({year, month, day}, Calendar::ethiopic, first, last);
      default: return std::nullopt;
    }
  }

  std::string_view line_;
  Vocabulary const& vocabulary_;
  std::string_view language_;
  std::vector<Token> tokens_;
  bool is_gregorian_ = true;
};

}  // namespace

std::optional<FoundDate> date_in(std::string_view line, Vocabulary const& vocabulary,
                                 std::string_view language) {
  return Reader(line, vocabulary, language).find();
}

std::optional<base::Range> time_in(std::string_view line) {
  std::vector<Token> const tokens = tokens_of(line);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    bool const is_pair = tokens[i].kind == Token::Kind::number && tokens[i].value < 25 &&
                         tokens[i].digits <= 2 && tokens[i + 2].kind == Token::Kind::number &&
                         tokens[i + 2].value < 60 && tokens[i + 2].digits == 2;
    if (!is_pair) continue;
    bool const is_colon = tokens[i + 1].kind == Token::Kind::mark &&
                          (tokens[i + 1].value == ':' || tokens[i + 1].value == 0xFF1A);
    std::string_view const between = base::slice(line, tokens[i + 1].range);
    if (is_colon || between == "h" || between == "時" || between == "시" || between == "H")
      return base::Range{tokens[i].range.start, tokens[i + 2].range.end};
  }
  return std::nullopt;
}

}  // namespace ms::read
