// The numbers of an article's notes. In: the article, or the glyphs of a number on their way into a line.
// Out: which number each note has; the number as a reader sees it and as it is copied out. Always: the order
// is that of doc::notes_in_order, so pages and ebook agree.
//
// What is drawn is the bare number; what it stands for is "[1]", as in the text (`--to text`): that it is
// raised does not survive copying, and "page.1" would be another text. In right-to-left text it stands for
// itself: readers turn round what is in one code there, and "]1[" would come out.
#pragma once

#include <cstddef>

#include "doc/document.hpp"
#include "layout/paragraph_text.hpp"
#include "page/page.hpp"

namespace ms::layout {

NoteMarks note_marks(doc::Document const& article, std::size_t article_index);

/// The run, which holds a number and nothing else, stands for the number in brackets from now on, if text
/// that runs in `direction` is around it.
void bracket(page::GlyphRun& number, text::Direction direction);

/// Moves the glyphs, not the baseline: readers take what has a baseline of its own for another line.
void raise(page::GlyphRun& number, Length by);

}  // namespace ms::layout
