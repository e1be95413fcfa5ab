// Letters and digits of ASCII, for what is written in ASCII by definition: tags, names of properties,
// schemes, endings of files. In: bytes. Out: the same with A to Z small; all other bytes, those of UTF-8
// among them, as they are.
#pragma once

#include <string>
#include <string_view>

namespace ms::base {

constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_ascii_letter(char c) {
  return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/// 0 to 15, or -1.
constexpr int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  char const lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace ms::base
