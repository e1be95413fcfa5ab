// The package document (EPUB 3.3, 5). In: the plan and the list of files. Out: metadata, manifest, spine,
// guide. What it says about accessibility is computed from the tree and claims nothing that was not looked
// at.
#pragma once

#include "epub/plan.hpp"

namespace ms::epub {

struct ManifestItem {
  std::string id, path, media_type, properties;
};

std::string package_document(Plan const& plan, Extras const& extras,
                             std::vector<ManifestItem> const& manifest);

}  // namespace ms::epub
