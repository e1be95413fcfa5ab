#include "read/pandoc.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "doc/walk.hpp"
#include "read/dates.hpp"
#include "read/json_values.hpp"
#include "read/pandoc_tree.hpp"
#include "read/settle.hpp"
#include "read/tree_text.hpp"
#include "text/tag.hpp"

namespace ms::read {
namespace {

using base::Json;

class PandocReader {
 public:
  PandocReader(Json const& json, std::string const& path, base::Diagnostics& diagnostics)
      : json_(json), meta_(member(json, "meta")), tree_(path, diagnostics) {}

  doc::Document document(std::string& declared) {
    doc::Document made;
    doc::Metadata& m = made.metadata;
    m.title.text = value({"title"});
    m.kicker.text = value({"kicker"});
    m.standfirst.text = value({"standfirst"});
    m.date_line.text = value({"date-text", "date"});
    read_people(m);
    std::string const date = value({"date"}).utf8;
    auto const found = date_in(date, Vocabulary::of("und"), "und");
    if (found) m.date = found->iso;
    m.place = value({"place"}).utf8;
    m.publisher = value({"publisher"}).utf8;
    m.section = value({"section", "category"}).utf8;
    m.url = value({"url", "source"}).utf8;
    m.licence = value({"licence", "license", "rights"}).utf8;
    declared = text::canonical_tag(value({"lang", "language"}).utf8).value_or("");
    is_rtl_ = value({"dir"}).utf8 == "rtl";
    doc::Blocks above = above_the_text();
    made.blocks = tree_.blocks(member(json_, "blocks"));
    made.notes = tree_.take_notes();
    made.images = tree_.take_images();
    settle_headlines(made);
    made.blocks.insert(made.blocks.begin(), std::make_move_iterator(above.begin()),
                       std::make_move_iterator(above.end()));
    return made;
  }

  bool is_rtl() const { return is_rtl_; }

 private:
  /// The first of these that is there, as text.
  text::Text value(std::initializer_list<std::string_view> names) {
    for (std::string_view const name : names)
      if (Json const& found = member(meta_, name); found.is_object()) return value(found);
    return {};
  }

  text::Text value(Json const& json) {
    std::string const type = string_of(member(json, "t"));
    Json const& content = member(json, "c");
    if (type == "MetaInlines") return tree_.text(content);
    if (type == "MetaBlocks") return tree_.text_of_blocks(content);
    if (type == "MetaList") return value(element(content, 0));
    // {name: …}: of an author with an affiliation
    if (type == "MetaMap") return value(member(content, "name"));
    text::Text words;
    if (type == "MetaString") words.utf8 = clean_string_of(content);
    return words;
  }

  void read_people(doc::Metadata& m) {
    using enum doc::Role;
    for (doc::Role const role : {author, editor, translator, photographer, agency}) {
      Json const& people = member(meta_, doc::name_of(role));
      std::vector<text::Text> names;
      if (string_of(member(people, "t")) == "MetaList")
        for (Json const& one : list_of(member(people, "c"))) names.push_back(value(one));
      else if (people.is_object())
        names.push_back(value(people));
      for (text::Text const& name : names) {
        if (name.is_empty()) continue;
        m.people.push_back({name.utf8, role});
        if (role == author) text::append(m.byline.text, name, ", ");
      }
    }
    if (text::Text line = value({"byline"}); !line.is_empty()) m.byline.text = std::move(line);
  }

  /// Subtitle and abstract are printed under the headline.
  doc::Blocks above_the_text() {
    doc::Blocks made;
    for (std::string_view const name : {"subtitle", "abstract"}) {
      text::Text words = value({name});
      if (words.is_empty()) continue;
      doc::Block block;
      block.classes.emplace_back("standfirst");
      block.content = doc::Paragraph{std::move(words)};
      made.push_back(std::move(block));
    }
    return made;
  }

  /// Without a title the one headline above all others, if the text begins with it, is the title. Pandoc's
  /// first level is the first below the title.
  static void settle_headlines(doc::Document& document) {
    auto const level_of = [](doc::Block const& block) {
      auto const* heading = std::get_if<doc::Heading>(&block.content);
      return heading == nullptr ? 0 : heading->level;
    };
    doc::Blocks& blocks = document.blocks;
    if (document.metadata.title.is_empty() && !blocks.empty() && level_of(blocks.front()) == 1 &&
        std::ranges::count(blocks, 1, level_of) == 1) {
      doc::Block& first = blocks.front();
      document.metadata.title = {std::get<doc::Heading>(first.content).text, first.language, first.direction};
      blocks.erase(blocks.begin());
      return;
    }
    // Many documents say their title twice.
    if (!blocks.empty() && level_of(blocks.front()) == 1 && !document.metadata.title.is_empty() &&
        std::get<doc::Heading>(blocks.front().content).text.utf8 == document.metadata.title.text.utf8)
      blocks.erase(blocks.begin());
    lower(blocks);
    for (doc::Note& note : document.notes) lower(note.blocks);
  }

  static void lower(doc::Blocks& blocks) {
    for (doc::Block& block : blocks) {
      if (auto* const heading = std::get_if<doc::Heading>(&block.content))
        heading->level = std::min(heading->level + 1, 6);
      for (doc::Blocks* const children : doc::children_of(block)) lower(*children);
    }
  }

  Json const& json_;
  Json const& meta_;
  PandocTree tree_;
  bool is_rtl_ = false;
};

}  // namespace

void read_pandoc(Reading& reading, Options const& options, base::Diagnostics& diagnostics) {
  std::string_view text = reading.source.text;
  if (text.starts_with("\uFEFF")) text.remove_prefix(3);
  Json const json = Json::parse(text, nullptr, false);
  if (!member(json, "pandoc-api-version").is_array() || !member(json, "blocks").is_array())
    throw base::Failure("input.pandoc", "this is no JSON of pandoc (pandoc -t json)", reading.source.path);
  PandocReader reader(json, reading.source.path, diagnostics);
  std::string declared;
  doc::Document& document = reading.documents.front();
  document = reader.document(declared);
  settle(document, declared, options, diagnostics);
  reading.text = text_of_tree(document);
}

}  // namespace ms::read
