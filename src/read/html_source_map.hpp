// Where the bytes of a decoded text stand in what was written. In: a text as the parser gives it and the
// source it came from, character references and carriage returns included. Out: for each byte the range it
// comes from. Always: ranges are inside of the source and do not go backwards; where the two cannot be
// matched the rest maps to the rest as a whole.
#pragma once

#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace ms::read::html {

class SourceMap {
 public:
  SourceMap(std::string_view decoded, std::string_view written, std::size_t start);
  base::Range of(std::size_t offset) const {
    return ranges_.empty() ? base::Range{start_ + offset, start_ + offset + 1} : ranges_[offset];
  }
  /// Does each byte come from the one in its place?
  bool is_straight() const { return ranges_.empty(); }

 private:
  std::size_t start_;
  std::vector<base::Range> ranges_;  ///< empty when decoded and written are the same
};

}  // namespace ms::read::html
