// Where bytes go that are made piece by piece, so that an output is never whole in memory. In: pieces in
// order.
#pragma once

#include <functional>
#include <string_view>

namespace ms::base {

using Sink = std::function<void(std::string_view)>;

}  // namespace ms::base
