#include "read/plain.hpp"

#include <algorithm>

#include "language/language.hpp"
#include "read/article.hpp"
#include "read/assemble.hpp"
#include "read/tree.hpp"
#include "read/writing.hpp"
#include "text/tag.hpp"

namespace ms::read {
namespace {

using language::Identification;

/// A part in the text between assembly and the rules of the blocks.
struct Draught {
  base::Range before, after;  ///< the part's text before and after the rules of its block
  text::Edits edits;          ///< of those rules, against the part
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
    Identification const first = identified(sample_of(clean));
    base::Diagnostics found;
    outline_ = find_outline_(clean, first.tag, selection_, found);
    Assembly const assembly = assemble(clean, outline_);
    std::string const assembled = text::edited(clean, assembly.edits);
    article_ = assembled.size() * 10 < clean.size() * 9 ? identified(assembled) : first;
    direction_ = options_.direction.value_or(article_direction(assembled, article_));
    text::Edits const so_far = text::composed(source(), cleaning, assembly.edits);
    report(found, text::Origin::straight(source().size(), 0).after(cleaning));
    normalise_parts(clean, assembled, assembly, text::Origin::straight(source().size(), 0).after(so_far));
    finish(so_far, assembled, clean, assembly);
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

  Identification identified(std::string_view text) const {
    if (options_.language) return {*options_.language, 1, true, "given by the user"};
    return language::identify(text);
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
      draught.language =
          part.role == Role::code ? article_ : block_language(text, draught.direction, article_);
      before_end = part.pieces.back().range.end;
      normalise::Context const context{
          draught.language.tag, draught.language.is_sure, part.role == Role::code,
          part.role == Role::code || part.role == Role::verse, draught.direction};
      base::Diagnostics noticed;
      draught.edits = normalise::normalise(text, context, selection_, noticed);
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

  void finish(text::Edits const& so_far, std::string_view assembled, std::string_view clean,
              Assembly const& assembly) {
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
    for (std::size_t i = 0; i < draughts_.size(); ++i) parts.push_back(finished(i, clean, assembly_shift));
    text::Text byline = line_at(outline_.byline, assembly_shift),
               date_line = line_at(outline_.date_line, assembly_shift);
    reading_.document =
        tree_of(outline_, std::move(parts), metadata(), std::move(byline), std::move(date_line));
    override_metadata();
  }

  text::Text text_at(base::Range range) const {
    return {reading_.text.substr(range.start, range.length()), {}, origin_.part(range)};
  }

  FinishedPart finished(std::size_t i, std::string_view clean, Shift const& assembly_shift) const {
    Draught const& draught = draughts_[i];
    Part const& part = outline_.parts[i];
    FinishedPart done;
    done.text = text_at(draught.after);
    done.language = draught.language.tag;
    done.direction = draught.direction;
    done.marker = clean.substr(part.marker.start, part.marker.length());
    add_marks(done.text, part, draught, assembly_shift);
    if (part.role != Role::code && part.role != Role::separator && done.text.spans.empty())
      done.text.spans = embedded_runs(done.text.utf8, done.direction, done.language);
    return done;
  }

  static void add_marks(text::Text& text, Part const& part, Draught const& draught,
                        Shift const& assembly_shift) {
    if (part.marks.empty()) return;
    Shift const shift(draught.edits);
    for (Marked const& mark : part.marks) {
      std::size_t const start =
          std::max(assembly_shift.of_start(mark.range.start), draught.before.start) - draught.before.start;
      std::size_t const end = std::min(assembly_shift.of_end(mark.range.end), draught.before.end);
      if (end < draught.before.start + start + 1) continue;
      base::Range const range{shift.of_start(start), shift.of_end(end - draught.before.start)};
      if (!range.is_empty() && range.end <= text.utf8.size())
        text.spans.push_back({range, mark.kind, mark.value});
    }
    std::ranges::stable_sort(text.spans, [](text::Span const& a, text::Span const& b) {
      return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
    });
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

  /// The article's own language, then others that have a tenth of the text or more.
  std::vector<std::string> languages() const {
    std::vector<std::string> tags;
    if (article_.tag != "und") tags.push_back(article_.tag);
    std::vector<std::pair<std::string, std::size_t>> sizes;
    for (Draught const& draught : draughts_) {
      auto const found =
          std::ranges::find(sizes, draught.language.tag, &std::pair<std::string, std::size_t>::first);
      if (found == sizes.end())
        sizes.emplace_back(draught.language.tag, draught.after.length());
      else
        found->second += draught.after.length();
    }
    for (auto const& [tag, size] : sizes)
      if (text::primary_language(tag) != "und" && tag != article_.tag && size * 10 >= reading_.text.size())
        tags.push_back(tag);
    return tags;
  }

  static doc::Line line_of(std::string const& text) {
    doc::Line line;
    line.text.utf8 = text;
    return line;
  }

  void override_metadata() {
    doc::Metadata& metadata = reading_.document.metadata;
    if (options_.title) metadata.title = line_of(*options_.title);
    if (options_.author) {
      metadata.byline = line_of(*options_.author);
      metadata.people = {{*options_.author, doc::Role::author}};
    }
    if (options_.date) {
      metadata.date = *options_.date;
      metadata.date_line = line_of(*options_.date);
    }
    if (options_.source) metadata.url = *options_.source;
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
