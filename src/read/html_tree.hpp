// From kept passages to blocks: paragraphs, headings, lists, quotes, tables, figures, code, verse. In: the
// page, its flow, and the finished text of each kept passage. Out: the blocks in the order of the page, and
// the pictures. Always: nesting is at most doc::max_depth; a table that was there for the layout alone is
// none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "doc/document.hpp"
#include "read/html_body.hpp"
#include "read/html_images.hpp"

namespace ms::read::html {

/// A passage after all rules.
struct Finished {
  text::Text text;
  std::string language;
  text::Direction direction = text::Direction::ltr;
  bool is_standfirst = false;
};

struct TreeInput {
  Page const& page;
  Flow const& flow;
  Body const& body;
  std::vector<bool> const& pictures;            ///< by item: pictures that belong to the article
  std::vector<std::optional<Finished>>& texts;  ///< by passage
  doc::Metadata const& metadata;
};

doc::Blocks blocks_of(TreeInput input, Images& images);

}  // namespace ms::read::html
