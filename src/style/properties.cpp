#include "style/properties.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ensure.hpp"

namespace ms::style {
namespace {

template <typename T>
using Words = std::initializer_list<std::pair<std::string_view, T>>;

/// One word of a list.
template <typename T>
bool set_word(T& target, Terms const& terms, Words<T> words) {
  if (terms.size() != 1) return false;
  for (auto const& [word, value] : words)
    if (terms.front().is(word)) {
      target = value;
      return true;
    }
  return false;
}

template <auto... Members>
void copy(State& to, State const& from) {
  ((to.computed.*Members = from.computed.*Members), ...);
}
template <auto... Members>
void copy_state(State& to, State const& from) {
  ((to.*Members = from.*Members), ...);
}

// Type

bool set_family(Box& box, Terms const& terms) {
  if (terms.empty()) return false;
  // Named faces are the ebook's; a page takes the generic family at the end of the list.
  return set_word<Family>(box.own.computed.family, {terms.back()},
                          {{"serif", Family::serif},
                           {"sans-serif", Family::sans},
                           {"monospace", Family::mono},
                           {"ui-serif", Family::serif},
                           {"ui-sans-serif", Family::sans},
                           {"system-ui", Family::sans},
                           {"ui-monospace", Family::mono}});
}

bool set_size(Box& box, Terms const& terms) {
  if (terms.size() != 1) return false;
  std::optional<Length> size;
  if (terms.front().kind == Term::Kind::percentage)
    size = Length::points(box.parent.computed.size.points() * terms.front().number / 100);
  else
    size = box.type_length(terms.front());
  if (!size || *size <= Length{}) return false;
  box.own.computed.size = *size;
  return true;
}

bool set_line_height(Box& box, Terms const& terms) {
  if (terms.size() != 1) return false;
  Term const& term = terms.front();
  State& own = box.own;
  double factor = 0;
  if (term.is("normal")) factor = 1.2;
  if (term.kind == Term::Kind::number) factor = term.number;
  if (factor > 0) {
    own.line_factor = factor;
    own.computed.line_height = Length::points(own.computed.size.points() * factor);
    return true;
  }
  std::optional<Length> height;
  if (term.kind == Term::Kind::percentage)
    height = Length::points(own.computed.size.points() * term.number / 100);
  else if (auto const absolute = absolute_length(term))
    height = box.scaled(*absolute);
  else if (term.kind == Term::Kind::length && term.unit == Unit::line)
    height = box.type_length(term);  // lh in line-height is the parent's
  else
    height = box.length(term);
  if (!height || *height <= Length{}) return false;
  own.line_factor = 0;
  own.computed.line_height = *height;
  return true;
}

bool set_grid(Box& box, Terms const& terms) {
  if (terms.size() != 1) return false;
  if (terms.front().is("none")) {
    box.own.computed.grid = {};
    return true;
  }
  auto length = box.length(terms.front());
  if (auto const absolute = absolute_length(terms.front())) length = box.scaled(*absolute);
  if (!length || *length < Length{}) return false;
  box.own.computed.grid = *length;
  return true;
}

bool set_weight(Box& box, Terms const& terms) {
  if (terms.size() == 1 && terms.front().kind == Term::Kind::number) {
    if (terms.front().number < 1 || terms.front().number > 1000) return false;
    box.own.computed.bold = terms.front().number >= 600;
    return true;
  }
  return set_word<bool>(box.own.computed.bold, terms, {{"normal", false}, {"bold", true}});
}

bool set_slope(Box& box, Terms const& terms) {
  return set_word<bool>(box.own.computed.italic, terms,
                        {{"normal", false}, {"italic", true}, {"oblique", true}});
}

bool set_letter_spacing(Box& box, Terms const& terms) {
  Computed& own = box.own.computed;
  if (terms.size() == 1 && terms.front().is("normal")) {
    own.letter_spacing = 0;
    return true;
  }
  auto const length = terms.size() == 1 ? box.length(terms.front()) : std::nullopt;
  if (!length || own.size <= Length{}) return false;
  own.letter_spacing = static_cast<std::int32_t>((*length * 1000).scaled(1, own.size.units()).units());
  return true;
}

bool set_colour(Box& box, Terms const& terms) {
  if (terms.size() != 1) return false;
  if (terms.front().is("currentcolor")) {
    box.own.computed.colour = box.parent.computed.colour;
    return true;
  }
  if (terms.front().kind != Term::Kind::colour) return false;
  box.own.computed.colour = terms.front().colour;
  return true;
}

// Lines

bool set_align_word(Align& target, Box const& box, Terms const& terms) {
  bool const rtl = box.direction == text::Direction::rtl;
  return set_word<Align>(target, terms,
                         {{"start", Align::start},
                          {"end", Align::end},
                          {"center", Align::centre},
                          {"justify", Align::justify},
                          {"left", rtl ? Align::end : Align::start},
                          {"right", rtl ? Align::start : Align::end}});
}

bool set_align(Box& box, Terms const& terms) {
  return set_align_word(box.own.computed.align, box, terms);
}

bool set_align_last(Box& box, Terms const& terms) {
  box.own.align_last_auto = terms.size() == 1 && terms.front().is("auto");
  return box.own.align_last_auto || set_align_word(box.own.computed.align_last, box, terms);
}

bool set_hyphens(Box& box, Terms const& terms) {
  return set_word<bool>(box.own.computed.hyphenate, terms,
                        {{"auto", true}, {"manual", false}, {"none", false}});
}

bool set_wrap(Box& box, Terms const& terms) {
  return set_word<bool>(
      box.own.computed.balance, terms,
      {{"balance", true}, {"wrap", false}, {"pretty", false}, {"stable", false}, {"auto", false}});
}

bool set_white_space(Box& box, Terms const& terms) {
  return set_word<bool>(box.own.computed.keeps_lines, terms,
                        {{"normal", false}, {"pre", true}, {"pre-line", true}, {"pre-wrap", true}});
}

// Boxes

enum class Sign { any, positive };

bool read_length(Length& target, Box const& box, Term const& term, Sign sign) {
  if (sign == Sign::any && term.is("auto")) {
    target = {};
    return true;
  }
  auto const length = box.length(term);
  if (!length || (sign == Sign::positive && *length < Length{})) return false;
  target = *length;
  return true;
}

template <auto Member, Sign sign>
bool set_length(Box& box, Terms const& terms) {
  return terms.size() == 1 && read_length(box.own.computed.*Member, box, terms.front(), sign);
}

/// Both ends of an axis, of one or two values.
template <auto First, auto Second, Sign sign>
bool set_pair(Box& box, Terms const& terms) {
  if (terms.empty() || terms.size() > 2) return false;
  return read_length(box.own.computed.*First, box, terms.front(), sign) &&
         read_length(box.own.computed.*Second, box, terms.back(), sign);
}

/// margin-left and margin-right, padding-left and padding-right: which end that is, direction says.
template <auto Ltr, auto Rtl, Sign sign>
bool set_side(Box& box, Terms const& terms) {
  return box.direction == text::Direction::ltr ? set_length<Ltr, sign>(box, terms)
                                               : set_length<Rtl, sign>(box, terms);
}

/// One to four values: top, right, bottom, left.
template <auto Before, auto After, auto Start, auto End, Sign sign>
bool set_four(Box& box, Terms const& terms) {
  if (terms.empty() || terms.size() > 4) return false;
  Term const& top = terms[0];
  Term const& right = terms[terms.size() > 1 ? 1 : 0];
  Term const& bottom = terms[terms.size() > 2 ? 2 : 0];
  Term const& left = terms.size() > 3 ? terms[3] : right;
  return set_length<Before, sign>(box, {top}) && set_length<After, sign>(box, {bottom}) &&
         set_side<Start, End, sign>(box, {left}) && set_side<End, Start, sign>(box, {right});
}

/// width, style and colour in any order; no style is `none` (CSS Backgrounds 3, 3.4).
bool read_border(Length& width, Colour& colour, Box const& box, Terms const& terms) {
  if (terms.empty() || terms.size() > 3) return false;
  Length wide = Length::points(2.25);  // medium, as browsers have it
  bool drawn = false;
  Colour painted = box.own.computed.colour;
  for (Term const& term : terms) {
    if (term.is("solid"))
      drawn = true;
    else if (term.kind == Term::Kind::colour)
      painted = term.colour;
    else if (!term.is("none") && !term.is("currentcolor") && !read_length(wide, box, term, Sign::positive))
      return false;
  }
  width = drawn ? wide : Length{};
  if (drawn) colour = painted;
  return true;
}

template <auto Member>
bool set_border(Box& box, Terms const& terms) {
  return read_border(box.own.computed.*Member, box.own.computed.rule_colour, box, terms);
}

bool set_borders(Box& box, Terms const& terms) {
  return set_border<&Computed::rule_before>(box, terms) && set_border<&Computed::rule_after>(box, terms);
}

bool set_display(Box& box, Terms const& terms) {
  if (terms.size() != 1 || terms.front().kind != Term::Kind::word) return false;
  box.own.computed.shown = !terms.front().is("none");
  return true;
}

// Pages

template <auto Member>
bool set_keep(Box& box, Terms const& terms) {
  return set_word<Keep>(box.own.computed.*Member, terms,
                        {{"auto", Keep::automatic},
                         {"avoid", Keep::avoid},
                         {"avoid-page", Keep::avoid},
                         {"page", Keep::always},
                         {"always", Keep::always},
                         {"left", Keep::always},
                         {"right", Keep::always}});
}

template <auto Member>
bool set_count(Box& box, Terms const& terms) {
  if (terms.size() != 1 || terms.front().kind != Term::Kind::number) return false;
  int const count = static_cast<int>(terms.front().number);
  if (count < 1 || count > 100 || count != terms.front().number) return false;
  box.own.computed.*Member = count;
  return true;
}

bool set_columns(Box& box, Terms const& terms) {
  if (terms.size() == 1 && terms.front().is("auto")) {
    box.own.columns = 1;
    return true;
  }
  if (terms.size() != 1 || terms.front().kind != Term::Kind::number) return false;
  int const count = static_cast<int>(terms.front().number);
  if (count < 1 || count > 12 || count != terms.front().number) return false;
  box.own.columns = count;
  return true;
}

bool set_column_gap(Box& box, Terms const& terms) {
  return terms.size() == 1 && read_length(box.own.column_gap, box, terms.front(), Sign::positive);
}

bool set_column_rule(Box& box, Terms const& terms) {
  Colour ignored;
  return read_border(box.own.column_rule, ignored, box, terms);
}

using C = Computed;
constexpr auto any = Sign::any;
constexpr auto positive = Sign::positive;

constexpr Property table[] = {
    {"font-family", Stage::rest, set_family, copy<&C::family>},
    {"font-size", Stage::size, set_size, copy<&C::size>},
    {"font-weight", Stage::rest, set_weight, copy<&C::bold>},
    {"font-style", Stage::rest, set_slope, copy<&C::italic>},
    {"line-height", Stage::line, set_line_height,
     [](State& to, State const& from) {
       to.line_factor = from.line_factor;
       to.computed.line_height = from.computed.line_height;
       if (from.line_factor > 0)
         to.computed.line_height = Length::points(to.computed.size.points() * from.line_factor);
     }},
    {"block-step-size", Stage::rest, set_grid, copy<&C::grid>},
    {"letter-spacing", Stage::rest, set_letter_spacing, copy<&C::letter_spacing>},
    {"color", Stage::line, set_colour, copy<&C::colour>},

    {"text-align", Stage::rest, set_align, copy<&C::align>},
    {"text-align-last", Stage::rest, set_align_last,
     [](State& to, State const& from) {
       to.align_last_auto = from.align_last_auto;
       to.computed.align_last = from.computed.align_last;
     }},
    {"text-indent", Stage::rest, set_length<&C::indent, any>, copy<&C::indent>},
    {"text-wrap", Stage::rest, set_wrap, copy<&C::balance>},
    {"hyphens", Stage::rest, set_hyphens, copy<&C::hyphenate>},
    {"white-space", Stage::rest, set_white_space, copy<&C::keeps_lines>},

    {"margin", Stage::rest,
     set_four<&C::margin_before, &C::margin_after, &C::margin_start, &C::margin_end, any>,
     copy<&C::margin_before, &C::margin_after, &C::margin_start, &C::margin_end>},
    {"margin-block", Stage::rest, set_pair<&C::margin_before, &C::margin_after, any>,
     copy<&C::margin_before, &C::margin_after>},
    {"margin-inline", Stage::rest, set_pair<&C::margin_start, &C::margin_end, any>,
     copy<&C::margin_start, &C::margin_end>},
    {"margin-top", Stage::rest, set_length<&C::margin_before, any>, copy<&C::margin_before>},
    {"margin-bottom", Stage::rest, set_length<&C::margin_after, any>, copy<&C::margin_after>},
    {"margin-left", Stage::rest, set_side<&C::margin_start, &C::margin_end, any>, copy<&C::margin_start>},
    {"margin-right", Stage::rest, set_side<&C::margin_end, &C::margin_start, any>, copy<&C::margin_end>},
    {"margin-block-start", Stage::rest, set_length<&C::margin_before, any>, copy<&C::margin_before>},
    {"margin-block-end", Stage::rest, set_length<&C::margin_after, any>, copy<&C::margin_after>},
    {"margin-inline-start", Stage::rest, set_length<&C::margin_start, any>, copy<&C::margin_start>},
    {"margin-inline-end", Stage::rest, set_length<&C::margin_end, any>, copy<&C::margin_end>},

    {"padding", Stage::rest,
     set_four<&C::padding_before, &C::padding_after, &C::padding_start, &C::padding_end, positive>,
     copy<&C::padding_before, &C::padding_after, &C::padding_start, &C::padding_end>},
    {"padding-block", Stage::rest, set_pair<&C::padding_before, &C::padding_after, positive>,
     copy<&C::padding_before, &C::padding_after>},
    {"padding-inline", Stage::rest, set_pair<&C::padding_start, &C::padding_end, positive>,
     copy<&C::padding_start, &C::padding_end>},
    {"padding-top", Stage::rest, set_length<&C::padding_before, positive>, copy<&C::padding_before>},
    {"padding-bottom", Stage::rest, set_length<&C::padding_after, positive>, copy<&C::padding_after>},
    {"padding-left", Stage::rest, set_side<&C::padding_start, &C::padding_end, positive>,
     copy<&C::padding_start>},
    {"padding-right", Stage::rest, set_side<&C::padding_end, &C::padding_start, positive>,
     copy<&C::padding_end>},
    {"padding-block-start", Stage::rest, set_length<&C::padding_before, positive>, copy<&C::padding_before>},
    {"padding-block-end", Stage::rest, set_length<&C::padding_after, positive>, copy<&C::padding_after>},
    {"padding-inline-start", Stage::rest, set_length<&C::padding_start, positive>, copy<&C::padding_start>},
    {"padding-inline-end", Stage::rest, set_length<&C::padding_end, positive>, copy<&C::padding_end>},

    {"border", Stage::rest, set_borders, copy<&C::rule_before, &C::rule_after, &C::rule_colour>},
    {"border-top", Stage::rest, set_border<&C::rule_before>, copy<&C::rule_before, &C::rule_colour>},
    {"border-bottom", Stage::rest, set_border<&C::rule_after>, copy<&C::rule_after, &C::rule_colour>},
    {"border-block-start", Stage::rest, set_border<&C::rule_before>, copy<&C::rule_before, &C::rule_colour>},
    {"border-block-end", Stage::rest, set_border<&C::rule_after>, copy<&C::rule_after, &C::rule_colour>},
    {"display", Stage::rest, set_display, copy<&C::shown>},

    {"break-before", Stage::rest, set_keep<&C::break_before>, copy<&C::break_before>},
    {"break-after", Stage::rest, set_keep<&C::break_after>, copy<&C::break_after>},
    {"break-inside", Stage::rest, set_keep<&C::break_inside>, copy<&C::break_inside>},
    {"page-break-before", Stage::rest, set_keep<&C::break_before>, copy<&C::break_before>},
    {"page-break-after", Stage::rest, set_keep<&C::break_after>, copy<&C::break_after>},
    {"page-break-inside", Stage::rest, set_keep<&C::break_inside>, copy<&C::break_inside>},
    {"widows", Stage::rest, set_count<&C::widows>, copy<&C::widows>},
    {"orphans", Stage::rest, set_count<&C::orphans>, copy<&C::orphans>},

    {"columns", Stage::rest, set_columns, copy_state<&State::columns>},
    {"column-count", Stage::rest, set_columns, copy_state<&State::columns>},
    {"column-gap", Stage::rest, set_column_gap, copy_state<&State::column_gap>},
    {"column-rule", Stage::rest, set_column_rule, copy_state<&State::column_rule>},
};

constexpr std::string_view ebook_properties[] = {"-epub-hyphens",
                                                 "-epub-line-break",
                                                 "-webkit-hyphens",
                                                 "-webkit-line-break",
                                                 "adobe-hyphenate",
                                                 "border-collapse",
                                                 "border-inline-start",
                                                 "color-scheme",
                                                 "float",
                                                 "font-feature-settings",
                                                 "font-variant-numeric",
                                                 "height",
                                                 "line-break",
                                                 "list-style",
                                                 "list-style-type",
                                                 "max-height",
                                                 "max-width",
                                                 "min-width",
                                                 "object-fit",
                                                 "overflow-wrap",
                                                 "ruby-position",
                                                 "text-autospace",
                                                 "text-decoration",
                                                 "text-emphasis",
                                                 "text-justify",
                                                 "text-transform",
                                                 "vertical-align",
                                                 "width",
                                                 "word-break",
                                                 "word-wrap"};

constexpr std::string_view refused[] = {"direction", "unicode-bidi"};

bool holds(auto const& names, std::string_view name) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view one) { return same_name(one, name); });
}

}  // namespace

Property const* property_named(std::string_view name) {
  auto const at = std::find_if(std::begin(table), std::end(table),
                               [&](Property const& row) { return same_name(row.name, name); });
  return at == std::end(table) ? nullptr : &*at;
}

bool is_ebook_property(std::string_view name) {
  return holds(ebook_properties, name);
}

bool is_refused_by_epub(std::string_view name) {
  return holds(refused, name);
}

bool set_property(Property const& property, Box& box, Terms const& terms) {
  base::ensure(property.set != nullptr && property.copy != nullptr, "every property can be set and copied");
  if (terms.size() == 1) {
    if (terms.front().is("inherit")) return property.copy(box.own, box.parent), true;
    if (terms.front().is("initial")) return property.copy(box.own, State{}), true;
    if (terms.front().is("unset")) return true;
  }
  return property.set(box, terms);
}

}  // namespace ms::style
