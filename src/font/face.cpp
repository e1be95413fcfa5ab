#include "font/face.hpp"

#include <fmt/format.h>
#include <hb-ot.h>

#include <string_view>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "font/cluster.hpp"
#include "font/harfbuzz.hpp"
#include "font/sfnt.hpp"

namespace ms::font {

struct Face::Parts {
  std::string path;
  unsigned index = 0, order = 0;
  std::string postscript_name;
  Outlines outlines = Outlines::truetype;
  Metrics metrics;
  OwnedFace face;
  OwnedFont font;
};

namespace {

[[noreturn]] void refuse_damaged(std::string const& path, std::string const& what) {
  throw base::Failure("font.damaged", fmt::format("this font cannot be used: {}; install it again", what),
                      path);
}

bool is_name_char(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

std::string postscript_name_of(hb_face_t* face, std::string const& path) {
  char raw[128] = {};
  unsigned length = sizeof raw;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &length, raw);
  std::string name;
  for (char const c : std::string_view(raw))
    if (is_name_char(c)) name += c;
  if (name.empty())
    for (char const c : base::file_stem(path))
      if (is_name_char(c)) name += c;
  return name.empty() ? "Font" : name;
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
  hb_position_t value = 0;
  return hb_ot_metrics_get_position(font, tag, &value) ? value : 0;
}

/// The height of a letter, where OS/2 (before version 2) does not say.
int height_of(hb_font_t* font, char32_t c) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents{};
  bool const drawn =
      hb_font_get_nominal_glyph(font, c, &glyph) && hb_font_get_glyph_extents(font, glyph, &extents);
  return drawn ? extents.y_bearing : 0;
}

Metrics metrics_of(hb_face_t* face, hb_font_t* font) {
  Metrics metrics;
  metrics.units_per_em = static_cast<int>(hb_face_get_upem(face));
  metrics.ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  metrics.descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  metrics.x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT);
  if (metrics.x_height <= 0) metrics.x_height = height_of(font, U'x');
  metrics.cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
  if (metrics.cap_height <= 0) metrics.cap_height = height_of(font, U'H');
  Table const post(face, HB_TAG('p', 'o', 's', 't'));
  metrics.italic_angle = s16(post.bytes(), 4);
  metrics.fixed_pitch = u32(post.bytes(), 12) != 0;
  return metrics;
}

}  // namespace

std::shared_ptr<Face const> Face::open(std::string const& path, unsigned index, unsigned order) {
  OwnedBlob const file(hb_blob_create_from_file_or_fail(path.c_str()));
  if (!file) refuse_damaged(path, "it cannot be read");
  if (!has_all_tables(bytes_of(file.get()), index))
    refuse_damaged(path, "the file is not a whole OpenType font");

  auto parts = std::make_unique<Parts>();
  parts->path = path;
  parts->index = index;
  parts->order = order;
  parts->face.reset(hb_face_create(file.get(), index));
  hb_face_t* const face = parts->face.get();
  if (hb_face_get_glyph_count(face) == 0 || !Table(face, HB_TAG('c', 'm', 'a', 'p')).is_there() ||
      !Table(face, HB_TAG('h', 'e', 'a', 'd')).is_there())
    refuse_damaged(path, "it has no glyphs");
  if (!may_be_embedded(face))
    throw base::Failure("font.not-embeddable",
                        "the licence of this font does not allow it to be part of a document; remove it or "
                        "choose another font",
                        path);
  bool const has_cff = Table(face, HB_TAG('C', 'F', 'F', ' ')).is_there();
  if (!has_cff && !Table(face, HB_TAG('g', 'l', 'y', 'f')).is_there())
    refuse_damaged(path, "it has no outlines");
  parts->outlines = has_cff ? Outlines::cff : Outlines::truetype;

  parts->font.reset(hb_font_create(face));
  parts->metrics = metrics_of(face, parts->font.get());
  parts->postscript_name = postscript_name_of(face, path);
  hb_face_make_immutable(face);
  hb_font_make_immutable(parts->font.get());
  return std::shared_ptr<Face const>(new Face(std::move(parts)));
}

Face::Face(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Face::~Face() = default;

std::string const& Face::path() const {
  return parts_->path;
}
unsigned Face::index() const {
  return parts_->index;
}
std::string const& Face::postscript_name() const {
  return parts_->postscript_name;
}
Outlines Face::outlines() const {
  return parts_->outlines;
}
Metrics const& Face::metrics() const {
  return parts_->metrics;
}
unsigned Face::order() const {
  return parts_->order;
}
hb_face_t* Face::hb_face() const {
  return parts_->face.get();
}
hb_font_t* Face::hb_font() const {
  return parts_->font.get();
}

std::uint32_t Face::glyph_of(char32_t c) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(parts_->font.get(), c, &glyph) ? glyph : 0;
}

bool Face::covers(char32_t c) const {
  return glyph_of(c) != 0;
}

bool Face::covers(std::string_view cluster) const {
  return can_draw_cluster(cluster, [this](char32_t c) { return covers(c); });
}

int Face::advance_of(std::uint32_t glyph) const {
  return hb_font_get_glyph_h_advance(parts_->font.get(), glyph);
}

}  // namespace ms::font
