// Words that every text in a language is full of: articles, prepositions, pronouns, forms of "to be". In:
// text. Out: whether it is so plainly in a language that no detector needs to look. Always: "no" says
// nothing.
#pragma once

#include <string_view>

namespace ms::language {

/// Every fifth word is one of the language's, some of them are those of no other language in the table, and
/// no stretch of the text is without such. `tag`: of any language; of most the table knows nothing.
bool is_plainly(std::string_view text, std::string_view tag);

}  // namespace ms::language
