#include "layout/compose.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "layout/flow_writer.hpp"
#include "layout/foot.hpp"

namespace ms::layout {
namespace {

class Composer {
 public:
  Composer(Flow flow, std::vector<std::size_t> const& starts, doc::Edition const& edition,
           style::Style const& style, Workshop& workshop, base::Diagnostics& diagnostics)
      : flow_(std::move(flow)),
        starts_(starts),
        edition_(edition),
        style_(style),
        workshop_(workshop),
        diagnostics_(diagnostics),
        frame_(frame_of(style.page(), edition.metadata.direction)) {}

  page::Document compose() {
    out_.properties = properties();
    std::size_t const columns = frame_.column_left.size();
    for (std::size_t page = 0; page * columns < starts_.size(); ++page) add_page(page);
    out_.structure = std::move(flow_.structure);
    out_.images = std::move(flow_.images);
    return std::move(out_);
  }

 private:
  page::Properties properties() const {
    doc::Metadata const& m = edition_.metadata;
    page::Properties out;
    out.title = m.title.text.utf8;
    out.language = m.language;
    for (doc::Person const& person : m.people)
      if (person.role == doc::Role::author) out.authors.push_back(person.name);
    out.date = m.date;
    out.publisher = m.publisher;
    out.source_url = m.url;
    out.licence = m.licence;
    out.subject = m.section;
    out.direction = m.direction;
    out.modified = edition_.modified;
    out.identifier = edition_.identifier;
    out.generator = edition_.generator;
    return out;
  }

  /// The text area's left edge: on mirrored pages the binding is at the start edge of odd pages.
  Length left_of(std::size_t page) const {
    style::PageStyle const& style = style_.page();
    bool const is_ltr = edition_.metadata.direction == text::Direction::ltr;
    bool const inner_is_left = is_ltr != (style.mirrored && page % 2 == 1);
    return inner_is_left ? style.inner : style.outer;
  }

  void add_page(std::size_t number) {
    page::Page page;
    page.paper = style_.page().paper;
    page.label = fmt::format("{}", number + 1);
    std::size_t const columns = frame_.column_left.size();
    std::size_t const first_region = number * columns;
    line_ = 0;
    opened_.clear();
    for (std::size_t i = first_region; i < std::min(first_region + columns, starts_.size()); ++i) {
      std::size_t const end = i + 1 < starts_.size() ? starts_[i + 1] : flow_.cells.size();
      add_region(page, number, starts_[i], end,
                 {left_of(number) + frame_.column_left[i - first_region], frame_.text.top()});
    }
    if (columns > 1) add_column_rules(page, number);
    FlowCell const& first = flow_.cells[starts_[first_region]];
    out_.starts.push_back({first.article, first.block, first.offset, page.label});
    add_foot(page, number, first.article);
    out_.pages.push_back(std::move(page));
  }

  void add_region(page::Page& page, std::size_t number, std::size_t from, std::size_t to,
                  base::Point origin) {
    Length y;
    for (std::size_t i = from; i < to; ++i) {
      FlowCell& cell = flow_.cells[i];
      if (i > from) y += cell.cell.gap;
      shift(cell, origin.x, origin.y + y);
      for (Anchor& anchor : cell.anchors) add_anchor(std::move(anchor), number, cell.article);
      std::uint32_t used = 0;
      for (page::Item& item : cell.items) {
        if (auto* run = std::get_if<page::GlyphRun>(&item.what)) {
          used = std::max(used, run->line + 1);
          run->line += line_;
        }
        page.items.push_back(std::move(item));
      }
      line_ += used;
      y += cell.cell.height;
    }
  }

  void add_anchor(Anchor anchor, std::size_t page, std::size_t article) {
    out_.destinations.push_back({std::move(anchor.name), page, anchor.top, anchor.structure});
    if (!anchor.entry) return;
    page::OutlineEntry& entry = out_.outline.emplace_back(*std::move(anchor.entry));
    entry.page = page;
    entry.top = anchor.top;
    entry.structure = anchor.structure;
    if (entry.level == 1) opened_.push_back(article);
  }

  void add_column_rules(page::Page& page, std::size_t number) const {
    style::PageStyle const& style = style_.page();
    if (style.column_rule <= Length()) return;
    std::vector<Length> lefts = frame_.column_left;
    std::sort(lefts.begin(), lefts.end());
    for (std::size_t i = 1; i < lefts.size(); ++i) {
      Length const x = left_of(number) + lefts[i] - (style.column_gap + style.column_rule) / 2;
      page.items.push_back(
          {.structure = {},
           .what = page::Rule{{{x, frame_.text.top()}, {style.column_rule, frame_.text.size.height}}, {}}});
    }
  }

  void add_foot(page::Page& page, std::size_t number, std::size_t article) {
    doc::Document const& document = edition_.articles[article];
    doc::Metadata const& m = document.metadata;
    FootLine line;
    // Where the headline stands on the page itself, its repetition is noise.
    if (std::ranges::find(opened_, article) == opened_.end()) line.title = m.title.text.utf8;
    line.title_place = {m.title.language.empty() ? m.language : m.title.language,
                        m.title.direction.value_or(m.direction)};
    line.number = page.label;
    line.direction = edition_.metadata.direction;
    Length const top = frame_.text.bottom();
    for (page::Item& item : set_foot(line, style_.foot(), frame_.text.size.width, workshop_, diagnostics_)) {
      FlowCell carrier;
      carrier.items.push_back(std::move(item));
      shift(carrier, left_of(number), top);
      if (auto* run = std::get_if<page::GlyphRun>(&carrier.items[0].what)) run->line += line_;
      page.items.push_back(std::move(carrier.items[0]));
    }
  }

  Flow flow_;
  std::vector<std::size_t> const& starts_;
  doc::Edition const& edition_;
  style::Style const& style_;
  Workshop& workshop_;
  base::Diagnostics& diagnostics_;
  PageFrame frame_;
  page::Document out_;
  std::uint32_t line_ = 0;           // lines of the page so far
  std::vector<std::size_t> opened_;  // articles whose headline is on the page
};

}  // namespace

PageFrame frame_of(style::PageStyle const& page, text::Direction direction) {
  PageFrame frame;
  Length const width = page.paper.width - page.inner - page.outer;
  frame.text = {{page.inner, page.top}, {width, page.paper.height - page.top - page.bottom}};
  auto const count = static_cast<std::int64_t>(std::max(1, page.columns));
  frame.column_width = (width - (count - 1) * page.column_gap) / count;
  for (std::int64_t i = 0; i < count; ++i) {
    std::int64_t const from_left = direction == text::Direction::ltr ? i : count - 1 - i;
    frame.column_left.push_back(from_left * (frame.column_width + page.column_gap));
  }
  return frame;
}

page::Document compose(Flow flow, std::vector<std::size_t> const& starts, doc::Edition const& edition,
                       style::Style const& style, Workshop& workshop, base::Diagnostics& diagnostics) {
  return Composer(std::move(flow), starts, edition, style, workshop, diagnostics).compose();
}

}  // namespace ms::layout
