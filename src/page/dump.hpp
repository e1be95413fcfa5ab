// Pages as text. `lines_dump` (`--to lines`): the text of every line, a line each, pages separated, running
// matter marked. `pages_dump` (`--to pages`): every item with its position in points, face, size and text,
// the structure tree and the outline; for people and tests.
#pragma once

#include <string>

#include "page/page.hpp"

namespace ms::page {

std::string lines_dump(Document const& document);
std::string pages_dump(Document const& document);

}  // namespace ms::page
