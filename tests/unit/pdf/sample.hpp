// Pages by hand, for tests: a glyph a character, no shaping. Faces are those of the installed fonts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "font/library.hpp"
#include "page/page.hpp"

namespace ms::tests {

font::Library const& fonts();
/// face("Latn"), face("Arab", "ur") …
font::Face const& face(char const (&script)[5], std::string_view language = "en");

/// One cluster a code point, in visual order.
page::GlyphRun run_of(font::Face const& face, std::string_view text, base::Point origin,
                      base::Length size = base::Length::points(10),
                      text::Direction direction = text::Direction::ltr);
base::Length width_of(page::GlyphRun const& run);

/// A6, a Document node with a paragraph; its text is on one line.
page::Document one_line(page::GlyphRun const& run);
page::Document empty_document();

/// A figure of pictures one upon the other, 40 by 30 points, 20 points from the top and from the left.
page::Document with_pictures(std::vector<std::string> const& pictures);

}  // namespace ms::tests
