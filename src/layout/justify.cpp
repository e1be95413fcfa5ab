#include "layout/justify.hpp"

#include <algorithm>

namespace ms::layout {
namespace {

// Gives every gap its share of `amount` by weight; rounding is carried along, so the sum is exact.
void share(std::vector<Length> const& weights, Length amount, std::vector<Length>& out) {
  Length total, passed, given;
  for (Length weight : weights) total += weight;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    passed += weights[i];
    Length const until = amount.scaled(passed.units(), total.units());
    out[i] += until - given;
    given = until;
  }
}

Length sum(std::vector<Length> const& lengths) {
  Length total;
  for (Length length : lengths) total += length;
  return total;
}

}  // namespace

std::vector<Length> shared_out(std::vector<Spring> const& gaps, Length slack) {
  std::vector<Length> out(gaps.size()), weights(gaps.size());
  if (slack == Length()) return out;
  if (slack < Length()) {
    for (std::size_t i = 0; i < gaps.size(); ++i) weights[i] = gaps[i].shrink;
    if (sum(weights) < -slack) return {};
    share(weights, slack, out);
    return out;
  }
  for (std::uint8_t order = 0; order <= 1 && slack > Length(); ++order) {
    for (std::size_t i = 0; i < gaps.size(); ++i)
      weights[i] = gaps[i].order == order ? gaps[i].stretch : Length();
    Length const part = std::min(slack, sum(weights));
    if (part > Length()) share(weights, part, out);
    slack -= part;
  }
  return slack == Length() ? out : std::vector<Length>();
}

std::vector<Length> squeezed(std::vector<Spring> const& gaps, Length slack) {
  std::vector<Length> out(gaps.size()), weights(gaps.size());
  for (std::size_t i = 0; i < gaps.size(); ++i) weights[i] = gaps[i].shrink;
  if (sum(weights) == Length()) std::fill(weights.begin(), weights.end(), Length::units(1));
  if (!gaps.empty()) share(weights, slack, out);
  return out;
}

}  // namespace ms::layout
