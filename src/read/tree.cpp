#include "read/tree.hpp"

#include <fmt/format.h>

#include <map>

#include "doc/walk.hpp"

namespace ms::read {
namespace {

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
        default: document_.blocks.push_back(block(i, 0, 0, 0)); break;
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

  /// The block at part i, inside `quotes` quotes and `lists` lists; i goes to the part after it.
  doc::Block block(std::size_t& i, int quotes, int lists, int depth) {
    Part const& part = outline_.parts[i];
    doc::Block made;
    bool const may_nest = depth + 2 < doc::max_depth;
    if (part.quote_depth > quotes && may_nest) {
      made.id = next_id('q');
      doc::Quote quote;
      while (i < parts_.size() && outline_.parts[i].quote_depth > quotes)
        quote.blocks.push_back(block(i, quotes + 1, lists, depth + 1));
      made.content = std::move(quote);
      return made;
    }
    if (part.list_depth > lists && may_nest) {
      made.id = next_id('l');
      made.content = list(i, quotes, lists + 1, depth);
      return made;
    }
    leaf(made, i++);
    return made;
  }

  doc::List list(std::size_t& i, int quotes, int lists, int depth) {
    doc::List made;
    made.ordered = outline_.parts[i].is_ordered;
    made.start = outline_.parts[i].number;
    bool is_first = true;
    while (i < parts_.size() && outline_.parts[i].list_depth >= lists &&
           outline_.parts[i].quote_depth >= quotes) {
      Part const& part = outline_.parts[i];
      bool const is_new_item = part.list_depth == lists && part.starts_item;
      // Another list may follow directly.
      if (is_new_item && !is_first && part.is_ordered != made.ordered) break;
      if (is_new_item || is_first) made.items.push_back({parts_[i].marker, {}});
      made.items.back().blocks.push_back(block(i, quotes, lists, depth + 2));
      is_first = false;
    }
    return made;
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
