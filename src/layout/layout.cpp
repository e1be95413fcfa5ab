#include "layout/layout.hpp"

#include "base/failure.hpp"
#include "layout/compose.hpp"
#include "layout/flow.hpp"
#include "layout/paginate.hpp"

namespace ms::layout {

page::Document lay_out(doc::Edition const& edition, style::Style const& style, Workshop& workshop,
                       base::Diagnostics& diagnostics) {
  PageFrame const frame = frame_of(style.page(), edition.metadata.direction);
  Length const line =
      style.compute({{.name = "body", .classes = {}, .language = edition.metadata.language}}).line_height;
  if (frame.column_width < 4 * line || frame.text.size.height < 4 * line)
    throw base::Failure("layout.no-room",
                        "margins and columns leave no room for text; choose a larger --paper");
  Flow column = flow(edition, style, frame.column_width, workshop, diagnostics);
  std::vector<Cell> cells;
  cells.reserve(column.cells.size());
  for (FlowCell const& cell : column.cells) cells.push_back(cell.cell);
  std::vector<std::size_t> const starts = paginate(cells, {{frame.text.size.height}, 3 * line});
  return compose(std::move(column), starts, edition, style, workshop, diagnostics);
}

}  // namespace ms::layout
