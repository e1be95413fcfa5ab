// Which passages are the article. In: the flow of a page, what elements say of themselves, what the page says
// to machines. Out: the element that holds the article and a fate for each passage, with the reason. Always:
// nothing depends on a language or a script; where nothing looks like an article everything visible is one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/html_facts.hpp"
#include "read/html_hints.hpp"
#include "read/html_passages.hpp"

namespace ms::read::html {

struct Fate {
  bool is_kept = false;
  bool is_caption = false;
  bool is_heading = false;  ///< bold and alone, though not marked as one
  std::string_view rule;    ///< why it is not kept
  double confidence = 0.9;
  std::string_view evidence;
};

struct Body {
  NodeId container = 0;
  std::vector<Fate> fates;          ///< by passage
  std::vector<bool> pruned;         ///< by node: in an element that is no part of the text
  bool is_whole_page = false;       ///< nothing but the text is there: what no rule knows belongs to it
  std::size_t first = 0, last = 0;  ///< passages of running text; last is after the end
};

Body body_of(Page const& page, Flow& flow, std::vector<Hint> const& hints, Facts const& facts);

}  // namespace ms::read::html
