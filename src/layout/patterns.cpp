#include "layout/patterns.hpp"

#include <algorithm>
#include <array>

namespace ms::layout {
namespace {

enum class Sort : std::uint8_t { letter, number, end };

// A pattern ends at white space, at the end of the file, or where a change of spelling is described.
constexpr std::array<Sort, 256> sorts = [] {
  std::array<Sort, 256> made{};
  for (char c = '0'; c <= '9'; ++c) made[static_cast<unsigned char>(c)] = Sort::number;
  for (char const c : {'\n', '\r', ' ', '\t', '/'}) made[static_cast<unsigned char>(c)] = Sort::end;
  return made;
}();

constexpr Sort sort_of(char c) {
  return sorts[static_cast<unsigned char>(c)];
}

std::size_t pair_of(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 |
         static_cast<unsigned char>(second);
}

}  // namespace

Patterns::Patterns(std::string_view file, std::size_t first, std::size_t last)
    : file_(file), nodes_(1), first_(256), second_(65536) {
  // One node for about four bytes of a file.
  nodes_.reserve((last - first) / 3 + 2);
  std::vector<Step> path(1);
  for (std::size_t line = first; line < last;) {
    std::size_t const end = std::min(file.find('\n', line), last);
    // Options are words in capitals; a pattern has small letters.
    if (line < end && file[line] != '%' && file[line] != '#' && !(file[line] >= 'A' && file[line] <= 'Z'))
      add(static_cast<std::uint32_t>(line), path);
    line = end + 1;
  }
}

std::uint32_t Patterns::child_of(std::uint32_t parent, std::size_t depth, char before, char letter) const {
  if (depth == 0) return first_[static_cast<unsigned char>(letter)];
  if (depth == 1) return second_[pair_of(before, letter)];
  std::uint32_t child = nodes_[parent].child;
  while (child != 0 && nodes_[child].letter != letter) child = nodes_[child].sibling;
  return child;
}

// `path` is the pattern before: the files are sorted, more or less, so most of the way is known already.
void Patterns::add(std::uint32_t line, std::vector<Step>& path) {
  std::size_t depth = 0;
  std::size_t i = line;
  Sort sort = Sort::letter;
  // What both patterns begin with.
  for (; i < file_.size() && (sort = sort_of(file_[i])) != Sort::end; ++i) {
    if (sort == Sort::number) continue;
    if (depth + 1 >= path.size() || path[depth + 1].letter != file_[i]) break;
    ++depth;
  }
  path.resize(depth + 1);
  for (; i < file_.size() && (sort = sort_of(file_[i])) != Sort::end; ++i) {
    if (sort == Sort::number) continue;
    char const before = path.back().letter, letter = file_[i];
    std::uint32_t const parent = path.back().node;
    std::uint32_t child = child_of(parent, depth, before, letter);
    if (child == 0) {
      child = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back({0, nodes_[parent].child, 0, letter});
      if (depth == 0)
        first_[static_cast<unsigned char>(letter)] = child;
      else if (depth == 1)
        second_[pair_of(before, letter)] = child;
      else
        nodes_[parent].child = child;
    }
    path.push_back({child, letter});
    ++depth;
  }
  if (depth > 0) nodes_[path[depth].node].line = line + 1;
}

void Patterns::match(std::string_view dotted, Matching matching, std::vector<PatternLevel>& levels) const {
  levels.assign(dotted.size() + 1, {});
  // The nodes that were come to at each end, by rising start: the first one there is the longest.
  std::vector<bool> taken(dotted.size());
  for (std::size_t start = 0; start < dotted.size(); ++start) {
    std::uint32_t node = 0;
    for (std::size_t i = start; i < dotted.size(); ++i) {
      node = child_of(node, i - start, i == 0 ? '\0' : dotted[i - 1], dotted[i]);
      if (node == 0) break;
      bool const counts = matching == Matching::all || !taken[i];
      taken[i] = true;
      if (counts && nodes_[node].line != 0) raise(start, nodes_[node].line - 1, levels);
    }
  }
}

void Patterns::raise(std::size_t start, std::uint32_t line, std::vector<PatternLevel>& levels) const {
  std::size_t at = start;
  for (std::size_t i = line; i < file_.size() && sort_of(file_[i]) != Sort::end; ++i) {
    if (sort_of(file_[i]) == Sort::letter) {
      ++at;
      continue;
    }
    auto const number = static_cast<std::uint8_t>(file_[i] - '0');
    if (levels[at].number < number) levels[at] = {number, line};
  }
}

}  // namespace ms::layout
