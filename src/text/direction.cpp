#include "text/direction.hpp"

#include <unicode/uchar.h>

#include <cstddef>
#include <vector>

#include "text/utf8.hpp"

namespace ms::text {
namespace {

struct Count {
  std::size_t left = 0;
  std::size_t right = 0;
};

/// An embedding, override or isolate that is open, and what was counted before it.
struct Open {
  bool is_isolate = false;
  Count before;
};

std::optional<Direction> majority(Count count) {
  if (count.left == count.right) return std::nullopt;
  return count.left > count.right ? Direction::ltr : Direction::rtl;
}

/// Counts strong characters; what stands inside a closed pair of controls is taken back when the pair closes,
/// so controls that are never closed hide nothing.
class Counter {
 public:
  void take(char32_t c) {
    switch (u_charDirection(static_cast<UChar32>(c))) {
      case U_LEFT_TO_RIGHT: ++outside_.left, ++all_.left; break;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC: ++outside_.right, ++all_.right; break;
      case U_LEFT_TO_RIGHT_EMBEDDING:
      case U_RIGHT_TO_LEFT_EMBEDDING:
      case U_LEFT_TO_RIGHT_OVERRIDE:
      case U_RIGHT_TO_LEFT_OVERRIDE: open_.push_back({false, outside_}); break;
      case U_LEFT_TO_RIGHT_ISOLATE:
      case U_RIGHT_TO_LEFT_ISOLATE:
      case U_FIRST_STRONG_ISOLATE: open_.push_back({true, outside_}), ++isolates_; break;
      case U_POP_DIRECTIONAL_FORMAT:
        if (!open_.empty() && !open_.back().is_isolate) close();
        break;
      case U_POP_DIRECTIONAL_ISOLATE:
        if (isolates_ == 0) break;
        while (!open_.back().is_isolate) open_.pop_back();
        --isolates_;
        close();
        break;
      case U_BLOCK_SEPARATOR: open_.clear(), isolates_ = 0; break;
      default: break;
    }
  }
  /// Of what is outside of all pairs; when nothing is (a paragraph inside RLE … PDF), of everything.
  Count count() const { return outside_.left + outside_.right > 0 ? outside_ : all_; }

 private:
  void close() {
    outside_ = open_.back().before;
    open_.pop_back();
  }
  Count outside_, all_;
  std::vector<Open> open_;
  std::size_t isolates_ = 0;
};

}  // namespace

std::optional<Direction> majority_direction(std::string_view utf8) {
  Counter counter;
  for (CodePointAt const c : code_points(utf8)) counter.take(c.value);
  return majority(counter.count());
}

}  // namespace ms::text
