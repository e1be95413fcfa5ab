#include "epub/place.hpp"

#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::epub {
namespace {

using text::Direction;

bool has_script_subtag(std::string_view tag) {
  std::size_t const hyphen = tag.find('-');
  if (hyphen == tag.npos) return false;
  std::string_view const next = tag.substr(hyphen + 1, tag.find('-', hyphen + 1) - hyphen - 1);
  return next.size() == 4 && !(next.front() >= '0' && next.front() <= '9');
}

std::optional<Direction> first_strong(std::string_view utf8) {
  for (text::CodePointAt const c : text::code_points(utf8)) {
    if (c.value == 0x200E) return Direction::ltr;
    if (c.value == 0x200F || c.value == 0x061C) return Direction::rtl;
    if (text::is_letter(c.value))
      return text::is_right_to_left(text::script_of(c.value)) ? Direction::rtl : Direction::ltr;
  }
  return {};
}

}  // namespace

std::optional<std::string> ebook_tag(std::string_view tag) {
  auto canonical = text::canonical_tag(tag);
  if (!canonical) return {};
  if (text::primary_language(*canonical) == "zh" && !has_script_subtag(*canonical)) {
    std::string const script = text::name_of(text::script_of_tag(*canonical));
    canonical->insert(2, "-" + script);
  }
  return canonical;
}

Place ebook_place(Place place) {
  place.language = ebook_tag(place.language).value_or("und");
  return place;
}

Attributes place_attributes(Xml::Kind kind, Place const& place, Place const* around) {
  Attributes out;
  if (around == nullptr || around->language != place.language) {
    if (kind == Xml::Kind::xhtml) out.emplace_back("lang", place.language);
    out.emplace_back("xml:lang", place.language);
  }
  if (around == nullptr || around->direction != place.direction)
    out.emplace_back("dir", std::string(text::name_of(place.direction)));
  return out;
}

std::string marked(std::string_view text, Direction direction) {
  if (text.empty()) return {};
  if (direction == Direction::ltr)
    return (first_strong(text) == Direction::rtl ? "\u200E" : "") + std::string(text);
  // Some look no further than the first character, which may be a digit or a quotation mark.
  std::string_view const first = text.substr(0, text::code_point_at(text, 0).length);
  return (first_strong(first) == Direction::rtl ? "" : "\u200F") + std::string(text);
}

Direction direction_of_name(std::string_view name, Direction otherwise) {
  return text::majority_direction(name).value_or(otherwise);
}

}  // namespace ms::epub
