#include "read/tree_text.hpp"

#include <string_view>

#include "doc/head.hpp"

namespace ms::read {
namespace {

class Printer {
 public:
  std::string print(doc::Document const& document) {
    doc::Metadata const& metadata = document.metadata;
    doc::Line const byline = doc::shown_byline(metadata), date = doc::shown_date(metadata);
    for (doc::Line const* line : {&metadata.kicker, &metadata.title, &metadata.standfirst, &byline, &date})
      if (!line->is_empty()) part(line->text.utf8);
    blocks(document.blocks, {});
    for (doc::Note const& note : document.notes) blocks(note.blocks, {});
    return std::move(out_);
  }

 private:
  /// One block; a blank line before it, or none inside of a list.
  void part(std::string_view text, std::string_view lead = {}) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    if (text.empty() && lead.empty()) return;
    if (!out_.empty()) out_ += is_tight_ ? "" : "\n";
    out_ += lead;
    out_ += text;
    out_ += '\n';
  }

  void blocks(doc::Blocks const& all, std::string_view lead) {
    bool is_first = true;
    for (doc::Block const& one : all) {
      block(one, is_first ? lead : std::string_view());
      is_first = false;
    }
  }

  void block(doc::Block const& one, std::string_view lead) {
    if (auto const* paragraph = std::get_if<doc::Paragraph>(&one.content))
      return part(paragraph->text.utf8, lead);
    if (auto const* heading = std::get_if<doc::Heading>(&one.content)) return part(heading->text.utf8, lead);
    if (auto const* code = std::get_if<doc::Code>(&one.content)) return part(code->text.utf8, lead);
    if (auto const* verse = std::get_if<doc::Verse>(&one.content)) return part(verse->text.utf8, lead);
    if (std::get_if<doc::Separator>(&one.content) != nullptr) return part("* * *", lead);
    if (auto const* quote = std::get_if<doc::Quote>(&one.content)) return blocks(quote->blocks, lead);
    if (auto const* figure = std::get_if<doc::Figure>(&one.content)) return blocks(figure->caption, lead);
    if (auto const* list = std::get_if<doc::List>(&one.content)) return items(*list);
    if (auto const* table = std::get_if<doc::Table>(&one.content)) return rows(*table);
  }

  void items(doc::List const& list) {
    bool const was_tight = is_tight_;
    for (doc::ListItem const& item : list.items) {
      blocks(item.blocks, item.marker.empty() ? std::string() : item.marker + ' ');
      is_tight_ = true;
    }
    is_tight_ = was_tight;
  }

  void rows(doc::Table const& table) {
    bool const was_tight = is_tight_;
    for (auto const* group : {&table.head, &table.rows}) {
      for (doc::TableRow const& row : *group) {
        std::string line;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          Printer cell;
          cell.blocks(row.cells[i], {});
          std::string text = std::move(cell.out_);
          while (text.ends_with('\n')) text.pop_back();
          for (char& c : text)
            if (c == '\n') c = ' ';
          if (i > 0) line += '\t';
          line += text;
        }
        part(line);
        is_tight_ = true;
      }
    }
    is_tight_ = was_tight;
  }

  std::string out_;
  bool is_tight_ = false;
};

}  // namespace

std::string text_of_tree(doc::Document const& document) {
  return Printer().print(document);
}

}  // namespace ms::read
