#include "layout/image_size.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/exif.hpp"

using namespace ms::layout;
using namespace std::string_literals;

TEST_CASE("a PNG says its size in IHDR") {
  std::string const png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x20"s;
  CHECK(image_size(png) == PixelSize{256, 32});
  for (std::size_t cut = 0; cut < png.size(); ++cut) CHECK_FALSE(image_size(png.substr(0, cut)));
}

TEST_CASE("a JPEG says its size in the frame header, wherever it stands") {
  std::string const jpeg =
      "\xFF\xD8\xFF\xE0\0\x04"
      "ab"
      "\xFF\xFF\xC2\0\x0b\x08\0\x40\0\x80\x01"s;
  CHECK(image_size(jpeg) == PixelSize{128, 64});
  for (std::size_t cut = 0; cut < jpeg.size() - 3; ++cut) CHECK_FALSE(image_size(jpeg.substr(0, cut)));
}

TEST_CASE("a JPEG that its camera took on its side is as wide as it is stored high") {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    std::string const jpeg = "\xFF\xD8" + samples::exif_segment(orientation, orientation % 2 == 0) +
                             "\xFF\xC0\0\x0b\x08\0\x40\0\x80\x01\0\0"s;
    CHECK(image_size(jpeg) == (orientation > 4 ? PixelSize{64, 128} : PixelSize{128, 64}));
  }
}

TEST_CASE("a WebP says its size in its first chunk, in each of the three forms") {
  auto const file = [](std::string const& chunk) {
    return "RIFF\x40\0\0\0WEBP"s + chunk + std::string(20, '\0');
  };
  CHECK(image_size(file("VP8 \x20\0\0\0\x10\0\0\x9d\x01\x2a\x80\0\x40\0"s)) == PixelSize{128, 64});
  CHECK(image_size(file("VP8L\x20\0\0\0\x2f\x7f\xc0\x0f\0"s)) == PixelSize{128, 64});
  CHECK(image_size(file("VP8X\x0a\0\0\0\0\0\0\0\x7f\0\0\x3f\0\0"s)) == PixelSize{128, 64});
  CHECK_FALSE(image_size(file("XMP \x0a\0\0\0"s)));
  CHECK_FALSE(image_size("RIFF\x40\0\0\0WEBPVP8X"s));
}

TEST_CASE("no size where there is none") {
  CHECK_FALSE(image_size("GIF89a"));
  CHECK_FALSE(image_size("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x20"s));
}
