// Shaped words, remembered: the words of an article repeat, and those of the next article are mostly the
// same. In: a key made of all that shaping depends on. Out: glyphs and clusters in font units, free of size.
// Always: the number of words is bounded; a full cache is emptied, which costs time and changes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "page/page.hpp"

namespace ms::layout {

struct PieceCluster {
  std::size_t start = 0;     ///< byte in the piece
  std::size_t glyphs = 0;    ///< number of glyphs
  std::int64_t advance = 0;  ///< font units
  bool safe_to_break = true;
  bool takes_tatweel = false;
  friend bool operator==(PieceCluster const&, PieceCluster const&) = default;
};

/// Clusters in logical order; glyphs cluster by cluster, left to right within each.
struct ShapedPiece {
  std::vector<page::Glyph> glyphs;
  std::vector<PieceCluster> clusters;
};

class WordCache {
 public:
  static constexpr std::size_t most_words = 1 << 14;

  ShapedPiece const* find(std::string_view key) const {
    auto const found = words_.find(key);
    return found == words_.end() ? nullptr : &found->second;
  }
  /// The reference holds until the next call.
  ShapedPiece const& add(std::string_view key, ShapedPiece piece) {
    if (words_.size() >= most_words) words_.clear();
    return words_.insert_or_assign(std::string(key), std::move(piece)).first->second;
  }
  std::size_t count() const { return words_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
  };
  std::unordered_map<std::string, ShapedPiece, Hash, std::equal_to<>> words_;
};

}  // namespace ms::layout
