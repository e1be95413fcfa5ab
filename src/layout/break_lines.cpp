#include "layout/break_lines.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/ensure.hpp"
#include "layout/line_cost.hpp"

namespace ms::layout {

Cost& Cost::operator+=(Cost const& other) {
  overfull += other.overfull;
  emergencies += other.emergencies;
  lines += other.lines;
  demerits += other.demerits;
  return *this;
}

namespace {

using Candidates = std::vector<Candidate>;

// Beyond so many places in one line they differ by hairs; text of nothing but zero-width breaks must not
// cost the square of its length.
constexpr std::size_t most_active = 400;

Length least_width(Candidate const& begin, Candidate const& end, Manner manner) {
  Length const natural = end.end - begin.start;
  return manner == Manner::justified ? natural - (end.end_shrink - begin.start_shrink) : natural;
}

std::vector<std::size_t> greedy_ends(Candidates const& candidates, LineWidths widths, Manner manner) {
  std::vector<std::size_t> ends;
  std::size_t const last = candidates.size() - 1;
  for (std::size_t begin = 0; begin < last;) {
    Length const width = begin == 0 ? widths.first : widths.others;
    std::size_t natural = begin, tight = begin, emergency = begin;
    std::size_t end = begin + 1;
    for (;; ++end) {
      Candidate const& candidate = candidates[end];
      bool const fits = candidate.end - candidates[begin].start <= width;
      if (candidate.kind == Candidate::Kind::emergency) {
        if (fits) emergency = end;
      } else if (fits) {
        natural = end;
      } else if (least_width(candidates[begin], candidate, manner) <= width) {
        tight = end;
      }
      if (candidate.kind == Candidate::Kind::forced) break;
      // A line that is too wide with a hyphen may fit without: look on until nothing can.
      if (candidate.start - candidates[begin].start > width + width) break;
    }
    std::size_t const chosen = natural != begin     ? natural
                               : tight != begin     ? tight
                               : emergency != begin ? emergency
                                                    : begin + 1;
    ends.push_back(chosen);
    begin = chosen;
  }
  return ends;
}

// The total fit: for each candidate and fitness of the line that ends there, the best way to it.
class TotalFit {
 public:
  TotalFit(Candidates const& candidates, LineWidths widths, Manner manner)
      : candidates_(candidates), widths_(widths), manner_(manner), nodes_(candidates.size()) {
    find_least_ends();
    nodes_[0].best[decent] = {};
    nodes_[0].reached = true;
    active_.push_back(0);
    for (std::size_t end = 1; end < candidates.size(); ++end) {
      reach(end);
      activate(end);
    }
  }

  std::vector<std::size_t> ends() const;
  bool was_cut_short() const { return cut_short_; }

 private:
  static constexpr Cost unreached{std::numeric_limits<std::int64_t>::max(), 0, 0, 0};
  struct Way {
    std::size_t begin = 0;
    Fitness fitness = decent;  ///< of the line that ends at `begin`
  };
  struct Node {
    std::array<Cost, fitness_count> best{unreached, unreached, unreached, unreached};
    std::array<Way, fitness_count> way{};
    bool reached = false;
  };

  void find_least_ends();
  void reach(std::size_t end);
  void activate(std::size_t end);
  void try_line(std::size_t begin, std::size_t end);
  bool cannot_help(std::size_t begin, std::size_t end) const;
  bool is_equivalent(Candidate const& a, Candidate const& b) const;
  Length width_from(std::size_t begin) const { return begin == 0 ? widths_.first : widths_.others; }

  Candidates const& candidates_;
  LineWidths widths_;
  Manner manner_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> active_;  // beginnings of lines that may still be filled, in order
  std::vector<Length> least_end_;    // by candidate: the least end of a line that ends there or later
  bool cut_short_ = false;
};

// Ends need not grow: a hyphen may be wider than the letter after it. The least end from here on says when no
// later line from a beginning can fit.
void TotalFit::find_least_ends() {
  least_end_.resize(candidates_.size());
  Length least;
  for (std::size_t i = candidates_.size(); i-- > 0;) {
    Length const end = least_width(Candidate{}, candidates_[i], manner_);
    bool const starts_over = i + 1 == candidates_.size() || candidates_[i].kind == Candidate::Kind::forced;
    least = starts_over ? end : std::min(least, end);
    least_end_[i] = least;
  }
}

// A line that is set ragged costs more than any other: where another way is known already, and is no dearer
// even if the next line suits it badly, there is no need to look closer. This is what makes it quick.
bool TotalFit::cannot_help(std::size_t begin, std::size_t end) const {
  if (manner_ != Manner::justified || !nodes_[end].reached) return false;
  Candidate const& from = candidates_[begin];
  Candidate const& to = candidates_[end];
  if (to.kind == Candidate::Kind::forced) return false;
  if (width_from(begin) - (to.end - from.start) <= to.end_stretch - from.start_stretch) return false;
  Cost const& known = *std::min_element(nodes_[end].best.begin(), nodes_[end].best.end());
  Cost at_least = *std::min_element(nodes_[begin].best.begin(), nodes_[begin].best.end());
  at_least.demerits += ragged_badness * ragged_badness - uneven_demerits;
  return known < at_least;
}

void TotalFit::reach(std::size_t end) {
  // A beginning from which nothing fits any more is of no use to later ends either; the newest one stays, so
  // that every end can be reached.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < active_.size(); ++i) {
    std::size_t const begin = active_[i];
    bool const is_newest = i + 1 == active_.size();
    Length const least = least_width(candidates_[begin], Candidate{}, manner_);
    bool const may_fit = least_end_[end] + least <= width_from(begin);
    if (!may_fit && !is_newest) continue;
    active_[kept++] = begin;
    bool const fits = least_width(candidates_[begin], candidates_[end], manner_) <= width_from(begin);
    if ((fits || is_newest) && !cannot_help(begin, end)) try_line(begin, end);
  }
  active_.resize(kept);
}

void TotalFit::try_line(std::size_t begin, std::size_t end) {
  Candidate const& from = candidates_[begin];
  Candidate const& to = candidates_[end];
  bool const is_last = end + 1 == candidates_.size();
  LineCost const line = line_cost(from, to, width_from(begin), manner_, is_last);
  Node const& origin = nodes_[begin];
  Node& node = nodes_[end];
  for (std::size_t before = 0; before < fitness_count; ++before) {
    if (origin.best[before] == unreached) continue;
    Cost cost = origin.best[before];
    cost += line.cost;
    if (begin != 0) cost.demerits += neighbour_demerits(from, to, static_cast<Fitness>(before), line.fitness);
    if (cost < node.best[line.fitness]) {
      node.best[line.fitness] = cost;
      node.way[line.fitness] = {begin, static_cast<Fitness>(before)};
      node.reached = true;
    }
  }
}

bool TotalFit::is_equivalent(Candidate const& a, Candidate const& b) const {
  return a.start == b.start && a.start_stretch == b.start_stretch && a.start_shrink == b.start_shrink &&
         a.runt == b.runt && a.kind == b.kind;
}

void TotalFit::activate(std::size_t end) {
  if (candidates_[end].kind == Candidate::Kind::forced) {
    active_.assign(1, end);
    return;
  }
  // Lines from here are the same lines as from an equivalent place just before: the cheaper one is enough.
  std::size_t const before = active_.back();
  if (before != 0 && is_equivalent(candidates_[before], candidates_[end])) {
    auto const& old_best = nodes_[before].best;
    auto const& new_best = nodes_[end].best;
    bool old_wins = true, new_wins = true;
    for (std::size_t i = 0; i < fitness_count; ++i) {
      old_wins = old_wins && old_best[i] <= new_best[i];
      new_wins = new_wins && new_best[i] <= old_best[i];
    }
    if (old_wins) return;
    if (new_wins) active_.pop_back();
  }
  active_.push_back(end);
  if (active_.size() > most_active) {
    active_.erase(active_.begin());
    cut_short_ = true;
  }
}

std::vector<std::size_t> TotalFit::ends() const {
  std::vector<std::size_t> out;
  std::size_t end = candidates_.size() - 1;
  auto const& best = nodes_[end].best;
  auto fitness = static_cast<std::size_t>(std::min_element(best.begin(), best.end()) - best.begin());
  while (end != 0) {
    out.push_back(end);
    Way const way = nodes_[end].way[fitness];
    end = way.begin;
    fitness = way.fitness;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

Cost cost_of(std::vector<Candidate> const& candidates, LineWidths widths, Manner manner,
             std::vector<std::size_t> const& ends) {
  Cost cost;
  std::size_t begin = 0;
  Fitness before = decent;
  for (std::size_t end : ends) {
    LineCost const line =
        line_cost(candidates[begin], candidates[end], begin == 0 ? widths.first : widths.others, manner,
                  end + 1 == candidates.size());
    cost += line.cost;
    if (begin != 0)
      cost.demerits += neighbour_demerits(candidates[begin], candidates[end], before, line.fitness);
    before = line.fitness;
    begin = end;
  }
  return cost;
}

Breaks break_lines(std::vector<Candidate> const& candidates, LineWidths widths, Manner manner,
                   Method method) {
  base::ensure(candidates.size() >= 2, "a paragraph has a start and an end");
  base::ensure(candidates.back().kind == Candidate::Kind::forced, "a paragraph's end is forced");
  Breaks out;
  if (method == Method::greedy) {
    out.ends = greedy_ends(candidates, widths, manner);
    out.cost = cost_of(candidates, widths, manner, out.ends);
    return out;
  }
  TotalFit const fit(candidates, widths, manner);
  out.ends = fit.ends();
  out.cost = cost_of(candidates, widths, manner, out.ends);
  if (fit.was_cut_short()) {
    Breaks greedy = break_lines(candidates, widths, manner, Method::greedy);
    if (greedy.cost < out.cost) return greedy;
  }
  return out;
}

}  // namespace ms::layout
