// Members of JSON objects that may be there, or be of another kind. In: a value. Out: what is asked for, or a
// neutral value. Always: total, nothing throws.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace ms::read {

/// The member of an object, or null.
base::Json const& member(base::Json const& json, std::string_view name);
/// The element of an array, or null.
base::Json const& element(base::Json const& json, std::size_t index);

std::string string_of(base::Json const& json);
std::int64_t number_of(base::Json const& json, std::int64_t otherwise = 0);
bool flag_of(base::Json const& json);
/// The value when it is an array, else an empty one.
base::Json const& list_of(base::Json const& json);

/// Without what no tree can hold: controls, noncharacters, foreign line ends.
std::string clean_string_of(base::Json const& json);

}  // namespace ms::read
