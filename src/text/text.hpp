// A block's text: one UTF-8 string, spans over it, and where it came from. Spans are sorted by start (longer
// ones first), properly nested, on code point boundaries and never empty, except an inline object, which is
// one placeholder U+FFFC with a span over it.
#pragma once

#include <string>
#include <vector>

#include "base/range.hpp"
#include "text/edit.hpp"
#include "text/origin.hpp"

namespace ms::text {

enum class SpanKind {
  language,  ///< value: BCP 47
  isolate,   ///< value: ltr, rtl or auto
  strong,
  emphasis,
  link,       ///< value: target
  css_class,  ///< value: class name
  ruby,       ///< value: the reading
  note,       ///< value: the note's id
  code
};

struct Span {
  base::Range range;
  SpanKind kind = SpanKind::css_class;
  std::string value;
  friend bool operator==(Span const&, Span const&) = default;
};

struct Text {
  std::string utf8;
  std::vector<Span> spans;
  Origin origin;

  bool is_empty() const { return utf8.empty(); }
  friend bool operator==(Text const&, Text const&) = default;
};

/// `text` after `edits`: the one function that carries them out, spans and origin included. Spans that lose
/// all their text go; an insertion at a span's edge stays outside of it.
Text edited(Text const& text, Edits const& edits);

/// The part `range` of `text`; spans are cut to it.
Text part(Text const& text, base::Range range);

/// Appends `tail`, with `between` (no source) before it when `head` is not empty.
void append(Text& head, Text const& tail, std::string_view between = {});

std::string_view name_of(SpanKind kind);

}  // namespace ms::text
