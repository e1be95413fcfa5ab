// What people are told about edits, in groups. In: an edit. Out: its group, and its passage on one line.
// Always: every edit is in exactly one group.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/edit.hpp"

namespace ms::convert {

enum class Group { removed, moved, uncertain, changed, lines, noted };

Group group_of(text::Edit const& edit);

/// Lines with `between` between them, white space as one space; cut short in the middle when there are more
/// characters than `longest`.
std::string on_one_line(std::string_view passage, std::size_t longest, std::string_view between = " ");

}  // namespace ms::convert
