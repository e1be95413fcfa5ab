// What the elements around a passage say of it, in places where no words and no sizes tell: beside the text,
// or between headline and text. In: a page and its flow. Out: yes or no. Always: links speak against it.
#pragma once

#include "read/html_passages.hpp"

namespace ms::read::html {

/// A sentence at least. Thai and its neighbours write no full stop: there the length tells.
bool is_short_text(Unit const& unit);

/// How much running text it is; links count against it.
double mass_of(Passage const& passage);

/// "You need a compiler. Get it with:" and code below it: blocks that nobody uses for menus.
bool is_block_of_text(Page const& page, Passage const& passage);

/// The element itself, or the one around the list or the quote that it is of.
NodeId around_lists(Page const& page, NodeId node);

/// In a quote, code, list, table or heading beside the block of a text, or a sentence in a paragraph there.
/// `container` holds both.
bool is_beside_block(Page const& page, Passage const& passage, NodeId text, NodeId container);

/// The last h1 above a passage; behind all of them where there is none.
std::size_t last_h1_above(Page const& page, Flow const& flow, std::size_t passage);

/// Does the passage, or a box around it alone, stand beside a block that holds the text?
bool is_beside_text(Page const& page, Flow const& flow, std::size_t passage, NodeId text);

/// In a list, a quote or a heading that stands beside what holds the text.
bool is_in_block_beside_text(Page const& page, Passage const& passage, NodeId text);

/// "Note" or a heading "Print", and a sentence below it in the same box: no link and no button.
bool is_title_of_box(Page const& page, Flow const& flow, std::size_t passage);

/// A short line, all of it strong: what pages write for a heading.
bool is_bold_line(Page const& page, Passage const& passage);

/// Comments, lists of links and the foot of the page follow below what their titles say.
bool is_end(Labels const& labels);

/// Short text in an element nobody uses for paragraphs.
bool is_in_odd_element(Page const& page, Passage const& passage);

}  // namespace ms::read::html
