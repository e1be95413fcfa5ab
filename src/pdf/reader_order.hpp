// What readers make of the order of characters. They find codes in visual order and turn right-to-left text
// round by rules of thumb: poppler takes everything from a letter of the Latin kind, a digit or a number's
// punctuation up to the next right-to-left letter for left-to-right text, and PDFium keeps neighbouring
// digits, marks and punctuation in the order it finds them. Commas and full stops then change places with the
// space beside them. A direction mark that draws nothing ends such a stretch. In: two characters that follow
// each other in the text. Out: does a mark have to stand between them?
#pragma once

namespace ms::pdf {

constexpr char32_t right_to_left_mark = 0x200F, left_to_right_mark = 0x200E;

/// In a line of a right-to-left paragraph: `before` and `after` stand in the order of the text, and not both
/// in one left-to-right run.
bool needs_right_to_left_mark(char32_t before, char32_t after);

/// In a line of a right-to-left paragraph that ends with `last`: MuPDF takes punctuation at the left end for
/// what the line above ended with.
bool needs_right_to_left_mark_at_end(char32_t last);

/// In a line of a left-to-right paragraph: `after` follows a right-to-left run.
bool needs_left_to_right_mark(char32_t after);

}  // namespace ms::pdf
