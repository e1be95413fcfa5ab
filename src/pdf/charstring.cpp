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
  for (font::OutlineSegment const& segment : segments) {
    Step step;
    int points = 1;
    switch (segment.kind) {
      case font::OutlineSegment::Kind::move:
        close_contour();
        step.kind = Step::Kind::move;
        break;
      case font::OutlineSegment::Kind::line: step.kind = Step::Kind::line; break;
      case font::OutlineSegment::Kind::cubic:
        step.kind = Step::Kind::curve;
        points = 3;
        break;
    }
    for (int i = 0; i < points; ++i) {
      std::int32_t const to_x = scaled(segment.points[i].x, scale) + x;
      std::int32_t const to_y = scaled(segment.points[i].y, scale) + y;
      step.d[2 * i] = to_x - x_;
      step.d[2 * i + 1] = to_y - y_;
      x_ = to_x;
      y_ = to_y;
    }
    if (step.kind == Step::Kind::line && step.d[0] == 0 && step.d[1] == 0) continue;
    if (step.kind == Step::Kind::move) {
      start_x_ = x_;
      start_y_ = y_;
    }
    steps_.push_back(step);
  }
  close_contour();
}

/// A contour is closed by itself (5177, 4.1): a last line back to its start is not needed.
void Path::close_contour() {
  if (steps_.empty() || steps_.back().kind != Step::Kind::line || x_ != start_x_ || y_ != start_y_) return;
  x_ -= steps_.back().d[0];
  y_ -= steps_.back().d[1];
  steps_.pop_back();
}

Box Path::box() const {
  Box box;
  bool seen = false;
  std::int32_t x = 0, y = 0;
  for (Step const& step : steps_)
    for (int i = 0; i < (step.kind == Step::Kind::curve ? 6 : 2); i += 2) {
      x += step.d[i];
      y += step.d[i + 1];
      unite(box, seen, {x, y, x, y});
    }
  return box;
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
  StepWriter(steps_).write(out);
  return out + endchar;
}

}  // namespace ms::pdf
