#include "normalise/quote_scan.hpp"
#include "normalise/quote_table.hpp"
#include "normalise/rules_of.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t straight = '\'';
constexpr std::string_view curly = "’";

/// The word after an apostrophe at `index`, in lower case.
std::string word_after(Characters const& all, std::size_t index) {
  std::string word;
  for (std::ptrdiff_t place = 1; is_letter_or_mark(all.at(index, place)) && place < 16; ++place)
    text::append(word, all.at(index, place));
  return text::folded(word);
}

/// ’90s, ’89: two digits and no more.
bool is_short_year(Characters const& all, std::size_t index) {
  return text::is_digit(all.at(index, 1)) && text::is_digit(all.at(index, 2)) &&
         !text::is_digit(all.at(index, 3)) && all.at(index, 3) != straight;
}

bool is_latin_cyrillic_or_greek(char32_t c) {
  return is_letter_or_mark(c) && is_european(c);
}

}  // namespace

// Sure are: between letters, before a word or year that begins with one, and after a word when no quotation
// can be open, because no mark before it could have opened one.
text::Edits quote_apostrophe(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!context.language_is_sure || !has_apostrophe(context.language) || !has_byte(text, '\'')) return {};
  Changes changes;
  Characters const all(text);
  bool may_be_open = false;
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (all.at(i) != straight) continue;
    Surroundings const around = surroundings(all, i);
    char32_t const before = all.at(i, -1), after = all.at(i, 1);
    bool const is_between = is_latin_cyrillic_or_greek(before) && is_latin_cyrillic_or_greek(after);
    bool const is_plural_year = text::is_digit(before) && after == 's' && !is_letter_or_mark(all.at(i, 2));
    bool const is_elided =
        around.can_open && (is_short_year(all, i) || is_elided_word(context.language, word_after(all, i)));
    bool const ends_word =
        is_latin_cyrillic_or_greek(before) && !is_letter_or_mark(after) && after != straight && !may_be_open;
    if (is_between || is_plural_year || is_elided || ends_word)
      changes.replace(all.range(i), std::string(curly));
    else if (!around.is_prime)
      may_be_open = true;
  }
  return changes.take();
}

}  // namespace ms::normalise
