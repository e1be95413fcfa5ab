#include "read/article.hpp"

#include <algorithm>

namespace ms::read {

bool Draft::drop(std::size_t unit, std::string_view rule, double confidence, std::string evidence,
                 text::EditClass edit) {
  if (!is_open(unit) || !normalise::is_selected(*selection, rule, true)) return false;
  fates[unit] = {Fate::Kind::dropped, Role::paragraph, rule, edit, confidence, std::move(evidence)};
  return true;
}

bool Draft::has_colon_before(std::size_t unit, base::Range rest) const {
  std::string_view const words = visible(unit).substr(0, rest.start);
  return words.find(':') != words.npos || words.find("：") != words.npos;
}

void Draft::keep(std::size_t unit, Role role) {
  fates[unit].kind = Fate::Kind::kept;
  fates[unit].role = role;
}

std::vector<StepRule> const& step_rules() {
  static std::vector<StepRule> const rules = {
      {"article.split", "Several articles that were pasted one after another are parted."},
      {"article.duplicate", "Articles that say nearly the same as another are reported."},
      {"paragraph.break", "Blocks are parted by one blank line, the text ends with a line feed."},
      {"line.join", "Lines that were broken at a width go together."},
      {"line.hyphen",
       "A hyphen at the end of a broken line goes when the word without it stands elsewhere in the text."},
      {"space.marker", "One space stands between the marker of a list and its item."},
      {"quote.prefix", "The signs of quoted mail go; the lines are a block quote."},
      {"heading.sign", "Buttons and signs at the ends of headings go: \"[edit]\", \"¶\"."},
      {"page.before",
       "What a page says before its article goes: menus, lists of links, questions for consent."},
      {"page.inset", "What a page says inside of its article goes: boxes of links, buttons, invitations."},
      {"page.after",
       "What a page says after its article goes: lists of links, comments, the foot of the page."},
      {"page.furniture", "Running heads and page numbers in the middle of a text go."},
      {"residue.clipboard", "What a button that copies says goes, at the edges of the text."},
      {"residue.share", "Words of share bars go."},
      {"residue.advert", "Marks of advertisements go."},
      {"residue.reading-time", "Reading times and counters go."},
      {"residue.elapsed", "How long ago something came out goes: it was true when the page was read."},
      {"residue.related", "Links to other articles go."},
      {"residue.source", "The address of the article goes to the metadata."},
      {"residue.rights", "Reservations of rights at the end go to the metadata."},
      {"residue.pull-quote", "A pull quote that stands word for word in the text goes."},
      {"residue.duplicate", "The headline goes where it is repeated right below."},
      {"markdown.markup", "Marks of Markdown go; what they mean is in the tree."},
      {"markdown.html", "Tags, comments and scripts inside of Markdown go; what is between the tags stays."},
      {"markdown.entity", "Character references of Markdown become their characters."},
      {"markdown.escape", "Escapes in what stands above a text become their characters."},
      {"markdown.break", "Breaks of Markdown become line feeds."},
      {"markdown.head", "What stands above a text goes to the metadata, but for what is printed."},
      {"meta.byline", "The word before the names goes when it stands in a line of its own."},
      {"meta.updated", "When a page was changed goes."},
      {"meta.section", "A trail of sections goes to the metadata."},
      {"meta.editor", "Who edited the article goes to the metadata."},
      {"meta.line", "What stands beside the author or the date in their line goes, on pages."},
      {"html.hidden", "What no browser shows goes."},
      {"html.furniture", "Menus, footers, boxes and whatever else stands around an article goes."},
      {"html.marker", "Markers of lists that a word processor wrote as paragraphs go; they are lists."},
      {"html.note", "Signs that lead back from a note to the text go; the note stands below the article."},
      {"html.link", "Links to other articles, alone or in lists and boxes, go."},
  };
  return rules;
}

bool is_mere_lines(std::string_view text) {
  constexpr std::size_t most_lines = 40'000, fewest_bytes = 14;
  if (text.size() < most_lines) return false;
  auto const lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  return lines > most_lines && text.size() < lines * fewest_bytes;
}

Outline outline_of_mere_lines(std::string_view text) {
  constexpr std::size_t size = 4 * 1024;
  Outline outline;
  for (std::size_t start = text.find_first_not_of('\n'); start < text.size();) {
    std::size_t const end = std::min(text.find('\n', start + size), text.size());
    base::Range range{start, end};
    while (text[range.end - 1] == '\n') --range.end;
    Part part;
    part.role = Role::verse;
    part.pieces.push_back({range, {}, "space.edge", 1});
    outline.parts.push_back(std::move(part));
    start = text.find_first_not_of('\n', end);
  }
  return outline;
}

Outline article_of(std::string_view text, std::string_view language, normalise::Selection const& selection) {
  if (is_mere_lines(text)) return outline_of_mere_lines(text);
  Vocabulary const vocabulary = Vocabulary::of(language);
  Draft draft;
  draft.text = text;
  draft.language = language;
  draft.vocabulary = &vocabulary;
  draft.selection = &selection;
  draft.all = units_of(text, vocabulary, language, normalise::is_selected(selection, "line.join", true));
  std::size_t const count = draft.units().size();
  draft.fates.resize(count);
  find_frame(draft);
  find_residue(draft);
  find_head(draft);
  find_tail(draft);
  find_pull_quotes(draft);
  bool const is_all_gone =
      std::ranges::all_of(draft.fates, [](Fate const& fate) { return fate.kind == Fate::Kind::dropped; });
  if (is_all_gone) {
    draft.fates.assign(count, {});
    draft.facts = {};
  }
  return outline_of(draft);
}

}  // namespace ms::read
