#include "pdf/simple_glyph.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "pdf/bytes.hpp"

namespace ms::pdf {

namespace {

// Flags of a point (OpenType, "Simple glyph flags").
constexpr std::uint32_t on_curve = 0x01, x_short = 0x02, y_short = 0x04, repeats = 0x08, x_same = 0x10,
                        y_same = 0x20;

struct Point {
  std::int32_t x = 0, y = 0;
  bool on = false;
};

/// A sound record's points, and after which of them each contour ends.
struct Outline {
  std::vector<Point> points;
  std::vector<std::size_t> ends;
};

Outline outline_of(std::string_view record) {
  Outline out;
  std::size_t const contours = u16_at(record, 0);
  for (std::size_t i = 0; i < contours; ++i) out.ends.push_back(u16_at(record, 10 + 2 * i) + std::size_t{1});
  std::size_t const count = contours == 0 ? 0 : out.ends.back();
  std::size_t at = 10 + 2 * contours;
  at += 2 + u16_at(record, at);
  auto const byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(record[i])}; };
  std::string flags;
  flags.reserve(count);
  while (flags.size() < count) {
    char const flag = record[at++];
    std::size_t times = 1;
    if (static_cast<unsigned char>(flag) & repeats) times += byte(at++);
    flags.append(std::min(times, count - flags.size()), flag);
  }
  out.points.resize(count);
  auto const read = [&](std::int32_t Point::*coordinate, std::uint32_t is_short, std::uint32_t same) {
    std::int32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      std::uint32_t const flag = static_cast<unsigned char>(flags[i]);
      if (flag & is_short) {
        auto const step = static_cast<std::int32_t>(byte(at++));
        value += flag & same ? step : -step;
      } else if ((flag & same) == 0) {
        value += static_cast<std::int16_t>(byte(at) << 8 | byte(at + 1));
        at += 2;
      }
      out.points[i].*coordinate = value;
    }
  };
  read(&Point::x, x_short, x_same);
  read(&Point::y, y_short, y_same);
  for (std::size_t i = 0; i < count; ++i)
    out.points[i].on = (static_cast<unsigned char>(flags[i]) & on_curve) != 0;
  return out;
}

std::size_t size_of(std::int32_t step) {
  return step == 0 ? 0 : std::abs(step) < 256 ? 1 : 2;
}
std::size_t size_of(Point const& from, Point const& to) {
  return size_of(to.x - from.x) + size_of(to.y - from.y);
}

/// Which of its points the contour begins with: the step from the one before it is saved, the one from the
/// pen to it is not.
Point* best_start(Point* first, Point* end, Point const& pen) {
  Point* best = first;
  std::ptrdiff_t least = 100;
  Point const* before = end - 1;
  for (Point* point = first; point != end; before = point++) {
    if (!point->on && point != first) continue;
    std::ptrdiff_t const cost = static_cast<std::ptrdiff_t>(size_of(pen, *point)) -
                                static_cast<std::ptrdiff_t>(size_of(*before, *point));
    if (cost < least) best = point, least = cost;
  }
  return best;
}

void append_step(std::string& out, std::uint32_t& flag, std::int32_t step, std::uint32_t is_short,
                 std::uint32_t same) {
  if (step == 0) {
    flag |= same;
  } else if (std::abs(step) < 256) {
    flag |= is_short | (step > 0 ? same : 0);
    out += static_cast<char>(std::abs(step));
  } else {
    append_s16(out, step);
  }
}

}  // namespace

bool is_sound_simple(std::string_view record) {
  std::size_t const count = u16_at(record, 0), ends = 10 + 2 * count;
  if (count == 0) return true;
  if (ends + 2 > record.size()) return false;
  std::size_t points = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t const end = u16_at(record, 10 + 2 * i) + std::size_t{1};
    if (end < points) return false;
    points = end;
  }
  std::size_t at = ends + 2 + u16_at(record, ends), coordinates = 0;
  for (std::size_t seen = 0; seen < points;) {
    if (at >= record.size()) return false;
    std::uint32_t const flag = u8_at(record, at++);
    std::size_t times = 1;
    if (flag & repeats) {
      if (at >= record.size()) return false;
      times += u8_at(record, at++);
    }
    times = std::min(times, points - seen);
    auto const size = [&](std::uint32_t is_short, std::uint32_t same) -> std::size_t {
      return flag & is_short ? 1 : flag & same ? 0 : 2;
    };
    coordinates += times * (size(x_short, x_same) + size(y_short, y_same));
    seen += times;
  }
  return coordinates <= record.size() - at;
}

std::string repacked(std::string_view record) {
  if (record.empty() || s16_at(record, 0) < 0) return std::string(record);
  Outline outline = outline_of(record);
  std::string out(record.substr(0, 10 + 2 * outline.ends.size()));
  std::string flags, xs, ys;
  for (std::string* part : {&flags, &xs, &ys}) part->reserve(2 * outline.points.size());
  Point pen;
  Point* first = outline.points.data();
  for (std::size_t const end_index : outline.ends) {
    Point* const end = outline.points.data() + end_index;
    if (first == end) continue;
    std::rotate(first, best_start(first, end, pen), end);
    for (; first != end; ++first) {
      std::uint32_t flag = first->on ? on_curve : 0;
      append_step(xs, flag, first->x - pen.x, x_short, x_same);
      append_step(ys, flag, first->y - pen.y, y_short, y_same);
      flags += static_cast<char>(flag);
      pen = *first;
    }
  }
  append_u16(out, 0);
  return out + flags + xs + ys;
}

}  // namespace ms::pdf
