// What validators do not look at (veraPDF sees none of it), checked on a whole file: names, measures, widths
// to the unit, glyph 0 behind a code, titles, the order of headings.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "font_file.hpp"
#include "pdf/bytes.hpp"
#include "pdf/pdf.hpp"
#include "pdf_reader.hpp"
#include "sample.hpp"
#include "text/utf8.hpp"

using namespace ms;
using base::Length;
using tests::PdfReader;
using tests::PdfValue;

namespace {

/// Headings, text of two faces with the same units, and one whose codes are too many for one byte.
page::Document sample() {
  page::Document document = tests::empty_document();
  document.properties.title = "Rivers \"rise\" & fall";
  std::size_t const root = 0;
  document.structure = {{page::Role::document, 0, std::nullopt, "", {}, "", "", false, {}}};
  double y = 20;
  std::uint32_t line = 0;
  auto const put = [&](page::Role role, int level, font::Face const& face, std::string_view text) {
    document.structure.push_back({role, level, root, "", {}, "", "", false, {}});
    page::GlyphRun run = tests::run_of(face, text, {Length::points(20), Length::points(y += 14)});
    run.line = ++line;
    document.pages[0].items.push_back({document.structure.size() - 1, std::move(run), page::Furniture::body});
  };
  font::Face const& latin = tests::face("Latn");
  put(page::Role::heading, 2, latin, "Rivers rise");
  put(page::Role::heading, 6, latin, "Upstream");
  put(page::Role::paragraph, 0, latin, "AV, ff. (1) \\");
  put(page::Role::paragraph, 0, tests::face("Hebr", "he"), "שלום");
  std::string many;
  for (char32_t c = 0x4E00; c < 0x4E00 + 300; ++c) text::append(many, c);
  put(page::Role::paragraph, 0, tests::face("Hani", "zh-Hans"), many);
  return document;
}

PdfReader written(pdf::Version version) {
  base::Diagnostics diagnostics;
  return PdfReader(pdf::write(sample(), {version}, diagnostics));
}

std::vector<PdfValue const*> fonts_of(PdfReader const& file) {
  std::vector<PdfValue const*> out;
  for (auto const& [name, font] : file.at("Root/Pages/Kids/0/Resources/Font").entries)
    out.push_back(&file.resolved(font));
  return out;
}

}  // namespace

TEST_CASE("a font has one name, and its descriptor all measures") {
  PdfReader const file = written(pdf::Version::pdf17);
  std::vector<PdfValue const*> const fonts = fonts_of(file);
  CHECK(fonts.size() == 3);
  std::set<std::string> names;
  for (PdfValue const* font : fonts) {
    bool const has_cids = file.at(*font, "Subtype").text == "Type0";
    PdfValue const& described = has_cids ? file.at(*font, "DescendantFonts/0") : *font;
    PdfValue const& descriptor = file.at(described, "FontDescriptor");
    std::string const name = file.at(descriptor, "FontName").text;
    CHECK(file.at(described, "BaseFont").text == name);
    std::string const whole = file.at(*font, "BaseFont").text;
    CHECK((whole == name || whole == name + "-Identity-H"));
    CHECK(names.insert(name).second);
    for (char const* const key :
         {"Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV"}) {
      CAPTURE(std::string(key));
      CHECK(descriptor.entries.count(key) == 1);
    }
    CHECK(file.at(descriptor, "StemV").number > 0);
    CHECK(file.at(descriptor, "CapHeight").number > 0);
    if (has_cids) {
      CHECK(file.at(described, "CIDSystemInfo/Registry").text == "Adobe");
      CHECK(file.at(described, "CIDSystemInfo/Ordering").text == "Identity");
    }
  }
}

TEST_CASE("simple fonts: every code leads to a glyph that is not 0, as wide as the font says to the unit") {
  PdfReader const file = written(pdf::Version::pdf17);
  std::size_t seen = 0;
  for (PdfValue const* font : fonts_of(file)) {
    if (file.at(*font, "Subtype").text != "TrueType") continue;
    auto const tables = tests::tables_of(file.at(*font, "FontDescriptor/FontFile2").data);
    std::string const &map = tables.at("cmap"), &hmtx = tables.at("hmtx");
    std::uint32_t const first = pdf::u16_at(map, 32), last = pdf::u16_at(map, 26),
                        step = pdf::u16_at(map, 36);
    std::uint32_t const metrics = pdf::u16_at(tables.at("hhea"), 34),
                        units = pdf::u16_at(tables.at("head"), 18);
    auto const first_char = static_cast<std::uint32_t>(file.at(*font, "FirstChar").number);
    std::vector<PdfValue> const& widths = file.at(*font, "Widths").items;
    CHECK(file.at(*font, "LastChar").number == first_char + widths.size() - 1);
    for (std::uint32_t i = 0; i < widths.size(); ++i) {
      if (widths[i].number == 0) continue;  // no code of this font
      std::uint32_t const code = 0xF000 + first_char + i;
      REQUIRE((code >= first && code <= last));
      std::uint32_t const glyph = (code + step) & 0xFFFF;
      REQUIRE(glyph != 0);
      std::uint32_t const advance = pdf::u16_at(hmtx, 4 * std::min(glyph, metrics - 1));
      CHECK(widths[i].number == (2 * advance * 1000 + units) / (2 * units));
      ++seen;
    }
  }
  CHECK(seen > 20);
}

TEST_CASE("titles agree, the language is one, and no heading level is left out") {
  for (auto const version : {pdf::Version::pdf17, pdf::Version::pdf20}) {
    PdfReader const file = written(version);
    std::string const& packet = file.at("Root/Metadata").data;
    CHECK(packet.find("<rdf:li xml:lang=\"x-default\">Rivers &quot;rise&quot; &amp; fall</rdf:li>") !=
          std::string::npos);
    if (version == pdf::Version::pdf17)
      CHECK(tests::text_of(file.at("Info/Title")) == "Rivers \"rise\" & fall");
    CHECK(tests::text_of(file.at("Root/Lang")) == "en");
    PdfValue const& kids = file.at("Root/StructTreeRoot/K/K");
    REQUIRE(kids.items.size() == 5);
    CHECK(file.at(file.resolved(kids.items[0]), "S").text == "H1");
    CHECK(file.at(file.resolved(kids.items[1]), "S").text == "H2");
  }
}
