// The headline of an article in a page that was copied as a whole. In: units, and where running text begins.
// Out: the unit that is the headline most probably. Always: only what stands before the text, or is its first
// short line, is looked at; no unit is better than one that has nothing in common with the text.
#pragma once

#include <optional>

#include "read/page.hpp"

namespace ms::read {

std::optional<std::size_t> headline_of(std::string_view text, std::vector<Unit> const& units,
                                       Page const& page, Vocabulary const& vocabulary);

/// Where in the line of a headline the headline begins when a kicker stands before it, or 0: a section with a
/// mark of its own, words in capitals.
std::size_t end_of_kicker(std::string_view line, Vocabulary const& vocabulary);

/// Where the headline begins when the name of a section may stand before it, with nothing between: "Opinion
/// How …"; 0 when none does. A headline may itself begin with such a word: something else has to prove it.
std::size_t end_of_section(std::string_view line, Vocabulary const& vocabulary);

/// Which part of the words of `text` (of pieces of them) stands in `other`, too?
double shared_words(std::string_view text, std::string_view other);

}  // namespace ms::read
