// The lines at the head of an article in the order in which they are shown: as in the source, so that a page
// or a chapter reads as the article does. In: metadata. Out: where the date stands. Always: lines that were
// given by the user have no place in the source; then the date comes last.
#pragma once

#include "doc/document.hpp"

namespace ms::doc {

enum class DatePlace {
  kicker,         ///< above the headline, at the end of the kicker
  before_byline,  ///< on a line of its own above the byline
  after_byline
};

DatePlace date_place(Metadata const& metadata);

/// The date as found; the day as numbers when only that is known.
Line shown_date(Metadata const& metadata);
/// The byline as found; the authors' names when only they are known.
Line shown_byline(Metadata const& metadata);

/// Is there anything to stand above the text?
bool has_head(Metadata const& metadata);

/// What an article without a headline goes by (in lists, in the properties of a file, never on its page): the
/// beginning of its text, cut after a word. Empty when there is no text.
Line stand_in_title(Document const& article);

/// What several articles without a title of their own go by together: the first two headlines. Empty when no
/// article has one.
Line joined_titles(std::vector<Document> const& articles);

}  // namespace ms::doc
