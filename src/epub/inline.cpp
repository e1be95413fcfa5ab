#include "epub/inline.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "epub/links.hpp"
#include "text/tag.hpp"
#include "text/utf8.hpp"

namespace ms::epub {

using base::Range;
using text::Span;
using text::SpanKind;

/// One text being written.
struct Inline::Run {
  Inline& out;
  text::Text const& text;
  Objects objects;
  std::vector<Mark> marks;
  std::size_t next_mark = 0;
  std::size_t next_span = 0;
  bool in_link = false;
  std::vector<Note const*> after_link;  ///< references found in a link: it cannot hold them

  Xml& xml() { return out.xml_; }

  void marks_until(std::size_t offset) {
    for (; next_mark < marks.size() && marks[next_mark].offset <= offset; ++next_mark)
      out.page_mark(marks[next_mark]);
  }

  /// Characters of [start, end) with line feeds as br; placeholders that no span explains are dropped.
  void characters(std::size_t start, std::size_t end) {
    while (start < end) {
      marks_until(start);
      std::size_t const stop = next_mark < marks.size() ? std::min(end, marks[next_mark].offset) : end;
      std::string_view part = std::string_view(text.utf8).substr(start, stop - start);
      while (!part.empty()) {
        std::string_view const object = "\uFFFC";
        std::size_t const at = std::min({part.find('\n'), part.find(object), part.size()});
        if (at > 0) xml().text(part.substr(0, at));
        if (at == part.size()) break;
        bool const feed = part[at] == '\n';
        if (feed && objects == Objects::none) xml().text(" ");
        if (feed && objects == Objects::all) xml().leaf("br", {});
        part.remove_prefix(at + (feed ? 1 : object.size()));
      }
      start = stop;
    }
  }

  void range(Range whole, Place const& place) {
    std::size_t at = whole.start;
    while (next_span < text.spans.size() && text.spans[next_span].range.start < whole.end) {
      Span span = text.spans[next_span++];
      span.range.start = std::max(span.range.start, at);
      span.range.end = std::min(span.range.end, whole.end);
      if (span.range.is_empty() || span.range.start > span.range.end) continue;
      characters(at, span.range.start);
      marks_until(span.range.start);
      element(span, place);
      at = span.range.end;
    }
    characters(at, whole.end);
  }

  void element(Span const& span, Place const& place) {
    switch (span.kind) {
      case SpanKind::language:
      case SpanKind::isolate: return speech(span, place);
      case SpanKind::strong: return inside("strong", {}, span.range, place);
      case SpanKind::emphasis: return inside("em", {}, span.range, place);
      case SpanKind::code: return inside("code", {}, span.range, place);
      case SpanKind::css_class:
        return span.value.empty() ? range(span.range, place)
                                  : inside("span", {{"class", span.value}}, span.range, place);
      case SpanKind::link: return link(span, place);
      case SpanKind::ruby: return ruby(span, place);
      case SpanKind::note: return note(span, place);
    }
  }

  void inside(char const* name, Attributes const& attributes, Range whole, Place const& place) {
    auto const guard = xml().element(name, attributes);
    range(whole, place);
  }

  /// Language and isolation of one range are one element.
  void speech(Span const& first, Place const& place) {
    Place own = place;
    bool isolated = false, automatic = false;
    auto const take = [&](Span const& span) {
      if (span.kind == SpanKind::language) {
        std::string const& tag = out.tags_.tag(span.value);
        if (tag == "und") return;
        own.language = tag;
        auto const direction = text::direction_of_tag(tag);
        if (direction && *direction != own.direction && !isolated) {
          own.direction = *direction;
          isolated = true;
        }
      } else {
        isolated = true;
        automatic = span.value != "ltr" && span.value != "rtl";
        if (!automatic) own.direction = span.value == "rtl" ? text::Direction::rtl : text::Direction::ltr;
      }
    };
    take(first);
    while (next_span < text.spans.size()) {
      Span const& next = text.spans[next_span];
      bool const speech = next.kind == SpanKind::language || next.kind == SpanKind::isolate;
      if (!speech || next.range != first.range) break;
      take(next);
      ++next_span;
    }
    Place const same_direction{place.language, own.direction};
    Attributes attributes = place_attributes(Xml::Kind::xhtml, own, &same_direction);
    if (isolated)
      attributes.emplace_back("dir", automatic ? "auto" : std::string(text::name_of(own.direction)));
    if (attributes.empty()) return range(first.range, place);
    inside(isolated ? "bdi" : "span", attributes, first.range, own);
  }

  void link(Span const& span, Place const& place) {
    if (objects == Objects::none || in_link) return range(span.range, place);
    std::string target;
    if (span.value.size() > 1 && span.value.front() == '#') {
      auto const known =
          std::find_if(out.article_.ids.begin(), out.article_.ids.end(),
                       [&](auto const& entry) { return entry.first->id == span.value.substr(1); });
      if (known != out.article_.ids.end()) target = "#" + known->second;
    } else {
      target = safe_link(span.value).value_or("");
    }
    if (target.empty()) {
      out.diagnostics_.note("epub.link", fmt::format("link to “{}” leads nowhere from a book", span.value));
      return range(span.range, place);
    }
    in_link = true;
    inside("a", {{"href", target}}, span.range, place);
    in_link = false;
    for (Note const* note : std::exchange(after_link, {})) reference(*note);
  }

  void ruby(Span const& span, Place const& place) {
    if (objects == Objects::none || span.value.empty()) return range(span.range, place);
    while (next_mark < marks.size() && marks[next_mark].offset < span.range.end)
      out.page_mark(marks[next_mark++]);
    auto const whole = xml().element("ruby");
    range(span.range, place);
    // Readers that know no ruby show the reading in brackets.
    xml().leaf("rp", {}, "(");
    xml().leaf("rt", {}, span.value);
    xml().leaf("rp", {}, ")");
  }

  void note(Span const& span, Place const& place) {
    Note const* note = out.article_.note(span.value);
    if (note == nullptr) return range(span.range, place);
    // What the span covers is the placeholder, or the source's own mark, which the number replaces.
    while (next_span < text.spans.size() && text.spans[next_span].range.start < span.range.end) ++next_span;
    if (objects == Objects::none) return;
    if (in_link)
      after_link.push_back(note);
    else
      reference(*note);
  }

  void reference(Note const& note) {
    Attributes attributes{{"class", "noteref"}};
    if (out.referred_.insert(note.id).second) attributes.emplace_back("id", note.reference_id);
    attributes.emplace_back("href", "#" + note.id);
    attributes.emplace_back("epub:type", "noteref");
    attributes.emplace_back("role", "doc-noteref");
    xml().leaf("a", attributes, std::to_string(note.number));
  }
};

void Inline::write(text::Text const& text, Place const& place, Objects objects,
                   std::vector<Mark> const* marks) {
  Run run{*this, text, objects, {}, 0, 0, false, {}};
  if (marks != nullptr && objects == Objects::all) run.marks = *marks;
  for (Mark& mark : run.marks) {
    mark.offset = std::min(mark.offset, text.utf8.size());
    while (!text::is_boundary(text.utf8, mark.offset)) ++mark.offset;
  }
  run.range({0, text.utf8.size()}, place);
  run.marks_until(text.utf8.size());
}

void Inline::page_mark(Mark const& mark) {
  xml_.leaf(
      "span",
      {{"id", mark.id}, {"epub:type", "pagebreak"}, {"role", "doc-pagebreak"}, {"aria-label", mark.label}});
}

}  // namespace ms::epub
