#include <algorithm>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/tag.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t arabic_yeh = 0x64A, arabic_kaf = 0x643, arabic_heh = 0x647, alef_maksura = 0x649,
                   farsi_yeh = 0x6CC, keheh = 0x6A9, heh_goal = 0x6C1, kurdish_e = 0x6D5, zwnj = 0x200C;

bool is_language(Context const& context, std::string_view language) {
  return context.language_is_sure && text::primary_language(context.language) == language;
}

/// Letters and marks that Persian, Urdu and Kurdish do not write: a word with one of them is quoted Arabic.
bool is_only_arabic(char32_t c) {
  return c == 0x629 || c == 0x625 || c == 0x671 || (c >= 0x64B && c <= 0x652) || c == 0x670;
}

/// Calls `replace` for each word without a letter that only Arabic has.
template <class Replace>
void for_each_native_word(Characters const& all, Replace replace) {
  for (std::size_t start = 0; start < all.count();) {
    std::size_t end = start;
    bool is_arabic = false;
    while (end < all.count() && (is_letter_or_mark(all.at(end)) || all.at(end) == zwnj)) {
      is_arabic = is_arabic || is_only_arabic(all.at(end));
      ++end;
    }
    if (end > start && !is_arabic) replace(start, end);
    start = std::max(end, start + 1);
  }
}

constexpr double usual = 0.95;
constexpr std::string_view keyboard = "typed on a keyboard for Arabic";

void exchange(Changes& changes, Characters const& all, std::size_t index, char32_t letter) {
  std::string utf8;
  text::append(utf8, letter);
  changes.replace(all.range(index), std::move(utf8), usual, std::string(keyboard));
}

}  // namespace

// Only for Persian itself: in Pashto, Sindhi and Uyghur these letters are different letters.
text::Edits letter_persian(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!is_language(context, "fa")) return {};
  Changes changes;
  Characters const all(text);
  for_each_native_word(all, [&](std::size_t start, std::size_t end) {
    for (std::size_t i = start; i < end; ++i) {
      bool const is_last = i + 1 == end || all.at(i, 1) == zwnj;
      if (all.at(i) == arabic_yeh || (all.at(i) == alef_maksura && is_last))
        exchange(changes, all, i, farsi_yeh);
      if (all.at(i) == arabic_kaf) exchange(changes, all, i, keheh);
    }
  });
  return changes.take();
}

text::Edits letter_urdu(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!is_language(context, "ur")) return {};
  Changes changes;
  Characters const all(text);
  // After these letters ه is the breath of an aspirate (بھ, پھ, …) more often than a letter of its own:
  // unsure.
  constexpr std::u32string_view aspirated =
      U"\u0628\u067E\u062A\u0679\u062C\u0686\u062F\u0688\u0691\u06A9\u06AF\u0643";
  for_each_native_word(all, [&](std::size_t start, std::size_t end) {
    for (std::size_t i = start; i < end; ++i) {
      if (all.at(i) == arabic_yeh) exchange(changes, all, i, farsi_yeh);
      if (all.at(i) == arabic_kaf) exchange(changes, all, i, keheh);
      bool const may_be_breath = i > start && aspirated.find(all.at(i, -1)) != std::u32string_view::npos;
      if (all.at(i) == arabic_heh && !may_be_breath) exchange(changes, all, i, heh_goal);
    }
  });
  return changes.take();
}

text::Edits letter_sorani(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!is_language(context, "ckb")) return {};
  Changes changes;
  Characters const all(text);
  for_each_native_word(all, [&](std::size_t start, std::size_t end) {
    for (std::size_t i = start; i < end; ++i) {
      if (all.at(i) == arabic_yeh) exchange(changes, all, i, farsi_yeh);
      if (all.at(i) == arabic_kaf) exchange(changes, all, i, keheh);
      if (all.at(i) == arabic_heh && i + 1 < end && all.at(i, 1) == zwnj) {
        std::string letter;
        text::append(letter, kurdish_e);
        changes.replace({all.start(i), all.end(i + 1)}, std::move(letter), usual, "ه and a joiner for ە");
        ++i;
      }
    }
  });
  return changes.take();
}

// S and T with a cedilla stood in for the letters with a comma while fonts and keyboards lacked those.
text::Edits letter_romanian(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!is_language(context, "ro")) return {};
  Changes changes;
  for (text::CodePointAt const c : text::code_points(text)) {
    char32_t const comma = c.value == 0x15E   ? 0x218
                           : c.value == 0x15F ? 0x219
                           : c.value == 0x162 ? 0x21A
                           : c.value == 0x163 ? 0x21B
                                              : 0;
    if (comma != 0) changes.replace({c.offset, c.end()}, comma);
  }
  return changes.take();
}

// Thai and Lao AM typed as its two halves, before or after the tone mark: it looks the same and sorts apart.
text::Edits letter_thai_am(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.find("\xE0\xB9\x8D") == std::string_view::npos &&
      text.find("\xE0\xBB\x8D") == std::string_view::npos)
    return {};
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    bool const is_lao = all.at(i) == 0xECD;
    if (all.at(i) != 0xE4D && !is_lao) continue;
    char32_t const shift = is_lao ? 0x80 : 0, tone = all.at(i, 1) - shift;
    bool const has_tone = tone >= 0xE48 && tone <= 0xE4B;
    std::size_t const last = has_tone ? i + 2 : i + 1;
    if (all.at(i, has_tone ? 2 : 1) != 0xE32 + shift) continue;
    std::u32string am;
    if (has_tone) am += all.at(i, 1);
    am += static_cast<char32_t>(0xE33 + shift);
    changes.replace({all.start(i), all.end(last)}, text::to_utf8(am));
    i = last;
  }
  return changes.take();
}

}  // namespace ms::normalise
