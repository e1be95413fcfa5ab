#include "doc/head.hpp"

#include <algorithm>

#include "doc/walk.hpp"
#include "text/breaks.hpp"
#include "text/utf8.hpp"

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

bool has_head(Metadata const& metadata) {
  return !metadata.kicker.is_empty() || !metadata.section.empty() || !metadata.publisher.empty() ||
         !metadata.title.is_empty() || !metadata.standfirst.is_empty() ||
         !shown_byline(metadata).is_empty() || !shown_date(metadata).is_empty();
}

Line stand_in_title(Document const& article) {
  constexpr std::size_t longest = 60;  // bytes of Latin; scripts with more bytes a letter say more with one
  Line line;
  walk(article.blocks, [&](Block const& block, int) {
    text::Text const* text = text_of(block);
    if (!line.is_empty() || text == nullptr || text->is_empty()) return;
    std::string_view const language = block.language.empty() ? article.metadata.language : block.language;
    // The one word more than there is room for is enough to see that there is none.
    std::size_t window = std::min(text->utf8.size(), 4 * longest);
    while (!text::is_boundary(text->utf8, window)) --window;
    std::size_t end = 0;
    for (text::Word const word : text::words(std::string_view(text->utf8).substr(0, window), language)) {
      if (end > 0 && word.end > longest) break;
      end = word.end;
    }
    line.text.utf8 = text->utf8.substr(0, end);
    if (end < text->utf8.size() && end > 0) line.text.utf8 += "…";
    line.language = language;
    line.direction = block.direction;
  });
  return line;
}

Line joined_titles(std::vector<Document> const& articles) {
  constexpr std::size_t most = 2;
  constexpr std::string_view between = " · ";
  Line line;
  std::size_t count = 0;
  for (Document const& article : articles) {
    Metadata const& metadata = article.metadata;
    if (metadata.title.is_empty()) continue;
    if (++count > most) {
      line.text.utf8 += std::string(between) + "…";
      break;
    }
    if (count == 1) {
      line.language = metadata.language;
      line.direction = metadata.direction;
    } else {
      line.text.utf8 += between;
    }
    std::size_t const start = line.text.utf8.size();
    line.text.utf8 += metadata.title.text.utf8;
    base::Range const range{start, line.text.utf8.size()};
    if (metadata.language != line.language)
      line.text.spans.push_back({range, text::SpanKind::language, metadata.language});
    line.text.spans.push_back({range, text::SpanKind::isolate, "auto"});
  }
  return line;
}

}  // namespace ms::doc
