#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/ascii.hpp"
#include "base/files.hpp"
#include "read/markdown_signs.hpp"
#include "read/read.hpp"

namespace ms::read {
namespace {

struct FormatName {
  Format format;
  std::string_view name;
  std::string_view endings;  ///< blank around each
};
constexpr FormatName names[] = {{Format::automatic, "auto", ""},
                                {Format::text, "text", " txt text asc log "},
                                {Format::html, "html", " html htm xhtml xht "},
                                {Format::markdown, "markdown", " md markdown mdown mkd "},
                                {Format::feed, "feed", " rss atom rdf "},
                                {Format::json, "json", " json "},
                                {Format::pandoc, "pandoc", ""}};

/// "<p>…</p>" without a page around it.
bool is_fragment_of_page(std::string_view lower) {
  for (std::string_view const tag : {"<p", "<div", "<h1", "<h2", "<h3", "<article", "<section", "<main",
                                     "<ul", "<ol", "<table", "<blockquote", "<body", "<meta", "<title"}) {
    if (!lower.starts_with(tag) || lower.size() == tag.size()) continue;
    char const next = lower[tag.size()];
    if (next == '>' || next == ' ' || next == '\n') return lower.find("</") != std::string_view::npos;
  }
  return false;
}

Format by_bytes(std::string_view bytes) {
  Format const found = format_by_beginning(bytes);
  return found == Format::text && has_marks_of_markdown(bytes) ? Format::markdown : found;
}

}  // namespace

Format format_by_beginning(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string const head = base::ascii_lower(bytes.substr(0, 2048));
  std::size_t const start = head.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return Format::text;
  std::string_view const first = std::string_view(head).substr(start);
  if (first.starts_with("{") && first.find("\"pandoc-api-version\"") != std::string_view::npos)
    return Format::pandoc;
  if (first.starts_with("{") && first.find("\"manyscript\"") != std::string_view::npos) return Format::json;
  if (first.starts_with("<!doctype html") || first.starts_with("<html") || first.starts_with("<head"))
    return Format::html;
  if (first.starts_with("<rss") || first.starts_with("<feed") || first.starts_with("<rdf:rdf"))
    return Format::feed;
  if (first.starts_with("<?xml")) {
    if (first.find("<rss") != std::string_view::npos || first.find("<feed") != std::string_view::npos ||
        first.find("<rdf:rdf") != std::string_view::npos)
      return Format::feed;
    if (first.find("<html") != std::string_view::npos) return Format::html;
  }
  return is_fragment_of_page(first) ? Format::html : Format::text;
}

std::string_view name_of(Format format) {
  auto const* const found = std::ranges::find(names, format, &FormatName::format);
  return found->name;
}

std::optional<Format> format_named(std::string_view name) {
  auto const* const found = std::ranges::find(names, name, &FormatName::name);
  return found == std::end(names) ? std::nullopt : std::optional(found->format);
}

Format guess_format(std::string_view path, std::string_view bytes) {
  std::string const ending = fmt::format(" {} ", base::file_ending(std::string(path)));
  for (FormatName const& one : names) {
    if (ending.size() <= 2 || one.endings.find(ending) == std::string_view::npos) continue;
    // Markdown is text, and JSON has two kinds.
    if (one.format == Format::text && by_bytes(bytes) == Format::markdown) return Format::markdown;
    if (one.format == Format::json && format_by_beginning(bytes) == Format::pandoc) return Format::pandoc;
    return one.format;
  }
  return by_bytes(bytes);
}

}  // namespace ms::read
