// The table of families: which font family a script and a language ask for. In: script, language, kind of
// family. Out: family names, the best first. Always: only names and scripts here; what is installed is the
// library's business. Families are those of Debian's fonts-noto-core and fonts-noto-cjk, with DejaVu behind.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "font/library.hpp"
#include "text/unicode.hpp"

namespace ms::font {

struct FamilyRow {
  char script[5];
  std::string_view languages;          ///< " ur ks " those this row is for, "" for all others
  std::string_view serif, sans, mono;  ///< "Best|Next best"; an empty one stands for the one before it
};

/// All rows; of one script those for single languages come first.
std::span<FamilyRow const> family_rows();

/// The row for a script; scripts that have none, and the common script, take that of Latin.
FamilyRow const& family_row(text::Script script, std::string_view language);

/// The families of a row for one kind, then those of its other kinds.
std::vector<std::string_view> families(FamilyRow const& row, Family family);

/// Where signs, arrows, mathematics and emoji are found that no text face has.
std::vector<std::string_view> symbol_families();

/// The script a face is chosen and fitted by: Jpan, Hrkt, Hira, Kana, Hans and Hant stand with Hani, Kore
/// with Hang; common and unknown stand with Latn.
text::Script main_script_of(text::Script script);

/// Is Arabic script in this language set in Nastaliq? (Urdu and its neighbours; alreq 4.2)
bool is_nastaliq(text::Script script, std::string_view language);

}  // namespace ms::font
