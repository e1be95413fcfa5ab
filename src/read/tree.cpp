#include "read/tree.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "base/ensure.hpp"
#include "doc/walk.hpp"

namespace ms::read {
namespace {

// A list takes two levels, and the deepest leaf may be a caption in its figure in its table.
static_assert(2 * deepest_container + 4 < static_cast<std::size_t>(doc::max_depth));

constexpr std::string_view between_lines = " · ";

class Tree {
 public:
  Tree(Outline const& outline, std::vector<FinishedPart> parts, doc::Metadata metadata)
      : outline_(outline), parts_(std::move(parts)) {
    document_.metadata = std::move(metadata);
  }

  doc::Document made(text::Text byline, text::Text date_line) {
    if (!byline.is_empty()) document_.metadata.byline.text = std::move(byline);
    if (!date_line.is_empty()) document_.metadata.date_line.text = std::move(date_line);
    bool const has_byline = !document_.metadata.byline.is_empty(),
               has_date = !document_.metadata.date_line.is_empty();
    for (std::size_t i = 0; i < parts_.size();) {
      Part const& part = outline_.parts[i];
      base::ensure(part.inside.size() <= deepest_container, "parts are no deeper than deepest_container");
      if (Container const* const first = around(i, 0); first && first->kind == Container::Kind::note) {
        note(i, *first);
        continue;
      }
      switch (part.role) {
        case Role::title: set_line(document_.metadata.title, i++); break;
        case Role::kicker: set_line(document_.metadata.kicker, i++); break;
        case Role::byline:
          if (!has_byline) set_line(document_.metadata.byline, i);
          ++i;
          break;
        case Role::date:
          if (!has_date) set_line(document_.metadata.date_line, i);
          ++i;
          break;
        default: document_.blocks.push_back(block(i, 0)); break;
      }
    }
    mark_first(document_.blocks);
    return std::move(document_);
  }

 private:
  void set_line(doc::Line& line, std::size_t i) {
    FinishedPart& part = parts_[i];
    if (line.is_empty()) {
      set_place(line.language, line.direction, part);
      line.text = std::move(part.text);
    } else {
      text::append(line.text, part.text, between_lines);
    }
  }

  void set_place(std::string& language, std::optional<text::Direction>& direction,
                 FinishedPart const& part) const {
    if (part.language != document_.metadata.language) language = part.language;
    if (part.direction != document_.metadata.direction) direction = part.direction;
  }

  std::string next_id(char kind) { return fmt::format("{}{}", kind, ++counts_[kind]); }

  /// The container at `level` around part i, or nothing.
  Container const* around(std::size_t i, std::size_t level) const {
    if (i >= parts_.size()) return nullptr;
    std::vector<Container> const& inside = outline_.parts[i].inside;
    return level < inside.size() ? &inside[level] : nullptr;
  }

  bool is_in(std::size_t i, std::size_t level, Container const& container) const {
    Container const* const found = around(i, level);
    return found != nullptr && found->kind == container.kind && found->id == container.id;
  }

  /// The block at part i inside of its first `level` containers; i goes to the part after it.
  doc::Block block(std::size_t& i, std::size_t level) {
    doc::Block made;
    Container const* const container = around(i, level);
    if (container == nullptr) {
      if (outline_.parts[i].cell)
        table(made, i, level);
      else
        leaf(made, i++);
    } else if (container->kind == Container::Kind::list) {
      made.id = next_id('l');
      made.content = list(i, level, *container);
    } else {
      made.id = next_id('q');
      doc::Quote quote;
      while (is_in(i, level, *container)) quote.blocks.push_back(block(i, level + 1));
      made.content = std::move(quote);
    }
    return made;
  }

  doc::List list(std::size_t& i, std::size_t level, Container const& container) {
    doc::List made;
    made.ordered = container.is_ordered;
    made.start = container.number;
    int item = -1;
    while (is_in(i, level, container)) {
      Container const& now = *around(i, level);
      if (now.item != item) made.items.push_back({now.marker, {}});
      item = now.item;
      made.items.back().blocks.push_back(block(i, level + 1));
    }
    return made;
  }

  void table(doc::Block& made, std::size_t& i, std::size_t level) {
    made.id = next_id('t');
    doc::Table table;
    int const id = outline_.parts[i].cell->table;
    std::optional<std::size_t> row;
    while (i < parts_.size() && around(i, level) == nullptr && outline_.parts[i].cell &&
           outline_.parts[i].cell->table == id) {
      Cell const cell = *outline_.parts[i].cell;
      std::vector<doc::TableRow>& rows = cell.is_head ? table.head : table.rows;
      if (row != cell.row) rows.emplace_back().cells.resize(cell.columns);
      row = cell.row;
      doc::Block one;
      leaf(one, i++);
      rows.back().cells.at(cell.column).push_back(std::move(one));
    }
    made.content = std::move(table);
  }

  /// The note part i is in; i goes to the part after it.
  void note(std::size_t& i, Container const& container) {
    doc::Note made{container.name, {}};
    while (is_in(i, 0, container)) made.blocks.push_back(block(i, 1));
    document_.notes.push_back(std::move(made));
  }

  void leaf(doc::Block& made, std::size_t i) {
    Part const& part = outline_.parts[i];
    FinishedPart& finished = parts_[i];
    set_place(made.language, made.direction, finished);
    if (!part.css_class.empty()) made.classes.push_back(part.css_class);
    switch (part.role) {
      case Role::heading:
        made.id = next_id('h');
        made.content = doc::Heading{part.level, std::move(finished.text)};
        return;
      case Role::verse:
        made.id = next_id('v');
        made.content = doc::Verse{with_last_line_feed(std::move(finished.text))};
        return;
      case Role::code:
        made.id = next_id('c');
        made.content = doc::Code{with_last_line_feed(std::move(finished.text))};
        return;
      case Role::separator:
        made.id = next_id('s');
        made.language.clear();
        made.direction.reset();
        made.content = doc::Separator{};
        return;
      case Role::caption: {
        doc::Block paragraph;
        paragraph.id = next_id('p');
        paragraph.content = doc::Paragraph{std::move(finished.text)};
        doc::Figure figure;
        figure.missing = true;
        figure.caption.push_back(std::move(paragraph));
        made.id = next_id('f');
        made.content = std::move(figure);
        return;
      }
      default: made.id = next_id('p'); made.content = doc::Paragraph{std::move(finished.text)};
    }
  }

  static text::Text with_last_line_feed(text::Text text) {
    if (!text.utf8.ends_with('\n')) text.utf8 += '\n';
    return text;
  }

  Outline const& outline_;
  std::vector<FinishedPart> parts_;
  doc::Document document_;
  std::map<char, int> counts_;
};

}  // namespace

void mark_first(doc::Blocks& blocks) {
  bool is_next_first = true;
  for (doc::Block& block : blocks) {
    bool const is_standfirst = !block.classes.empty() && block.classes.front() == "standfirst";
    if (std::holds_alternative<doc::Heading>(block.content) ||
        std::holds_alternative<doc::Separator>(block.content)) {
      is_next_first = true;
    } else if (std::holds_alternative<doc::Paragraph>(block.content) && !is_standfirst) {
      if (is_next_first) block.classes.emplace_back("first");
      is_next_first = false;
    } else if (!std::holds_alternative<doc::Figure>(block.content) && !is_standfirst) {
      is_next_first = false;
    }
  }
}

doc::Document tree_of(Outline const& outline, std::vector<FinishedPart> parts, doc::Metadata metadata,
                      text::Text byline, text::Text date_line) {
  return Tree(outline, std::move(parts), std::move(metadata)).made(std::move(byline), std::move(date_line));
}

}  // namespace ms::read
