// One line of a head: who wrote an article and when it came out, in any order, with what pages put between.
// In: a line and what its words say. Out: people and day, and whether that is all there is in it. Always: a
// line with a word that is none of these is no credit.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "doc/document.hpp"
#include "read/dates.hpp"
#include "read/words.hpp"

namespace ms::read {

struct Credit {
  std::vector<doc::Person> people;
  std::optional<FoundDate> date;  ///< the day it came out, or else the one of a change
  base::Range names;              ///< where the people stand in the line
  base::Range unknown;            ///< the one thing in the line that is neither, if there is but one
  bool is_credit = false;         ///< there is nothing else in the line, but for a place
};

/// "Ana Lund | Published 3 May 2024 | 4 min read", "By Ana Lund, News Reporter", "Ana Lund and Jo Berg"
Credit credit_of(std::string_view line, Vocabulary const& vocabulary, std::string_view language);

}  // namespace ms::read
