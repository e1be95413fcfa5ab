#include "layout/phrase_breaks.hpp"

#include <algorithm>
#include <set>

#include "text/breaks.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::layout {
namespace {

// A break inside of a word outweighs any difference of widths, one between words a third of a line.
constexpr std::int32_t inside_word = 30, between_words = 5;

/// Is there a place where only the absence of spaces lets a line end: between two wide letters?
bool is_between_ideographs(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return false;
  char32_t const before = text::code_point_before(text, offset).value;
  char32_t const after = text::code_point_at(text, offset).value;
  auto const is_unspaced = [](char32_t c) {
    return text::is_letter(c) && text::is_wide(c) && text::script_of(c) != text::script_tag("Hang");
  };
  return is_unspaced(before) && is_unspaced(after);
}

}  // namespace

void prefer_phrases(Candidates& candidates, StyledText const& text) {
  std::set<std::size_t> boundaries;
  bool has_words = false;
  for (std::size_t i = 0; i < candidates.places.size(); ++i) {
    Candidate& candidate = candidates.numbers[i];
    std::size_t const offset = candidates.places[i].offset;
    if (candidate.kind != Candidate::Kind::ordinary || !is_between_ideographs(text.utf8, offset)) continue;
    if (!has_words) {
      for (text::Word const word : text::words(text.utf8, text.language)) {
        boundaries.insert(word.start);
        boundaries.insert(word.end);
      }
      has_words = true;
    }
    candidate.penalty =
        std::max(candidate.penalty, boundaries.contains(offset) ? between_words : inside_word);
  }
}

}  // namespace ms::layout
