#include "layout/paragraph.hpp"

#include "layout/phrase_breaks.hpp"
#include "layout/set_lines.hpp"
#include "layout/workshop.hpp"

namespace ms::layout {
namespace {

Manner manner_of(Measure const& measure) {
  if (measure.balance) return Manner::balanced;
  return measure.align == style::Align::justify ? Manner::justified : Manner::ragged;
}

}  // namespace

std::vector<SetLine> set_paragraph(StyledText const& text, Measure const& measure, Workshop& workshop,
                                   base::Diagnostics& diagnostics) {
  if (text.utf8.empty()) return {};
  Workshop::Parts& tools = workshop.parts();
  Analysis const analysis = analyse(text);
  Shaped const shaped = shape(text, itemise(text, analysis, tools.library, diagnostics), workshop);
  std::vector<ClusterLook> looks;
  looks.reserve(shaped.clusters.size());
  for (ShapedCluster const& cluster : shaped.clusters) looks.push_back(look_of(text, shaped, cluster));
  bool const hyphenates = text.hyphenate && tools.hyphenators.of(text.language) != nullptr;
  ParagraphParts const parts{text, analysis, shaped, looks, hyphenates ? Spaces::normal : Spaces::loose};
  LineWidths const widths{measure.width - measure.indent, measure.width};
  auto numbers = candidates(parts, hyphen_places(text, tools.hyphenators), widths, tools.library);
  if (measure.balance) prefer_phrases(numbers, text);
  Breaks const breaks = break_lines(numbers.numbers, widths, manner_of(measure), Method::optimal);
  return set_lines(parts, numbers, breaks, measure, workshop, diagnostics);
}

}  // namespace ms::layout
