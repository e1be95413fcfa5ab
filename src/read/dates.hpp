// Dates as papers print them. In: a line and the words of its language. Out: the day in ISO 8601 and where it
// stands. Always: the printed form is kept elsewhere; a day that could be read in two ways is not read at
// all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/range.hpp"
#include "read/words.hpp"

namespace ms::read {

struct FoundDate {
  std::string iso;    ///< "2026-04-18"
  base::Range range;  ///< from the first to the last of day, month and year
};

/// The first day in the line with day, month and year; a Gregorian one before others that are beside it.
/// Months by name or number, digits of any script, Japanese eras, years of the Republic of China and of the
/// Buddha; Persian, Islamic and Ethiopic days are converted.
std::optional<FoundDate> date_in(std::string_view line, Vocabulary const& vocabulary,
                                 std::string_view language);

/// The smallest range of the line that covers a time of day ("14:20", "6時00分"), if there is one.
std::optional<base::Range> time_in(std::string_view line);

}  // namespace ms::read
