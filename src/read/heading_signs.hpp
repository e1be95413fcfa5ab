// Buttons and signs at the ends of headings, as encyclopedias and manuals have them: "Diet[edit]", "Install¶".
// In: pasted text. Out: edits that take them away. Always: a line that ends like a sentence is left alone, and
// so is every word in brackets but those of the buttons.
#pragma once

#include <string_view>

#include "text/edit.hpp"

namespace ms::read {

text::Edits heading_sign_edits(std::string_view text);

/// Is all of it a sign that leads to the heading it stands at: "¶", "#"?
bool is_heading_sign(std::string_view text);

}  // namespace ms::read
