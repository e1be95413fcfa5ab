#include "cases/case_file.hpp"

#include <fmt/format.h>

#include <charconv>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace cases {
namespace {

/// The number in "{…}" at `at`, which goes to the end of it; -1 when there is none.
long braced(std::string_view text, std::size_t& at) {
  if (at >= text.size() || text[at] != '{') return -1;
  std::size_t const end = text.find('}', at);
  if (end == std::string_view::npos) return -1;
  long value = -1;
  auto const done = std::from_chars(text.data() + at + 1, text.data() + end, value, 16);
  if (done.ptr != text.data() + end) return -1;
  at = end + 1;
  return value;
}

std::string_view line_at(std::string_view text, std::size_t& at) {
  std::size_t const end = std::min(text.find('\n', at), text.size());
  std::string_view const line = text.substr(at, end - at);
  at = end + 1;
  return line;
}

}  // namespace

std::string const* Case::section(std::string_view wanted) const {
  for (auto const& [title, text] : sections)
    if (title == wanted) return &text;
  return nullptr;
}

std::string Case::input() const {
  std::string const* const text = section("input");
  return text == nullptr ? std::string() : unescaped(*text);
}

std::vector<std::string> Case::options(std::string_view wanted) const {
  std::vector<std::string> values;
  std::string const* const text = section("options");
  for (std::size_t at = 0; text != nullptr && at < text->size();) {
    std::string_view const line = line_at(*text, at);
    std::size_t const blank = std::min(line.find(' '), line.size());
    if (line.substr(0, blank) == wanted) values.emplace_back(line.substr(std::min(blank + 1, line.size())));
  }
  return values;
}

std::string Case::option(std::string_view wanted, std::string otherwise) const {
  std::vector<std::string> const values = options(wanted);
  return values.empty() ? otherwise : values.front();
}

CaseFile parsed(std::string_view text) {
  CaseFile file;
  std::string* section = &file.head;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view const line = line_at(text, at);
    if (line.starts_with("=== ")) {
      file.cases.push_back({std::string(line.substr(4)), {}});
      section = nullptr;
    } else if (line.starts_with("--- ") && !file.cases.empty()) {
      file.cases.back().sections.emplace_back(line.substr(4), "");
      section = &file.cases.back().sections.back().second;
    } else if (section != nullptr) {
      section->append(line).append("\n");
    }
  }
  return file;
}

std::string printed(CaseFile const& file) {
  std::string out = file.head;
  for (Case const& one : file.cases) {
    out += fmt::format("=== {}\n", one.name);
    for (auto const& [title, text] : one.sections) out += fmt::format("--- {}\n{}", title, text);
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  if (text.ends_with("\\z\n")) text.remove_suffix(3);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == 'u' || text[at + 1] == 'x')) {
      std::size_t after = at + 2;
      if (long const value = braced(text, after); value >= 0) {
        if (text[at + 1] == 'u')
          ms::text::append(out, static_cast<char32_t>(value));
        else
          out += static_cast<char>(value);
        at = after;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (ms::text::CodePointAt const c : ms::text::code_points(text)) {
    bool const is_seen = c.value == '\n' || c.value == ' ' ||
                         !(ms::text::is_control(c.value) || ms::text::is_default_ignorable(c.value) ||
                           ms::text::is_white_space(c.value) || ms::text::is_private_use(c.value) ||
                           ms::text::is_noncharacter(c.value));
    if (is_seen)
      out += text.substr(c.offset, c.length);
    else
      out += fmt::format("\\u{{{:X}}}", static_cast<unsigned>(c.value));
  }
  if (!out.ends_with('\n')) out += out.empty() ? "" : "\\z\n";
  return out;
}

}  // namespace cases
