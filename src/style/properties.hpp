// The properties of the subset, as a table. In: a name. Out: what it does to a box, or that only the ebook
// reads it. docs/styles.md lists them for people; a test holds styles/*.css to this table.
#pragma once

#include <string_view>
#include <vector>

#include "style/box.hpp"

namespace ms::style {

/// Order in which declarations of one element are carried out: em needs the size, lh the line height, borders
/// the colour.
enum class Stage { size, line, rest };

struct Property {
  std::string_view name;
  Stage stage = Stage::rest;
  /// False when the value is not understood; the box is then as it was, or of no use.
  bool (*set)(Box& box, Terms const& terms) = nullptr;
  /// For `inherit` and `initial`.
  void (*copy)(State& to, State const& from) = nullptr;
};

/// nullptr when pages do not know it.
Property const* property_named(std::string_view name);

/// Properties that are good in `@media screen` and mean nothing to a page.
bool is_ebook_property(std::string_view name);

/// EPUB 3.3, 6.3.1.2: direction is said in markup, a sheet must not.
bool is_refused_by_epub(std::string_view name);

/// Carries out a declaration with the words every property knows: inherit, initial, unset.
bool set_property(Property const& property, Box& box, Terms const& terms);

}  // namespace ms::style
