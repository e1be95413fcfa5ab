#include "read/pandoc_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "doc/walk.hpp"
#include "read/json_values.hpp"
#include "read/links.hpp"
#include "text/tag.hpp"

namespace ms::read {

using base::Json;

namespace {

constexpr int deepest = doc::max_depth - 8;

/// Types whose content is a list of inlines, and what they are here.
struct Mark {
  std::string_view type;
  text::SpanKind kind;
  std::string_view value;
};
constexpr Mark marks[] = {{"Emph", text::SpanKind::emphasis, ""},
                          {"Strong", text::SpanKind::strong, ""},
                          {"Underline", text::SpanKind::css_class, "underline"},
                          {"Strikeout", text::SpanKind::css_class, "deleted"},
                          {"Superscript", text::SpanKind::css_class, "superscript"},
                          {"Subscript", text::SpanKind::css_class, "subscript"},
                          {"SmallCaps", text::SpanKind::css_class, "small-caps"}};

std::string type_of(Json const& json) {
  return string_of(member(json, "t"));
}

/// The image when that is all there is.
Json const* only_image(Json const& inlines) {
  Json const& all = list_of(inlines);
  return all.size() == 1 && type_of(all[0]) == "Image" ? &all[0] : nullptr;
}

}  // namespace

PandocTree::Attributes PandocTree::attributes(Json const& json) {
  Attributes made;
  made.id = clean_string_of(element(json, 0));
  for (Json const& name : list_of(element(json, 1))) made.classes.push_back(clean_string_of(name));
  for (Json const& pair : list_of(element(json, 2))) {
    std::string const key = string_of(element(pair, 0)), value = clean_string_of(element(pair, 1));
    if (key == "lang" || key == "xml:lang") made.language = text::canonical_tag(value).value_or("");
    if (key == "dir") made.direction = value;
    if (key == "reading") made.reading = value;
    if (key == "alt") made.alt = value;
  }
  return made;
}

void PandocTree::place(doc::Block& block, Attributes const& attributes) {
  for (std::string const& name : attributes.classes)
    if (std::ranges::find(block.classes, name) == block.classes.end()) block.classes.push_back(name);
  if (block.id.empty()) block.id = attributes.id;
  if (block.language.empty()) block.language = attributes.language;
  if (!block.direction && attributes.direction == "rtl") block.direction = text::Direction::rtl;
  if (!block.direction && attributes.direction == "ltr") block.direction = text::Direction::ltr;
}

void PandocTree::left_out(std::string const& what) {
  diagnostics_.warn("pandoc.left-out", fmt::format("{} of the document was left out", what));
}

/// Tags alone are no loss.
void PandocTree::raw(Json const& content) {
  std::string const format = string_of(element(content, 0)), words = string_of(element(content, 1));
  bool is_in_tag = false, has_words = false;
  for (char const c : words) {
    if (c == '<') is_in_tag = true;
    has_words = has_words || (!is_in_tag && c != ' ' && c != '\n');
    if (c == '>') is_in_tag = false;
  }
  if (has_words || !format.starts_with("html")) left_out(fmt::format("a raw part in {}", format));
}

doc::Blocks PandocTree::blocks(Json const& json, int depth) {
  doc::Blocks made;
  for (Json const& one : list_of(json)) {
    if (depth < deepest)
      add_block(made, one, depth);
    else
      left_out("a block that is nested too deep");
  }
  return made;
}

void PandocTree::add_block(doc::Blocks& made, Json const& json, int depth) {
  std::string const type = type_of(json);
  Json const& content = member(json, "c");
  doc::Block block;
  if (type == "Para" || type == "Plain") return add_paragraph(made, content);
  if (type == "Div") return add_div(made, content, depth);
  if (type == "Figure") return add_figure(made, content, depth);
  if (type == "Table") return add_table(made, content, depth);
  if (type == "DefinitionList") return add_definitions(made, content, depth);
  if (type == "Null") return;
  if (type == "RawBlock") return raw(content);
  if (type == "Header") {
    place(block, attributes(element(content, 1)));
    std::int64_t const level = std::clamp<std::int64_t>(number_of(element(content, 0), 1), 1, 6);
    block.content = doc::Heading{static_cast<int>(level), text(element(content, 2))};
  } else if (type == "CodeBlock") {
    Attributes own = attributes(element(content, 0));
    own.classes.clear();  // a language for colours
    place(block, own);
    doc::Code code;
    code.text.utf8 = clean_string_of(element(content, 1)) + "\n";
    block.content = std::move(code);
  } else if (type == "LineBlock") {
    block.content = verse(content);
  } else if (type == "BlockQuote") {
    block.content = doc::Quote{blocks(content, depth + 1)};
  } else if (type == "BulletList") {
    block.content = list(content, Json(), depth);
  } else if (type == "OrderedList") {
    block.content = list(element(content, 1), element(content, 0), depth);
  } else if (type == "HorizontalRule") {
    block.content = doc::Separator{};
  } else {
    return left_out(fmt::format("a block of the unknown kind {}", type));
  }
  made.push_back(std::move(block));
}

void PandocTree::add_paragraph(doc::Blocks& made, Json const& inlines) {
  doc::Block block;
  if (Json const* const image = only_image(inlines)) {
    Json const& content = member(*image, "c");
    doc::Figure figure;
    figure.image = images_.id_at(string_of(element(element(content, 2), 0)));
    figure.missing = figure.image.empty();
    figure.alt = attributes(element(content, 0)).alt;
    text::Text caption = text(element(content, 1));
    if (!caption.is_empty()) {
      doc::Block paragraph;
      paragraph.content = doc::Paragraph{std::move(caption)};
      figure.caption.push_back(std::move(paragraph));
    }
    block.content = std::move(figure);
  } else {
    block.content = doc::Paragraph{text(inlines)};
  }
  made.push_back(std::move(block));
}

/// What a Div says holds for each block in it.
void PandocTree::add_div(doc::Blocks& made, Json const& content, int depth) {
  Attributes own = attributes(element(content, 0));
  doc::Blocks inner = blocks(element(content, 1), depth + 1);
  for (doc::Block& block : inner) {
    place(block, own);
    own.id.clear();
    made.push_back(std::move(block));
  }
}

void PandocTree::add_figure(doc::Blocks& made, Json const& content, int depth) {
  doc::Blocks caption = blocks(element(element(content, 1), 1), depth + 1);
  doc::Blocks inner = blocks(element(content, 2), depth + 1);
  doc::Figure* figure = nullptr;
  for (doc::Block& block : inner) {
    made.push_back(std::move(block));
    if (auto* const found = std::get_if<doc::Figure>(&made.back().content)) figure = found;
  }
  if (figure == nullptr) {
    std::move(caption.begin(), caption.end(), std::back_inserter(made));
    return;
  }
  // Inside of a figure the image's own words are its description.
  for (doc::Block const& block : figure->caption)
    if (text::Text const* const words = doc::text_of(block)) figure->alt = words->utf8;
  figure->caption = std::move(caption);
}

void PandocTree::add_definitions(doc::Blocks& made, Json const& content, int depth) {
  for (Json const& one : list_of(content)) {
    doc::Block term, definition;
    text::Text words = text(element(one, 0));
    if (!words.is_empty())
      words.spans.insert(words.spans.begin(), {{0, words.utf8.size()}, text::SpanKind::strong, {}});
    term.content = doc::Paragraph{std::move(words)};
    made.push_back(std::move(term));
    doc::Quote quote;
    for (Json const& blocks_json : list_of(element(one, 1)))
      for (doc::Block& block : blocks(blocks_json, depth + 1)) quote.blocks.push_back(std::move(block));
    definition.content = std::move(quote);
    made.push_back(std::move(definition));
  }
}

doc::List PandocTree::list(Json const& items, Json const& ordered, int depth) {
  doc::List made;
  made.ordered = ordered.is_array();
  if (made.ordered)
    made.start =
        static_cast<int>(std::clamp<std::int64_t>(number_of(element(ordered, 0), 1), 0, 999'999'999));
  std::string const delimiter = type_of(element(ordered, 2));
  int number = made.start;
  for (Json const& item : list_of(items)) {
    doc::ListItem one;
    one.marker = !made.ordered              ? "•"
                 : delimiter == "TwoParens" ? fmt::format("({})", number)
                 : delimiter == "OneParen"  ? fmt::format("{})", number)
                                            : fmt::format("{}.", number);
    ++number;
    one.blocks = blocks(item, depth + 2);
    text::Text* const words = one.blocks.empty() ? nullptr : doc::text_of(one.blocks.front());
    for (std::string_view const box : {"☐ ", "☒ ", "☑ "}) {
      if (words == nullptr || !words->utf8.starts_with(box)) continue;
      one.marker = box.starts_with("☐") ? "☐" : "☑";
      *words = text::part(*words, {box.size(), words->utf8.size()});
      break;
    }
    made.items.push_back(std::move(one));
  }
  return made;
}

doc::Verse PandocTree::verse(Json const& lines) {
  doc::Verse made;
  for (Json const& line : list_of(lines)) {
    text::append(made.text, text(line));
    made.text.utf8 += '\n';
  }
  return made;
}

void PandocTree::add_table(doc::Blocks& made, Json const& content, int depth) {
  for (doc::Block& block : blocks(element(element(content, 1), 1), depth + 1)) {
    block.classes.emplace_back("caption");
    made.push_back(std::move(block));
  }
  std::size_t const columns = list_of(element(content, 2)).size();
  doc::Table table;
  add_rows(table.head, element(element(content, 3), 1), columns, depth);
  for (Json const& body : list_of(element(content, 4))) {
    add_rows(table.rows, element(body, 2), columns, depth);
    add_rows(table.rows, element(body, 3), columns, depth);
  }
  add_rows(table.rows, element(element(content, 5), 1), columns, depth);
  doc::Block block;
  block.content = std::move(table);
  made.push_back(std::move(block));
}

/// A cell over several columns leaves those beside it empty.
void PandocTree::add_rows(std::vector<doc::TableRow>& made, Json const& rows, std::size_t columns,
                          int depth) {
  for (Json const& row : list_of(rows)) {
    doc::TableRow cells;
    for (Json const& cell : list_of(element(row, 1))) {
      cells.cells.push_back(blocks(element(cell, 4), depth + 2));
      for (std::int64_t more = 1; more < number_of(element(cell, 3), 1) && cells.cells.size() < columns;
           ++more)
        cells.cells.emplace_back();
    }
    if (cells.cells.size() < columns && columns <= 1000) cells.cells.resize(columns);
    made.push_back(std::move(cells));
  }
}

text::Text PandocTree::text(Json const& json) {
  TextWriter out;
  inlines(out, json, 0);
  return out.take();
}

text::Text PandocTree::text_of_blocks(Json const& json) {
  text::Text all;
  for (doc::Block const& block : blocks(json, 0))
    if (text::Text const* const text = doc::text_of(block)) text::append(all, *text, " ");
  return all;
}

void PandocTree::inlines(TextWriter& out, Json const& json, int depth) {
  for (Json const& one : list_of(json)) {
    if (depth < deepest)
      add_inline(out, one, depth + 1);
    else
      left_out("text that is nested too deep");
  }
}

void PandocTree::add_inline(TextWriter& out, Json const& json, int depth) {
  std::string const type = type_of(json);
  Json const& content = member(json, "c");
  auto const* const mark = std::ranges::find(marks, type, &Mark::type);
  if (mark != std::end(marks)) {
    out.open(mark->kind, std::string(mark->value));
    inlines(out, content, depth);
    return out.close();
  }
  if (type == "Str") return out.put(clean_string_of(content));
  if (type == "Space" || type == "SoftBreak") return out.put(" ");
  if (type == "LineBreak") return out.put("\n");
  if (type == "Span") return add_span(out, content, depth);
  if (type == "Note") return add_note(out, content, depth);
  if (type == "Cite") return inlines(out, element(content, 1), depth);
  if (type == "Quoted") {
    // The rules know the quotation marks of the language.
    std::string_view const sign = type_of(element(content, 0)) == "SingleQuote" ? "'" : "\"";
    out.put(sign);
    inlines(out, element(content, 1), depth);
    return out.put(sign);
  }
  if (type == "Code" || type == "Math") {
    out.open(type == "Code" ? text::SpanKind::code : text::SpanKind::css_class, type == "Code" ? "" : "math");
    out.put(clean_string_of(element(content, 1)));
    return out.close();
  }
  if (type == "Link") {
    out.open(text::SpanKind::link, without_tracking(clean_string_of(element(element(content, 2), 0))));
    inlines(out, element(content, 1), depth);
    return out.close();
  }
  if (type == "Image") return inlines(out, element(content, 1), depth);
  if (type == "RawInline") {
    if (string_of(element(content, 1)).starts_with("<br")) return out.put("\n");
    return raw(content);
  }
  left_out(fmt::format("text of the unknown kind {}", type));
}

void PandocTree::add_span(TextWriter& out, Json const& content, int depth) {
  Attributes const own = attributes(element(content, 0));
  int opened = 0;
  auto const open = [&](text::SpanKind kind, std::string const& value) {
    out.open(kind, value);
    ++opened;
  };
  if (own.direction == "ltr" || own.direction == "rtl" || own.direction == "auto")
    open(text::SpanKind::isolate, own.direction);
  if (!own.language.empty()) open(text::SpanKind::language, own.language);
  if (!own.reading.empty()) open(text::SpanKind::ruby, own.reading);
  for (std::string const& name : own.classes)
    if (own.reading.empty() || name != "ruby") open(text::SpanKind::css_class, name);
  inlines(out, element(content, 1), depth);
  for (; opened > 0; --opened) out.close();
}

void PandocTree::add_note(TextWriter& out, Json const& content, int depth) {
  std::string const number = fmt::format("{}", notes_.size() + 1);
  std::size_t const index = notes_.size();
  notes_.push_back({"n" + number, {}});
  out.open(text::SpanKind::note, "n" + number);
  out.put("[" + number + "]");
  out.close();
  doc::Blocks inner = blocks(content, depth + 1);
  notes_[index].blocks = std::move(inner);
}

}  // namespace ms::read
