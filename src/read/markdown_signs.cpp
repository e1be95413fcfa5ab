#include "read/markdown_signs.hpp"

#include <algorithm>
#include <cstddef>

namespace ms::read {
namespace {

constexpr std::size_t enough = 1 << 16;  ///< bytes that are looked at

struct Signs {
  std::size_t headings = 0, deep_headings = 0, fences = 0, tables = 0, links = 0, strong = 0, items = 0;
};

/// "## Title": the number of signs, 0 for no heading (CommonMark 4.2; without a text it may be anything).
std::size_t heading_level(std::string_view line) {
  std::size_t const level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 6 || level + 1 >= line.size() || line[level] != ' ' || line.size() > 200)
    return 0;
  return line[level + 1] == ' ' || line[level + 1] == '#' ? 0 : level;
}

/// "|---|:--:|"
bool is_delimiter_row(std::string_view line) {
  return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of(" |:-\r") == std::string_view::npos;
}

/// "[words](https://…)", "![a picture](file.png)"
bool has_link(std::string_view line) {
  std::size_t const middle = line.find("](");
  return middle != std::string_view::npos && line.substr(0, middle).find('[') != std::string_view::npos &&
         line.find(')', middle) != std::string_view::npos;
}

/// "**words**", with a letter right behind the first mark and right before the second.
bool has_strong(std::string_view line) {
  std::size_t const first = line.find("**");
  if (first == std::string_view::npos) return false;
  std::size_t const second = line.find("**", first + 3);
  return second != std::string_view::npos && line[first + 2] != ' ' && line[first + 2] != '*' &&
         line[second - 1] != ' ';
}

bool is_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ")) return true;
  std::size_t const digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits <= 3 && line.substr(digits).starts_with(". ");
}

}  // namespace

bool has_marks_of_markdown(std::string_view text) {
  Signs signs;
  text = text.substr(0, enough);
  while (!text.empty()) {
    std::size_t const end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    std::size_t const indent = std::min(line.find_first_not_of(' '), line.size());
    line.remove_prefix(std::min<std::size_t>(indent, 3));
    if (line.starts_with("```") || line.starts_with("~~~")) ++signs.fences;
    if (signs.fences % 2 == 1) continue;  // code may hold anything
    std::size_t const level = heading_level(line);
    signs.headings += level > 0;
    signs.deep_headings += level > 1;
    signs.tables += is_delimiter_row(line);
    signs.links += has_link(line);
    signs.strong += has_strong(line);
    signs.items += is_item(line);
  }
  int const kinds = (signs.headings > 0) + (signs.fences >= 2) + (signs.tables > 0) + (signs.links > 0) +
                    (signs.strong > 0);
  std::size_t const all = signs.headings + signs.fences / 2 + signs.tables + signs.links + signs.strong;
  if (kinds >= 2 && all >= 3) return true;
  if (signs.headings >= 2 && signs.deep_headings > 0) return true;
  return signs.strong >= 3 && signs.items >= 2;
}

}  // namespace ms::read
