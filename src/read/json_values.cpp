#include "read/json_values.hpp"

#include "normalise/normalise.hpp"

namespace ms::read {

using base::Json;

namespace {

Json const nothing, empty_list = Json::array();

}  // namespace

Json const& member(Json const& json, std::string_view name) {
  if (!json.is_object()) return nothing;
  auto const found = json.find(std::string(name));
  return found == json.end() ? nothing : *found;
}

Json const& element(Json const& json, std::size_t index) {
  return json.is_array() && index < json.size() ? json[index] : nothing;
}

std::string string_of(Json const& json) {
  return json.is_string() ? json.get<std::string>() : std::string();
}

std::int64_t number_of(Json const& json, std::int64_t otherwise) {
  constexpr std::int64_t largest = 1'000'000'000'000;
  if (!json.is_number_integer()) return otherwise;
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > static_cast<std::uint64_t>(largest))
    return largest;
  std::int64_t const value = json.get<std::int64_t>();
  return value < -largest ? -largest : value > largest ? largest : value;
}

bool flag_of(Json const& json) {
  return json.is_boolean() && json.get<bool>();
}

Json const& list_of(Json const& json) {
  return json.is_array() ? json : empty_list;
}

std::string clean_string_of(Json const& json) {
  std::string const text = string_of(json);
  normalise::Selection only_what_must_be;
  only_what_must_be.raw = true;
  base::Diagnostics ignored;
  text::Edits const edits =
      normalise::normalise(text, {}, only_what_must_be, ignored, normalise::Stage::source);
  return edits.empty() ? text : text::edited(text, edits);
}

}  // namespace ms::read
