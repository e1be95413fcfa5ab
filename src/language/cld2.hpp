// The door to CLD2 with its full tables (some 160 languages). In: text of one script. Out: what CLD2 says, in
// canonical tags. Its tables are a library of data that the linker must not drop; has_full_tables tells.
#pragma once

#include <string>
#include <string_view>

#include "text/unicode.hpp"

namespace ms::language {

struct Detection {
  std::string tag = "und";
  int percent = 0;           ///< of the text
  bool is_reliable = false;  ///< CLD2's own verdict
  double score = 0;          ///< per kilobyte; each language has its usual one, look-alikes less
};

/// `utf8` is valid UTF-8 of letters, marks, spaces and common punctuation in `script`.
Detection detection(std::string_view utf8, text::Script script);

/// Can CLD2 answer with this language at all? What it cannot name it takes for a neighbour, often reliably
/// so.
bool is_known(std::string_view tag);

/// Is this so much like the language as news in it are, that no other needs to be looked at?
bool is_typical(Detection const& detection);

bool has_full_tables();

}  // namespace ms::language
