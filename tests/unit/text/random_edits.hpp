// Random texts and edits for laws: a seed in, the same values out.
#pragma once

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "text/edit.hpp"
#include "text/utf8.hpp"

namespace random_edits {

using Random = std::mt19937;

inline std::string text(Random& random, std::size_t most) {
  std::string_view const pieces[] = {"a", "b", " ", "é", "漢", "😀", "\n", "م"};
  std::string out;
  for (std::size_t i = random() % (most + 1); i > 0; --i) out += pieces[random() % std::size(pieces)];
  return out;
}

/// A valid list: touching edits, insertions, deletions, annotations and changes of nothing among them.
inline ms::text::Edits edits(Random& random, std::string_view source, char const* family) {
  std::vector<std::size_t> bounds;
  for (auto const c : ms::text::code_points(source)) bounds.push_back(c.offset);
  bounds.push_back(source.size());
  ms::text::Edits list;
  for (std::size_t at = random() % 3; at < bounds.size(); at += random() % 4) {
    std::size_t const end = std::min(at + random() % 4, bounds.size() - 1);
    ms::base::Range const range{bounds[at], bounds[end]};
    if (!list.empty() && range.is_empty() && list.back().range == range) {
      ++at;
      continue;
    }
    ms::text::Edit edit{range, text(random, 3), {}, ms::text::EditClass::normalise, {}, 1, {}};
    static std::set<std::string> names;  // they must outlive the edits
    edit.rules = {*names.insert(std::string(family) + "." + static_cast<char>('a' + random() % 5)).first};
    edit.kind = static_cast<ms::text::EditClass>(random() % 6);
    if (edit.kind == ms::text::EditClass::annotate || random() % 10 == 0)
      edit.replacement = ms::base::slice(source, range);
    list.push_back(std::move(edit));
    at = end;
    if (range.is_empty()) ++at;
  }
  return list;
}

}  // namespace random_edits
