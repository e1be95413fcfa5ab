// Addresses in text. In: a line. Out: where an address stands; the address without what only counts clicks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/range.hpp"

namespace ms::read {

/// "%3A" → ":" (RFC 3986 2.1), for the bytes from `first` to `last`; the others stay as they are written.
std::string percent_decoded(std::string_view text, unsigned char first = 0, unsigned char last = 0xFF);

/// The first http, https or www address in the line.
std::optional<base::Range> address_in(std::string_view line);

/// Without utm_ parameters, fbclid and their kin, and without a fragment that a copying script added
/// (#ixzz…). Of a service that counts clicks on its way to another address that address.
std::string without_tracking(std::string_view address);

}  // namespace ms::read
