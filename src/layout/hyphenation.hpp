// Where a word may be hyphenated. In: a word and the pattern dictionary of its language (the files of
// /usr/share/hyphen, made for libhyphen). Out: the points with, where the spelling changes at the line's end
// (Hungarian asszony → asz-szony), what stands on either side.
//
// The files are read by our own code: libhyphen takes 2.6 s to load the German one (it hashes 70,000 words
// with chains), this takes some milliseconds. The method is Liang's: the highest number counts, odd ones are
// points. A file with NEXTLEVEL first cuts compounds, then the parts (README.compound of libhyphen). Where
// the file was made for libhyphen the points are libhyphen's, and the tests hold them to it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace ms::layout {

using base::Range;

/// The word may end a line before byte `offset`, with a hyphen. Where the spelling changes, `replaced` (bytes
/// of the word around the offset) is drawn as `before` at the line's end and `after` at the next one's start.
struct HyphenPoint {
  std::size_t offset = 0;
  bool compound = false;  ///< between the parts of a compound: the better place
  Range replaced;         ///< empty: nothing changes
  std::string before, after;
  friend bool operator==(HyphenPoint const&, HyphenPoint const&) = default;
};

/// The patterns of one language. Immutable.
class Hyphenator {
 public:
  /// `dictionary` is the text of a pattern file: character set, options, patterns.
  explicit Hyphenator(std::string dictionary);
  ~Hyphenator();

  /// Points of a word of letters and marks, sorted; the dictionary's own distances from its ends are kept.
  std::vector<HyphenPoint> points(std::string_view word) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace ms::layout
