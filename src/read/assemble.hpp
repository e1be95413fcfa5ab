// From an outline to text. In: the source and its outline. Out: edits that lead from the source to the
// article as clean text (parts with a blank line between, a line feed at the end), and where each part is
// then. Always: what is between two pieces is changed by as few edits as possible; a dropped line is one edit
// of its own.
#pragma once

#include <string_view>
#include <vector>

#include "read/outline.hpp"

namespace ms::read {

struct Assembly {
  text::Edits edits;
  /// Where the text of each part (its pieces, without the marker) is after the edits.
  std::vector<base::Range> parts;
};

Assembly assemble(std::string_view source, Outline const& outline);

/// Where offsets of a text are after edits. Offsets inside of a changed stretch go to its start.
class Shift {
 public:
  explicit Shift(text::Edits const& edits);
  /// Of something that starts here: what is inserted here is before it.
  std::size_t of_start(std::size_t offset) const;
  /// Of something that ends here: what is inserted here is after it.
  std::size_t of_end(std::size_t offset) const;

 private:
  struct Step {
    base::Range range;
    std::size_t length;       ///< of the replacement
    std::size_t start_after;  ///< where the replacement starts in the text after
  };
  std::vector<Step> steps_;
};

}  // namespace ms::read
