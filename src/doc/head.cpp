#include "doc/head.hpp"

namespace ms::doc {
namespace {

bool is_before(Line const& one, Line const& other) {
  auto const &here = one.text.origin.pieces(), &there = other.text.origin.pieces();
  return !here.empty() && !there.empty() && here.front().source.start < there.front().source.start;
}

}  // namespace

DatePlace date_place(Metadata const& metadata) {
  if (is_before(metadata.date_line, metadata.title)) return DatePlace::kicker;
  return is_before(metadata.date_line, metadata.byline) ? DatePlace::before_byline : DatePlace::after_byline;
}

Line shown_date(Metadata const& metadata) {
  if (!metadata.date_line.is_empty()) return metadata.date_line;
  Line line;
  line.text.utf8 = metadata.date.substr(0, 10);
  line.direction = text::Direction::ltr;
  return line;
}

Line shown_byline(Metadata const& metadata) {
  if (!metadata.byline.is_empty()) return metadata.byline;
  Line line;
  for (Person const& person : metadata.people) {
    if (person.name.empty() || (person.role != Role::author && person.role != Role::agency)) continue;
    if (!line.text.utf8.empty()) line.text.utf8 += " · ";
    std::size_t const start = line.text.utf8.size();
    line.text.utf8 += person.name;
    line.text.spans.push_back({{start, line.text.utf8.size()}, text::SpanKind::isolate, "auto"});
  }
  return line;
}

}  // namespace ms::doc
