// In: points, or units of a font scaled by a size. Out: exact lengths.
// A Length is a whole number of 1/1024 pt (1 pt = 1/72 inch), so sums never drift and the same input gives
// the same bytes on every machine. 64 bits hold 3 million kilometres; nothing here overflows.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace ms::base {

class Length {
 public:
  static constexpr std::int64_t units_per_point = 1024;

  constexpr Length() = default;
  static constexpr Length units(std::int64_t value) { return Length(value); }
  static Length points(double value) { return Length(std::llround(value * units_per_point)); }
  static Length millimetres(double value) { return points(value * 72.0 / 25.4); }

  constexpr std::int64_t units() const { return units_; }
  constexpr double points() const { return static_cast<double>(units_) / units_per_point; }

  /// this × numerator / denominator, rounded to nearest, ties upwards. denominator > 0.
  constexpr Length scaled(std::int64_t numerator, std::int64_t denominator) const {
    std::int64_t const twice = 2 * units_ * numerator + denominator;
    std::int64_t const twice_denominator = 2 * denominator;
    std::int64_t quotient = twice / twice_denominator;
    if (twice % twice_denominator < 0) --quotient;
    return Length(quotient);
  }

  constexpr Length operator-() const { return Length(-units_); }
  constexpr Length& operator+=(Length other) { return units_ += other.units_, *this; }
  constexpr Length& operator-=(Length other) { return units_ -= other.units_, *this; }
  friend constexpr Length operator+(Length a, Length b) { return Length(a.units_ + b.units_); }
  friend constexpr Length operator-(Length a, Length b) { return Length(a.units_ - b.units_); }
  friend constexpr Length operator*(Length a, std::int64_t factor) { return Length(a.units_ * factor); }
  friend constexpr Length operator*(std::int64_t factor, Length a) { return Length(a.units_ * factor); }
  friend constexpr Length operator/(Length a, std::int64_t divisor) { return a.scaled(1, divisor); }
  friend constexpr auto operator<=>(Length, Length) = default;

 private:
  explicit constexpr Length(std::int64_t value) : units_(value) {}
  std::int64_t units_ = 0;
};

}  // namespace ms::base
