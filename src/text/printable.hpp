// Text for people and tests. In: any UTF-8. Out: the same in quotes, with \n, quotes and backslashes escaped
// and what cannot be seen (controls, default ignorables, spaces but U+0020) written as \u{200F}.
#pragma once

#include <string>
#include <string_view>

namespace ms::text {

std::string printable(std::string_view utf8);

}  // namespace ms::text
