#include <doctest/doctest.h>

#include "base/length.hpp"

using ms::base::Length;

TEST_CASE("points and millimetres are exact to 1/1024 pt") {
  CHECK(Length::points(10.25).units() == 10496);
  CHECK(Length::millimetres(25.4) == Length::points(72));
  CHECK(Length::units(-512).points() == -0.5);
}

TEST_CASE("scaling rounds to nearest, ties upwards, on both sides of zero") {
  CHECK(Length::units(10).scaled(1, 4).units() == 3);    // 2.5
  CHECK(Length::units(-10).scaled(1, 4).units() == -2);  // -2.5
  CHECK(Length::units(7).scaled(1, 3).units() == 2);
  CHECK(Length::units(-7).scaled(1, 3).units() == -2);
  CHECK(Length::units(-8).scaled(1, 3).units() == -3);
  CHECK(Length::units(0).scaled(5, 7).units() == 0);
}

TEST_CASE("scaling a sum once differs from the sum of the scaled by less than one unit a part") {
  for (int parts = 1; parts < 50; ++parts) {
    std::int64_t const whole = Length::points(10.25).scaled(613 * parts, 1000).units();
    std::int64_t const pieces = parts * Length::points(10.25).scaled(613, 1000).units();
    CHECK(std::abs(whole - pieces) <= parts);
  }
}
