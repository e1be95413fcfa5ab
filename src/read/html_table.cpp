#include "read/html_table.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ms::read::html {
namespace {

constexpr std::size_t widest = 64, longest_cell = 500;

std::size_t span_of(std::string_view text) {
  std::string const digits(text.substr(0, 4));
  long const value = std::strtol(digits.c_str(), nullptr, 10);
  return value < 1 ? 1 : std::min<std::size_t>(static_cast<std::size_t>(value), widest);
}

/// Rows of this table and of no other inside of it.
std::vector<NodeId> rows_of(Page const& page, NodeId table) {
  std::vector<NodeId> rows;
  for (NodeId id = table + 1; id < page.nodes[table].end;) {
    Tag const tag = page.nodes[id].tag;
    if (tag == Tag::table) {
      id = page.nodes[id].end;
      continue;
    }
    if (tag == Tag::tr) rows.push_back(id);
    ++id;
  }
  return rows;
}

std::vector<NodeId> cells_of(Page const& page, NodeId row) {
  std::vector<NodeId> cells;
  for (NodeId id = row + 1; id < page.nodes[row].end; id = page.nodes[id].end)
    if (page.nodes[id].tag == Tag::td || page.nodes[id].tag == Tag::th) cells.push_back(id);
  return cells;
}

}  // namespace

bool is_data_table(Page const& page, NodeId table) {
  std::string_view const role = page.attribute(table, "role");
  if (role == "presentation" || role == "none") return false;
  std::size_t wide_rows = 0, cells = 0, heads = 0;
  for (NodeId id = table + 1; id < page.nodes[table].end; ++id)
    if (page.nodes[id].tag == Tag::table) return false;
  bool has_text = false;  // more than any cell of data holds
  for (NodeId const row : rows_of(page, table)) {
    std::size_t in_row = 0;
    for (NodeId const cell : cells_of(page, row)) {
      ++in_row;
      heads += page.nodes[cell].tag == Tag::th;
      has_text = has_text || page.inner_text(cell, longest_cell + 1).size() > longest_cell;
    }
    cells += in_row;
    wide_rows += in_row >= 2;
  }
  if (has_text) return false;
  return wide_rows >= 2 || (wide_rows >= 1 && heads > 0 && cells > 2);
}

Grid grid_of(Page const& page, NodeId table) {
  Grid grid;
  std::array<std::size_t, widest> covered{};  // by column: rows still covered from above
  std::size_t width = 0;
  for (NodeId const id : rows_of(page, table)) {
    Grid::Row row;
    std::vector<NodeId> const cells = cells_of(page, id);
    row.is_head = page.nodes[page.nodes[id].parent].tag == Tag::thead ||
                  (!cells.empty() && (grid.rows.empty() || grid.rows.back().is_head) &&
                   std::ranges::all_of(cells, [&](NodeId cell) { return page.nodes[cell].tag == Tag::th; }));
    std::array<NodeId, widest> slots{};
    std::size_t used = 0;
    auto const fill = [&] {
      while (used < widest && covered[used] > 0) {
        --covered[used];
        slots[used++] = no_node;
      }
    };
    for (NodeId const cell : cells) {
      fill();
      std::size_t const columns = span_of(page.attribute(cell, "colspan")),
                        rows = span_of(page.attribute(cell, "rowspan"));
      for (std::size_t i = 0; i < columns && used < widest; ++i) {
        covered[used] = rows - 1;
        slots[used++] = i == 0 ? cell : no_node;
      }
    }
    fill();
    row.cells.assign(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(used));
    width = std::max(width, row.cells.size());
    if (!row.cells.empty()) grid.rows.push_back(std::move(row));
  }
  for (Grid::Row& row : grid.rows) row.cells.resize(width, no_node);
  return grid;
}

}  // namespace ms::read::html
