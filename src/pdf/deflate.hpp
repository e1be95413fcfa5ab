// Compression (zlib, RFC 1950). In: bytes. Out: the same bytes deflated as well as zlib can, deterministic
// for one version of zlib.
#pragma once

#include <string>
#include <string_view>

namespace ms::pdf {

std::string deflated(std::string_view bytes);

}  // namespace ms::pdf
