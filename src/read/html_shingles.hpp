// How much of one text stands in another, whatever their white space and marks. In: texts. Out: a share.
// Always: only letters and digits count, and small and capital ones are alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace ms::read::html {

/// Letters and digits alone, for comparing texts that were printed twice; no more than the first `most`.
std::u32string skeleton(std::string_view text, std::size_t most = std::u32string::npos);

/// Stretches of a text, to ask how much of another one it holds.
class Shingles {
 public:
  explicit Shingles(std::u32string const& text);
  /// Share of `text` that stands in here, by every fourth stretch; -1 for what is too short to tell.
  double share(std::u32string const& text) const;

 private:
  std::unordered_set<std::uint64_t> all_;
};

}  // namespace ms::read::html
