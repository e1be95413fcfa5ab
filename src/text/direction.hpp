// Direction of text, from its letters. Majority of strong characters, not the first: a Persian sentence that
// begins with a Latin name is still right to left (7 % of Persian news is wrong by first-strong, UAX 9 P2).
#pragma once

#include <optional>
#include <string_view>

namespace ms::text {

enum class Direction { ltr, rtl };

constexpr std::string_view name_of(Direction direction) {
  return direction == Direction::rtl ? "rtl" : "ltr";
}

/// The direction most strong characters have (bidi classes L against R and AL). What stands in a closed
/// isolate or embedding is left aside, unless all of the text does; controls without a partner count for
/// nothing. Nothing when there is no strong character or an exact balance.
std::optional<Direction> majority_direction(std::string_view utf8);

}  // namespace ms::text
