// analyse: what can be known of a paragraph without fonts. In: styled text. Out: bidi levels, scripts,
// grapheme starts and break opportunities, all by UTF-8 offset. Always: level runs and script runs each cover
// the text; common and inherited characters have taken the script of their neighbours (UAX 24, 5.1).
#pragma once

#include <vector>

#include "layout/styled_text.hpp"
#include "text/bidi.hpp"
#include "text/breaks.hpp"
#include "text/unicode.hpp"

namespace ms::layout {

struct ScriptRun {
  Range range;
  text::Script script;
  friend bool operator==(ScriptRun const&, ScriptRun const&) = default;
};

struct Analysis {
  std::vector<text::LevelRun> levels;
  std::vector<ScriptRun> scripts;
  std::vector<std::size_t> graphemes;  ///< starts, then the text's length
  std::vector<text::LineBreak> breaks;
};

Analysis analyse(StyledText const& text);

}  // namespace ms::layout
