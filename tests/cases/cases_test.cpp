// Runs every case file below tests/cases. ACCEPT=1 in the environment rewrites the sections that differ; look
// at what git shows then before it is committed.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/files.hpp"
#include "cases/sections.hpp"

namespace {

using namespace cases;

/// Cases by folder. A case that is lost is noticed here; add to the number when you add one.
std::map<std::string, std::size_t> const pinned = {
#include "cases/pinned.inc"
};

bool accepts() {
  return std::getenv("ACCEPT") != nullptr;
}

std::string folder_of(std::string const& path) {
  std::size_t const end = path.rfind('/');
  std::size_t const start = path.rfind('/', end - 1);
  return path.substr(start + 1, end - start - 1);
}

/// Computes what the case asks for; returns whether it is as the file has it.
bool holds(Case& one) {
  bool holds = true;
  for (auto& section : one.sections) {
    std::string const& title = section.first;
    std::string& expected = section.second;
    if (title == "input" || title == "options") continue;
    auto const found = std::ranges::find(sections(), title, &Section::name);
    REQUIRE_MESSAGE(found != sections().end(), "no such section: ", title);
    std::string const made = found->made(one);
    if (made == expected) continue;
    if (!accepts()) CHECK_MESSAGE(made == expected, one.name, " --- ", title);
    expected = made;
    holds = false;
  }
  return holds;
}

}  // namespace

TEST_CASE("case files") {
  std::map<std::string, std::size_t> counts;
  for (std::string const& path : ms::base::files_below(TEST_DIR "/cases")) {
    if (!path.ends_with(".case")) continue;
    CAPTURE(path);
    std::string const before = ms::base::read_file(path);
    CaseFile file = parsed(before);
    REQUIRE(printed(file) == before);
    counts[folder_of(path)] += file.cases.size();
    bool all_hold = true;
    for (Case& one : file.cases) {
      REQUIRE_MESSAGE(one.section("input") != nullptr, one.name);
      all_hold = holds(one) && all_hold;
    }
    if (!all_hold && accepts()) ms::base::write_file(path, printed(file));
  }
  CHECK(counts == pinned);
}
