// Burmese typed for the Zawgyi font, which puts letters at other code points than Unicode does. In: text.
// Out: the same text in Unicode (ICU's transform). Always: text without Burmese letters stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace ms::text {

std::string from_zawgyi(std::string_view utf8);

}  // namespace ms::text
