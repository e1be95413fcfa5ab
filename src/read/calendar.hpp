// Days in other calendars as days of the Gregorian one, by arithmetic alone. In: year, month, day as they
// were printed. Out: ISO 8601, or nothing for a day the calendar does not have. The Islamic calendar here is
// the tabular one (type IIa), which may be a day off from what was seen in the sky or printed in Mecca.
#pragma once

#include <optional>
#include <string>

namespace ms::read {

enum class Calendar { gregorian, persian, islamic, ethiopic };

struct Day {
  int year = 0, month = 0, day = 0;
};

std::optional<std::string> iso_day(Day day, Calendar calendar);

}  // namespace ms::read
