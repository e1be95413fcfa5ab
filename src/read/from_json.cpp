#include "read/from_json.hpp"

#include <algorithm>

#include "base/base64.hpp"
#include "base/failure.hpp"
#include "doc/walk.hpp"
#include "read/json_values.hpp"
#include "read/overrides.hpp"
#include "read/tree_text.hpp"
#include "text/tag.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

using base::Json;

/// Room for what is below a block of a tree that is too deep.
constexpr int deepest_block = doc::max_depth - 4;

std::optional<text::SpanKind> span_kind(std::string_view name) {
  using enum text::SpanKind;
  for (text::SpanKind const kind : {language, isolate, strong, emphasis, link, css_class, ruby, note, code})
    if (text::name_of(kind) == name) return kind;
  return std::nullopt;
}

std::optional<doc::Role> role_named(std::string_view name) {
  using enum doc::Role;
  for (doc::Role const role : {author, editor, translator, photographer, agency})
    if (doc::name_of(role) == name) return role;
  return std::nullopt;
}

class TreeReader {
 public:
  explicit TreeReader(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  doc::Document document(Json const& json) {
    doc::Document made;
    made.metadata = metadata(member(json, "metadata"));
    Place const place{made.metadata.language, made.metadata.direction};
    made.blocks = blocks(member(json, "blocks"), place, 0);
    for (Json const& note : list_of(member(json, "notes")))
      made.notes.push_back({clean_string_of(member(note, "id")), blocks(member(note, "blocks"), place, 0)});
    for (Json const& image : list_of(member(json, "images")))
      made.images.push_back({clean_string_of(member(image, "id")),
                             clean_string_of(member(image, "media_type")),
                             base::bytes_of_base64(string_of(member(image, "data"))).value_or("")});
    return made;
  }

  doc::Metadata metadata(Json const& json) {
    doc::Metadata m;
    m.language = text::canonical_tag(string_of(member(json, "language"))).value_or("und");
    m.direction = direction(member(json, "direction"), text::Direction::ltr);
    for (Json const& tag : list_of(member(json, "languages"))) m.languages.push_back(clean_string_of(tag));
    Place const place{m.language, m.direction};
    m.kicker = line(member(json, "kicker"), place);
    m.title = line(member(json, "title"), place);
    m.standfirst = line(member(json, "standfirst"), place);
    m.byline = text_line(json, "byline", place);
    m.date_line = text_line(json, "date", place);
    for (Json const& person : list_of(member(json, "byline")))
      if (auto const role = role_named(string_of(member(person, "role"))))
        m.people.push_back({clean_string_of(member(person, "name")), *role});
    m.date = clean_string_of(member(json, "date"));
    m.place = clean_string_of(member(json, "place"));
    m.publisher = clean_string_of(member(json, "publisher"));
    m.section = clean_string_of(member(json, "section"));
    m.url = clean_string_of(member(json, "url"));
    m.licence = clean_string_of(member(json, "licence"));
    return m;
  }

 private:
  struct Place {
    std::string language;
    text::Direction direction;
  };

  static text::Direction direction(Json const& json, text::Direction otherwise) {
    std::string const name = string_of(json);
    return name == "rtl" ? text::Direction::rtl : name == "ltr" ? text::Direction::ltr : otherwise;
  }

  /// In the tree only what differs from what is around is set.
  static Place set_place(Json const& json, Place const& around, std::string& language,
                         std::optional<text::Direction>& own_direction) {
    Place place = around;
    place.language = text::canonical_tag(string_of(member(json, "language"))).value_or(around.language);
    place.direction = direction(member(json, "direction"), around.direction);
    if (place.language != around.language) language = place.language;
    if (place.direction != around.direction) own_direction = place.direction;
    return place;
  }

  doc::Line line(Json const& json, Place const& around) {
    doc::Line made;
    made.text = text(json);
    set_place(json, around, made.language, made.direction);
    return made;
  }

  doc::Line text_line(Json const& json, std::string const& name, Place const& around) {
    Json const& whole = member(json, name + "_line");
    if (whole.is_object()) return line(whole, around);
    doc::Line made;
    made.text.utf8 = clean_string_of(member(json, name + "_text"));
    return made;
  }

  text::Text text(Json const& json) {
    text::Text made;
    made.utf8 = clean_string_of(member(json, "text"));
    std::vector<base::Range> around;
    std::size_t start = 0;
    for (Json const& one : list_of(member(json, "spans"))) {
      auto const kind = span_kind(string_of(member(one, "kind")));
      base::Range const range = range_of(member(one, "start"), member(one, "end"));
      while (!around.empty() && around.back().end <= range.start) around.pop_back();
      bool const is_sound = kind && range.start >= start && !range.is_empty() &&
                            range.end <= (around.empty() ? made.utf8.size() : around.back().end) &&
                            text::is_boundary(made.utf8, range.start) &&
                            text::is_boundary(made.utf8, range.end);
      if (!is_sound) {
        diagnostics_.warn("json.span", "a span does not fit its text and was left out");
        continue;
      }
      start = range.start;
      around.push_back(range);
      made.spans.push_back({range, *kind, clean_string_of(member(one, "value"))});
    }
    made.origin = origin(member(json, "origin"), made.utf8.size());
    return made;
  }

  static base::Range range_of(Json const& start, Json const& end) {
    std::int64_t const from = std::max<std::int64_t>(number_of(start), 0);
    return {static_cast<std::size_t>(from), static_cast<std::size_t>(std::max(number_of(end), from))};
  }

  static text::Origin origin(Json const& json, std::size_t length) {
    std::vector<text::OriginPiece> pieces;
    std::size_t text_at = 0, source_at = 0;
    for (Json const& piece : list_of(json)) {
      base::Range const text = range_of(element(piece, 0), element(piece, 1)),
                        source = range_of(element(piece, 2), element(piece, 3));
      if (text.start < text_at || text.end > length || source.start < source_at) continue;
      text_at = text.end;
      source_at = source.start;
      pieces.push_back({text, source});
    }
    return text::Origin(std::move(pieces));
  }

  doc::Blocks blocks(Json const& json, Place const& around, int depth) {
    doc::Blocks made;
    for (Json const& one : list_of(json)) {
      doc::Block block;
      if (depth < deepest_block && read_block(block, one, around, depth))
        made.push_back(std::move(block));
      else
        diagnostics_.warn("json.block", "a block of an unknown kind, or nested too deep, was left out");
    }
    return made;
  }

  bool read_block(doc::Block& block, Json const& json, Place const& around, int depth) {
    block.id = clean_string_of(member(json, "id"));
    for (Json const& name : list_of(member(json, "classes"))) block.classes.push_back(clean_string_of(name));
    Place const place = set_place(json, around, block.language, block.direction);
    std::string const kind = string_of(member(json, "kind"));
    if (kind == "paragraph") {
      block.content = doc::Paragraph{text(json)};
    } else if (kind == "heading") {
      std::int64_t const level = std::clamp<std::int64_t>(number_of(member(json, "level"), 2), 1, 6);
      block.content = doc::Heading{static_cast<int>(level), text(json)};
    } else if (kind == "quote") {
      block.content = doc::Quote{blocks(member(json, "blocks"), place, depth + 1)};
    } else if (kind == "list") {
      block.content = list(json, place, depth);
    } else if (kind == "figure") {
      block.content =
          doc::Figure{clean_string_of(member(json, "image")), clean_string_of(member(json, "alt")),
                      blocks(member(json, "caption"), place, depth + 1), flag_of(member(json, "missing"))};
    } else if (kind == "table") {
      block.content =
          doc::Table{rows(member(json, "head"), place, depth), rows(member(json, "rows"), place, depth)};
    } else if (kind == "code") {
      block.content = doc::Code{text(json)};
    } else if (kind == "verse") {
      block.content = doc::Verse{text(json)};
    } else if (kind == "separator") {
      block.content = doc::Separator{};
    } else {
      return false;
    }
    return true;
  }

  doc::List list(Json const& json, Place const& place, int depth) {
    doc::List made;
    made.ordered = flag_of(member(json, "ordered"));
    made.start = static_cast<int>(
        std::clamp<std::int64_t>(number_of(member(json, "start"), 1), -999'999'999, 999'999'999));
    Json const& markers = member(json, "markers");
    std::size_t i = 0;
    for (Json const& item : list_of(member(json, "items")))
      made.items.push_back({clean_string_of(element(markers, i++)), blocks(item, place, depth + 1)});
    return made;
  }

  std::vector<doc::TableRow> rows(Json const& json, Place const& place, int depth) {
    std::vector<doc::TableRow> made;
    for (Json const& row : list_of(json)) {
      made.emplace_back();
      for (Json const& cell : list_of(row)) made.back().cells.push_back(blocks(cell, place, depth + 1));
    }
    return made;
  }

  base::Diagnostics& diagnostics_;
};

void read_source(Source& source, Json const& json) {
  if (!json.is_object()) return;
  source.path = string_of(member(json, "path"));
  source.sha256 = string_of(member(json, "sha256"));
  source.format = format_named(string_of(member(json, "format"))).value_or(Format::json);
  source.encoding = string_of(member(json, "encoding"));
  source.bytes = static_cast<std::size_t>(std::max<std::int64_t>(number_of(member(json, "bytes")), 0));
}

void read_diagnostics(base::Diagnostics& diagnostics, Json const& json) {
  for (Json const& one : list_of(json)) {
    base::Diagnostic made;
    std::string const severity = string_of(member(one, "severity"));
    made.severity = severity == "error"  ? base::Severity::error
                    : severity == "note" ? base::Severity::note
                                         : base::Severity::warning;
    made.code = string_of(member(one, "code"));
    made.message = string_of(member(one, "message"));
    if (member(one, "start").is_number() && member(one, "end").is_number())
      made.source =
          base::Range{static_cast<std::size_t>(std::max<std::int64_t>(number_of(member(one, "start")), 0)),
                      static_cast<std::size_t>(std::max<std::int64_t>(number_of(member(one, "end")), 0))};
    diagnostics.add(std::move(made));
  }
}

}  // namespace

void read_json(Reading& reading, Options const& options, base::Diagnostics& diagnostics) {
  std::string_view text = reading.source.text;
  if (text.starts_with("\uFEFF")) text.remove_prefix(3);
  Json const json = Json::parse(text, nullptr, false);
  if (!json.is_object() || number_of(member(json, "manyscript")) != 1)
    throw base::Failure("input.json",
                        "this is no JSON that this program wrote (manyscript convert --to json)",
                        reading.source.path);
  TreeReader reader(diagnostics);
  Json const& articles = list_of(member(json, "articles"));
  if (articles.empty()) {
    reading.documents.front() = reader.document(json);
  } else {
    reading.collection = reader.metadata(member(json, "metadata"));
    reading.documents.clear();
    for (Json const& article : articles) reading.documents.push_back(reader.document(article));
  }
  // What was noticed has its place in the first source, whose text is not here.
  read_source(reading.source, member(json, "source"));
  reading.source.text.clear();
  reading.source.to_bytes = {};
  read_diagnostics(diagnostics, member(json, "diagnostics"));
  override_metadata(reading.collection ? *reading.collection : reading.documents.front().metadata, options);
  for (doc::Document& document : reading.documents) {
    if (options.language) document.metadata.language = *options.language;
    if (options.direction) document.metadata.direction = *options.direction;
    if (!reading.text.empty()) reading.text += '\n';
    reading.text += text_of_tree(document);
  }
}

}  // namespace ms::read
