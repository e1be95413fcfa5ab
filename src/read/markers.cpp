#include "read/markers.hpp"

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

/// Bullets that need no space after them, since they are nothing else.
bool is_plain_bullet(char32_t c) {
  return c == 0x2022 || c == 0x25E6 || c == 0x2023 || c == 0x25AA || c == 0x25AB || c == 0x25A0 ||
         c == 0x25A1 || c == 0x25CF || c == 0x25CB || c == 0x2219 || c == 0x2043 || c == 0x25C6 ||
         c == 0x25C7 || c == 0x30FB || c == 0x25B6 || c == 0x27A4;
}

bool is_bullet_with_space(char32_t c) {
  return c == '-' || c == '*' || c == 0xB7 || c == 0x2013;
}

int ideographic_number(char32_t c) {
  constexpr std::u32string_view numbers = U"一二三四五六七八九十";
  std::size_t const at = numbers.find(c);
  return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 1;
}

std::size_t past_spaces(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    text::CodePoint const c = text::code_point_at(line, at);
    if (!text::is_white_space(c.value)) break;
    at += c.length;
  }
  return at;
}

}  // namespace

std::optional<Marker> marker_of(std::string_view line) {
  if (line.empty()) return std::nullopt;
  text::CodePoint const first = text::code_point_at(line, 0);
  Marker marker;
  if (is_plain_bullet(first.value) || is_bullet_with_space(first.value)) {
    marker.length = first.length;
    marker.sign = first.value;
    marker.text = past_spaces(line, first.length);
    bool const has_space = marker.text > first.length;
    if (marker.text >= line.size() || (!has_space && is_bullet_with_space(first.value))) return std::nullopt;
    return marker;
  }
  if (first.value >= 0x2460 && first.value <= 0x2473) {  // ① to ⑳
    marker = {first.length, past_spaces(line, first.length), true, static_cast<int>(first.value - 0x2460) + 1,
              0x2460};
    return marker.text < line.size() ? std::optional(marker) : std::nullopt;
  }
  std::size_t at = 0;
  bool const has_bracket = first.value == '(' || first.value == 0xFF08;
  if (has_bracket) at = first.length;
  int number = 0, digits = 0;
  while (at < line.size() && digits < 3) {
    text::CodePoint const c = text::code_point_at(line, at);
    int const digit = text::is_digit(c.value) ? text::digit_value(c.value) : -1;
    int const ideographic = digits == 0 ? ideographic_number(c.value) : 0;
    if (digit < 0 && ideographic == 0) break;
    number = digit >= 0 ? number * 10 + digit : ideographic;
    at += c.length;
    ++digits;
    if (ideographic != 0) break;
  }
  if (digits == 0 || at >= line.size()) return std::nullopt;
  text::CodePoint const sign = text::code_point_at(line, at);
  bool const closes = sign.value == ')' || sign.value == 0xFF09;
  bool const is_wide_sign = sign.value == 0x3001 || sign.value == 0xFF0E || sign.value == 0xFF09;
  if (has_bracket ? !closes : !(closes || sign.value == '.' || is_wide_sign)) return std::nullopt;
  marker.length = at + sign.length;
  marker.text = past_spaces(line, marker.length);
  marker.is_ordered = true;
  marker.number = number;
  marker.sign = sign.value;
  bool const has_space = marker.text > marker.length;
  if (marker.text >= line.size() || (!has_space && !is_wide_sign)) return std::nullopt;
  return marker;
}

MailQuote mail_quote_of(std::string_view line) {
  MailQuote quote;
  std::size_t at = 0;
  while (at < line.size() && (line[at] == '>' || (line[at] == ' ' && quote.depth > 0))) {
    quote.depth += line[at] == '>';
    ++at;
  }
  quote.text = at;
  return quote;
}

bool is_separator(std::string_view line) {
  std::size_t signs = 0;
  char32_t only = 0;
  bool is_same = true;
  for (text::CodePointAt const c : text::code_points(line)) {
    if (text::is_white_space(c.value)) continue;
    bool const is_sign = c.value == '*' || c.value == '-' || c.value == '_' || c.value == '=' ||
                         c.value == '~' || c.value == '#' || c.value == '.' || c.value == '+' ||
                         c.value == 0xB7 || (c.value >= 0x2010 && c.value <= 0x2015) || c.value == 0x2022 ||
                         c.value == 0x2042 || c.value == 0x2051 || (c.value >= 0x2500 && c.value < 0x2800) ||
                         c.value == 0xFF0A || c.value == 0x203B || c.value == 0x3007 || c.value == 0x2766 ||
                         c.value == 0xFF5E;
    if (!is_sign) return false;
    ++signs;
    is_same = is_same && (only == 0 || only == c.value);
    only = c.value;
  }
  if (only == 0x2042) return true;
  if (only == '.' || only == 0x2026) return false;  // an omission, not a rule
  return signs >= 3 && signs <= 120 && (is_same || signs <= 5);
}

}  // namespace ms::read
