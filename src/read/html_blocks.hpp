// What the elements around a passage say of it, in places where no words and no sizes tell: beside the text,
// or between headline and text. In: a page and its flow. Out: yes or no. Always: links speak against it.
#pragma once

#include "read/html_passages.hpp"

namespace ms::read::html {

/// A sentence at least. Thai and its neighbours write no full stop: there the length tells.
bool is_short_text(Unit const& unit);

/// "You need a compiler. Get it with:" and code below it: blocks that nobody uses for menus.
bool is_block_of_text(Page const& page, Passage const& passage);

/// In a quote, code, list, table or heading beside the block of a text, or a sentence in a paragraph there.
/// `container` holds both.
bool is_beside_block(Page const& page, Passage const& passage, NodeId text, NodeId container);

/// Does the passage, or a box around it alone, stand beside a block that holds the text?
bool is_beside_text(Page const& page, Flow const& flow, std::size_t passage, NodeId text);

/// "Note", "Print" and a sentence below it in the same box, no link and no button.
bool is_title_of_box(Page const& page, Flow const& flow, std::size_t passage);

/// Short text in an element nobody uses for paragraphs.
bool is_in_odd_element(Page const& page, Passage const& passage);

}  // namespace ms::read::html
