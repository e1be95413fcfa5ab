// Tokens to values. In: the value of a declaration. Out: terms: words, numbers, lengths, colours. Absolute
// units become Lengths here; relative ones wait for the element (CSS Values 4, 6).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "style/style.hpp"
#include "style/tokens.hpp"

namespace ms::style {

enum class Unit { absolute, em, rem, line, root_line };  ///< line: lh, root_line: rlh

struct Term {
  enum class Kind { word, string, number, percentage, length, colour, comma, slash, other };
  Kind kind = Kind::other;
  std::string_view word;  ///< of a word, a string, or the name of a function (other)
  double number = 0;      ///< of a number, a percentage, or a length in relative units
  Unit unit = Unit::absolute;
  Length length;  ///< of a length in absolute units
  Colour colour;

  bool is(std::string_view name) const { return kind == Kind::word && same_name(word, name); }
};

using Terms = std::vector<Term>;

Terms terms_of(std::vector<Token> const& value);

/// An absolute length: a dimension, or a bare zero.
std::optional<Length> absolute_length(Term const& term);

/// Points in a unit; nothing when the unit is not absolute.
std::optional<double> absolute_unit(std::string_view name);

}  // namespace ms::style
