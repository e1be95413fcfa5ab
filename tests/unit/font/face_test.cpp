#include "font/face.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/failure.hpp"
#include "fonts/folder.hpp"
#include "fonts/synthetic.hpp"

using namespace ms;
using font::Face;

namespace {

std::string code_of_failure(std::string const& path, unsigned index = 0) {
  try {
    Face::open(path, index);
  } catch (base::Failure const& failure) {
    CHECK(failure.path() == path);
    CHECK(!failure.message().empty());
    return failure.code();
  }
  return "";
}

synthetic::Font latin(std::string family = "Boxes") {
  synthetic::Font font;
  font.family = std::move(family);
  font.glyphs = synthetic::ascii();
  return font;
}

}  // namespace

TEST_CASE("a face tells its names and measures") {
  synthetic::Folder const folder;
  auto const face = Face::open(folder.add("a.ttf", synthetic::file(latin("Two Boxes (1)"))), 0, 7);
  CHECK(face->postscript_name() == "TwoBoxes1");
  CHECK(face->path() == folder.path() + "/a.ttf");
  CHECK(face->index() == 0);
  CHECK(face->order() == 7);
  CHECK(face->outlines() == font::Outlines::truetype);
  CHECK(face->metrics().units_per_em == 1000);
  CHECK(face->metrics().ascender == 800);
  CHECK(face->metrics().descender == -200);
  CHECK(face->metrics().x_height == 500);
  CHECK(face->metrics().cap_height == 700);
  CHECK(face->metrics().italic_angle == 0);
  CHECK(!face->metrics().fixed_pitch);
  CHECK(face->advance_of(face->glyph_of(U'a')) == 600);
  CHECK(face->advance_of(face->glyph_of(U' ')) == 250);
}

TEST_CASE("an italic face leans to the right") {
  synthetic::Folder const folder;
  synthetic::Font font = latin();
  font.italic = true;
  CHECK(Face::open(folder.add("i.ttf", synthetic::file(font)), 0)->metrics().italic_angle == -12);
}

TEST_CASE("coverage knows characters, and clusters that can be made of them") {
  synthetic::Folder const folder;
  synthetic::Font font = latin();
  font.glyphs.push_back({U'\u00E9'});  // é, but no acute accent
  font.glyphs.push_back({U'\u0308'});  // a diaeresis, but no ä
  font.glyphs.push_back({U'\u2010'});
  auto const face = Face::open(folder.add("a.ttf", synthetic::file(font)), 0);
  CHECK(face->covers(U'a'));
  CHECK(!face->covers(U'ж'));
  CHECK(face->glyph_of(U'ж') == 0);
  CHECK(face->covers("é"));
  CHECK(face->covers("e\u0301"));
  CHECK(!face->covers("o\u0301"));
  CHECK(face->covers("ä"));
  CHECK(!face->covers("á"));
  CHECK(face->covers("\u2011"));
  CHECK(face->covers("\u202F"));
  CHECK(face->covers("a\u200D"));
  CHECK(face->covers("a\uFE0F"));
  CHECK(face->covers("\n"));
  CHECK(!face->covers("\u3164"));
}

TEST_CASE("fonts that cannot be used are refused by name") {
  synthetic::Folder const folder;
  std::string const good = synthetic::file(latin());
  CHECK(code_of_failure(folder.add("good.ttf", good)) == "");
  CHECK(code_of_failure(folder.path() + "/absent.ttf") == "font.damaged");
  CHECK(code_of_failure(folder.add("empty.ttf", "")) == "font.damaged");
  CHECK(code_of_failure(folder.add("text.ttf", "not a font, but a note that somebody left here")) ==
        "font.damaged");
  CHECK(code_of_failure(folder.add("zero.ttf", std::string(4096, '\0'))) == "font.damaged");
  CHECK(code_of_failure(folder.path() + "/good.ttf", 1) == "font.damaged");
  for (std::size_t length : {4u, 11u, 12u, 60u, 300u, 2000u}) {
    REQUIRE(length < good.size());
    CAPTURE(length);
    CHECK(code_of_failure(folder.add("cut.ttf", good.substr(0, length))) == "font.damaged");
  }
  CHECK(code_of_failure(folder.add("cut.ttf", good.substr(0, good.size() - 8))) == "font.damaged");
}

TEST_CASE("the licence decides whether a font may be embedded") {
  synthetic::Folder const folder;
  auto const refusal = [&](unsigned embedding) {
    synthetic::Font font = latin();
    font.embedding = embedding;
    return code_of_failure(folder.add("font.ttf", synthetic::file(font)));
  };
  CHECK(refusal(0x0000) == "");
  CHECK(refusal(0x0004) == "");                     // preview and print
  CHECK(refusal(0x0008) == "");                     // editable
  CHECK(refusal(0x0002) == "font.not-embeddable");  // restricted
  CHECK(refusal(0x000A) == "");                     // the least restrictive bit counts
  CHECK(refusal(0x0104) == "font.not-embeddable");  // no subsetting
  CHECK(refusal(0x0204) == "font.not-embeddable");  // bitmaps only
}
