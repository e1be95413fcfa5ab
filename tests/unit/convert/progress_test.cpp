#include <doctest/doctest.h>

#include "convert/convert.hpp"

using ms::convert::bar_of;

TEST_CASE("the bar shows share, rate and time left") {
  CHECK(bar_of({150, 0, 300, 3.0}, 200) ==
        "[====================>                   ] 150/300  50.0/s  0:03 left");
  CHECK(bar_of({300, 2, 300, 3.0}, 200) ==
        "[========================================] 300/300  100.0/s  0:00 left  2 failed");
  CHECK(bar_of({0, 0, 300, 0}, 200) == "[>                                       ] 0/300");
}

TEST_CASE("the bar never gets wider than the terminal") {
  for (std::size_t columns = 1; columns < 100; ++columns)
    CHECK(bar_of({7, 1, 9000, 1.0}, columns).size() <= columns);
}
