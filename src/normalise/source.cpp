#include <algorithm>
#include <array>

#include "normalise/rules_of.hpp"
#include "normalise/scan.hpp"
#include "text/encoding.hpp"

namespace ms::normalise {
namespace {

constexpr char escape = '\x1B';

bool is_between(char c, char low, char high) {
  return c >= low && c <= high;
}

/// End of the ANSI escape sequence (ECMA-48) that starts at `start`, or `start` when there is none.
std::size_t ansi_end(std::string_view text, std::size_t start) {
  std::size_t at = start + 1;
  if (at >= text.size()) return start;
  if (text[at] == '[') {
    for (++at; at < text.size() && is_between(text[at], '\x20', '\x3F');) ++at;
    return at < text.size() && is_between(text[at], '\x40', '\x7E') ? at + 1 : start;
  }
  if (text[at] == ']') {  // a title for the terminal's window, up to BEL or ESC backslash
    for (++at; at < text.size() && at < start + 500 && text[at] != '\n'; ++at) {
      if (text[at] == '\a') return at + 1;
      if (text[at] == escape && at + 1 < text.size() && text[at + 1] == '\\') return at + 2;
    }
    return start;
  }
  return is_between(text[at], '\x40', '\x5F') ? at + 1 : start;
}

/// C1 controls are windows-1252 that was taken for ISO 8859-1; 0 where that has none either.
std::array<char32_t, 32> const& c1_as_windows_1252() {
  static std::array<char32_t, 32> const table = [] {
    std::string bytes;
    for (int byte = 0x80; byte < 0xA0; ++byte) bytes += static_cast<char>(byte);
    std::array<char32_t, 32> made{};
    std::size_t i = 0;
    std::string const utf8 = text::decoded(bytes, "windows-1252").utf8;
    for (text::CodePointAt const c : text::code_points(utf8)) made[i++] = c.value >= 0xA0 ? c.value : 0;
    return made;
  }();
  return table;
}

constexpr char32_t next_line = 0x85;

}  // namespace

text::Edits decode_bom(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  if (text.starts_with("\xEF\xBB\xBF")) changes.remove({0, 3});
  return changes.take();
}

// UAX 14 classes BK, CR, LF, NL and the paragraph separator; a form feed ends a page, so a paragraph, too.
text::Edits line_ending(std::string_view text, Context const&, base::Diagnostics&) {
  static constexpr Bytes starts("\r\v\f\xC2\xE2");
  Changes changes;
  for (std::size_t at = starts.find(text); at != std::string_view::npos; at = starts.find(text, at)) {
    std::string_view const rest = text.substr(at);
    std::size_t length = 1;
    if (rest.starts_with("\r\n")) {
      changes.remove({at, at + 1});
    } else if (rest.front() == '\r' || rest.front() == '\v') {
      changes.replace({at, at + 1}, std::string("\n"));
    } else if (rest.front() == '\f') {
      changes.replace({at, at + 1}, std::string("\n\n"));
    } else if (rest.starts_with("\xC2\x85")) {
      changes.replace({at, at + (length = 2)}, std::string("\n"));
    } else if (rest.starts_with("\xE2\x80\xA8")) {
      changes.replace({at, at + (length = 3)}, std::string("\n"));
    } else if (rest.starts_with("\xE2\x80\xA9")) {
      changes.replace({at, at + (length = 3)}, std::string("\n\n"));
    }
    at += length;
  }
  return changes.take();
}

text::Edits char_ansi(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  for (std::size_t at = text.find(escape); at != std::string_view::npos;) {
    std::size_t const end = ansi_end(text, at);
    if (end > at) changes.remove({at, end});
    at = text.find(escape, std::max(end, at + 1));
  }
  return changes.take();
}

// A lone U+0085 is a line end (IBM); beside other C1 controls it is the ellipsis of windows-1252.
text::Edits char_c1(std::string_view text, Context const&, base::Diagnostics&) {
  Changes changes;
  bool has_others = false;
  for (int round = 0; round < 2 && (round == 0 || has_others); ++round) {
    for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
      if (at + 1 >= text.size()) break;
      auto const low = static_cast<unsigned char>(text[at + 1]);
      if (low >= 0xA0) continue;
      char32_t const meant = c1_as_windows_1252()[low - 0x80];
      if (round == 0)
        has_others = has_others || (low != next_line && meant != 0);
      else if (meant != 0)
        changes.replace({at, at + 2}, meant);
    }
  }
  return changes.take();
}

// What no text may hold and XML 1.0 forbids (2.2), and the interlinear annotation marks (UTR 20, 3.5).
text::Edits char_control(std::string_view text, Context const&, base::Diagnostics&) {
  // What begins one of them; all others are passed by without a look.
  static constexpr Bytes starts(
      std::string_view("\0\1\2\3\4\5\6\a\b\v\f\r\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C"
                       "\x1D\x1E\x1F\x7F\xC2\xEF\xF0\xF1\xF2\xF3\xF4",
                       37));
  Changes changes;
  for (std::size_t at = starts.find(text); at != std::string_view::npos;) {
    text::CodePoint const c = text::code_point_at(text, at);
    bool const is_stray_control = text::is_control(c.value) && c.value != '\t' && c.value != '\n';
    bool const is_annotation = c.value >= 0xFFF9 && c.value <= 0xFFFB;
    if (is_stray_control || is_annotation || text::is_noncharacter(c.value))
      changes.remove({at, at + c.length});
    at = starts.find(text, at + c.length);
  }
  return changes.take();
}

text::Edits char_object(std::string_view text, Context const&, base::Diagnostics& diagnostics) {
  Changes changes;
  constexpr std::string_view object = "\xEF\xBF\xBC";
  std::size_t const first = text.find(object);
  for (std::size_t at = first; at != std::string_view::npos; at = text.find(object, at + 3))
    changes.remove({at, at + 3});
  if (first != std::string_view::npos)
    diagnostics.note("text.missing-object", "a picture or object was lost when the text was copied",
                     base::Range{first, first + 3});
  return changes.take();
}

}  // namespace ms::normalise
