#include "layout/item.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "fonts/folder.hpp"
#include "fonts/synthetic.hpp"
#include "text/utf8.hpp"
#include "unit/layout/paragraph.hpp"
#include "unit/layout/samples.hpp"

using namespace ms;
using namespace ms::layout;

namespace {

/// Latin letters, a Hebrew face that has spaces but no brackets, and a face of signs that has brackets too.
struct Fonts {
  Fonts() {
    synthetic::Font latin;
    latin.family = "Noto Serif";
    latin.glyphs = synthetic::ascii();
    latin.glyphs.push_back({U'\u0301', 0});
    folder.add("latin.ttf", synthetic::file(latin));
    synthetic::Font hebrew;
    hebrew.family = "Noto Serif Hebrew";
    hebrew.glyphs = {{U' ', 250}, {U'א'}, {U'ב'}, {U'\u05B7', 0}, {U','}};
    folder.add("hebrew.ttf", synthetic::file(hebrew));
    synthetic::Font signs;
    signs.family = "Noto Sans Symbols";
    signs.glyphs = {{U'→'}, {U'←'}, {U' ', 300}, {U','}};
    folder.add("signs.ttf", synthetic::file(signs));
  }
  synthetic::Folder folder;
};

font::Library const& made_fonts() {
  static Fonts const fonts;
  static font::Library const library({fonts.folder.path()});
  return library;
}

std::string name_of(font::Face const* face) {
  std::string const file = face->path().substr(face->path().rfind('/') + 1);
  return file.substr(0, file.find('.'));
}

/// "latin:abc|hebrew:…"
std::string faces(StyledText const& text, base::Diagnostics& diagnostics) {
  std::string all;
  for (Item const& item : itemise(text, analyse(text), made_fonts(), diagnostics))
    all +=
        (all.empty() ? "" : "|") + name_of(item.face) + ":" + std::string(base::slice(text.utf8, item.range));
  return all;
}
std::string faces(std::string_view utf8, std::string_view language = "en") {
  base::Diagnostics diagnostics;
  return faces(paragraph::plain(utf8, language), diagnostics);
}

}  // namespace

TEST_CASE("plain text is one item") {
  CHECK(faces("Hello, world (12)") == "latin:Hello, world (12)");
}

TEST_CASE("the face changes where it must and nowhere else") {
  CHECK(faces("אב, אב", "he") == "hebrew:אב, אב");
  // Brackets and digits are not in the Hebrew face; the space between two such words stays with them.
  CHECK(faces("אב (אב) 12", "he") == "hebrew:אב |latin:(|hebrew:אב|latin:) |latin:12");
  CHECK(faces("a → b", "en") == "latin:a |signs:→|latin: b");
  CHECK(faces("a → ← b", "en") == "latin:a |signs:→ ←|latin: b");
  CHECK(faces("a →, ← b", "en") == "latin:a |signs:→, ←|latin: b");
  CHECK(faces("a →; ← b", "en") == "latin:a |signs:→|latin:; |signs:←|latin: b");
}

TEST_CASE("a cluster is drawn by one face where one has all of it") {
  CHECK(faces("a e\u0301 →") == "latin:a e\u0301 |signs:→");
  CHECK(faces("→\uFE0F →\u200D") == "signs:→\uFE0F →\u200D");
  // None has the arrow and the accent: each gets its own.
  CHECK(faces("a→\u0301b") == "latin:a|signs:→|latin:\u0301b");
}

TEST_CASE("what no face has is reported once by name, with its place in the source, and drawn as a box") {
  StyledText text = paragraph::plain("a 中中 b 😀 ж 中");
  text.origin = text::Origin::straight(text.utf8.size(), 100);
  base::Diagnostics diagnostics;
  CHECK(faces(text, diagnostics) == "latin:a |latin:中中 |latin:b 😀 |latin:ж |latin:中");
  REQUIRE(diagnostics.list().size() == 3);
  base::Diagnostic const& first = diagnostics.list()[0];
  CHECK(first.code == "font.missing-glyph");
  CHECK(first.severity == base::Severity::warning);
  CHECK(first.message.view().find("U+4E2D CJK UNIFIED IDEOGRAPH-4E2D") != std::string::npos);
  CHECK(first.source == base::Range{102, 105});
  CHECK(diagnostics.list()[1].message.view().find("U+1F600 GRINNING FACE") != std::string::npos);
  CHECK(diagnostics.list()[2].message.view().find("U+0436 CYRILLIC SMALL LETTER ZHE") != std::string::npos);
}

TEST_CASE("characters that leave no mark are never missing and never change the face") {
  base::Diagnostics diagnostics;
  StyledText const text = paragraph::plain("a\u200Bb\u00ADc\u2060d\u200E e\nf\tg\uFEFFh\u00A0i\u202Fj");
  CHECK(faces(text, diagnostics).starts_with("latin:a"));
  CHECK(diagnostics.list().empty());
  CHECK(itemise(text, analyse(text), made_fonts(), diagnostics).size() == 1);
  StyledText const fillers = paragraph::plain("a\u3164b\u180Ec\u115F");
  CHECK(faces(fillers, diagnostics).starts_with("latin:a"));
  CHECK(diagnostics.list().empty());
}

TEST_CASE("items are cut where level, script, style and language change") {
  std::string const utf8 = "one two אב three";
  StyledText text = paragraph::plain(utf8);
  text.runs = {{{0, 4}, text.runs[0].style, "en", {}, {}},
               {{4, utf8.size()}, text.runs[0].style, "fr", {}, {}}};
  text.runs[1].style.size = Length::points(20);
  base::Diagnostics diagnostics;
  std::vector<Item> const items = itemise(text, analyse(text), made_fonts(), diagnostics);
  REQUIRE(items.size() == 5);
  CHECK(items[0].range == Range{0, 4});
  CHECK(items[0].language == "en");
  CHECK(items[0].size == Length::points(10));
  CHECK(items[1].range == Range{4, 8});
  CHECK(items[1].language == "fr");
  CHECK(items[1].style_run == 1);
  CHECK(items[1].size == Length::points(20));
  CHECK(items[2].range == Range{8, 12});
  CHECK(items[2].level == 1);
  CHECK(items[2].is_right_to_left());
  CHECK(items[2].script == text::script_tag("Hebr"));
  CHECK(items[3].level == 0);
  CHECK(items[3].range == Range{12, 13});
  CHECK(items[3].script == text::script_tag("Hebr"));  // the space
  CHECK(items[4].script == text::script_tag("Latn"));
}

TEST_CASE("sizes are fitted to the script; a borrowed face keeps the size it has elsewhere") {
  font::Library const installed;
  StyledText const text = paragraph::plain("سلام (12) سلام", "ar");
  base::Diagnostics diagnostics;
  for (Item const& item : itemise(text, analyse(text), installed, diagnostics)) {
    bool const arabic = item.face->postscript_name().starts_with("NotoNaskh");
    CHECK(item.size == Length::points(10).scaled(arabic ? 1120 : 1000, 1000));
    CHECK(item.script == text::script_tag("Arab"));
  }
  CHECK(diagnostics.list().empty());
}

TEST_CASE("law: items cover any text, and no grapheme cluster that a face covers is cut") {
  font::Library const& library = made_fonts();
  auto const check = [&](StyledText const& text) {
    base::Diagnostics diagnostics;
    Analysis const analysis = analyse(text);
    std::vector<Item> const items = itemise(text, analysis, library, diagnostics);
    std::size_t at = 0;
    for (Item const& item : items) {
      CHECK(item.range.start == at);
      CHECK(item.range.end > at);
      CHECK(item.face != nullptr);
      at = item.range.end;
      std::size_t const next = *std::lower_bound(analysis.graphemes.begin(), analysis.graphemes.end(), at);
      if (next != at) {
        std::size_t const start =
            *std::prev(std::lower_bound(analysis.graphemes.begin(), analysis.graphemes.end(), at));
        CHECK(library.face_for(base::slice(text.utf8, {start, next}), {.script = item.script}) == nullptr);
      }
    }
    CHECK(at == text.utf8.size());
  };
  for (auto const& sample : samples::all) check(paragraph::plain(sample.text, sample.language));
  constexpr char32_t alphabet[] = U"ab (אב,12→中\u0301\u05B7\u200D\u202E\u2069\n\t\u00A0😀🇩🇪\U000F0000";
  for (unsigned seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string utf8;
    for (auto n = 1 + random() % 30; n > 0; --n)
      text::append(utf8, alphabet[random() % (std::size(alphabet) - 1)]);
    StyledText text = paragraph::plain(utf8, seed % 2 == 0 ? "en" : "he");
    std::size_t middle = random() % utf8.size();
    while (!text::is_boundary(utf8, middle)) --middle;
    if (middle > 0) {
      text.runs.push_back(text.runs[0]);
      text.runs[0].range.end = text.runs[1].range.start = middle;
      text.runs[1].style.bold = true;
    }
    check(text);
  }
}

TEST_CASE("no text, no items") {
  base::Diagnostics diagnostics;
  StyledText const text = paragraph::plain("");
  CHECK(itemise(text, analyse(text), made_fonts(), diagnostics).empty());
}
