// The day in a field of metadata: of a feed, a page's head, front matter. In: what the field says. Out: the
// day in ISO 8601, or nothing. Always: a day that the calendar does not have is none.
#pragma once

#include <string>
#include <string_view>

#include "read/words.hpp"

namespace ms::read {

/// "2024-05-02" out of "2024-05-02T10:00:00+02:00", "20240502", "2024/05/02 …" (RFC 3339, ISO 8601), and of a
/// day as papers and mail (RFC 822) print it.
std::string stated_day(std::string_view written, Vocabulary const& vocabulary, std::string_view language);

}  // namespace ms::read
