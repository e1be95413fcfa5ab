// Lists of word processors, which are paragraphs with a marker in front and a level in their style:
// <p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>…. In: a page. Out: what a
// paragraph is an item of. Always: the marker is no part of the item's text.
#pragma once

#include <optional>
#include <string>

#include "read/html_page.hpp"

namespace ms::read::html {

struct WordItem {
  int level = 1;
  bool is_ordered = false;
  int number = 1;
  std::string marker;  ///< "•" for whatever bullet the font had
};

/// `node`: the block of a passage.
std::optional<WordItem> word_item(Page const& page, NodeId node);

/// Is the element the marker of such an item?
bool is_word_marker(Page const& page, NodeId node);

}  // namespace ms::read::html
