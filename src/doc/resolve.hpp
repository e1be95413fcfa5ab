// Language and direction of every block, settled once. In: a document. Out: a side table keyed by block; the
// document must outlive it. Absent language is the parent's; absent direction is the parent's.
#pragma once

#include <string>
#include <unordered_map>

#include "doc/document.hpp"

namespace ms::doc {

struct Resolved {
  std::string language;
  text::Direction direction = text::Direction::ltr;
  friend bool operator==(Resolved const&, Resolved const&) = default;
};

class ResolvedTable {
 public:
  Resolved const& of(Block const& block) const;
  /// For a line of metadata.
  Resolved of(Line const& line) const;

 private:
  friend ResolvedTable resolve(Document const& document);
  std::unordered_map<Block const*, Resolved> blocks_;
  Resolved article_;
};

ResolvedTable resolve(Document const& document);

}  // namespace ms::doc
