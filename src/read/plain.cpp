#include "read/plain.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "language/language.hpp"
#include "read/article.hpp"
#include "read/assemble.hpp"
#include "read/block_rules.hpp"
#include "read/borders.hpp"
#include "read/heading_signs.hpp"
#include "read/joined.hpp"
#include "read/marks.hpp"
#include "read/overrides.hpp"
#include "read/tree.hpp"
#include "read/writing.hpp"

namespace ms::read {
namespace {

using language::Identification;

/// A part in the text between assembly and the rules of the blocks.
struct Draught {
  base::Range before, after;      ///< the part's text before and after the rules of its block
  text::Edits edits;              ///< of those rules, against the part; handed on in the end
  std::optional<Shift> shift;     ///< by those edits, where a line of metadata is in the part
  std::vector<text::Span> spans;  ///< marks, after those rules
  Identification language;
  text::Direction direction = text::Direction::ltr;

  bool holds(base::Range line) const { return before.contains(line) && before != line; }
};

/// One of the articles of the source.
struct Article {
  Outline outline;
  Identification language;
  bool is_settled = false;  ///< the language: it is that of all long lines, not of the first ones alone
  text::Direction direction = text::Direction::ltr;
  std::size_t first_part = 0;  ///< of those of all articles
};

class PlainReader {
 public:
  PlainReader(FindOutline find_outline, FindStretches find_stretches, Reading& reading,
              Options const& options, base::Diagnostics& diagnostics)
      : find_outline_(find_outline),
        find_stretches_(find_stretches),
        reading_(reading),
        options_(options),
        diagnostics_(diagnostics),
        selection_{options.raw, options.keep, options.drop} {}

  void read() {
    text::Edits cleaning = clean_source();
    std::string clean = text::edited(source(), cleaning);
    take_signs_from_headings(clean, cleaning);
    base::Diagnostics found;
    find_articles(clean, found);
    Assembly assembly = assembled_articles(clean);
    std::string const assembled = text::edited(clean, assembly.edits);
    settle_languages(clean, assembled, assembly);
    Shift const assembly_shift(assembly.edits);
    text::Origin const clean_origin = text::Origin::straight(source().size(), 0).after(cleaning);
    report(found, clean_origin);
    // Lists of edits are handed on, never copied: of a hostile text they are far larger than the text.
    text::Edits so_far = cleaning.empty()
                             ? std::move(assembly.edits)
                             : text::composed(source(), std::move(cleaning), std::move(assembly.edits));
    text::Origin const origin = text::Origin::straight(source().size(), 0).after(so_far);
    for (Article const& article : articles_)
      normalise_parts(article, clean, assembled, assembly, assembly_shift, origin);
    finish(std::move(so_far), assembled, assembly_shift, clean_origin);
  }

 private:
  std::string const& source() const { return reading_.source.text; }

  text::Edits clean_source() {
    return normalise::normalise(source(), {}, selection_, diagnostics_, normalise::Stage::source);
  }

  /// In text that its author marked up a bracket is the author's.
  void take_signs_from_headings(std::string& clean, text::Edits& cleaning) const {
    bool const is_pasted = find_stretches_ != nullptr;
    if (!is_pasted || !normalise::is_selected(selection_, "heading.sign", true)) return;
    text::Edits signs = heading_sign_edits(clean);
    if (signs.empty()) return;
    clean = text::edited(clean, signs);
    cleaning =
        cleaning.empty() ? std::move(signs) : text::composed(source(), std::move(cleaning), std::move(signs));
  }

  /// Long lines: what pages put around an article is often in another language.
  static std::string sample_of(std::string_view text, std::size_t most) {
    constexpr std::size_t long_line = 120;
    std::string sample;
    for (std::size_t start = 0; start < text.size() && sample.size() < most;) {
      std::size_t const end = std::min(text.find('\n', start), text.size());
      if (end - start >= long_line) sample.append(text.substr(start, std::min(end - start + 1, most)));
      start = end + 1;
    }
    if (sample.size() < 300) sample = text.substr(0, most);
    return sample;
  }

  /// What is found before the outline is known. Where much of a text may go, the language of what stays is
  /// looked for later: until then a few kilobytes tell in whose words pages are to be read.
  void find_language(Article& article, std::string_view text) const {
    constexpr std::size_t enough_for_words = 1 << 12;
    std::string const sample = sample_of(text, enough);
    article.is_settled = sample.size() <= enough_for_words || sample.size() * 10 >= text.size() * 9;
    article.language =
        identified(article.is_settled ? sample : sample_of(text, enough_for_words), {}, options_);
  }

  void find_articles(std::string const& clean, base::Diagnostics& found) {
    stretches_ = find_stretches_ == nullptr ? std::vector<Stretch>{{{0, clean.size()}, {}, {}, 1}}
                                            : find_stretches_(clean, options_, selection_);
    for (Stretch const& stretch : stretches_) {
      std::string_view const text = base::slice(clean, stretch.range);
      Article article;
      find_language(article, text);
      article.outline =
          shifted(find_outline_(text, article.language.tag, selection_, found), stretch.range.start);
      if (!articles_.empty())
        article.first_part = articles_.back().first_part + articles_.back().outline.parts.size();
      articles_.push_back(std::move(article));
      if (articles_.size() > 1)
        found.note("text.articles", "another article begins here: " + stretch.evidence,
                   first_line(clean, stretch.range), "keep them together with --drop article.split");
    }
  }

  static base::Range first_line(std::string_view text, base::Range range) {
    return {range.start, std::min(text.find('\n', range.start), range.end)};
  }

  Assembly assembled_articles(std::string_view clean) const {
    if (articles_.size() == 1) return assemble(clean, articles_.front().outline);
    std::vector<Outline const*> outlines;
    for (Article const& article : articles_) outlines.push_back(&article.outline);
    return assemble(clean, joined(outlines, stretches_));
  }

  /// Once more for those of which much went, or of which only the beginning was looked at.
  void settle_languages(std::string_view clean, std::string_view assembled, Assembly const& assembly) {
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      Article& article = articles_[i];
      std::string_view const whole = base::slice(clean, stretches_[i].range),
                             text = text_of(article, assembled, assembly);
      bool const is_other = text.size() * 10 < whole.size() * 9 || !article.outline.language.empty();
      if (is_other)
        article.language = identified(text, article.outline.language, options_);
      else if (!article.is_settled)
        article.language = identified(sample_of(whole, enough), {}, options_);
      article.direction = options_.direction
                              ? *options_.direction
                              : article.outline.direction.value_or(article_direction(text, article.language));
    }
  }

  std::string_view text_of(Article const& article, std::string_view assembled,
                           Assembly const& assembly) const {
    std::size_t const count = article.outline.parts.size();
    if (articles_.size() == 1) return assembled;
    if (count == 0) return {};
    return base::slice(assembled, {assembly.parts[article.first_part].start,
                                   assembly.parts[article.first_part + count - 1].end});
  }

  /// Places of `noticed` are in a text with this origin.
  void report(base::Diagnostics const& noticed, text::Origin const& origin) {
    for (base::Diagnostic one : noticed.list()) {
      if (one.source) one.source = origin.source_of(*one.source);
      diagnostics_.add(std::move(one));
    }
  }

  void normalise_parts(Article const& article, std::string_view clean, std::string_view assembled,
                       Assembly const& assembly, Shift const& assembly_shift, text::Origin const& origin) {
    base::Range const byline = placed(article.outline.byline, assembly_shift),
                      date_line = placed(article.outline.date_line, assembly_shift);
    BlockRules rules(selection_);
    rules.know(normalise::habits_of(text_of(article, assembled, assembly)));
    std::size_t before_end = 0;
    for (std::size_t i = 0; i < article.outline.parts.size(); ++i) {
      Part const& part = article.outline.parts[i];
      Draught draught;
      draught.before = assembly.parts[article.first_part + i];
      std::string_view const text = base::slice(assembled, draught.before);
      std::size_t const start = part.pieces.front().range.start;
      std::size_t const lead = std::max(before_end, start - std::min<std::size_t>(start, 16));
      draught.direction = part.role == Role::code
                              ? text::Direction::ltr
                              : block_direction(text, clean.substr(lead, start - lead), article.direction);
      draught.language = part.role == Role::code ? article.language
                                                 : fitting(rules.language_of(text, article.language),
                                                           draught.direction, article.language);
      before_end = part.pieces.back().range.end;
      normalise::Context const context{
          draught.language.tag,    draught.language.is_sure,
          part.role == Role::code, part.role == Role::code || part.role == Role::verse,
          draught.direction,       {}};
      base::Diagnostics noticed;
      draught.spans = spans_of(part, draught.before, assembly_shift);
      draught.edits = sparing_code(rules.edits_of(text, context, noticed), draught.spans);
      if (!draught.spans.empty() && !draught.edits.empty())
        draught.spans = text::edited(text::Text{std::string(text), draught.spans, {}}, draught.edits).spans;
      for (base::Diagnostic one : noticed.list()) {
        if (one.source)
          one.source = origin.source_of(
              {one.source->start + draught.before.start, one.source->end + draught.before.start});
        diagnostics_.add(std::move(one));
      }
      std::ptrdiff_t grown = 0;
      for (text::Edit const& edit : draught.edits)
        grown += static_cast<std::ptrdiff_t>(edit.replacement.size()) -
                 static_cast<std::ptrdiff_t>(edit.range.length());
      draught.after = {
          static_cast<std::size_t>(static_cast<std::ptrdiff_t>(draught.before.start) + moved_),
          static_cast<std::size_t>(static_cast<std::ptrdiff_t>(draught.before.end) + moved_ + grown)};
      moved_ += grown;
      if (draught.holds(byline) || draught.holds(date_line)) draught.shift.emplace(draught.edits);
      draughts_.push_back(std::move(draught));
    }
  }

  void finish(text::Edits so_far, std::string_view assembled, Shift const& assembly_shift,
              text::Origin const& clean_origin) {
    text::Edits of_blocks;
    for (Draught& draught : draughts_) {
      std::size_t const before = of_blocks.size();
      if (before == 0)
        of_blocks = std::move(draught.edits);  // of one long block: the list itself
      else
        std::ranges::move(std::exchange(draught.edits, {}), std::back_inserter(of_blocks));
      for (std::size_t i = before; i < of_blocks.size(); ++i) {
        base::Range& range = of_blocks[i].range;
        range = {range.start + draught.before.start, range.end + draught.before.start};
      }
    }
    reading_.text = text::edited(assembled, of_blocks);
    reading_.edits = of_blocks.empty() ? std::move(so_far)
                                       : text::composed(source(), std::move(so_far), std::move(of_blocks));
    name_languages(clean_origin);
    origin_ = text::Origin::straight(source().size(), 0).after(reading_.edits);

    reading_.language_confidence = articles_.front().language.confidence;
    reading_.language_evidence = articles_.front().language.evidence;
    reading_.documents.clear();
    for (Article& article : articles_) reading_.documents.push_back(document(article, assembly_shift));
    if (articles_.size() > 1) {
      // What the user says is said of all of them together.
      doc::Metadata collection;
      override_metadata(collection, options_);
      reading_.collection = doc::edition_metadata(reading_.documents, collection);
    } else {
      override_metadata(reading_.documents.front().metadata, options_);
    }
  }

  /// Of an edit that does not tell: that of the article it is in.
  void name_languages(text::Origin const& clean_origin) {
    std::size_t i = 0, next = start_in_source(1, clean_origin);
    for (text::Edit& edit : reading_.edits) {
      while (edit.range.start >= next) next = start_in_source(++i + 1, clean_origin);
      std::string const& tag = articles_[i].language.tag;
      if (edit.language.empty() && tag != "und") edit.language = tag;
    }
  }

  /// Behind everything for the article after the last.
  std::size_t start_in_source(std::size_t article, text::Origin const& clean_origin) const {
    if (article >= stretches_.size()) return source().size() + 1;
    auto const range = clean_origin.source_of(stretches_[article].range);
    return range ? range->start : source().size() + 1;
  }

  doc::Document document(Article& article, Shift const& assembly_shift) {
    std::vector<FinishedPart> parts;
    for (std::size_t i = 0; i < article.outline.parts.size(); ++i) parts.push_back(finished(article, i));
    text::Text byline = line_at(article.outline.byline, assembly_shift),
               date_line = line_at(article.outline.date_line, assembly_shift);
    return tree_of(article.outline, std::move(parts), metadata(article), std::move(byline),
                   std::move(date_line));
  }

  text::Text text_at(base::Range range) const {
    return {reading_.text.substr(range.start, range.length()), {}, origin_.part(range)};
  }

  FinishedPart finished(Article const& article, std::size_t i) const {
    Draught const& draught = draughts_[article.first_part + i];
    Part const& part = article.outline.parts[i];
    FinishedPart done;
    done.text = text_at(draught.after);
    done.language = draught.language.tag;
    done.direction = draught.direction;
    done.text.spans = draught.spans;
    if (part.role != Role::code && part.role != Role::separator)
      done.text.spans =
          with_runs(draught.spans, embedded_runs(done.text.utf8, done.direction, done.language));
    return done;
  }

  /// Where a range of the clean text is in the assembled one.
  static base::Range placed(base::Range range, Shift const& assembly_shift) {
    return {assembly_shift.of_start(range.start), assembly_shift.of_end(range.end)};
  }

  /// A piece of a part that is a line of metadata of its own; empty when it is the whole part.
  text::Text line_at(base::Range range, Shift const& assembly_shift) const {
    if (range.is_empty()) return {};
    base::Range const line = placed(range, assembly_shift);
    for (Draught const& draught : draughts_) {
      if (!draught.before.contains(line)) continue;
      if (draught.before == line || !draught.shift) return {};
      std::size_t const offset = draught.after.start;
      return text_at({draught.shift->of_start(line.start - draught.before.start) + offset,
                      draught.shift->of_end(line.end - draught.before.start) + offset});
    }
    return {};
  }

  doc::Metadata metadata(Article& article) {
    doc::Metadata metadata = std::move(article.outline.facts);
    metadata.language = article.language.tag;
    metadata.direction = article.direction;
    metadata.languages = languages(article);
    if (article.language.tag == "und" && !reading_.text.empty())
      diagnostics_.warn("language.unknown", "the language of the text could not be found", {},
                        "give it with --language");
    return metadata;
  }

  std::vector<std::string> languages(Article const& article) const {
    LanguageShares shares;
    for (std::size_t i = 0; i < article.outline.parts.size(); ++i) {
      Draught const& draught = draughts_[article.first_part + i];
      shares.add(draught.language.tag, draught.after.length());
    }
    return shares.main_languages(article.language.tag);
  }

  static constexpr std::size_t enough = 1 << 16;  ///< bytes that tell the language of any text

  FindOutline find_outline_;
  FindStretches find_stretches_;
  Reading& reading_;
  Options const& options_;
  base::Diagnostics& diagnostics_;
  normalise::Selection selection_;
  std::vector<Stretch> stretches_;
  std::vector<Article> articles_;  ///< one for each stretch
  std::vector<Draught> draughts_;  ///< of all parts of all articles
  std::ptrdiff_t moved_ = 0;       ///< by how much rules of blocks have moved what follows
  text::Origin origin_;
};

Outline plain_outline(std::string_view text, std::string_view language, normalise::Selection const& selection,
                      base::Diagnostics&) {
  return article_of(text, language, selection);
}

}  // namespace

void read_with(FindOutline find_outline, FindStretches find_stretches, Reading& reading,
               Options const& options, base::Diagnostics& diagnostics) {
  PlainReader(find_outline, find_stretches, reading, options, diagnostics).read();
}

void read_plain(Reading& reading, Options const& options, base::Diagnostics& diagnostics) {
  read_with(plain_outline, stretches_of, reading, options, diagnostics);
}

}  // namespace ms::read
