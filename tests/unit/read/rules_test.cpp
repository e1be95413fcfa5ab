// docs/rules.md tells what the rules do; it must name each of them, with its class and default, and no other.
#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>

#include "base/files.hpp"
#include "normalise/normalise.hpp"
#include "read/article.hpp"

namespace {

using namespace ms;

struct Told {
  std::string safety, standard, example, counter_example;
};

/// The rows of all tables whose first cell is the name of a rule.
std::map<std::string, Told> rows() {
  std::istringstream lines(base::read_file(std::string(PROJECT_DIR) + "/docs/rules.md"));
  std::map<std::string, Told> rows;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `") || line.find('.') == std::string::npos) continue;
    std::vector<std::string> cells;
    std::istringstream cut(line);
    for (std::string cell; std::getline(cut, cell, '|');) {
      std::size_t const first = cell.find_first_not_of(' ');
      cells.push_back(
          first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    if (cells.size() < 6 || cells[2].size() != 1) continue;
    std::string const name = cells[1].substr(1, cells[1].size() - 2);
    CHECK_MESSAGE(rows.emplace(name, Told{cells[2], cells[3], cells[4], cells[5]}).second, name,
                  " is told twice");
  }
  return rows;
}

std::string letter_of(normalise::Safety safety) {
  switch (safety) {
    case normalise::Safety::safe: return "S";
    case normalise::Safety::language: return "L";
    case normalise::Safety::ask: return "A";
    case normalise::Safety::optional: break;
  }
  return "O";
}

}  // namespace

TEST_CASE("docs/rules.md names every rule, and no other") {
  std::map<std::string, Told> told = rows();
  CHECK(told.size() >= 60);
  for (normalise::Rule const& rule : normalise::rules()) {
    INFO(rule.name);
    auto const row = told.extract(std::string(rule.name));
    REQUIRE(!row.empty());
    CHECK(row.mapped().safety == letter_of(rule.safety));
    CHECK(row.mapped().standard == (rule.on_by_default ? "on" : "off"));
    CHECK(!row.mapped().example.empty());
    CHECK(!row.mapped().counter_example.empty());
  }
  for (read::StepRule const& rule : read::step_rules()) {
    INFO(rule.name);
    auto const row = told.extract(std::string(rule.name));
    REQUIRE(!row.empty());
    CHECK(row.mapped().standard == "on");
    CHECK(!row.mapped().example.empty());
    CHECK(!row.mapped().counter_example.empty());
  }
  for (auto const& [name, row] : told) FAIL_CHECK(name, " is no rule");
}
