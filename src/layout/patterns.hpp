// Liang's hyphenation patterns, one level of a dictionary. In: the lines of a pattern file ("hy3ph", ".ab1s",
// "n1nyal./ny=,1,1"), as bytes in the file's own character set. Out: for every place of a word the highest
// number of the patterns that match there, and the pattern it comes from. Letters are bytes: a UTF-8 letter
// never begins inside another, so matching bytes is matching letters.
//
// TeX looks at all patterns that match. libhyphen looks only at the longest stretch that begins any pattern
// and ends at a letter; files that were not prepared for that lose or misplace points (Russian
// вы-ска-жет-ся), and files that were written for it (German) go wrong without.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ms::layout {

/// Highest number between two bytes of the dotted word, and where the winner's line begins in the file.
struct PatternLevel {
  std::uint8_t number = 0;
  std::uint32_t line = 0;
};

enum class Matching { all, longest };

class Patterns {
 public:
  /// `file` outlives this; its lines [first, last), by byte, are the patterns.
  Patterns(std::string_view file, std::size_t first, std::size_t last);

  /// `dotted` is the word between two full stops. Element i of `levels` is the place before byte i.
  void match(std::string_view dotted, Matching matching, std::vector<PatternLevel>& levels) const;

 private:
  // A trie whose children are linked lists, written front to back since the files are nearly sorted; the
  // first two letters, where the lists would be long, have tables.
  struct Node {
    std::uint32_t child = 0, sibling = 0;  ///< 0: none
    std::uint32_t line = 0;                ///< offset plus one of the pattern that ends here, or 0
    char letter = 0;
  };
  /// A node on the way to a pattern, and the letter that leads to it.
  struct Step {
    std::uint32_t node = 0;
    char letter = 0;
  };
  void add(std::uint32_t line, std::vector<Step>& path);
  /// The node of `letter`, which comes after `depth` letters, the last of them `before`, below `parent`.
  std::uint32_t child_of(std::uint32_t parent, std::size_t depth, char before, char letter) const;
  void raise(std::size_t start, std::uint32_t line, std::vector<PatternLevel>& levels) const;

  std::string_view file_;
  std::vector<Node> nodes_;            // the first stands for "none"
  std::vector<std::uint32_t> first_;   // by the first letter
  std::vector<std::uint32_t> second_;  // by the first two
};

}  // namespace ms::layout
