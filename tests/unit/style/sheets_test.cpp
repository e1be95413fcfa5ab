// The sheets in styles/ against the table of properties, and their look against the design.
#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <sstream>

#include "style/sheet.hpp"

using namespace ms;
using namespace ms::style;
using base::Length;

namespace {

std::string sheet_text(std::string const& name) {
  std::ifstream file(std::string(PROJECT_DIR) + "/styles/" + name, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), name);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

Style style_named(std::string_view name) {
  std::vector<Style::Source> sources;
  for (std::string const& sheet : sheets_of(name)) sources.push_back({sheet, sheet_text(sheet)});
  REQUIRE_FALSE(sources.empty());
  base::Diagnostics diagnostics;
  Style style = Style::parse(std::move(sources), diagnostics);
  for (auto const& diagnostic : diagnostics.list()) FAIL_CHECK(diagnostic.code << " " << diagnostic.message);
  return style;
}

/// Every declaration of the sheet with whether a page reads it.
void each_declaration(std::vector<Rule> const& rules, bool page,
                      std::function<void(Rule const&, Declaration const&, bool)> const& visit) {
  for (Rule const& rule : rules) {
    bool const inner = page && (rule.at.empty() || rule.at == "page" || audience_of(rule.prelude).page);
    each_declaration(rule.rules, inner, visit);
    for (Declaration const& declaration : rule.declarations) visit(rule, declaration, inner);
  }
}

Computed of(Style const& style, std::string_view language, std::vector<Element> tail) {
  std::vector<Element> path{{"body", {}, language, {}}, {"article", {}, language, {}}};
  for (Element& element : tail) {
    element.language = language;
    path.push_back(std::move(element));
  }
  return style.compute(path);
}

}  // namespace

TEST_CASE("every property of the sheets is understood, or stands where only the ebook reads it") {
  int pages = 0, ebooks = 0;
  for (std::string const name : {"brief.css", "book.css"}) {
    std::string const css = sheet_text(name);
    each_declaration(rules_of(css), true, [&](Rule const& rule, Declaration const& declaration, bool page) {
      CAPTURE(name);
      std::string const property(declaration.name);
      CAPTURE(property);
      if (rule.at == "page") return;
      Property const* known = property_named(property);
      if (page) {
        CHECK(known != nullptr);
        ++pages;
      } else {
        CHECK((known != nullptr || is_ebook_property(property)));
        ++ebooks;
      }
    });
  }
  CHECK(pages > 100);
  CHECK(ebooks > 50);
}

TEST_CASE("a property is understood or the ebook's own, never both") {
  for (std::string_view const name : {"hyphens", "margin", "text-align-last"})
    CHECK(!is_ebook_property(name));
  for (std::string_view const name : {"max-width", "-webkit-hyphens", "vertical-align"}) {
    CHECK(is_ebook_property(name));
    CHECK(property_named(name) == nullptr);
  }
}

TEST_CASE("the ebook's sheet forces no size in pt or px, no colour and no face on the text") {
  for (std::string_view const style : {"brief", "book"}) {
    std::string const css = style_named(style).css();
    each_declaration(rules_of(css), true, [&](Rule const& rule, Declaration const& declaration, bool) {
      std::string const property(declaration.name);
      CAPTURE(property);
      CHECK(property != "direction");
      if (property == "color") CHECK(declaration.value.front().text == "inherit");
      CHECK(property != "background-color");
      for (Token const& token : declaration.value) {
        CHECK(token.text != "pt");
        if (token.text == "px") CHECK(property.rfind("border", 0) == 0);
      }
      bool const body = !rule.prelude.empty() && rule.prelude.front().text == "body";
      if (body)
        for (std::string_view const kept : {"font-family", "font-size", "margin", "text-align", "color"})
          CHECK(property != kept);
    });
    for (Rule const& rule : rules_of(css)) CHECK(rule.at == "");
    CHECK(css.find("--") == css.npos);  // Kindle refused books with it, in comments too
  }
}

TEST_CASE("the brief as designed") {
  Style const style = style_named("brief");
  PageStyle const& page = style.page();
  CHECK(page.paper.width == Length::millimetres(210));
  CHECK(page.grid == Length::points(14));
  CHECK(page.columns == 1);
  CHECK(page.column_gap == Length::millimetres(6));
  double const measure = (page.paper.width - page.inner - page.outer).points();
  CHECK(measure > 340);
  CHECK(measure < 375);

  Computed const p = of(style, "en", {{"p", {}, {}, {}}});
  CHECK(p.size == Length::points(10.25));
  CHECK(p.line_height == Length::points(14));
  CHECK(p.align == Align::justify);
  CHECK(p.align_last == Align::start);
  CHECK(p.hyphenate);
  CHECK(p.indent == Length::points(10.25 * 1.3));
  CHECK(p.widows == 2);
  CHECK(of(style, "en", {{"p", {"first"}, {}, {}}}).indent == Length{});
  CHECK(of(style, "zh-Hans", {{"p", {}, {}, {}}}).indent == Length::points(20.5));
  CHECK(of(style, "zh-Hans", {{"p", {"first"}, {}, {}}}).indent == Length{});
  CHECK(of(style, "ja", {{"p", {}, {}, {}}}).indent == Length::points(10.25));
  CHECK(of(style, "ja", {{"ul", {}, {}, {}}, {"li", {}, {}, {}}, {"p", {}, {}, {}}}).indent == Length{});

  Computed const kicker = of(style, "en", {{"p", {"kicker"}, {}, {}}});
  CHECK(kicker.family == Family::sans);
  CHECK(kicker.bold);
  CHECK(kicker.size == Length::points(8));
  CHECK(kicker.letter_spacing == 60);
  CHECK(kicker.colour == Colour{0x8c, 0x1d, 0x18});
  CHECK(kicker.indent == Length{});
  CHECK(kicker.align == Align::start);
  CHECK_FALSE(kicker.hyphenate);
  CHECK(of(style, "ar", {{"p", {"kicker"}, {}, {}}}).letter_spacing == 0);
  CHECK(of(style, "zh-Hant", {{"p", {"kicker"}, {}, {}}}).letter_spacing == 0);

  Computed const headline = of(style, "en", {{"h1", {"headline"}, {}, {}}});
  CHECK(headline.size == Length::points(24));
  CHECK(headline.line_height == Length::points(28));
  CHECK(headline.bold);
  CHECK(headline.balance);
  CHECK(headline.letter_spacing == -10);
  CHECK_FALSE(headline.hyphenate);
  CHECK(headline.align == Align::start);
  CHECK(of(style, "en", {{"h1", {"headline", "long"}, {}, {}}}).size == Length::points(20));
  CHECK(of(style, "th", {{"h1", {"headline"}, {}, {}}}).letter_spacing == 0);

  CHECK(of(style, "en", {{"p", {"standfirst"}, {}, {}}}).italic);
  CHECK_FALSE(of(style, "fa", {{"p", {"standfirst"}, {}, {}}}).italic);
  CHECK(of(style, "en", {{"p", {}, {}, {}}, {"em", {}, {}, {}}}).italic);
  Computed const stressed = of(style, "ja", {{"p", {}, {}, {}}, {"em", {}, {}, {}}});
  CHECK_FALSE(stressed.italic);
  CHECK(stressed.bold);

  Computed const h2 = of(style, "en", {{"h2", {}, {}, {}}});
  CHECK(h2.family == Family::serif);
  CHECK(h2.size == Length::points(10.25));
  CHECK(h2.margin_before == Length::points(14));
  CHECK(h2.margin_after == Length{});
  CHECK(h2.break_after == Keep::avoid);

  Computed const rule = of(style, "en", {{"hr", {"rule"}, {}, {}}});
  CHECK(rule.rule_before == Length::points(0.6));
  CHECK(rule.margin_after == Length::points(7));
  Computed const quote = of(style, "en", {{"blockquote", {}, {}, {}}, {"p", {}, {}, {}}});
  CHECK(quote.size == Length::points(9.5));
  CHECK(quote.line_height == Length::points(14));
  CHECK(of(style, "en", {{"blockquote", {}, {}, {}}}).margin_start == Length::points(9.5 * 1.3));
  CHECK(of(style, "en", {{"p", {"verse"}, {}, {}}}).keeps_lines);
  CHECK(style.foot().shown);
  CHECK(style.foot().size == Length::points(7.5));
  CHECK(style.foot().rule_before == Length::points(0.3));
  CHECK_FALSE(style.head().shown);
}

TEST_CASE("lines follow the script of the article") {
  Style const style = style_named("brief");
  auto const grid = [&](std::string_view language) { return of(style, language, {{"p", {}, {}, {}}}); };
  struct Expected {
    std::string_view language;
    double line;
  };
  for (Expected const& one : std::initializer_list<Expected>{{"de", 14},
                                                             {"he", 14},
                                                             {"ur", 22},
                                                             {"ar", 17.5},
                                                             {"th", 17.5},
                                                             {"hi", 16.5},
                                                             {"ja", 16.5},
                                                             {"bo", 19}}) {
    std::string_view const language = one.language;
    double const line = one.line;
    CAPTURE(language);
    CHECK(grid(language).line_height == Length::points(line));
    CHECK(grid(language).grid == Length::points(line));
    CHECK(of(style, language, {{"p", {"byline"}, {}, {}}}).line_height == Length::points(line));
  }
  // A paragraph in another script has its own lines.
  std::vector<Element> const path{{"body", {}, "en", {}}, {"article", {}, "en", {}}, {"p", {}, "ur", {}}};
  CHECK(style.compute(path).line_height == Length::points(22));
}

TEST_CASE("the book stands on the brief") {
  Style const style = style_named("book");
  CHECK(style.page().paper.width == Length::millimetres(148));
  CHECK(style.page().mirrored);
  CHECK(style.page().inner == Length::millimetres(16));
  CHECK(style.page().outer == Length::millimetres(20));
  CHECK(style.page().top == Length::millimetres(18));
  CHECK(style.page().bottom == Length::millimetres(22));
  Computed const p = of(style, "en", {{"p", {}, {}, {}}});
  CHECK(p.size == Length::points(10));
  CHECK(p.line_height == Length::points(14));
  CHECK(style.compute({{"body", {}, "en", {}}, {"article", {}, "en", {}}}).break_before == Keep::always);
  CHECK(style.head().shown);
  CHECK(of(style, "en", {{"h1", {"headline"}, {}, {}}}).size == Length::points(20));
}
