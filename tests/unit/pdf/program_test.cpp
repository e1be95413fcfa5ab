#include "pdf/program.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "font/subset.hpp"
#include "font_file.hpp"
#include "fonts/synthetic.hpp"
#include "pdf/bytes.hpp"
#include "sample.hpp"
#include "text/utf8.hpp"

using namespace ms;

namespace {

/// Contours of an outline; a contour is a ring of segments: of a line its end, of a curve three points.
using Segment = std::vector<int>;
using Contour = std::vector<Segment>;
using Shape = std::vector<Contour>;

Shape shape(font::Face const& face, std::uint32_t glyph, int x = 0, int y = 0,
            int scale = pdf::Part::unscaled) {
  Shape out;
  auto const fitted = [&](int value) { return static_cast<int>(std::lround(value * (scale / 16384.0))); };
  Segment start, last;
  auto const close = [&] {
    if (!out.empty() && last != start) out.back().push_back(start);
    if (!out.empty() && out.back().empty()) out.pop_back();
  };
  for (auto const& segment : font::outline(face, glyph)) {
    int const points = segment.kind == font::OutlineSegment::Kind::cubic ? 3 : 1;
    Segment next;
    for (int i = 0; i < points; ++i)
      next.insert(next.end(), {fitted(segment.points[i].x) + x, fitted(segment.points[i].y) + y});
    Segment const end(next.end() - 2, next.end());
    if (segment.kind == font::OutlineSegment::Kind::move) {
      close();
      out.emplace_back();
      start = end;
    } else if (points == 3 || end != last) {
      out.back().push_back(next);
    }
    last = end;
  }
  close();
  return out;
}

/// The same ring, wherever it begins, but for one unit: curves of second order become curves of third order
/// with rounding.
bool alike(Contour const& a, Contour const& b) {
  auto const same = [](Segment const& x, Segment const& y) {
    return x.size() == y.size() &&
           std::equal(x.begin(), x.end(), y.begin(), [](int i, int k) { return std::abs(i - k) <= 1; });
  };
  for (std::size_t turn = 0; a.size() == b.size() && turn < a.size(); ++turn) {
    std::size_t i = 0;
    while (i < a.size() && same(a[i], b[(i + turn) % b.size()])) ++i;
    if (i == a.size()) return true;
  }
  return false;
}

/// The same contours in any order.
bool alike(Shape const& a, Shape b) {
  for (Contour const& contour : a) {
    auto const found =
        std::find_if(b.begin(), b.end(), [&](Contour const& other) { return alike(contour, other); });
    if (found == b.end()) return false;
    b.erase(found);
  }
  return b.empty();
}

Shape both(Shape a, Shape const& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

struct Made {
  tests::Folder folder;
  pdf::EmbeddedFonts fonts;
  pdf::Program program;
  std::shared_ptr<font::Face const> face;

  void build(font::Face const& host) {
    fonts.number_codes();
    REQUIRE(fonts.fonts().size() == 1);
    bool const truetype = host.outlines() == font::Outlines::truetype;
    program = truetype ? pdf::truetype_program(pdf::glyphs_by_cid(fonts.fonts()[0]))
                       : pdf::cff_program(fonts.fonts()[0], "ABCDEF+Name");
    face =
        tests::opened(folder, program, truetype, host.metrics().units_per_em, fonts.fonts()[0].by_cid.size());
  }
  std::uint32_t code(pdf::EntryPlace place) const { return fonts.fonts()[0].cids[place.entry]; }
};

}  // namespace

TEST_CASE("a TrueType program: every code is a glyph, with the outline and the advance of its drawing") {
  font::Face const& latin = tests::face("Latn");
  std::uint32_t const a = latin.glyph_of(U'a'), e = latin.glyph_of(U'é'), space = latin.glyph_of(U' ');
  Made made;
  pdf::EntryPlace const plain = made.fonts.place_of(latin, {{{&latin, a}}, latin.advance_of(a)}, "a");
  pdf::EntryPlace const twin = made.fonts.place_of(latin, {{{&latin, a}}, latin.advance_of(a)}, "α");
  pdf::EntryPlace const accented = made.fonts.place_of(latin, {{{&latin, e}}, latin.advance_of(e)}, "é");
  pdf::EntryPlace const pair = made.fonts.place_of(latin, {{{&latin, a}, {&latin, e, 520, -30}}, 1100}, "aé");
  pdf::EntryPlace const blank = made.fonts.place_of(latin, {{}, 77}, "\u064E");
  pdf::EntryPlace const gap = made.fonts.place_of(latin, {{{&latin, space}}, latin.advance_of(space)}, " ");
  pdf::EntryPlace const box = made.fonts.place_of(latin, {{{&latin, 0}}, latin.advance_of(0)}, "😀");
  made.build(latin);
  font::Face const& back = *made.face;
  CHECK(alike(shape(back, made.code(plain)), shape(latin, a)));
  CHECK(alike(shape(back, made.code(twin)), shape(latin, a)));
  CHECK(made.code(plain) != made.code(twin));
  CHECK(alike(shape(back, made.code(accented)), shape(latin, e)));
  CHECK(alike(shape(back, made.code(pair)), both(shape(latin, a), shape(latin, e, 520, -30))));
  CHECK(shape(back, made.code(blank)).empty());
  CHECK(shape(back, made.code(gap)).empty());
  CHECK(alike(shape(back, made.code(box)), shape(latin, 0)));
  CHECK(!shape(latin, 0).empty());
  CHECK(made.code(box) != 0);
  CHECK(back.advance_of(made.code(plain)) == latin.advance_of(a));
  CHECK(back.advance_of(made.code(pair)) == 1100);
  CHECK(back.advance_of(made.code(blank)) == 77);
  CHECK(back.advance_of(made.code(gap)) == latin.advance_of(space));
}

TEST_CASE("the head and the profile of a TrueType program are true") {
  font::Face const& latin = tests::face("Latn");
  std::uint32_t const a = latin.glyph_of(U'a'), e = latin.glyph_of(U'é');
  Made made;
  made.fonts.place_of(latin, {{{&latin, a}}, latin.advance_of(a)}, "a");
  made.fonts.place_of(latin, {{{&latin, a}, {&latin, e, 520, 2000}, {&latin, a, 1000, 0}}, 1500}, "aéa");
  made.build(latin);
  auto const tables = tests::tables_of(made.program.bytes);
  std::string const& maxp = tables.at("maxp");
  // .notdef, CIDs to that of the second text, é with its two parts
  std::uint32_t const count = 1 + std::uint32_t{'.'} + 3;
  CHECK(pdf::u16_at(maxp, 4) == count);
  CHECK(pdf::u16_at(maxp, 28) == 3);  // components
  CHECK(pdf::u16_at(maxp, 30) == 2);  // the pair holds é, which holds e
  CHECK(pdf::u16_at(maxp, 10) > pdf::u16_at(maxp, 6));
  int top = -32768, bottom = 32767;
  for (std::uint32_t glyph = 0; glyph < count; ++glyph)
    for (auto const& segment : font::outline(*made.face, glyph)) {
      top = std::max(top, segment.points[0].y);
      bottom = std::min(bottom, segment.points[0].y);
    }
  CHECK(std::abs(made.program.box.y_max - top) <= 1);
  CHECK(std::abs(made.program.box.y_min - bottom) <= 1);
  CHECK(pdf::s16_at(tables.at("head"), 42) == made.program.box.y_max);
  CHECK(made.program.box.y_max > 2000);
}

TEST_CASE("glyphs of another face are scaled into the host's font") {
  font::Face const& hebrew = tests::face("Hebr", "he");
  font::Face const& latin = tests::face("Latn");
  REQUIRE(hebrew.outlines() == font::Outlines::truetype);
  std::uint32_t const stop = latin.glyph_of(U'.'), alef = hebrew.glyph_of(U'א');
  constexpr int scale = 14746;  // 0.9
  Made made;
  made.fonts.place_of(hebrew, {{{&hebrew, alef}}, hebrew.advance_of(alef)}, "א");
  pdf::EntryPlace const taken = made.fonts.place_of(hebrew, {{{&latin, stop, 10, 0, scale}}, 300}, ".");
  made.build(hebrew);
  CHECK(alike(shape(*made.face, made.code(taken)), shape(latin, stop, 10, 0, scale)));
}

TEST_CASE("a CFF program: every code is a glyph with the outline of its drawing") {
  font::Face const& han = tests::face("Hani", "zh-Hans");
  REQUIRE(han.outlines() == font::Outlines::cff);
  Made made;
  std::vector<std::pair<pdf::EntryPlace, Shape>> expected;
  std::uint32_t const seed = 99;
  INFO("seed " << seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 300; ++i) {
    auto const c = static_cast<char32_t>(0x4E00 + random() % 0x5000);
    std::uint32_t const glyph = han.glyph_of(c);
    if (glyph == 0) continue;
    std::string text;
    text::append(text, c);
    expected.emplace_back(made.fonts.place_of(han, {{{&han, glyph}}, han.advance_of(glyph)}, text),
                          shape(han, glyph));
  }
  std::uint32_t const a = han.glyph_of(U'A');
  expected.emplace_back(made.fonts.place_of(han, {{{&han, a}, {&han, a, -300, 40}}, 620}, "AA"),
                        both(shape(han, a), shape(han, a, -300, 40)));
  expected.emplace_back(made.fonts.place_of(han, {{}, 250}, "\u200B"), Shape{});
  made.build(han);
  for (auto const& [place, outline] : expected) REQUIRE(alike(shape(*made.face, made.code(place)), outline));
}

TEST_CASE("a CFF program takes TrueType outlines as well") {
  font::Face const& han = tests::face("Hani", "zh-Hans");
  font::Face const& latin = tests::face("Latn");
  std::uint32_t const o = latin.glyph_of(U'o');
  Made made;
  pdf::EntryPlace const taken = made.fonts.place_of(han, {{{&latin, o}}, 600}, "o");
  made.build(han);
  CHECK(alike(shape(*made.face, made.code(taken)), shape(latin, o)));
}

TEST_CASE("simple fonts share a program: a character map leads from 0xF000 + code to the glyph") {
  font::Face const& latin = tests::face("Latn");
  font::Face const& hebrew = tests::face("Hebr", "he");
  std::uint32_t const a = latin.glyph_of(U'a'), alef = hebrew.glyph_of(U'א');
  pdf::EmbeddedFonts fonts;
  pdf::EntryPlace const letter = fonts.place_of(latin, {{{&latin, a}}, latin.advance_of(a)}, "a");
  pdf::EntryPlace const other = fonts.place_of(hebrew, {{{&hebrew, alef}}, 700}, "א");
  fonts.number_codes();
  REQUIRE(fonts.fonts()[0].table == fonts.fonts()[1].table);
  pdf::Program const program =
      pdf::truetype_program(pdf::glyphs_by_code({&fonts.fonts()[0], &fonts.fonts()[1]}));
  std::string const map = tests::tables_of(program.bytes).at("cmap");
  CHECK(pdf::u16_at(map, 4) == 3);
  CHECK(pdf::u16_at(map, 6) == 0);
  std::uint32_t const last = pdf::u16_at(map, 26), first = pdf::u16_at(map, 32), step = pdf::u16_at(map, 36);
  CHECK(first == 0xF020);
  auto const glyph_of = [&](std::uint32_t code) {
    CHECK((0xF000 + code >= first && 0xF000 + code <= last));
    return (0xF000 + code + step) & 0xFFFF;
  };
  tests::Folder const folder;
  auto const back = tests::opened(folder, program, true, latin.metrics().units_per_em, 0);
  CHECK(alike(shape(*back, glyph_of(fonts.fonts()[0].cids[letter.entry])), shape(latin, a)));
  CHECK(alike(shape(*back, glyph_of(fonts.fonts()[1].cids[other.entry])), shape(hebrew, alef)));
  CHECK(back->advance_of(glyph_of(fonts.fonts()[1].cids[other.entry])) == 700);
}

TEST_CASE("a glyph that is damaged is a failure that names the font's file") {
  tests::Folder const folder;
  synthetic::Font font;
  font.glyphs = {{U'a', 500}, {U'b', 600}};
  std::string const good = synthetic::file(font);
  std::string const path = folder.path() + "/damaged.ttf";
  auto const code_with = [&](std::size_t at, std::uint32_t value) {
    std::string file = good;
    // Glyph 1 stands after glyph 0, a box like itself.
    std::string const glyf = tests::tables_of(file).at("glyf");
    std::size_t const start = file.find(glyf) + glyf.size() / 3;
    pdf::set_u16(file, start + at, value);
    base::write_file(path, file);
    auto const face = font::Face::open(path, 0);
    pdf::EmbeddedFonts fonts;
    fonts.place_of(*face, {{{face.get(), face->glyph_of(U'a')}}, 500}, "a");
    fonts.number_codes();
    try {
      pdf::truetype_program(pdf::glyphs_by_cid(fonts.fonts()[0]));
    } catch (base::Failure const& failure) {
      CHECK(failure.path() == path);
      return std::string(failure.code());
    }
    return std::string();
  };
  CHECK(code_with(10, 3) == "");  // as it was: four points
  CHECK(code_with(0, 100) == "font.damaged");
  CHECK(code_with(10, 300) == "font.damaged");
  CHECK(code_with(12, 60000) == "font.damaged");  // instructions
}
