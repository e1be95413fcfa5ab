// Where one article ends and the next begins in a text of several that were pasted one after another. In: the
// text. Out: its stretches, each an article of its own. Always: a border needs proof, which is a new head
// (headline and who wrote it, or when) and something above it that ends an article, or a head that looks just
// like the first; headings, separators, answers, and the items of a newsletter are no proof. In doubt there
// is one stretch, the whole text: an article cut in two is worse than two that are together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"
#include "normalise/normalise.hpp"
#include "read/read.hpp"

namespace ms::read {

/// The rule that parts articles, and takes away what stands between them.
constexpr std::string_view split_rule = "article.split";

struct Stretch {
  base::Range range;      ///< whole lines
  base::Range separator;  ///< the line between this article and the one before; may be empty
  std::string evidence;   ///< why an article begins here; empty for the first
  double confidence = 1;
};

/// Never empty. What is in no stretch is blank or a separator.
std::vector<Stretch> stretches_of(std::string_view text, Options const& options,
                                  normalise::Selection const& selection);

}  // namespace ms::read
