// The headline among its rivals. In: what Open Graph, schema.org, the first heading and <title> say, and the
// names of the site. Out: the headline. Always: decided by comparison alone, so in any script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/html_facts.hpp"

namespace ms::read::html {

/// `heading`: the text of the h1 above the article, may be empty.
std::string headline_of(Facts const& facts, std::string_view heading);

/// Without the name of the site at its end (or start).
std::string without_site(std::string_view title, Facts const& facts, std::string_view heading);

}  // namespace ms::read::html
