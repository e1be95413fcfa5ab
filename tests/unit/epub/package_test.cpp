#include <doctest/doctest.h>

#include <set>

#include "unit/epub/editions.hpp"
#include "unit/epub/query.hpp"

using namespace ms;
using namespace ms::epub;
using query::attribute;
using query::Tree;
using Strings = std::vector<std::string>;

namespace {

style::Style plain_style() {
  base::Diagnostics diagnostics;
  return style::Style::parse({{"t.css", "p { margin: 0 }"}}, diagnostics);
}

Package packaged(doc::Edition const& edition, Extras const& extras = {}) {
  base::Diagnostics diagnostics;
  return make_package(edition, plain_style(), extras, diagnostics);
}

Tree package_document(doc::Edition const& edition, Extras const& extras = {}) {
  return Tree(packaged(edition, extras), "EPUB/package.opf");
}

Strings properties(Tree const& opf, std::string const& property) {
  return opf.texts("meta", "property", property);
}

std::vector<std::string> codes(doc::Edition const& edition) {
  base::Diagnostics diagnostics;
  make_package(edition, plain_style(), {}, diagnostics);
  std::vector<std::string> out;
  for (auto const& diagnostic : diagnostics.list()) out.emplace_back(diagnostic.code.view());
  return out;
}

}  // namespace

TEST_CASE("the package begins with its media type and has every file it lists, and no other") {
  Package const package = packaged(editions::edition(editions::everything()));
  REQUIRE(package.resources.size() > 7);
  CHECK(package.resources[0].path == "mimetype");
  CHECK(package.resources[0].bytes == "application/epub+zip");
  CHECK_FALSE(package.resources[0].compressed);
  CHECK(package.resources[1].path == "META-INF/container.xml");
  Tree const container(package, "META-INF/container.xml");
  CHECK(attribute(container.all("rootfile").at(0), "full-path") == "EPUB/package.opf");

  std::set<std::string> files, listed, ids;
  for (Resource const& resource : package.resources) {
    for (char const c : resource.path) CHECK((c > 0x20 && c < 0x7F));
    CHECK_MESSAGE(files.insert(resource.path).second, resource.path);
  }
  Tree const opf(package, "EPUB/package.opf");
  for (query::Element const* item : opf.all("item")) {
    listed.insert("EPUB/" + attribute(item, "href"));
    CHECK(ids.insert(attribute(item, "id")).second);
  }
  listed.insert({"mimetype", "META-INF/container.xml", "META-INF/com.apple.ibooks.display-options.xml",
                 "EPUB/package.opf"});
  CHECK(files == listed);
  for (query::Element const* item : opf.all("itemref")) CHECK(ids.count(attribute(item, "idref")) == 1);
}

TEST_CASE("an edition of no known moment has always the same one") {
  doc::Edition edition = editions::edition(editions::article("fa"));
  edition.modified.clear();
  CHECK(properties(package_document(edition), "dcterms:modified") == Strings{"2000-01-01T00:00:00Z"});
}

TEST_CASE("the package document says what the edition is") {
  doc::Edition edition = editions::edition(editions::article("fa"));
  edition.metadata.people.push_back({"Jane Roe", doc::Role::translator});
  edition.metadata.publisher = "روزنامهٔ بندر";
  edition.metadata.licence = "CC BY 4.0";
  Tree const opf = package_document(edition);
  CHECK(attribute(opf.root(), "version") == "3.0");
  CHECK(attribute(opf.root(), "xml:lang") == "fa");
  CHECK(attribute(opf.root(), "dir") == "rtl");
  CHECK(attribute(opf.root(), "unique-identifier") == "identifier");
  CHECK(query::text(opf.id("identifier")) == "urn:uuid:" + edition.identifier);
  CHECK(query::text(opf.id("title")) == "جرثقیل کهنه دوباره می‌چرخد");
  CHECK(query::text(opf.all("dc:language").at(0)) == "fa");
  CHECK(opf.all("dc:language").size() == 1);
  CHECK(properties(opf, "dcterms:modified") == Strings{"2025-05-04T06:07:08Z"});
  CHECK(query::text(opf.id("person-1")) == "مینا رستگار");
  CHECK(std::string(opf.id("person-1")->Name()) == "dc:creator");
  CHECK(std::string(opf.id("person-2")->Name()) == "dc:contributor");
  CHECK(attribute(opf.id("person-2"), "dir") == "ltr");
  CHECK(properties(opf, "role") == Strings{"aut", "trl"});
  CHECK(query::text(opf.all("dc:date").at(0)) == "2025-05-03");
  CHECK(query::text(opf.all("dc:source").at(0)) == "https://example.org/fa/crane");
  CHECK(query::text(opf.all("dc:rights").at(0)) == "CC BY 4.0");
  CHECK(attribute(opf.all("dc:rights").at(0), "dir") == "ltr");
  CHECK(query::text(opf.all("dc:publisher").at(0)) == "روزنامهٔ بندر");
  CHECK(attribute(opf.all("spine").at(0), "page-progression-direction") == "rtl");
  CHECK(attribute(opf.with("name", "primary-writing-mode"), "content") == "horizontal-rl");
  CHECK(attribute(opf.with("properties", "nav"), "href") == "nav.xhtml");
}

TEST_CASE("page progression is always said") {
  CHECK(attribute(package_document(editions::edition(editions::article("ja"))).all("spine").at(0),
                  "page-progression-direction") == "ltr");
  Tree const he = package_document(editions::edition(editions::article("he")));
  CHECK(attribute(he.all("spine").at(0), "page-progression-direction") == "rtl");
}

TEST_CASE("right-to-left titles begin with a sign of it") {
  doc::Edition edition = editions::edition(editions::article("ar"));
  edition.metadata.title = editions::line("Airbus تعلن عن طائرة");
  CHECK(query::text(package_document(edition).id("title")) == "\u200FAirbus تعلن عن طائرة");
  edition.metadata.title = editions::line("«ميناء»");
  CHECK(query::text(package_document(edition).id("title")) == "\u200F«ميناء»");
  edition.metadata.title = editions::line("The port", "en");
  edition.metadata.title.direction = text::Direction::ltr;
  Tree const opf = package_document(edition);
  CHECK(query::text(opf.id("title")) == "The port");
  CHECK(attribute(opf.id("title"), "xml:lang") == "en");
  CHECK(attribute(opf.id("title"), "dir") == "ltr");
}

TEST_CASE("main languages, the primary one first, Chinese with its script, none that is no tag") {
  doc::Edition edition = editions::digest("en");
  edition.metadata.languages = {"en", "zh-TW", "zh", "eng", "not a tag", "iw"};
  Tree const opf = package_document(edition);
  Strings languages;
  for (query::Element const* language : opf.all("dc:language")) languages.push_back(query::text(language));
  CHECK(languages == Strings{"en", "zh-Hant-TW", "zh-Hans", "he", "ar", "ja", "ru"});
}

TEST_CASE("each article of a digest says where it comes from") {
  Package const package = packaged(editions::digest("en"));
  Tree const opf(package, "EPUB/package.opf");
  std::string arabic;
  for (query::Element const* meta : opf.all("meta"))
    if (attribute(meta, "property") == "dcterms:title" && attribute(meta, "xml:lang") == "ar") {
      arabic = attribute(meta, "refines");
      CHECK(query::text(meta) == "الرافعة القديمة تدور من جديد");
      CHECK(attribute(meta, "dir") == "rtl");
    }
  REQUIRE(arabic.size() > 1);
  CHECK(attribute(opf.id(arabic.substr(1)), "href") == arabic.substr(1) + ".xhtml");
  Strings found;
  for (query::Element const* meta : opf.all("meta"))
    if (attribute(meta, "refines") == arabic)
      found.push_back(attribute(meta, "property") + "=" + query::text(meta));
  CHECK(found == Strings{"dcterms:title=الرافعة القديمة تدور من جديد", "dcterms:language=ar",
                         "dcterms:creator=ليلى منصور", "dcterms:issued=2025-05-03",
                         "dcterms:source=https://example.org/ar/crane"});
}

TEST_CASE("accessibility is computed from the tree") {
  Tree const text = package_document(editions::edition(editions::article("en")));
  CHECK(properties(text, "schema:accessMode") == Strings{"textual"});
  CHECK(properties(text, "schema:accessModeSufficient") == Strings{"textual"});
  CHECK(properties(text, "schema:accessibilityFeature") ==
        Strings{"displayTransformability", "readingOrder", "tableOfContents", "unlocked"});
  CHECK(properties(text, "schema:accessibilityHazard") == Strings{"none"});
  CHECK(properties(text, "schema:accessibilitySummary") ==
        Strings{"All text can be resized, restyled and read aloud; there is a table of contents."});

  Extras extras;
  extras.pages = {{0, "", 0, "1"}};
  Tree const rich = package_document(editions::edition(editions::everything()), extras);
  CHECK(properties(rich, "schema:accessMode") == Strings{"textual", "visual"});
  CHECK(properties(rich, "schema:accessModeSufficient") == Strings{"textual"});
  CHECK(properties(rich, "schema:accessibilityFeature") ==
        Strings{"displayTransformability", "readingOrder", "tableOfContents", "unlocked",
                "structuralNavigation", "alternativeText", "rubyAnnotations", "pageBreakMarkers",
                "pageNavigation"});

  doc::Document poor = editions::everything();
  for (doc::Block& block : poor.blocks)
    if (auto* figure = std::get_if<doc::Figure>(&block.content)) figure->alt.clear();
  doc::Edition const edition = editions::edition(poor);
  Tree const opf = package_document(edition);
  CHECK(properties(opf, "schema:accessModeSufficient") == Strings{"textual,visual"});
  for (std::string const& feature : properties(opf, "schema:accessibilityFeature"))
    CHECK(feature != "alternativeText");
  CHECK(properties(opf, "schema:accessibilitySummary").at(0).find("Some images have no text") !=
        std::string::npos);
  CHECK(codes(edition) == Strings{"epub.image-without-text"});
}

TEST_CASE("the summary is in the edition's language, or marked as English") {
  auto const summary = [](std::string const& language) {
    doc::Edition edition = editions::edition(editions::article("ar"));
    edition.metadata.language = language;
    Tree const opf = package_document(edition);
    query::Element const* const meta = opf.with("property", "schema:accessibilitySummary");
    return attribute(meta, "xml:lang") + " " + attribute(meta, "dir") + " " + query::text(meta).substr(0, 3);
  };
  CHECK(summary("en-GB") == " ltr All");  // the test's article stays right to left
  CHECK(summary("haw") == "en ltr All");
  CHECK(summary("zh") == " ltr 全");
}

TEST_CASE("pictures are there once, by content, and never one that nobody can show") {
  doc::Edition edition = editions::digest("en");
  doc::Document& other = edition.articles.front();
  other.images = {{"same", "image/png", editions::png()},
                  {"false", "image/jpeg", editions::png()},
                  {"webp", "image/webp", "RIFF"}};
  for (char const* image : {"same", "false", "webp", "nowhere"}) {
    doc::Figure figure;
    figure.image = image;
    figure.alt = "Alternative";
    figure.caption = {editions::paragraph(std::string("c-") + image, "Caption")};
    doc::Block block;
    block.id = image;
    block.content = figure;
    other.blocks.push_back(block);
  }
  Package const package = packaged(edition);
  int images = 0;
  for (Resource const& resource : package.resources)
    if (resource.path.rfind("EPUB/images/", 0) == 0) {
      ++images;
      CHECK(resource.bytes == editions::png());
      CHECK_FALSE(resource.compressed);
    }
  CHECK(images == 1);
  CHECK(codes(edition) == Strings{"epub.image-kind", "epub.image-kind", "epub.image-missing"});
  Tree const chapter(package, query::chapter_path(package));
  CHECK(chapter.all("img").size() == 1);
  CHECK(query::text(chapter.id("webp")) == "AlternativeCaption");
}

TEST_CASE("fonts are listed, said and used") {
  Extras extras;
  extras.fonts = {{"Subset Arab", "arab.ttf", std::string("\0\1\0\0", 4), false, false},
                  {"Subset Arab", "arab-bold.otf", "OTTO", true, false}};
  Package const package = packaged(editions::edition(editions::article("ar")), extras);
  Tree const opf(package, "EPUB/package.opf");
  CHECK(attribute(opf.id("font-1"), "media-type") == "font/ttf");
  CHECK(attribute(opf.id("font-2"), "media-type") == "font/otf");
  CHECK(properties(opf, "ibooks:specified-fonts") == Strings{"true"});
  CHECK(attribute(opf.root(), "prefix").rfind("ibooks:", 0) == 0);
  std::string const css = query::bytes(package, "EPUB/style.css");
  CHECK(css.find("src: url(\"fonts/arab-bold.otf\"); font-weight: bold") != css.npos);
  CHECK(css.find("body { font-family: \"Subset Arab\", serif; }") != css.npos);
}

TEST_CASE("an article keeps its file name whatever the edition") {
  std::string const alone = query::chapter_path(packaged(editions::edition(editions::article("en"))));
  CHECK(alone.size() == std::string("EPUB/a-0123456789ab.xhtml").size());
  doc::Edition digest = editions::digest("ar");
  CHECK(query::chapter_path(packaged(digest)) == alone);
  // Two of the same address are two files.
  digest.articles[1].metadata.url = digest.articles[0].metadata.url;
  std::set<std::string> files;
  for (Resource const& resource : packaged(digest).resources) CHECK(files.insert(resource.path).second);
}

TEST_CASE("the same edition is the same package") {
  Package const one = packaged(editions::digest("ar"));
  Package const two = packaged(editions::digest("ar"));
  REQUIRE(one.resources.size() == two.resources.size());
  for (std::size_t i = 0; i < one.resources.size(); ++i)
    CHECK(one.resources[i].bytes == two.resources[i].bytes);
}
