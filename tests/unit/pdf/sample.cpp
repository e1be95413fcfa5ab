#include "sample.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace ms::tests {

using base::Length;

font::Library const& fonts() {
  static font::Library const library;
  return library;
}

font::Face const& face(char const (&script)[5], std::string_view language) {
  return *fonts().face({.script = text::script_tag(script), .language = language});
}

page::GlyphRun run_of(font::Face const& face, std::string_view text, base::Point origin, Length size,
                      text::Direction direction) {
  page::GlyphRun run;
  run.face = &face;
  run.size = size;
  run.origin = origin;
  run.direction = direction;
  run.language = "en";
  run.text = text;
  for (auto const c : text::code_points(text)) {
    std::uint32_t const glyph = face.glyph_of(c.value);
    run.clusters.push_back({{}, {c.offset, c.end()}, {}, false});
    run.glyphs.push_back({glyph, 0, 0, face.advance_of(glyph)});
  }
  if (direction == text::Direction::rtl) {
    std::reverse(run.clusters.begin(), run.clusters.end());
    std::reverse(run.glyphs.begin(), run.glyphs.end());
  }
  for (std::size_t i = 0; i < run.clusters.size(); ++i) run.clusters[i].glyphs = {i, i + 1};
  return run;
}

Length width_of(page::GlyphRun const& run) {
  std::int64_t units = 0;
  for (page::Glyph const& glyph : run.glyphs) units += glyph.advance;
  return font::scaled(units, run.size, run.face->metrics());
}

page::Document empty_document() {
  page::Document document;
  document.properties.title = "A title";
  document.properties.language = "en";
  document.properties.modified = "2025-08-11T01:02:03Z";
  document.properties.identifier = "8f14e45f-ceea-567a-9c1a-2f5d4b1c3e77";
  document.properties.generator = "Manyscript";
  document.structure.push_back({page::Role::document, 0, std::nullopt, "", {}, "", "", false, {}});
  document.structure.push_back({page::Role::paragraph, 0, 0, "", {}, "", "", false, {}});
  document.pages.push_back({{Length::points(297.638), Length::points(419.528)}, "1", {}});
  return document;
}

page::Document one_line(page::GlyphRun const& run) {
  page::Document document = empty_document();
  document.pages[0].items.push_back({1, run, page::Furniture::body});
  return document;
}

page::Document with_pictures(std::vector<std::string> const& pictures) {
  page::Document document = empty_document();
  document.structure.push_back({page::Role::figure, 0, 0, "", {}, "a picture", "", false, {}});
  std::size_t const figure = document.structure.size() - 1;
  for (std::string const& picture : pictures) {
    document.images.push_back({"", picture});
    document.pages[0].items.push_back(
        {figure,
         page::ImageBox{{{Length::points(20), Length::points(20)}, {Length::points(40), Length::points(30)}},
                        document.images.size() - 1},
         page::Furniture::body});
  }
  return document;
}

}  // namespace ms::tests
