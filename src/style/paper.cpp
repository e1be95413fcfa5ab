// Sizes of paper by name (CSS Paged Media 3, 7.1) or by measure.

#include <algorithm>
#include <array>

#include "style/style.hpp"
#include "style/values.hpp"

namespace ms::style {
namespace {

struct Paper {
  std::string_view name;
  double width, height;  ///< mm
};
constexpr std::array<Paper, 10> papers{{{"a5", 148, 210},
                                        {"a4", 210, 297},
                                        {"a3", 297, 420},
                                        {"b5", 176, 250},
                                        {"b4", 250, 353},
                                        {"jis-b5", 182, 257},
                                        {"jis-b4", 257, 364},
                                        {"letter", 215.9, 279.4},
                                        {"legal", 215.9, 355.6},
                                        {"ledger", 279.4, 431.8}}};

/// "6inx9in" or "148x210mm", where the last unit holds for both: tokens would read "inx9in" as one unit.
struct Measure {
  double number = 0;
  std::string_view unit;
};

std::optional<Measure> measure_of(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && ((text[digits] >= '0' && text[digits] <= '9') || text[digits] == '.'))
    ++digits;
  auto const tokens = tokens_of(text.substr(0, digits));
  if (tokens.size() != 1 || tokens.front().kind != Token::Kind::number) return {};
  return Measure{tokens.front().number, text.substr(digits)};
}

bool is_sane(Length side) {
  return side >= Length::millimetres(20) && side <= Length::millimetres(5000);
}

/// The x of WxH: the first after the width's number and unit, of which "px" has one of its own.
std::size_t cross_of(std::string_view name) {
  std::size_t const first = name.find_first_of("xX");
  bool const in_unit = first != name.npos && first > 0 && same_name(name.substr(first - 1, 2), "px");
  return in_unit ? name.find_first_of("xX", first + 1) : first;
}

}  // namespace

std::optional<base::Size> paper_named(std::string_view name) {
  for (Paper const& paper : papers)
    if (same_name(paper.name, name))
      return base::Size{Length::millimetres(paper.width), Length::millimetres(paper.height)};
  std::size_t const cross = cross_of(name);
  if (cross == name.npos) return {};
  auto const width = measure_of(name.substr(0, cross));
  auto const height = measure_of(name.substr(cross + 1));
  if (!width || !height) return {};
  auto const height_unit = absolute_unit(height->unit);
  auto const width_unit = width->unit.empty() ? height_unit : absolute_unit(width->unit);
  if (!height_unit || !width_unit) return {};
  base::Size const size{Length::points(width->number * *width_unit),
                        Length::points(height->number * *height_unit)};
  if (!is_sane(size.width) || !is_sane(size.height)) return {};
  return size;
}

std::optional<Length> length_named(std::string_view name) {
  auto const measure = measure_of(name);
  auto const unit = measure ? absolute_unit(measure->unit) : std::nullopt;
  if (!unit) return {};
  return Length::points(measure->number * *unit);
}

PageStyle on_paper(PageStyle page, base::Size paper) {
  auto const along = [](Length margin, Length from, Length to) {
    return from > Length{} ? margin.scaled(to.units(), from.units()) : margin;
  };
  page.top = along(page.top, page.paper.height, paper.height);
  page.bottom = along(page.bottom, page.paper.height, paper.height);
  page.inner = along(page.inner, page.paper.width, paper.width);
  page.outer = along(page.outer, page.paper.width, paper.width);
  page.paper = paper;
  return page;
}

}  // namespace ms::style
