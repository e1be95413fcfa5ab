#include "read/plain.hpp"

#include <algorithm>

#include "language/language.hpp"
#include "read/article.hpp"
#include "read/assemble.hpp"
#include "read/block_rules.hpp"
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
  text::Edits edits;              ///< of those rules, against the part
  std::vector<text::Span> spans;  ///< marks, after those rules
  Identification language;
  text::Direction direction = text::Direction::ltr;
};

class PlainReader {
 public:
  PlainReader(FindOutline find_outline, Reading& reading, Options const& options,
              base::Diagnostics& diagnostics)
      : find_outline_(find_outline),
        reading_(reading),
        options_(options),
        diagnostics_(diagnostics),
        selection_{options.raw, options.keep, options.drop} {}

  void read() {
    text::Edits const cleaning = clean_source();
    std::string const clean = text::edited(source(), cleaning);
    Identification const first = identified(sample_of(clean), {}, options_);
    base::Diagnostics found;
    outline_ = find_outline_(clean, first.tag, selection_, found);
    Assembly const assembly = assemble(clean, outline_);
    std::string const assembled = text::edited(clean, assembly.edits);
    bool const is_other = assembled.size() * 10 < clean.size() * 9 || !outline_.language.empty();
    article_ = is_other ? identified(assembled, outline_.language, options_) : first;
    direction_ = options_.direction ? *options_.direction
                                    : outline_.direction.value_or(article_direction(assembled, article_));
    text::Edits const so_far =
        cleaning.empty() ? assembly.edits : text::composed(source(), cleaning, assembly.edits);
    report(found, text::Origin::straight(source().size(), 0).after(cleaning));
    normalise_parts(clean, assembled, assembly, text::Origin::straight(source().size(), 0).after(so_far));
    finish(so_far, assembled, assembly);
  }

 private:
  std::string const& source() const { return reading_.source.text; }

  text::Edits clean_source() {
    return normalise::normalise(source(), {}, selection_, diagnostics_, normalise::Stage::source);
  }

  /// Long lines: what pages put around an article is often in another language.
  static std::string sample_of(std::string_view text) {
    constexpr std::size_t enough = 1 << 16, long_line = 120;
    std::string sample;
    for (std::size_t start = 0; start < text.size() && sample.size() < enough;) {
      std::size_t const end = std::min(text.find('\n', start), text.size());
      if (end - start >= long_line) sample.append(text.substr(start, std::min(end - start + 1, enough)));
      start = end + 1;
    }
    if (sample.size() < 300) sample = text.substr(0, enough);
    return sample;
  }

  /// Places of `noticed` are in a text with this origin.
  void report(base::Diagnostics const& noticed, text::Origin const& origin) {
    for (base::Diagnostic one : noticed.list()) {
      if (one.source) one.source = origin.source_of(*one.source);
      diagnostics_.add(std::move(one));
    }
  }

  void normalise_parts(std::string_view clean, std::string_view assembled, Assembly const& assembly,
                       text::Origin const& origin) {
    Shift const assembly_shift(assembly.edits);
    BlockRules rules(selection_);
    std::ptrdiff_t moved = 0;
    std::size_t before_end = 0;
    for (std::size_t i = 0; i < outline_.parts.size(); ++i) {
      Part const& part = outline_.parts[i];
      Draught draught;
      draught.before = assembly.parts[i];
      std::string_view const text = base::slice(assembled, draught.before);
      std::size_t const start = part.pieces.front().range.start;
      std::size_t const lead = std::max(before_end, start - std::min<std::size_t>(start, 16));
      draught.direction = part.role == Role::code
                              ? text::Direction::ltr
                              : block_direction(text, clean.substr(lead, start - lead), direction_);
      draught.language = part.role == Role::code
                             ? article_
                             : fitting(rules.language_of(text, article_), draught.direction, article_);
      before_end = part.pieces.back().range.end;
      normalise::Context const context{
          draught.language.tag, draught.language.is_sure, part.role == Role::code,
          part.role == Role::code || part.role == Role::verse, draught.direction};
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
          static_cast<std::size_t>(static_cast<std::ptrdiff_t>(draught.before.start) + moved),
          static_cast<std::size_t>(static_cast<std::ptrdiff_t>(draught.before.end) + moved + grown)};
      moved += grown;
      draughts_.push_back(std::move(draught));
    }
  }

  void finish(text::Edits const& so_far, std::string_view assembled, Assembly const& assembly) {
    text::Edits of_blocks;
    for (Draught const& draught : draughts_) {
      for (text::Edit edit : draught.edits) {
        edit.range = {edit.range.start + draught.before.start, edit.range.end + draught.before.start};
        of_blocks.push_back(std::move(edit));
      }
    }
    reading_.text = text::edited(assembled, of_blocks);
    reading_.edits = of_blocks.empty() ? so_far : text::composed(source(), so_far, of_blocks);
    for (text::Edit& edit : reading_.edits)
      if (edit.language.empty() && article_.tag != "und") edit.language = article_.tag;
    origin_ = text::Origin::straight(source().size(), 0).after(reading_.edits);

    Shift const assembly_shift(assembly.edits);
    std::vector<FinishedPart> parts;
    for (std::size_t i = 0; i < draughts_.size(); ++i) parts.push_back(finished(i));
    text::Text byline = line_at(outline_.byline, assembly_shift),
               date_line = line_at(outline_.date_line, assembly_shift);
    reading_.documents.front() =
        tree_of(outline_, std::move(parts), metadata(), std::move(byline), std::move(date_line));
    override_metadata(reading_.documents.front().metadata, options_);
  }

  text::Text text_at(base::Range range) const {
    return {reading_.text.substr(range.start, range.length()), {}, origin_.part(range)};
  }

  FinishedPart finished(std::size_t i) const {
    Draught const& draught = draughts_[i];
    Part const& part = outline_.parts[i];
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

  /// A piece of a part that is a line of metadata of its own; empty when it is the whole part.
  text::Text line_at(base::Range range, Shift const& assembly_shift) const {
    if (range.is_empty()) return {};
    std::size_t const start = assembly_shift.of_start(range.start), end = assembly_shift.of_end(range.end);
    for (std::size_t i = 0; i < draughts_.size(); ++i) {
      Draught const& draught = draughts_[i];
      if (!draught.before.contains(base::Range{start, end})) continue;
      if (draught.before == base::Range{start, end}) return {};
      Shift const shift(draught.edits);
      std::size_t const offset = draught.after.start;
      return text_at({shift.of_start(start - draught.before.start) + offset,
                      shift.of_end(end - draught.before.start) + offset});
    }
    return {};
  }

  doc::Metadata metadata() {
    doc::Metadata metadata = std::move(outline_.facts);
    metadata.language = article_.tag;
    reading_.language_confidence = article_.confidence;
    reading_.language_evidence = article_.evidence;
    metadata.direction = direction_;
    metadata.languages = languages();
    if (article_.tag == "und" && !reading_.text.empty())
      diagnostics_.warn("language.unknown", "the language of the text could not be found", {},
                        "give it with --language");
    return metadata;
  }

  std::vector<std::string> languages() const {
    LanguageShares shares;
    for (Draught const& draught : draughts_) shares.add(draught.language.tag, draught.after.length());
    return shares.main_languages(article_.tag);
  }

  FindOutline find_outline_;
  Reading& reading_;
  Options const& options_;
  base::Diagnostics& diagnostics_;
  normalise::Selection selection_;
  Outline outline_;
  Identification article_;
  text::Direction direction_ = text::Direction::ltr;
  std::vector<Draught> draughts_;
  text::Origin origin_;
};

Outline plain_outline(std::string_view text, std::string_view language, normalise::Selection const& selection,
                      base::Diagnostics&) {
  return article_of(text, language, selection);
}

}  // namespace

void read_with(FindOutline find_outline, Reading& reading, Options const& options,
               base::Diagnostics& diagnostics) {
  PlainReader(find_outline, reading, options, diagnostics).read();
}

void read_plain(Reading& reading, Options const& options, base::Diagnostics& diagnostics) {
  read_with(plain_outline, reading, options, diagnostics);
}

}  // namespace ms::read
