#include "read/calendar.hpp"

#include <fmt/format.h>

namespace ms::read {
namespace {

// Day numbers are Julian day numbers at noon; formulas after Reingold and Dershowitz, Calendrical
// Calculations.

long floor_div(long a, long b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}

long from_gregorian(int year, int month, int day) {
  long const a = (14 - month) / 12, y = year + 4800 - a, m = month + 12 * a - 3;
  return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045;
}

Day to_gregorian(long number) {
  long const a = number + 32044, b = (4 * a + 3) / 146097, c = a - 146097 * b / 4;
  long const d = (4 * c + 3) / 1461, e = c - 1461 * d / 4, m = (5 * e + 2) / 153;
  return {static_cast<int>(100 * b + d - 4800 + m / 10), static_cast<int>(m + 3 - 12 * (m / 10)),
          static_cast<int>(e - (153 * m + 2) / 5 + 1)};
}

/// Persian leap years by the 33-year cycle, right for 1799 to 2256 (Borkowski).
bool is_leap_in_persian(int year) {
  int const place = ((year % 33) + 33) % 33;
  return place == 1 || place == 5 || place == 9 || place == 13 || place == 17 || place == 22 || place == 26 ||
         place == 30;
}

long from_persian(int year, int month, int day) {
  // 1 Farvardin 1300 was 21 March 1921.
  long number = from_gregorian(1921, 3, 21);
  for (int y = 1300; y < year; ++y) number += is_leap_in_persian(y) ? 366 : 365;
  for (int y = year; y < 1300; ++y) number -= is_leap_in_persian(y) ? 366 : 365;
  return number + (month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7)) + day - 1;
}

long from_islamic(int year, int month, int day) {
  constexpr long epoch = 1948440;
  return day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354L + floor_div(3 + 11L * year, 30) + epoch - 1;
}

long from_ethiopic(int year, int month, int day) {
  constexpr long epoch = 1724221;
  return epoch + 365L * (year - 1) + floor_div(year, 4) + 30L * (month - 1) + day - 1;
}

int month_length(Day day, Calendar calendar) {
  switch (calendar) {
    case Calendar::gregorian: {
      bool const is_leap = (day.year % 4 == 0 && day.year % 100 != 0) || day.year % 400 == 0;
      constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
      return day.month == 2 && is_leap ? 29 : lengths[day.month - 1];
    }
    case Calendar::persian:
      return day.month <= 6 ? 31 : day.month < 12 || is_leap_in_persian(day.year) ? 30 : 29;
    case Calendar::islamic: return 30;
    case Calendar::ethiopic: return day.month <= 12 ? 30 : 6;
  }
  return 0;
}

}  // namespace

std::optional<std::string> iso_day(Day day, Calendar calendar) {
  int const months = calendar == Calendar::ethiopic ? 13 : 12;
  if (day.year < 1 || day.year > 9999 || day.month < 1 || day.month > months || day.day < 1 ||
      day.day > month_length(day, calendar))
    return std::nullopt;
  Day const found = calendar == Calendar::gregorian ? day
                    : calendar == Calendar::persian ? to_gregorian(from_persian(day.year, day.month, day.day))
                    : calendar == Calendar::islamic
                        ? to_gregorian(from_islamic(day.year, day.month, day.day))
                        : to_gregorian(from_ethiopic(day.year, day.month, day.day));
  return fmt::format("{:04}-{:02}-{:02}", found.year, found.month, found.day);
}

}  // namespace ms::read
