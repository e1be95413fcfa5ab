// A page as a flat tree. In: the source of a page. Out: its elements and texts in the order in which they
// begin, each with its parent and the end of what is inside it, so that every walk is a loop. Always: total;
// texts are decoded and know where each byte of them stands in the source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/range.hpp"
#include "read/html_tags.hpp"

namespace ms::read::html {

using NodeId = std::uint32_t;
constexpr NodeId no_node = 0xFFFFFFFF;

struct Node {
  Tag tag = Tag::unknown;
  NodeId parent = no_node;
  NodeId end = 0;                ///< after the last node inside
  std::uint32_t attributes = 0;  ///< first one in Page::attributes
  std::uint16_t attribute_count = 0;
  std::uint16_t depth = 0;
  base::Range text;    ///< of texts: in Page::pool
  base::Range source;  ///< of texts: in the source
};

struct Attribute {
  base::Range name, value;  ///< in Page::pool
};

struct Page {
  std::string pool;
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::vector<std::string> data;  ///< JSON-LD, as written

  std::string_view text(NodeId node) const { return base::slice(pool, nodes[node].text); }
  /// Empty when there is none; `has` tells an empty one from none.
  std::string_view attribute(NodeId node, std::string_view name) const;
  bool has(NodeId node, std::string_view name) const;
  /// All text inside, white space collapsed; what is longer than `limit` bytes is cut.
  std::string inner_text(NodeId node, std::size_t limit = 4000) const;
  /// Is `node` inside of `ancestor`, or the same?
  bool is_inside(NodeId node, NodeId ancestor) const {
    return node >= ancestor && node < nodes[ancestor].end;
  }
  /// The nearest element of this name that holds the node (itself included).
  NodeId nearest(NodeId node, Tag tag) const;
  /// The nearest list that holds the node; no_node for none.
  NodeId list_around(NodeId node) const;
  /// The heading that holds the node, with nothing but plain boxes between; no_node for none.
  NodeId heading_around(NodeId node) const;
};

Page parsed(std::string_view source, base::Diagnostics& diagnostics);

/// What the page says of its encoding in its first 4 kB, empty for nothing (HTML 13.2.3.2).
std::string declared_encoding(std::string_view bytes);

}  // namespace ms::read::html
