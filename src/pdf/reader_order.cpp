#include "pdf/reader_order.hpp"

#include <string>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

/// Bidi_Class as far as readers tell them apart (UAX 44).
enum class Kind { right, left, number, mark, invisible, neutral };

/// ES, ET and CS: what stands in and beside numbers.
bool is_number_punctuation(char32_t c) {
  switch (c) {
    case U'+':
    case U'-':
    case U'#':
    case U'$':
    case U'%':
    case U',':
    case U'.':
    case U'/':
    case U':':
    case 0x00A0:
    case 0x00B0:
    case 0x00B1:
    case 0x0609:
    case 0x060A:
    case 0x060C:
    case 0x066A:
    case 0x066B:
    case 0x066C:
    case 0x202F:
    case 0x2044:
    case 0x207A:
    case 0x207B:
    case 0x208A:
    case 0x208B:
    case 0x2212:
    case 0x2213:
    case 0x212E:
    case 0xFB29: return true;
    default:
      return (c >= 0x00A2 && c <= 0x00A5) || (c >= 0x2030 && c <= 0x2034) || (c >= 0x20A0 && c <= 0x20CF);
  }
}

bool is_right_to_left_letter(char32_t c) {
  return c == right_to_left_mark || c == 0x061B || c == 0x061C || c == 0x061F || c == 0x0640 ||
         text::is_right_to_left(text::script_of(c));
}

Kind kind_of(char32_t c) {
  if (is_number_punctuation(c) || text::is_digit(c)) return Kind::number;
  if (c == left_to_right_mark) return Kind::left;
  if (is_right_to_left_letter(c) && !text::is_mark(c)) return Kind::right;
  if (text::is_mark(c)) return Kind::mark;
  if (text::is_default_ignorable(c)) return Kind::invisible;
  return text::is_letter(c) ? Kind::left : Kind::neutral;
}

/// Does canonical equivalence put the two marks in one order (UAX 15)? Then it does not matter in which they
/// come.
bool may_change_places(char32_t a, char32_t b) {
  std::string one, other;
  text::append(one, a);
  text::append(one, b);
  text::append(other, b);
  text::append(other, a);
  return text::to_nfc(one) == text::to_nfc(other);
}

}  // namespace

bool needs_right_to_left_mark(char32_t before, char32_t after) {
  Kind const a = kind_of(before), b = kind_of(after);
  switch (a) {
    case Kind::left:
    case Kind::number: return b != Kind::right;
    case Kind::mark:
      return b == Kind::number || b == Kind::invisible ||
             (b == Kind::mark && !may_change_places(before, after));
    case Kind::invisible: return b == Kind::number || b == Kind::mark;
    case Kind::right:
    case Kind::neutral: return false;
  }
  return false;
}

bool needs_right_to_left_mark_at_end(char32_t last) {
  Kind const kind = kind_of(last);
  return kind == Kind::number || (kind == Kind::neutral && !text::is_white_space(last));
}

bool needs_left_to_right_mark(char32_t after) {
  Kind const kind = kind_of(after);
  return kind != Kind::left && kind != Kind::number;
}

}  // namespace ms::pdf
