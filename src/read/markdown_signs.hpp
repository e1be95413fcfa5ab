// Does a text of no said kind have the marks of Markdown? In: text. Out: yes or no. Always: one kind of mark
// alone says nothing: "#" begins comments, ">" quotes mail, "*" stands before items in any text.
#pragma once

#include <string_view>

namespace ms::read {

bool has_marks_of_markdown(std::string_view text);

}  // namespace ms::read
