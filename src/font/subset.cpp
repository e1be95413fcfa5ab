#include "font/subset.hpp"

#include <hb-subset.h>

#include <memory>

#include "base/ensure.hpp"
#include "base/failure.hpp"
#include "font/cluster.hpp"
#include "font/harfbuzz.hpp"
#include "font/sfnt.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::font {
namespace {

using OwnedInput = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

OwnedInput new_input(unsigned flags) {
  OwnedInput input(hb_subset_input_create_or_fail());
  base::ensure(input != nullptr, "there is memory for a subset");
  hb_subset_input_set_flags(input.get(), flags);
  return input;
}

/// A face whose tables cannot be read through is damaged, whatever its table of contents says.
template <typename Owner, typename Made>
Owner checked(Made* made, Face const& face) {
  if (made == nullptr)
    throw base::Failure("font.damaged",
                        "this font cannot be cut down to the glyphs that are used; install it again",
                        face.path());
  return Owner(made);
}

/// Vowel signs that shaping takes apart though Unicode does not: am of Thai and Lao into a ring and an a,
/// and the part of Khmer vowels that stands before the letter.
std::u32string_view parts_in_shaping(char32_t c) {
  if (c == 0x0E33) return U"\u0E4D\u0E32";
  if (c == 0x0EB3) return U"\u0ECD\u0EB2";
  bool const khmer = c == 0x17BE || c == 0x17BF || c == 0x17C0 || c == 0x17C4 || c == 0x17C5;
  return khmer ? U"\u17C1" : U"";
}

void add_with_parts(hb_set_t* characters, char32_t c) {
  hb_set_add(characters, c);
  if (char32_t const other = stand_in(c); other != 0) hb_set_add(characters, other);
  for (char32_t const part : parts_in_shaping(c)) hb_set_add(characters, part);
  char32_t first = 0, second = 0;
  if (!decompose(c, first, second)) return;
  add_with_parts(characters, first);
  if (second != 0) add_with_parts(characters, second);
}

}  // namespace

std::string shaping_subset(Face const& face, std::string_view text) {
  OwnedInput const input =
      new_input(HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  hb_set_t* const characters = hb_subset_input_unicode_set(input.get());
  hb_set_add(characters, U' ');
  bool has_marks = false;
  // Shaping takes letters with marks apart or puts them together as the face has them, and turns brackets.
  for (std::string const& form : {std::string(text), text::to_nfc(text)})
    for (auto const c : text::code_points(form)) {
      add_with_parts(characters, c.value);
      hb_set_add(characters, text::mirrored(c.value));
      has_marks = has_marks || text::is_mark(c.value);
    }
  constexpr char32_t dotted_circle = 0x25CC;  // what a mark without a letter is set on
  if (has_marks) hb_set_add(characters, dotted_circle);
  auto const made = checked<OwnedFace>(hb_subset_or_fail(face.hb_face(), input.get()), face);
  OwnedBlob const file(hb_face_reference_blob(made.get()));
  return std::string(bytes_of(file.get()));
}

}  // namespace ms::font
