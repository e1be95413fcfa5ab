// A change to a text as a value: which bytes, what instead, by which rule and why. Rules return edits and
// never text; one function carries them out. Edits of one list are sorted, do not overlap (they may touch),
// lie on code point boundaries, and two insertions at one place are one edit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"
#include "base/short_string.hpp"
#include "text/rule_names.hpp"

namespace ms::text {

/// What kind of change it is, as in the reversibility contract (`--to edits`).
enum class EditClass { decode, normalise, join, remove, move, annotate };

struct Edit {
  base::Range range;              ///< bytes that go; empty for an insertion
  base::ShortString replacement;  ///< what stands there instead, may be empty
  RuleNames rules;                ///< of those that made it, `family.word-word`; never empty
  EditClass kind = EditClass::normalise;
  base::ShortString language;  ///< BCP 47, of the text around it; may be empty
  double confidence = 1;       ///< 0 to 1
  base::ShortString evidence;  ///< one short sentence, may be empty
  friend bool operator==(Edit const&, Edit const&) = default;
};

using Edits = std::vector<Edit>;

/// Throws nothing, ensures order and boundaries.
void check_edits(Edits const& edits, std::string_view source);

/// `source` after `edits`.
std::string edited(std::string_view source, Edits const& edits);

/// One list against the text before `first`, with the effect of `first` and then `second` (whose offsets are
/// in the text after `first`). Edits that touch the same bytes become one: the rules of both in order, each
/// once; the kind, language and evidence of the later one that has any; the smaller confidence. An edit whose
/// result is what stood there before vanishes unless it is an annotation.
/// edited(s, composed(s, a, b)) == edited(edited(s, a), b). Linear in the texts and lists; lists that are
/// handed over are taken apart, so that no text is held twice.
Edits composed(std::string_view source, Edits first, Edits second);

/// The edits that lead back: edited(edited(s, e), inverse(s, e)) == s.
Edits inverse(std::string_view source, Edits const& edits);

std::string_view name_of(EditClass kind);

}  // namespace ms::text
