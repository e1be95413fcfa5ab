#include "read/trail.hpp"

#include "read/lines.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

constexpr std::size_t longest_trail = 240, longest_step = 28;

/// Marks between steps. A slash may part other things, too: it needs a step that is a known name. Bars part
/// the words of menus.
bool is_arrow(char32_t c) {
  return c == '>' || c == 0x203A || c == 0xBB || c == 0x2192 || c == 0x25B8 || c == 0x25B6 || c == 0xFF1E ||
         c == 0x3009 || c == 0x2039 || c == 0xAB;
}

bool is_slash(char32_t c) {
  return c == '/' || c == 0xFF0F;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text::is_white_space(text::code_point_at(text, 0).value))
    text.remove_prefix(text::code_point_at(text, 0).length);
  while (!text.empty()) {
    text::CodePoint const last = text::code_point_before(text, text.size());
    if (!text::is_white_space(last.value)) break;
    text.remove_suffix(last.length);
  }
  return text;
}

bool is_named(std::string_view step, Vocabulary const& vocabulary) {
  Labels const labels = vocabulary.labels(Key(step));
  return labels.is(Word::section) || labels.is(Word::navigation);
}

}  // namespace

std::vector<std::string_view> trail_of(std::string_view line, Vocabulary const& vocabulary) {
  if (line.size() > longest_trail) return {};
  std::vector<std::string_view> steps;
  std::size_t start = 0, arrows = 0, named = 0;
  auto const add = [&](std::size_t end) {
    if (std::string_view const step = trimmed(line.substr(start, end - start)); !step.empty())
      steps.push_back(step);
  };
  for (text::CodePointAt const c : text::code_points(line)) {
    bool const is_parted =
        c.offset > 0 && line[c.offset - 1] == ' ' && c.end() < line.size() && line[c.end()] == ' ';
    bool const is_wide = c.value == 0xFF1E || c.value == 0x3009;
    if (!is_arrow(c.value) && !is_slash(c.value)) continue;
    if (!is_parted && !is_wide) continue;
    arrows += is_arrow(c.value);
    add(c.offset);
    start = c.end();
  }
  add(line.size());
  if (steps.size() < 2) return {};
  // The last step may be the headline.
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (i + 1 < steps.size() && columns_of(steps[i]) > longest_step) return {};
    named += is_named(steps[i], vocabulary);
  }
  bool const is_trail =
      arrows + 1 == steps.size() ? arrows >= 2 || named >= 1 : named >= 1 && steps.size() >= 3;
  return is_trail ? steps : std::vector<std::string_view>{};
}

std::string_view section_of(std::vector<std::string_view> const& steps, Vocabulary const& vocabulary) {
  for (std::size_t i = steps.size(); i-- > 0;)
    if (columns_of(steps[i]) <= longest_step && !vocabulary.labels(Key(steps[i])).is(Word::navigation))
      return steps[i];
  return {};
}

}  // namespace ms::read
