// Front header of language/. In: text. Out: its language as a BCP 47 tag with what speaks for it; `und` when
// nothing does, never a guess in silence. Script decides first, then CLD2 with its full tables,
// profiles of n-grams and telltale words (words.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ms::language {

struct Identification {
  std::string tag = "und";  ///< with a script subtag where the language has several (zh-Hans, sr-Latn)
  double confidence = 0;    ///< 0 to 1
  bool is_sure = false;     ///< good enough for rules that need the language
  std::string evidence;     ///< "script Thai", "CLD2 full tables, 98 %"
};

/// Of a whole article. `declared`: what the source says of itself (an attribute, a header), may be empty; it
/// is believed only between languages that are easily confused, and for the region of the language found
/// (en-GB). The script is always the text's.
Identification identify(std::string_view text, std::string_view declared = {});

/// Of one block in an article of language `article`: another language only on good evidence; und with its
/// script (und-Cyrl) when nothing is known but that the article's language is not written so.
Identification identify_block(std::string_view text, Identification const& article);

/// How well a text reads: the logarithm of the probability of its letters, in nats, in the language of its
/// main script that it is most like. Only for comparing several readings of the same bytes; 0: no letters.
double fluency(std::string_view text);

/// Throws Failure when CLD2 was loaded without its full tables; cheap, called once at start-up.
void check_tables();

}  // namespace ms::language
