// A block's text as the line machinery wants it. In: text with spans, the path of elements it stands in, what
// it inherits. Out: styled text whose runs follow the spans, and the way back to offsets of the block.
// Isolates (UAX 9, FSI … PDI) are put round spans that ask for them, so that an embedded name cannot pull the
// punctuation of its neighbours to its side. A reference to a note becomes the note's number.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/styled_text.hpp"
#include "page/page.hpp"
#include "style/style.hpp"
#include "text/text.hpp"

namespace ms::layout {

struct ParagraphText {
  StyledText styled;
  text::Edits edits;  ///< isolates and the numbers of notes, as edits of the block's text

  /// Byte of the block's text that byte `offset` of styled.utf8 comes from.
  std::size_t block_offset(std::size_t offset) const;
};

struct NoteMark {
  int number = 0;         ///< in the order in which the article refers to its notes
  std::string id;         ///< of the note, unique in the edition; the name of its place as well
  std::string reference;  ///< name of the place of the first reference to it
};
using NoteMarks = std::map<std::string, NoteMark, std::less<>>;  ///< by the id the article gives

/// What a paragraph stands in.
struct ParagraphPlace {
  std::vector<style::Element> path;  ///< from body to the paragraph's own element
  std::string language;
  text::Direction direction = text::Direction::ltr;
  std::size_t structure = 0;         ///< node of the paragraph
  NoteMarks const* notes = nullptr;  ///< none: references stand as the text has them
};

/// Nodes for links, references and words of other languages are added to `structure`.
ParagraphText paragraph_text(text::Text const& text, ParagraphPlace const& place, style::Style const& style,
                             std::vector<page::StructureNode>& structure);

TextStyle text_style_of(style::Computed const& computed);

}  // namespace ms::layout
