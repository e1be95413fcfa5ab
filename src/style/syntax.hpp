// Tokens to rules (CSS Syntax 3, 5.4), before any meaning. In: a sheet. Out: rules and declarations with
// their place in it. Always total: broken input ends a rule where CSS says it ends.
#pragma once

#include <string_view>
#include <vector>

#include "style/tokens.hpp"

namespace ms::style {

struct Declaration {
  std::string_view name;
  std::vector<Token> value;  ///< without white space at its ends and without !important
  bool important = false;
  base::Range range;  ///< from the name up to and with the semicolon
};

struct Rule {
  std::string_view at;         ///< "media", "page" …; empty for a rule with selectors
  std::vector<Token> prelude;  ///< without white space at its ends
  std::vector<Rule> rules;     ///< of @media
  std::vector<Declaration> declarations;
  std::vector<std::size_t> strays;  ///< where something stands that is no declaration
  base::Range range;
  base::Range inside;  ///< between the braces; empty when there are none
};

/// The rules point into `css`.
std::vector<Rule> rules_of(std::string_view css);

}  // namespace ms::style
