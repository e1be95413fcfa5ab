#include "convert/editors_note.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "convert/edit_groups.hpp"
#include "doc/walk.hpp"
#include "text/direction.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::convert {
namespace {

constexpr std::string_view css_class = "editors-note", between = " · ";
/// Characters of one passage and of one item, items of one group: --to edits has them all.
constexpr std::size_t longest_passage = 240, longest_item = 900, most_items = 60;

bool says_something(std::string_view passage) {
  for (text::CodePointAt const c : text::code_points(passage))
    if (text::is_letter(c.value) || text::is_digit(c.value)) return true;
  return false;
}

/// Where in the source an article begins.
std::size_t start_of(doc::Document const& document) {
  std::size_t start = std::string::npos;
  auto const look = [&](text::Text const& text) {
    if (!text.origin.pieces().empty()) start = std::min(start, text.origin.pieces().front().source.start);
  };
  doc::Metadata const& m = document.metadata;
  for (doc::Line const* line : {&m.kicker, &m.title, &m.standfirst, &m.byline, &m.date_line})
    look(line->text);
  doc::walk(document, [&](doc::Block const& block, int) {
    if (text::Text const* const text = doc::text_of(block)) look(*text);
  });
  return start;
}

/// The note of one article.
class Note {
 public:
  explicit Note(doc::Metadata const& metadata) : metadata_(metadata), words_(note_words(metadata.language)) {}

  /// Takes the edits of the article in their order.
  void add(text::Edit const& edit, std::string_view passage) {
    Group const group = group_of(edit);
    bool const is_gone = edit.kind == text::EditClass::remove || edit.kind == text::EditClass::move;
    if (!is_gone || !says_something(passage)) return;
    std::vector<Item>& items = group == Group::moved       ? moved_
                               : group == Group::uncertain ? unsure_
                                                           : left_out_;
    std::string const reason = fmt::format("{}{}", edit.rules.front(), edit.evidence.view());
    bool const goes_on =
        !items.empty() && items.back().reason == reason && items.back().text.utf8.size() < longest_item;
    if (!goes_on) items.push_back({reason, {}});
    append(items.back().text, on_one_line(passage, longest_passage, between));
  }

  bool is_empty() const { return left_out_.empty() && moved_.empty() && unsure_.empty(); }

  doc::Blocks blocks() {
    doc::Block rule = block(doc::Separator{});
    blocks_.push_back(std::move(rule));
    heading(2, words_.note);
    list(words_.left_out, left_out_);
    list(words_.to_metadata, moved_);
    list(words_.unsure, unsure_);
    return std::move(blocks_);
  }

 private:
  struct Item {
    std::string reason;
    text::Text text;
  };

  /// What was left out may be in any language: each passage is an isolate.
  static void append(text::Text& text, std::string_view passage) {
    if (!text.utf8.empty()) text.utf8 += between;
    std::size_t const start = text.utf8.size();
    text.utf8 += passage;
    text.spans.push_back({{start, text.utf8.size()}, text::SpanKind::isolate, "auto"});
  }

  doc::Block block(doc::Content content) {
    doc::Block made;
    made.id = fmt::format("{}-{}", css_class, ++count_);
    made.classes.emplace_back(css_class);
    made.content = std::move(content);
    return made;
  }

  void heading(int level, std::string_view words) {
    doc::Heading content;
    content.level = level;
    content.text.utf8 = words;
    doc::Block made = block(std::move(content));
    if (words_.language == "en" && text::primary_language(metadata_.language) != "en") {
      made.language = "en";
      made.direction = text::Direction::ltr;
    }
    blocks_.push_back(std::move(made));
  }

  void list(std::string_view words, std::vector<Item>& items) {
    if (items.empty()) return;
    heading(3, words);
    doc::List content;
    std::size_t const more = items.size() - std::min(items.size(), most_items);
    items.resize(items.size() - more);
    for (Item& item : items) content.items.push_back(list_item(std::move(item.text)));
    if (more > 0)
      content.items.push_back(list_item({.utf8 = fmt::format("… + {}", more), .spans = {}, .origin = {}}));
    blocks_.push_back(block(std::move(content)));
  }

  doc::ListItem list_item(text::Text text) {
    doc::ListItem item;
    item.marker = "•";
    doc::Block paragraph = block(doc::Paragraph{std::move(text)});
    item.blocks.push_back(std::move(paragraph));
    return item;
  }

  doc::Metadata const& metadata_;
  NoteWords const& words_;
  std::vector<Item> left_out_, moved_, unsure_;
  doc::Blocks blocks_;
  int count_ = 0;
};

}  // namespace

std::vector<doc::Document> with_editors_notes(read::Reading const& reading) {
  std::vector<doc::Document> documents = reading.documents;
  std::vector<std::size_t> starts;
  for (doc::Document const& document : documents) starts.push_back(start_of(document));
  std::vector<Note> notes;
  for (doc::Document const& document : documents) notes.emplace_back(document.metadata);
  std::size_t article = 0;
  for (text::Edit const& edit : reading.edits) {
    while (article + 1 < documents.size() && edit.range.start >= starts[article + 1]) ++article;
    notes[article].add(edit, base::slice(reading.source.text, edit.range));
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (notes[i].is_empty()) continue;
    doc::Blocks blocks = notes[i].blocks();
    std::ranges::move(blocks, std::back_inserter(documents[i].blocks));
  }
  return documents;
}

}  // namespace ms::convert
