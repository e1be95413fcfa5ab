// Burmese that was typed for the Zawgyi font.
#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/tag.hpp"
#include "text/zawgyi.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t virama = 0x1039, vowel_e = 0x1031;

bool is_burmese(char32_t c) {
  return c >= 0x1000 && c <= 0x109F;
}
bool is_consonant(char32_t c) {
  return (c >= 0x1000 && c <= 0x102A) || c == 0x103F || c == 0x104E;
}
bool is_medial(char32_t c) {
  return c >= 0x103B && c <= 0x103E;
}

/// What the two ways of typing never have in common. In Unicode the sign U+1039 stacks the consonant after
/// it, and E follows its consonant; in Zawgyi U+1039 is the sign that kills a vowel, and E comes first.
struct Signs {
  std::size_t zawgyi = 0, unicode = 0;
};

Signs signs_of(Characters const& all) {
  Signs signs;
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const before = all.at(i, -1), after = all.at(i, 1);
    signs.zawgyi += all.at(i) == virama && !is_consonant(after);
    if (all.at(i) == vowel_e && !is_burmese(before) && is_consonant(after)) ++signs.zawgyi;
    if (all.at(i) == vowel_e && is_medial(before) && !is_consonant(after)) ++signs.unicode;
    if (all.at(i) == 0x103A && (after == 0x1038 || after == 0x1037 || !is_burmese(after))) ++signs.unicode;
  }
  return signs;
}

}  // namespace

// Shan, Mon and Karen write letters at the places of Zawgyi's forms: only for Burmese itself, and only where
// many signs say so and hardly any says otherwise.
text::Edits letter_zawgyi(std::string_view text, Context const& context, base::Diagnostics& diagnostics) {
  constexpr std::size_t enough = 3, outweighs = 8;
  if (!context.language_is_sure || text::primary_language(context.language) != "my") return {};
  Characters const all(text);
  Signs const signs = signs_of(all);
  if (signs.zawgyi < enough || signs.zawgyi < outweighs * signs.unicode) return {};
  Changes changes;
  for (std::size_t start = 0; start < all.count();) {
    std::size_t end = start;
    while (end < all.count() && is_burmese(all.at(end))) ++end;
    if (end > start) {
      base::Range const range{all.start(start), all.end(end - 1)};
      std::string unicode = text::from_zawgyi(base::slice(text, range));
      if (unicode != base::slice(text, range))
        changes.replace(range, std::move(unicode), 0.9, "typed for the Zawgyi font");
    }
    start = std::max(end, start + 1);
  }
  text::Edits edits = changes.take();
  if (!edits.empty())
    diagnostics.warn("text.zawgyi", "the text was typed for the Zawgyi font and is in Unicode now",
                     edits.front().range, "look at it, or keep it with --drop letter.zawgyi");
  return edits;
}

}  // namespace ms::normalise
