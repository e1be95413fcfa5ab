// Footnotes of a page. In: the flow, where a short link inside of the page ("1", "[2]", "*") is marked as a
// possible reference. Out: the notes that are referred to from the text, in the order of their references,
// each with its passages. Always: a reference leads forward, to a list item, a paragraph or what is named a
// note; what is none loses its mark, and signs that lead back from a note are named for removal.
#pragma once

#include <string>
#include <vector>

#include "read/html_body.hpp"

namespace ms::read::html {

struct FoundNote {
  std::string id;                     ///< "n1", as the spans of the references have it now
  std::vector<std::size_t> passages;  ///< never empty
};

/// Takes the passages of notes, and a heading right above the first of them, out of the body.
std::vector<FoundNote> notes_of(Page const& page, Flow& flow, Body& body);

/// Is the text of a link short enough to be a sign that refers to a note?
bool is_note_sign(std::string_view text);

}  // namespace ms::read::html
