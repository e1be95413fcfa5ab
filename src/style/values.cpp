#include "style/values.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"

namespace ms::style {
namespace {

using Kind = Token::Kind;

/// Points in one unit, by CSS Values 4, 6.2: 96 px = 72 pt = 1 in.
constexpr std::array<std::pair<std::string_view, double>, 7> absolute_units{{{"pt", 1},
                                                                             {"px", 0.75},
                                                                             {"mm", 72 / 25.4},
                                                                             {"cm", 720 / 25.4},
                                                                             {"q", 18 / 25.4},
                                                                             {"in", 72},
                                                                             {"pc", 12}}};
constexpr std::array<std::pair<std::string_view, Unit>, 4> relative_units{
    {{"em", Unit::em}, {"rem", Unit::rem}, {"lh", Unit::line}, {"rlh", Unit::root_line}}};

/// The named colours of CSS 1.
constexpr std::array<std::pair<std::string_view, Colour>, 17> names{{{"black", {0, 0, 0}},
                                                                     {"silver", {192, 192, 192}},
                                                                     {"gray", {128, 128, 128}},
                                                                     {"grey", {128, 128, 128}},
                                                                     {"white", {255, 255, 255}},
                                                                     {"maroon", {128, 0, 0}},
                                                                     {"red", {255, 0, 0}},
                                                                     {"purple", {128, 0, 128}},
                                                                     {"fuchsia", {255, 0, 255}},
                                                                     {"green", {0, 128, 0}},
                                                                     {"lime", {0, 255, 0}},
                                                                     {"olive", {128, 128, 0}},
                                                                     {"yellow", {255, 255, 0}},
                                                                     {"navy", {0, 0, 128}},
                                                                     {"blue", {0, 0, 255}},
                                                                     {"teal", {0, 128, 128}},
                                                                     {"aqua", {0, 255, 255}}}};

template <typename Table>
auto const* found(Table const& table, std::string_view name) {
  auto const at =
      std::find_if(table.begin(), table.end(), [&](auto const& row) { return same_name(row.first, name); });
  return at == table.end() ? nullptr : &at->second;
}

/// #rgb or #rrggbb
std::optional<Colour> hash_colour(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return {};
  std::size_t const step = digits.size() / 3;
  std::array<std::uint8_t, 3> parts{};
  for (std::size_t i = 0; i < 3; ++i) {
    int const high = base::hex_digit(digits[i * step]);
    int const low = base::hex_digit(digits[i * step + step - 1]);
    if (high < 0 || low < 0) return {};
    parts[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Colour{parts[0], parts[1], parts[2]};
}

Term length_of(Token const& token) {
  Term term;
  term.number = token.number;
  if (auto const* points = found(absolute_units, token.text)) {
    term.kind = Term::Kind::length;
    term.length = Length::points(token.number * *points);
  } else if (auto const* unit = found(relative_units, token.text)) {
    term.kind = Term::Kind::length;
    term.unit = *unit;
  }
  return term;
}

Term term_of(Token const& token) {
  Term term;
  term.word = token.text;
  switch (token.kind) {
    case Kind::ident:
      term.kind = Term::Kind::word;
      if (Colour const* colour = found(names, token.text)) {
        term.kind = Term::Kind::colour;
        term.colour = *colour;
      }
      break;
    case Kind::string: term.kind = Term::Kind::string; break;
    case Kind::hash:
      if (auto const colour = hash_colour(token.text)) {
        term.kind = Term::Kind::colour;
        term.colour = *colour;
      }
      break;
    case Kind::number:
      term.kind = Term::Kind::number;
      term.number = token.number;
      break;
    case Kind::percentage:
      term.kind = Term::Kind::percentage;
      term.number = token.number;
      break;
    case Kind::dimension: return length_of(token);
    case Kind::delimiter:
      if (token.is(',')) term.kind = Term::Kind::comma;
      if (token.is('/')) term.kind = Term::Kind::slash;
      break;
    case Kind::function:
    case Kind::at_keyword:
    case Kind::url:
    case Kind::space: break;
  }
  return term;
}

}  // namespace

Terms terms_of(std::vector<Token> const& value) {
  Terms terms;
  for (Token const& token : value)
    if (token.kind != Kind::space) terms.push_back(term_of(token));
  return terms;
}

std::optional<Length> absolute_length(Term const& term) {
  if (term.kind == Term::Kind::number && term.number == 0) return Length{};
  if (term.kind == Term::Kind::length && term.unit == Unit::absolute) return term.length;
  return {};
}

std::optional<double> absolute_unit(std::string_view name) {
  double const* points = found(absolute_units, name);
  if (points == nullptr) return {};
  return *points;
}

}  // namespace ms::style
