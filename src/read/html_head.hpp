// Headline, standfirst, byline and date of a page. In: what the page says to machines and the passages
// readers see. Out: metadata, and which passages are its lines. Always: what machines are told is held
// against what is printed; a name of the site is no part of the headline, in any script and with any
// separator.
#pragma once

#include <optional>

#include "doc/document.hpp"
#include "read/html_body.hpp"

namespace ms::read::html {

struct Head {
  doc::Metadata facts;  ///< people, date, section, publisher, url, licence
  std::string title;    ///< the headline; `title_passage` has it in print, if any has
  std::optional<std::size_t> title_passage, byline, date, kicker;
  // Of their passages: a line may hold both, and more.
  base::Range byline_part, date_part;
  std::vector<std::size_t> standfirst;
};

/// Takes what belongs to the head out of the body's fates.
Head head_of(Page const& page, Flow const& flow, std::vector<Hint> const& hints, Facts const& facts,
             Body& body, Vocabulary const& vocabulary, std::string_view language);

/// Letters and digits alone, in lower case.
std::string skeleton_of(std::string_view text);

}  // namespace ms::read::html
