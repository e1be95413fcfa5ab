// Rules of taste (class O): off until somebody keeps them by name.
#include "normalise/quote_scan.hpp"
#include "normalise/rules_of.hpp"
#include "text/tag.hpp"

namespace ms::normalise {
namespace {

bool is_language(Context const& context, std::string_view language) {
  return context.language_is_sure && text::primary_language(context.language) == language;
}

/// A run of the same character that starts at `index`: its end.
std::size_t run_end(Characters const& all, std::size_t index) {
  std::size_t end = index + 1;
  while (end < all.count() && all.at(end) == all.at(index)) ++end;
  return end;
}

}  // namespace

text::Edits dash_hyphens(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!context.language_is_sure || text.find("--") == std::string_view::npos) return {};
  Changes changes;
  Characters const all(text);
  for (std::size_t i = 0; i < all.count();) {
    std::size_t const end = all.at(i) == '-' ? run_end(all, i) : i + 1;
    char32_t const before = all.at(i, -1), after = all.at(end - 1, 1);
    bool const is_spaced = before == ' ' && after == ' ';
    bool const is_tight = !is_space_or_edge(before) && !is_space_or_edge(after);
    if (all.at(i) == '-' && (end - i == 2 || end - i == 3) && (is_spaced || is_tight)) {
      bool const is_long = end - i == 3 || is_language(context, "en") || is_language(context, "ru");
      changes.replace({all.start(i), all.end(end - 1)}, is_long ? char32_t{0x2014} : char32_t{0x2013});
    }
    i = end;
  }
  return changes.take();
}

text::Edits ellipsis_dots(std::string_view text, Context const& context, base::Diagnostics&) {
  if (text.find("...") == std::string_view::npos || is_language(context, "zh")) return {};
  Changes changes;
  Characters const all(text);
  for (std::size_t i = 0; i < all.count();) {
    std::size_t const end = all.at(i) == '.' ? run_end(all, i) : i + 1;
    if (all.at(i) == '.' && end - i == 3) changes.replace({all.start(i), all.end(end - 1)}, char32_t{0x2026});
    i = end;
  }
  return changes.take();
}

text::Edits quote_tex(std::string_view text, Context const&, base::Diagnostics&) {
  struct Pair {
    char32_t typed, meant;
  };
  constexpr Pair pairs[] = {{'`', 0x201C}, {'\'', 0x201D}, {'<', 0xAB}, {'>', 0xBB}};
  Changes changes;
  Characters const all(text);
  for (std::size_t i = 0; i < all.count();) {
    std::size_t const end = run_end(all, i);
    for (Pair const pair : pairs)
      if (end - i == 2 && all.at(i) == pair.typed)
        changes.replace({all.start(i), all.end(end - 1)}, pair.meant);
    i = end;
  }
  return changes.take();
}

text::Edits number_full_width(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!is_language(context, "ja") && !is_language(context, "zh") && !is_language(context, "ko")) return {};
  Changes changes;
  for (text::CodePointAt const c : text::code_points(text)) {
    bool const is_full = (c.value >= 0xFF10 && c.value <= 0xFF19) ||
                         (c.value >= 0xFF21 && c.value <= 0xFF3A) || (c.value >= 0xFF41 && c.value <= 0xFF5A);
    if (is_full) changes.replace({c.offset, c.end()}, c.value - 0xFEE0);
  }
  return changes.take();
}

// "paraŀlel" is "paral·lel" as an old encoding had it.
text::Edits letter_catalan_dot(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!is_language(context, "ca")) return {};
  Changes changes;
  for (text::CodePointAt const c : text::code_points(text)) {
    if (c.value == 0x140) changes.replace({c.offset, c.end()}, std::string("l\xC2\xB7"));
    if (c.value == 0x13F) changes.replace({c.offset, c.end()}, std::string("L\xC2\xB7"));
  }
  return changes.take();
}

// The same letter or sign of these languages typed in several ways; none is more right than the others.
text::Edits apostrophe_habit(std::string_view text, Context const& context, base::Diagnostics&) {
  bool const is_known = is_language(context, "uk") || is_language(context, "be") ||
                        is_language(context, "pl") || is_language(context, "ga");
  char32_t const usual = context.habits.apostrophe;
  if (!is_known || usual == 0) return {};
  Changes changes;
  Characters const all(text);
  for (std::size_t i = 0; i < all.count(); ++i) {
    bool const is_form = all.at(i) == '\'' || all.at(i) == 0x2019 || all.at(i) == 0x2BC || all.at(i) == '`';
    if (is_form && all.at(i) != usual && text::is_letter(all.at(i, -1)) && text::is_letter(all.at(i, 1)))
      changes.replace(all.range(i), usual);
  }
  return changes.take();
}

text::Edits letter_geresh(std::string_view text, Context const& context, base::Diagnostics&) {
  if (!is_language(context, "he") && !is_language(context, "yi")) return {};
  Changes changes;
  Characters const all(text);
  auto const is_hebrew = [](char32_t c) { return c >= 0x5D0 && c <= 0x5EA; };
  for (std::size_t i = 0; i < all.count(); ++i) {
    if (all.at(i) == '\'' && is_hebrew(all.at(i, -1))) changes.replace(all.range(i), char32_t{0x5F3});
    if (all.at(i) == '"' && is_hebrew(all.at(i, -1)) && is_hebrew(all.at(i, 1)))
      changes.replace(all.range(i), char32_t{0x5F4});
  }
  return changes.take();
}

}  // namespace ms::normalise
