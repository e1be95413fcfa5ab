// Who wrote a Markdown text, when, and what it is called. In: what stands above the text, or its first lines.
// Out: parts and facts of the outline. Always: what is printed (title, byline, date …) stays a part of the
// text; what is only known goes to the facts.
#pragma once

#include <string>
#include <string_view>

#include "read/front_matter.hpp"
#include "read/outline.hpp"
#include "read/part_writer.hpp"

namespace ms::read {

/// Returns the title, if there is one.
std::string write_head(FrontMatter const& matter, std::string_view language, PartWriter& writer,
                       Outline& outline);

/// When there is no title but the text begins with the one headline above all others, that is the title.
/// Headlines below a title are of level 2 and deeper. A short line under the title may be byline or date.
void settle_head(std::string_view source, std::string_view language, Outline& outline);

}  // namespace ms::read
