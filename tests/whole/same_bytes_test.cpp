// The same input gives the same bytes, wherever, whenever and by however many threads it is converted.
#include <doctest/doctest.h>

#include <chrono>
#include <thread>

#include "whole/program.hpp"

namespace {

namespace fs = std::filesystem;
using whole::manyscript;
using whole::Scratch;

void check_same_files(Scratch const& a, Scratch const& b) {
  REQUIRE(a.files() == b.files());
  REQUIRE(!a.files().empty());
  for (std::string const& name : a.files()) {
    INFO(name);
    CHECK(whole::contents(a.path() / name) == whole::contents(b.path() / name));
  }
}

}  // namespace

TEST_SUITE("same") {
  TEST_CASE("another day, place, language, mask, home and number of threads") {
    Scratch const here, there, empty;
    std::string const input = fs::path(PROJECT_DIR) / "input";
    REQUIRE(manyscript({"convert", input, "--out-dir", here.path(), "--jobs", "1"}).status == 0);
    // File times and clocks move on by more than the two seconds that zip can tell apart.
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    whole::Surroundings other;
    other.folder = empty.path();
    other.environment = {{"TZ", "Asia/Kathmandu"},
                         {"LANG", "tr_TR.UTF-8"},
                         {"LC_ALL", "POSIX"},
                         {"USER", "somebody"},
                         {"HOME", "/nowhere"}};
    other.umask = 077;
    REQUIRE(
        manyscript({"convert", fs::relative(input, empty.path()), "--out-dir", there.path(), "--jobs", "3"},
                   other)
            .status == 0);
    check_same_files(here, there);
    for (std::string const& name : there.files()) {
      INFO(name, ": the mask of the caller holds");
      CHECK((fs::status(there.path() / name).permissions() & fs::perms(077)) == fs::perms::none);
    }
  }

  TEST_CASE("the time of a reproducible build is the only date of ours") {
    Scratch const scratch;
    whole::write(scratch.path() / "a.txt", "A headline without a date\n\nAnd one paragraph.\n");
    auto const made = [&](char const* format, char const* epoch) {
      whole::Surroundings surroundings;
      if (*epoch != '\0') surroundings.environment["SOURCE_DATE_EPOCH"] = epoch;
      auto result =
          manyscript({"convert", scratch.path() / "a.txt", "--to", format, "-o", "-"}, surroundings);
      REQUIRE(result.status == 0);
      return result.out;
    };
    for (char const* const format : {"epub", "pdf"}) {
      INFO(format);
      CHECK(made(format, "1700000000") == made(format, "1700000000"));
      CHECK(made(format, "1700000000") != made(format, "1600000000"));
      CHECK(made(format, "") == made(format, ""));
    }
  }
}
