// What a workshop holds: the tools of one thread. Each part remembers things to be quick, and none of them
// changes a result.
#pragma once

#include "layout/hyphenators.hpp"
#include "layout/layout.hpp"
#include "layout/shaper.hpp"

namespace ms::layout {

struct Workshop::Parts {
  explicit Parts(font::Library const& fonts) : library(fonts), shaper(fonts) {}

  font::Library const& library;
  Shaper shaper;
  Hyphenators hyphenators;
};

}  // namespace ms::layout
