#include "read/html_word_lists.hpp"

#include <algorithm>
#include <cstdlib>

#include "base/ascii.hpp"

namespace ms::read::html {
namespace {

constexpr std::string_view property = "mso-list:";
constexpr std::size_t longest_marker = 12;

/// What the style says after "mso-list:", up to the next declaration.
std::string_view list_style(Page const& page, NodeId node) {
  if (page.nodes[node].attribute_count == 0) return {};
  std::string_view const style = page.attribute(node, "style");
  std::size_t const at = style.find(property);
  if (at == std::string_view::npos) return {};
  std::string_view const value = style.substr(at + property.size());
  return value.substr(0, value.find(';'));
}

int number_after(std::string_view text, std::string_view word, int otherwise) {
  std::size_t const at = text.find(word);
  if (at == std::string_view::npos) return otherwise;
  int const number = std::atoi(std::string(text.substr(at + word.size(), 2)).c_str());
  return number > 0 ? number : otherwise;
}

}  // namespace

bool is_word_marker(Page const& page, NodeId node) {
  return list_style(page, node).find("Ignore") != std::string_view::npos;
}

std::optional<WordItem> word_item(Page const& page, NodeId node) {
  std::string_view const style = list_style(page, node);
  if (page.nodes[node].tag != Tag::p || style.find("level") == std::string_view::npos) return std::nullopt;
  WordItem item;
  item.level = std::clamp(number_after(style, "level", 1), 1, 9);
  for (NodeId id = node + 1; id < page.nodes[node].end; ++id) {
    if (page.nodes[id].tag == Tag::text || !is_word_marker(page, id)) continue;
    std::string text = page.inner_text(id, longest_marker);
    text = text.substr(0, text.find_first_of(" \xC2"));  // white space behind it is no-break
    bool const is_ordered = text.size() > 1 && (text.ends_with('.') || text.ends_with(')'));
    if (!is_ordered) break;
    item.is_ordered = true;
    if (base::is_ascii_digit(text.front())) item.number = std::max(1, std::atoi(text.c_str()));
    item.marker = text;
    return item;
  }
  item.marker = "•";
  return item;
}

}  // namespace ms::read::html
