// The door to nlohmann-json: JSON values whose keys keep the order in which they were set, so that printed
// output is the same everywhere. Strings must be valid UTF-8.
#pragma once

#include <nlohmann/json.hpp>

namespace ms::base {

using Json = nlohmann::ordered_json;

}  // namespace ms::base
