#include "read/html_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "doc/walk.hpp"
#include "read/html_table.hpp"
#include "read/html_word_lists.hpp"
#include "read/tree.hpp"

namespace ms::read::html {
namespace {

constexpr std::size_t longest_verse_line = 60;

int number_of(std::string_view text, int otherwise) {
  std::string const digits(text.substr(0, 9));
  char* end = nullptr;
  long const value = std::strtol(digits.c_str(), &end, 10);
  return end == digits.c_str() ? otherwise : static_cast<int>(value);
}

class Trunk {
 public:
  Trunk(TreeInput input, Images& images) : in_(input), images_(images) {}

  doc::Blocks blocks() {
    for (std::size_t i = 0; i < in_.flow.items.size(); ++i)
      if (is_wanted(i)) items_.push_back(i);
    trim_rules();
    find_structure();
    find_levels();
    doc::Blocks made = run(0, items_.size(), no_node, 0);
    mark_first(made);
    return made;
  }

 private:
  Item const& item(std::size_t i) const { return in_.flow.items[items_[i]]; }
  Node const& node(NodeId id) const { return in_.page.nodes[id]; }

  bool is_wanted(std::size_t i) const {
    Item const& one = in_.flow.items[i];
    switch (one.kind) {
      case Item::Kind::passage: return in_.texts[one.passage].has_value();
      case Item::Kind::picture: return in_.pictures[i];
      case Item::Kind::rule: return in_.page.is_inside(one.node, in_.body.container);
    }
    return false;
  }

  /// A rule parts texts; at an end, or beside another one, it parts nothing.
  void trim_rules() {
    std::vector<std::size_t> kept;
    for (std::size_t const i : items_) {
      bool const is_rule = in_.flow.items[i].kind == Item::Kind::rule;
      bool const is_idle = is_rule && (kept.empty() || in_.flow.items[kept.back()].kind == Item::Kind::rule);
      if (!is_idle) kept.push_back(i);
    }
    while (!kept.empty() && in_.flow.items[kept.back()].kind == Item::Kind::rule) kept.pop_back();
    items_ = std::move(kept);
  }

  // ---- elements that make blocks of blocks

  void find_structure() {
    structure_.assign(in_.page.nodes.size(), no_node);
    is_structure_.assign(in_.page.nodes.size(), false);
    for (NodeId id = 0; id < in_.page.nodes.size(); ++id) {
      if (is_container(id)) is_structure_[id] = true;
      NodeId const parent = node(id).parent;
      structure_[id] = is_structure_[id] ? id : parent == no_node ? no_node : structure_[parent];
    }
  }

  bool is_container(NodeId id) {
    switch (node(id).tag) {
      case Tag::blockquote:
      case Tag::ul:
      case Tag::ol:
      case Tag::figure: return true;
      case Tag::table: return is_data_table(in_.page, id);
      default: return false;
    }
  }

  /// The outermost structure of the item below `around`.
  NodeId outermost(std::size_t i, NodeId around) const {
    NodeId found = no_node;
    for (NodeId at = structure_[item(i).at]; at != no_node && at != around;
         at = node(at).parent == no_node ? no_node : structure_[node(at).parent])
      found = at;
    return found;
  }

  doc::Blocks run(std::size_t from, std::size_t to, NodeId around, int depth) {
    doc::Blocks made;
    for (std::size_t i = from; i < to;) {
      NodeId const inner = depth + 3 < doc::max_depth ? outermost(i, around) : no_node;
      if (inner == no_node) {
        std::size_t const list = depth + 3 < doc::max_depth ? end_of_word_list(i, to, around) : i;
        if (list > i)
          add_word_list(made, i, list, depth);
        else
          add_leaf(made, i);
        i = std::max(i + 1, list);
        continue;
      }
      std::size_t end = i;
      while (end < to && in_.page.is_inside(item(end).at, inner)) ++end;
      add_structure(made, inner, i, end, depth);
      i = end;
    }
    return made;
  }

  void add_structure(doc::Blocks& made, NodeId id, std::size_t from, std::size_t to, int depth) {
    doc::Block block;
    switch (node(id).tag) {
      case Tag::blockquote: {
        block.id = next_id('q');
        block.content = doc::Quote{run(from, to, id, depth + 1)};
        break;
      }
      case Tag::ul:
      case Tag::ol:
        block.id = next_id('l');
        block.content = list(id, from, to, depth);
        break;
      case Tag::table: return add_table(made, id, from, to, depth);
      case Tag::figure: return add_figure(made, id, from, to, depth);
      default: return;
    }
    made.push_back(std::move(block));
  }

  doc::List list(NodeId id, std::size_t from, std::size_t to, int depth) {
    doc::List made;
    made.ordered = node(id).tag == Tag::ol;
    made.start = number_of(in_.page.attribute(id, "start"), 1);
    int number = made.start;
    for (std::size_t i = from; i < to;) {
      // The item that holds it: the li directly in this list.
      NodeId own = item(i).at;
      while (own != id && node(own).parent != id) own = node(own).parent;
      std::size_t end = i;
      while (end < to && in_.page.is_inside(item(end).at, own)) ++end;
      if (end == i) ++end;
      doc::ListItem one;
      if (made.ordered) {
        number = number_of(in_.page.attribute(own, "value"), number);
        one.marker = fmt::format("{}.", number++);
      } else {
        one.marker = "•";
      }
      one.blocks = run(i, end, id, depth + 2);
      made.items.push_back(std::move(one));
      i = end;
    }
    return made;
  }

  std::optional<WordItem> word_item_at(std::size_t i) const {
    return item(i).kind == Item::Kind::passage ? word_item(in_.page, item(i).node) : std::nullopt;
  }

  std::size_t end_of_word_list(std::size_t from, std::size_t to, NodeId around) const {
    std::size_t end = from;
    while (end < to && outermost(end, around) == no_node && word_item_at(end)) ++end;
    return end;
  }

  /// Deeper levels are lists inside of the item above them.
  void add_word_list(doc::Blocks& blocks, std::size_t from, std::size_t to, int depth) {
    doc::Block block;
    block.id = next_id('l');
    doc::List made;
    int const level = word_item_at(from)->level;
    for (std::size_t i = from; i < to;) {
      WordItem const one = *word_item_at(i);
      if (i == from) {
        made.ordered = one.is_ordered;
        made.start = one.number;
      }
      doc::ListItem item;
      item.marker = one.marker;
      add_leaf(item.blocks, i++);
      std::size_t inner = i;
      while (inner < to && word_item_at(inner)->level > level) ++inner;
      if (inner > i && depth + 5 < doc::max_depth) {
        add_word_list(item.blocks, i, inner, depth + 2);
        i = inner;
      }
      made.items.push_back(std::move(item));
    }
    block.content = std::move(made);
    blocks.push_back(std::move(block));
  }

  void add_table(doc::Blocks& made, NodeId id, std::size_t from, std::size_t to, int depth) {
    // A caption, and what the parser put beside the cells, stands above.
    for (std::size_t i = from; i < to; ++i) {
      NodeId const data = in_.page.nearest(item(i).at, Tag::td), head = in_.page.nearest(item(i).at, Tag::th);
      bool const is_in_cell = (data != no_node && data > id) || (head != no_node && head > id);
      if (!is_in_cell) add_leaf(made, i);
    }
    Grid const grid = grid_of(in_.page, id);
    doc::Table table;
    std::size_t cursor = from;  // cells and items are in the order of the page
    for (Grid::Row const& row : grid.rows) {
      doc::TableRow cells;
      bool has_text = false;
      for (NodeId const cell : row.cells) {
        doc::Blocks blocks;
        if (cell != no_node) {
          while (cursor < to && item(cursor).at < cell) ++cursor;
          std::size_t const start = cursor;
          while (cursor < to && in_.page.is_inside(item(cursor).at, cell)) ++cursor;
          blocks = run(start, cursor, id, depth + 2);
        }
        has_text = has_text || !blocks.empty();
        cells.cells.push_back(std::move(blocks));
      }
      if (has_text) (row.is_head ? table.head : table.rows).push_back(std::move(cells));
    }
    if (table.head.empty() && table.rows.empty()) return;
    doc::Block block;
    block.id = next_id('t');
    block.content = std::move(table);
    made.push_back(std::move(block));
  }

  void add_figure(doc::Blocks& made, NodeId id, std::size_t from, std::size_t to, int depth) {
    // A figure around a table, a quotation or code is what it holds.
    for (NodeId at = id + 1; at < node(id).end; ++at) {
      Tag const tag = node(at).tag;
      if (is_structure_[at] || tag == Tag::pre) {
        doc::Blocks inner = run(from, to, id, depth);
        std::move(inner.begin(), inner.end(), std::back_inserter(made));
        return;
      }
    }
    std::vector<std::size_t> pictures, texts;
    for (std::size_t i = from; i < to; ++i)
      (item(i).kind == Item::Kind::picture ? pictures : texts).push_back(i);
    doc::Blocks caption;
    for (std::size_t const i : texts) add_caption(caption, i);
    if (pictures.empty()) return add_missing(made, std::move(caption), {});
    // The caption stands under the last picture.
    for (std::size_t p = 0; p < pictures.size(); ++p)
      add_picture(made, item(pictures[p]).node,
                  p + 1 == pictures.size() ? std::move(caption) : doc::Blocks());
  }

  void add_caption(doc::Blocks& caption, std::size_t i) {
    if (item(i).kind != Item::Kind::passage) return;
    Finished& finished = *in_.texts[item(i).passage];
    doc::Block block;
    block.id = next_id('p');
    set_place(block, finished);
    block.content = doc::Paragraph{in_one_line(std::move(finished.text))};
    caption.push_back(std::move(block));
  }

  void add_picture(doc::Blocks& made, NodeId image, doc::Blocks caption) {
    doc::Figure figure;
    figure.image = images_.id_of(in_.page, image);
    figure.missing = figure.image.empty();
    figure.alt = in_.page.attribute(image, "alt");
    std::ranges::replace(figure.alt, '\n', ' ');
    if (figure.missing && caption.empty()) return;
    figure.caption = std::move(caption);
    push(made, 'f', std::move(figure));
  }

  void add_missing(doc::Blocks& made, doc::Blocks caption, std::string alt) {
    if (caption.empty()) return;
    doc::Figure figure;
    figure.missing = true;
    figure.alt = std::move(alt);
    figure.caption = std::move(caption);
    push(made, 'f', std::move(figure));
  }

  void push(doc::Blocks& made, char kind, doc::Content content) {
    doc::Block block;
    block.id = next_id(kind);
    block.content = std::move(content);
    made.push_back(std::move(block));
  }

  // ---- one passage

  void add_leaf(doc::Blocks& made, std::size_t i) {
    Item const& one = item(i);
    if (one.kind == Item::Kind::rule) return push(made, 's', doc::Separator{});
    if (one.kind == Item::Kind::picture) {
      // Captions right behind belong to it, marked as such but in no figure.
      add_picture(made, one.node, {});
      return;
    }
    Passage const& passage = in_.flow.passages[one.passage];
    Fate const& fate = in_.body.fates[one.passage];
    Finished& finished = *in_.texts[one.passage];
    if (fate.is_caption) return add_loose_caption(made, i);
    int const level = heading_level(one.node);
    if (level > 0 || fate.is_heading) {
      doc::Block block;
      set_place(block, finished);
      block.id = next_id('h');
      text::Text text = in_one_line(std::move(finished.text));
      if (fate.is_heading)
        std::erase_if(text.spans, [](text::Span const& span) { return span.kind == text::SpanKind::strong; });
      block.content =
          doc::Heading{level > 0 ? std::clamp(level - shift_, 2, 6) : bold_level_, std::move(text)};
      made.push_back(std::move(block));
      return;
    }
    if (passage.is_pre) return add_lines<doc::Code>(made, 'c', finished);
    if (finished.text.utf8.find('\n') != std::string::npos) return add_broken(made, finished);
    // A term stands out from what defines it.
    if (in_.page.nearest(one.node, Tag::dt) != no_node && finished.text.spans.empty())
      finished.text.spans.push_back({{0, finished.text.utf8.size()}, text::SpanKind::strong, {}});
    add_paragraph(made, finished, std::move(finished.text));
  }

  void add_paragraph(doc::Blocks& made, Finished const& finished, text::Text text) {
    if (text.is_empty()) return;
    doc::Block block;
    set_place(block, finished);
    block.id = next_id('p');
    if (finished.is_standfirst) block.classes.emplace_back("standfirst");
    block.content = doc::Paragraph{std::move(text)};
    made.push_back(std::move(block));
  }

  template <class Lines>
  void add_lines(doc::Blocks& made, char kind, Finished& finished) {
    doc::Block block;
    set_place(block, finished);
    block.id = next_id(kind);
    text::Text text = std::move(finished.text);
    if (!text.utf8.ends_with('\n')) text.utf8 += '\n';
    block.content = Lines{std::move(text)};
    made.push_back(std::move(block));
  }

  /// Line breaks: short lines mean something as lines, long ones are paragraphs.
  void add_broken(doc::Blocks& made, Finished& finished) {
    std::vector<base::Range> lines;
    std::string_view const utf8 = finished.text.utf8;
    bool are_short = true;
    for (std::size_t start = 0; start <= utf8.size();) {
      std::size_t const end = std::min(utf8.find('\n', start), utf8.size());
      if (end > start) {
        lines.push_back({start, end});
        are_short = are_short && columns_of(utf8.substr(start, end - start)) <= longest_verse_line;
      }
      start = end + 1;
    }
    if (are_short && lines.size() >= 2 && !finished.is_standfirst)
      return add_lines<doc::Verse>(made, 'v', finished);
    for (base::Range const line : lines) add_paragraph(made, finished, text::part(finished.text, line));
  }

  /// A caption beside its picture, in no <figure>: it goes to the picture before it if that is near.
  void add_loose_caption(doc::Blocks& made, std::size_t i) {
    if (!made.empty())
      if (auto* figure = std::get_if<doc::Figure>(&made.back().content)) {
        add_caption(figure->caption, i);
        return;
      }
    doc::Blocks caption;
    add_caption(caption, i);
    NodeId const picture = picture_before(i);
    if (picture == no_node) return add_missing(made, std::move(caption), {});
    add_picture(made, picture, std::move(caption));
  }

  /// A missing picture just before leaves no block; its other text is still worth having.
  NodeId picture_before(std::size_t i) const {
    return i > 0 && item(i - 1).kind == Item::Kind::picture ? item(i - 1).node : no_node;
  }

  static text::Text in_one_line(text::Text text) {
    text::Edits edits;
    for (std::size_t at = text.utf8.find('\n'); at != std::string::npos; at = text.utf8.find('\n', at + 1)) {
      text::Edit edit;
      edit.range = {at, at + 1};
      edit.replacement = " ";
      edit.rules = {"line.join"};
      edits.push_back(std::move(edit));
    }
    return edits.empty() ? text : text::edited(text, edits);
  }

  int heading_level(NodeId id) const {
    NodeId const heading = in_.page.heading_around(id);
    return heading == no_node ? 0 : static_cast<int>(node(heading).tag) - static_cast<int>(Tag::h1) + 1;
  }

  /// The highest heading inside the text is of level 2, whatever the page called it.
  void find_levels() {
    int highest = 7;
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (item(i).kind == Item::Kind::passage)
        if (int const level = heading_level(item(i).node); level > 0) highest = std::min(highest, level);
    shift_ = highest == 7 ? 0 : highest - 2;
    bold_level_ = highest == 7 ? 2 : 3;
  }

  void set_place(doc::Block& block, Finished const& finished) const {
    if (finished.language != in_.metadata.language) block.language = finished.language;
    if (finished.direction != in_.metadata.direction) block.direction = finished.direction;
  }

  std::string next_id(char kind) { return fmt::format("{}{}", kind, ++counts_[kind]); }

  TreeInput in_;
  Images& images_;
  std::vector<std::size_t> items_;
  std::vector<NodeId> structure_;
  std::vector<bool> is_structure_;
  std::map<char, int> counts_;
  int shift_ = 0, bold_level_ = 2;
};

}  // namespace

doc::Blocks blocks_of(TreeInput input, Images& images) {
  return Trunk(input, images).blocks();
}

}  // namespace ms::read::html
