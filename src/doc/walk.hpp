// Walking the tree. Out: every block in reading order, parents before children, with its depth. The tree is
// at most max_depth deep (`read` sees to it), so recursion is safe.
#pragma once

#include <functional>

#include "doc/document.hpp"
#include "doc/resolve.hpp"

namespace ms::doc {

constexpr int max_depth = 64;

using Visitor = std::function<void(Block const& block, int depth)>;

void walk(Blocks const& blocks, Visitor const& visitor);
/// The blocks, then the notes.
void walk(Document const& document, Visitor const& visitor);

/// The notes as a reader meets them: in the order in which the text first refers to them, then the others.
std::vector<Note const*> notes_in_order(Document const& document);

/// The text of a block that holds text itself (paragraph, heading, code, verse), else nullptr.
text::Text const* text_of(Block const& block);
text::Text* text_of(Block& block);

/// Runs of child blocks of a block (items of a list, cells of a table …), in reading order.
std::vector<Blocks const*> children_of(Block const& block);
std::vector<Blocks*> children_of(Block& block);

/// Number of words of the article, for reports: UAX 29 words.
std::size_t word_count(Document const& document);

}  // namespace ms::doc
