#include <doctest/doctest.h>

#include "unit/epub/editions.hpp"
#include "unit/epub/query.hpp"

using namespace ms;
using namespace ms::epub;
using query::attribute;
using query::Tree;
using Strings = std::vector<std::string>;

namespace {

Package packaged(doc::Edition const& edition, Extras const& extras = {}) {
  base::Diagnostics diagnostics;
  return make_package(edition, style::Style::parse({}, diagnostics), extras, diagnostics);
}

/// Every entry of the contents list: language, direction, label.
Strings entries(Tree const& nav) {
  Strings out;
  for (query::Element const* item : nav.all("li")) {
    query::Element const* above = item;
    while (attribute(above, "epub:type").empty()) above = above->Parent()->ToElement();
    if (attribute(above, "epub:type") != "toc") continue;
    query::Element const* const label = item->FirstChildElement();
    out.push_back(attribute(item, "lang") + "|" + attribute(item, "dir") + "|" + query::text(label));
    CHECK(attribute(item, "lang") == attribute(item, "xml:lang"));
  }
  return out;
}

}  // namespace

TEST_CASE("contents of a digest: sections, articles in the order of reading, each in its language") {
  Package const package = packaged(editions::digest("en"));
  Tree const nav(package, "EPUB/nav.xhtml");
  CHECK(attribute(nav.root(), "lang") == "en");
  CHECK(attribute(nav.root(), "dir") == "ltr");
  CHECK(entries(nav) == Strings{"||Ports", "he|rtl|העגורן הישן מסתובב שוב", "||The old crane turns again",
                                "ar|rtl|الرافعة القديمة تدور من جديد", "||More",
                                "ja||古いクレーンがまた動きだす", "ru||Старый кран снова вращается",
                                "||Everything about the crane"});
  // The spine has the same order.
  Tree const opf(package, "EPUB/package.opf");
  Strings spine, links;
  for (query::Element const* item : opf.all("itemref")) spine.push_back(attribute(item, "idref") + ".xhtml");
  for (query::Element const* link : nav.all("a"))
    if (attribute(link, "epub:type").empty()) links.push_back(attribute(link, "href"));
  CHECK(spine.at(0) == "title-page.xhtml");
  CHECK(spine.at(1) == "nav.xhtml");
  CHECK(Strings(spine.begin() + 2, spine.end()) == links);
}

TEST_CASE("no nav has an aria-label, and what is not contents is hidden") {
  Extras extras;
  extras.pages = {{0, "", 0, "1"}};
  Tree const nav(packaged(editions::digest("ar"), extras), "EPUB/nav.xhtml");
  REQUIRE(nav.all("nav").size() == 3);
  for (query::Element const* one : nav.all("nav")) {
    CHECK(one->Attribute("aria-label") == nullptr);
    CHECK(one->Attribute("aria-labelledby") == nullptr);
    CHECK((attribute(one, "hidden") == "hidden") == (attribute(one, "epub:type") != "toc"));
  }
}

TEST_CASE("one article: its headings of the second level, and no page of contents") {
  Package const package = packaged(editions::edition(editions::everything()));
  Tree const nav(package, "EPUB/nav.xhtml");
  CHECK(entries(nav) == Strings{"||The old crane turns again", "||How it was moved"});
  Tree const opf(package, "EPUB/package.opf");
  CHECK(opf.all("itemref").size() == 2);
  for (query::Element const* link : nav.all("a")) CHECK(attribute(link, "epub:type") != "toc");
  for (query::Element const* link : opf.all("reference")) CHECK(attribute(link, "type") != "toc");
}

TEST_CASE("labels are in the edition's language") {
  Tree const arabic(packaged(editions::digest("ar")), "EPUB/nav.xhtml");
  CHECK(query::text(arabic.all("h1").at(0)) == "المحتويات");
  CHECK(arabic.texts("a", "epub:type", "bodymatter") == Strings{"بداية النص"});
  Tree const japanese(packaged(editions::edition(editions::article("ja"))), "EPUB/nav.xhtml");
  CHECK(query::text(japanese.all("title").at(0)) == "目次");
  doc::Edition unknown = editions::digest("en");
  unknown.metadata.language = "haw";
  Tree const hawaiian(packaged(unknown), "EPUB/nav.xhtml");
  CHECK(attribute(hawaiian.all("h1").at(0), "lang") == "en");
}

TEST_CASE("a headline with spans keeps them in the contents, but for links and notes") {
  doc::Document document = editions::article("en");
  std::string const title = "The Kran turns\uFFFC";
  document.metadata.title.text =
      editions::text(title, {{{4, 8}, text::SpanKind::language, "de"},
                             {{9, 14}, text::SpanKind::link, "https://example.org/"},
                             {{14, 17}, text::SpanKind::note, "n"}});
  document.notes = {{"n", {editions::paragraph("np", "A note long enough to be shown.")}}};
  Tree const nav(packaged(editions::edition(document)), "EPUB/nav.xhtml");
  query::Element const* const entry = nav.all("li").at(0)->FirstChildElement();
  CHECK(query::text(entry) == "The Kran turns");
  REQUIRE(entry->FirstChildElement() != nullptr);
  CHECK(attribute(entry->FirstChildElement(), "lang") == "de");
  CHECK(entry->FirstChildElement()->NextSiblingElement() == nullptr);
}

TEST_CASE("pages: every one listed, marked where it begins, and its source named twice") {
  doc::Edition const edition = editions::edition(editions::everything());
  Extras extras;
  extras.pages = {{0, "", 0, "1"},     {0, "p2", 24, "2"},    {0, "f1", 0, "3"}, {0, "v1", 14, "iv"},
                  {0, "gone", 0, "5"}, {0, "n1", 99999, "6"}, {7, "p1", 0, "7"}};
  extras.page_source = "urn:isbn:9780000000002";
  Package const package = packaged(edition, extras);
  Tree const nav(package, "EPUB/nav.xhtml");
  Tree const chapter(package, query::chapter_path(package));
  Strings labels;
  for (query::Element const* link : nav.all("a")) {
    std::string const target = attribute(link, "href");
    if (target.find("#page-") == target.npos) continue;
    labels.push_back(query::text(link));
    query::Element const* const mark = chapter.id(target.substr(target.find('#') + 1));
    CHECK(attribute(mark, "role") == "doc-pagebreak");
    CHECK(attribute(mark, "epub:type") == "pagebreak");
    CHECK(attribute(mark, "aria-label") == query::text(link));
    CHECK(mark->FirstChild() == nullptr);
  }
  CHECK(labels == Strings{"1", "2", "3", "iv", "5", "6"});
  // At their bytes; one in the middle of a character moves behind it.
  std::string const bytes = query::bytes(package, query::chapter_path(package));
  CHECK(bytes.find("“We kept every bolt,”<span id=\"page-2\"") != bytes.npos);
  CHECK(bytes.find("aria-label=\"iv\"></span>looks out") != bytes.npos);
  CHECK(attribute(chapter.id("page-6")->Parent()->ToElement(), "id") == "n1");

  Tree const opf(package, "EPUB/package.opf");
  CHECK(query::text(opf.id("pages")) == extras.page_source);
  CHECK(opf.texts("meta", "property", "source-of") == Strings{"pagination"});
  CHECK(opf.texts("meta", "property", "pageBreakSource") == Strings{extras.page_source});
}

TEST_CASE("the NCX says the same to those who know no nav") {
  Package const package = packaged(editions::digest("ar"));
  Tree const ncx(package, "EPUB/toc.ncx");
  CHECK(attribute(ncx.root(), "xml:lang") == "ar");
  Tree const opf(package, "EPUB/package.opf");
  CHECK(attribute(ncx.with("name", "dtb:uid"), "content") == query::text(opf.id("identifier")));
  CHECK(query::text(ncx.all("docTitle").at(0)) == "\u200F3 موانئ");
  REQUIRE(ncx.all("navPoint").size() == 8);
  query::Element const* const hebrew = ncx.all("navPoint").at(1);
  CHECK(attribute(hebrew->FirstChildElement("navLabel"), "xml:lang") == "he");
  // A section plays when its first article does.
  CHECK(attribute(ncx.all("navPoint").at(0), "playOrder") == "1");
  CHECK(attribute(hebrew, "playOrder") == "1");
  CHECK(attribute(ncx.all("navPoint").at(2), "playOrder") == "2");
}
