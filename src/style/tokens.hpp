// CSS to tokens (CSS Syntax 3, 4.3, without escapes in names and without <!-- -->). In: any bytes. Out:
// tokens with their place; comments leave no token. Always total: what is no token is a delimiter.
#pragma once

#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace ms::style {

struct Token {
  enum class Kind {
    ident,
    function,    ///< text: the name, without the bracket
    at_keyword,  ///< text: without the @
    hash,        ///< text: without the #
    string,      ///< text: without the quotes
    url,         ///< an unquoted url(…)
    number,
    percentage,
    dimension,  ///< text: the unit
    space,
    delimiter  ///< text: one character: : ; , { } ( ) [ ] > . * …
  };
  Kind kind = Kind::delimiter;
  std::string_view text;  ///< part of the source
  double number = 0;
  base::Range range;

  bool is(Kind wanted, std::string_view value) const;  ///< ASCII case does not matter
  bool is(char delimiter) const {
    return kind == Kind::delimiter && text.size() == 1 && text.front() == delimiter;
  }
};

/// The tokens point into `css`.
std::vector<Token> tokens_of(std::string_view css);

/// ASCII case-insensitive, as CSS names are.
bool same_name(std::string_view a, std::string_view b);

}  // namespace ms::style
