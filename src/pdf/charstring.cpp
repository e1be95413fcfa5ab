#include "pdf/charstring.hpp"

#include <algorithm>

#include "pdf/bytes.hpp"

namespace ms::pdf {

namespace {

// Operators (5177, 4.1).
constexpr char vmoveto = 4, rlineto = 5, hlineto = 6, vlineto = 7, rrcurveto = 8, endchar = 14, rmoveto = 21,
               hmoveto = 22, vvcurveto = 26, hhcurveto = 27, vhcurveto = 30, hvcurveto = 31;
constexpr std::size_t most_operands = 48;  // 5177, appendix B

std::int32_t scaled(std::int32_t value, std::int32_t scale) {
  std::int64_t const product = static_cast<std::int64_t>(value) * scale;
  return static_cast<std::int32_t>((product + (product < 0 ? -Part::unscaled : Part::unscaled) / 2) /
                                   Part::unscaled);
}

}  // namespace

void append_operand(std::string& out, std::int32_t value) {
  if (value >= -107 && value <= 107) {
    append_u8(out, static_cast<std::uint32_t>(value + 139));
  } else if (value >= 108 && value <= 1131) {
    append_u8(out, static_cast<std::uint32_t>(247 + (value - 108) / 256));
    append_u8(out, static_cast<std::uint32_t>(value - 108));
  } else if (value <= -108 && value >= -1131) {
    append_u8(out, static_cast<std::uint32_t>(251 + (-value - 108) / 256));
    append_u8(out, static_cast<std::uint32_t>(-value - 108));
  } else {
    append_u8(out, 28);
    append_s16(out, std::clamp(value, -32768, 32767));
  }
}

void Path::add(std::vector<font::OutlineSegment> const& segments, std::int32_t x, std::int32_t y,
               std::int32_t scale) {
  using Kind = font::OutlineSegment::Kind;
  Point start, pen;
  Contour contour;
  auto const close = [&] {
    if (!(pen == start)) contour.push_back({false, {{}, {}, start}});
    if (!contour.empty()) contours_.push_back(std::move(contour));
    contour.clear();
  };
  for (font::OutlineSegment const& segment : segments) {
    auto const point = [&](int i) {
      return Point{scaled(segment.points[i].x, scale) + x, scaled(segment.points[i].y, scale) + y};
    };
    if (segment.kind == Kind::move) {
      close();
      start = pen = point(0);
      continue;
    }
    bool const is_curve = segment.kind == Kind::cubic;
    Segment next{is_curve, {}};
    for (int i = 0; is_curve && i < 3; ++i) next.points[i] = point(i);
    if (!is_curve) next.points[2] = point(0);
    if (!is_curve && next.end() == pen) continue;
    pen = next.end();
    contour.push_back(next);
  }
  close();
}

Box Path::box() const {
  if (is_empty()) return {};
  Point const first = contours_.front().front().end();
  Box box{first.x, first.y, first.x, first.y};
  for (Contour const& contour : contours_)
    for (Segment const& segment : contour)
      for (int i = segment.is_curve ? 0 : 2; i < 3; ++i) {
        Point const point = segment.points[i];
        box = {std::min(box.x_min, point.x), std::min(box.y_min, point.y), std::max(box.x_max, point.x),
               std::max(box.y_max, point.y)};
      }
  return box;
}

/// The contour to go on with and its first segment: a straight one before it need not be drawn.
Path::Start Path::next_start(std::vector<bool> const& drawn, Point pen) const {
  auto const size = [](Point from, Point to) {
    std::ptrdiff_t out = 0;
    for (std::int32_t const d : {to.x - from.x, to.y - from.y})
      out += d == 0 ? 0 : d >= -107 && d <= 107 ? 1 : d >= -1131 && d <= 1131 ? 2 : 3;
    return out;
  };
  Start best;
  std::ptrdiff_t least = 100;
  for (std::size_t i = 0; i < contours_.size(); ++i) {
    if (drawn[i]) continue;
    Contour const& contour = contours_[i];
    Segment const* last = &contour.back();
    Point before = contour[contour.size() < 2 ? 0 : contour.size() - 2].end();
    for (std::size_t k = 0; k < contour.size(); ++k) {
      std::ptrdiff_t const cost = size(pen, last->end()) - (last->is_curve ? 0 : size(before, last->end()));
      if (cost < least) best = {i, k}, least = cost;
      before = last->end();
      last = &contour[k];
    }
  }
  return best;
}

std::vector<Path::Step> Path::steps() const {
  std::vector<Step> out;
  std::size_t segments = 0;
  for (Contour const& contour : contours_) segments += contour.size() + 1;
  out.reserve(segments);
  std::vector<bool> drawn(contours_.size(), false);
  Point pen;
  for (std::size_t n = 0; n < contours_.size(); ++n) {
    Start const next = next_start(drawn, pen);
    drawn[next.contour] = true;
    Contour const& contour = contours_[next.contour];
    auto const segment = [&](std::size_t i) -> Segment const& {
      return contour[(next.segment + i) % contour.size()];
    };
    Point const start = segment(contour.size() - 1).end();
    out.push_back({Step::Kind::move, {start.x - pen.x, start.y - pen.y}});
    pen = start;
    std::size_t const count = contour.size() - (segment(contour.size() - 1).is_curve ? 0 : 1);
    for (std::size_t i = 0; i < count; ++i) {
      Step step{segment(i).is_curve ? Step::Kind::curve : Step::Kind::line, {}};
      std::int32_t* d = step.d;
      for (int k = segment(i).is_curve ? 0 : 2; k < 3; ++k) {
        Point const to = segment(i).points[k];
        *d++ = to.x - pen.x;
        *d++ = to.y - pen.y;
        pen = to;
      }
      out.push_back(step);
    }
  }
  return out;
}

/// Writes steps as operators, each with as many steps as it takes.
class StepWriter {
 public:
  using Step = Path::Step;
  explicit StepWriter(std::vector<Step> const& steps) : steps_(steps) {}

  void write(std::string& out) {
    while (at_ < steps_.size()) {
      Step const& step = steps_[at_];
      switch (step.kind) {
        case Step::Kind::move: move(step); break;
        case Step::Kind::line: step.d[0] == 0 || step.d[1] == 0 ? straight_lines() : lines(); break;
        case Step::Kind::curve: curves(step); break;
      }
      for (std::int32_t const operand : operands_) append_operand(out, operand);
      out += operator_;
      operands_.clear();
    }
  }

 private:
  static bool starts_flat(Step const& s) { return s.d[1] == 0; }
  static bool starts_upright(Step const& s) { return s.d[0] == 0; }
  static bool ends_flat(Step const& s) { return s.d[5] == 0; }
  static bool ends_upright(Step const& s) { return s.d[4] == 0; }
  static bool alternates(Step const& s) {
    return (starts_flat(s) && ends_upright(s)) || (starts_upright(s) && ends_flat(s));
  }
  static bool is_simple(Step const& s) {
    return alternates(s) || (starts_flat(s) && ends_flat(s)) || (starts_upright(s) && ends_upright(s));
  }
  bool more(Step::Kind kind, std::size_t operands) const {
    return at_ < steps_.size() && steps_[at_].kind == kind && operands_.size() + operands <= most_operands;
  }
  void take(std::initializer_list<int> which) {
    for (int const i : which) operands_.push_back(steps_[at_].d[i]);
    ++at_;
  }

  void move(Step const& step) {
    operator_ = step.d[0] == 0 ? vmoveto : step.d[1] == 0 ? hmoveto : rmoveto;
    if (step.d[0] == 0)
      take({1});
    else if (step.d[1] == 0)
      take({0});
    else
      take({0, 1});
  }

  void straight_lines() {
    bool flat = steps_[at_].d[1] == 0;
    operator_ = flat ? hlineto : vlineto;
    for (; more(Step::Kind::line, 1) && steps_[at_].d[flat ? 1 : 0] == 0; flat = !flat)
      flat ? take({0}) : take({1});
  }

  void lines() {
    operator_ = rlineto;
    while (more(Step::Kind::line, 2) && steps_[at_].d[0] != 0 && steps_[at_].d[1] != 0) take({0, 1});
  }

  void curves(Step const& first) {
    if (alternates(first)) return alternating_curves(starts_flat(first) && ends_upright(first));
    if (starts_flat(first) && ends_flat(first)) {
      operator_ = hhcurveto;
      while (more(Step::Kind::curve, 4) && starts_flat(steps_[at_]) && ends_flat(steps_[at_]))
        take({0, 2, 3, 4});
    } else if (starts_upright(first) && ends_upright(first)) {
      operator_ = vvcurveto;
      while (more(Step::Kind::curve, 4) && starts_upright(steps_[at_]) && ends_upright(steps_[at_]))
        take({1, 2, 3, 5});
    } else {
      operator_ = rrcurveto;
      do take({0, 1, 2, 3, 4, 5});
      while (more(Step::Kind::curve, 6) && !is_simple(steps_[at_]));
    }
  }

  /// hvcurveto and vhcurveto: the tangents change between flat and upright; the last curve may end anywhere.
  void alternating_curves(bool flat) {
    operator_ = flat ? hvcurveto : vhcurveto;
    for (; more(Step::Kind::curve, 5); flat = !flat) {
      Step const& step = steps_[at_];
      if (flat ? !starts_flat(step) : !starts_upright(step)) return;
      bool const turns = flat ? ends_upright(step) : ends_flat(step);
      flat ? take({0, 2, 3, 5}) : take({1, 2, 3, 4});
      if (turns) continue;
      operands_.push_back(step.d[flat ? 4 : 5]);
      return;
    }
  }

  std::vector<Step> const& steps_;
  std::size_t at_ = 0;
  std::vector<std::int32_t> operands_;
  char operator_ = 0;
};

std::string Path::charstring(std::int32_t width, std::int32_t default_width) const {
  std::string out;
  if (width != default_width) append_operand(out, width);
  std::vector<Step> const all = steps();
  StepWriter(all).write(out);
  return out + endchar;
}

}  // namespace ms::pdf
