// The architecture as a check. In: the files of a source tree, as text. Out: every place that breaks a rule
// of docs/architecture.md, in the order of the files. The tables of folders and of library headers are here
// and nowhere else; CMakeLists.txt is held to them as well.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace house {

struct File {
  std::string path;  ///< from the root of the tree, with /
  std::string text;
};
using Tree = std::vector<File>;

struct Violation {
  std::string path;
  int line = 0;  ///< from 1; 0 when the file as a whole is meant
  std::string rule;
  std::string message;
};

/// CMakeLists.txt and everything below src, tests, scripts, styles and cmake, sorted by path.
Tree tree_at(std::filesystem::path const& root);

std::vector<Violation> violations(Tree const& tree);

/// "src/pdf/a.cpp:3: edge: …"
std::string text_of(Violation const& violation);

}  // namespace house
