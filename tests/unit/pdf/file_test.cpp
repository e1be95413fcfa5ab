#include "pdf/file.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "folder.hpp"
#include "pdf/print.hpp"
#include "pdf_reader.hpp"

using namespace ms;
using base::Length;

namespace {

base::Size const paper{Length::points(419.528), Length::points(595.276)};

std::string small_file(pdf::Version version) {
  pdf::Objects objects;
  objects.info().text("Title", "T");
  pdf::Dict page = objects.page(paper);
  objects.set_content(page, "0 0 10 10 re f");
  return pdf::file_of(objects, version);
}

std::string printed_string(std::string_view bytes) {
  std::string out;
  pdf::append_string(out, bytes);
  return out;
}

}  // namespace

TEST_CASE("a file reads back: header, catalogue, page, content, direct lengths") {
  std::string const bytes = small_file(pdf::Version::pdf17);
  CHECK(bytes.substr(0, 15) == "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
  CHECK(bytes.substr(bytes.size() - 6) == "%%EOF\n");
  tests::PdfReader const file(bytes);
  CHECK(file.at("Root/Type").text == "Catalog");
  REQUIRE(file.pages().size() == 1);
  tests::PdfValue const& page = *file.pages()[0];
  CHECK(file.at(page, "MediaBox/2").number == 419.528);
  CHECK(file.at(page, "MediaBox/3").number == 595.276);
  CHECK(file.at(page, "Contents").data == "0 0 10 10 re f");
  CHECK(file.at("Root/Pages/Count").number == 1);
  CHECK(tests::text_of(file.at("Info/Title")) == "T");
  CHECK(bytes.find("/Length 0") == std::string::npos);
  CHECK(file.trailer().entries.at("Size").number == static_cast<double>(file.object_count() + 1));
}

TEST_CASE("the identifier is the content's digest, twice") {
  tests::PdfReader const file(small_file(pdf::Version::pdf17));
  std::string const first = file.at("ID/0").text;
  CHECK(first.size() == 16);
  CHECK(first == file.at("ID/1").text);
  pdf::Objects other;
  other.info().text("Title", "Another");
  other.set_content(other.page(paper), "0 0 10 10 re f");
  CHECK(tests::PdfReader(pdf::file_of(other, pdf::Version::pdf17)).at("ID/0").text != first);
  CHECK(small_file(pdf::Version::pdf17) == small_file(pdf::Version::pdf17));
}

TEST_CASE("PDF 2.0 has its own header and no information dictionary") {
  std::string const bytes = small_file(pdf::Version::pdf20);
  CHECK(bytes.substr(0, 9) == "%PDF-2.0\n");
  tests::PdfReader const file(bytes);
  CHECK(!file.has("Info"));
  for (auto const& [number, object] : file.objects()) CHECK(object.entries.count("Title") == 0);
}

TEST_CASE("a thousand objects go into several object streams and come back") {
  pdf::Objects objects;
  pdf::Dict list = objects.indirect();
  for (int i = 0; i < 1000; ++i)
    list.add(("K" + std::to_string(i)).c_str(), objects.indirect().integer("N", i));
  objects.catalog().add("List", list);
  objects.set_content(objects.page(paper), "");
  tests::PdfReader const file(pdf::file_of(objects, pdf::Version::pdf17));
  for (int i = 0; i < 1000; ++i) REQUIRE(file.at("Root/List/K" + std::to_string(i) + "/N").number == i);
  CHECK(file.at(*file.pages()[0], "Contents").data == "\n");
}

TEST_CASE("more pages than a node of the page tree takes") {
  pdf::Objects objects;
  objects.expect_pages(1201);
  for (int i = 0; i < 1201; ++i) objects.set_content(objects.page(paper), std::to_string(i));
  tests::PdfReader const file(pdf::file_of(objects, pdf::Version::pdf17));
  REQUIRE(file.pages().size() == 1201);
  CHECK(file.at("Root/Pages/Count").number == 1201);
  CHECK(file.at("Root/Pages/Kids").items.size() == 3);
  CHECK(file.at(*file.pages()[1200], "Contents").data == "1200");
}

TEST_CASE("values print in the fewest bytes and read back") {
  pdf::Objects objects;
  pdf::Array array = objects.array();
  array.integer(1).integer(-2).name("A B#").number(Length::points(1.5)).null().text("a(b)\\");
  array.bytes(std::string("\0\r\n\xFF", 4));
  pdf::Dict dict = objects.indirect();
  dict.add("V", array).boolean("T", true).boolean("F", false).add("D", objects.dict());
  objects.catalog().add("Test", dict);
  objects.set_content(objects.page(paper), "");
  tests::PdfReader const file(pdf::file_of(objects, pdf::Version::pdf17));
  auto const& items = file.at("Root/Test/V").items;
  REQUIRE(items.size() == 7);
  CHECK(items[1].number == -2);
  CHECK(items[2].text == "A B#");
  CHECK(items[3].number == 1.5);
  CHECK(items[4].kind == tests::PdfValue::Kind::null);
  CHECK(items[5].text == "a(b)\\");
  CHECK(items[6].text == std::string("\0\r\n\xFF", 4));
  CHECK(file.at("Root/Test/T").number == 1);
  CHECK(file.at("Root/Test/F").number == 0);
  std::string out;
  pdf::append_object(out, array.handle(), {});
  CHECK(out.substr(0, 24) == "[1 -2/A#20B#23 1.5 null(");
  CHECK(printed_string("a\rb(") == "(a\\rb\\()");
}

TEST_CASE("text strings: ASCII as it is, the rest UTF-16 with planes beyond the first, cut at a code point") {
  CHECK(pdf::text_string("Plain") == "Plain");
  CHECK(pdf::text_string("é") == std::string("\xFE\xFF\x00\xE9", 4));
  CHECK(pdf::text_string("😀") == std::string("\xFE\xFF\xD8\x3D\xDE\x00", 6));
  CHECK(pdf::text_string("a\tb").substr(0, 2) == "\xFE\xFF");
  std::string smileys;
  for (int i = 0; i < 10000; ++i) smileys += "😀";
  std::string const cut = pdf::text_string(smileys);
  CHECK(cut.size() == 2 + 4 * 8191);
  CHECK(pdf::text_string(std::string(40000, 'x')).size() == 32767);
}

TEST_CASE("an outline counts its entries and keeps titles beyond the first plane") {
  pdf::Objects objects;
  pdf::Dict const top = objects.outline({}, "😀 one");
  objects.outline(top, "two");
  objects.set_content(objects.page(paper), "");
  tests::PdfReader const file(pdf::file_of(objects, pdf::Version::pdf17));
  CHECK(tests::text_of(file.at("Root/Outlines/First/Title")) == "😀 one");
  CHECK(tests::text_of(file.at("Root/Outlines/First/First/Title")) == "two");
  CHECK(file.at("Root/Outlines/Count").number == 2);
  CHECK(!file.has("Root/Outlines/First/Type"));
}

TEST_CASE("what libharu refuses is a failure, not a broken file") {
  pdf::Objects objects;
  pdf::Dict const once = objects.dict();
  objects.catalog().add("A", once);
  CHECK_THROWS_AS(objects.catalog().add("B", once), base::Failure);
  CHECK_THROWS_AS(objects.indirect().name("N", std::string(200, 'x')), base::Failure);
  CHECK_THROWS_AS(objects.indirect().bytes("S", std::string(40000, 'x')), base::Failure);
}

TEST_CASE("qpdf finds nothing wrong") {
  if (std::system("qpdf --version >/dev/null 2>&1") != 0) {
    MESSAGE("qpdf is not installed");
    return;
  }
  for (auto const version : {pdf::Version::pdf17, pdf::Version::pdf20}) {
    tests::Folder const folder;
    base::write_file(folder.path() + "/a.pdf", small_file(version));
    CHECK(std::system(("qpdf --check '" + folder.path() + "/a.pdf' >/dev/null").c_str()) == 0);
  }
}
