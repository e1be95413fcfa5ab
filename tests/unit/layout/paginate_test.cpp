#include "layout/paginate.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <random>

using namespace ms::layout;

namespace {

Length points(int value) {
  return Length::points(value);
}

std::vector<Cell> lines(int count, int height = 10) {
  return std::vector<Cell>(static_cast<std::size_t>(count), Cell{.gap = {}, .height = points(height)});
}

using Starts = std::vector<std::size_t>;

}  // namespace

TEST_CASE("lines fill regions from the top") {
  CHECK(paginate({}, {{points(100)}}).empty());
  CHECK(paginate(lines(10), {{points(100)}}) == Starts{0});
  CHECK(paginate(lines(25), {{points(100)}}) == Starts{0, 10, 20});
  CHECK(paginate(lines(25), {{points(50), points(100)}}) == Starts{0, 5, 15});
}

TEST_CASE("a gap at the top of a region is dropped") {
  auto cells = lines(11);
  cells[10].gap = points(90);
  CHECK(paginate(cells, {{points(100)}}) == Starts{0, 10});
  cells[5].gap = points(5);  // nine lines fit now, and what is left fills more than a region
  CHECK(paginate(cells, {{points(100)}}).size() == 3);
}

TEST_CASE("a forbidden break moves to the next better place") {
  auto cells = lines(14);
  cells[10].break_penalty = forbidden;
  cells[9].break_penalty = forbidden;
  CHECK(paginate(cells, {{points(100)}}) == Starts{0, 8});
}

TEST_CASE("a forced break is kept, whatever the room") {
  auto cells = lines(6);
  cells[2].forced_break = true;
  CHECK(paginate(cells, {{points(100)}}) == Starts{0, 2});
}

TEST_CASE("one line does not make a last page when an earlier break avoids it") {
  auto cells = lines(21);
  cells[20].break_penalty = forbidden;  // a widow
  CHECK(paginate(cells, {{points(100)}}) == Starts{0, 10, 19});
}

TEST_CASE("a last page has three lines or more, on paper of any size, and takes no more than that takes") {
  Length const three = points(30);
  CHECK(paginate(lines(21), {{points(100)}, three}) == Starts{0, 9, 18});  // both give up one
  CHECK(paginate(lines(22), {{points(100)}, three}) == Starts{0, 10, 19});
  CHECK(paginate(lines(23), {{points(100)}, three}) == Starts{0, 10, 20});
  CHECK(paginate(lines(92), {{points(900)}, three}) == Starts{0, 89});
  CHECK(paginate(lines(93), {{points(900)}, three}) == Starts{0, 90});
}

TEST_CASE("so has the last page before a forced break, but not what has one page alone") {
  auto cells = lines(13);
  cells[11].forced_break = cells[12].forced_break = true;
  CHECK(paginate(cells, {{points(100)}, points(30)}) == Starts{0, 8, 11, 12});
  CHECK(paginate(cells, {{points(110)}, points(30)}) == Starts{0, 11, 12});
}

TEST_CASE("a cell higher than the region stands alone, and the rest goes on") {
  auto cells = lines(3);
  cells[1].height = points(500);
  CHECK(paginate(cells, {{points(100)}}) == Starts{0, 1, 2});
}

TEST_CASE("law: starts rise from 0, no region is overfull that need not be, forced breaks are kept") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    auto const below = [&](unsigned n) { return static_cast<int>(random() % n); };
    std::vector<Cell> cells;
    int const count = 1 + below(120);
    for (int i = 0; i < count; ++i)
      cells.push_back({.gap = points(below(3) == 0 ? below(20) : 0),
                       .height = points(1 + below(30)),
                       .break_penalty = below(3) == 0 ? forbidden : below(500),
                       .forced_break = below(40) == 0});
    Length const room = points(30 + below(100));
    Starts const starts = paginate(cells, {{room}});
    REQUIRE(!starts.empty());
    CHECK(starts[0] == 0);
    for (std::size_t r = 0; r < starts.size(); ++r) {
      std::size_t const end = r + 1 < starts.size() ? starts[r + 1] : cells.size();
      REQUIRE(starts[r] < end);
      Length used;
      for (std::size_t i = starts[r]; i < end; ++i)
        used += (i > starts[r] ? cells[i].gap : Length()) + cells[i].height;
      CHECK(used <= room);  // every cell fits a region here
      for (std::size_t i = starts[r] + 1; i < end; ++i) CHECK_FALSE(cells[i].forced_break);
    }
  }
}

TEST_CASE("law: no plan takes fewer forbidden breaks than ours (brute force)") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    std::vector<Cell> cells = lines(10);
    for (Cell& cell : cells) cell.break_penalty = random() % 2 == 0 ? forbidden : 0;
    Length const room = points(40);
    auto const bad = [&](Starts const& starts) {
      int count = 0;
      for (std::size_t i = 1; i < starts.size(); ++i) count += cells[starts[i]].break_penalty == forbidden;
      return count;
    };
    int least = 99;
    std::function<void(Starts)> const search = [&](Starts const& starts) {
      std::size_t const from = starts.back();
      if (cells.size() - from <= 4) least = std::min(least, bad(starts));
      for (std::size_t next = from + 1; next <= from + 4 && next < cells.size(); ++next) {
        Starts more = starts;
        more.push_back(next);
        search(more);
      }
    };
    search({0});
    CHECK(bad(paginate(cells, {{room}})) == least);
  }
}

TEST_CASE("a hundred thousand lines are planned at once") {
  auto const starts = paginate(lines(100'000), {{points(500)}});
  CHECK(starts.size() == 2000);
}
