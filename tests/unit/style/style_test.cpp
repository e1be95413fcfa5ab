#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

#include "style/style.hpp"

using namespace ms;
using namespace ms::style;
using base::Length;

namespace {

Style parsed(std::string css, base::Diagnostics& diagnostics) {
  return Style::parse({{"t.css", std::move(css)}}, diagnostics);
}

/// A sheet that must be understood whole.
Style clean(std::string css) {
  base::Diagnostics diagnostics;
  Style style = parsed(std::move(css), diagnostics);
  for (auto const& diagnostic : diagnostics.list()) FAIL_CHECK(diagnostic.message);
  return style;
}

Element element(std::string_view name, std::vector<std::string_view> classes = {},
                std::string_view language = "en", text::Direction direction = text::Direction::ltr) {
  return {name, std::move(classes), language, direction};
}

/// Code and message of the only diagnostic of a sheet.
std::string complaint(std::string css) {
  base::Diagnostics diagnostics;
  parsed(std::move(css), diagnostics);
  if (diagnostics.list().size() != 1) return "not one diagnostic";
  base::Diagnostic const& one = diagnostics.list().front();
  return fmt::format("{} {}", one.code.view(), one.message.view());
}

}  // namespace

TEST_CASE("lengths of type: em, rem, percent, numbers, lh and rlh") {
  Style const style = clean(R"(
    body { font-size: 10pt; line-height: 14pt; }
    h1 { font-size: 2.4em; line-height: 2rlh; margin: 1em 0 0.5lh; }
    h2 { font-size: 1.2rem; line-height: 1.5; }
    h3 { font-size: 80%; line-height: 150%; text-indent: 1in; }
    b { font-size: 50%; }
  )");
  Computed const h1 = style.compute({element("body"), element("h1")});
  CHECK(h1.size == Length::points(24));
  CHECK(h1.line_height == Length::points(28));
  CHECK(h1.margin_before == Length::points(24));
  CHECK(h1.margin_after == Length::points(14));
  Computed const h2 = style.compute({element("body"), element("h2")});
  CHECK(h2.size == Length::points(12));
  CHECK(h2.line_height == Length::points(18));
  // A factor is inherited as a factor, a percentage as the length it gave.
  CHECK(style.compute({element("body"), element("h2"), element("b")}).line_height == Length::points(9));
  Computed const h3 = style.compute({element("body"), element("h3")});
  CHECK(h3.line_height == Length::points(12));
  CHECK(h3.indent == Length::points(72));
  CHECK(style.compute({element("body"), element("h3"), element("b")}).line_height == Length::points(12));
}

TEST_CASE("the order of the cascade: importance, specificity, order") {
  Style const style = clean(R"(
    p.a { text-indent: 1pt; }
    p { text-indent: 2pt; }
    article p { text-indent: 3pt; }
    p:lang(de) { text-indent: 4pt; }
    b { text-indent: 5pt !important; }
    b.c { text-indent: 6pt; }
  )");
  auto const indent = [&](Element last) {
    return style.compute({element("body"), element("article"), std::move(last)}).indent;
  };
  CHECK(indent(element("p")) == Length::points(3));
  CHECK(indent(element("p", {"a"})) == Length::points(1));
  CHECK(indent(element("p", {"a"}, "de-AT")) == Length::points(4));  // as specific, and later
  CHECK(indent(element("b", {"c"})) == Length::points(5));
}

TEST_CASE("selectors match as CSS says") {
  Style const style = clean(R"(
    * { widows: 3; }
    li > p { orphans: 4; }
    blockquote p em { widows: 5; }
    .x.y { orphans: 6; }
    ul > li p em { orphans: 7; }
    :lang(zh-Hant) { widows: 8; }
    p:lang(ar, fa) { widows: 9; }
  )");
  auto const of = [&](std::vector<Element> path) {
    Computed const computed = style.compute(path);
    return std::pair(computed.widows, computed.orphans);
  };
  CHECK(of({element("body"), element("li"), element("p")}) == std::pair(3, 4));
  CHECK(of({element("body"), element("li"), element("div"), element("p")}) == std::pair(3, 2));
  CHECK(of({element("body"), element("blockquote"), element("li"), element("p"), element("em")}) ==
        std::pair(5, 4));
  CHECK(of({element("body"), element("b", {"y"})}) == std::pair(3, 2));
  CHECK(of({element("body"), element("b", {"y", "x"})}) == std::pair(3, 6));
  CHECK(of({element("body"), element("ul"), element("li"), element("ul"), element("p"), element("p"),
            element("em")})
            .second == 7);
  CHECK(
      of({element("body"), element("ul"), element("q"), element("li"), element("p"), element("em")}).second ==
      4);
  CHECK(of({element("body", {}, "zh-Hant-TW")}).first == 8);
  CHECK(of({element("body", {}, "zh-hant")}).first == 8);
  CHECK(of({element("body", {}, "zh-Hans")}).first == 3);
  CHECK(of({element("p", {}, "fa")}).first == 9);
  CHECK(of({element("p", {}, "fas")}).first == 3);
}

TEST_CASE("sides follow the direction") {
  Style const style = clean("p { margin: 1pt 2pt 3pt 4pt; padding-left: 5pt; text-align: right; }");
  Computed const ltr = style.compute({element("p")});
  CHECK(ltr.margin_before == Length::points(1));
  CHECK(ltr.margin_end == Length::points(2));
  CHECK(ltr.margin_after == Length::points(3));
  CHECK(ltr.margin_start == Length::points(4));
  CHECK(ltr.padding_start == Length::points(5));
  CHECK(ltr.align == Align::end);
  Computed const rtl = style.compute({element("p", {}, "ar", text::Direction::rtl)});
  CHECK(rtl.margin_start == Length::points(2));
  CHECK(rtl.margin_end == Length::points(4));
  CHECK(rtl.padding_end == Length::points(5));
  CHECK(rtl.align == Align::start);
}

TEST_CASE("what is inherited and what is not") {
  Style const style = clean(R"(
    article { color: #8c1d18; font-weight: 600; text-align: justify; margin: 9pt; break-inside: avoid;
              border-top: 1pt solid; hyphens: auto; font-family: "Some Face", sans-serif; }
    p { border-bottom: 0.5pt solid; }
    q { display: none; }
    b { font-weight: inherit; color: initial; margin: inherit; }
  )");
  Computed const p = style.compute({element("body"), element("article"), element("p")});
  CHECK(p.colour == Colour{0x8c, 0x1d, 0x18});
  CHECK(p.bold);
  CHECK(p.hyphenate);
  CHECK(p.family == Family::sans);
  CHECK(p.align == Align::justify);
  CHECK(p.align_last == Align::start);
  CHECK(p.margin_before == Length{});
  CHECK(p.break_inside == Keep::automatic);
  CHECK(p.rule_before == Length{});
  CHECK(p.rule_after == Length::points(0.5));
  CHECK(p.rule_colour == p.colour);
  CHECK(p.shown);
  CHECK_FALSE(style.compute({element("body"), element("q"), element("p")}).shown);
  Computed const b = style.compute({element("body"), element("article"), element("b")});
  CHECK(b.bold);
  CHECK(b.colour == Colour{});
  CHECK(b.margin_start == Length::points(9));
}

TEST_CASE("letter spacing is in thousandths of the size") {
  Style const style =
      clean("p { font-size: 8pt; letter-spacing: 0.06em; } q { letter-spacing: 0.5pt; font-size: 5pt; }");
  CHECK(style.compute({element("p")}).letter_spacing == 60);
  CHECK(style.compute({element("q")}).letter_spacing == 100);
}

TEST_CASE("the page reads print, the ebook reads screen") {
  std::string const css =
      "p { widows: 3 }\n"
      "@media print { p { orphans: 4 } }\n"
      "@media screen { p { max-width: 100%; widows: 9 } @media (min-width: 30em) { p { orphans: 9 } } }\n"
      "@media all { p { text-indent: 1pt } }\n"
      "@media amzn-kf8, (prefers-color-scheme: dark) { p { text-indent: 2pt; widows: 7 } }\n"
      "@page { size: A5 }\n";
  Style const style = clean(css);
  Computed const p = style.compute({element("p")});
  CHECK(p.widows == 3);
  CHECK(p.orphans == 4);
  CHECK(p.indent == Length::points(1));
  CHECK(style.css() ==
        "p { widows: 3 }\n\n"
        " p { max-width: 100%; widows: 9 } @media (min-width: 30em) { p { orphans: 9 } } \n"
        "@media all { p { text-indent: 1pt } }\n"
        "@media amzn-kf8, (prefers-color-scheme: dark) { p { text-indent: 2pt; widows: 7 } }\n\n");
}

TEST_CASE("what EPUB refuses does not get into it") {
  base::Diagnostics diagnostics;
  Style const style = parsed(
      "@import 'a.css';\n"
      "p { direction: rtl; color: red; background: url(a.png) }\n"
      "@font-face { font-family: X; src: url(x.ttf) }\n"
      "@media screen { p { unicode-bidi: embed; max-width: 1em } @supports (a: b) { p { direction: ltr } } "
      "}\n",
      diagnostics);
  CHECK(style.css() == "\np {  color: red; }\n\n p {  max-width: 1em }  \n");
  std::vector<std::string> messages;
  for (auto const& diagnostic : diagnostics.list())
    messages.push_back(fmt::format("{} {}", diagnostic.code.view(), diagnostic.message.view()));
  CHECK(messages == std::vector<std::string>{
                        "style.not-in-epub t.css:1:1: @import cannot go into an EPUB as it is",
                        "style.not-in-epub t.css:2:5: EPUB refuses “direction” in a style sheet",
                        "style.not-in-epub t.css:2:33: “background” names a file that is not in the EPUB",
                        "style.unknown-property t.css:2:33: “background” is not understood for pages",
                        "style.not-in-epub t.css:3:1: @font-face cannot go into an EPUB as it is",
                        "style.not-in-epub t.css:4:21: EPUB refuses “unicode-bidi” in a style sheet",
                        "style.not-in-epub t.css:4:59: @supports cannot go into an EPUB as it is",
                    });
}

TEST_CASE("what is not understood is reported with its place") {
  CHECK(complaint("p {\n  /* ü */ colour: red;\n}") ==
        "style.unknown-property t.css:2:11: “colour” is not understood for pages");
  CHECK(complaint("p { margin: 1vw }") ==
        "style.unknown-value t.css:1:5: this value of “margin” is not understood for pages");
  CHECK(complaint("p { font-size: -1pt }") ==
        "style.unknown-value t.css:1:5: this value of “font-size” is not understood for pages");
  CHECK(complaint("p::before, a { color: red }") ==
        "style.unknown-selector t.css:1:1: “p::before, a” is not understood for pages");
  CHECK(complaint("p > { color: red }") ==
        "style.unknown-selector t.css:1:1: “p >” is not understood for pages");
  CHECK(complaint("p { color red; widows: 3 }") ==
        "style.unknown-declaration t.css:1:5: this is no declaration");
  CHECK(complaint("p") == "style.unknown-rule t.css:1:1: this is no rule");
  CHECK(complaint("@supports (a: b) { p { color: red } }") ==
        "style.unknown-rule t.css:1:1: @supports is not understood for pages");
  CHECK(complaint("@page { marks: crop }") ==
        "style.unknown-page-setting t.css:1:9: “marks” in @page is not understood");
  CHECK(complaint("@page :first { margin: 1mm }") ==
        "style.unknown-page-setting t.css:1:16: “margin” in @page is not understood");
}

TEST_CASE("a mistake costs its own rule and no other") {
  base::Diagnostics diagnostics;
  Style const style =
      parsed("p { color: blu; widows: 4 } } q ! { widows: 5 } b { widows: 6; orphans 3 }", diagnostics);
  CHECK(style.compute({element("p")}).widows == 4);
  CHECK(style.compute({element("b")}).widows == 6);
  CHECK(diagnostics.list().size() == 3);
}

TEST_CASE("the geometry of the page") {
  Style const style = clean(R"(
    @page { size: 6in 9in; margin: 10mm 20mm 30mm }
    @media print { body { columns: 2; column-gap: 5mm; column-rule: 0.25pt solid; block-step-size: 12pt } }
  )");
  PageStyle const& page = style.page();
  CHECK(page.paper == base::Size{Length::points(432), Length::points(648)});
  CHECK(page.top == Length::millimetres(10));
  CHECK(page.inner == Length::millimetres(20));
  CHECK(page.outer == Length::millimetres(20));
  CHECK(page.bottom == Length::millimetres(30));
  CHECK_FALSE(page.mirrored);
  CHECK(page.columns == 2);
  CHECK(page.column_gap == Length::millimetres(5));
  CHECK(page.column_rule == Length::points(0.25));
  CHECK(page.grid == Length::points(12));

  PageStyle const mirrored = clean(R"(
    @page { size: A5 landscape; margin: 10mm }
    @page :right { margin-left: 16mm; margin-right: 20mm }
  )")
                                 .page();
  CHECK(mirrored.mirrored);
  CHECK(mirrored.paper.width == Length::millimetres(210));
  CHECK(mirrored.inner == Length::millimetres(16));
  CHECK(mirrored.outer == Length::millimetres(20));
  PageStyle const left = clean("@page :left { margin-left: 20mm; margin-right: 16mm }").page();
  CHECK(left.inner == Length::millimetres(16));
  CHECK(left.outer == Length::millimetres(20));
}

TEST_CASE("scaling type scales what belongs to it, and no millimetre") {
  Style style = clean(R"(
    @page { margin: 20mm }
    body { font-size: 10pt; line-height: 14pt; block-step-size: 14pt }
    h1 { font-size: 20pt; line-height: 2rlh; margin-top: 1rlh; padding-left: 5mm; text-indent: 1em }
    h2 { font-size: 1.5em; line-height: 1.2 }
  )");
  style.scale_type(11, 10);
  CHECK(style.page().grid == Length::points(15.4));
  CHECK(style.page().inner == Length::millimetres(20));
  Computed const h1 = style.compute({element("body"), element("h1")});
  CHECK(h1.size == Length::points(22));
  CHECK(h1.line_height == Length::points(15.4) * 2);
  CHECK(h1.margin_before == Length::points(15.4));
  CHECK(h1.padding_start == Length::millimetres(5));
  CHECK(h1.indent == Length::points(22));
  CHECK(style.compute({element("body"), element("h2")}).size == Length::points(16.5));
}

TEST_CASE("sizes of paper") {
  auto const millimetres = [](double width, double height) {
    return base::Size{Length::millimetres(width), Length::millimetres(height)};
  };
  CHECK(paper_named("a4") == millimetres(210, 297));
  CHECK(paper_named("A5") == millimetres(148, 210));
  CHECK(paper_named("Letter") == millimetres(215.9, 279.4));
  CHECK(paper_named("148x210mm") == millimetres(148, 210));
  CHECK(paper_named("148mmx210mm") == millimetres(148, 210));
  CHECK(paper_named("15cmX210mm") == millimetres(150, 210));
  CHECK(paper_named("6inx9in") == base::Size{Length::points(432), Length::points(648)});
  CHECK(paper_named("5.5x8.5in") == base::Size{Length::points(396), Length::points(612)});
  CHECK(paper_named("400pxx600px") == base::Size{Length::points(300), Length::points(450)});
  for (std::string_view const wrong :
       {"", "x", "a", "a9", "10x", "x10mm", "148x210", "10mmx", "1x1mm", "mmxmm", "9x9km", "6000x6000mm",
        "148 x 210mm", "1.2.3x4in", "-100x100mm"})
    CHECK_MESSAGE(!paper_named(wrong), wrong);
}

TEST_CASE("lengths by name") {
  CHECK(length_named("11pt") == Length::points(11));
  CHECK(length_named("4mm") == Length::millimetres(4));
  for (std::string_view const wrong : {"", "11", "pt", "1em", "11 pt", "-1pt"})
    CHECK_MESSAGE(!length_named(wrong), wrong);
}

TEST_CASE("margins keep their share on other paper") {
  PageStyle page;
  page.paper = {Length::points(200), Length::points(300)};
  page.inner = Length::points(40);
  page.outer = Length::points(20);
  page.top = Length::points(30);
  PageStyle const half = on_paper(page, {Length::points(100), Length::points(150)});
  CHECK(half.inner == Length::points(20));
  CHECK(half.outer == Length::points(10));
  CHECK(half.top == Length::points(15));
  CHECK(half.paper.width == Length::points(100));
}

TEST_CASE("long headlines step down") {
  CHECK(headline_classes("Short") == std::vector<std::string_view>{"headline"});
  CHECK(headline_classes(std::string(90, 'a')) == std::vector<std::string_view>{"headline"});
  CHECK(headline_classes(std::string(91, 'a')) == std::vector<std::string_view>{"headline", "long"});
  CHECK(headline_classes(std::string(141, 'a')) == std::vector<std::string_view>{"headline", "longest"});
  std::string wide;
  for (int i = 0; i < 46; ++i) wide += "漢";
  CHECK(headline_classes(wide) == std::vector<std::string_view>{"headline", "long"});
}

TEST_CASE("any bytes are a sheet") {
  std::string const pieces[] = {"@media", "@page", "print", "{", "}",      "(",    ")",  ";",
                                ":",      "p",     ".x",    ">", ",",      "url(", "\"", "'",
                                "/*",     "*/",    "1em",   "-", "!",      "#fff", "\\", "\n",
                                "\xff",   "é",     "lang(", " ", "margin", "@"};
  for (unsigned seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string css;
    for (auto i = random() % 60; i > 0; --i) css += pieces[random() % std::size(pieces)];
    base::Diagnostics diagnostics;
    Style const style = parsed(css, diagnostics);
    CHECK(style.css().size() <= css.size() + 1);
    style.compute({element("body"), element("p", {"x"})});
  }
  base::Diagnostics diagnostics;
  parsed(std::string(200000, '{'), diagnostics);
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "@media all{";
  parsed(deep, diagnostics);
}
