// candidates: a paragraph as numbers for break_lines. In: shaped text, its opportunities and hyphens. Out:
// for every place a candidate, and beside it what set_lines needs to know of it. Always: places rise; the
// first is the text's start, the last its end; emergencies are only in stretches that fit no line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/analysis.hpp"
#include "layout/break_lines.hpp"
#include "layout/hyphen_places.hpp"
#include "layout/shaped.hpp"
#include "layout/springs.hpp"

namespace ms::layout {

struct BreakPlace {
  std::size_t offset = 0;  ///< byte of the paragraph
  std::string hyphen;      ///< drawn at the line's end, "" for none
  Range replaced;          ///< bytes before `offset` that are drawn as `before` instead
  std::string before;
  bool takes_hyphen = false;  ///< a hyphen is meant, whether the script draws one or not
};

struct Candidates {
  std::vector<Candidate> numbers;
  std::vector<BreakPlace> places;  ///< one for each number
};

struct ParagraphParts {
  StyledText const& text;
  Analysis const& analysis;
  Shaped const& shaped;
  std::vector<ClusterLook> const& looks;  ///< one for each cluster
  Spaces spaces = Spaces::normal;
};

Candidates candidates(ParagraphParts const& parts, std::vector<HyphenPlace> const& hyphens, LineWidths widths,
                      font::Library const& library);

}  // namespace ms::layout
