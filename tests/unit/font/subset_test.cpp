#include "font/subset.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "font/glyph_tables.hpp"
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

TEST_CASE("the tables of glyphs are those of the file") {
  Face const& face = face_of("Latn", "en");
  GlyphTables const tables = glyph_tables(face);
  CHECK(tables.head.size() == 54);
  CHECK(tables.hhea.size() == 36);
  CHECK(tables.maxp.size() >= 6);
  std::size_t const count = u16_at(std::string(tables.maxp), 4);
  bool const wide = u16_at(std::string(tables.head), 50) != 0;
  CHECK(tables.loca.size() == (count + 1) * (wide ? 4 : 2));
  std::uint32_t const letter = face.glyph_of(U'T');
  REQUIRE(letter < u16_at(std::string(tables.hhea), 34));
  CHECK(u16_at(std::string(tables.hmtx), 4 * letter) == static_cast<unsigned>(face.advance_of(letter)));
  CHECK(tables.glyf.size() > 10000);
}

TEST_CASE("the same text makes the same subset") {
  Face const& face = face_of("Arab", "ar");
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
