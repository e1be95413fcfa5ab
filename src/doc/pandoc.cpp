#include "doc/pandoc.hpp"

#include <algorithm>

#include "base/base64.hpp"
#include "doc/walk.hpp"
#include "text/utf8.hpp"

namespace ms::doc {
namespace {

using base::Json;

Json tagged(std::string_view type) {
  return {{"t", type}};
}
Json tagged(std::string_view type, Json content) {
  Json made = tagged(type);
  made["c"] = std::move(content);
  return made;
}

Json attributes(std::string_view id, std::vector<std::string> const& classes, std::string_view language,
                std::string_view direction) {
  Json values = Json::array();
  if (!language.empty()) values.push_back(Json::array({"lang", language}));
  if (!direction.empty()) values.push_back(Json::array({"dir", direction}));
  Json names = Json::array();
  for (std::string const& name : classes)
    if (name != "first") names.push_back(name);  // which paragraph comes first can be seen
  return Json::array({id, std::move(names), std::move(values)});
}
Json no_attributes() {
  return attributes({}, {}, {}, {});
}
bool is_plain(Json const& attribute) {
  return attribute[1].empty() && attribute[2].empty();
}

class Writer {
 public:
  Writer(Document const& document, PandocVersion version) : document_(document), version_(version) {}

  Json blocks(Blocks const& all, bool is_tight = false) {
    Json made = Json::array();
    for (Block const& one : all) made.push_back(block(one, is_tight));
    return made;
  }

  Json inlines(text::Text const& text) {
    text_ = &text;
    next_ = 0;
    return range({0, text.utf8.size()});
  }

 private:
  Json block(Block const& block, bool is_tight) {
    Json const attribute = attributes({}, block.classes, block.language,
                                      block.direction ? text::name_of(*block.direction) : std::string_view());
    if (auto const* heading = std::get_if<Heading>(&block.content)) {
      Json own = attribute;
      own[0] = block.id;
      // The headline is metadata, so the first level below it is pandoc's first.
      return tagged("Header", Json::array({std::max(heading->level - 1, 1), own, inlines(heading->text)}));
    }
    if (auto const* code = std::get_if<Code>(&block.content)) {
      std::string lines = code->text.utf8;
      if (lines.ends_with('\n')) lines.pop_back();
      return tagged("CodeBlock", Json::array({attribute, lines}));
    }
    Json made = content(block, is_tight);
    if (is_plain(attribute)) return made;
    return tagged("Div", Json::array({attribute, Json::array({std::move(made)})}));
  }

  Json content(Block const& block, bool is_tight) {
    if (auto const* paragraph = std::get_if<Paragraph>(&block.content))
      return tagged(is_tight ? "Plain" : "Para", inlines(paragraph->text));
    if (auto const* verse = std::get_if<Verse>(&block.content))
      return tagged("LineBlock", lines(verse->text));
    if (auto const* quote = std::get_if<Quote>(&block.content))
      return tagged("BlockQuote", blocks(quote->blocks));
    if (auto const* list = std::get_if<List>(&block.content)) return this->list(*list);
    if (auto const* figure = std::get_if<Figure>(&block.content)) return this->figure(*figure);
    if (auto const* table = std::get_if<Table>(&block.content)) return this->table(*table);
    return tagged("HorizontalRule");
  }

  Json lines(text::Text const& text) {
    Json made = Json::array();
    std::string_view const utf8 = text.utf8;
    for (std::size_t start = 0; start < utf8.size();) {
      std::size_t const end = std::min(utf8.find('\n', start), utf8.size());
      text::Text const line = text::part(text, {start, end});
      made.push_back(inlines(line));
      start = end + 1;
    }
    return made;
  }

  Json list(List const& list) {
    bool is_tight = true;
    for (ListItem const& item : list.items) {
      std::size_t paragraphs = 0;
      for (Block const& one : item.blocks) paragraphs += std::holds_alternative<Paragraph>(one.content);
      is_tight = is_tight && paragraphs <= 1;
    }
    Json items = Json::array();
    for (ListItem const& item : list.items) {
      items.push_back(blocks(item.blocks, is_tight));
      if (item.marker == "☐" || item.marker == "☑") add_task(items.back(), item.marker == "☑");
    }
    if (!list.ordered) return tagged("BulletList", std::move(items));
    std::string const marker = list.items.empty() ? std::string() : list.items.front().marker;
    std::string_view const delimiter = marker.starts_with('(') && marker.ends_with(')') ? "TwoParens"
                                       : marker.ends_with(')')                          ? "OneParen"
                                       : marker.ends_with('.')                          ? "Period"
                                                                                        : "DefaultDelim";
    return tagged("OrderedList", Json::array({Json::array({list.start, tagged("Decimal"), tagged(delimiter)}),
                                              std::move(items)}));
  }

  /// As pandoc's own reader writes tasks.
  static void add_task(Json& item, bool is_done) {
    if (item.empty() || (item[0]["t"] != "Plain" && item[0]["t"] != "Para")) return;
    Json& words = item[0]["c"];
    words.insert(words.begin(), tagged("Space"));
    words.insert(words.begin(), tagged("Str", is_done ? "☒" : "☐"));
  }

  Json figure(Figure const& figure) {
    std::string target;
    for (Image const& image : document_.images)
      if (image.id == figure.image && !figure.missing)
        target = "data:" + image.media_type + ";base64," + base::base64_of(image.bytes);
    Json words = Json::array();
    text::Text alt;
    alt.utf8 = figure.alt;
    if (version_ == PandocVersion::v1_23) {
      Json image = tagged("Image", Json::array({no_attributes(), inlines(alt), Json::array({target, ""})}));
      return tagged("Figure", Json::array({no_attributes(), Json::array({nullptr, blocks(figure.caption)}),
                                           Json::array({tagged("Plain", Json::array({std::move(image)}))})}));
    }
    // Before there were figures a paragraph of one image with this title was one; its text is the caption.
    text::Text caption;
    for (Block const& one : figure.caption)
      if (text::Text const* const text = text_of(one)) text::append(caption, *text, "\n");
    Json own = no_attributes();
    if (!figure.alt.empty()) own[2].push_back(Json::array({"alt", figure.alt}));
    return tagged(
        "Para",
        Json::array({tagged("Image", Json::array({own, inlines(caption), Json::array({target, "fig:"})}))}));
  }

  Json table(Table const& table) {
    std::size_t columns = 0;
    for (auto const* const rows : {&table.head, &table.rows})
      for (TableRow const& row : *rows) columns = std::max(columns, row.cells.size());
    Json widths = Json::array();
    for (std::size_t i = 0; i < columns; ++i)
      widths.push_back(Json::array({tagged("AlignDefault"), tagged("ColWidthDefault")}));
    return tagged(
        "Table",
        Json::array(
            {no_attributes(), Json::array({nullptr, Json::array()}), std::move(widths),
             Json::array({no_attributes(), rows(table.head, columns)}),
             Json::array({Json::array({no_attributes(), 0, Json::array(), rows(table.rows, columns)})}),
             Json::array({no_attributes(), Json::array()})}));
  }

  Json rows(std::vector<TableRow> const& rows, std::size_t columns) {
    Json made = Json::array();
    for (TableRow const& row : rows) {
      Json cells = Json::array();
      for (std::size_t i = 0; i < columns; ++i)
        cells.push_back(Json::array({no_attributes(), tagged("AlignDefault"), 1, 1,
                                     i < row.cells.size() ? blocks(row.cells[i], true) : Json::array()}));
      made.push_back(Json::array({no_attributes(), std::move(cells)}));
    }
    return made;
  }

  // Inside of blocks.

  Json range(base::Range whole) {
    Json made = Json::array();
    std::size_t at = whole.start;
    while (next_ < text_->spans.size() && text_->spans[next_].range.start < whole.end) {
      text::Span const& span = text_->spans[next_++];
      words(made, {at, span.range.start});
      made.push_back(element(span));
      at = span.range.end;
    }
    words(made, {at, whole.end});
    return made;
  }

  void words(Json& made, base::Range range) const {
    std::string_view const utf8 = base::slice(text_->utf8, range);
    for (std::size_t at = 0; at < utf8.size();) {
      std::size_t const end = std::min(utf8.find_first_of(" \n", at), utf8.size());
      if (end > at) made.push_back(tagged("Str", utf8.substr(at, end - at)));
      if (end < utf8.size()) made.push_back(tagged(utf8[end] == ' ' ? "Space" : "LineBreak"));
      at = end + 1;
    }
  }

  Json element(text::Span const& span) {
    switch (span.kind) {
      case text::SpanKind::strong: return tagged("Strong", range(span.range));
      case text::SpanKind::emphasis: return tagged("Emph", range(span.range));
      case text::SpanKind::link:
        return tagged("Link",
                      Json::array({no_attributes(), range(span.range), Json::array({span.value, ""})}));
      case text::SpanKind::language:
        return tagged("Span", Json::array({attributes({}, {}, span.value, {}), range(span.range)}));
      case text::SpanKind::isolate:
        return tagged("Span", Json::array({attributes({}, {}, {}, span.value), range(span.range)}));
      case text::SpanKind::css_class: return of_class(span);
      case text::SpanKind::ruby: {
        Json own = attributes({}, {"ruby"}, {}, {});
        own[2].push_back(Json::array({"reading", span.value}));
        return tagged("Span", Json::array({std::move(own), range(span.range)}));
      }
      case text::SpanKind::code: {
        skip(span.range);
        return tagged("Code", Json::array({no_attributes(), slice(text_->utf8, span.range)}));
      }
      case text::SpanKind::note: return note(span);
    }
    return tagged("Space");
  }

  Json of_class(text::Span const& span) {
    constexpr std::pair<std::string_view, std::string_view> types[] = {{"deleted", "Strikeout"},
                                                                       {"underline", "Underline"},
                                                                       {"superscript", "Superscript"},
                                                                       {"subscript", "Subscript"},
                                                                       {"small-caps", "SmallCaps"}};
    for (auto const& [name, type] : types)
      if (span.value == name) return tagged(type, range(span.range));
    if (span.value == "math") {
      skip(span.range);
      return tagged("Math", Json::array({tagged("InlineMath"), slice(text_->utf8, span.range)}));
    }
    return tagged("Span", Json::array({attributes({}, {span.value}, {}, {}), range(span.range)}));
  }

  /// What the span covers is the source's own mark; pandoc numbers notes itself.
  Json note(text::Span const& span) {
    skip(span.range);
    auto const found = std::ranges::find(document_.notes, span.value, &Note::id);
    bool const is_known = found != document_.notes.end() && notes_ < most_nested_notes;
    if (!is_known) return tagged("Superscript", Json::array({tagged("Str", slice(text_->utf8, span.range))}));
    text::Text const* const text = text_;
    std::size_t const next = next_;
    ++notes_;
    Json made = tagged("Note", blocks(found->blocks));
    --notes_;
    text_ = text;
    next_ = next;
    return made;
  }

  void skip(base::Range range) {
    while (next_ < text_->spans.size() && text_->spans[next_].range.start < range.end) ++next_;
  }

  static constexpr int most_nested_notes = 2;  ///< notes may refer to each other in a ring
  Document const& document_;
  PandocVersion version_;
  text::Text const* text_ = nullptr;
  std::size_t next_ = 0;  ///< span
  int notes_ = 0;         ///< that are being written
};

Json inlines_of(std::string const& words) {
  Document const nothing;
  text::Text text;
  text.utf8 = words;
  return Writer(nothing, PandocVersion::v1_22).inlines(text);
}

Json metadata(Metadata const& m, Writer& writer) {
  Json made = Json::object();
  if (!m.title.is_empty()) made["title"] = tagged("MetaInlines", writer.inlines(m.title.text));
  Json authors = Json::array();
  for (Person const& person : m.people)
    if (person.role == Role::author) authors.push_back(tagged("MetaInlines", inlines_of(person.name)));
  if (authors.empty() && !m.byline.is_empty())
    authors.push_back(tagged("MetaInlines", writer.inlines(m.byline.text)));
  if (!authors.empty()) made["author"] = tagged("MetaList", std::move(authors));
  for (Role const role : {Role::editor, Role::translator, Role::photographer, Role::agency}) {
    Json names = Json::array();
    for (Person const& person : m.people)
      if (person.role == role) names.push_back(tagged("MetaInlines", inlines_of(person.name)));
    if (!names.empty()) made[std::string(name_of(role))] = tagged("MetaList", std::move(names));
  }
  std::string const& date = m.date.empty() ? m.date_line.text.utf8 : m.date;
  std::pair<std::string_view, std::string const&> const values[] = {{"date", date},
                                                                    {"kicker", m.kicker.text.utf8},
                                                                    {"standfirst", m.standfirst.text.utf8},
                                                                    {"byline", m.byline.text.utf8},
                                                                    {"date-text", m.date_line.text.utf8},
                                                                    {"place", m.place},
                                                                    {"publisher", m.publisher},
                                                                    {"section", m.section},
                                                                    {"url", m.url},
                                                                    {"licence", m.licence}};
  for (auto const& [name, value] : values)
    if (!value.empty()) made[std::string(name)] = tagged("MetaInlines", inlines_of(value));
  if (m.language != "und") made["lang"] = tagged("MetaInlines", inlines_of(m.language));
  if (m.direction == text::Direction::rtl) made["dir"] = tagged("MetaInlines", inlines_of("rtl"));
  return made;
}

}  // namespace

Json pandoc_dump(Edition const& edition, PandocVersion version) {
  Json made;
  made["pandoc-api-version"] =
      version == PandocVersion::v1_22 ? Json::array({1, 22, 2, 1}) : Json::array({1, 23, 1});
  Json blocks = Json::array();
  Writer of_edition(edition.articles.front(), version);
  made["meta"] = metadata(edition.metadata, of_edition);
  bool const is_alone = edition.articles.size() == 1;
  for (Document const& article : edition.articles) {
    Writer writer(article, version);
    Metadata const& m = article.metadata;
    Json own = writer.blocks(article.blocks);
    if (is_alone) {
      blocks = std::move(own);
      break;
    }
    // One of many: its headline is a headline, its language that of a Div.
    Json inner = Json::array();
    if (!m.title.is_empty())
      inner.push_back(tagged("Header", Json::array({1, no_attributes(), writer.inlines(m.title.text)})));
    for (Line const* const line : {&m.byline, &m.date_line})
      if (!line->is_empty()) inner.push_back(tagged("Para", writer.inlines(line->text)));
    for (Json& one : own) {
      if (one["t"] == "Header") one["c"][0] = std::min(one["c"][0].get<int>() + 1, 6);
      inner.push_back(std::move(one));
    }
    Json const place = attributes({}, {}, m.language == "und" ? "" : m.language, text::name_of(m.direction));
    blocks.push_back(tagged("Div", Json::array({place, std::move(inner)})));
  }
  made["blocks"] = std::move(blocks);
  return made;
}

}  // namespace ms::doc
