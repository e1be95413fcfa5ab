#include "doc/resolve.hpp"

#include "base/ensure.hpp"
#include "doc/walk.hpp"

namespace ms::doc {
namespace {

void settle(Blocks const& blocks, Resolved const& inherited,
            std::unordered_map<Block const*, Resolved>& table) {
  for (Block const& block : blocks) {
    Resolved own = inherited;
    if (!block.language.empty()) own.language = block.language;
    if (block.direction) own.direction = *block.direction;
    for (Blocks const* children : children_of(block)) settle(*children, own, table);
    table.emplace(&block, std::move(own));
  }
}

}  // namespace

ResolvedTable resolve(Document const& document) {
  ResolvedTable table;
  table.article_ = {document.metadata.language, document.metadata.direction};
  settle(document.blocks, table.article_, table.blocks_);
  for (Note const& note : document.notes) settle(note.blocks, table.article_, table.blocks_);
  return table;
}

Resolved const& ResolvedTable::of(Block const& block) const {
  auto const found = blocks_.find(&block);
  base::ensure(found != blocks_.end(), "a block is looked up in the table of its own document");
  return found->second;
}

Resolved ResolvedTable::of(Line const& line) const {
  Resolved own = article_;
  if (!line.language.empty()) own.language = line.language;
  if (line.direction) own.direction = *line.direction;
  return own;
}

}  // namespace ms::doc
