#include "text/reference.hpp"

#include "base/ascii.hpp"
#include "text/unicode.hpp"

namespace ms::text {

std::optional<char32_t> numeric_reference(std::string_view digits) {
  bool const is_hex = digits.starts_with('x') || digits.starts_with('X');
  if (is_hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 7) return std::nullopt;
  char32_t value = 0;
  for (char const c : digits) {
    int const digit = base::hex_digit(c);
    if (digit < 0 || (!is_hex && digit > 9)) return std::nullopt;
    value = value * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
  }
  bool const is_text = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) &&
                       !is_control(value) && !is_noncharacter(value) && value != 0x2028 && value != 0x2029 &&
                       (value < 0xFFF9 || value > 0xFFFC);
  return is_text ? std::optional(value) : std::nullopt;
}

}  // namespace ms::text
