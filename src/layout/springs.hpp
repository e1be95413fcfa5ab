// What the gaps of a line give and take, script by script. In: shaped clusters. Out: for every cluster how it
// behaves, and for two that stand beside each other the gap between them. Always: gaps are zero at both ends
// of a line, where punctuation loses the empty half of its square instead.
//
// Sources: clreq and jlreq (punctuation, gaps between ideographs and Latin letters, first reduce, then
// expand), sealreq (Thai: spaces between phrases first, then all clusters alike), tlreq (Tibetan: after the
// tsheg), elreq (Ethiopic: beside the wordspace). Gaps that stand where no space is stay below a tenth of an
// em: above it readers of the finished file take them for spaces.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/shaped.hpp"

namespace ms::layout {

enum class ClusterKind : std::uint8_t {
  other,        ///< letters and marks of scripts with spaces, and all that has no rule
  alphabetic,   ///< a letter or digit that keeps a distance from ideographs
  space,        ///< word space: grows and shrinks
  fixed_space,  ///< keeps its width
  invisible,    ///< no width, no mark: bidi controls, soft hyphens, line ends
  ideograph,    ///< Han and kana
  opening,      ///< full-width bracket: the left half of its square is empty
  closing,      ///< full-width bracket, comma, stop: the right half is empty
  dash,         ///< —— ……: nothing comes between two of them
  full_width,   ///< other full-width marks
  hangul,
  cluster,   ///< of a script that writes words together: Thai, Lao, Khmer, Burmese …
  tsheg,     ///< of Tibetan
  wordspace  ///< of Ethiopic
};

struct ClusterLook {
  ClusterKind kind = ClusterKind::other;
  Length em;  ///< size of the item
  Length width;
  Length end_trim;     ///< what it loses at a line's end
  Length start_trim;   ///< and at a line's start
  bool parts = false;  ///< a letter of a script whose letters stand apart, read from the left
  bool is_trailing() const {
    return kind == ClusterKind::space || kind == ClusterKind::fixed_space || kind == ClusterKind::invisible;
  }
};

/// The gap after a cluster, beyond the widths of the two. Gaps of order 0 grow to their limit before those of
/// order 1 begin: letters are moved apart, by less than can be seen, where spaces are not enough.
struct Spring {
  Length gap, stretch, shrink;
  std::uint8_t order = 0;
};

/// May spaces grow more because words are not hyphenated here?
enum class Spaces { normal, loose };

ClusterLook look_of(StyledText const& text, Shaped const& shaped, ShapedCluster const& cluster);
Spring spring_between(ClusterLook const& before, ClusterLook const& after, Spaces spaces);

}  // namespace ms::layout
