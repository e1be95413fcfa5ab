// What a declaration is carried out on: the values of one element while they are being computed, with what
// they are relative to.
#pragma once

#include "style/style.hpp"
#include "style/values.hpp"

namespace ms::style {

/// Computed values, and those that only the computation itself needs.
struct State {
  Computed computed;
  double line_factor = 0;       ///< line-height as a number, inherited as such; 0: it is a length
  bool align_last_auto = true;  ///< text-align-last: auto
  int columns = 1;
  Length column_gap;
  Length column_rule;
};

struct Box {
  State own;
  State parent;
  Length root_size = Computed{}.size;         ///< of body: rem; on body itself its parent's
  Length root_line = Computed{}.line_height;  ///< of body: rlh
  text::Direction direction = text::Direction::ltr;
  std::int64_t scale_numerator = 1, scale_denominator = 1;

  /// An absolute size of type, as the user wants it scaled.
  Length scaled(Length length) const { return length.scaled(scale_numerator, scale_denominator); }
  /// A length of this element; nothing when the term is none.
  std::optional<Length> length(Term const& term) const {
    if (term.kind != Term::Kind::length || term.unit == Unit::absolute) return absolute_length(term);
    return Length::points(term.number * unit(term.unit, own).points());
  }
  /// A size of type, relative to the element's parent.
  std::optional<Length> type_length(Term const& term) const {
    if (auto const absolute = absolute_length(term)) return scaled(*absolute);
    if (term.kind != Term::Kind::length) return {};
    return Length::points(term.number * unit(term.unit, parent).points());
  }

 private:
  Length unit(Unit unit, State const& state) const {
    switch (unit) {
      case Unit::em: return state.computed.size;
      case Unit::rem: return root_size;
      case Unit::line: return state.computed.line_height;
      case Unit::root_line: return root_line;
      case Unit::absolute: break;
    }
    return Length::points(1);
  }
};

}  // namespace ms::style
