// A styled text of one style, for tests of the paragraph's machinery.
#pragma once

#include <string>
#include <string_view>

#include "layout/styled_text.hpp"
#include "text/tag.hpp"

namespace paragraph {

inline ms::layout::StyledText plain(std::string_view utf8, std::string_view language = "en") {
  ms::layout::StyledText text;
  text.utf8 = utf8;
  text.language = language;
  text.direction = ms::text::direction_of_tag(language).value_or(ms::text::Direction::ltr);
  ms::layout::TextStyle style;
  style.size = ms::base::Length::points(10);
  if (!utf8.empty()) text.runs.push_back({{0, utf8.size()}, style, std::string(language), {}, {}});
  text.origin = ms::text::Origin::straight(utf8.size(), 0);
  return text;
}

}  // namespace paragraph
