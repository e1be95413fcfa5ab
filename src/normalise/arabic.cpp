// Letters that were drawn out.
#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/tag.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t tatweel = 0x640, heh_yeh = 0x6C0, heh = 0x647, hamza_above = 0x654;

bool is_arabic_letter(char32_t c) {
  return c != tatweel && text::is_letter(c) && text::script_of(c) == text::script_tag("Arab");
}

}  // namespace

// Two and more in a row are decoration: between letters all of them go. One may be meant (a name, the
// abbreviation هـ), so at the end of a word one stays, and one that bears a mark; and lines of verse are
// drawn out to the same width.
text::Edits letter_tatweel(std::string_view text, Context const& context, base::Diagnostics& diagnostics) {
  if (context.keeps_spaces || text.find("\xD9\x80\xD9\x80") == std::string_view::npos) return {};
  Changes changes;
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (all.at(i) != tatweel) continue;
    std::size_t end = i;
    while (all.at(end) == tatweel) ++end;
    char32_t const after = end < all.count() ? all.at(end) : 0;
    char32_t const before = all.at(i, -1);
    bool const follows_letter = is_arabic_letter(before) || text::is_mark(before);
    if (end - i >= 2 && follows_letter) {
      std::size_t const stays = is_arabic_letter(after) ? 0 : 1;
      base::Range const range{all.start(i), all.end(end - 1 - stays)};
      changes.replace(range, std::string(), 0.9, "letters drawn out for decoration");
      diagnostics.note("text.tatweel", "a word was drawn out for decoration and is written plainly", range);
    }
    i = end - 1;
  }
  return changes.take();
}

// The hamza on a final heh as its own mark, as Persian standards have it; the one letter has another base.
text::Edits letter_persian_heh(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!context.language_is_sure || text::primary_language(context.language) != "fa") return {};
  Changes changes;
  for (text::CodePointAt const c : text::code_points(text))
    if (c.value == heh_yeh)
      changes.replace({c.offset, c.end()}, text::to_utf8(std::u32string{heh, hamza_above}));
  return changes.take();
}

}  // namespace ms::normalise
