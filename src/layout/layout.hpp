// Front header of layout/. In: an edition, its style, the fonts. Out: pages. The same input gives the same
// pages; nothing leaves the margins but what no line can hold, and that is reported.
#pragma once

#include <memory>

#include "base/diagnostics.hpp"
#include "doc/document.hpp"
#include "font/library.hpp"
#include "page/page.hpp"
#include "style/style.hpp"

namespace ms::layout {

/// What one thread needs to lay out documents one after the other: caches of shaped words, hyphenators, break
/// iterators. The library is shared between workshops and outlives them and all pages. A cache never changes
/// a result, and never grows without bound.
class Workshop {
 public:
  explicit Workshop(font::Library const& library);
  ~Workshop();
  Workshop(Workshop const&) = delete;
  Workshop& operator=(Workshop const&) = delete;

  font::Library const& library() const;

  struct Parts;  ///< of layout/ alone (workshop.hpp)
  Parts& parts() { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

page::Document lay_out(doc::Edition const& edition, style::Style const& style, Workshop& workshop,
                       base::Diagnostics& diagnostics);

}  // namespace ms::layout
