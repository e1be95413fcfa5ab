#include "layout/region_ends.hpp"

#include "layout/paginate.hpp"

namespace ms::layout {
namespace {

/// A page that ends in a hyphen makes the reader turn with half a word, and programs that take text out glue
/// the running foot to it; only a page left half empty would be worse.
constexpr std::int64_t hyphen_at_region_end = 50'000;

bool ends_in_hyphen(SetLine const& line) {
  for (SetRun const& set : line.runs)
    for (page::Cluster const& cluster : set.run.clusters)
      if (cluster.hyphen) return true;
  return false;
}

}  // namespace

std::vector<std::int64_t> region_penalties(std::vector<SetLine> const& lines,
                                           style::Computed const& computed) {
  std::vector<std::int64_t> penalties(lines.size(), 0);
  auto const orphans = static_cast<std::size_t>(computed.orphans);
  auto const widows = static_cast<std::size_t>(computed.widows);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    bool const is_alone = i < orphans || lines.size() - i < widows;
    if (is_alone || computed.break_inside == style::Keep::avoid)
      penalties[i] = forbidden;
    else if (ends_in_hyphen(lines[i - 1]))
      penalties[i] = hyphen_at_region_end;
  }
  return penalties;
}

}  // namespace ms::layout
