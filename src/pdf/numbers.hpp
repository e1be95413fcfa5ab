// Numbers as PDF writes them (ISO 32000-1 7.3.3). In: integers, thousandths, lengths. Out: the shortest
// decimal with at most three digits after the point. No floating point and no locale, so the same input gives
// the same bytes everywhere. 1/1000 pt is finer than a Length's own unit needs on any device.
#pragma once

#include <cstdint>
#include <string>

#include "base/length.hpp"

namespace ms::pdf {

void append_integer(std::string& out, std::int64_t value);

/// 1500 → "1.5", -20 → "-.02", 3000 → "3".
void append_thousandths(std::string& out, std::int64_t thousandths);

/// To the nearest 1/1000 pt, ties away from zero.
std::int64_t thousandths_of(base::Length length);
void append_length(std::string& out, base::Length length);

/// "0041": four upper-case hexadecimal digits of a 16-bit value.
void append_hex16(std::string& out, std::uint32_t value);

}  // namespace ms::pdf
