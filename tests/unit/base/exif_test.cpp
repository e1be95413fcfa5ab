#include "base/exif.hpp"

#include <doctest/doctest.h>

#include "support/exif.hpp"

using namespace ms::base;
using namespace std::string_literals;

TEST_CASE("Exif says how a JPEG is to be turned, in either order of bytes, behind other segments too") {
  for (int orientation = 1; orientation <= 8; ++orientation)
    for (bool const is_little : {false, true}) {
      std::string const segment = samples::exif_segment(orientation, is_little);
      CHECK(exif_orientation("\xFF\xD8" + segment) == orientation);
      CHECK(exif_orientation("\xFF\xD8\xFF\xE0\0\4ab\xFF"s + segment) == orientation);
      CHECK(lies_on_its_side(orientation) == (orientation > 4));
    }
}

TEST_CASE("a JPEG without Exif, or with a damaged one, stays as it is") {
  std::string const whole = "\xFF\xD8" + samples::exif_segment(6, false);
  for (std::size_t cut = 0; cut < whole.size() - 7; ++cut) CHECK(exif_orientation(whole.substr(0, cut)) == 1);
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (int const flip : {1, 0x80, 0xFF}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      int const found = exif_orientation(changed);
      CHECK((found >= 1 && found <= 8));
    }
  CHECK(exif_orientation("\xFF\xD8" + samples::exif_segment(9, true)) == 1);
  CHECK(exif_orientation("\xFF\xD8\xFF\xDA\0\2"s + samples::exif_segment(6, true)) == 1);
  CHECK(exif_orientation("") == 1);
}
