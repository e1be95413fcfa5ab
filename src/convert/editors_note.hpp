// `--editors-note`: what was left out of an article, printed below it. In: a reading. Out: its articles, each
// with a note as its last blocks (class `editors-note`): what was left out, what went to the metadata, what
// was left out without being sure. Always: an article of which nothing went has no note; the reading itself,
// and so `--to text` and `--to json`, know nothing of it.
#pragma once

#include <string_view>
#include <vector>

#include "doc/document.hpp"
#include "read/read.hpp"

namespace ms::convert {

std::vector<doc::Document> with_editors_notes(read::Reading const& reading);

/// The words of the note in a language. A new language is a row in editors_note_words.cpp.
struct NoteWords {
  std::string_view language;  ///< primary language, with its script where the language has two
  std::string_view note, left_out, to_metadata, unsure;
};

/// English where the table has no row.
NoteWords const& note_words(std::string_view language);
std::size_t note_languages();

}  // namespace ms::convert
