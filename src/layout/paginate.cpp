#include "layout/paginate.hpp"

#include <algorithm>
#include <limits>

#include "base/ensure.hpp"

namespace ms::layout {
namespace {

using Cost = std::int64_t;

constexpr Cost overfull = 1000 * forbidden;
/// A region more is worse than any white space, better than a break that is forbidden.
constexpr Cost one_region = 1'000'000;
/// A line or two alone on the last page look lost ("a widow does not make a page", clreq): the pages before
/// rather give up what it takes.
constexpr Cost lonely_end = 20'000;

/// White space at the end of a region that is not the last: the square of the share left empty, up to 10,000.
Cost emptiness(Length used, Length room) {
  if (room <= Length() || used >= room) return 0;
  Cost const percent = (room - used).units() * 100 / room.units();
  return percent * percent;
}

struct Best {
  Cost cost = std::numeric_limits<Cost>::max();
  std::size_t from = 0;  ///< first cell of the region that ends here
  std::size_t kind = 0;  ///< which height that region has
};

/// Regions after the last named height are all alike, so a break is only worth remembering once for each
/// number of regions up to there.
class Planner {
 public:
  Planner(std::vector<Cell> const& cells, Regions const& regions)
      : cells_(cells),
        regions_(regions),
        kinds_(regions.heights.size()),
        best_(cells.size() + 1, std::vector<Best>(kinds_)) {}

  std::vector<std::size_t> plan() {
    best_[0][0] = {0, 0, 0};
    for (std::size_t first = 0; first < cells_.size(); ++first)
      for (std::size_t kind = 0; kind < kinds_; ++kind)
        if (best_[first][kind].cost != std::numeric_limits<Cost>::max()) fill_from(first, kind);
    return trace();
  }

 private:
  /// All regions that begin with cell `first` and are the `kind`-th.
  void fill_from(std::size_t first, std::size_t kind) {
    Length const room = regions_.heights[kind];
    std::size_t const next_kind = std::min(kind + 1, kinds_ - 1);
    Length used;
    for (std::size_t end = first; end < cells_.size(); ++end) {
      Cell const& cell = cells_[end];
      if (end > first && cell.forced_break) return;
      Length const with = used + (end > first ? cell.gap : Length()) + cell.height;
      if (with > room && end > first) return;
      used = with;
      offer(first, kind, end + 1, next_kind, used, room);
    }
  }

  void offer(std::size_t first, std::size_t kind, std::size_t end, std::size_t next_kind, Length used,
             Length room) {
    bool const is_last = end == cells_.size();
    bool const is_forced = !is_last && cells_[end].forced_break;
    Cost cost = best_[first][kind].cost + one_region;
    if (used > room) cost += overfull;
    if (!is_last && !is_forced) cost += emptiness(used, room) + cells_[end].break_penalty;
    bool const goes_on = first > 0 && !cells_[first].forced_break;
    if ((is_last || is_forced) && goes_on && used < regions_.least_end) cost += lonely_end;
    // Of equal plans the one with the fuller early regions: `first` only grows.
    if (cost <= best_[end][next_kind].cost) best_[end][next_kind] = {cost, first, kind};
  }

  std::vector<std::size_t> trace() const {
    auto const& ends = best_[cells_.size()];
    std::size_t kind = 0;
    for (std::size_t k = 1; k < kinds_; ++k)
      if (ends[k].cost < ends[kind].cost) kind = k;
    std::vector<std::size_t> starts;
    for (std::size_t end = cells_.size(); end > 0;) {
      Best const& best = best_[end][kind];
      starts.push_back(best.from);
      kind = best.kind;
      end = best.from;
    }
    std::reverse(starts.begin(), starts.end());
    return starts;
  }

  std::vector<Cell> const& cells_;
  Regions const& regions_;
  std::size_t kinds_;
  std::vector<std::vector<Best>> best_;  // by end, by kind of the next region
};

}  // namespace

std::vector<std::size_t> paginate(std::vector<Cell> const& cells, Regions const& regions) {
  base::ensure(!regions.heights.empty(), "there is at least one region");
  if (cells.empty()) return {};
  return Planner(cells, regions).plan();
}

}  // namespace ms::layout
