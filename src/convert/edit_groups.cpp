#include "convert/edit_groups.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::convert {
namespace {

/// Below this an edit is listed as uncertain.
constexpr double sure = 0.8;

/// The next place that parts no mark from its letter.
std::size_t whole_from(std::u32string_view text, std::size_t at) {
  while (at < text.size() && (text::is_mark(text[at]) || text::is_default_ignorable(text[at]))) ++at;
  return at;
}

std::u32string trimmed(std::u32string text) {
  while (!text.empty() && text.back() == U' ') text.pop_back();
  return text.substr(std::min(text.find_first_not_of(U' '), text.size()));
}

}  // namespace

Group group_of(text::Edit const& edit) {
  if (edit.kind == text::EditClass::annotate) return Group::noted;
  if (edit.confidence < sure) return Group::uncertain;
  switch (edit.kind) {
    case text::EditClass::remove: return Group::removed;
    case text::EditClass::move: return Group::moved;
    case text::EditClass::join: return Group::lines;
    case text::EditClass::decode:
    case text::EditClass::normalise:
    case text::EditClass::annotate: break;
  }
  return Group::changed;
}

std::string on_one_line(std::string_view passage, std::size_t longest, std::string_view between) {
  std::u32string const joint = text::to_utf32(between);
  std::u32string visible;
  bool has_line_feed = false, has_space = false;
  for (text::CodePointAt const c : text::code_points(passage)) {
    has_line_feed = has_line_feed || c.value == '\n' || c.value == '\r';
    has_space = has_space || c.value == '\t' || c.value == ' ';
    if (c.value == '\n' || c.value == '\t' || c.value == '\r' || c.value == ' ') continue;
    if (!visible.empty() && has_line_feed)
      visible += joint;
    else if (!visible.empty() && has_space)
      visible += U' ';
    has_line_feed = has_space = false;
    visible += c.value;
  }
  if (visible.size() > longest) {
    std::size_t const end = whole_from(visible, longest * 2 / 3),
                      start = whole_from(visible, visible.size() - longest / 3);
    if (end < start) visible = trimmed(visible.substr(0, end)) + U" … " + trimmed(visible.substr(start));
  }
  return text::to_utf8(visible);
}

}  // namespace ms::convert
