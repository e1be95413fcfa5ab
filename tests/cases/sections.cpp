#include "cases/sections.hpp"

namespace cases {

std::vector<Section> const& sections() {
  static std::vector<Section> const all = [] {
    std::vector<Section> made;
    for (auto const& list : {read_sections(), normalise_sections()})
      made.insert(made.end(), list.begin(), list.end());
    return made;
  }();
  return all;
}

}  // namespace cases
