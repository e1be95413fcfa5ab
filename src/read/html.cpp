#include "read/html.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "language/language.hpp"
#include "normalise/normalise.hpp"
#include "read/block_rules.hpp"
#include "read/html_body.hpp"
#include "read/html_edits.hpp"
#include "read/html_facts.hpp"
#include "read/html_head.hpp"
#include "read/html_hints.hpp"
#include "read/html_images.hpp"
#include "read/html_notes.hpp"
#include "read/html_page.hpp"
#include "read/html_passages.hpp"
#include "read/html_tree.hpp"
#include "read/overrides.hpp"
#include "read/tree_text.hpp"
#include "read/writing.hpp"
#include "text/tag.hpp"

namespace ms::read {
namespace {

using namespace html;
using language::Identification;

class HtmlReader {
 public:
  HtmlReader(Reading& reading, Options const& options, base::Diagnostics& diagnostics)
      : reading_(reading),
        options_(options),
        diagnostics_(diagnostics),
        selection_{options.raw, options.keep, options.drop} {
    // The parser has decoded every reference once; what is left of them is text.
    selection_.drop.emplace_back("char.entity");
    selection_.drop.emplace_back("char.escape");
  }

  void read() {
    page_ = parsed(source(), diagnostics_);
    facts_ = facts_of(page_);
    flow_ = flow_of(page_, source(), base_address());
    // In whose words the page is to be read; the language of the article is that of what stays of the page.
    constexpr std::size_t enough_for_words = 1 << 12;
    std::string const first = identified(sample(enough_for_words)).tag;
    Vocabulary const vocabulary = Vocabulary::of(first);
    measure(flow_, vocabulary);
    std::vector<Hint> const hints = hints_of(page_);
    body_ = body_of(page_, flow_, hints, facts_);
    head_ = head_of(page_, flow_, hints, facts_, body_, vocabulary, first);
    notes_ = notes_of(page_, flow_, body_);
    keep_what_rules_keep();
    settle_language();
    split_lines();
    finish_passages();
    build();
  }

 private:
  std::string const& source() const { return reading_.source.text; }

  std::string base_address() const {
    for (NodeId id = 0; id < page_.nodes.size(); ++id)
      if (page_.nodes[id].tag == Tag::base && page_.attribute(id, "href").starts_with("http"))
        return std::string(page_.attribute(id, "href"));
    return facts_.url;
  }

  // ---- language

  std::string declared() const {
    if (!page_.nodes.empty())
      for (std::string_view const name : {"lang", "xml:lang"})
        if (auto const tag = text::canonical_tag(page_.attribute(0, name)); tag && *tag != "und") return *tag;
    if (auto const tag = text::canonical_tag(facts_.language); tag && *tag != "und") return *tag;
    return {};
  }

  Identification identified(std::string_view text) const {
    if (options_.language) return {*options_.language, 1, true, "given by the user"};
    return language::identify(text, declared());
  }

  /// Long passages that are not links: menus are often in another language.
  std::string sample(std::size_t most) const {
    constexpr std::size_t long_passage = 120;
    std::string text;
    for (std::size_t const shortest : {long_passage, std::size_t{0}}) {
      for (Passage const& one : flow_.passages) {
        if (text.size() > most) break;
        if (one.text.utf8.size() < shortest || one.link_share() > 0.5 || (one.is_hidden && shortest == 0))
          continue;
        text += one.text.utf8;
        text += '\n';
      }
      if (text.size() >= 200) break;
      text.clear();
    }
    return text;
  }

  bool is_line(std::size_t i) const {
    return i == head_.title_passage || i == head_.byline || i == head_.date || i == head_.kicker;
  }
  bool is_note(std::size_t i) const { return body_.fates[i].rule == "html.note"; }
  bool is_in_tree(std::size_t i) const { return body_.fates[i].is_kept || is_line(i) || is_note(i); }

  void settle_language() {
    std::string kept;
    for (std::size_t i = 0; i < flow_.passages.size() && kept.size() < enough; ++i)
      if (body_.fates[i].is_kept) kept += flow_.passages[i].text.utf8 + '\n';
    article_ = identified(kept.empty() ? sample(enough) : kept);
    rules_.know(normalise::habits_of(kept));
    direction_ = options_.direction.value_or(article_direction(kept, article_));
  }

  // ---- passages

  /// Rules that are switched off take nothing away, nor those of furniture where there is none.
  void keep_what_rules_keep() {
    bool is_text_below = false;
    for (std::size_t i = flow_.passages.size(); i-- > 0;) {
      Fate& fate = body_.fates[i];
      bool const is_settled = is_line(i) || is_note(i) || fate.rule.empty() || flow_.passages[i].is_hidden;
      if (!fate.is_kept && !is_settled) {
        bool const is_text = body_.is_whole_page &&
                             (fate.rule == "html.furniture" || fate.rule == "html.link") &&
                             (is_text_below || page_.heading_around(flow_.passages[i].node) == no_node);
        if (is_text || !normalise::is_selected(selection_, fate.rule, true))
          fate = {true, false, false, {}, 1, {}};
      }
      is_text_below = is_text_below || fate.is_kept;
    }
  }

  void finish_passages() {
    texts_.resize(flow_.passages.size());
    for (std::size_t i = 0; i < flow_.passages.size(); ++i)
      if (is_note(i)) cut_signs_back(flow_.passages[i]);
    for (std::size_t i = 0; i < flow_.passages.size(); ++i)
      if (is_in_tree(i) && i != head_.byline && i != head_.date) texts_[i] = finished(flow_.passages[i]);
    for (std::size_t const i : head_.standfirst) texts_[i]->is_standfirst = true;
  }

  void cut_signs_back(Passage& note) {
    text::Edits edits;
    for (base::Range range : note.signs_back) {
      while (range.start > 0 && note.text.utf8[range.start - 1] == ' ') --range.start;
      if (range.start == 0)
        while (range.end < note.text.utf8.size() && note.text.utf8[range.end] == ' ') ++range.end;
      if (!edits.empty() && edits.back().range.end > range.start) continue;
      text::Edit edit;
      edit.range = range;
      edit.rules = {"html.note"};
      edit.evidence = "a sign that leads back from a note";
      edit.kind = text::EditClass::remove;
      edits.push_back(edit);
      if (std::optional<base::Range> const place = note.text.origin.source_of(range)) {
        edit.range = *place;
        edits_.push_back(std::move(edit));
      }
    }
    if (!edits.empty()) note.text = text::edited(note.text, edits);
  }

  Finished finished(Passage const& passage) {
    Finished done;
    std::string_view const utf8 = passage.text.utf8;
    Identification language = passage.is_pre ? article_ : rules_.language_of(utf8, article_);
    // What the page declares for a part of it counts where the letters do not speak against it.
    bool const is_declared = !passage.declared.empty() && passage.declared != declared() && !passage.is_pre &&
                             text::script_of_tag(passage.declared) == text::main_script(utf8);
    if (is_declared && !language.is_sure) language = {passage.declared, 0.8, true, "declared"};
    if (language.tag == "und") language = article_;
    done.direction = passage.is_pre ? text::Direction::ltr : block_direction(utf8, {}, direction_);
    if (!passage.is_pre) language = fitting(std::move(language), done.direction, article_);
    done.language = language.tag;
    done.text = normalised(passage.text, language, done.direction, passage.is_pre);
    if (!passage.is_pre) add_runs(done);
    return done;
  }

  text::Text normalised(text::Text text, Identification const& language, text::Direction direction,
                        bool is_pre) {
    normalise::Context const context{language.tag, language.is_sure, is_pre, is_pre, direction, {}};
    for (normalise::Stage const stage : {normalise::Stage::source, normalise::Stage::block}) {
      base::Diagnostics noticed;
      text::Edits const edits = stage == normalise::Stage::block
                                    ? rules_.edits_of(text.utf8, context, noticed)
                                    : normalise::normalise(text.utf8, context, selection_, noticed, stage);
      for (base::Diagnostic one : noticed.list()) {
        if (one.source) one.source = text.origin.source_of(*one.source);
        diagnostics_.add(std::move(one));
      }
      for (text::Edit edit : edits) {
        std::optional<base::Range> const place = text.origin.source_of(edit.range);
        if (!place) continue;
        edit.range = *place;
        if (edit.language.empty()) edit.language = language.tag;
        edits_.push_back(std::move(edit));
      }
      if (!edits.empty()) text = text::edited(text, edits);
    }
    return text;
  }

  /// Isolates around runs in the other direction, where they do not cross what is marked already.
  static void add_runs(Finished& done) {
    std::vector<text::Span>& spans = done.text.spans;
    for (text::Span const& run : embedded_runs(done.text.utf8, done.direction, done.language)) {
      bool const crosses = std::ranges::any_of(spans, [&](text::Span const& span) {
        if (!span.range.overlaps(run.range)) return false;
        bool const is_nested = span.range.contains(run.range) || run.range.contains(span.range);
        // What the page isolates is isolated.
        bool const is_marked = span.kind == text::SpanKind::isolate || span.kind == text::SpanKind::language;
        return !is_nested || is_marked;
      });
      if (!crosses) spans.push_back(run);
    }
    std::ranges::stable_sort(spans, [](text::Span const& a, text::Span const& b) {
      return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
    });
  }

  // ---- the document

  /// A passage that is a line of the head.
  doc::Line line_of(std::optional<std::size_t> passage) {
    if (!passage || !texts_[*passage]) return {};
    Finished finished = std::move(*texts_[*passage]);
    texts_[*passage].reset();
    return line_of(std::move(finished));
  }

  doc::Line line_of(Finished finished) const {
    doc::Line line;
    line.text = std::move(finished.text);
    std::ranges::replace(line.text.utf8, '\n', ' ');
    std::erase_if(line.text.spans, [](text::Span const& span) {
      return span.kind == text::SpanKind::link || span.kind == text::SpanKind::strong;
    });
    if (finished.language != article_.tag) line.language = finished.language;
    if (finished.direction != direction_) line.direction = finished.direction;
    return line;
  }

  /// Byline and date are often parts of lines with more in them: when it was changed, how long it takes. The
  /// parts are cut out before the rules run; the rest goes, with a receipt.
  void split_lines() {
    bool const is_shared = head_.byline && head_.byline == head_.date;
    if (is_shared && head_.byline_part == head_.date_part) {
      byline_ = part_of(*head_.byline, head_.byline_part);
      return;
    }
    if (head_.byline) byline_ = part_of(*head_.byline, head_.byline_part);
    if (head_.date) date_line_ = part_of(*head_.date, head_.date_part);
    if (is_shared) return leave_out_all_but(*head_.byline, {head_.byline_part, head_.date_part});
    if (head_.byline) leave_out_all_but(*head_.byline, {head_.byline_part});
    if (head_.date) leave_out_all_but(*head_.date, {head_.date_part});
  }

  doc::Line part_of(std::size_t i, base::Range range) {
    Passage part = flow_.passages[i];
    part.text = text::part(part.text, range);
    return line_of(finished(part));
  }

  void leave_out_all_but(std::size_t i, std::vector<base::Range> kept) {
    text::Text const& text = flow_.passages[i].text;
    std::ranges::sort(kept, {}, &base::Range::start);
    std::size_t at = 0;
    for (base::Range const& range : kept) {
      leave_out(text, {at, range.start});
      at = range.end;
    }
    leave_out(text, {at, text.utf8.size()});
  }

  void leave_out(text::Text const& text, base::Range range) {
    if (range.is_empty()) return;
    std::optional<base::Range> const place = text.origin.source_of(range);
    if (!place || skeleton_of(base::slice(text.utf8, range)).empty()) return;
    text::Edit edit;
    edit.range = *place;
    edit.rules = {"meta.line"};
    edit.kind = text::EditClass::move;
    edit.confidence = 0.8;
    edit.evidence = "what stands beside the author or the date in their line";
    edits_.push_back(std::move(edit));
  }

  /// A line that no reader saw: what machines were told.
  doc::Line line_of(std::string const& words) {
    doc::Line line;
    if (words.empty()) return line;
    text::Text text;
    text.utf8 = words;
    Finished done;
    done.language = article_.tag;
    done.direction = block_direction(words, {}, direction_);
    done.text = normalised(std::move(text), article_, done.direction, false);
    add_runs(done);
    line.text = std::move(done.text);
    if (done.direction != direction_) line.direction = done.direction;
    return line;
  }

  void build() {
    doc::Document& document = reading_.documents.front();
    doc::Metadata& metadata = document.metadata;
    metadata = head_.facts;
    metadata.language = article_.tag;
    reading_.language_confidence = article_.confidence;
    reading_.language_evidence = article_.evidence;
    metadata.direction = direction_;
    metadata.languages = languages();
    metadata.title = head_.title_passage ? line_of(head_.title_passage) : line_of(head_.title);
    metadata.kicker = line_of(head_.kicker);
    metadata.byline = std::move(byline_);
    metadata.date_line = std::move(date_line_);
    add_notes();
    Images images(reading_.source.path);
    document.blocks = blocks_of({page_, flow_, body_, pictures(), texts_, metadata}, images);
    document.images = images.take();
    if (article_.tag == "und" && !document.blocks.empty())
      diagnostics_.warn("language.unknown", "the language of the text could not be found", {},
                        "give it with --language");
    override_metadata(metadata, options_);
    reading_.text = text_of_tree(document);
    add_removals();
    reading_.edits = in_order(std::move(edits_));
    text::check_edits(reading_.edits, source());
  }

  /// Notes stand below the article, without the signs that lead back to the text.
  void add_notes() {
    for (FoundNote const& found : notes_) {
      doc::Note note{found.id, {}};
      for (std::size_t const i : found.passages) {
        if (!texts_[i] || texts_[i]->text.is_empty()) continue;
        doc::Block block;
        block.id = fmt::format("{}p{}", found.id, note.blocks.size() + 1);
        if (texts_[i]->language != article_.tag) block.language = texts_[i]->language;
        if (texts_[i]->direction != direction_) block.direction = texts_[i]->direction;
        block.content = doc::Paragraph{std::move(texts_[i]->text)};
        note.blocks.push_back(std::move(block));
        texts_[i].reset();
      }
      reading_.documents.front().notes.push_back(std::move(note));
    }
  }

  void add_removals() {
    std::vector<Removal> removals;
    for (std::size_t i = 0; i < flow_.passages.size(); ++i) {
      Fate const& fate = body_.fates[i];
      if (is_in_tree(i)) continue;
      removals.push_back(
          {i, fate.rule.empty() ? "html.furniture" : fate.rule, fate.evidence, fate.confidence});
    }
    text::Edits gone = removals_of(page_, flow_, removals);
    for (text::Edit& edit : gone) edit.language = article_.tag == "und" ? "" : article_.tag;
    std::move(gone.begin(), gone.end(), std::back_inserter(edits_));
  }

  /// Pictures between the headline and the end of the text that are no signs and no furniture.
  std::vector<bool> const& pictures() {
    pictures_.assign(flow_.items.size(), false);
    std::size_t const start = head_.title_passage.value_or(body_.first);
    std::size_t before = 0;  // passages before this item
    for (std::size_t i = 0; i < flow_.items.size(); ++i) {
      Item const& item = flow_.items[i];
      if (item.kind == Item::Kind::passage) before = item.passage + 1;
      if (item.kind != Item::Kind::picture || flow_.hidden[item.node] || body_.pruned[item.node]) continue;
      bool const is_in_body =
          body_.is_whole_page || (page_.is_inside(item.node, body_.container) && before <= body_.last);
      bool const is_in_head =
          before > start && before <= body_.first && page_.nearest(item.node, Tag::figure) != no_node;
      pictures_[i] = (is_in_body || is_in_head) && !is_small(item.node);
    }
    return pictures_;
  }

  bool is_small(NodeId image) const {
    for (std::string_view const name : {"width", "height"}) {
      std::string_view const value = page_.attribute(image, name);
      if (!value.empty() && value.size() <= 2 &&
          value.find_first_not_of("0123456789") == std::string_view::npos)
        return true;
    }
    return false;
  }

  std::vector<std::string> languages() const {
    LanguageShares shares;
    for (auto const& one : texts_)
      if (one) shares.add(one->language, one->text.utf8.size());
    return shares.main_languages(article_.tag);
  }

  static constexpr std::size_t enough = 1 << 16;  ///< bytes that tell the language of any text

  Reading& reading_;
  Options const& options_;
  base::Diagnostics& diagnostics_;
  normalise::Selection selection_;
  BlockRules rules_{selection_};
  Page page_;
  Facts facts_;
  Flow flow_;
  Body body_;
  Head head_;
  Identification article_;
  text::Direction direction_ = text::Direction::ltr;
  std::vector<std::optional<Finished>> texts_;
  std::vector<bool> pictures_;
  std::vector<FoundNote> notes_;
  doc::Line byline_, date_line_;
  text::Edits edits_;
};

}  // namespace

void read_html(Reading& reading, Options const& options, base::Diagnostics& diagnostics) {
  HtmlReader(reading, options, diagnostics).read();
}

}  // namespace ms::read
