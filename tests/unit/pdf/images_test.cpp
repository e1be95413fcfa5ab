#include "pdf/images.hpp"

#include <doctest/doctest.h>
#include <png.h>
#include <webp/encode.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include "base/files.hpp"
#include "folder.hpp"
#include "pdf/pdf.hpp"
#include "pdf/pixels.hpp"
#include "pdf_reader.hpp"
#include "sample.hpp"
#include "support/exif.hpp"

using namespace ms;
using namespace std::string_literals;

namespace {

std::string png_of(int width, int height, unsigned format, std::string const& samples) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(width);
  image.height = static_cast<png_uint_32>(height);
  image.format = format;
  png_alloc_size_t size = 0;
  REQUIRE(png_image_write_to_memory(&image, nullptr, &size, 0, samples.data(), 0, nullptr));
  std::string out(size, '\0');
  REQUIRE(png_image_write_to_memory(&image, out.data(), &size, 0, samples.data(), 0, nullptr));
  out.resize(size);
  return out;
}

std::string webp_of(int width, int height, std::string const& rgba) {
  std::uint8_t* bytes = nullptr;
  std::size_t const size = WebPEncodeLosslessRGBA(reinterpret_cast<std::uint8_t const*>(rgba.data()), width,
                                                  height, 4 * width, &bytes);
  REQUIRE(size != 0);
  std::string out(reinterpret_cast<char const*>(bytes), size);
  WebPFree(bytes);
  return out;
}

/// Segments of a JPEG up to its end; nothing decodes them here.
std::string jpeg_of(char frame, int components, std::string const& end = "\xFF\xD9") {
  std::string out = "\xFF\xD8\xFF\xE0\0\4ab"s;
  out += "\xFF"s + frame + "\0"s + static_cast<char>(8 + 3 * components) + "\x08\0\x20\0\x40"s +
         static_cast<char>(components) + std::string(static_cast<std::size_t>(3 * components), '\1');
  return out + "\xFF\xDA\0\2data"s + end;
}

struct Written {
  base::Diagnostics diagnostics;
  std::string bytes;
  explicit Written(page::Document const& document) : bytes(pdf::write(document, {}, diagnostics)) {}
};

std::string unfiltered(std::string const& rows, std::size_t width, std::size_t step) {
  std::string out, above(width, '\0');
  for (std::size_t at = 0; at < rows.size(); at += width + 1) {
    std::string row(width, '\0');
    for (std::size_t i = 0; i < width; ++i) {
      auto const byte = [](char c) { return static_cast<int>(static_cast<unsigned char>(c)); };
      int const left = i < step ? 0 : byte(row[i - step]), up = byte(above[i]);
      int const corner = i < step ? 0 : byte(above[i - step]);
      int const p = left + up - corner, a = std::abs(p - left), b = std::abs(p - up),
                c = std::abs(p - corner);
      int const guesses[] = {0, left, up, (left + up) / 2, a <= b && a <= c ? left : b <= c ? up : corner};
      row[i] = static_cast<char>(byte(rows[at + 1 + i]) + guesses[static_cast<int>(rows[at])]);
    }
    out += above = row;
  }
  return out;
}

}  // namespace

TEST_CASE("filtered rows come back, and smooth ones are smaller") {
  std::uint32_t const seed = 7;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (std::size_t const step : {1u, 3u}) {
    std::string samples;
    for (int i = 0; i < 60 * 3 * 20; ++i)
      samples += static_cast<char>(i / 7 + static_cast<int>(random() % 3));
    CHECK(unfiltered(pdf::filtered_rows(samples, 60 * step, step), 60 * step, step) == samples);
  }
}

TEST_CASE("a PNG with opacity becomes pixels and a soft mask, with predictors") {
  std::string rgba;
  for (int i = 0; i < 8 * 6; ++i)
    rgba += {static_cast<char>(5 * i), static_cast<char>(2 * i), '\x40', static_cast<char>(i % 2 ? 255 : 90)};
  Written const written(tests::with_pictures({png_of(8, 6, PNG_FORMAT_RGBA, rgba)}));
  CHECK(written.diagnostics.list().empty());
  tests::PdfReader const file(written.bytes);
  auto const& image = file.at(*file.pages()[0], "Resources/XObject/I0");
  CHECK(file.at(image, "Width").number == 8);
  CHECK(file.at(image, "Height").number == 6);
  CHECK(file.at(image, "ColorSpace").text == "DeviceRGB");
  CHECK(file.at(image, "DecodeParms/Predictor").number == 15);
  CHECK(file.at(image, "DecodeParms/Colors").number == 3);
  std::string const colour = unfiltered(image.data, 24, 3);
  std::string const mask = unfiltered(file.at(image, "SMask").data, 8, 1);
  REQUIRE(mask.size() == 48);
  for (std::size_t i = 0; i < 48; ++i) {
    CHECK(mask[i] == rgba[4 * i + 3]);
    CHECK(colour.substr(3 * i, 3) == rgba.substr(4 * i, 3));
  }
  CHECK(file.at(file.at("Root/OutputIntents/0"), "DestOutputProfile/N").number == 3);
}

TEST_CASE("what is grey or opaque takes no more than that") {
  std::string grey;
  for (int i = 0; i < 4 * 4; ++i) grey += std::string(3, static_cast<char>(9 * i)) + '\xFF';
  Written const written(tests::with_pictures({png_of(4, 4, PNG_FORMAT_RGBA, grey), webp_of(4, 4, grey)}));
  tests::PdfReader const file(written.bytes);
  for (char const* const name : {"Resources/XObject/I0", "Resources/XObject/I1"}) {
    auto const& image = file.at(*file.pages()[0], name);
    CHECK(file.at(image, "ColorSpace").text == "DeviceGray");
    CHECK(image.entries.count("SMask") == 0);
    CHECK(unfiltered(image.data, 4, 1).substr(0, 4) == "\0\x09\x12\x1b"s);
  }
}

TEST_CASE("PNGs of all kinds are read: palette, sixteen bits, a transparent colour") {
  std::string deep;
  for (int i = 0; i < 16; ++i) deep += "\x12\x34\x56\x78\x9a\xbc\xff\xff"s;
  std::string const sixteen = png_of(4, 4, PNG_FORMAT_LINEAR_RGB_ALPHA, deep);
  CHECK(std::holds_alternative<pdf::Pixels>(pdf::png_pixels(sixteen)));
  std::string const rgb(48, '\x21');
  auto const plain = pdf::png_pixels(png_of(4, 4, PNG_FORMAT_RGB, rgb));
  REQUIRE(std::holds_alternative<pdf::Pixels>(plain));
  CHECK(std::get<pdf::Pixels>(plain).opacity.empty());
  CHECK(std::get<pdf::Pixels>(plain).channels == 1);
}

TEST_CASE("a JPEG goes in as it is, baseline and progressive; the same one twice is one object") {
  for (char const frame : {'\xC0', '\xC1', '\xC2'}) {
    std::string const jpeg = jpeg_of(frame, 3);
    Written const written(tests::with_pictures({jpeg, jpeg}));
    CHECK(written.diagnostics.list().empty());
    tests::PdfReader const file(written.bytes);
    auto const& images = file.at(*file.pages()[0], "Resources/XObject");
    CHECK(images.entries.size() == 1);
    auto const& image = file.at(images, "I0");
    CHECK(image.raw == jpeg);
    CHECK(file.at(image, "Filter").text == "DCTDecode");
    CHECK(file.at(image, "Width").number == 64);
    CHECK(file.at(image, "Height").number == 32);
    std::string const& content = file.at(*file.pages()[0], "Contents").data;
    CHECK(content.find("q 40 0 0 30 20") != std::string::npos);
    CHECK(content.find("cm/I0 Do Q") != std::string::npos);
  }
  CHECK(pdf::look_at_jpeg(jpeg_of('\xC0', 1)).components == 1);
}

TEST_CASE("a JPEG goes in as it is, and the matrix turns it as its Exif says") {
  // Where the first stored row and column are seen: the corners of the first and of the last sample of the
  // row.
  struct Corner {
    double x, y;
  };
  Corner const top_left{20, 419.528 - 20}, top_right{60, 419.528 - 20}, bottom_left{20, 419.528 - 50},
      bottom_right{60, 419.528 - 50};
  Corner const seen[8][2] = {{top_left, top_right},       {top_right, top_left},
                             {bottom_right, bottom_left}, {bottom_left, bottom_right},
                             {top_left, bottom_left},     {top_right, bottom_right},
                             {bottom_right, top_right},   {bottom_left, top_left}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    std::string jpeg = jpeg_of('\xC0', 3);
    jpeg.insert(2, samples::exif_segment(orientation, orientation % 2 == 0));
    Written const written(tests::with_pictures({jpeg}));
    tests::PdfReader const file(written.bytes);
    auto const& page = *file.pages()[0];
    CHECK(file.at(page, "Resources/XObject/I0").raw == jpeg);
    CHECK(file.at(page, "Resources/XObject/I0/Width").number == 64);
    std::string const& content = file.at(page, "Contents").data;
    double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
    REQUIRE(std::sscanf(content.substr(content.find("q ")).c_str(), "q %lf %lf %lf %lf %lf %lf cm", &a, &b,
                        &c, &d, &e, &f) == 6);
    CHECK(c + e == doctest::Approx(seen[orientation - 1][0].x));
    CHECK(d + f == doctest::Approx(seen[orientation - 1][0].y));
    CHECK(a + c + e == doctest::Approx(seen[orientation - 1][1].x));
    CHECK(b + d + f == doctest::Approx(seen[orientation - 1][1].y));
  }
}

TEST_CASE("what cannot be drawn is reported once, and its place stays empty") {
  std::string const png = png_of(4, 4, PNG_FORMAT_RGB, std::string(48, '\x21'));
  std::string damaged = png;
  damaged[damaged.find("IDAT") + 9] ^= 0x55;
  std::string const webp = webp_of(4, 4, std::string(64, '\x33'));
  std::string huge = png;  // IHDR of 60,000 x 60,000 pixels; its checksum is wrong as well
  huge.replace(16, 8, "\0\0\xEA\x60\0\0\xEA\x60"s);
  for (std::string const& broken :
       {jpeg_of('\xC0', 4), jpeg_of('\xC3', 3), jpeg_of('\xC9', 3), jpeg_of('\xC0', 3, ""), "GIF89a"s, ""s,
        png.substr(0, 40), png.substr(0, png.size() / 2), damaged, huge, webp.substr(0, 20),
        webp.substr(0, webp.size() - 6)}) {
    CAPTURE(broken.size());
    Written const written(tests::with_pictures({broken}));
    REQUIRE(written.diagnostics.list().size() == 1);
    CHECK(written.diagnostics.list()[0].code == "pdf.image");
    tests::PdfReader const file(written.bytes);
    CHECK(file.at(*file.pages()[0], "Contents").data.find(" Do") == std::string::npos);
  }
}

TEST_CASE("every cut and many flips of a picture end in pixels or a reason") {
  std::string const png = png_of(9, 9, PNG_FORMAT_RGBA, std::string(324, '\x7B'));
  std::string const webp = webp_of(9, 9, std::string(324, '\x7B')), jpeg = jpeg_of('\xC2', 3);
  std::uint32_t const seed = 11;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (std::string const& whole : {png, webp, jpeg}) {
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
      pdf::png_pixels(whole.substr(0, cut));
      pdf::webp_pixels(whole.substr(0, cut));
      CHECK((cut + 2 > whole.size() || cut < 4 || whole[1] != '\xD8' ||
             !pdf::look_at_jpeg(whole.substr(0, cut)).reason.empty()));
    }
    for (int i = 0; i < 300; ++i) {
      std::string flipped = whole;
      flipped[random() % flipped.size()] = static_cast<char>(random());
      pdf::png_pixels(flipped);
      pdf::webp_pixels(flipped);
      pdf::look_at_jpeg(flipped);
    }
  }
}

TEST_CASE("qpdf finds nothing wrong with pictures") {
  if (std::system("qpdf --version >/dev/null 2>&1") != 0) {
    MESSAGE("qpdf is not installed");
    return;
  }
  tests::Folder const folder;
  std::string const path = folder.path() + "/a.pdf";
  std::string const rgba(64, '\x33');
  base::write_file(
      path, Written(tests::with_pictures({png_of(4, 4, PNG_FORMAT_RGBA, rgba), webp_of(4, 4, rgba)})).bytes);
  CHECK(std::system(("qpdf --check '" + path + "' >/dev/null").c_str()) == 0);
}
