// A trail of sections: "Home > News > Asia". In: a line and the words of its language. Out: its steps, if it
// is one. Always: a line with a long step, or with marks that are not parted by blanks, is none.
#pragma once

#include <string_view>
#include <vector>

#include "read/words.hpp"

namespace ms::read {

/// The steps of the trail; fewer than two when the line is none.
std::vector<std::string_view> trail_of(std::string_view line, Vocabulary const& vocabulary);

/// The step that names the section: the last one that is not the first page, nor long enough for a headline.
std::string_view section_of(std::vector<std::string_view> const& steps, Vocabulary const& vocabulary);

}  // namespace ms::read
