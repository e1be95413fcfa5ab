// The tree as text. `tree_dump` is for people and tests (`--to tree`): one line a block, indented by depth,
// with language, direction, classes and quoted text, spans under it. `write_json` is the contract of
// `--to json` without its "source" and "diagnostics" members.
#pragma once

#include <string>

#include "base/json.hpp"
#include "base/json_writer.hpp"
#include "doc/document.hpp"

namespace ms::doc {

std::string tree_dump(Document const& document);
/// Writes members into an object that is open.
void write_json(Document const& document, base::JsonWriter& out);
/// The member "metadata" of an edition.
base::Json metadata_json(Metadata const& metadata);

}  // namespace ms::doc
