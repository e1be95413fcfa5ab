#include "layout/break_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>
#include <string>

namespace ms::layout {
namespace {

constexpr std::int64_t em = 1024;

Length ems(double value) {
  return Length::units(static_cast<std::int64_t>(value * static_cast<double>(em)));
}

// A paragraph whose letters are one em wide: "-" marks a hyphenation point, "|" a forced end, "~" a place for
// an emergency, a space is one em that grows by half and shrinks by a third.
struct Sample {
  std::vector<Candidate> candidates{1};
  std::vector<std::string> texts{""};  ///< of the stretch before each candidate, hyphen not in it

  explicit Sample(std::string_view text) {
    Candidate sum;  // where we are: end and start at one place
    std::string stretch;
    auto const end_here = [&](Candidate::Kind kind, std::int32_t penalty) {
      Candidate candidate = sum;
      candidate.kind = kind;
      candidate.penalty = penalty;
      if (kind == Candidate::Kind::hyphen) candidate.end += ems(1);
      candidates.push_back(candidate);
      texts.push_back(stretch);
      stretch.clear();
    };
    for (char c : text) {
      if (c == '-') {
        end_here(Candidate::Kind::hyphen, 50);
      } else if (c == '~') {
        end_here(Candidate::Kind::emergency, 0);
      } else if (c == '|') {
        end_here(Candidate::Kind::forced, 0);
      } else if (c == ' ') {
        end_here(Candidate::Kind::ordinary, 0);
        stretch += ' ';
        sum.end += ems(1), sum.start = sum.end;
        sum.end_stretch += ems(0.5), sum.start_stretch = sum.end_stretch;
        sum.end_shrink += ems(1. / 3), sum.start_shrink = sum.end_shrink;
        candidates.back().start = sum.start;
        candidates.back().start_stretch = sum.start_stretch;
        candidates.back().start_shrink = sum.start_shrink;
      } else {
        stretch += c;
        sum.end += ems(1), sum.start = sum.end;
      }
    }
    end_here(Candidate::Kind::forced, 0);
  }

  // The lines with " / " between them.
  std::string lines(Breaks const& breaks) const {
    std::string out;
    std::size_t at = 1;
    for (std::size_t end : breaks.ends) {
      std::string line;
      for (; at <= end; ++at) line += texts[at];
      if (!line.empty() && line.front() == ' ') line.erase(0, 1);
      if (candidates[end].kind == Candidate::Kind::hyphen) line += '-';
      out += (end == breaks.ends.front() ? "" : " / ") + line;
    }
    return out;
  }

  std::string set(double width, Manner manner = Manner::justified, Method method = Method::optimal) const {
    return lines(break_lines(candidates, {ems(width), ems(width)}, manner, method));
  }
};

TEST_CASE("one word, one line") {
  CHECK(Sample("word").set(10) == "word");
  CHECK(Sample("").set(10) == "");
  CHECK(Sample("word").set(2) == "word");
}

TEST_CASE("a ladder of widths, ragged") {
  Sample const sample("when the last line is not a lonely word");
  CHECK(sample.set(40, Manner::ragged) == "when the last line is not a lonely word");
  CHECK(sample.set(25, Manner::ragged) == "when the last line is not / a lonely word");
  CHECK(sample.set(20, Manner::ragged) == "when the last line / is not a lonely word");
  CHECK(sample.set(14, Manner::ragged) == "when the last / line is not a / lonely word");
  CHECK(sample.set(9, Manner::ragged) == "when the / last line / is not / a lonely / word");
  CHECK(sample.set(6, Manner::ragged) == "when / the / last / line / is / not a / lonely / word");
}

TEST_CASE("the first line may be shorter than the others") {
  Sample const sample("aa bb cc dd");
  Breaks const breaks = break_lines(sample.candidates, {ems(3), ems(5)}, Manner::ragged, Method::optimal);
  CHECK(sample.lines(breaks) == "aa / bb cc / dd");
}

TEST_CASE("the total fit looks ahead where the greedy choice cannot") {
  Sample const sample("aaaa bb cccc dd eeeeeee ff");
  // First come, first served fills the first line and leaves a hole in the second.
  CHECK(sample.set(12, Manner::justified, Method::greedy) == "aaaa bb cccc / dd eeeeeee / ff");
  CHECK(sample.set(8, Manner::justified, Method::greedy) == "aaaa bb / cccc dd / eeeeeee / ff");
}

TEST_CASE("hyphens: not two in a row, none before the last line, unless it must be") {
  CHECK(Sample("a a a a a a a bbb-bbb a a a a a a cc-c a a a a a a").set(18) ==
        "a a a a a a a bbb- / bbb a a a a a a ccc / a a a a a a");
  CHECK(Sample("a a a a a a a a a a bb-bbbb a a").set(23) == "a a a a a a a a a a / bbbbbb a a");
  CHECK(Sample("aa-aa-aa-aa").set(3) == "aa- / aa- / aa- / aa");
}

TEST_CASE("a forced end is kept and its line not stretched") {
  CHECK(Sample("aa bb|cc|dd ee").set(20) == "aa bb / cc / dd ee");
  CHECK(Sample("aa bb||cc").set(20) == "aa bb /  / cc");
  Sample const sample("aa bb|cc");
  Breaks const breaks =
      break_lines(sample.candidates, {ems(50), ems(50)}, Manner::justified, Method::optimal);
  CHECK(breaks.cost.demerits < 1000);
}

TEST_CASE("an emergency is the last resort, and comes before leaving the line") {
  CHECK(Sample("aaa bbb~bbb cc").set(7) == "aaa / bbbbbb / cc");
  CHECK(Sample("aaa bbb~bbb~bb cc").set(7) == "aaa bbb / bbbbb / cc");
  Breaks const overfull =
      break_lines(Sample("aaaaaaaa").candidates, {ems(5), ems(5)}, Manner::justified, Method::optimal);
  CHECK(overfull.cost.overfull == 3 * em);
}

TEST_CASE("a runt is avoided where lines allow it") {
  Sample sample("aaaa bbb cccc ddd ee f");
  CHECK(sample.set(20, Manner::ragged) == "aaaa bbb cccc ddd ee / f");
  sample.candidates[sample.candidates.size() - 2].runt = 250;
  CHECK(sample.set(20, Manner::ragged) == "aaaa bbb cccc ddd / ee f");
}

TEST_CASE("balanced: as few lines as can be, as equal as can be, no lonely word where two can stand") {
  Sample sample("Iran and Iraq sign an agreement on security at their border");
  CHECK(sample.set(40, Manner::balanced) == "Iran and Iraq sign an agreement / on security at their border");
  CHECK(sample.set(60, Manner::balanced) == "Iran and Iraq sign an agreement on security at their border");
  Sample runt("aa bb cc ddddddddddddddddd");
  runt.candidates[runt.candidates.size() - 2].runt = 250;
  CHECK(runt.set(20, Manner::balanced) == "aa bb / cc ddddddddddddddddd");
}

TEST_CASE("gaps stay inside their limits where the words allow it") {
  // Breaking after "dd" or after "eee" leaves one line ragged; the cheaper cost is the one that has none.
  Sample const sample("aaaa bbbb cc dd eee ffff gg hhh iiii jj kkkk ll mmm");
  Breaks const breaks =
      break_lines(sample.candidates, {ems(18), ems(18)}, Manner::justified, Method::optimal);
  CHECK(breaks.cost.demerits < 1'000'000);
}

// --- laws ---

struct Random {
  std::mt19937 engine;
  std::int64_t number(std::int64_t from, std::int64_t to) {
    return std::uniform_int_distribution<std::int64_t>(from, to)(engine);
  }
};

std::vector<Candidate> random_paragraph(Random& random, std::size_t words) {
  std::vector<Candidate> out(1);
  Candidate sum;
  for (std::size_t i = 0; i < words; ++i) {
    sum.end += Length::units(random.number(0, 8 * em));
    sum.start = sum.end;
    Candidate candidate = sum;
    candidate.penalty = static_cast<std::int32_t>(random.number(0, 3) == 0 ? random.number(0, 200) : 0);
    candidate.runt = static_cast<std::int32_t>(random.number(0, 9) == 0 ? 200 : 0);
    switch (random.number(0, 9)) {
      case 0:
        candidate.kind = Candidate::Kind::hyphen;
        candidate.end += Length::units(random.number(0, em));
        break;
      case 1: candidate.kind = Candidate::Kind::emergency; break;
      case 2:
        if (random.number(0, 3) == 0) candidate.kind = Candidate::Kind::forced;
        break;
      default:
        sum.end += Length::units(em / 4);
        sum.end_stretch += Length::units(em / 4);
        sum.end_shrink += Length::units(em / 12);
        sum.start = sum.end, sum.start_stretch = sum.end_stretch, sum.start_shrink = sum.end_shrink;
        candidate.start = sum.start, candidate.start_stretch = sum.start_stretch;
        candidate.start_shrink = sum.start_shrink;
    }
    out.push_back(candidate);
  }
  out.back().kind = Candidate::Kind::forced;
  return out;
}

// Cheapest of all choices: only for a dozen candidates.
Cost cheapest(std::vector<Candidate> const& candidates, LineWidths measure, Manner manner) {
  std::optional<Cost> best;
  std::size_t const inner = candidates.size() - 2;
  for (std::size_t choice = 0; choice < std::size_t{1} << inner; ++choice) {
    std::vector<std::size_t> ends;
    bool keeps_forced = true;
    for (std::size_t i = 0; i < inner; ++i) {
      bool const taken = (choice >> i & 1) != 0;
      if (taken) ends.push_back(i + 1);
      if (!taken && candidates[i + 1].kind == Candidate::Kind::forced) keeps_forced = false;
    }
    if (!keeps_forced) continue;
    ends.push_back(candidates.size() - 1);
    Cost const cost = cost_of(candidates, measure, manner, ends);
    if (!best || cost < *best) best = cost;
  }
  return *best;
}

TEST_CASE("law: the total fit is the cheapest of all choices, and never overfull when one of them is not") {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Random random{std::mt19937(seed)};
    auto const candidates = random_paragraph(random, static_cast<std::size_t>(random.number(1, 11)));
    LineWidths const measure{Length::units(random.number(6 * em, 20 * em)),
                             Length::units(random.number(6 * em, 20 * em))};
    for (Manner manner : {Manner::justified, Manner::ragged, Manner::balanced}) {
      Cost const least = cheapest(candidates, measure, manner);
      Breaks const breaks = break_lines(candidates, measure, manner, Method::optimal);
      CHECK((breaks.cost.overfull == 0) == (least.overfull == 0));
      if (least.overfull == 0) CHECK(breaks.cost == least);
    }
  }
}

TEST_CASE("law: ends rise, keep forced ones, and cost no more than greedy ones") {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Random random{std::mt19937(seed)};
    auto const candidates = random_paragraph(random, static_cast<std::size_t>(random.number(1, 400)));
    LineWidths const measure{Length::units(random.number(2 * em, 50 * em)),
                             Length::units(random.number(2 * em, 50 * em))};
    for (Manner manner : {Manner::justified, Manner::ragged, Manner::balanced}) {
      Breaks const optimal = break_lines(candidates, measure, manner, Method::optimal);
      Breaks const greedy = break_lines(candidates, measure, manner, Method::greedy);
      for (Breaks const* breaks : {&optimal, &greedy}) {
        CHECK(std::is_sorted(breaks->ends.begin(), breaks->ends.end()));
        CHECK(breaks->ends.back() == candidates.size() - 1);
        CHECK(breaks->cost == cost_of(candidates, measure, manner, breaks->ends));
        for (std::size_t i = 1; i < candidates.size(); ++i)
          if (candidates[i].kind == Candidate::Kind::forced)
            CHECK(std::binary_search(breaks->ends.begin(), breaks->ends.end(), i));
      }
      CHECK(optimal.cost <= greedy.cost);
    }
  }
}

// Steps of the clock are no law; a factor of eight in length may not cost a factor of sixty-four in time.
double seconds(std::vector<Candidate> const& candidates, Manner manner) {
  auto const start = std::chrono::steady_clock::now();
  Breaks const breaks = break_lines(candidates, {ems(400), ems(400)}, manner, Method::optimal);
  CHECK(breaks.ends.back() == candidates.size() - 1);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("time is linear, also where nothing has a width") {
  Random random{std::mt19937(7)};
  CHECK(seconds(random_paragraph(random, 100'000), Manner::justified) < 10);
  std::vector<Candidate> zero(100'000);
  zero.back().kind = Candidate::Kind::forced;
  CHECK(seconds(zero, Manner::justified) < 10);
  std::vector<Candidate> hairs(10'000);
  for (std::size_t i = 0; i < hairs.size(); ++i)
    hairs[i].start = hairs[i].end = Length::units(static_cast<std::int64_t>(i));
  hairs.back().kind = Candidate::Kind::forced;
  CHECK(seconds(hairs, Manner::justified) < 10);
}

}  // namespace
}  // namespace ms::layout
