#include "read/stated_day.hpp"

#include <optional>

#include "base/ascii.hpp"
#include "read/calendar.hpp"
#include "read/dates.hpp"

namespace ms::read {
namespace {

/// No field has its day further to the right.
constexpr std::size_t longest_field = 100;

/// The number of `count` digits at `at`, or -1.
int number_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int number = 0;
  for (char const c : text.substr(at, count)) {
    if (!base::is_ascii_digit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Year, month and day by so many digits each, and the sign between them.
std::optional<std::string> year_first(std::string_view text, std::string_view sign) {
  std::size_t const month = 4 + sign.size(), day = month + 2 + sign.size(), end = day + 2;
  if (text.size() < end || text.substr(4, sign.size()) != sign || text.substr(month + 2, sign.size()) != sign)
    return std::nullopt;
  if (text.size() > end && base::is_ascii_digit(text[end])) return std::nullopt;
  Day const found{number_at(text, 0, 4), number_at(text, month, 2), number_at(text, day, 2)};
  // Earlier years are those of other calendars.
  if (found.year < 1500 || found.month < 1 || found.day < 1) return std::nullopt;
  return iso_day(found, Calendar::gregorian);
}

}  // namespace

std::string stated_day(std::string_view written, Vocabulary const& vocabulary, std::string_view language) {
  for (std::string_view const sign : {"-", "/", ".", ""})
    if (auto const day = year_first(written, sign)) return *day;
  auto const found = date_in(written.substr(0, longest_field), vocabulary, language);
  return found ? found->iso : std::string();
}

}  // namespace ms::read
