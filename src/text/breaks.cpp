#include "text/breaks.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <string>

#include "base/ensure.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf16.hpp"
#include "text/utf8.hpp"

namespace ms::text {
namespace {

struct Closed {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

struct Opened {
  UBreakIteratorType type;
  char const* locale;
  std::unique_ptr<UBreakIterator, Closed> iterator;
};

/// Iterators of this thread: opening one reads tables and takes longer than breaking a paragraph. There are
/// as many as tailorings, that is a handful. The text they walk lies beside them.
struct Workbench {
  std::vector<Opened> opened;
  std::u16string units;
};

/// A buffer that one monstrous text has blown up is not kept.
constexpr std::size_t largest_kept_buffer = 1 << 18;

UBreakIterator* iterator_over(std::string_view utf8, UBreakIteratorType type, char const* locale) {
  thread_local Workbench bench;
  if (bench.units.capacity() > largest_kept_buffer) bench.units = {};
  fill_utf16(bench.units, utf8);
  auto found = std::find_if(bench.opened.begin(), bench.opened.end(), [&](Opened const& opened) {
    return opened.type == type && std::string_view(opened.locale) == locale;
  });
  UErrorCode status = U_ZERO_ERROR;
  if (found == bench.opened.end()) {
    UBreakIterator* const made = ubrk_open(type, locale, nullptr, 0, &status);
    base::ensure(U_SUCCESS(status) && made != nullptr, "ICU has its break rules");
    found = bench.opened.insert(bench.opened.end(),
                                {type, locale, std::unique_ptr<UBreakIterator, Closed>(made)});
  }
  ubrk_setText(found->iterator.get(), bench.units.data(), static_cast<std::int32_t>(bench.units.size()),
               &status);
  base::ensure(U_SUCCESS(status), "every text can be broken");
  return found->iterator.get();
}

enum class Tailoring { none, cjk, korean };

struct LineRules {
  Tailoring tailoring;
  char const* locale;  ///< for ICU; "" is the root, not the machine's own
};

LineRules line_rules(std::string_view language) {
  std::string_view const primary = primary_language(language);
  if (primary == "ja") return {Tailoring::cjk, "ja@lb=strict"};
  for (char const* const chinese : {"zh", "yue", "wuu", "hak", "nan", "gan", "hsn", "lzh"})
    if (primary == chinese) return {Tailoring::cjk, "zh@lb=strict"};
  if (primary == "ko") return {Tailoring::korean, ""};
  return {Tailoring::none, ""};
}

int line_class(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK);
}
int cluster_class(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}
std::uint32_t category_mask(char32_t c) {
  return U_GET_GC_MASK(static_cast<UChar32>(c));
}

/// In Chinese and Japanese a curly quotation mark is a bracket: a line may end before the opening and after
/// the closing one (UAX 14 revision 51, LB19a; clreq, prohibition rules). UAX 14 of Unicode 15 never breaks
/// beside one, which chains clauses to lumps wider than a line.
bool is_cjk_quote_break(char32_t before, char32_t after) {
  if (line_class(after) == U_LB_QUOTATION && (category_mask(after) & U_GC_PI_MASK) != 0) {
    switch (line_class(before)) {
      case U_LB_IDEOGRAPHIC:
      case U_LB_CLOSE_PUNCTUATION:
      case U_LB_NONSTARTER:
      case U_LB_CONDITIONAL_JAPANESE_STARTER:
      case U_LB_EXCLAMATION: return is_wide(before);
      default: return false;
    }
  }
  if (line_class(before) == U_LB_QUOTATION && (category_mask(before) & U_GC_PF_MASK) != 0) {
    switch (line_class(after)) {
      case U_LB_IDEOGRAPHIC:
      case U_LB_OPEN_PUNCTUATION: return is_wide(after);
      default: return false;
    }
  }
  return false;
}

/// In Korean lines end between words (klreq; layout rule 30): a break beside a Hangul syllable or a Chinese
/// character stands only after a space, a dash or a middle dot.
bool is_korean_break(char32_t before, char32_t after) {
  auto const is_wide_letter = [](char32_t c) { return is_letter(c) && is_wide(c); };
  if (!is_wide_letter(before) && !is_wide_letter(after)) return true;
  switch (line_class(before)) {
    case U_LB_SPACE:
    case U_LB_ZWSPACE:
    case U_LB_HYPHEN:
    case U_LB_BREAK_AFTER:
    case U_LB_BREAK_BOTH: return true;
    default: return before == U'\u00B7' || before == U'\u30FB' || before == U'\u318D';
  }
}

/// Is it plain from the two characters alone that a cluster ends between them (UAX 29, GB4, GB5, GB999)?
bool is_plainly_cluster_end(char32_t before, char32_t after) {
  int const left = cluster_class(before);
  if (left == U_GCB_CONTROL || left == U_GCB_LF || left == U_GCB_CR) return true;
  return cluster_class(after) == U_GCB_OTHER && left != U_GCB_PREPEND && left != U_GCB_ZWJ;
}

/// Below this only CR LF is a cluster of two code points.
constexpr char32_t first_combining = 0x0300;

}  // namespace

std::vector<LineBreak> line_breaks(std::string_view utf8, std::string_view language) {
  std::vector<LineBreak> breaks;
  if (utf8.empty()) return breaks;
  LineRules const rules = line_rules(language);
  UBreakIterator* const iterator = iterator_over(utf8, UBRK_LINE, rules.locale);
  std::vector<std::size_t> clusters;  // looked up only where two characters do not say
  auto const is_inside_cluster = [&](std::size_t offset) {
    if (clusters.empty()) clusters = grapheme_starts(utf8);
    return !std::binary_search(clusters.begin(), clusters.end(), offset);
  };

  ubrk_first(iterator);
  struct Next {
    std::int32_t unit;
    bool is_hard;
  };
  auto const next = [&]() -> Next {
    std::int32_t const unit = ubrk_next(iterator);
    return {unit, unit != UBRK_DONE && ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD};
  };
  // Breaks are collected first: looking up clusters sets the buffer below the iterator to work anew.
  std::vector<Next> found;
  for (Next now = next(); now.unit != UBRK_DONE; now = next()) found.push_back(now);

  std::size_t unit = 0;
  std::size_t index = 0;
  char32_t before = 0;
  for (CodePointAt const c : code_points(utf8)) {
    while (index < found.size() && static_cast<std::size_t>(found[index].unit) < unit) ++index;
    bool const is_found = index < found.size() && static_cast<std::size_t>(found[index].unit) == unit;
    bool const is_hard = is_found && found[index].is_hard;
    bool is_break = is_found;
    if (c.offset == 0) {
      is_break = false;
    } else if (rules.tailoring == Tailoring::cjk) {
      is_break = is_break || is_cjk_quote_break(before, c.value);
    } else if (rules.tailoring == Tailoring::korean) {
      is_break = is_break && (is_hard || is_korean_break(before, c.value));
    }
    if (is_break && !is_plainly_cluster_end(before, c.value) && is_inside_cluster(c.offset)) is_break = false;
    if (is_break) breaks.push_back({c.offset, is_hard});
    before = c.value;
    unit += c.value < 0x10000 ? 1 : 2;
  }
  breaks.push_back({utf8.size(), false});
  return breaks;
}

std::vector<std::size_t> grapheme_starts(std::string_view utf8) {
  std::vector<std::size_t> starts;
  bool is_simple = true;
  char32_t before = 0;
  for (CodePointAt const c : code_points(utf8)) {
    if (c.value >= first_combining) {
      is_simple = false;
      break;
    }
    if (before != U'\r' || c.value != U'\n') starts.push_back(c.offset);
    before = c.value;
  }
  if (is_simple) {
    starts.push_back(utf8.size());
    return starts;
  }
  starts.clear();
  UBreakIterator* const iterator = iterator_over(utf8, UBRK_CHARACTER, "");
  Utf16Walk walk(utf8);
  for (std::int32_t unit = ubrk_first(iterator); unit != UBRK_DONE; unit = ubrk_next(iterator))
    starts.push_back(walk.utf8_offset_of(static_cast<std::size_t>(unit)));
  return starts;
}

std::vector<Word> words(std::string_view utf8, std::string_view language) {
  std::vector<Word> found;
  if (utf8.empty()) return found;
  char const* locale = "";
  for (char const* const tailored : {"fi", "sv", "ja"})  // the languages CLDR has word rules of their own for
    if (primary_language(language) == tailored) locale = tailored;
  UBreakIterator* const iterator = iterator_over(utf8, UBRK_WORD, locale);
  Utf16Walk walk(utf8);
  std::size_t start = 0;
  ubrk_first(iterator);
  for (std::int32_t unit = ubrk_next(iterator); unit != UBRK_DONE; unit = ubrk_next(iterator)) {
    std::size_t const end = walk.utf8_offset_of(static_cast<std::size_t>(unit));
    if (ubrk_getRuleStatus(iterator) >= UBRK_WORD_NONE_LIMIT) found.push_back({start, end});
    start = end;
  }
  return found;
}

}  // namespace ms::text
