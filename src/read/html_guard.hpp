// What stands between a page and the parser. In: the source of a page, whatever it holds. Out: the same page
// without what no article needs (scripts, styles, drawings, unknown attributes) and without what makes a
// parser slow: nesting, unclosed formatting, endless tags. Always: linear in the source; no more than
// `deepest` elements are open at once and no more than `most_elements` are made of a megabyte; every byte
// that is left maps to the source; plain text has stand-ins (html_stand_ins.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace ms::read::html {

constexpr std::size_t deepest = 200, most_elements = 90'000, most_bytes = std::size_t{16} << 20;

struct Guarded {
  std::string html;
  std::vector<base::Range> data;  ///< contents of JSON-LD scripts, in the source
  bool is_cut = false;            ///< some tags or the end of the page were left out
  std::size_t first_cut = 0;      ///< in the source, of the first tag left out

  /// Where a byte of `html` stands in the source, and where the byte before `offset` ends there.
  std::size_t in_source(std::size_t offset) const;
  std::size_t end_in_source(std::size_t offset) const;

  struct Step {
    std::size_t html, source;
    std::size_t stretch =
        0;  ///< bytes of the source that a stand-in stands for; else, from here on byte for byte
  };
  std::vector<Step> steps;
  std::vector<base::Range> stretches;  ///< of the source, by the numbers of their stand-ins
};

Guarded guarded(std::string_view source);

}  // namespace ms::read::html
