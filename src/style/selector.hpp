// Selectors: type, class and :lang() joined by descendant and child combinators (Selectors 4). In: the
// prelude of a rule. Out: selectors that match a path of elements; nothing for a list with a part that is not
// understood, as CSS drops such a list whole.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "style/style.hpp"
#include "style/tokens.hpp"

namespace ms::style {

struct Compound {
  std::string_view type;  ///< empty: any
  std::vector<std::string_view> classes;
  std::vector<std::vector<std::string_view>> languages;  ///< of each :lang(), the ranges; one must match
  bool child = false;  ///< its parent is what the compound before it matches; else any ancestor
};

struct Selector {
  std::vector<Compound> compounds;  ///< from the outside in; never empty
  int specificity = 0;              ///< 1000 × (classes + :lang()) + types
};

std::optional<std::vector<Selector>> selectors_of(std::vector<Token> const& prelude);

/// Does the selector match the last element of path[0, size)?
bool matches(Selector const& selector, std::vector<Element> const& path, std::size_t size);

}  // namespace ms::style
