// What a case can ask for: the name of a section and the function that computes it. Every stage adds its own
// list, in a file of its own, and a line in sections.cpp.
#pragma once

#include <string>
#include <vector>

#include "cases/case_file.hpp"

namespace cases {

struct Section {
  std::string_view name;
  /// Lines, ending with a line feed, or nothing at all.
  std::string (*made)(Case const& one);
};

std::vector<Section> read_sections();       ///< text, edits, tree, diagnostics
std::vector<Section> normalise_sections();  ///< rules, reports

std::vector<Section> const& sections();

}  // namespace cases
