// @page: paper and margins (CSS Paged Media 3). :left and :right pages mirror each other: a page's inner
// margin is where the spine is, which is the left of a right page in either direction of reading.

#include <array>

#include "style/sheet.hpp"

namespace ms::style {
namespace {

enum class Side { both, left, right, unknown };

Side side_of(std::vector<Token> const& selector) {
  if (selector.empty()) return Side::both;
  if (selector.size() != 2 || !selector[0].is(':')) return Side::unknown;
  if (selector[1].is(Token::Kind::ident, "left")) return Side::left;
  if (selector[1].is(Token::Kind::ident, "right")) return Side::right;
  return Side::unknown;
}

bool set_paper(PageRules& page, Terms const& terms) {
  std::optional<base::Size> size;
  bool turned = false;
  if (terms.empty() || terms.size() > 2) return false;
  if (terms.front().kind == Term::Kind::word) {
    size = paper_named(terms.front().word);
    turned = terms.size() == 2 && terms.back().is("landscape");
    if (terms.size() == 2 && !turned && !terms.back().is("portrait")) return false;
  } else {
    auto const width = absolute_length(terms.front());
    auto const height = absolute_length(terms.back());
    if (width && height && *width > Length{} && *height > Length{}) size = base::Size{*width, *height};
  }
  if (!size) return false;
  page.paper = turned ? base::Size{size->height, size->width} : *size;
  return true;
}

bool set_margin(PageRules& page, Side side, std::string_view edge, Length length) {
  bool const left = edge == "left", right = edge == "right";
  if (edge == "top") return page.top = length, true;
  if (edge == "bottom") return page.bottom = length, true;
  if (!left && !right) return false;
  if (side == Side::both)
    (left ? page.left : page.right) = length;
  else if ((side == Side::right) == left)
    page.right_page_inner = length;
  else
    page.right_page_outer = length;
  return true;
}

}  // namespace

bool set_page(PageRules& page, std::vector<Token> const& selector, std::string_view property,
              Terms const& terms) {
  Side const side = side_of(selector);
  if (side == Side::unknown) return false;
  if (same_name(property, "size")) return side == Side::both && set_paper(page, terms);
  std::vector<Length> lengths;
  for (Term const& term : terms) {
    auto const length = absolute_length(term);
    if (!length) return false;
    lengths.push_back(*length);
  }
  if (lengths.empty() || lengths.size() > 4) return false;
  if (same_name(property, "margin")) {
    std::size_t const n = lengths.size();
    return set_margin(page, side, "top", lengths[0]) &&
           set_margin(page, side, "right", lengths[n > 1 ? 1 : 0]) &&
           set_margin(page, side, "bottom", lengths[n > 2 ? 2 : 0]) &&
           set_margin(page, side, "left",
                      lengths[n > 3   ? 3
                              : n > 1 ? 1
                                      : 0]);
  }
  constexpr std::array<std::string_view, 4> edges{"top", "right", "bottom", "left"};
  for (std::string_view const edge : edges)
    if (lengths.size() == 1 && same_name(property, std::string("margin-") + std::string(edge)))
      return set_margin(page, side, edge, lengths.front());
  return false;
}

}  // namespace ms::style
