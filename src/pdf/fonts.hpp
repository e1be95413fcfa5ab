// Font dictionaries (ISO 32000-1 9.7). In: fonts whose codes are numbered. Out: for each the Type0 font the
// pages refer to, with its CIDFont, descriptor, program and widths, and the CMaps that several of them share;
// everything is made from the face's own figures.
#pragma once

#include <vector>

#include "pdf/embedded.hpp"
#include "pdf/objects.hpp"

namespace ms::pdf {

std::vector<Dict> font_objects(Objects& objects, EmbeddedFonts const& fonts);

/// "ABCDEF+Name": the tag is a digest of the entries, so that two subsets of a face differ (9.6.4).
std::string subset_name(EmbeddedFont const& font);

}  // namespace ms::pdf
