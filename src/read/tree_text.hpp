// The tree as clean plain text (`--to text` of formats that have marks). In: a document. Out: title, byline
// and date, then the blocks with one blank line between; items of a list on lines of their own, cells of a
// row parted by tabs. Always: ends with a line feed when there is any text, and holds every character of the
// tree.
#pragma once

#include <string>

#include "doc/document.hpp"

namespace ms::read {

std::string text_of_tree(doc::Document const& document);

}  // namespace ms::read
