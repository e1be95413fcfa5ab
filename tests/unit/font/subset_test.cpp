#include "font/subset.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "font/library.hpp"

using namespace ms;
using namespace ms::font;

namespace {

Library const& fonts() {
  static Library const library;
  return library;
}

Face const& face_of(char const (&script)[5], char const* language) {
  return *fonts().face({.script = text::script_tag(script), .language = language});
}

unsigned u16_at(std::string const& bytes, std::size_t offset) {
  return static_cast<unsigned>(static_cast<unsigned char>(bytes.at(offset))) << 8 |
         static_cast<unsigned char>(bytes.at(offset + 1));
}

}  // namespace

TEST_CASE("a TrueType subset holds the glyphs asked for, the parts they are made of, and nothing else") {
  Face const& face = face_of("Latn", "en");
  // Noto Serif makes é of e and an accent.
  std::uint32_t const composite = face.glyph_of(U'é'), letter = face.glyph_of(U'T');
  Subset const subset = subset_truetype(face, {composite, letter});
  REQUIRE(subset.new_glyph.count(0) == 1);
  CHECK(subset.new_glyph.at(0) == 0);
  CHECK(subset.new_glyph.count(composite) == 1);
  CHECK(subset.new_glyph.count(letter) == 1);
  CHECK(subset.new_glyph.count(face.glyph_of(U'e')) == 1);
  CHECK(subset.new_glyph.size() == 5);
  CHECK(u16_at(subset.tables.at("maxp"), 4) == subset.new_glyph.size());
  for (char const* const name : {"glyf", "loca", "hmtx", "hhea", "head", "maxp"}) {
    CAPTURE(std::string(name));
    CHECK(!subset.tables.at(name).empty());
  }
  CHECK(subset.tables.size() == 6);
  CHECK(subset.tables.at("glyf").size() < 2000);
}

TEST_CASE("a TrueType subset keeps advances") {
  Face const& face = face_of("Latn", "en");
  std::set<std::uint32_t> glyphs;
  for (char32_t c = U'a'; c <= U'z'; ++c) glyphs.insert(face.glyph_of(c));
  Subset const subset = subset_truetype(face, glyphs);
  unsigned const long_metrics = u16_at(subset.tables.at("hhea"), 34);
  for (std::uint32_t const glyph : glyphs) {
    unsigned const metric = std::min(subset.new_glyph.at(glyph), long_metrics - 1);
    CHECK(u16_at(subset.tables.at("hmtx"), 4 * metric) == static_cast<unsigned>(face.advance_of(glyph)));
  }
}

TEST_CASE("the same glyphs make the same subset") {
  Face const& face = face_of("Arab", "ar");
  std::set<std::uint32_t> const glyphs = {3, 5, 40, 41, 120};
  Subset const once = subset_truetype(face, glyphs), again = subset_truetype(face, glyphs);
  CHECK(once.tables == again.tables);
  CHECK(once.new_glyph == again.new_glyph);
  CHECK(shaping_subset(face, "سلام") == shaping_subset(face, "سلام"));
}

TEST_CASE("outlines begin with a move, and quadratic curves become cubic ones") {
  for (auto const& [script, language] : {std::pair{"Latn", "en"}, std::pair{"Hani", "ja"}}) {
    Face const& face = *fonts().face({.script = text::script_named(script), .language = language});
    char32_t const round = script == std::string("Latn") ? U'o' : U'口';
    std::vector<OutlineSegment> const segments = outline(face, face.glyph_of(round));
    REQUIRE(segments.size() > 6);
    CHECK(segments.front().kind == OutlineSegment::Kind::move);
    CHECK(std::count_if(segments.begin(), segments.end(), [](OutlineSegment const& segment) {
            return segment.kind == OutlineSegment::Kind::move;
          }) == 2);
  }
  Face const& serif = face_of("Latn", "en");
  auto const curves = outline(serif, serif.glyph_of(U'o'));
  CHECK(std::any_of(curves.begin(), curves.end(), [](OutlineSegment const& segment) {
    return segment.kind == OutlineSegment::Kind::cubic;
  }));
  CHECK(outline(serif, serif.glyph_of(U' ')).empty());
}
