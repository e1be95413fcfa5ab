// Stretches of a text put together without what is between them, for a parser that must not see it. In: the
// stretches, in order. Out: one text, and for every stretch of it where it stands in the source. Always:
// what comes out in order is in order in the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace ms::read {

class Excerpt {
 public:
  void add(std::string_view source, base::Range range);
  /// Something the source does not have.
  void add_foreign(std::string_view text);

  std::string const& text() const { return text_; }
  /// The stretches of the source that make up a range of the text, in order.
  std::vector<base::Range> sources_of(base::Range range) const;
  /// The range of the text that a pointer into it and a length stand for; nothing when it points elsewhere.
  std::optional<base::Range> range_of(char const* start, std::size_t length) const;

 private:
  struct Stretch {
    std::size_t start = 0;  ///< in the text
    base::Range source;
  };
  std::string text_;
  std::vector<Stretch> stretches_;
};

}  // namespace ms::read
