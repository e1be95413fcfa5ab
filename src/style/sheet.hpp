// Rules with their meaning. In: sources. Out: style rules for pages, the geometry of the page, and which
// bytes of each source the ebook does not carry. The text the rules point into lives as long as the sheet.
#pragma once

#include <string>
#include <vector>

#include "style/properties.hpp"
#include "style/selector.hpp"
#include "style/syntax.hpp"

namespace ms::style {

struct Assignment {
  Property const* property = nullptr;
  Terms terms;
  bool important = false;
};

struct StyleRule {
  std::vector<Selector> selectors;
  std::vector<Assignment> assignments;
};

/// What @page rules say; absent: not said.
struct PageRules {
  std::optional<base::Size> paper;
  std::optional<Length> top, right, bottom, left;            ///< @page
  std::optional<Length> right_page_inner, right_page_outer;  ///< @page :right and :left, mirrored
};

struct Sheet {
  std::vector<Style::Source> sources;
  std::vector<StyleRule> rules;  ///< in the order of the sources
  PageRules page;
  std::vector<std::vector<base::Range>> cuts;  ///< for each source: sorted bytes that are not for the ebook
};

std::shared_ptr<Sheet const> read_sheet(std::vector<Style::Source> sources, base::Diagnostics& diagnostics);

/// Who reads a rule in `@media prelude`.
struct Audience {
  bool page = false;
  enum class Ebook { not_at_all, unwrapped, as_it_stands } ebook = Ebook::as_it_stands;
};
Audience audience_of(std::vector<Token> const& prelude);

/// Declarations of @page, `selector` being its prelude; false when one of them is not understood.
bool set_page(PageRules& page, std::vector<Token> const& selector, std::string_view property,
              Terms const& terms);

}  // namespace ms::style
