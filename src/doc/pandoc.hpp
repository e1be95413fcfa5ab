// The tree as pandoc's JSON (pandoc-types 1.22 for pandoc 2.11 to 2.19, 1.23 for pandoc 3). In: articles and
// what is said of all of them. Out: one JSON object that pandoc reads with -f json. Always: every character
// of the tree is in it; classes, languages and directions are attributes of Div, Span, Header and CodeBlock.
#pragma once

#include "base/json.hpp"
#include "doc/document.hpp"

namespace ms::doc {

enum class PandocVersion { v1_22, v1_23 };

base::Json pandoc_dump(Edition const& edition, PandocVersion version);

}  // namespace ms::doc
