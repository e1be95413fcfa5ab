#include "font/harfbuzz.hpp"
#include "font/subset.hpp"

namespace ms::font {
namespace {

using OwnedDrawing = std::unique_ptr<hb_draw_funcs_t, Destroyer<hb_draw_funcs_destroy>>;
using Outline = std::vector<OutlineSegment>;
using Kind = OutlineSegment::Kind;

int whole(float value) {
  return static_cast<int>(value < 0 ? value - 0.5F : value + 0.5F);
}

void move_to(hb_draw_funcs_t*, void* outline, hb_draw_state_t*, float x, float y, void*) noexcept {
  static_cast<Outline*>(outline)->push_back({Kind::move, {{whole(x), whole(y)}, {}, {}}});
}

void line_to(hb_draw_funcs_t*, void* outline, hb_draw_state_t*, float x, float y, void*) noexcept {
  static_cast<Outline*>(outline)->push_back({Kind::line, {{whole(x), whole(y)}, {}, {}}});
}

void cubic_to(hb_draw_funcs_t*, void* outline, hb_draw_state_t*, float x1, float y1, float x2, float y2,
              float x, float y, void*) noexcept {
  static_cast<Outline*>(outline)->push_back(
      {Kind::cubic, {{whole(x1), whole(y1)}, {whole(x2), whole(y2)}, {whole(x), whole(y)}}});
}

/// The cubic with the same curve: its control points stand two thirds of the way to the quadratic's one.
void quadratic_to(hb_draw_funcs_t* funcs, void* outline, hb_draw_state_t* state, float cx, float cy, float x,
                  float y, void* data) noexcept {
  auto const towards = [](float from, float to) { return from + (to - from) * 2 / 3; };
  cubic_to(funcs, outline, state, towards(state->current_x, cx), towards(state->current_y, cy),
           towards(x, cx), towards(y, cy), x, y, data);
}

OwnedDrawing make_drawing() {
  OwnedDrawing funcs(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(funcs.get(), move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs.get(), line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(funcs.get(), quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(funcs.get(), cubic_to, nullptr, nullptr);
  hb_draw_funcs_make_immutable(funcs.get());
  return funcs;
}

}  // namespace

std::vector<OutlineSegment> outline(Face const& face, std::uint32_t glyph) {
  static OwnedDrawing const drawing = make_drawing();
  Outline segments;
  segments.reserve(64);
  hb_font_get_glyph_shape(face.hb_font(), glyph, drawing.get(), &segments);
  return segments;
}

}  // namespace ms::font
