#include "layout/patterns.hpp"

#include <algorithm>

namespace ms::layout {
namespace {

bool is_number(char c) {
  return c >= '0' && c <= '9';
}

// A pattern ends at white space, at the end of the file, or where a change of spelling is described.
bool ends_pattern(char c) {
  return c == '\n' || c == '\r' || c == ' ' || c == '\t' || c == '/';
}

std::size_t pair_of(std::string_view letters) {
  return static_cast<std::size_t>(static_cast<unsigned char>(letters[0])) << 8 |
         static_cast<unsigned char>(letters[1]);
}

}  // namespace

Patterns::Patterns(std::string_view file, std::size_t first, std::size_t last)
    : file_(file), nodes_(1), first_(256), second_(65536) {
  // One node for about four bytes of a file.
  nodes_.reserve((last - first) / 3 + 2);
  std::string letters;
  std::vector<std::uint32_t> path{0};
  for (std::size_t line = first; line < last;) {
    std::size_t const end = std::min(file.find('\n', line), last);
    // Options are words in capitals; a pattern has small letters.
    if (line < end && file[line] != '%' && file[line] != '#' && !(file[line] >= 'A' && file[line] <= 'Z'))
      add(static_cast<std::uint32_t>(line), letters, path);
    line = end + 1;
  }
}

std::uint32_t Patterns::child_of(std::uint32_t parent, std::string_view letters) const {
  if (letters.size() == 1) return first_[static_cast<unsigned char>(letters[0])];
  if (letters.size() == 2) return second_[pair_of(letters)];
  std::uint32_t child = nodes_[parent].child;
  while (child != 0 && nodes_[child].letter != letters.back()) child = nodes_[child].sibling;
  return child;
}

// `letters` and `path` are the pattern before and its nodes: the files are sorted, more or less, so most of
// the way is known already.
void Patterns::add(std::uint32_t line, std::string& letters, std::vector<std::uint32_t>& path) {
  std::size_t depth = 0;
  bool known = true;
  for (std::size_t i = line; i < file_.size() && !ends_pattern(file_[i]); ++i) {
    char const letter = file_[i];
    if (is_number(letter)) continue;
    known = known && depth < letters.size() && letters[depth] == letter;
    if (!known) {
      letters.resize(depth);
      path.resize(depth + 1);
      letters += letter;
      std::uint32_t const parent = path.back();
      std::uint32_t child = child_of(parent, letters);
      if (child == 0) {
        child = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({0, nodes_[parent].child, 0, letter});
        if (letters.size() == 1) first_[static_cast<unsigned char>(letter)] = child;
        if (letters.size() == 2) second_[pair_of(letters)] = child;
        if (letters.size() > 2) nodes_[parent].child = child;
      }
      path.push_back(child);
    }
    ++depth;
  }
  if (depth > 0) nodes_[path[depth]].line = line + 1;
}

void Patterns::match(std::string_view dotted, Matching matching, std::vector<PatternLevel>& levels) const {
  levels.assign(dotted.size() + 1, {});
  // The nodes that were come to at each end, by rising start: the first one there is the longest.
  std::vector<bool> taken(dotted.size());
  for (std::size_t start = 0; start < dotted.size(); ++start) {
    std::uint32_t node = 0;
    for (std::size_t i = start; i < dotted.size(); ++i) {
      node = child_of(node, dotted.substr(start, i + 1 - start));
      if (node == 0) break;
      bool const counts = matching == Matching::all || !taken[i];
      taken[i] = true;
      if (counts && nodes_[node].line != 0) raise(start, nodes_[node].line - 1, levels);
    }
  }
}

void Patterns::raise(std::size_t start, std::uint32_t line, std::vector<PatternLevel>& levels) const {
  std::size_t at = start;
  for (std::size_t i = line; i < file_.size() && !ends_pattern(file_[i]); ++i) {
    if (!is_number(file_[i])) {
      ++at;
      continue;
    }
    auto const number = static_cast<std::uint8_t>(file_[i] - '0');
    if (levels[at].number < number) levels[at] = {number, line};
  }
}

}  // namespace ms::layout
