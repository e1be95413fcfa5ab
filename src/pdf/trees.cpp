#include "pdf/trees.hpp"

#include <algorithm>

namespace ms::pdf {

namespace {
constexpr std::size_t entries_per_leaf = 200;
}

Dict tree(Objects& objects, char const* kind, TreeEntries const& entries) {
  auto const values = [&](std::size_t first, std::size_t end) {
    Array out = objects.array();
    for (std::size_t i = first; i < end; ++i) {
      entries.key(out, i);
      entries.value(out, i);
    }
    return out;
  };
  Dict root = objects.dict();
  if (entries.count <= entries_per_leaf) return root.add(kind, values(0, entries.count));
  Array kids = objects.array();
  for (std::size_t first = 0; first < entries.count; first += entries_per_leaf) {
    std::size_t const end = std::min(entries.count, first + entries_per_leaf);
    Array limits = objects.array();
    entries.key(limits, first);
    entries.key(limits, end - 1);
    kids.add(objects.indirect().add("Limits", limits).add(kind, values(first, end)));
  }
  return root.add("Kids", kids);
}

}  // namespace ms::pdf
