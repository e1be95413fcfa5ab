#include <algorithm>
#include <optional>

#include "normalise/quote_scan.hpp"
#include "normalise/quote_table.hpp"
#include "normalise/rules_of.hpp"
#include "text/tag.hpp"

namespace ms::normalise {
namespace {

constexpr char32_t left = 0x201C, right = 0x201D, low = 0x201E, first_guillemet = 0xAB, last_guillemet = 0xBB;

/// A quotation: the indices of its two marks and how many quotations are around it.
struct Quotation {
  std::size_t open = 0, close = 0;
  std::size_t depth = 0;
};

/// A straight mark at one end of a quotation that has a curly one at the other.
struct HalfCurly {
  std::size_t index = 0;
  char32_t mark = 0;  ///< the partner of the curly one
};

struct Paired {
  std::vector<Quotation> quotations;
  std::vector<HalfCurly> halves;
};

struct Open {
  std::size_t index = 0;
  char32_t mark = 0;
};

/// Languages written without spaces between words, or with endings after a quotation: a mark between two
/// letters may be one end of a quotation there.
bool may_touch_letters(std::string_view language) {
  std::string_view const primary = text::primary_language(language);
  return primary == "th" || primary == "lo" || primary == "km" || primary == "my" || primary == "ko" ||
         primary == "tr" || primary == "fi" || primary == "hu" || primary == "et" || primary == "az";
}

bool closes(char32_t mark, char32_t open) {
  if (open == low) return mark == left || mark == right;
  if (open == left) return mark == right;
  if (open == right) return mark == right;
  if (open == first_guillemet) return mark == last_guillemet;
  if (open == last_guillemet) return mark == first_guillemet;
  return false;
}

std::string_view curly_text(char32_t mark) {
  return mark == left ? "“" : mark == right ? "”" : "»";
}

bool is_curly(char32_t c) {
  return c == left || c == right || c == low || c == first_guillemet || c == last_guillemet;
}

/// All quotations with a straight mark at both ends, in order of their closing marks; nothing as soon as one
/// mark can be read in two ways, or has no partner. `place` is then the mark that raised the doubt.
/// `is_english`: “ and ” are the marks of the language, so one of them may have a straight partner.
std::optional<Paired> paired(Characters const& all, char32_t straight, bool touches_letters, bool is_english,
                             std::size_t& place) {
  Paired found;
  std::vector<Open> open;
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    if (straight == '"' && is_curly(c)) {
      bool const ends_straight =
          !open.empty() && open.back().mark == straight && c == right && !surroundings(all, i).can_open;
      if (ends_straight) {
        if (!is_english) return std::nullopt;
        found.halves.push_back({open.back().index, left});
        open.pop_back();
      } else if (!open.empty() && closes(c, open.back().mark)) {
        open.pop_back();
      } else if (surroundings(all, i).can_open || c == low ||
                 (c == first_guillemet && is_space_or_edge(all.at(i, -1)))) {
        open.push_back({i, c});
      }
      continue;
    }
    if (c != straight) continue;
    place = i;
    Surroundings const around = surroundings(all, i);
    bool const is_open = !open.empty() && open.back().mark == straight;
    if (around.is_prime && !is_open) continue;
    if (around.is_inside && !touches_letters) {
      if (straight == '"') continue;  // gershayim and the like
      return std::nullopt;
    }
    bool const opens = around.can_open || (around.is_inside && !is_open);
    bool const ends = is_open && (around.can_close || around.is_inside);
    bool const ends_curly =
        !open.empty() && ((is_english && open.back().mark == left) || open.back().mark == first_guillemet);
    if (ends_curly && around.can_close && !around.can_open) {
      found.halves.push_back({i, open.back().mark == left ? right : last_guillemet});
      open.pop_back();
      continue;
    }
    if (opens && !ends) {
      if (is_open && !around.can_open) return std::nullopt;
      open.push_back({i, straight});
    } else if (ends && !around.can_open) {
      found.quotations.push_back({open.back().index, i, open.size() - 1});
      open.pop_back();
    } else {
      return std::nullopt;
    }
  }
  for (Open const& one : open) {
    if (one.mark != straight) continue;
    place = one.index;
    return std::nullopt;
  }
  return found;
}

/// How many double quotations, straight or curly, are around each character.
std::vector<bool> inside_double(Characters const& all) {
  std::vector<bool> inside(all.count(), false);
  char32_t open = 0;
  for (std::size_t i = 0; i < all.count(); ++i) {
    char32_t const c = all.at(i);
    if (open != 0 && closes(c, open))
      open = 0;
    else if (open == 0 && is_curly(c) &&
             (surroundings(all, i).can_open || (c == first_guillemet && is_space_or_edge(all.at(i, -1)))))
      open = c;
    inside[i] = open != 0;
  }
  return inside;
}

struct Replacement {
  base::Range range;
  std::string_view mark;
};

text::Edits sorted_edits(std::vector<Replacement> marks) {
  std::ranges::sort(marks, {}, [](Replacement const& one) { return one.range.start; });
  Changes changes;
  for (Replacement const& one : marks) changes.replace(one.range, std::string(one.mark));
  return changes.take();
}

void report(base::Diagnostics& diagnostics, Characters const& all, std::size_t place) {
  diagnostics.warn("text.unpaired-quote", "quotation marks here do not pair without doubt and stay straight",
                   all.range(place), "put in the missing mark, or curly ones");
}

}  // namespace

// Double marks first; single ones are judged by the double ones that are then in place, in the next round.
text::Edits quote_pairs(std::string_view text, Context const& context, base::Diagnostics& diagnostics) {
  bool const has_double = has_byte(text, '"'), has_single = has_byte(text, '\'');
  if (!context.language_is_sure || (!has_double && !has_single)) return {};
  QuoteMarks const* const marks = quote_marks(context.language);
  if (marks == nullptr) return {};
  Characters const all(text);
  bool const touches = may_touch_letters(context.language), is_english = marks->open == "“";
  std::vector<Replacement> replacements;
  std::size_t place = 0;
  if (has_double) {
    if (auto const found = paired(all, '"', touches, is_english, place)) {
      for (HalfCurly const& half : found->halves)
        replacements.push_back({all.range(half.index), curly_text(half.mark)});
      for (Quotation const& one : found->quotations) {
        bool const is_inner = one.depth % 2 == 1;
        replacements.push_back({all.range(one.open), is_inner ? marks->inner_open : marks->open});
        replacements.push_back({all.range(one.close), is_inner ? marks->inner_close : marks->close});
      }
    } else {
      report(diagnostics, all, place);
    }
  }
  if (has_single && replacements.empty()) {
    if (auto const found = paired(all, '\'', false, false, place)) {
      std::vector<bool> const inside = inside_double(all);
      for (Quotation const& one : found->quotations) {
        bool const is_inner = inside[one.open];
        std::string_view const open = is_inner ? marks->inner_open : marks->single_open;
        if (open.empty()) continue;
        replacements.push_back({all.range(one.open), open});
        replacements.push_back({all.range(one.close), is_inner ? marks->inner_close : marks->single_close});
      }
    } else if (has_apostrophe(context.language)) {
      report(diagnostics, all, place);
    }
  }
  return sorted_edits(std::move(replacements));
}

}  // namespace ms::normalise
