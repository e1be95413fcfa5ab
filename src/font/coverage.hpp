// A set of code points, small and quick to ask: which characters a face has. In: a face, or the line of text
// that stands for the set in the font index. Out: membership by binary search. Always: ranges are sorted, do
// not touch, and the text form of a set reads back as the same set.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct hb_face_t;

namespace ms::font {

class Coverage {
 public:
  struct Block {
    char32_t first = 0, last = 0;
    friend bool operator==(Block, Block) = default;
  };

  Coverage() = default;
  /// Blocks in rising order.
  explicit Coverage(std::vector<Block> blocks) : blocks_(std::move(blocks)) {}
  static Coverage of(hb_face_t* face);

  bool has(char32_t c) const;
  std::vector<Block> const& blocks() const { return blocks_; }

  /// "20+5e 1+5f …": gap from the last code point covered, how many more follow, hexadecimal.
  std::string text() const;
  /// Nothing when `text` is not what text() writes.
  static std::optional<Coverage> parse(std::string_view text);

  friend bool operator==(Coverage const&, Coverage const&) = default;

 private:
  std::vector<Block> blocks_;
};

}  // namespace ms::font
