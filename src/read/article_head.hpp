// The head of an article that may begin at a place in a text. In: the text from there on. Out: its headline,
// who wrote it and when, and how these lines look. Always: only the beginning of the text is looked at, so
// that many places cost no more than the text is long.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalise/normalise.hpp"
#include "read/read.hpp"

namespace ms::read {

struct ArticleHead {
  std::string title;
  std::vector<std::string> people;
  std::string publisher, date;  ///< the day in ISO 8601
  bool has_names = false;       ///< who wrote or published it stands in a line of the head
  bool has_date_line = false;   ///< the day stands in a line of the head
  std::size_t title_start = 0;  ///< in the text; of the kicker when there is one
  std::size_t credit_end = 0;   ///< after the last line that says who and when
  std::size_t between = 0;      ///< blocks between headline and the first of those lines
  std::size_t beside_numbers = 0, beside_columns = 0;  ///< in the line of the day, beside day and names

  bool has_people() const { return has_names && !(people.empty() && publisher.empty()); }
  bool has_date() const { return has_date_line && !date.empty(); }
};

/// Nothing when what stands there is no headline with a line below it that says who or when.
std::optional<ArticleHead> article_head_of(std::string_view text, Options const& options,
                                           normalise::Selection const& selection);

/// Do two heads look as if one template had printed them?
bool look_alike(ArticleHead const& one, ArticleHead const& other);

}  // namespace ms::read
