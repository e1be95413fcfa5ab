#include "read/dates.hpp"

#include <algorithm>
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

/// 二〇二六, 十二: how many bytes of numerals there are, and what they say; only before a sign of dates.
struct HanNumber {
  std::size_t length = 0, digits = 0;
  int value = 0;
};

HanNumber han_number_at(std::string_view text) {
  constexpr std::u32string_view numerals = U"〇一二三四五六七八九";
  HanNumber number;
  int tens = -1, ones = 0;
  for (text::CodePointAt const c : text::code_points(text)) {
    if (is_date_sign(c.value)) {
      number.value = (tens >= 0 ? tens * 10 : 0) + ones;
      if (tens >= 0) number.digits = 2;
      return number;
    }
    std::size_t const digit = numerals.find(c.value);
    if (c.value == U'元' && c.offset == 0)
      ones = 1;  // the first year of an era
    else if (c.value == U'十' && tens < 0) {
      tens = number.digits == 0 ? 1 : ones;
      ones = 0;
    } else if (digit != std::u32string_view::npos && number.digits < 5)
      ones = tens >= 0 ? static_cast<int>(digit) : ones * 10 + static_cast<int>(digit);
    else
      break;
    ++number.digits;
    number.length = c.end();
  }
  return {};
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> tokens;
  std::size_t end_of_number = 0;
  for (text::CodePointAt const c : text::code_points(line)) {
    if (c.offset < end_of_number) continue;
    if (c.value == 0x3007 || (c.value >= 0x4E00 && c.value <= 0x56DB)) {
      if (HanNumber const number = han_number_at(line.substr(c.offset)); number.length > 0) {
        end_of_number = c.offset + number.length;
        tokens.push_back({Token::Kind::number, {c.offset, end_of_number}, number.value, number.digits});
        continue;
      }
    }
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
    // Most lines have no number, and a day has one: their words need not be looked up as months.
    if (std::ranges::none_of(tokens_, [](Token const& one) { return one.kind == Token::Kind::number; }))
      return std::nullopt;
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
    if (int const before = year_before_era(i); before != 0) return before + value;
    // Taiwan: 115年3月3日
    if (language_ == "zh" && tokens_[i].digits == 3 && value >= 90 && value < 200) return 1911 + value;
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

  /// The year before the first of the era whose name stands before the number, or 0.
  int year_before_era(std::size_t i) const {
    if (i == 0 || !is_word(i - 1)) return 0;
    struct Era {
      std::string_view name, letter;
      int before;
    };
    constexpr Era eras[] = {{"令和", "R", 2018},
                            {"平成", "H", 1988},
                            {"昭和", "S", 1925},
                            {"民國", "", 1911},
                            {"民国", "", 1911}};
    bool const is_beside = tokens_[i - 1].range.end == tokens_[i].range.start;
    for (Era const& era : eras)
      if (word(i - 1).ends_with(era.name) || (language_ == "ja" && is_beside && word(i - 1) == era.letter))
        return era.before;
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
      bool const is_year_first = has_signs || tokens_[i].digits >= 3 || year_before_era(i) != 0;
      if (is_closed && is_year_first) {
        if (int const year = year_of(i, calendar); year != 0)
          return made({year, tokens_[i + 2].value, tokens_[i + 4].value}, calendar, i, i + 4);
      }
    }
    return day_first(i);
  }

  /// "Version 12.5.20": the number of a program, not a day.
  bool is_version(std::size_t i) const {
    if (i == 0 || !is_word(i - 1) || !is_mark(i + 1, '.')) return false;
    return vocabulary_.is_version(word(i - 1));
  }

  /// 26.04.2024, 12/3/26: the day first, but for slashes in English, where both orders are in use.
  std::optional<FoundDate> day_first(std::size_t i) {
    bool const is_shaped = tokens_[i].digits <= 2 && is_separator(i + 1) && is_number(i + 2) &&
                           tokens_[i + 2].digits <= 2 && i + 3 < tokens_.size() &&
                           tokens_[i + 3].kind == Token::Kind::mark &&
                           tokens_[i + 1].value == tokens_[i + 3].value && is_number(i + 4) &&
                           (tokens_[i + 4].digits == 4 || tokens_[i + 4].digits == 2);
    if (!is_shaped || (tokens_[i + 4].digits == 2 && is_version(i))) return std::nullopt;
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

  /// The same months by number: "tháng 3", "3-р сарын".
  int numbered_month_at(std::size_t i, std::size_t& length) const {
    if (is_word(i, "tháng") && is_number(i + 1)) {
      length = 2;
      return tokens_[i + 1].value;
    }
    if (!is_number(i) || tokens_[i].digits > 2) return 0;
    std::size_t const name = is_mark(i + 1, '-') && is_word(i + 2, "р") ? i + 3 : i + 1;
    length = name + 1 - i;
    return is_word(name, "сарын") || is_word(name, "сар") ? tokens_[i].value : 0;
  }

  /// Number of the month whose name starts at i, and how many tokens it takes.
  int month_at(std::size_t i, std::size_t& length) const {
    if (int const month = numbered_month_at(i, length); month != 0) return month;
    length = 1;
    if (!is_word(i)) return 0;
    for (length = 3; length > 0; --length) {
      if (i + length > tokens_.size() || !is_word(i + length - 1)) continue;
      if (int const month = vocabulary_.month(line_.substr(
              tokens_[i].range.start, tokens_[i + length - 1].range.end - tokens_[i].range.start));
          month != 0)
        return month;
    }
    length = 1;
    // "d'abril"
    std::string_view const name = word(i);
    if (std::size_t const mark = name.starts_with("d’") || name.starts_with("D’") ? 4 : 2;
        name.size() > mark && (name[0] == 'd' || name[0] == 'D') && (mark == 4 || name[1] == '\''))
      return vocabulary_.month(name.substr(mark));
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
        is_mark(i, 0xBA) || is_mark(i, 0xB0) || is_mark(i, 0x1363) || is_mark(i, 0x2013))
      return true;
    if (!is_word(i)) return false;
    constexpr std::string_view fillers[] = {"de",  "del", "of",    "da",  "di", "st", "nd", "rd",   "th",
                                            "er",  "e",   "năm",   "ቀን",  "พ",  "ศ",  "г",  "року", "р",
                                            "the", "mes", "i",     "yil", "ž",  "al", "an", "gada", "m",
                                            "ko",  "yil", "жылғы", "оны", "ng", "ឆ្នាំ"};
    std::string const text = text::folded(word(i));
    for (std::string_view const filler : fillers)
      if (text == filler) return true;
    return false;
  }

  std::size_t before_fillers(std::size_t i, std::size_t most) const {
    std::size_t left = i;
    while (left > 0 && i - left < most && is_filler(left - 1)) --left;
    return left;
  }

  std::size_t after_fillers(std::size_t i, std::size_t most) const {
    std::size_t right = i;
    while (right < tokens_.size() && right - i < most && is_filler(right)) ++right;
    return right;
  }

  bool is_day(std::size_t i) const {
    return is_number(i) && tokens_[i].value <= 31 && tokens_[i].digits <= 2;
  }

  /// The same month by its other name: "مارس/آذار", "آذار (مارس)".
  std::size_t after_other_name(std::size_t right, int month) const {
    if (!is_mark(right, '/') && !is_mark(right, '(')) return right;
    std::size_t length = 0;
    if (month_at(right + 1, length) % 100 != month % 100) return right;
    return right + 1 + length + is_mark(right + 1 + length, ')');
  }

  /// A year of two digits, where nothing else it could be is written so: Thai ones, 03-Mar-26.
  int short_year_at(std::size_t i, std::size_t month_end) const {
    if (!is_number(i) || tokens_[i].digits != 2 || is_mark(i + 1, ':')) return 0;
    if (language_ == "th") return tokens_[i].value + 2500 - 543;
    return i == month_end + 1 && is_mark(month_end, '-') ? 2000 + tokens_[i].value : 0;
  }

  std::optional<FoundDate> named(std::size_t i) {
    std::size_t length = 0;
    int const coded = month_at(i, length);
    if (coded == 0) return std::nullopt;
    std::size_t const left = before_fillers(i, 3), end = after_other_name(i + length, coded),
                      right = after_fillers(end, 4);
    bool const has_day_before = left > 0 && is_day(left - 1);
    Calendar calendar = Calendar::gregorian;
    if (has_day_before && is_number(right)) {
      if (int const year = year_of(right, calendar); year != 0 && tokens_[right].digits == 4)
        return dated(coded, year, calendar, tokens_[left - 1].value, left - 1, right);
      if (int const year = short_year_at(right, end); year != 0)
        return dated(coded, year, Calendar::gregorian, tokens_[left - 1].value, left - 1, right);
    }
    if (is_day(right)) {
      std::size_t const year_at = after_fillers(right + 1, 4);
      if (is_number(year_at) && tokens_[year_at].digits == 4) {
        if (int const year = year_of(year_at, calendar); year != 0)
          return dated(coded, year, calendar, tokens_[right].value, i, year_at);
      }
    }
    return year_first(coded, i, left, right);
  }

  /// 2026. március 3., 2026 m. kovo 3 d., 2026-yil 3-mart
  std::optional<FoundDate> year_first(int coded, std::size_t i, std::size_t left, std::size_t right) {
    bool const has_day_before = left > 0 && is_day(left - 1);
    if (!has_day_before && !is_day(right)) return std::nullopt;
    std::size_t const year_end = has_day_before ? before_fillers(left - 1, 3) : left;
    if (year_end == 0 || !is_number(year_end - 1) || tokens_[year_end - 1].digits != 4) return std::nullopt;
    Calendar calendar = Calendar::gregorian;
    int const year = year_of(year_end - 1, calendar);
    if (year == 0) return std::nullopt;
    std::size_t const day = has_day_before ? left - 1 : right;
    return dated(coded, year, calendar, tokens_[day].value, year_end - 1, std::max(i, day));
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
