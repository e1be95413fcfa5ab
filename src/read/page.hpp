// Where the article stands in a page that was selected and copied as a whole. In: units and what their words
// say. Out: for each unit, is it before the article, in it, inside of it but not of it, or after it. Always:
// a text that shows no furniture of a page is an article from its first to its last unit.
#pragma once

#include <string_view>
#include <vector>

#include "read/units.hpp"

namespace ms::read {

enum class Place : unsigned char { before, article, inset, after };

/// What a unit says for or against being text of an article, by its shape and by its words.
struct Evidence {
  double text = 0;             ///< above 0: running text; below: furniture
  double end = 0;              ///< how much the unit says that the article is over: comments, most read …
  bool is_aside = false;       ///< stays or goes by its own words wherever it is: adverts, captions, bylines
  bool is_credit = false;      ///< an aside that tells who wrote it, or when
  bool is_furniture = false;   ///< its words are those of menus, buttons and lists of links
  std::string_view says = {};  ///< the strongest reason, for the report
};

/// How much of what only pages have there is: none, a few lines in a careful copy, or all around.
enum class Furniture : unsigned char { none, some, page };

struct Page {
  Furniture furniture = Furniture::none;  ///< without any, all places are `article`
  bool is_broken = false;         ///< the text is broken at a width, a program, a table: from no browser
  std::vector<Place> places;      ///< one for each unit
  std::vector<Evidence> reasons;  ///< one for each unit
  std::size_t first = 0;          ///< first unit of running text
  std::size_t last = 0;           ///< after the last unit of running text
};

Page page_of(std::string_view text, std::vector<Unit> const& units, Vocabulary const& vocabulary);

}  // namespace ms::read
