#include "layout/flow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "doc/head.hpp"
#include "doc/resolve.hpp"
#include "doc/walk.hpp"
#include "layout/flow_writer.hpp"
#include "layout/image_size.hpp"
#include "layout/line_items.hpp"
#include "layout/note_numbers.hpp"
#include "layout/paragraph.hpp"
#include "layout/paragraph_text.hpp"
#include "layout/region_ends.hpp"
#include "text/tag.hpp"

namespace ms::layout {
namespace {

using page::Role;
using style::Computed;
using style::Element;

/// What a block stands in while the tree is walked.
struct Place {
  std::vector<Element> path;
  Length left, width;         ///< of the box it may fill, from the column's left edge
  std::size_t structure = 0;  ///< node its own node hangs under
};

struct Insets {
  Length start, end;
};

Place inside(Place place, Insets insets, text::Direction direction) {
  place.left += direction == text::Direction::ltr ? insets.start : insets.end;
  place.width -= insets.start + insets.end;
  return place;
}

Insets insets_of(Computed const& computed) {
  return {computed.margin_start + computed.padding_start, computed.margin_end + computed.padding_end};
}

class Flower {
 public:
  Flower(doc::Document const& article, std::size_t article_index, style::Style const& style,
         Workshop& workshop, base::Diagnostics& diagnostics, Flow& flow)
      : article_(article),
        index_(article_index),
        style_(style),
        workshop_(workshop),
        diagnostics_(diagnostics),
        flow_(flow),
        resolved_(doc::resolve(article)),
        marks_(note_marks(article, article_index)) {}

  void write(Column& column, Length measure, std::size_t parent) {
    doc::Metadata const& m = article_.metadata;
    Place place{.path = {element("body", {}, m.language, m.direction)},
                .left = {},
                .width = measure,
                .structure = node(parent, Role::section, m.language, m.direction)};
    bool const starts_page =
        style_.compute({place.path[0], element("article", {}, m.language, m.direction)}).break_before ==
        style::Keep::always;
    if (index_ > 0 && starts_page) column.force_break();
    if (index_ > 0 && !starts_page) column.space(3 * style_.compute(place.path).line_height);
    write_head(column, place);
    block_ = {};
    for (doc::Block const& block : article_.blocks) write_block(column, block, place);
    write_notes(column, place);
    write_colophon(column, place);
  }

 private:
  static Element element(std::string_view name, std::vector<std::string_view> classes,
                         std::string_view language, text::Direction direction) {
    return {.name = name, .classes = std::move(classes), .language = language, .direction = direction};
  }

  std::size_t node(std::size_t parent, Role role, std::string const& language, text::Direction direction) {
    page::StructureNode out;
    out.role = role;
    out.parent = parent;
    out.language = language;
    out.direction = direction;
    flow_.structure.push_back(std::move(out));
    return flow_.structure.size() - 1;
  }

  // ---- the head of an article

  void write_head(Column& column, Place const& place) {
    doc::Metadata const& m = article_.metadata;
    doc::DatePlace const date = doc::date_place(m);
    auto const write_date = [&](doc::DatePlace here) {
      if (here == date) write_line(column, place, "p", {"byline"}, doc::shown_date(m));
    };
    write_line(column, place, "p", {"kicker"}, kicker(date == doc::DatePlace::kicker));
    if (!m.title.is_empty()) {
      write_line(column, place, "h1", style::headline_classes(m.title.text.utf8), m.title);
    }
    write_line(column, place, "p", {"standfirst"}, m.standfirst);
    write_date(doc::DatePlace::before_byline);
    write_line(column, place, "p", {"byline"}, doc::shown_byline(m));
    write_date(doc::DatePlace::after_byline);
    if (!column.is_empty()) write_rule(column, place, {"rule"});
  }

  /// Section or publisher, as far as they were found, and the date if it is to stand here.
  doc::Line kicker(bool with_date) const {
    doc::Metadata const& m = article_.metadata;
    doc::Line line = m.kicker;
    auto const join = [&](text::Text const& more) {
      if (!more.is_empty() && line.text.utf8 != more.utf8) text::append(line.text, more, " · ");
    };
    if (line.is_empty())
      join({.utf8 = m.section.empty() ? m.publisher : m.section, .spans = {}, .origin = {}});
    if (with_date) join(m.date_line.text);
    return line;
  }

  void write_line(Column& column, Place const& place, std::string_view name,
                  std::vector<std::string_view> classes, doc::Line const& line) {
    if (line.is_empty()) return;
    doc::Resolved const own = resolved_.of(line);
    bool const is_title = name == "h1";
    std::size_t const here =
        node(place.structure, is_title ? Role::heading : Role::paragraph, own.language, own.direction);
    if (is_title) {
      flow_.structure[here].level = 1;
      enter(column, here, line.text.utf8, fmt::format("article-{}", index_ + 1));
    }
    write_text(column, place, element(name, std::move(classes), own.language, own.direction), line.text,
               here);
  }

  /// The next cell of the column is where the outline leads to.
  void enter(Column& column, std::size_t heading, std::string const& title, std::string name) {
    page::StructureNode const& node = flow_.structure[heading];
    page::OutlineEntry entry;
    entry.title = title;
    entry.language = node.language;
    entry.level = node.level;
    column.anchor({.name = std::move(name), .structure = heading, .top = {}, .entry = std::move(entry)});
  }

  // ---- blocks

  void write_block(Column& column, doc::Block const& block, Place const& place) {
    doc::Resolved const& own = resolved_.of(block);
    block_ = &block;
    std::visit([&](auto const& content) { write(column, content, block, own, place); }, block.content);
  }

  std::vector<std::string_view> classes_of(doc::Block const& block, std::string_view more = {}) const {
    std::vector<std::string_view> out(block.classes.begin(), block.classes.end());
    if (!more.empty()) out.push_back(more);
    return out;
  }

  void write(Column& column, doc::Paragraph const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    write_text(column, place, element("p", classes_of(block), own.language, own.direction), content.text,
               node(place.structure, Role::paragraph, own.language, own.direction));
  }

  void write(Column& column, doc::Heading const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    static constexpr std::string_view names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    // Levels never jump down by more than one (ISO 14289-1 7.4.2): they are counted anew below the headline.
    int const level = std::clamp(std::min(content.level, last_level_ + 1), 2, 6);
    last_level_ = level;
    std::size_t const here = node(place.structure, Role::heading, own.language, own.direction);
    flow_.structure[here].level = level;
    enter(column, here, content.text.utf8, fmt::format("article-{}-{}", index_ + 1, block.id));
    write_text(column, place, element(names[level - 1], classes_of(block), own.language, own.direction),
               content.text, here);
  }

  void write(Column& column, doc::Quote const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    write_container(column, content.blocks,
                    element("blockquote", classes_of(block), own.language, own.direction),
                    node(place.structure, Role::quote, own.language, own.direction), place);
  }

  void write(Column& column, doc::List const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    Element const list =
        element(content.ordered ? "ol" : "ul", classes_of(block), own.language, own.direction);
    Place inner = place;
    inner.path.push_back(list);
    Computed const computed = style_.compute(inner.path);
    inner = inside(std::move(inner), insets_of(computed), own.direction);
    inner.structure = node(place.structure, Role::list, own.language, own.direction);
    flow_.structure[inner.structure].ordered = content.ordered;
    column.space(computed.margin_before);
    for (doc::ListItem const& item : content.items) write_item(column, item, own, computed, inner);
    column.space(computed.margin_after);
  }

  void write_item(Column& column, doc::ListItem const& item, doc::Resolved const& own, Computed const& list,
                  Place const& place) {
    Place inner = place;
    inner.path.push_back(element("li", {}, own.language, own.direction));
    std::size_t const item_node = node(place.structure, Role::list_item, own.language, own.direction);
    Marker marker{.text = item.marker};
    if (!item.marker.empty()) marker.label = node(item_node, Role::label, own.language, own.direction);
    inner.structure = node(item_node, Role::list_body, own.language, own.direction);
    write_marked(column, item.blocks, marker, own, list, inner);
  }

  /// What hangs before the first line of an item or a note.
  struct Marker {
    std::string text{};
    std::size_t label = 0;  ///< node
    bool is_note_number = false;
    std::string link{};  ///< target; empty: none
  };

  /// `around`: of what the marker is measured by.
  void write_marked(Column& column, doc::Blocks const& blocks, Marker const& marker, doc::Resolved const& own,
                    Computed const& around, Place const& place) {
    Column body;
    for (doc::Block const& block : blocks) write_block(body, block, place);
    std::vector<FlowCell> cells = body.take();
    if (cells.empty()) cells.emplace_back().cell.height = around.line_height;
    if (!marker.text.empty()) hang_marker(cells.front(), marker, own, around, place);
    Computed const computed = style_.compute(place.path);
    column.space(computed.margin_before);
    for (FlowCell& cell : cells) {
      column.space(cell.cell.gap);
      column.add(std::move(cell), Length());
    }
    column.space(computed.margin_after);
  }

  /// The source's own marker, or a note's number, in the indent before the first line.
  void hang_marker(FlowCell& cell, Marker const& marker, doc::Resolved const& own, Computed const& list,
                   Place const& place) {
    text::Text text{.utf8 = marker.text, .spans = {}, .origin = {}};
    if (!marker.link.empty())
      text.spans.push_back({{0, text.utf8.size()}, text::SpanKind::link, marker.link});
    ParagraphText const styled = paragraph_text(
        text,
        {.path = place.path, .language = own.language, .direction = own.direction, .structure = marker.label},
        style_, flow_.structure);
    auto lines = set_paragraph(styled.styled, {.width = Length::points(10'000), .indent = {}}, workshop_,
                               diagnostics_);
    if (lines.empty()) return;
    Length const gap = list.size.scaled(2, 5);
    bool const is_ltr = own.direction == text::Direction::ltr;
    Length left;  // the runs' own left end, to be moved to the marker's place
    for (std::size_t i = 0; i < lines[0].runs.size(); ++i)
      left = i == 0 ? lines[0].runs[i].run.origin.x : std::min(left, lines[0].runs[i].run.origin.x);
    Length const wanted = is_ltr ? place.left - gap - lines[0].width : place.left + place.width + gap;
    Length baseline = baseline_in(list, own);
    for (page::Item const& item : cell.items)
      if (auto const* run = std::get_if<page::GlyphRun>(&item.what)) {
        baseline = run->origin.y;
        break;
      }
    LinePlace const line{.right = wanted - left,
                         .baseline = baseline,
                         .top = baseline - baseline_in(list, own),
                         .height = list.line_height};
    std::vector<page::Item> items;
    for (SetRun& set : lines[0].runs) {
      StyleRun const& run = styled.styled.runs[set.style_run];
      if (marker.is_note_number) bracket(set.run, own.direction);
      add_run(items, std::move(set.run), run, line);
    }
    for (page::Item& item : cell.items)
      if (auto* run = std::get_if<page::GlyphRun>(&item.what)) ++run->line;
    cell.items.insert(cell.items.begin(), std::make_move_iterator(items.begin()),
                      std::make_move_iterator(items.end()));
  }

  void write(Column& column, doc::Figure const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    Element const figure = element("figure", classes_of(block), own.language, own.direction);
    Place inner = place;
    inner.path.push_back(figure);
    Computed const computed = style_.compute(inner.path);
    inner = inside(std::move(inner), insets_of(computed), own.direction);
    Column whole;
    inner.structure = place.structure;
    std::optional<std::size_t> const picture =
        content.missing ? std::nullopt : write_image(whole, content, own, inner);
    Place caption = inner;
    caption.path.push_back(element("figcaption", {}, own.language, own.direction));
    Computed const caption_style = style_.compute(caption.path);
    if (!whole.is_empty()) whole.space(caption_style.margin_before);
    // A caption is part of what it is a caption of (ISO 32000-1 14.8.4.3, ISO 14289-2 8.2.5.27).
    if (!content.caption.empty())
      caption.structure = node(picture.value_or(place.structure), Role::caption, own.language, own.direction);
    for (doc::Block const& child : content.caption) write_block(whole, child, caption);
    block_ = &block;
    if (whole.is_empty()) return;
    FlowCell cell = stacked(whole.take());
    mark(cell, 0);
    column.space(computed.margin_before);
    column.add(std::move(cell), Length());
    column.space(computed.margin_after);
  }

  /// Its node, if there is an image.
  std::optional<std::size_t> write_image(Column& column, doc::Figure const& content, doc::Resolved const& own,
                                         Place const& place) {
    auto const image =
        std::find_if(article_.images.begin(), article_.images.end(),
                     [&](doc::Image const& candidate) { return candidate.id == content.image; });
    if (image == article_.images.end()) return std::nullopt;
    auto const size = image_size(image->bytes);
    if (!size) {
      diagnostics_.warn("image.unreadable",
                        fmt::format("image '{}' cannot be read and is left out", image->id));
      return std::nullopt;
    }
    // A pixel is 1/96 inch (CSS); no image is wider than the measure or higher than two thirds of it and a
    // half.
    base::Size box{Length::points(size->width * 0.75), Length::points(size->height * 0.75)};
    auto const fit = [&box](Length limit, Length length) {
      if (length <= limit) return;
      box = {box.width.scaled(limit.units(), length.units()),
             box.height.scaled(limit.units(), length.units())};
    };
    fit(place.width, box.width);
    fit(place.width.scaled(7, 6), box.height);
    std::size_t const here = node(place.structure, Role::figure, own.language, own.direction);
    flow_.structure[here].alternative = content.alt;
    flow_.images.push_back({image->media_type, image->bytes});
    FlowCell cell;
    cell.cell.height = box.height;
    Length const left =
        own.direction == text::Direction::ltr ? place.left : place.left + place.width - box.width;
    cell.items.push_back(
        {.structure = here, .what = page::ImageBox{{{left, Length()}, box}, flow_.images.size() - 1}});
    mark(cell, 0);
    column.add(std::move(cell), Length());
    return here;
  }

  void write(Column& column, doc::Table const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    Place inner = place;
    inner.path.push_back(element("table", classes_of(block), own.language, own.direction));
    Computed const computed = style_.compute(inner.path);
    inner.structure = node(place.structure, Role::table, own.language, own.direction);
    std::size_t columns = 1;
    for (auto const* rows : {&content.head, &content.rows})
      for (doc::TableRow const& row : *rows) columns = std::max(columns, row.cells.size());
    column.space(computed.margin_before);
    for (doc::TableRow const& row : content.head) {
      write_row(column, row, columns, true, own, inner);
      column.keep_with_next();
    }
    for (doc::TableRow const& row : content.rows) write_row(column, row, columns, false, own, inner);
    column.space(computed.margin_after);
  }

  void write_row(Column& column, doc::TableRow const& row, std::size_t columns, bool is_head,
                 doc::Resolved const& own, Place const& table) {
    std::size_t const row_node = node(table.structure, Role::table_row, own.language, own.direction);
    FlowCell whole;
    std::uint32_t lines = 0;
    auto const count = static_cast<std::int64_t>(columns);
    for (std::int64_t i = 0; i < count; ++i) {
      Place place = table;
      place.path.push_back(element(is_head ? "th" : "td", {}, own.language, own.direction));
      // Short rows are filled up with empty cells: a table is as wide in every row (ISO 14289-1 7.5).
      place.structure =
          node(row_node, is_head ? Role::table_head_cell : Role::table_cell, own.language, own.direction);
      std::int64_t const from_left = own.direction == text::Direction::ltr ? i : count - 1 - i;
      place.width = table.width / count;
      place.left = table.left + from_left * place.width;
      place = inside(std::move(place), insets_of(style_.compute(place.path)), own.direction);
      if (static_cast<std::size_t>(i) >= row.cells.size()) continue;
      Column content;
      for (doc::Block const& block : row.cells[static_cast<std::size_t>(i)])
        write_block(content, block, place);
      FlowCell cell = stacked(content.take());
      whole.cell.height = std::max(whole.cell.height, cell.cell.height);
      std::uint32_t used = 0;
      for (page::Item& item : cell.items) {
        if (auto* run = std::get_if<page::GlyphRun>(&item.what)) {
          used = std::max(used, run->line + 1);
          run->line += lines;
        }
        whole.items.push_back(std::move(item));
      }
      std::ranges::move(cell.anchors, std::back_inserter(whole.anchors));
      lines += used;
    }
    mark(whole, 0);
    column.add(std::move(whole), Length());
  }

  void write(Column& column, doc::Code const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    write_text(column, place, element("pre", classes_of(block), own.language, own.direction), content.text,
               node(place.structure, Role::code, own.language, own.direction));
  }

  void write(Column& column, doc::Verse const& content, doc::Block const& block, doc::Resolved const& own,
             Place const& place) {
    write_text(column, place, element("p", classes_of(block, "verse"), own.language, own.direction),
               content.text, node(place.structure, Role::paragraph, own.language, own.direction));
  }

  void write(Column& column, doc::Separator const&, doc::Block const& block, doc::Resolved const&,
             Place const& place) {
    write_rule(column, place, classes_of(block, "separator"));
  }

  void write_container(Column& column, doc::Blocks const& blocks, Element const& own_element,
                       std::size_t structure, Place const& place) {
    Place inner = place;
    inner.path.push_back(own_element);
    Computed const computed = style_.compute(inner.path);
    inner = inside(std::move(inner), insets_of(computed), own_element.direction);
    inner.structure = structure;
    column.space(computed.margin_before);
    for (doc::Block const& block : blocks) write_block(column, block, inner);
    column.space(computed.margin_after);
  }

  // ---- the end of an article

  void write_notes(Column& column, Place const& place) {
    if (article_.notes.empty()) return;
    write_rule(column, place, {"notes"});
    doc::Metadata const& m = article_.metadata;
    for (doc::Note const* note : doc::notes_in_order(article_)) {
      NoteMark const& mark = marks_.at(note->id);
      Place inner = place;
      inner.path.push_back(element("aside", {"note"}, m.language, m.direction));
      Computed const computed = style_.compute(inner.path);
      inner = inside(std::move(inner), insets_of(computed), m.direction);
      inner.structure = node(place.structure, Role::note, m.language, m.direction);
      flow_.structure[inner.structure].id = mark.id;
      Marker const marker{.text = fmt::format("{}", mark.number),
                          .label = node(inner.structure, Role::label, m.language, m.direction),
                          .is_note_number = true,
                          .link = referred_.contains(mark.reference) ? "#" + mark.reference : ""};
      column.anchor({.name = mark.id, .structure = inner.structure, .top = {}, .entry = {}});
      write_marked(column, note->blocks, marker, {m.language, m.direction}, computed, inner);
    }
  }

  void write_colophon(Column& column, Place const& place) {
    doc::Metadata const& m = article_.metadata;
    if (m.url.empty()) return;
    text::Text text{.utf8 = m.url, .spans = {}, .origin = {}};
    text.spans.push_back({{0, text.utf8.size()}, text::SpanKind::link, m.url});
    write_text(column, place, element("p", {"colophon"}, m.language, text::Direction::ltr), text,
               node(place.structure, Role::paragraph, m.language, text::Direction::ltr));
  }

  // ---- lines and rules

  void write_rule(Column& column, Place const& place, std::vector<std::string_view> classes) {
    doc::Metadata const& m = article_.metadata;
    std::vector<Element> path = place.path;
    path.push_back(element("hr", std::move(classes), m.language, m.direction));
    Computed const computed = style_.compute(path);
    if (!computed.shown) return;
    Place const box = inside(place, insets_of(computed), m.direction);
    column.space(computed.margin_before);
    FlowCell cell;
    cell.cell.height = computed.rule_before;
    if (computed.rule_before > Length())
      cell.items.push_back({.structure = {},
                            .what = page::Rule{{{box.left, Length()}, {box.width, computed.rule_before}},
                                               {computed.rule_colour.red, computed.rule_colour.green,
                                                computed.rule_colour.blue}}});
    mark(cell, 0);
    column.add(std::move(cell), Length());
    column.space(computed.margin_after);
    if (computed.break_after == style::Keep::avoid) {
      column.keep_with_next();
      column.hang_on_next();
    }
  }

  /// Where the baseline of a line of this style lies below its top: half of what the line is higher than the
  /// font's ascender and descender goes above (CSS 2.2 10.8.1).
  Length baseline_in(Computed const& computed, doc::Resolved const& own) const {
    text::Script const script = text::script_of_tag(own.language);
    TextStyle const look = text_style_of(computed);
    font::Face const* face = workshop_.library().face({.family = look.family,
                                                       .script = script,
                                                       .language = own.language,
                                                       .bold = look.bold,
                                                       .italic = look.italic});
    font::ScriptFit const fit = font::Library::fit(script, own.language);
    Length const size = look.size.scaled(fit.size_permille, 1000);
    Length const ascender = font::scaled(face->metrics().ascender, size, face->metrics());
    Length const descender = font::scaled(face->metrics().descender, size, face->metrics());
    return (computed.line_height - (ascender - descender)) / 2 + ascender;
  }

  void write_text(Column& column, Place const& place, Element const& own_element, text::Text const& text,
                  std::size_t structure) {
    std::vector<Element> path = place.path;
    path.push_back(own_element);
    Computed const computed = style_.compute(path);
    if (!computed.shown || text.is_empty()) return;
    doc::Resolved const own{std::string(own_element.language), own_element.direction};
    ParagraphText const styled = paragraph_text(text, {path, own.language, own.direction, structure, &marks_},
                                                style_, flow_.structure);
    Place const box = inside(place, insets_of(computed), own.direction);
    Measure const measure{.width = box.width,
                          .indent = computed.indent,
                          .align = computed.align,
                          .align_last = computed.align_last,
                          .balance = computed.balance};
    auto lines = set_paragraph(styled.styled, measure, workshop_, diagnostics_);
    column.space(computed.margin_before);
    Length const baseline = baseline_in(computed, own);
    std::vector<std::int64_t> const penalties = region_penalties(lines, computed);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      FlowCell cell;
      cell.cell.height = computed.line_height;
      cell.cell.break_penalty = penalties[i];
      if (i == 0 && computed.break_before == style::Keep::always) column.force_break();
      place_line(cell, lines[i], styled, box.left, baseline, computed);
      mark(cell, styled.block_offset(lines[i].text.start));
      column.add(std::move(cell), computed.line_height == computed.grid ? computed.grid : Length());
    }
    column.space(computed.margin_after);
    if (computed.break_after == style::Keep::avoid) column.keep_with_next();
  }

  void place_line(FlowCell& cell, SetLine& line, ParagraphText const& text, Length left, Length baseline,
                  Computed const& computed) {
    LinePlace const place{.right = left, .baseline = baseline, .top = {}, .height = computed.line_height};
    for (SetRun& set : line.runs) {
      StyleRun const& run = text.styled.runs[set.style_run];
      set.run.line = 0;
      if (!run.reference.empty()) {
        raise(set.run, computed.size / 3);  // vertical-align: super
        bracket(set.run, text.styled.direction);
        // The note leads back to the first of its references.
        if (referred_.insert(run.reference).second)
          cell.anchors.push_back(
              {.name = run.reference, .structure = *run.structure, .top = {}, .entry = {}});
      }
      add_run(cell.items, std::move(set.run), run, place);
    }
  }

  /// Which block the cell shows, for the page marks.
  void mark(FlowCell& cell, std::size_t offset) const {
    cell.article = index_;
    if (block_ == nullptr) return;
    cell.block = block_->id;
    cell.offset = offset;
  }

  doc::Document const& article_;
  std::size_t index_;
  style::Style const& style_;
  Workshop& workshop_;
  base::Diagnostics& diagnostics_;
  Flow& flow_;
  doc::ResolvedTable resolved_;
  NoteMarks marks_;
  std::set<std::string> referred_;  // places of references so far
  doc::Block const* block_ = nullptr;
  int last_level_ = 1;
};

}  // namespace

Flow flow(doc::Edition const& edition, style::Style const& style, Length measure, Workshop& workshop,
          base::Diagnostics& diagnostics) {
  Flow out;
  page::StructureNode root;
  root.role = Role::document;
  root.language = edition.metadata.language;
  root.direction = edition.metadata.direction;
  out.structure.push_back(std::move(root));
  Column column;
  for (std::size_t i = 0; i < edition.articles.size(); ++i)
    Flower(edition.articles[i], i, style, workshop, diagnostics, out).write(column, measure, 0);
  out.cells = column.take();
  return out;
}

}  // namespace ms::layout
