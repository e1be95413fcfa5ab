// What the file says about itself: information dictionary, XMP packet, output intent, language, viewer
// preferences (ISO 32000-1 14.3, 14.11.5, 12.2). In: the properties of the document and what may be claimed.
// Out: entries of the catalogue. The time is the one the document carries, never the clock's.
#pragma once

#include "page/page.hpp"
#include "pdf/objects.hpp"
#include "pdf/xmp.hpp"

namespace ms::pdf {

enum class Colours { grey, all };  ///< that pages and images have

void add_metadata(Objects& objects, page::Properties const& properties, Version version, Claim claim,
                  Colours colours);

/// "2025-08-11T00:00:00Z" → "D:20250811000000Z"; empty for what is no such moment.
std::string pdf_date(std::string_view iso);

}  // namespace ms::pdf
