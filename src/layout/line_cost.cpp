#include "layout/line_cost.hpp"

#include <algorithm>

namespace ms::layout {
namespace {

constexpr std::int64_t line_penalty = 10;

// 100 at the limit; `part` of `whole` in thousandths, cubed.
std::int64_t badness(Length part, Length whole) {
  std::int64_t const ratio = part.units() * 1000 / std::max<std::int64_t>(whole.units(), 1);
  return ratio * ratio * ratio / 10'000'000;
}

Fitness fitness_of_stretch(std::int64_t bad) {
  return bad <= 12 ? decent : bad <= 99 ? loose : very_loose;
}

std::int64_t squared(std::int64_t value) {
  return value * value;
}

}  // namespace

LineCost line_cost(Candidate const& begin, Candidate const& end, Length width, Manner manner, bool is_last) {
  LineCost out;
  Length const natural = std::max(end.end - begin.start, Length());
  Length const slack = width - natural;
  Length const shrink = manner == Manner::justified ? end.end_shrink - begin.start_shrink : Length();
  bool const ends_text = end.kind == Candidate::Kind::forced;
  if (slack < -shrink) out.cost.overfull = (-shrink - slack).units();
  if (end.kind == Candidate::Kind::emergency) out.cost.emergencies = 1;
  if (manner == Manner::balanced) out.cost.lines = 1;

  std::int64_t const runt = is_last ? begin.runt : 0;
  std::int64_t const penalties = squared(end.penalty) + squared(runt);
  if (manner == Manner::balanced) {
    // Slack in 1/16 pt, so that squares of many lines stay small; a lonely last word outweighs any balance.
    std::int64_t const free = std::max<std::int64_t>(slack.units() / 64, 0);
    out.cost.demerits = squared(free) + penalties * 100'000;
    return out;
  }
  std::int64_t bad = 0;
  if (slack < Length()) {
    bad = badness(std::min(-slack, shrink), shrink);
    out.fitness = bad > 12 ? tight : decent;
  } else if (ends_text) {
    bad = 0;
  } else if (manner == Manner::ragged) {
    // A sixth of the width is what an even edge may lack.
    bad = std::min<std::int64_t>(badness(slack, width / 6), 10'000);
  } else {
    Length const stretch = end.end_stretch - begin.start_stretch;
    if (slack <= stretch) {
      bad = badness(slack, stretch);
    } else {
      std::int64_t const share =
          std::min<std::int64_t>(slack.units() * 9000 / std::max<std::int64_t>(width.units(), 1), 9000);
      bad = ragged_badness + share;
    }
    out.fitness = fitness_of_stretch(bad);
  }
  out.cost.demerits = squared(line_penalty + bad) + penalties;
  return out;
}

std::int64_t neighbour_demerits(Candidate const& begin, Candidate const& end, Fitness before, Fitness now) {
  if (begin.kind == Candidate::Kind::forced) return 0;
  std::int64_t out = 0;
  if (begin.kind == Candidate::Kind::hyphen &&
      (end.kind == Candidate::Kind::hyphen || end.kind == Candidate::Kind::forced))
    out += hyphens_demerits;
  if ((before > now ? before - now : now - before) > 1) out += uneven_demerits;
  return out;
}

}  // namespace ms::layout
