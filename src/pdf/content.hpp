// Content streams (ISO 32000-1 7.8.2). In: a page and the codes its runs were encoded to. Out: operators, in
// which everything that is painted belongs to a marked-content sequence of a structure element or of an
// artifact, never one inside another, and what the structure tree must know of them. Positions are kept in
// millionths of a point, so that rounded widths add up to nothing. Lines that follow each other on the grid
// begin with one operator, and white space that justification widened is word spacing (9.3.3).
#pragma once

#include <string>
#include <vector>

#include "page/page.hpp"
#include "pdf/encode.hpp"
#include "pdf/images.hpp"

namespace ms::pdf {

/// The codes of a page, in painting order.
struct EncodedPage {
  std::vector<Shown> codes;
  std::vector<Strip> strips;
};
EncodedPage encoded(Encoder& encoder, page::Page const& page, page::Document const& document);

/// A piece of content of a structure node. Marks stand in painting order; their number is their MCID.
struct Mark {
  std::size_t node = 0;
  std::size_t item = 0;  ///< the first item painted: marks are read in this order
};

struct Content {
  std::string operators;
  std::vector<Mark> marks;
};
/// `tags` names the structure type of every node, `images` the resource of every image and how it is turned,
/// none where it cannot be drawn. `fonts` are numbered; font i is the resource /Fi.
Content content_of(page::Page const& page, EncodedPage const& encoded, std::vector<EmbeddedFont> const& fonts,
                   std::vector<Picture> const& images, std::vector<std::string_view> const& tags);

}  // namespace ms::pdf
