// Footnotes of Markdown ("[^1]" and "[^1]: text"), which its parser does not know. In: the source. Out: the
// notes that are referred to, each with its text taken out of its indents, and what is left without them.
// Always: every byte is in one of them, or is a marker or an indent of a note.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/excerpt.hpp"

namespace ms::read {

struct MarkdownNote {
  std::string label;
  std::size_t start = 0;  ///< of its marker
  Excerpt text;
};

struct MarkdownText {
  Excerpt body;
  std::vector<MarkdownNote> notes;
};

/// What begins at `start`. Without `with_notes` all of it is body.
MarkdownText markdown_text_of(std::string_view source, std::size_t start, bool with_notes);

/// The label of a reference that begins with the "[" at `at`, or nothing: "[^1]" → "1".
std::string_view note_label_at(std::string_view source, std::size_t at);

}  // namespace ms::read
