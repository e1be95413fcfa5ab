// Where a text comes from: a piecewise map from offsets here to offsets in the source. Pieces are sorted in
// the text, do not overlap and cover it where it has a source; a piece of equal lengths maps byte to byte,
// any other maps as a whole. Text that no piece covers was inserted.
#pragma once

#include <optional>
#include <vector>

#include "base/range.hpp"
#include "text/edit.hpp"

namespace ms::text {

struct OriginPiece {
  base::Range text;
  base::Range source;
  friend bool operator==(OriginPiece const&, OriginPiece const&) = default;
};

class Origin {
 public:
  Origin() = default;
  explicit Origin(std::vector<OriginPiece> pieces) : pieces_(std::move(pieces)) {}
  /// Byte for byte from `source_start` on.
  static Origin straight(std::size_t length, std::size_t source_start);

  std::vector<OriginPiece> const& pieces() const { return pieces_; }
  /// The smallest source range that covers all of `range`; nothing when it was all inserted.
  std::optional<base::Range> source_of(base::Range range) const;

  /// The origin of the text after `edits`.
  Origin after(Edits const& edits) const;
  /// The origin of the part `range` of the text, offsets counted from its start.
  Origin part(base::Range range) const;
  /// Appends `other`, whose text begins at `offset` >= all text so far.
  void append(Origin const& other, std::size_t offset);

  friend bool operator==(Origin const&, Origin const&) = default;

 private:
  void add(OriginPiece piece);  ///< joins it to the last one where both are straight and adjacent
  std::vector<OriginPiece> pieces_;
};

}  // namespace ms::text
