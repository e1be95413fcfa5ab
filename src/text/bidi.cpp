#include "text/bidi.hpp"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <memory>
#include <string>

#include "base/ensure.hpp"
#include "text/utf16.hpp"
#include "text/utf8.hpp"

namespace ms::text {
namespace {

struct Closed {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// One for each thread, since opening allocates and a paragraph is short.
struct Workbench {
  std::unique_ptr<UBiDi, Closed> bidi{ubidi_open()};
  std::u16string units;
};

Workbench& workbench() {
  thread_local Workbench here;
  base::ensure(here.bidi != nullptr, "ICU has memory for a paragraph");
  return here;
}

/// Can c raise a level in a left-to-right paragraph? The blocks that hold all of R, AL, AN and the controls.
bool may_be_right_to_left(char32_t c) {
  if (c < 0x0590) return false;
  return c <= 0x08FF || (c >= 0x200E && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         (c >= 0xFB1D && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

bool is_plain_left_to_right(std::string_view utf8) {
  for (CodePointAt const c : code_points(utf8))
    if (may_be_right_to_left(c.value)) return false;
  return true;
}

std::uint8_t paragraph_level(Direction direction) {
  return direction == Direction::rtl ? 1 : 0;
}

/// Embeddings, overrides, their end, and what is only a boundary: taken out by rule X9.
bool is_removed_by_x9(char32_t c) {
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_BOUNDARY_NEUTRAL: return true;
    default: return false;
  }
}

bool is_paired_bracket(char32_t c) {
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_NONE;
}

bool is_nonspacing_mark(char32_t c) {
  return u_charDirection(static_cast<UChar32>(c)) == U_DIR_NON_SPACING_MARK;
}

/// What rule L1 resets at the end of a line.
bool is_trailing(char32_t c) {
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_WHITE_SPACE_NEUTRAL:
    case U_SEGMENT_SEPARATOR:
    case U_BLOCK_SEPARATOR:
    case U_FIRST_STRONG_ISOLATE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE: return true;
    default: return is_removed_by_x9(c);
  }
}

void add(std::vector<LevelRun>& runs, base::Range range, std::uint8_t level) {
  if (range.is_empty()) return;
  if (!runs.empty() && runs.back().level == level && runs.back().range.end == range.start)
    runs.back().range.end = range.end;
  else
    runs.push_back({range, level});
}

}  // namespace

std::vector<LevelRun> bidi_levels(std::string_view paragraph, Direction direction) {
  std::vector<LevelRun> runs;
  if (paragraph.empty()) return runs;
  std::uint8_t const base_level = paragraph_level(direction);
  if (base_level == 0 && is_plain_left_to_right(paragraph)) return {{{0, paragraph.size()}, 0}};

  Workbench& bench = workbench();
  fill_utf16(bench.units, paragraph);
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bench.bidi.get(), bench.units.data(), static_cast<std::int32_t>(bench.units.size()),
                base_level, nullptr, &status);
  UBiDiLevel const* const levels = ubidi_getLevels(bench.bidi.get(), &status);
  base::ensure(U_SUCCESS(status), "every paragraph has bidi levels");

  std::size_t unit = 0;
  std::uint8_t before = base_level;
  bool is_after_bracket = false;
  for (CodePointAt const c : code_points(paragraph)) {
    bool const is_removed = is_removed_by_x9(c.value);
    // ICU leaves out the end of rule N0: marks on a bracket go with it.
    bool const is_on_bracket = is_after_bracket && is_nonspacing_mark(c.value);
    std::uint8_t const level = is_removed || is_on_bracket ? before : levels[unit];
    add(runs, {c.offset, c.end()}, level);
    before = level;
    is_after_bracket = is_paired_bracket(c.value) || (is_after_bracket && (is_on_bracket || is_removed));
    unit += c.value < 0x10000 ? 1 : 2;
  }
  return runs;
}

std::vector<LevelRun> line_levels(std::string_view paragraph, std::vector<LevelRun> const& runs,
                                  base::Range line, Direction direction) {
  std::size_t text_end = line.end;
  while (text_end > line.start) {
    CodePoint const c = code_point_before(paragraph.substr(0, text_end), text_end);
    if (!is_trailing(c.value)) break;
    text_end -= c.length;
  }
  std::vector<LevelRun> cut;
  for (LevelRun const& run : runs) {
    base::Range const range{std::max(run.range.start, line.start), std::min(run.range.end, text_end)};
    if (range.start < range.end) add(cut, range, run.level);
  }
  add(cut, {text_end, line.end}, paragraph_level(direction));
  return cut;
}

std::vector<std::size_t> visual_order(std::vector<std::uint8_t> const& levels) {
  std::vector<std::int32_t> map(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), map.data());
  return {map.begin(), map.end()};
}

}  // namespace ms::text
