#include <doctest/doctest.h>

#include "read/dates.hpp"
#include "read/stated_day.hpp"

namespace {

using namespace ms;

std::string day(std::string_view written, std::string_view language = "en") {
  return read::stated_day(written, read::Vocabulary::of(language), language);
}

std::string printed(std::string_view line, std::string_view language) {
  auto const found = read::date_in(line, read::Vocabulary::of(language), language);
  return found ? found->iso : std::string();
}

}  // namespace

TEST_CASE("days of metadata are read however machines write them") {
  for (std::string_view const written :
       {"2024-05-02", "2024-05-02T10:00:00+02:00", "2024-05-02 10:00", "20240502", "20240502T1000",
        "2024/05/02", "2024.05.02 10:00", "Thu, 02 May 2024 10:00:00 GMT", "May 2, 2024"}) {
    INFO(written);
    CHECK(day(written) == "2024-05-02");
  }
  CHECK(day("2. Mai 2024", "de") == "2024-05-02");
  CHECK(day("1403-02-13", "fa") == "2024-05-02");  // a Persian year
}

TEST_CASE("what no calendar has is no day of metadata") {
  for (std::string_view const written :
       {"", "2024", "2024-05", "2024-13-02", "2024-02-30", "2024-00-10", "1714600000", "20241399", "today"}) {
    INFO(written);
    CHECK(day(written).empty());
  }
}

TEST_CASE("the number of a program is no day, in the words of any language") {
  CHECK(printed("Version 12.5.20", "de").empty());
  CHECK(printed("Android 12.5.20", "fi").empty());
  CHECK(printed("verze 12.5.20", "cs").empty());
  CHECK(printed("Stand 12.5.20", "de") == "2020-05-12");
}
