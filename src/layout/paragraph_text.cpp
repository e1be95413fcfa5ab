#include "layout/paragraph_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace ms::layout {
namespace {

using text::Span;
using text::SpanKind;

constexpr std::string_view left_to_right_isolate = "\u2066", right_to_left_isolate = "\u2067",
                           first_strong_isolate = "\u2068", pop_isolate = "\u2069";

text::Edit insertion(std::size_t at, std::string_view what) {
  return {.range = {at, at},
          .replacement = std::string(what),
          .rules = {"layout.isolate"},
          .language = {},
          .evidence = {}};
}

NoteMark const* mark_of(Span const& span, NoteMarks const* notes) {
  if (span.kind != SpanKind::note || notes == nullptr) return nullptr;
  auto const found = notes->find(span.value);
  return found == notes->end() ? nullptr : &found->second;
}

/// The text with references that hold nothing but their sign: what stands in them goes with the sign.
text::Text with_plain_references(text::Text text, NoteMarks const* notes) {
  std::vector<Range> references;
  for (Span const& span : text.spans)
    if (mark_of(span, notes) != nullptr) references.push_back(span.range);
  std::erase_if(text.spans, [&](Span const& span) {
    return std::any_of(references.begin(), references.end(), [&](Range reference) {
      return reference != span.range && reference.contains(span.range);
    });
  });
  return text;
}

/// Edits that put isolates round the spans that ask for them and the number of its note in the place of each
/// reference; insertions at one place are one edit.
text::Edits edits_of(std::vector<Span> const& spans, NoteMarks const* notes) {
  // At one offset what closes stands before what opens; the inner of two closes first and opens last.
  std::map<std::size_t, std::string> closing, opening;
  for (Span const& span : spans) {
    if (span.kind != SpanKind::isolate) continue;
    opening[span.range.start] += span.value == "rtl"   ? right_to_left_isolate
                                 : span.value == "ltr" ? left_to_right_isolate
                                                       : first_strong_isolate;
    closing[span.range.end] += pop_isolate;
  }
  std::map<std::size_t, std::string> all = std::move(closing);
  for (auto const& [offset, marks] : opening) all[offset] += marks;
  text::Edits edits;
  for (auto const& [offset, marks] : all) edits.push_back(insertion(offset, marks));
  for (Span const& span : spans)
    if (NoteMark const* const mark = mark_of(span, notes))
      edits.push_back({.range = span.range,
                       .replacement = fmt::format("{}", mark->number),
                       .rules = {"layout.note-number"},
                       .language = {},
                       .evidence = {}});
  std::stable_sort(edits.begin(), edits.end(), [](text::Edit const& a, text::Edit const& b) {
    return std::pair(a.range.start, a.range.end) < std::pair(b.range.start, b.range.end);
  });
  return edits;
}

std::string_view element_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::strong: return "strong";
    case SpanKind::emphasis: return "em";
    case SpanKind::code: return "code";
    case SpanKind::link: return "a";
    case SpanKind::note: return "a";
    case SpanKind::ruby: return "ruby";
    case SpanKind::language:
    case SpanKind::isolate:
    case SpanKind::css_class: break;
  }
  return "span";
}

page::StructureNode child_of(std::size_t parent, page::Role role, std::string language) {
  page::StructureNode node;
  node.role = role;
  node.parent = parent;
  node.language = std::move(language);
  return node;
}

/// Cuts the text where a span begins or ends and says what each piece looks like and belongs to.
class Runs {
 public:
  Runs(text::Text const& text, ParagraphPlace const& place, style::Style const& style,
       std::vector<page::StructureNode>& structure)
      : text_(text), place_(place), style_(style), structure_(structure), node_of_span_(text.spans.size()) {}

  std::vector<StyleRun> make() {
    std::set<std::size_t> cuts = {0, text_.utf8.size()};
    for (Span const& span : text_.spans) cuts.insert({span.range.start, span.range.end});
    std::vector<StyleRun> runs;
    for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut)
      runs.push_back(run({*cut, *std::next(cut)}));
    return runs;
  }

 private:
  StyleRun run(Range range) {
    StyleRun out{
        .range = range, .style = {}, .language = place_.language, .structure = place_.structure, .link = {}};
    std::vector<style::Element> path = place_.path;
    for (std::size_t i = 0; i < text_.spans.size(); ++i) {
      Span const& span = text_.spans[i];
      if (!span.range.contains(range)) continue;
      if (span.kind == SpanKind::language) out.language = span.value;
      if (span.kind == SpanKind::link) out.link = span.value;
      style::Element element{
          .name = element_of(span.kind), .classes = {}, .language = {}, .direction = place_.direction};
      if (NoteMark const* const mark = mark_of(span, place_.notes)) {
        element.classes.emplace_back("noteref");
        out.link = "#" + mark->id;
        out.reference = mark->reference;
      }
      if (span.kind == SpanKind::css_class) element.classes.push_back(span.value);
      path.push_back(std::move(element));
      out.structure = node_of(i, *out.structure);
    }
    for (std::size_t i = place_.path.size(); i < path.size(); ++i) path[i].language = out.language;
    out.style = text_style_of(style_.compute(path));
    return out;
  }

  /// A link, a reference and a stretch in another language have a node of their own, the same for all their
  /// runs.
  std::size_t node_of(std::size_t span_index, std::size_t parent) {
    Span const& span = text_.spans[span_index];
    std::optional<std::size_t>& node = node_of_span_[span_index];
    if (node) return *node;
    if (NoteMark const* const mark = mark_of(span, place_.notes)) {
      // No link stands in a link.
      bool const in_link = structure_[parent].role == page::Role::link;
      structure_.push_back(
          child_of(in_link ? *structure_[parent].parent : parent, page::Role::reference, {}));
      structure_.back().refers_to = mark->id;
      structure_.push_back(child_of(structure_.size() - 1, page::Role::link, {}));
    } else if (span.kind == SpanKind::link)
      structure_.push_back(child_of(parent, page::Role::link, {}));
    else if (span.kind == SpanKind::language && span.value != place_.language)
      structure_.push_back(child_of(parent, page::Role::span, span.value));
    else
      return parent;
    node = structure_.size() - 1;
    return *node;
  }

  text::Text const& text_;
  ParagraphPlace const& place_;
  style::Style const& style_;
  std::vector<page::StructureNode>& structure_;
  std::vector<std::optional<std::size_t>> node_of_span_;
};

font::Family family_of(style::Family family) {
  switch (family) {
    case style::Family::serif: return font::Family::serif;
    case style::Family::sans: return font::Family::sans;
    case style::Family::mono: break;
  }
  return font::Family::mono;
}

}  // namespace

std::size_t ParagraphText::block_offset(std::size_t offset) const {
  std::size_t from = 0, to = 0;  // ends of the last edit before `offset`, in the block and in the text
  for (text::Edit const& edit : edits) {
    std::size_t const start = to + (edit.range.start - from);
    if (offset <= start) break;
    if (offset < start + edit.replacement.size()) return edit.range.start;
    from = edit.range.end;
    to = start + edit.replacement.size();
  }
  return from + (offset - to);
}

TextStyle text_style_of(style::Computed const& computed) {
  return {.family = family_of(computed.family),
          .size = computed.size,
          .bold = computed.bold,
          .italic = computed.italic,
          .letter_spacing = computed.letter_spacing,
          .colour = {computed.colour.red, computed.colour.green, computed.colour.blue}};
}

ParagraphText paragraph_text(text::Text const& block_text, ParagraphPlace const& place,
                             style::Style const& style, std::vector<page::StructureNode>& structure) {
  ParagraphText out;
  text::Text text = with_plain_references(block_text, place.notes);
  out.edits = edits_of(text.spans, place.notes);
  if (!out.edits.empty()) text = text::edited(text, out.edits);
  out.styled.utf8 = text.utf8;
  out.styled.origin = text.origin;
  out.styled.direction = place.direction;
  out.styled.language = place.language;
  out.styled.hyphenate = style.compute(place.path).hyphenate;
  if (!text.utf8.empty()) out.styled.runs = Runs(text, place, style, structure).make();
  return out;
}

}  // namespace ms::layout
