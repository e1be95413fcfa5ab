#include "read/settle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "doc/walk.hpp"
#include "read/block_rules.hpp"
#include "read/marks.hpp"
#include "read/overrides.hpp"
#include "read/tree.hpp"
#include "read/writing.hpp"
#include "text/tag.hpp"

namespace ms::read {
namespace {

using language::Identification;

struct Place {
  std::string language;
  text::Direction direction;
};

class Settler {
 public:
  Settler(doc::Document& document, std::string const& declared, Options const& options,
          base::Diagnostics& diagnostics)
      : document_(document),
        declared_(declared),
        options_(options),
        diagnostics_(diagnostics),
        selection_{options.raw, options.keep, options.drop},
        rules_(selection_) {
    // What came through a parser has had its references resolved.
    selection_.drop.insert(selection_.drop.end(), {"char.entity", "char.escape"});
  }

  void settle() {
    std::string const all = sample();
    article_ = identified(all, declared_, options_);
    rules_.know(normalise::habits_of(all));
    doc::Metadata& metadata = document_.metadata;
    metadata.language = article_.tag;
    metadata.direction = options_.direction.value_or(article_direction(all, article_));
    Place const place{metadata.language, metadata.direction};
    for (doc::Line* line :
         {&metadata.kicker, &metadata.title, &metadata.standfirst, &metadata.byline, &metadata.date_line})
      settle(line->text, line->language, line->direction, place, false, false);
    settle(document_.blocks, place);
    for (doc::Note& note : document_.notes) settle(note.blocks, place);
    set_ids(document_.blocks);
    for (doc::Note& note : document_.notes) set_ids(note.blocks);
    mark_first(document_.blocks);
    metadata.languages = shares_.main_languages(article_.tag);
    override_metadata(metadata, options_);
    if (article_.tag == "und" && !all.empty())
      diagnostics_.warn("language.unknown", "the language of the text could not be found", {},
                        "give it with --language");
  }

 private:
  std::string sample() const {
    constexpr std::size_t enough = 1 << 16;
    std::string all = document_.metadata.title.text.utf8 + "\n";
    doc::walk(document_, [&](doc::Block const& block, int) {
      text::Text const* const text = doc::text_of(block);
      if (text != nullptr && all.size() < enough && !std::holds_alternative<doc::Code>(block.content))
        all += text->utf8 + "\n";
    });
    return all == "\n" ? std::string() : all;
  }

  void settle(doc::Blocks& blocks, Place const& around) {
    for (doc::Block& block : blocks) {
      if (text::Text* const text = doc::text_of(block)) {
        bool const is_code = std::holds_alternative<doc::Code>(block.content),
                   keeps = is_code || std::holds_alternative<doc::Verse>(block.content);
        settle(*text, block.language, block.direction, around, is_code, keeps);
        continue;
      }
      Place own = around;
      if (!block.language.empty()) own.language = block.language;
      if (block.direction) own.direction = *block.direction;
      for (doc::Blocks* const children : doc::children_of(block)) settle(*children, own);
    }
    std::erase_if(blocks, [](doc::Block const& block) { return is_empty(block); });
  }

  static bool is_empty(doc::Block const& block) {
    if (text::Text const* const text = doc::text_of(block))
      return text->utf8.find_first_not_of(" \n\t") == std::string::npos;
    if (auto const* figure = std::get_if<doc::Figure>(&block.content))
      return figure->image.empty() && figure->caption.empty() && figure->alt.empty();
    if (std::holds_alternative<doc::Separator>(block.content)) return false;
    std::vector<doc::Blocks const*> const children = doc::children_of(block);
    return std::ranges::all_of(children, [](doc::Blocks const* blocks) { return blocks->empty(); });
  }

  void settle(text::Text& text, std::string& own_language, std::optional<text::Direction>& own_direction,
              Place const& around, bool is_code, bool keeps_spaces) {
    if (text.is_empty()) return;
    normalise::Context context;
    clean(text, context, normalise::Stage::source);
    text::Direction direction =
        is_code ? text::Direction::ltr : block_direction(text.utf8, {}, around.direction);
    Identification language =
        is_code ? article_ : fitting(rules_.language_of(text.utf8, article_), direction, article_);
    // A block that is said to be in another language is, unless its letters clearly say otherwise.
    if (!own_language.empty() &&
        text::primary_language(own_language) != text::primary_language(language.tag)) {
      Identification const found = language::identify(text.utf8, own_language);
      bool const is_other =
          found.is_sure && text::primary_language(found.tag) != text::primary_language(own_language);
      if (!is_other) language = {own_language, 0.8, true, "declared"};
    }
    if (language.tag == "und") language = article_;
    if (own_direction && !text::majority_direction(text.utf8)) direction = *own_direction;
    context = {language.tag, language.is_sure, is_code, keeps_spaces, direction};
    clean(text, context, normalise::Stage::block);
    if (!keeps_spaces) trim(text);
    if (!is_code) text.spans = with_runs(text.spans, embedded_runs(text.utf8, direction, language.tag));
    own_language = language.tag == around.language ? std::string() : language.tag;
    own_direction = direction == around.direction ? std::nullopt : std::optional(direction);
    shares_.add(language.tag, text.utf8.size());
  }

  /// Breaks at the edges of a paragraph break nothing.
  static void trim(text::Text& text) {
    std::size_t const start = text.utf8.find_first_not_of('\n');
    if (start == std::string::npos) {
      text = {};
      return;
    }
    std::size_t const end = text.utf8.find_last_not_of('\n') + 1;
    if (end - start < text.utf8.size()) text = text::part(text, {start, end});
  }

  /// Places of diagnostics are those of another program's source.
  void clean(text::Text& text, normalise::Context const& context, normalise::Stage stage) {
    base::Diagnostics noticed;
    text::Edits const edits = stage == normalise::Stage::source
                                  ? normalise::normalise(text.utf8, context, selection_, noticed, stage)
                                  : sparing_code(rules_.edits_of(text.utf8, context, noticed), text.spans);
    if (!edits.empty()) text = text::edited(text, edits);
    for (base::Diagnostic one : noticed.list()) {
      one.source.reset();
      diagnostics_.add(std::move(one));
    }
  }

  void set_ids(doc::Blocks& blocks) {
    for (doc::Block& block : blocks) {
      bool const is_usable =
          !block.id.empty() && std::ranges::all_of(block.id, [](char c) { return c > 0x20 && c < 0x7F; });
      char const kind = letter_of(block);
      while (!is_usable || ids_.contains(block.id)) {
        block.id = fmt::format("{}{}", kind, ++counts_[kind]);
        if (!ids_.contains(block.id)) break;
      }
      ids_.insert(block.id);
      for (doc::Blocks* const children : doc::children_of(block)) set_ids(*children);
    }
  }

  static char letter_of(doc::Block const& block) {
    std::string_view const kind = doc::kind_of(block);
    return kind == "separator" ? 's' : kind.front();
  }

  doc::Document& document_;
  std::string const& declared_;
  Options const& options_;
  base::Diagnostics& diagnostics_;
  normalise::Selection selection_;
  BlockRules rules_;
  Identification article_;
  LanguageShares shares_;
  std::set<std::string> ids_;
  std::map<char, int> counts_;
};

}  // namespace

void settle(doc::Document& document, std::string const& declared, Options const& options,
            base::Diagnostics& diagnostics) {
  Settler(document, declared, options, diagnostics).settle();
}

}  // namespace ms::read
