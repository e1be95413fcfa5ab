// Articles of one edition that say nearly the same. In: articles. Out: a notice for each that is like one
// before it. Always: nothing is dropped, and articles in different languages are never alike.
#pragma once

#include <vector>

#include "base/diagnostics.hpp"
#include "doc/document.hpp"

namespace ms::read {

/// The rule that tells of them.
constexpr std::string_view duplicate_rule = "article.duplicate";

void report_near_duplicates(std::vector<doc::Document> const& articles, base::Diagnostics& diagnostics);

}  // namespace ms::read
