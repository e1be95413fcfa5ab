#include "style/style.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "style/sheet.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::style {
namespace {

struct Winner {
  Assignment const* assignment = nullptr;
  int specificity = 0;
};

/// What an element gets from its parent before any rule.
State inherited(State const& parent) {
  State own;
  Computed const& from = parent.computed;
  Computed& to = own.computed;
  to.family = from.family;
  to.size = from.size;
  to.line_height = from.line_height;
  to.grid = from.grid;
  to.bold = from.bold;
  to.italic = from.italic;
  to.letter_spacing = from.letter_spacing;
  to.colour = from.colour;
  to.align = from.align;
  to.align_last = from.align_last;
  to.hyphenate = from.hyphenate;
  to.balance = from.balance;
  to.indent = from.indent;
  to.widows = from.widows;
  to.orphans = from.orphans;
  to.keeps_lines = from.keeps_lines;
  own.line_factor = parent.line_factor;
  own.align_last_auto = parent.align_last_auto;
  return own;
}

/// Assignments for the last element of path[0, size) in the order they are carried out: later ones win.
std::vector<Winner> cascade(Sheet const& sheet, std::vector<Element> const& path, std::size_t size) {
  std::vector<Winner> winners;
  for (StyleRule const& rule : sheet.rules) {
    int specificity = -1;
    for (Selector const& selector : rule.selectors)
      if (selector.specificity > specificity && matches(selector, path, size))
        specificity = selector.specificity;
    if (specificity < 0) continue;
    for (Assignment const& assignment : rule.assignments) winners.push_back({&assignment, specificity});
  }
  std::stable_sort(winners.begin(), winners.end(), [](Winner const& a, Winner const& b) {
    if (a.assignment->important != b.assignment->important) return b.assignment->important;
    return a.specificity < b.specificity;
  });
  return winners;
}

void carry_out(std::vector<Winner> const& winners, Stage stage, Box& box) {
  for (Winner const& winner : winners)
    if (winner.assignment->property->stage == stage)
      set_property(*winner.assignment->property, box, winner.assignment->terms);
}

/// The state of the last element of the path.
State computed_state(Sheet const& sheet, std::vector<Element> const& path, std::int64_t numerator,
                     std::int64_t denominator) {
  Box box;
  box.scale_numerator = numerator;
  box.scale_denominator = denominator;
  box.own.computed.size = box.scaled(box.own.computed.size);
  box.own.computed.line_height = box.scaled(box.own.computed.line_height);
  box.root_size = box.own.computed.size;
  box.root_line = box.own.computed.line_height;
  for (std::size_t depth = 1; depth <= path.size(); ++depth) {
    box.parent = box.own;
    box.own = inherited(box.parent);
    box.direction = path[depth - 1].direction;
    auto const winners = cascade(sheet, path, depth);
    carry_out(winners, Stage::size, box);
    Computed& own = box.own.computed;
    if (box.own.line_factor > 0) own.line_height = Length::points(own.size.points() * box.own.line_factor);
    carry_out(winners, Stage::line, box);
    if (depth == 1) {
      box.root_size = own.size;
      box.root_line = own.line_height;
    }
    carry_out(winners, Stage::rest, box);
    if (box.own.align_last_auto) own.align_last = own.align == Align::justify ? Align::start : own.align;
    own.shown = own.shown && box.parent.computed.shown;
  }
  return box.own;
}

}  // namespace

Style Style::parse(std::vector<Source> sources, base::Diagnostics& diagnostics) {
  Style style;
  style.sheet_ = read_sheet(std::move(sources), diagnostics);
  PageRules const& rules = style.sheet_->page;
  PageStyle& page = style.page_;
  if (rules.paper) page.paper = *rules.paper;
  Length const usual = Length::millimetres(20);
  page.top = rules.top.value_or(usual);
  page.bottom = rules.bottom.value_or(usual);
  page.inner = rules.right_page_inner.value_or(rules.left.value_or(usual));
  page.outer = rules.right_page_outer.value_or(rules.right.value_or(usual));
  page.mirrored = rules.right_page_inner || rules.right_page_outer;
  State const body = computed_state(*style.sheet_, {{"body", {}, {}, {}}}, 1, 1);
  page.columns = body.columns;
  page.column_gap = body.column_gap;
  page.column_rule = body.column_rule;
  page.grid = body.computed.grid;
  return style;
}

Computed Style::compute(std::vector<Element> const& path) const {
  base::ensure(sheet_ != nullptr, "a style comes from Style::parse");
  return computed_state(*sheet_, path, scale_numerator_, scale_denominator_).computed;
}

Computed Style::foot() const {
  return compute({{"body", {}, {}, {}}, {"footer", {"foot"}, {}, {}}});
}

Computed Style::head() const {
  return compute({{"body", {}, {}, {}}, {"header", {"head"}, {}, {}}});
}

std::string Style::css() const {
  std::string out;
  for (std::size_t i = 0; i < sheet_->sources.size(); ++i) {
    std::string const& css = sheet_->sources[i].css;
    std::size_t done = 0;
    for (base::Range const cut : sheet_->cuts[i]) {
      if (cut.start > done) out.append(css, done, cut.start - done);
      done = std::max(done, cut.end);
    }
    out.append(css, done);
    if (!out.empty() && out.back() != '\n') out += '\n';
  }
  return out;
}

void Style::scale_type(std::int64_t numerator, std::int64_t denominator) {
  base::ensure(numerator > 0 && denominator > 0, "type is scaled by a positive ratio");
  scale_numerator_ *= numerator;
  scale_denominator_ *= denominator;
  page_.grid = compute({{"body", {}, {}, {}}}).grid;
}

std::vector<std::string> sheets_of(std::string_view style) {
  if (style == "brief") return {"brief.css"};
  if (style == "book") return {"brief.css", "book.css"};
  return {};
}

std::vector<std::string_view> headline_classes(std::string_view title) {
  std::size_t width = 0;
  for (text::CodePointAt const c : text::code_points(title))
    if (!text::is_mark(c.value)) width += text::is_wide(c.value) ? 2 : 1;
  if (width > 140) return {"headline", "longest"};
  if (width > 90) return {"headline", "long"};
  return {"headline"};
}

}  // namespace ms::style
