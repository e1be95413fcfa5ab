// Characters that one Japanese encoding maps to two places of Unicode.
#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/tag.hpp"

namespace ms::normalise {

// The text was put together from sources that were decoded by different tables; what it has more often wins.
// Between digits such a mark is part of a number.
text::Edits char_wave_dash(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!context.language_is_sure || text::primary_language(context.language) != "ja") return {};
  struct Pair {
    char32_t one, other, usual;
  };
  Pair const pairs[] = {{0x301C, 0xFF5E, context.habits.wave_dash},
                        {0x2016, 0x2225, context.habits.double_bar},
                        {0x2212, 0xFF0D, context.habits.minus}};
  Changes changes;
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (is_between_digits(all.at(i, -1), all.at(i, 1))) continue;
    for (Pair const& pair : pairs) {
      bool const is_one_of = all.at(i) == pair.one || all.at(i) == pair.other;
      if (is_one_of && pair.usual != 0 && all.at(i) != pair.usual) changes.replace(all.range(i), pair.usual);
    }
  }
  return changes.take();
}

// A comma of ASCII between two ideographs was typed on another keyboard.
text::Edits comma_full_width(std::string_view text, Context const& context, base::Diagnostics&) {
  std::string_view const language = text::primary_language(context.language);
  if (!context.language_is_sure || (language != "zh" && language != "ja")) return {};
  Changes changes;
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i)
    if (all.at(i) == ',' && text::is_ideographic(all.at(i, -1)) && text::is_ideographic(all.at(i, 1)))
      changes.replace(all.range(i), char32_t{0xFF0C});
  return changes.take();
}

}  // namespace ms::normalise
