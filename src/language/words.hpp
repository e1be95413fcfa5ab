// The language of a text in a script that many languages use. In: its letters, and what CLD2 says of them.
// Out: one verdict from three witnesses: CLD2, the table of profiles where CLD2 is silent, in doubt, or
// cannot name the language, and the telltale words of languages that both take for each other.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/cld2.hpp"
#include "language/language.hpp"
#include "text/unicode.hpp"

namespace ms::language {

/// `letters`: words in `script` with spaces and punctuation between them; `weight`: how many letters, those
/// of syllabaries counted twice.
Identification verdict_of_words(Detection const& found, std::string_view letters, text::Script script,
                                std::size_t weight);

}  // namespace ms::language
