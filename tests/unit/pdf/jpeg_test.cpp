// JPEGs as cameras and programs make them: written by libjpeg, shown by poppler.
#include <doctest/doctest.h>
#include <stdio.h>  // before jpeglib.h, which leaves it to others

#include <jpeglib.h>

#include <array>
#include <cstdlib>
#include <string>

#include "base/files.hpp"
#include "folder.hpp"
#include "pdf/images.hpp"
#include "pdf/pdf.hpp"
#include "pdf_reader.hpp"
#include "sample.hpp"
#include "support/exif.hpp"

using namespace ms;

namespace {

struct Rgb {
  int red = 0, green = 0, blue = 0;
};
using Quarters = std::array<Rgb, 4>;  // top left, top right, bottom left, bottom right

constexpr Quarters colours{Rgb{220, 30, 30}, {20, 160, 60}, {30, 50, 200}, {240, 220, 40}};
constexpr Quarters greys{Rgb{0, 0, 0}, {80, 80, 80}, {160, 160, 160}, {255, 255, 255}};

struct Make {
  J_COLOR_SPACE samples = JCS_RGB;  ///< in which the picture is given
  J_COLOR_SPACE stored = JCS_YCbCr;
  bool progressive = false;
};

/// A picture of four quarters, 64 by 48.
std::string jpeg_of(Quarters const& quarters, Make const& make) {
  constexpr unsigned width = 64, height = 48;
  jpeg_compress_struct state{};
  jpeg_error_mgr errors{};
  state.err = jpeg_std_error(&errors);
  jpeg_create_compress(&state);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&state, &bytes, &size);
  state.image_width = width;
  state.image_height = height;
  state.in_color_space = make.samples;
  state.input_components = make.samples == JCS_GRAYSCALE ? 1 : make.samples == JCS_CMYK ? 4 : 3;
  jpeg_set_defaults(&state);
  jpeg_set_colorspace(&state, make.stored);
  jpeg_set_quality(&state, 90, TRUE);
  if (make.progressive) jpeg_simple_progression(&state);
  jpeg_start_compress(&state, TRUE);
  for (unsigned y = 0; y < height; ++y) {
    std::string row;
    for (unsigned x = 0; x < width; ++x) {
      Rgb const colour = quarters[(y < height / 2 ? 0u : 2u) + (x < width / 2 ? 0u : 1u)];
      std::array<int, 4> const samples{colour.red, colour.green, colour.blue, 0};
      for (int i = 0; i < state.input_components; ++i)
        row += static_cast<char>(samples[static_cast<std::size_t>(i)]);
    }
    auto* samples = reinterpret_cast<JSAMPLE*>(row.data());
    jpeg_write_scanlines(&state, &samples, 1);
  }
  jpeg_finish_compress(&state);
  jpeg_destroy_compress(&state);
  std::string out(reinterpret_cast<char const*>(bytes), size);
  std::free(bytes);
  return out;
}

std::string written(std::string const& jpeg) {
  base::Diagnostics diagnostics;
  std::string out = pdf::write(tests::with_pictures({jpeg}), {}, diagnostics);
  CHECK(diagnostics.list().empty());
  return out;
}

bool has_poppler() {
  bool const it_has = std::system("command -v pdftoppm >/dev/null 2>&1") == 0;
  if (!it_has) MESSAGE("pdftoppm is not installed");
  return it_has;
}

/// A page of two pixels a point.
class Shown {
 public:
  explicit Shown(std::string const& pdf) {
    tests::Folder const folder;
    std::string const path = folder.path() + "/a";
    base::write_file(path + ".pdf", pdf);
    REQUIRE(std::system(("pdftoppm -r 144 -singlefile '" + path + ".pdf' '" + path + "'").c_str()) == 0);
    bytes_ = base::read_file(path + ".ppm");
    int read = 0;
    REQUIRE(std::sscanf(bytes_.c_str(), "P6 %zu %zu 255%n", &width_, &height_, &read) == 2);
    bytes_.erase(0, static_cast<std::size_t>(read) + 1);
    REQUIRE(bytes_.size() == 3 * width_ * height_);
  }

  Rgb at(double x, double y) const {
    auto const pixel = static_cast<std::size_t>(2 * y) * width_ + static_cast<std::size_t>(2 * x);
    auto const sample = [&](std::size_t i) { return int{static_cast<unsigned char>(bytes_[3 * pixel + i])}; };
    return {sample(0), sample(1), sample(2)};
  }

 private:
  std::string bytes_;
  std::size_t width_ = 0, height_ = 0;
};

/// Compression changes colours a little, most of all where they meet.
void check_alike(Rgb seen, Rgb wanted) {
  CAPTURE(seen.red);
  CAPTURE(seen.green);
  CAPTURE(seen.blue);
  CHECK(std::abs(seen.red - wanted.red) <= 8);
  CHECK(std::abs(seen.green - wanted.green) <= 8);
  CHECK(std::abs(seen.blue - wanted.blue) <= 8);
}

/// The four quarters in the box of the picture, and paper on its four sides.
void check_shown(Shown const& page, Quarters const& quarters) {
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    double const left = i % 2 == 0 ? 20 : 40, top = i < 2 ? 20 : 35;
    for (double const x : {left + 2, left + 18})
      for (double const y : {top + 2, top + 13}) check_alike(page.at(x, y), quarters[i]);
  }
  for (auto const& [x, y] : {std::pair{19., 35.}, {61., 35.}, {40., 19.}, {40., 51.}})
    check_alike(page.at(x, y), {255, 255, 255});
}

}  // namespace

TEST_CASE("a JPEG of a camera goes in byte for byte and shows its colours in their places") {
  for (bool const progressive : {false, true})
    for (bool const grey : {false, true}) {
      CAPTURE(progressive);
      CAPTURE(grey);
      Quarters const& quarters = grey ? greys : colours;
      Make const make{grey ? JCS_GRAYSCALE : JCS_RGB, grey ? JCS_GRAYSCALE : JCS_YCbCr, progressive};
      std::string const jpeg = jpeg_of(quarters, make);
      CHECK((jpeg.find("\xFF\xC2") != std::string::npos) == progressive);
      std::string const file = written(jpeg);
      tests::PdfReader const reader(file);
      auto const& image = reader.at(*reader.pages()[0], "Resources/XObject/I0");
      CHECK(image.raw == jpeg);
      CHECK(reader.at(image, "Width").number == 64);
      CHECK(reader.at(image, "Height").number == 48);
      CHECK(reader.at(image, "ColorSpace").text == (grey ? "DeviceGray" : "DeviceRGB"));
      if (has_poppler()) check_shown(Shown(file), quarters);
    }
}

TEST_CASE("a JPEG that stores red, green and blue as they are shows them so") {
  std::string const jpeg = jpeg_of(colours, {.stored = JCS_RGB});
  std::string const file = written(jpeg);
  CHECK(file.find(jpeg) != std::string::npos);
  if (has_poppler()) check_shown(Shown(file), colours);
}

TEST_CASE("a JPEG is shown upright, however the camera was held") {
  if (!has_poppler()) return;
  // Which stored quarter is seen in each (Exif 2.3, 4.6.4 A: orientation).
  constexpr std::array<std::size_t, 4> seen[8] = {{0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1},
                                                  {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2}};
  std::string const stored = jpeg_of(colours, {});
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    std::string jpeg = stored;
    jpeg.insert(2, samples::exif_segment(orientation, orientation % 2 == 0));
    std::string const file = written(jpeg);
    CHECK(file.find(jpeg) != std::string::npos);
    Quarters quarters;
    for (std::size_t i = 0; i < 4; ++i) quarters[i] = colours[seen[orientation - 1][i]];
    check_shown(Shown(file), quarters);
  }
}

TEST_CASE("a JPEG of inks is refused and named, and its place stays empty") {
  for (J_COLOR_SPACE const stored : {JCS_CMYK, JCS_YCCK}) {
    std::string const jpeg = jpeg_of(colours, {JCS_CMYK, stored});
    base::Diagnostics diagnostics;
    std::string const file = pdf::write(tests::with_pictures({jpeg}), {}, diagnostics);
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list()[0].code == "pdf.image");
    CHECK(diagnostics.list()[0].message.view().find("CMYK") != std::string::npos);
    CHECK(file.find("DCTDecode") == std::string::npos);
    if (has_poppler()) {
      Quarters empty;
      empty.fill({255, 255, 255});
      check_shown(Shown(file), empty);
    }
  }
}
