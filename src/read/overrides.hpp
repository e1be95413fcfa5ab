// What the user says of an article instead of what was found. In: metadata and options. Out: the metadata
// with the user's title, author, date and source. Always: what the user did not give stays as it was found.
#pragma once

#include "read/read.hpp"

namespace ms::read {

void override_metadata(doc::Metadata& metadata, Options const& options);

}  // namespace ms::read
