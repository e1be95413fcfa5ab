// Where text may be cut (ICU: UAX 14, UAX 29, dictionaries for Thai, Lao, Khmer and Burmese). In: text and
// its language. Out: sorted UTF-8 offsets. A line break is never inside a grapheme cluster.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ms::text {

struct LineBreak {
  std::size_t offset = 0;  ///< a line may end before this byte
  bool mandatory = false;  ///< it must (LB4, LB5); the end of the text counts as optional
  friend bool operator==(LineBreak, LineBreak) = default;
};

/// Every break opportunity but the start of the text; the end of the text is one. `language` chooses the
/// tailoring (ja and zh: strict kinsoku; others: the default); it may be empty.
std::vector<LineBreak> line_breaks(std::string_view utf8, std::string_view language);

/// Starts of all grapheme clusters, then utf8.size(). Empty text: {0}.
std::vector<std::size_t> grapheme_starts(std::string_view utf8);

/// Ranges of words (UAX 29 and dictionaries), white space and punctuation left out, as [start, end) pairs.
struct Word {
  std::size_t start = 0;
  std::size_t end = 0;
  friend bool operator==(Word, Word) = default;
};
std::vector<Word> words(std::string_view utf8, std::string_view language);

}  // namespace ms::text
