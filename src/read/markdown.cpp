#include "read/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ensure.hpp"
#include "read/article.hpp"
#include "read/front_matter.hpp"
#include "read/markdown_head.hpp"
#include "read/markdown_notes.hpp"
#include "read/markdown_walk.hpp"
#include "read/plain.hpp"

namespace ms::read {
namespace {

constexpr std::string_view markup_rule = "markdown.markup";

/// Parts and drops of several walks, sorted, must not reach into each other: a comment may be opened before a
/// note and closed after it.
bool is_sound(Outline const& outline) {
  std::size_t at = 0, drop = 0;
  auto const pass_drops = [&](std::size_t until) {
    for (; drop < outline.drops.size() && outline.drops[drop].range.start < until; ++drop) {
      if (outline.drops[drop].range.start < at) return false;
      at = outline.drops[drop].range.end;
    }
    return true;
  };
  for (Part const& part : outline.parts)
    for (Piece const& piece : part.pieces) {
      if (!pass_drops(piece.range.start) || piece.range.start < at) return false;
      at = piece.range.end;
    }
  return pass_drops(std::string_view::npos);
}

/// Nothing when it cannot be read in this way.
std::optional<Outline> outline_of(std::string_view source, std::string_view language, bool with_notes,
                                  bool with_tables, base::Diagnostics& diagnostics) {
  Outline outline;
  outline.markup_rule = markup_rule;
  PartWriter writer(source, outline);
  FrontMatter const matter = front_matter_of(source);
  MarkdownState state{source, writer, diagnostics, {}, {}, false, 0, 0};
  state.title = write_head(matter, language, writer, outline);
  MarkdownText const text = markdown_text_of(source, matter.range.end, with_notes);
  for (std::size_t i = 0; i < text.notes.size(); ++i)
    state.notes.emplace(text.notes[i].label, fmt::format("n{}", i + 1));
  if (!walk_markdown(state, text.body, {}, with_tables)) return std::nullopt;
  for (MarkdownNote const& note : text.notes) {
    writer.jump(note.start);
    Container around;
    around.kind = Container::Kind::note;
    around.id = ++state.ids;
    around.name = state.notes.find(note.label)->second;
    around.marker = note.label;
    if (!walk_markdown(state, note.text, {std::move(around)}, with_tables)) return std::nullopt;
  }
  put_in_order(outline);
  if (!is_sound(outline)) return std::nullopt;
  settle_head(source, language, outline);
  return outline;
}

Outline markdown_outline(std::string_view source, std::string_view language, normalise::Selection const&,
                         base::Diagnostics& diagnostics) {
  for (bool const with_tables : {true, false})
    for (bool const with_notes : {true, false}) {
      base::Diagnostics noticed;
      std::optional<Outline> outline = outline_of(source, language, with_notes, with_tables, noticed);
      if (!outline) continue;
      if (!with_tables) noticed.warn("markdown.table", "a table of more than 128 columns was read as text");
      if (!with_notes) noticed.warn("markdown.note", "the footnotes of this text were read as text");
      for (base::Diagnostic const& one : noticed.list()) diagnostics.add(one);
      return *std::move(outline);
    }
  base::ensure(false, "one walk without notes is in order");
  return {};
}

/// md4c copies the target of a definition for each reference to it (cmark limits that, CommonMark 0.30
/// leaves it open): long ones that are used often would take its time to the product of both.
bool is_too_costly(std::string_view source) {
  constexpr std::size_t most_copied = 100'000'000;
  std::size_t longest = 0;
  for (std::size_t start = 0; start < source.size();) {
    std::size_t const end = std::min(source.find('\n', start), source.size());
    std::string_view const line = source.substr(start, end - start);
    if (line.size() > longest && line.find("]:") != line.npos) longest = line.size();
    start = end + 1;
  }
  auto const references = static_cast<std::size_t>(std::ranges::count(source, '['));
  return longest > 0 && references > most_copied / longest;
}

}  // namespace

void read_markdown(Reading& reading, Options const& options, base::Diagnostics& diagnostics) {
  if (is_too_costly(reading.source.text)) {
    diagnostics.warn("markdown.links",
                     "definitions of links are too long for so many links; read as plain text");
    return read_plain(reading, options, diagnostics);
  }
  if (is_mere_lines(reading.source.text)) return read_plain(reading, options, diagnostics);
  // References and escapes of Markdown are resolved once, by its own rules, and never in code.
  Options own = options;
  own.drop.insert(own.drop.end(), {"char.entity", "char.escape"});
  read_with(markdown_outline, nullptr, reading, own, diagnostics);
}

}  // namespace ms::read
