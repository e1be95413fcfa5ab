// The few words the ebook adds of its own, in the language of the edition. In: a tag. Out: the word and what
// it is in: English, and marked so, where the table has no row. A new language is a row in labels.cpp.
#pragma once

#include <string>
#include <string_view>

#include "epub/place.hpp"

namespace ms::epub {

enum class Labels {
  contents,
  title_page,
  start,   ///< where the text begins
  source,  ///< with its colon
  untitled
};

struct Label {
  std::string text;
  Place place;
};

Label label(std::string_view language, Labels which);

/// What the accessibility metadata says in words.
enum class Described { no_images, all_images, not_all_images };
Label accessibility_summary(std::string_view language, Described images);

/// How many languages the tables have, for the test that counts them.
std::size_t label_languages();
std::size_t summary_languages();

}  // namespace ms::epub
