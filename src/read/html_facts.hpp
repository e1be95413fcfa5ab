// What a page says of itself to machines: JSON-LD, microdata, Open Graph and other meta elements. In: a page.
// Out: facts as they stand there, entities decoded, white space collapsed. Always: nothing here is believed
// yet; the head (html_head.hpp) compares it with what readers see.
#pragma once

#include <string>
#include <vector>

#include "read/html_page.hpp"

namespace ms::read::html {

struct Facts {
  std::string headline;            ///< of schema.org
  std::string og_title, title;     ///< Open Graph (or Twitter); the element <title>
  std::vector<std::string> sites;  ///< names of the site and its publisher
  std::vector<std::string> authors,
      meta_authors;                 ///< as written; those of schema.org, those of meta elements
  std::string published, modified;  ///< dates as written
  std::string publisher, section, url, licence, language;
  std::vector<std::string> descriptions;
  std::string body;  ///< articleBody of schema.org
};

Facts facts_of(Page const& page);

}  // namespace ms::read::html
