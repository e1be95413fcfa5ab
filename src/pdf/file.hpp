// The last step: the graph of objects becomes the bytes of a file. Objects that are no streams go compressed
// into object streams, the cross-reference table is a stream (ISO 32000-1 7.5.7, 7.5.8), every stream has a
// direct length and is deflated once, and the file's identifier is the digest of its content, so that the
// same objects always give the same bytes.
#pragma once

#include <string>

#include "pdf/objects.hpp"
#include "pdf/pdf.hpp"

namespace ms::pdf {

/// PDF 2.0 files have no information dictionary (ISO 32000-2 14.3.3 deprecates it, PDF/A-4 forbids it).
std::string file_of(Objects& objects, Version version);

}  // namespace ms::pdf
