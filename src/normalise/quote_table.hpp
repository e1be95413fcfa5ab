// Quotation marks by language (CLDR 42 delimiters, with house corrections noted in the table). In: a BCP 47
// tag. Out: the marks, or nothing for a language whose marks we do not know or never change.
#pragma once

#include <string_view>

namespace ms::normalise {

struct QuoteMarks {
  std::string_view open, close;                ///< primary
  std::string_view inner_open, inner_close;    ///< inside primary ones
  std::string_view single_open, single_close;  ///< for single marks that stand alone; empty: left as they are
};

/// Null when straight marks of this language stay as they are.
QuoteMarks const* quote_marks(std::string_view tag);

/// Is a straight mark between two letters an apostrophe in this language? Not where it stands for a letter of
/// its own (Hebrew geresh, the ʻokina, Uzbek oʻ, Tigrinya transliterations) or where words are not spelt so.
bool has_apostrophe(std::string_view tag);

/// Words that begin with an apostrophe in this language ("tis", "n"), in lower case.
bool is_elided_word(std::string_view tag, std::string_view lower_case_word);

}  // namespace ms::normalise
