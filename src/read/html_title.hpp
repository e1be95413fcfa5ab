// The headline among its rivals. In: what Open Graph, schema.org, the first heading and <title> say, and the
// names of the site. Out: the headline: the rival that is printed nearest to the text, else what is given
// to be shown elsewhere. Always: decided by comparison alone, so in any script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/html_facts.hpp"

namespace ms::read::html {

/// `headings`: what is printed as headings above the text, from the top; may be empty. `heading`: the main
/// one.
std::string headline_of(Facts const& facts, std::string_view heading,
                        std::vector<std::string> const& headings);

/// Without the name of the site at its end (or start).
std::string without_site(std::string_view title, Facts const& facts, std::string_view heading);

}  // namespace ms::read::html
