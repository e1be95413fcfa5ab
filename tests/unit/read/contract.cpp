#include "unit/read/contract.hpp"

#include <doctest/doctest.h>

#include "doc/walk.hpp"
#include "text/utf8.hpp"

namespace contract {

using namespace ms;

namespace {

void check_nesting(text::Text const& text) {
  std::vector<base::Range> open;
  std::size_t start = 0;
  for (text::Span const& span : text.spans) {
    CHECK(span.range.start >= start);
    start = span.range.start;
    while (!open.empty() && open.back().end <= span.range.start) open.pop_back();
    if (!open.empty()) CHECK(span.range.end <= open.back().end);
    open.push_back(span.range);
  }
}

}  // namespace

ms::read::Reading reading_of(std::string bytes, read::Options const& options, std::string const& path) {
  base::Diagnostics diagnostics;
  return read::read({path, std::move(bytes)}, options, diagnostics);
}

read::Options raw() {
  read::Options options;
  options.raw = true;
  return options;
}

void check_contract(read::Reading const& reading) {
  std::string const& source = reading.source.text;
  REQUIRE(text::is_valid_utf8(source));
  text::check_edits(reading.edits, source);
  CHECK(text::edited(source, reading.edits) == reading.text);
  CHECK(text::edited(reading.text, text::inverse(source, reading.edits)) == source);
  for (text::Edit const& edit : reading.edits)
    CHECK((edit.kind == text::EditClass::annotate || edit.replacement != base::slice(source, edit.range)));
  // Blocks are ranges of the text, in order; origins are monotone and inside of the source.
  std::size_t at = 0;
  for (doc::Document const& document : reading.documents)
    doc::walk(document, [&](doc::Block const& block, int) {
      text::Text const* const text = doc::text_of(block);
      if (text == nullptr) return;
      std::string_view own = text->utf8;
      CHECK(!own.empty());
      // Notes come last in the tree, wherever they stand in the source.
      bool const is_note = !document.notes.empty();
      bool const has_added_line_feed = own.ends_with('\n') && reading.text.find(own, at) == std::string::npos;
      if (has_added_line_feed) own.remove_suffix(1);
      std::size_t const found = reading.text.find(own, at);
      REQUIRE(found != std::string::npos);
      at = is_note ? 0 : found + own.size();
      std::size_t source_at = 0;
      for (text::OriginPiece const& piece : text->origin.pieces()) {
        CHECK(piece.source.start >= source_at);
        CHECK(piece.source.end <= source.size());
        source_at = piece.source.start;
      }
      for (text::Span const& span : text->spans) {
        CHECK(!span.range.is_empty());
        CHECK(span.range.end <= text->utf8.size());
        CHECK(text::is_boundary(text->utf8, span.range.start));
        CHECK(text::is_boundary(text->utf8, span.range.end));
      }
      check_nesting(*text);
    });
}

}  // namespace contract
