#include <algorithm>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/tag.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t no_break = 0xA0, ideographic = 0x3000;

bool is_horizontal(char32_t c) {
  return text::is_white_space(c) && c != '\n';
}

/// Is there a white space of U+2000 to U+205F? Quotation marks and dashes begin with the same bytes.
bool has_general_space(std::string_view text) {
  for (std::size_t at = text.find('\xE2'); at != std::string_view::npos; at = text.find('\xE2', at + 1))
    if (text::is_white_space(text::code_point_at(text, at).value)) return true;
  return false;
}

/// A cheap first look: is there a white space that is not a single blank or line feed?
bool may_have_runs(std::string_view text) {
  static constexpr Bytes others("\t\v\f\r");
  bool follows_blank = false;
  for (char const c : text) {
    if (others.has(c) || (c == ' ' && follows_blank)) return true;
    follows_blank = c == ' ';
  }
  return text.find("\xC2\xA0") != std::string_view::npos || has_general_space(text) ||
         text.find("\xE3\x80\x80") != std::string_view::npos ||
         text.find("\xE1\x9A\x80") != std::string_view::npos;
}

bool is_fixed_width(char32_t c) {
  return (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x1680;
}

bool is_latin_or_cyrillic_letter(char32_t c) {
  return text::is_letter(c) && is_european(c);
}

/// Marks that French and other typography sets off by a space that does not break.
bool takes_space_before(char32_t c) {
  return c == 0xBB || c == ';' || c == ':' || c == '!' || c == '?' || c == '%' || c == 0x2030 ||
         c == 0x203A || c == 0x2013 || c == 0x2014 || c == 0x20AC || c == '$' || c == 0xA3 || c == 0xB0 ||
         c == 0x2026;
}
bool takes_space_after(char32_t c) {
  return c == 0xAB || c == 0x2039 || c == 0x2013 || c == 0x2014 || c == 0xA7 || c == 0x2116 || c == '$' ||
         c == 0x20AC || c == 0xA3 || c == 0xB6;
}

/// Length in letters of the word that ends before `index` (step -1) or starts after it (step 1); a full stop
/// right at the space counts as the end of an abbreviation or initial and makes the word 1.
std::size_t word_length(Characters const& all, std::size_t index, std::ptrdiff_t step) {
  std::size_t length = 0;
  for (std::ptrdiff_t place = step; is_letter_or_mark(all.at(index, place)) && length < 3; place += step)
    ++length;
  if (length == 0 || length >= 3) return length;
  std::ptrdiff_t const next = static_cast<std::ptrdiff_t>(length + 1) * step;
  return all.at(index, next) == '.' && step > 0 ? 1 : length;
}

/// Would a typographer forbid a break here: beside a number, a mark that is set off, a word of one or two
/// letters (Slavic prepositions, initials, "z. B.")?
bool is_meant(Characters const& all, std::size_t index) {
  char32_t const before = all.at(index, -1), after = all.at(index, 1);
  if (text::is_digit(before) || text::is_digit(after)) return true;
  if (takes_space_before(after) || takes_space_after(before)) return true;
  if (before == '.' || after == '.') return true;
  return word_length(all, index, -1) <= 2 || word_length(all, index, 1) == 1;
}

}  // namespace

text::Edits space_edge(std::string_view text, Context const& context, base::Diagnostics&) {
  bool const is_one_line = text.find('\n') == std::string_view::npos;
  bool const has_edges =
      !text.empty() && (text::is_white_space(text::code_point_at(text, 0).value) ||
                        text::is_white_space(text::code_point_before(text, text.size()).value));
  if (is_one_line && !has_edges) return {};
  Changes changes;
  Characters const all(text);
  auto const keeps_indent = context.is_code || context.keeps_spaces;
  for (std::size_t start = 0; start < all.count();) {
    std::size_t end = start;
    while (end < all.count() && all.at(end) != '\n') ++end;
    std::size_t first = start, last = end;
    while (!keeps_indent && first < last && is_horizontal(all.at(first))) ++first;
    while (last > first && is_horizontal(all.at(last - 1))) --last;
    if (first > start) changes.remove({all.start(start), all.end(first - 1)});
    if (last < end) changes.remove({all.start(last), all.end(end - 1)});
    start = end + 1;
  }
  return changes.take();
}

text::Edits space_tab(std::string_view text, Context const& context, base::Diagnostics&) {
  Changes changes;
  if (context.keeps_spaces) return {};
  for (std::size_t at = text.find('\t'); at != std::string_view::npos; at = text.find('\t', at + 1))
    changes.replace({at, at + 1}, std::string(" "));
  return changes.take();
}

// A run keeps its one space that is not plain, if it has one: that one was typed on purpose.
text::Edits space_run(std::string_view text, Context const& context, base::Diagnostics&) {
  Changes changes;
  if (context.keeps_spaces || !may_have_runs(text)) return {};
  Characters const all(text);
  for (std::size_t start = 0; start < all.count();) {
    std::size_t end = start;
    while (end < all.count() && is_horizontal(all.at(end))) ++end;
    if (end - start >= 2) {
      bool has_ideographic = false;
      std::size_t kept = start;
      for (std::size_t i = end; i-- > start;) {
        has_ideographic = has_ideographic || all.at(i) == ideographic;
        if (all.at(i) != ' ') kept = i;
      }
      for (std::size_t i = start; i < end; ++i)
        if (has_ideographic ? all.at(i) != ideographic : i != kept) changes.remove(all.range(i));
    }
    start = std::max(end, start + 1);
  }
  return changes.take();
}

// Between two ordinary words a page put it there to fill a line; everywhere else it may be meant and stays.
text::Edits space_no_break(std::string_view text, Context const& context, base::Diagnostics&) {
  Changes changes;
  if (!context.language_is_sure || context.keeps_spaces || text.find("\xC2\xA0") == std::string_view::npos)
    return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    bool const is_between_words = all.at(i) == no_break && is_letter_or_mark(all.at(i, -1)) &&
                                  is_latin_or_cyrillic_letter(all.at(i, 1)) && !is_meant(all, i);
    if (is_between_words) changes.replace(all.range(i), std::string(" "), 0.9);
  }
  return changes.take();
}

// Spaces of fixed width are kept beside digits and initials, where they group; elsewhere they came from
// layout.
text::Edits space_fixed(std::string_view text, Context const& context, base::Diagnostics&) {
  Changes changes;
  if (context.keeps_spaces || !has_byte(text, '\xE2')) return {};
  if (!has_general_space(text) && text.find("\xE1\x9A\x80") == std::string_view::npos) return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i)
    if (is_fixed_width(all.at(i)) && is_letter_or_mark(all.at(i, -1)) && is_letter_or_mark(all.at(i, 1)) &&
        word_length(all, i, -1) > 1 && word_length(all, i, 1) > 1)
      changes.replace(all.range(i), std::string(" "));
  return changes.take();
}

}  // namespace ms::normalise
