#include <algorithm>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t soft_hyphen = 0xAD, zero_width_space = 0x200B, zwnj = 0x200C, zwj = 0x200D,
                   variation_16 = 0xFE0F;

bool is_one_of(text::Script script, std::initializer_list<text::Script> scripts) {
  return std::ranges::find(scripts, script) != scripts.end();
}

/// Scripts in which joiners choose between forms of letters: Arabic and its kin, those of India, Mongolian.
bool uses_joiners(char32_t c) {
  using text::script_tag;
  static constexpr auto scripts = {
      script_tag("Arab"), script_tag("Syrc"), script_tag("Mong"), script_tag("Deva"), script_tag("Beng"),
      script_tag("Guru"), script_tag("Gujr"), script_tag("Orya"), script_tag("Taml"), script_tag("Telu"),
      script_tag("Knda"), script_tag("Mlym"), script_tag("Sinh"), script_tag("Mymr"), script_tag("Khmr"),
      script_tag("Tibt"), script_tag("Nkoo"), script_tag("Adlm"), script_tag("Mand"), script_tag("Phag"),
      script_tag("Newa"), script_tag("Tirh"), script_tag("Gran"), script_tag("Cakm"), script_tag("Java"),
      script_tag("Bali"), script_tag("Rohg")};
  return is_letter_or_mark(c) && is_one_of(text::script_of(c), scripts);
}

/// Pictures that join into one: what stands in emoji sequences (UTS 51, ED-16), generously.
bool is_pictograph(char32_t c) {
  return (c >= 0x1F000 && c < 0x1FB00) || (c >= 0x2190 && c < 0x2C00) || c == 0x3030 || c == 0x303D ||
         c == 0xA9 || c == 0xAE || c == 0x203C || c == 0x2049;
}

/// The nearest character before or after `index` that is not `skipped`. Asked once a run, so linear in the
/// text.
char32_t beyond(Characters const& all, std::size_t index, std::ptrdiff_t step, char32_t skipped) {
  std::ptrdiff_t place = step;
  while (all.at(index, place) == skipped) place += step;
  return all.at(index, place);
}

/// Signs that take the vowel off a consonant: with U+200C they stay visible, at the end of a word too
/// (Unicode 12.1, "Explicit Virama").
bool is_virama(char32_t c) {
  return c == 0x94D || c == 0x9CD || c == 0xA4D || c == 0xACD || c == 0xB4D || c == 0xBCD || c == 0xC4D ||
         c == 0xCCD || c == 0xD4D || c == 0xDCA;
}

}  // namespace

// A place to hyphenate is kept; at the edge of a word it is a leftover of the page it was copied from.
text::Edits char_soft_hyphen(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xC2\xAD") == std::string_view::npos) return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (all.at(i) != soft_hyphen) continue;
    bool const is_inside =
        is_letter_or_mark(all.at(i, 1)) && is_letter_or_mark(beyond(all, i, -1, soft_hyphen));
    if (!is_inside) changes.remove(all.range(i));
  }
  return changes.take();
}

// U+200B parts words where words are written without spaces; between letters of Europe it is an invisible
// trap.
text::Edits char_zero_width_space(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xE2\x80\x8B") == std::string_view::npos) return {};
  Characters const all(text);
  auto const needs_it = [](char32_t c) { return is_letter_or_mark(c) && !is_european(c); };
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (all.at(i) != zero_width_space) continue;
    char32_t const after = all.at(i, 1);
    char32_t const before = after == zero_width_space ? 0 : beyond(all, i, -1, zero_width_space);
    bool const is_idle =
        is_space_or_edge(before) || is_space_or_edge(after);  // the last of several stays, if any
    if (is_idle || (!needs_it(before) && !needs_it(after))) changes.remove(all.range(i));
  }
  return changes.take();
}

// Inside words of Persian, Urdu or Kannada it is spelling (input design 6.5); beside a space it is nothing.
text::Edits char_zwnj(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xE2\x80\x8C") == std::string_view::npos) return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (all.at(i) != zwnj) continue;
    char32_t const after = all.at(i, 1);
    char32_t const before =
        after == zwnj ? 0 : beyond(all, i, -1, zwnj);  // the last of several stays, if any
    bool const is_idle = is_space_or_edge(before) || (is_space_or_edge(after) && !is_virama(before)) ||
                         (is_letter_or_mark(before) && is_european(before)) ||
                         (is_letter_or_mark(after) && is_european(after));
    if (is_idle) changes.remove(all.range(i));
  }
  return changes.take();
}

text::Edits char_zwj(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xE2\x80\x8D") == std::string_view::npos) return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (all.at(i) != zwj) continue;
    char32_t const before = all.at(i, -1), after = all.at(i, 1);
    bool const joins_pictures = (is_pictograph(before) || before == variation_16) && is_pictograph(after);
    bool const joins_letters = uses_joiners(before) || uses_joiners(after);
    if (!joins_pictures && !joins_letters) changes.remove(all.range(i));
  }
  return changes.take();
}

text::Edits char_feff(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 3))
    changes.remove({at, at + 3});
  return changes.take();
}

}  // namespace ms::normalise
