// Where the lines of a headline end in scripts without spaces: a reader takes each line as a phrase, so a
// line ends after a mark, else between words, and inside of a word only when nothing else fits (jlreq 3.1.7
// leaves the place free; newspapers do not). In: the candidates of a paragraph whose lines are balanced. Out:
// the same ones with penalties raised. Always: text that has spaces between its words is left alone.
#pragma once

#include "layout/candidates.hpp"

namespace ms::layout {

void prefer_phrases(Candidates& candidates, StyledText const& text);

}  // namespace ms::layout
