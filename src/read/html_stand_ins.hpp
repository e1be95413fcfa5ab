// Stretches of text that the parser need not see: of what is written between two tags it looks at each
// character, and nearly all of them mean nothing to it. In: the source of a page. Out: where it has such
// stretches, a private character that stands for one, and the texts of the parser with the stretches in their
// places again. Always: the parser makes the same tree of a page with and without.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace ms::read::html {

/// Not in a page that has characters of the planes for private use itself, written or as references.
bool may_have_stand_ins(std::string_view source);

/// The first stretch at `from` or behind it, up to `end`; empty when there is none that is worth it. It
/// begins and ends with what is no white space: that decides how the parser takes what comes next.
base::Range plain_stretch(std::string_view source, std::size_t from, std::size_t end);

/// There are no more characters to stand for them.
constexpr std::size_t most_stand_ins = 0xFFFE;
std::string stand_in(std::size_t number);
constexpr std::size_t stand_in_size = 4;

/// Appends a text of the parser, with stretch n of `source` for the stand-in n.
void append_with_stretches(std::string& out, std::string_view text, std::string_view source,
                           std::vector<base::Range> const& stretches);

}  // namespace ms::read::html
