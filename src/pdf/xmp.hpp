// Metadata as XMP (ISO 16684-1) with what the file claims to be (ISO 14289, ISO 19005). In: the properties of
// the document. Out: a packet. Only properties of schemas XMP knows, in their right types; the one of
// PDF/UA-1 is declared by an extension schema (PDF/A-2 6.6.2.3).
#pragma once

#include <string>

#include "page/page.hpp"
#include "pdf/pdf.hpp"

namespace ms::pdf {

enum class Claim { none, accessible_archive };  ///< PDF/UA and PDF/A of the version, or nothing

std::string xmp_packet(page::Properties const& properties, Version version, Claim claim);

}  // namespace ms::pdf
