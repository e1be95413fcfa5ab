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
using Contour = std::vector<Point>;

std::vector<Contour> contours_of(std::string_view record) {
  std::size_t const count = u16_at(record, 0);
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < count; ++i) ends.push_back(u16_at(record, 10 + 2 * i));
  std::size_t const points = count == 0 ? 0 : ends.back() + 1;
  std::size_t at = 10 + 2 * count;
  at += 2 + u16_at(record, at);
  std::vector<std::uint32_t> flags;
  while (flags.size() < points) {
    std::uint32_t const flag = u8_at(record, at++);
    std::size_t times = 1;
    if (flag & repeats) times += u8_at(record, at++);
    flags.insert(flags.end(), std::min(times, points - flags.size()), flag);
  }
  auto const coordinates = [&](std::uint32_t is_short, std::uint32_t same) {
    std::vector<std::int32_t> out;
    std::int32_t value = 0;
    for (std::uint32_t const flag : flags) {
      if (flag & is_short) {
        auto const step = static_cast<std::int32_t>(u8_at(record, at++));
        value += flag & same ? step : -step;
      } else if ((flag & same) == 0) {
        value += s16_at(record, at);
        at += 2;
      }
      out.push_back(value);
    }
    return out;
  };
  std::vector<std::int32_t> const x = coordinates(x_short, x_same), y = coordinates(y_short, y_same);
  std::vector<Contour> out;
  std::size_t first = 0;
  for (std::size_t const end : ends) {
    Contour& contour = out.emplace_back();
    for (; first <= end; ++first) contour.push_back({x[first], y[first], (flags[first] & on_curve) != 0});
  }
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
std::size_t best_start(Contour const& contour, Point const& pen) {
  std::size_t best = 0;
  auto const cost = [&](std::size_t i) {
    Point const& before = contour[(i + contour.size() - 1) % contour.size()];
    return static_cast<std::ptrdiff_t>(size_of(pen, contour[i])) -
           static_cast<std::ptrdiff_t>(size_of(before, contour[i]));
  };
  for (std::size_t i = 1; i < contour.size(); ++i)
    if (contour[i].on && cost(i) < cost(best)) best = i;
  return best;
}

void append_step(std::string& out, std::uint32_t& flag, std::int32_t step, std::uint32_t is_short,
                 std::uint32_t same) {
  if (step == 0) {
    flag |= same;
  } else if (std::abs(step) < 256) {
    flag |= is_short | (step > 0 ? same : 0);
    append_u8(out, static_cast<std::uint32_t>(std::abs(step)));
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
  std::vector<Contour> contours = contours_of(record);
  std::string out(record.substr(0, 10 + 2 * contours.size()));
  std::string flags, xs, ys;
  Point pen;
  for (Contour& contour : contours) {
    if (contour.empty()) continue;
    std::size_t const start = best_start(contour, pen);
    std::rotate(contour.begin(), contour.begin() + static_cast<std::ptrdiff_t>(start), contour.end());
    for (Point const& point : contour) {
      std::uint32_t flag = point.on ? on_curve : 0;
      append_step(xs, flag, point.x - pen.x, x_short, x_same);
      append_step(ys, flag, point.y - pen.y, y_short, y_same);
      append_u8(flags, flag);
      pen = point;
    }
  }
  append_u16(out, 0);
  return out + flags + xs + ys;
}

}  // namespace ms::pdf
