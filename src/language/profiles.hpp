// How much a text is like each of some 230 languages: naive Bayes over the frequencies of sequences of one to
// four letters, for the languages CLD2 does not know or does not tell apart. In: text in one script. Out: the
// languages of that script, the likeliest first. The table is made by scripts/make-language-profiles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/unicode.hpp"

namespace ms::language {

/// A language of the table. Levels are tenths of nats: level 69 is a share of e^-6.9, one in a thousand.
struct Profile {
  std::string_view tag;
  std::uint8_t rarest = 0;  ///< level of its rarest sequence; what it lacks is rarer
};

/// All languages of one script, and for each sequence the languages that have it: `sequence|postings `, where
/// a posting is three digits: two for the language, one for the level. Sorted by the bytes of the sequence.
struct ProfileSection {
  text::Script script;
  std::span<Profile const> profiles;
  std::span<char const* const> lines;
};
std::span<ProfileSection const> profile_sections();

struct Likeness {
  std::string_view tag;
  double score = 0;  ///< mean logarithm of the probability of a sequence, in nats; larger is likelier
};

/// One entry for each tag. Empty when the table knows no language of the script or the text has no letters.
std::vector<Likeness> likenesses(std::string_view utf8, text::Script script);

/// The logarithm of the probability of all letters in the likeliest language of the script, in nats; 0 for no
/// letters. A script that the table does not have, and letters of other scripts, are as unlikely as what no
/// language has.
double likelihood(std::string_view utf8, text::Script script);

}  // namespace ms::language
