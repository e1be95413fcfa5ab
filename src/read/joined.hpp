// The outlines of several articles in one source as one. In: outlines of stretches of the source, in order.
// Out: an outline of the whole source. Always: parts and drops keep their order; article by article, the
// parts are those of the outlines that came in.
#pragma once

#include <vector>

#include "read/borders.hpp"
#include "read/outline.hpp"

namespace ms::read {

/// The outline of a stretch that begins at `offset`, in bytes of the whole source.
Outline shifted(Outline outline, std::size_t offset);

/// Parts and drops of all, and the separators between them as drops.
Outline joined(std::vector<Outline const*> const& outlines, std::vector<Stretch> const& stretches);

}  // namespace ms::read
