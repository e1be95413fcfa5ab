// Paragraphs that a page of a copied PDF ends within: what a printer put at its edge stands in the middle of
// their text. In: units with the furniture of pages among them. Out: which unit goes on in which, and what
// stands between. Always: there is nothing but furniture between the two, and the text proves that they are
// one: the first does not end a sentence, and the second goes on with a small letter, or the line before the
// break is as full as broken lines are, or it is running text that stops in the middle of a sentence.
#pragma once

#include <string_view>
#include <vector>

#include "read/units.hpp"

namespace ms::read {

std::vector<PageBreak> page_breaks_in(std::string_view text, Units const& all);

}  // namespace ms::read
