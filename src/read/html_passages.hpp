// The flow of a page: what a browser would show, in order, before anybody asks what of it is the article. In:
// a page. Out: passages (stretches of inline text between two block boundaries), pictures and rules, in the
// order of the page. Always: every character of the page's body that is not white space is in exactly one
// passage; white space is collapsed as CSS does it; every byte of a passage knows its source.
#pragma once

#include <string>
#include <vector>

#include "read/html_page.hpp"
#include "read/units.hpp"
#include "text/text.hpp"

namespace ms::read::html {

/// Signs that are shown and are no text.
enum class Sign : std::uint8_t {
  none,
  heading,  ///< a button or a link at a heading: "[edit]", "¶"
  marker,   ///< of a list item, where its paragraph is the item
};

struct Passage {
  NodeId node = 0;             ///< the block element that holds it
  std::vector<NodeId> texts;   ///< its text nodes
  text::Text text;             ///< '\n' for a line break
  std::string declared;        ///< language the page declares for it
  std::size_t linked = 0;      ///< letters and digits inside of links
  std::size_t characters = 0;  ///< letters and digits
  bool is_hidden = false;      ///< no browser shows it, or it is a sign
  Sign sign = Sign::none;
  bool is_pre = false;
  std::size_t lines = 1;
  std::vector<base::Range> signs_back{};  ///< of a note: links to where it is referred to
  Unit unit;                              ///< its shape and its labels, filled in by `measure`

  bool is_link() const { return linked * 10 >= characters * 7 && linked > 0; }
  double link_share() const {
    return characters == 0 ? 0 : static_cast<double>(linked) / static_cast<double>(characters);
  }
};

struct Item {
  enum class Kind { passage, picture, rule } kind = Kind::passage;
  NodeId node = 0;          ///< the block of a passage, the element of the others
  NodeId at = 0;            ///< first node of it
  std::size_t passage = 0;  ///< index
};

struct Flow {
  std::vector<Passage> passages;
  std::vector<Item> items;
  std::vector<bool> hidden;  ///< by node
};

/// `address`: of the page, to complete its links; may be empty.
Flow flow_of(Page const& page, std::string_view source, std::string_view address);

/// Fills in units: shapes and labels.
void measure(Flow& flow, Vocabulary const& vocabulary);

/// A link without what only counts clicks, made absolute where `base` allows; empty for what leads nowhere
/// outside of the page.
std::string link_target(std::string_view href, std::string_view base);

}  // namespace ms::read::html
