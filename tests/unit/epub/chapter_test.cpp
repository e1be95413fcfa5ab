#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "doc/head.hpp"
#include "unit/epub/editions.hpp"
#include "unit/epub/query.hpp"

using namespace ms;
using namespace ms::epub;
using editions::over;
using editions::paragraph;
using query::attribute;
using query::Tree;
using text::SpanKind;
using Strings = std::vector<std::string>;

namespace {

std::string chapter(doc::Document document, Extras const& extras = {}) {
  base::Diagnostics diagnostics;
  return epub::xhtml(editions::edition(std::move(document)), 0, style::Style::parse({}, diagnostics), extras);
}

/// The one paragraph of an article, from <p to </p>.
std::string rendered(std::string const& utf8, std::vector<text::Span> spans,
                     std::string const& language = "en", std::vector<doc::Note> notes = {}) {
  doc::Document document;
  document.metadata.language = language;
  document.metadata.direction = language == "ar" ? text::Direction::rtl : text::Direction::ltr;
  document.blocks = {paragraph("p1", utf8, std::move(spans))};
  document.notes = std::move(notes);
  std::string const xml = chapter(document);
  std::size_t const start = xml.find("<p id=\"p1\">");
  REQUIRE(start != xml.npos);
  std::size_t const inside = start + 11;
  return xml.substr(inside, xml.find("</p>", inside) - inside);
}

}  // namespace

TEST_CASE("the root has language and direction, in every language") {
  for (char const* language : {"en", "ar", "fa", "he", "ja", "zh-Hans", "zh-Hant", "hi", "th", "ru"}) {
    CAPTURE(language);
    doc::Document const document = editions::article(language);
    Tree const tree(chapter(document));
    CHECK(attribute(tree.root(), "lang") == language);
    CHECK(attribute(tree.root(), "xml:lang") == language);
    CHECK(attribute(tree.root(), "dir") == text::name_of(document.metadata.direction));
    CHECK(query::text(tree.id("headline")) == document.metadata.title.text.utf8);
    CHECK(query::text(tree.all("title").at(0)) == document.metadata.title.text.utf8);
    CHECK(attribute(tree.id("headline"), "class") == "headline");
    CHECK(attribute(tree.all("link").at(0), "type") == "text/css");
    CHECK(tree.texts("p", "class", "standfirst") == Strings{document.metadata.standfirst.text.utf8});
    CHECK(query::text(tree.id("p3")) == std::get<doc::Paragraph>(document.blocks[2].content).text.utf8);
    // Nothing in the article is in another language, so nothing says so again.
    for (query::Element const* element : tree.elements()) {
      if (element == tree.root()) continue;
      CHECK(element->Attribute("lang") == nullptr);
      CHECK((element->Attribute("dir") == nullptr || std::string(element->Name()) == "a"));
    }
  }
}

TEST_CASE("the head and the foot of an article") {
  Tree const tree(chapter(editions::article("en")));
  CHECK(tree.texts("p", "class", "kicker") == Strings{"Harbour"});
  CHECK(tree.texts("time", "datetime", "2025-05-03") == Strings{"3 May 2025"});
  CHECK(tree.texts("p", "class", "byline") == Strings{"By Nora Field · Westhaven", "3 May 2025"});
  CHECK(tree.texts("p", "class", "colophon") == Strings{"Source: https://example.org/en/crane"});
  CHECK(attribute(tree.all("section").at(0), "role") == "doc-chapter");
  CHECK(attribute(tree.all("section").at(0), "aria-labelledby") == "headline");

  // A date that stood above the headline stands there again.
  doc::Document dated = editions::article("en");
  dated.metadata.date_line.text.origin = text::Origin::straight(10, 0);
  dated.metadata.title.text.origin = text::Origin::straight(10, 20);
  Tree const above(chapter(dated));
  CHECK(above.texts("p", "class", "kicker") == Strings{"Harbour · 3 May 2025"});
  CHECK(above.texts("p", "class", "byline") == Strings{"By Nora Field · Westhaven"});

  doc::Document bare = editions::article("en");
  doc::Metadata const kept = bare.metadata;
  bare.metadata = {};
  bare.metadata.title = kept.title;
  bare.metadata.language = "en";
  Tree const quiet(chapter(bare));
  CHECK(quiet.texts("p", "class", "kicker").empty());
  CHECK(quiet.texts("p", "class", "byline").empty());
  CHECK(quiet.texts("p", "class", "colophon").empty());

  bare.metadata.people = {{"Ana Ruiz", doc::Role::author}, {"سارة علي", doc::Role::author}};
  bare.metadata.publisher = "The Quay";
  bare.metadata.date = "yesterday";
  bare.metadata.date_line = editions::line("Yesterday");
  bare.metadata.title = {};
  std::string const xml = chapter(bare);
  std::string const stand_in = doc::stand_in_title(bare).text.utf8;
  REQUIRE(!stand_in.empty());
  Tree const other(xml);
  CHECK(other.texts("p", "class", "kicker") == Strings{"The Quay"});
  CHECK(other.all("time").empty());
  CHECK(xml.find("<p class=\"byline\">Ana Ruiz · <bdi dir=\"rtl\">سارة علي</bdi></p>") != xml.npos);
  // What stands in for the headline names the chapter and is not on its page, nor a rule below nothing.
  CHECK(query::text(other.all("title").at(0)) == stand_in);
  CHECK(other.all("h1").empty());
  CHECK(xml.find("aria-label=\"" + stand_in + "\"") != xml.npos);

  bare.metadata = {};
  bare.metadata.language = "en";
  Tree const none(chapter(bare));
  CHECK(none.all("header").empty());
  CHECK(none.all("hr").empty());

  bare.blocks.clear();
  CHECK(query::text(Tree(chapter(bare)).all("title").at(0)) == "Untitled");
}

TEST_CASE("language of a run: span, and bdi where its direction is another") {
  std::string const words = "He wrote رافعة and Kran.";
  CHECK(rendered(words, {over(words, "رافعة", SpanKind::language, "ar"),
                         over(words, "Kran", SpanKind::language, "de")}) ==
        "He wrote <bdi lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">رافعة</bdi> and "
        "<span lang=\"de\" xml:lang=\"de\">Kran</span>.");
  // One element where isolate and language cover the same; Chinese gets its script.
  CHECK(rendered(words, {over(words, "رافعة", SpanKind::isolate, "rtl"),
                         over(words, "رافعة", SpanKind::language, "fa")}) ==
        "He wrote <bdi lang=\"fa\" xml:lang=\"fa\" dir=\"rtl\">رافعة</bdi> and Kran.");
  CHECK(rendered(words, {over(words, "رافعة", SpanKind::isolate, "auto")}) ==
        "He wrote <bdi dir=\"auto\">رافعة</bdi> and Kran.");
  CHECK(rendered("漢字", {{{0, 6}, SpanKind::language, "zh-TW"}}) ==
        "<span lang=\"zh-Hant-TW\" xml:lang=\"zh-Hant-TW\">漢字</span>");
  // What is nothing new or no tag needs no element.
  CHECK(rendered("same", {{{0, 4}, SpanKind::language, "en"}}) == "same");
  CHECK(rendered("same", {{{0, 4}, SpanKind::language, "no such tag"}}) == "same");
  // In a right-to-left block it is the Latin that is isolated.
  CHECK(rendered("رصيف Quay", {{{9, 13}, SpanKind::language, "en"}}, "ar") ==
        "رصيف <bdi lang=\"en\" xml:lang=\"en\" dir=\"ltr\">Quay</bdi>");
}

TEST_CASE("emphasis, code, classes, links") {
  std::string const words = "one two three four";
  CHECK(rendered(words,
                 {over(words, "two three", SpanKind::strong), over(words, "three", SpanKind::emphasis)}) ==
        "one <strong>two <em>three</em></strong> four");
  CHECK(rendered(words,
                 {over(words, "one", SpanKind::code), over(words, "four", SpanKind::css_class, "name")}) ==
        "<code>one</code> two three <span class=\"name\">four</span>");
  CHECK(rendered(words, {over(words, "two", SpanKind::link, "https://example.org/a b?q=\"ü\"&r=%")}) ==
        "one <a href=\"https://example.org/a%20b?q=%22%C3%BC%22&amp;r=%25\">two</a> three four");
  // No link in a link, none to a place that is not there, none that runs something.
  CHECK(rendered(words, {over(words, "two three", SpanKind::link, "#p1"),
                         over(words, "three", SpanKind::link, "#p1")}) ==
        "one <a href=\"#p1\">two three</a> four");
  for (std::string const target :
       {"#nowhere", "javascript:alert(1)", "file:///etc/passwd", "a.html", "", "#", "http://", "https:///x",
        "data:text/html,x", "http://a..b/", "http://a:b/"})
    CHECK_MESSAGE(rendered(words, {over(words, "two", SpanKind::link, target)}) == words, target);
  // Spans that would not nest are cut.
  CHECK(rendered("abcdef", {{{0, 4}, SpanKind::strong, ""}, {{2, 6}, SpanKind::emphasis, ""}}) ==
        "<strong>ab<em>cd</em></strong>ef");
}

TEST_CASE("ruby has its reading in brackets for those who know none") {
  CHECK(rendered("岸壁に", {{{0, 6}, SpanKind::ruby, "がんぺき"}}, "ja") ==
        "<ruby>岸壁<rp>(</rp><rt>がんぺき</rt><rp>)</rp></ruby>に");
}

TEST_CASE("notes: a bare number at the place, the way back first, one id however often") {
  std::string const object = "\uFFFC";
  std::string const words = "A" + object + "B" + object + "C" + object + "D" + object;
  std::vector<text::Span> const spans{{{1, 4}, SpanKind::note, "second"},
                                      {{5, 8}, SpanKind::note, "first"},
                                      {{9, 12}, SpanKind::note, "second"},
                                      {{13, 16}, SpanKind::note, "none"}};
  doc::Document document;
  document.metadata.language = "en";
  document.blocks = {paragraph("p1", words, spans)};
  document.notes = {{"first", {paragraph("n1", "The first note.")}},
                    {"unread", {paragraph("n2", "Nobody points here.")}},
                    {"second", {paragraph("n3", "The second note."), paragraph("n4", "It goes on.")}}};
  std::string const xml = chapter(document);
  CHECK(xml.find("A<a class=\"noteref\" id=\"ref-1\" href=\"#note-1\" epub:type=\"noteref\" "
                 "role=\"doc-noteref\">1</a>B<a class=\"noteref\" id=\"ref-2\" href=\"#note-2\" "
                 "epub:type=\"noteref\" role=\"doc-noteref\">2</a>C<a class=\"noteref\" href=\"#note-1\" "
                 "epub:type=\"noteref\" role=\"doc-noteref\">1</a>D</p>") != xml.npos);
  Tree const tree(xml);
  CHECK(query::text(tree.id("note-1")) == "1 The second note.It goes on.");
  CHECK(query::text(tree.id("note-2")) == "2 The first note.");
  CHECK(query::text(tree.id("note-3")) == "3 Nobody points here.");
  CHECK(attribute(tree.id("note-1"), "epub:type") == "footnote");
  CHECK(attribute(tree.id("note-1"), "role") == "doc-footnote");
  query::Element const* const back = tree.id("n3")->FirstChildElement("a");
  CHECK(attribute(back, "href") == "#ref-1");
  CHECK(back == tree.id("n3")->FirstChild());
  CHECK(tree.id("n2")->FirstChildElement("a") == nullptr);
}

TEST_CASE("a note in a link stands after it") {
  std::string const words = "see this\uFFFC now";
  std::string const out =
      rendered(words, {{{4, 11}, SpanKind::link, "https://example.org/"}, {{8, 11}, SpanKind::note, "n"}},
               "en", {{"n", {paragraph("np", "A note.")}}});
  CHECK(out.find("<a href=\"https://example.org/\">this</a><a class=\"noteref\"") != out.npos);
}

TEST_CASE("every kind of block") {
  Tree const tree(chapter(editions::everything()));
  CHECK(std::string(tree.id("h1")->Name()) == "h2");
  CHECK(std::string(tree.id("h2")->Name()) == "h3");  // the source skipped a level
  CHECK(attribute(tree.id("q1"), "lang") == "ar");
  CHECK(attribute(tree.id("q1"), "dir") == "rtl");
  CHECK(tree.id("q1p1")->Attribute("lang") == nullptr);
  CHECK(std::string(tree.id("l1")->Name()) == "ol");
  CHECK(attribute(tree.id("l1"), "start") == "3");
  CHECK(attribute(tree.id("l1"), "class").empty());
  CHECK(query::text(tree.id("l1a")) == "The cabin came first.");
  CHECK(attribute(tree.id("l2"), "class") == "marked");
  CHECK(attribute(tree.id("l2"), "role") == "list");
  CHECK(query::text(tree.id("l2b")) == "ב. התא");
  CHECK(attribute(tree.id("l2b")->FirstChildElement(), "class") == "marker");
  CHECK(attribute(tree.all("img").at(0), "alt") == "A crane before a red sky");
  CHECK(query::text(tree.id("f2")) == "The foremanThe foreman on the quay.");
  CHECK(tree.all("th").size() == 2);
  CHECK(attribute(tree.all("th").at(0), "scope") == "col");
  CHECK(tree.all("td").size() == 4);
  CHECK(query::text(tree.id("c1")) == "lift(load);\nif (load < 4 && wind)\n  wait();\n");
  CHECK(attribute(tree.id("v1"), "class") == "verse");
  CHECK(tree.id("v1")->FirstChildElement("br") != nullptr);
  CHECK(tree.id("v1")->LastChild()->ToElement() == nullptr);
  CHECK(attribute(tree.id("s1"), "class") == "separator");
  CHECK(attribute(tree.id("p6"), "lang") == "ja");
  std::set<std::string> ids;
  for (query::Element const* element : tree.elements())
    if (element->Attribute("id") != nullptr) CHECK(ids.insert(attribute(element, "id")).second);
}

TEST_CASE("ids that XML does not take, and ids of our own, do not meet") {
  doc::Document document = editions::article("en");
  document.blocks[0].id = "1 é";
  document.blocks[1].id = "headline";
  document.blocks[2].id = "1 é";
  Tree const tree(chapter(document));
  CHECK(std::string(tree.id("b1---")->Name()) == "p");
  CHECK(std::string(tree.id("headline")->Name()) == "h1");
  CHECK(std::string(tree.id("headline-2")->Name()) == "p");
}

TEST_CASE("what XML has no character for is left out") {
  CHECK(rendered("a\x01\x1F\x7F\u0085\uFFFE\uFFFF<b>&\"\tc\xFF", {}) == "a&lt;b&gt;&amp;\"\tc\uFFFD");
  doc::Document document = editions::article("en");
  document.metadata.title = editions::line(std::string("A\0B", 3) + "\x0C\"<");
  Tree const tree(chapter(document));
  CHECK(query::text(tree.id("headline")) == "AB\"<");
}

TEST_CASE("no empty element is closed in itself but those that HTML knows as empty") {
  Extras extras;
  extras.pages = {{0, "", 0, "1"}};
  std::string const xml = chapter(editions::everything(), extras);
  CHECK(xml.find("aria-label=\"1\"></span>") != xml.npos);
  for (std::size_t at = xml.find("/>"); at != xml.npos; at = xml.find("/>", at + 1)) {
    std::size_t const open = xml.rfind('<', at) + 1;
    std::string const name = xml.substr(open, xml.find_first_of(" /", open) - open);
    CHECK((name == "br" || name == "hr" || name == "img" || name == "link"));
  }
}

TEST_CASE("law: whatever the spans, the text of a paragraph comes out whole and in order") {
  std::string const pieces[] = {"a", "ö", "漢", "رصيف", "🙂", "\u3000", "<", "&amp;", "\"", "'", "]]>"};
  std::string const values[] = {"",    "ar",     "en", "rtl", "auto", "x y", "https://example.org/",
                                "#p1", "no tag", "und"};
  SpanKind const kinds[] = {SpanKind::language, SpanKind::isolate, SpanKind::strong,    SpanKind::emphasis,
                            SpanKind::link,     SpanKind::code,    SpanKind::css_class, SpanKind::note};
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    auto const below = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    std::string words = "x";
    std::vector<std::size_t> starts{0};
    for (std::size_t i = below(20); i > 0; --i) {
      starts.push_back(words.size());
      words += pieces[below(std::size(pieces))];
    }
    starts.push_back(words.size());
    std::vector<text::Span> spans;
    for (std::size_t i = below(8); i > 0; --i) {
      std::size_t const start = starts[below(starts.size())], end = starts[below(starts.size())];
      spans.push_back({{std::min(start, end), std::max(start, end)},
                       kinds[below(std::size(kinds))],
                       values[below(std::size(values))]});
    }
    // Sorted as the tree has them, but neither nested nor without empty ones.
    std::stable_sort(spans.begin(), spans.end(), [](text::Span const& a, text::Span const& b) {
      return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
    });
    doc::Document document;
    document.metadata.language = "en";
    document.blocks = {paragraph("p1", words, spans)};
    Extras extras;
    for (std::size_t i = below(4); i > 0; --i)
      extras.pages.push_back({0, "p1", below(words.size() + 2), "1"});
    Tree const tree(chapter(document, extras));
    CHECK(query::text(tree.id("p1")) == words);
    CHECK(tree.texts("span", "role", "doc-pagebreak").size() == extras.pages.size());
    for (query::Element const* link : tree.all("a"))
      for (auto const* above = link->Parent(); above != nullptr; above = above->Parent())
        if (above->ToElement() != nullptr) CHECK(std::string(above->ToElement()->Name()) != "a");
  }
}
