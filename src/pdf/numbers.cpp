#include "pdf/numbers.hpp"

#include <charconv>

namespace ms::pdf {

void append_integer(std::string& out, std::int64_t value) {
  char digits[20];
  auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_thousandths(std::string& out, std::int64_t thousandths) {
  if (thousandths < 0) {
    out += '-';
    thousandths = -thousandths;
  }
  std::int64_t const whole = thousandths / 1000;
  std::int64_t const rest = thousandths % 1000;
  if (whole != 0 || rest == 0) append_integer(out, whole);
  if (rest == 0) return;
  char const digits[3] = {static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10),
                          static_cast<char>('0' + rest % 10)};
  out += '.';
  out.append(digits, digits[2] != '0' ? 3 : digits[1] != '0' ? 2 : 1);
}

std::int64_t thousandths_of(base::Length length) {
  std::int64_t const units = length.units();
  std::int64_t const half = base::Length::units_per_point / 2;
  return (units * 1000 + (units < 0 ? -half : half)) / base::Length::units_per_point;
}

void append_length(std::string& out, base::Length length) {
  append_thousandths(out, thousandths_of(length));
}

void append_hex16(std::string& out, std::uint32_t value) {
  constexpr char digits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[value >> shift & 15];
}

}  // namespace ms::pdf
