#include <algorithm>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"

namespace ms::normalise {
namespace {

/// Characters that canonical composition (UAX 15) would replace by another that people tell apart: ideographs
/// in names (U+F900 and U+2F800 on), the signs of ohm, kelvin and ångström, angle brackets, the grave accent
/// as a letter of Greek.
bool is_kept(char32_t c) {
  return (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F) || c == 0x2126 || c == 0x212A ||
         c == 0x212B || c == 0x2329 || c == 0x232A || c == 0x1FEF || c == 0x2000 || c == 0x2001;
}

bool is_hangul_vowel_or_final(char32_t c) {
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FB);
}

bool is_hebrew_or_arabic_mark(char32_t c) {
  return (c >= 0x591 && c <= 0x5C7) || (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) ||
         c == 0x670 || (c >= 0x6D6 && c <= 0x6ED) || (c >= 0x8CA && c <= 0x8FF);
}

}  // namespace

// Cluster by cluster, so that an edit names what it changes. Points of Hebrew and Arabic keep the order in
// which they were typed: their canonical order is not the one fonts and readers expect (UAX 53, Hebrew in SBL
// fonts).
text::Edits char_nfc(std::string_view text, Context const&, base::Diagnostics&) {
  if (text::is_nfc(text)) return {};
  Changes changes;
  Characters const all(text);
  std::size_t settled = 0;  // up to here all is composed
  for (std::size_t i = 0; i < all.count();) {
    // Most words are, and clusters do not reach over a blank.
    if (all.start(i) >= settled) {
      std::size_t const next = std::min(text.find(' ', all.start(i) + 1), text.size());
      if (text::is_nfc(text.substr(all.start(i), next - all.start(i)))) {
        while (i < all.count() && all.start(i) < next) ++i;
        continue;
      }
      settled = next;
    }
    std::size_t end = i + 1;
    std::size_t points = is_hebrew_or_arabic_mark(all.at(i));
    bool is_excepted = is_kept(all.at(i));
    for (; end < all.count() && (text::is_mark(all.at(end)) || is_hangul_vowel_or_final(all.at(end))); ++end)
      points += is_hebrew_or_arabic_mark(all.at(end));
    is_excepted = is_excepted || points >= 2;
    if (!is_excepted) {
      base::Range const range{all.start(i), all.end(end - 1)};
      std::string composed = text::to_nfc(base::slice(text, range));
      if (composed != base::slice(text, range)) changes.replace(range, std::move(composed));
    }
    i = end;
  }
  return changes.take();
}

}  // namespace ms::normalise
