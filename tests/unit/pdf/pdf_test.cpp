#include "pdf/pdf.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <thread>

#include "base/files.hpp"
#include "folder.hpp"
#include "pdf_reader.hpp"
#include "sample.hpp"

using namespace ms;
using base::Length;

namespace {

base::Point at(double x, double y) {
  return {Length::points(x), Length::points(y)};
}

/// English and Hebrew lines, a heading, a link, a rule, a foot.
page::Document sample() {
  font::Face const& latin = tests::face("Latn");
  font::Face const& hebrew = tests::face("Hebr", "he");
  page::Document document = tests::empty_document();
  document.structure.clear();
  auto const add = [&](page::Role role, std::optional<std::size_t> parent, int level = 0) {
    document.structure.push_back({role, level, parent, "", {}, "", "", false, {}});
    return document.structure.size() - 1;
  };
  std::size_t const root = add(page::Role::document, std::nullopt);
  std::size_t const heading = add(page::Role::heading, root, 1);
  std::size_t const paragraph = add(page::Role::paragraph, root);
  std::size_t const link = add(page::Role::link, paragraph);
  std::size_t const right = add(page::Role::paragraph, root);
  document.structure[right].direction = text::Direction::rtl;
  document.structure[right].language = "he";
  auto& items = document.pages[0].items;
  std::uint32_t line = 0;
  auto const put = [&](std::optional<std::size_t> node, page::GlyphRun run, std::uint32_t number) {
    run.line = number;
    items.push_back({node, std::move(run), page::Furniture::footer});
  };
  put(heading, tests::run_of(latin, "Rivers rise", at(30, 40), Length::points(18)), ++line);
  // The runs of a line stand close together, however wide the installed font is.
  base::Point pen = at(30, 70);
  auto const next = [&pen](page::GlyphRun run) {
    run.origin = pen;
    pen.x += tests::width_of(run);
    return run;
  };
  put(paragraph, next(tests::run_of(latin, "Read ", pen)), ++line);
  page::GlyphRun const linked = next(tests::run_of(latin, "the paper", pen));
  put(link, linked, line);
  items.push_back(
      {link,
       page::LinkBox{{{linked.origin.x, Length::points(62)}, {tests::width_of(linked), Length::points(10)}},
                     "https://example.org/ä b",
                     "the paper"},
       page::Furniture::body});
  put(paragraph, next(tests::run_of(latin, " in full.", pen)), line);
  put(right, tests::run_of(hebrew, "שלום עולם", at(150, 100), Length::points(10), text::Direction::rtl),
      ++line);
  items.push_back({link, page::LinkBox{{at(30, 200), {Length::points(9), Length::points(9)}}, "#top", "up"},
                   page::Furniture::body});
  items.push_back({std::nullopt,
                   page::Rule{{at(30, 380), {Length::points(40), Length::points(0.5)}}, {200, 0, 0}},
                   page::Furniture::body});
  put(std::nullopt, tests::run_of(latin, "1", at(140, 400)), ++line);
  document.outline.push_back({"Rivers rise 😀", "en", 1, 0, Length::points(20), heading});
  document.destinations.push_back({"top", 0, Length::points(20), heading});
  document.destinations.push_back({"unused", 0, Length::points(40), heading});
  return document;
}

std::string written(page::Document const& document, pdf::Version version = pdf::Version::pdf17) {
  base::Diagnostics diagnostics;
  return pdf::write(document, {version}, diagnostics);
}

bool is_installed(char const* program) {
  return std::system(("command -v " + std::string(program) + " >/dev/null 2>&1").c_str()) == 0;
}

std::string output_of(std::string const& command) {
  std::unique_ptr<FILE, int (*)(FILE*)> const pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string out;
  std::array<char, 4096> buffer;
  while (std::size_t const count = fread(buffer.data(), 1, buffer.size(), pipe.get()))
    out.append(buffer.data(), count);
  return out;
}

}  // namespace

TEST_CASE("a document: structure in reading order, content marked, links and labels in place") {
  tests::PdfReader const file(written(sample()));
  CHECK(file.at("Root/MarkInfo/Marked").number == 1);
  CHECK(file.at("Root/Lang").text == "en");
  CHECK(file.at("Root/ViewerPreferences/DisplayDocTitle").number == 1);
  CHECK(file.at("Root/PageLabels/Nums/1/S").text == "D");
  auto const& root = file.at("Root/StructTreeRoot/K");
  CHECK(file.at(root, "S").text == "Document");
  CHECK(file.at(root, "K/0/S").text == "H1");
  auto const& paragraph = file.at(root, "K/1");
  CHECK(file.at(paragraph, "S").text == "P");
  REQUIRE(file.at(paragraph, "K").items.size() == 3);
  CHECK(file.at(paragraph, "K/0").number == 1);
  CHECK(file.at(paragraph, "K/1/S").text == "Link");
  CHECK(file.at(paragraph, "K/1/K/0").number == 2);
  CHECK(file.at(paragraph, "K/1/K/1/Type").text == "OBJR");
  CHECK(file.at(paragraph, "K/2").number == 3);
  auto const& right = file.at(root, "K/2");
  CHECK(file.at(right, "Lang").text == "he");
  CHECK(file.at(right, "A/WritingMode").text == "RlTb");
  CHECK(!file.has("Root/StructTreeRoot/K/K/2/ActualText"));

  auto const& page = *file.pages()[0];
  CHECK(file.at(page, "Tabs").text == "S");
  auto const& parents = file.at("Root/StructTreeRoot/ParentTree/Nums/1");
  REQUIRE(parents.items.size() == 5);
  CHECK(&file.resolved(parents.items[2]) == &file.at(paragraph, "K/1"));
  auto const& annotation = file.at(page, "Annots/0");
  CHECK(file.at(annotation, "A/URI").text == "https://example.org/%C3%A4%20b");
  CHECK(file.at(annotation, "Contents").text == "the paper");
  CHECK(file.at(annotation, "F").number == 4);
  CHECK(file.at(annotation, "StructParent").number == 1);
  CHECK(&file.at("Root/StructTreeRoot/ParentTree/Nums/3") == &file.at(paragraph, "K/1"));
  CHECK(tests::text_of(file.at("Root/Outlines/First/Title")) == "Rivers rise 😀");
  CHECK(file.at("Root/Names/Dests/Names/0").text == "top");
  CHECK(file.at("Root/Names/Dests/Names").items.size() == 2);
  CHECK(file.at(page, "Annots/1/Dest").text == "top");

  std::string const& content = file.at(page, "Contents").data;
  CHECK(content.find("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n") != std::string::npos);
  CHECK(content.find("/Artifact BMC\n.784 0 0 rg\n30 39.028 40 .5 re f\nEMC") != std::string::npos);
}

TEST_CASE("every sequence opens and closes at one level, and nothing is painted outside of one") {
  tests::PdfReader const file(written(sample()));
  std::string const& content = file.at(*file.pages()[0], "Contents").data;
  int depth = 0, texts = 0, depth_at_text = 0;
  for (std::size_t at_line = 0; at_line < content.size();) {
    std::size_t const end = content.find('\n', at_line);
    std::string const line = content.substr(at_line, end - at_line);
    at_line = end + 1;
    auto const ends = [&](std::string_view word) {
      return line.size() >= word.size() && line.substr(line.size() - word.size()) == word;
    };
    if (ends("BDC") || ends("BMC")) CHECK(++depth == 1);
    if (line == "EMC") CHECK(--depth == 0);
    if (line == "BT") CHECK((++texts == 1 && (depth_at_text = depth) == 0));
    if (line == "ET") CHECK((--texts == 0 && depth == depth_at_text));
    if (ends("TJ") || ends("Tj") || ends("re f")) CHECK(depth == 1);
  }
  CHECK(depth == 0);
  CHECK(texts == 0);
}

TEST_CASE("text comes out as it went in") {
  if (!is_installed("pdftotext")) {
    MESSAGE("pdftotext is not installed");
    return;
  }
  tests::Folder const folder;
  std::string const path = folder.path() + "/a.pdf";
  base::write_file(path, written(sample()));
  std::string const text = output_of("pdftotext -enc UTF-8 '" + path + "' -");
  CHECK(text.find("Rivers rise\n") != std::string::npos);
  CHECK(text.find("Read the paper in full.\n") != std::string::npos);
  CHECK(text.find("שלום עולם") != std::string::npos);
}

TEST_CASE("qpdf finds nothing wrong with a document of either version") {
  if (!is_installed("qpdf")) {
    MESSAGE("qpdf is not installed");
    return;
  }
  tests::Folder const folder;
  for (auto const version : {pdf::Version::pdf17, pdf::Version::pdf20}) {
    std::string const path = folder.path() + "/a.pdf";
    base::write_file(path, written(sample(), version));
    CHECK(std::system(("qpdf --check '" + path + "' >/dev/null").c_str()) == 0);
  }
}

TEST_CASE("the same document gives the same bytes, on two threads at once") {
  page::Document const document = sample();
  std::string const expected = written(document);
  std::string first, second;
  std::thread one([&] { first = written(document); }), two([&] { second = written(document); });
  one.join();
  two.join();
  CHECK(first == expected);
  CHECK(second == expected);
}

TEST_CASE("PDF 2.0: structure destinations, a name space, no information dictionary") {
  tests::PdfReader const file(written(sample(), pdf::Version::pdf20));
  CHECK(!file.has("Info"));
  CHECK(file.at("Root/Outlines/First/A/S").text == "GoTo");
  CHECK(&file.at("Root/Outlines/First/A/SD/0") == &file.at("Root/StructTreeRoot/K/K/0"));
  CHECK(file.at("Root/StructTreeRoot/K/NS/NS").text == "http://iso.org/pdf2/ssn");
  CHECK(file.at("Root/Metadata").data.find("pdfuaid:part=\"2\"") != std::string::npos);
  CHECK(file.at("Root/Metadata").data.find("pdfaid:rev=\"2020\"") != std::string::npos);
}

TEST_CASE("a reference is a link to its note, which has an identifier and a label that leads back") {
  page::Document document = sample();
  auto const add = [&](page::Role role, std::size_t parent, std::string const& id = {}) {
    document.structure.push_back({role, 0, parent, "", {}, "", id, false, {}});
    return document.structure.size() - 1;
  };
  std::size_t const reference = add(page::Role::reference, 0);
  document.structure[reference].refers_to = "note-1-b";
  std::size_t const link = add(page::Role::link, reference);
  std::size_t const note = add(page::Role::note, 0, "note-1-b");
  std::size_t const back = add(page::Role::link, add(page::Role::label, note));
  add(page::Role::paragraph, note);
  document.destinations.push_back({"reference-1-b", 0, Length::points(62), link});
  document.destinations.push_back({"note-1-b", 0, Length::points(300), note});
  auto const add_box = [&](std::size_t node, int y, std::string const& target) {
    base::Rect const box{at(30, y), {Length::points(5), Length::points(9)}};
    document.pages[0].items.push_back({node, page::LinkBox{box, target, "[1]"}, page::Furniture::body});
  };
  add_box(link, 70, "#note-1-b");
  add_box(back, 300, "#reference-1-b");
  {
    tests::PdfReader const file(written(document));
    auto const& root = file.at("Root/StructTreeRoot/K");
    CHECK(file.at(root, "K/3/S").text == "Reference");
    CHECK(file.at(root, "K/3/K/S").text == "Link");
    CHECK(file.at(root, "K/4/S").text == "Note");
    CHECK(file.at(root, "K/4/ID").text == "note-1-b");
    CHECK(file.at(root, "K/4/K/0/S").text == "Lbl");
    CHECK(file.at(root, "K/4/K/0/K/S").text == "Link");
    auto const& annotation = file.at(*file.pages()[0], "Annots/3");
    CHECK(&file.at(root, "K/4/K/0/K/K/0/Obj") == &annotation);
    CHECK(file.at(annotation, "Contents").text == "[1]");
    CHECK(file.at(annotation, "Dest").text == "reference-1-b");
    CHECK(file.at(root, "K/4/K/1/S").text == "P");
    CHECK(file.at("Root/StructTreeRoot/IDTree/Names/0").text == "note-1-b");
    CHECK(&file.at("Root/StructTreeRoot/IDTree/Names/1") == &file.at(root, "K/4"));
    CHECK(root.entries.count("Ref") == 0);
  }
  tests::PdfReader const file(written(document, pdf::Version::pdf20));
  auto const& root = file.at("Root/StructTreeRoot/K");
  CHECK(file.at(root, "K/3/S").text == "Reference");
  CHECK(file.at(root, "K/3").entries.count("NS") == 0);
  CHECK(file.at(root, "K/4/S").text == "FENote");
  CHECK(&file.at(root, "K/3/Ref/0") == &file.at(root, "K/4"));
  CHECK(&file.at(root, "K/4/Ref/0") == &file.at(root, "K/3"));
  CHECK(&file.at(*file.pages()[0], "Annots/3/A/SD/0") == &file.at(root, "K/3/K"));
}

TEST_CASE("a caption is one below a figure or a table only") {
  page::Document document = sample();
  auto const add = [&](page::Role role, std::size_t parent) {
    document.structure.push_back({role, 0, parent, "", {}, "a picture", "", false, {}});
    return document.structure.size() - 1;
  };
  add(page::Role::caption, 0);
  add(page::Role::caption, add(page::Role::figure, 0));
  tests::PdfReader const file(written(document, pdf::Version::pdf20));
  auto const& root = file.at("Root/StructTreeRoot/K");
  CHECK(file.at(root, "K/3/S").text == "Div");
  CHECK(file.at(root, "K/4/S").text == "Figure");
  CHECK(file.at(root, "K/4/K/S").text == "Caption");
}

TEST_CASE("a character without a glyph is shown, reported, and takes the claims away") {
  page::Document const document =
      tests::one_line(tests::run_of(tests::face("Latn"), "a\U0001F600", at(30, 40)));
  base::Diagnostics diagnostics;
  tests::PdfReader const file(pdf::write(document, {}, diagnostics));
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == "pdf.no-glyph");
  CHECK(diagnostics.list()[0].message.view().find("U+1F600 GRINNING FACE") != std::string::npos);
  CHECK(file.at("Root/Metadata").data.find("pdfaid") == std::string::npos);
  CHECK(file.at("Root/Metadata").data.find("pdfuaid") == std::string::npos);
  auto const& font = file.at(*file.pages()[0], "Resources/Font/F0");
  CHECK(file.at(font, "ToUnicode").data.find("<D83DDE00>") != std::string::npos);
}

TEST_CASE("a whole document keeps its claims") {
  std::string const packet = tests::PdfReader(written(sample())).at("Root/Metadata").data;
  CHECK(packet.find("pdfuaid:part=\"1\"") != std::string::npos);
  CHECK(packet.find("pdfaid:conformance=\"A\"") != std::string::npos);
  CHECK(packet.find("pdfaExtension:schemas") != std::string::npos);
}

TEST_CASE("a link to nowhere is reported and left out") {
  page::Document document = sample();
  for (page::Item& item : document.pages[0].items)
    if (auto* link = std::get_if<page::LinkBox>(&item.what)) link->target = "#nowhere";
  base::Diagnostics diagnostics;
  tests::PdfReader const file(pdf::write(document, {}, diagnostics));
  REQUIRE(diagnostics.list().size() == 2);
  CHECK(diagnostics.list()[0].code == "pdf.no-destination");
  CHECK(!file.has("Root/Pages/Kids/0/Annots"));
}
