#include "read/html_stand_ins.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

constexpr char32_t first_private = 0xF0000;
constexpr std::size_t shortest = 24;  ///< bytes; the place of a stretch costs as much to keep

bool is_white(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Bytes of the plain character at `at`; 0 for what the parser changes or what means something to it: marks
/// of HTML, carriage returns, controls, noncharacters, half a character. (Those of four bytes, which are
/// rare, count among them.)
std::size_t plain_length(std::string_view source, std::size_t at, std::size_t end) {
  auto const first = static_cast<unsigned char>(source[at]);
  if (first < 0x80)
    return (first >= 0x20 && first < 0x7F && first != '<' && first != '&') || is_white(source[at]) ? 1 : 0;
  std::size_t const length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
  if (length == 0 || at + length > end || !is_continuation(source[at + 1])) return 0;
  auto const second = static_cast<unsigned char>(source[at + 1]);
  if (length == 2) return first == 0xC2 && second < 0xA0 ? 0 : 2;  // controls
  if (!is_continuation(source[at + 2])) return 0;
  // Not to be told from overlong forms and surrogates, and U+FDC0 and U+FFC0 on, where noncharacters are.
  bool const is_strange = (first == 0xE0 && second < 0xA0) || (first == 0xED && second >= 0xA0) ||
                          (first == 0xEF && (second == 0xB7 || second == 0xBF));
  return is_strange ? 0 : 3;
}

/// Is there a reference by number to a character for private use?
bool has_private_reference(std::string_view source) {
  for (std::size_t at = source.find("&#"); at != source.npos; at = source.find("&#", at + 2)) {
    std::size_t i = at + 2;
    bool const is_hex = i < source.size() && base::ascii_lower(source[i]) == 'x';
    if (is_hex) ++i;
    char32_t value = 0;
    for (; i < source.size() && value < 0x110000; ++i) {
      int const digit = base::hex_digit(source[i]);
      if (digit < 0 || (!is_hex && digit > 9)) break;
      value = value * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    if (value >= first_private) return true;
  }
  return false;
}

}  // namespace

bool may_have_stand_ins(std::string_view source) {
  return source.find('\xF3') == source.npos && source.find('\xF4') == source.npos &&
         !has_private_reference(source);
}

base::Range plain_stretch(std::string_view source, std::size_t from, std::size_t end) {
  while (from < end) {
    std::size_t start = from;
    while (start < end && is_white(source[start])) ++start;
    std::size_t stop = start;
    while (stop < end) {
      std::size_t const length = plain_length(source, stop, end);
      if (length == 0) break;
      stop += length;
    }
    std::size_t last = stop;
    while (last > start && is_white(source[last - 1])) --last;
    if (last - start >= shortest) return {start, last};
    from = std::max(stop, start) + 1;
  }
  return {end, end};
}

std::string stand_in(std::size_t number) {
  std::string utf8;
  text::append(utf8, first_private + static_cast<char32_t>(number));
  return utf8;
}

void append_with_stretches(std::string& out, std::string_view text, std::string_view source,
                           std::vector<base::Range> const& stretches) {
  for (std::size_t at = 0; at < text.size() && !stretches.empty();) {
    std::size_t const found = text.find('\xF3', at);
    if (found == text.npos) {
      text.remove_prefix(at);
      break;
    }
    out.append(text, at, found - at);
    text::CodePoint const c = text::code_point_at(text, found);
    if (c.value >= first_private && c.value - first_private < stretches.size())
      out.append(base::slice(source, stretches[c.value - first_private]));
    else
      out.append(text, found, c.length);
    at = found + c.length;
    if (at == text.size()) return;
  }
  out.append(text);
}

}  // namespace ms::read::html
