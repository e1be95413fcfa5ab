// The tree as text. `tree_dump` is for people and tests (`--to tree`): one line a block, indented by depth,
// with language, direction, classes and quoted text, spans under it. `json_dump` is the contract of `--to
// json` without its "source" and "diagnostics" members, as one JSON object.
#pragma once

#include <string>

#include "base/json.hpp"
#include "doc/document.hpp"

namespace ms::doc {

std::string tree_dump(Document const& document);
base::Json json_dump(Document const& document);
/// The member "metadata" of an edition.
base::Json metadata_json(Metadata const& metadata);

}  // namespace ms::doc
