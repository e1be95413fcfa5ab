// A font with a glyph of its own for every code that is used: .notdef, the codes in order, then the glyphs
// only other glyphs refer to.
#include <algorithm>
#include <map>

#include "pdf/bytes.hpp"
#include "pdf/glyf.hpp"
#include "pdf/program.hpp"
#include "pdf/sfnt.hpp"

namespace ms::pdf {

namespace {

/// A face that gives glyphs: a host, and those whose glyphs were taken into its lines.
struct Source {
  GlyphSource glyphs;
  std::vector<std::uint32_t> placed;  ///< number in the font we make; 0: not in it yet
};

class Builder {
 public:
  explicit Builder(ProgramGlyphs const& wanted) : wanted_(wanted) { take(*wanted.host); }

  Program build() {
    glyphs_.resize(std::max<std::size_t>(wanted_.entries.size(), 1));
    origins_.resize(glyphs_.size(), ours);
    codes_ = glyphs_.size();
    // No code leads to .notdef: it need draw nothing.
    glyphs_[0].advance = sources_[0].glyphs.record(0).advance;
    place_whole_glyphs();
    make_composites();
    // Components come last; they may have components of their own.
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
      if (origins_[i] == ours) continue;
      GlyphRecord record = std::move(glyphs_[i]);
      renumber(record, [&](std::uint32_t glyph) { return number_of(origins_[i], glyph); });
      glyphs_[i] = std::move(record);
    }
    base::ensure(glyphs_.size() <= 65535, "fonts are kept from growing beyond 65,535 glyphs");
    repack(glyphs_);
    return finish();
  }

 private:
  static constexpr std::size_t ours = static_cast<std::size_t>(-1);

  std::size_t take(font::Face const& face) {
    for (std::size_t i = 0; i < sources_.size(); ++i)
      if (&sources_[i].glyphs.face() == &face) return i;
    sources_.push_back({GlyphSource(face), {}});
    sources_.back().placed.assign(sources_.back().glyphs.count(), 0);
    return sources_.size() - 1;
  }

  bool is_placed(std::size_t source, std::uint32_t glyph) const {
    return glyph < sources_[source].placed.size() && sources_[source].placed[glyph] != 0;
  }

  /// Its number in the font we make, where it is put if it is not there yet.
  std::uint32_t number_of(std::size_t source, std::uint32_t glyph) {
    // One that is not there is refused by the source.
    if (!is_placed(source, glyph)) {
      GlyphRecord record = sources_[source].glyphs.record(glyph);
      sources_[source].placed[glyph] = static_cast<std::uint32_t>(glyphs_.size());
      glyphs_.push_back(std::move(record));
      origins_.push_back(source);
    }
    return sources_[source].placed[glyph];
  }

  bool is_used(std::size_t number) const { return number != 0 && wanted_.entries[number] != nullptr; }
  static std::uint32_t advance_of(Drawing const& drawing) {
    return static_cast<std::uint32_t>(std::min(drawing.advance, 65535));
  }

  /// A code that draws one glyph as it is becomes that glyph, once, with an advance of its own; .notdef too,
  /// under its new number.
  void place_whole_glyphs() {
    for (std::size_t i = 1; i < codes_; ++i) {
      if (!is_used(i) || wanted_.entries[i]->drawing.parts.size() != 1) continue;
      Drawing const& drawing = wanted_.entries[i]->drawing;
      Part const& part = drawing.parts[0];
      if (part != Part{part.face, part.glyph}) continue;
      std::size_t const source = take(*part.face);
      if (is_placed(source, part.glyph)) continue;
      glyphs_[i] = sources_[source].glyphs.record(part.glyph);
      sources_[source].placed[part.glyph] = static_cast<std::uint32_t>(i);
      glyphs_[i].advance = advance_of(drawing);
      origins_[i] = source;
    }
  }

  void make_composites() {
    for (std::size_t i = 1; i < codes_; ++i) {
      if (origins_[i] != ours || !is_used(i)) continue;
      Drawing const& drawing = wanted_.entries[i]->drawing;
      std::vector<Component> components;
      for (Part const& part : drawing.parts) {
        std::size_t const source = take(*part.face);
        if (!is_placed(source, part.glyph) && sources_[source].glyphs.record(part.glyph).bytes.empty())
          continue;
        std::uint32_t const number = number_of(source, part.glyph);
        if (!glyphs_[number].bytes.empty())
          components.push_back({number, box_of(glyphs_[number]), part.x, part.y, part.scale});
      }
      glyphs_[i] = composite(components, advance_of(drawing));
    }
  }

  Program finish() const {
    Program program;
    bool seen = false;
    std::string glyf;
    std::vector<std::size_t> offsets;
    std::uint32_t widest = 0;
    for (GlyphRecord const& glyph : glyphs_) {
      offsets.push_back(glyf.size());
      if (!glyph.bytes.empty()) unite(program.box, seen, box_of(glyph));
      glyf += glyph.bytes;
      if (glyf.size() % 2 != 0) glyf += '\0';
      if (offsets.size() <= codes_) widest = std::max(widest, glyph.advance);
    }
    offsets.push_back(glyf.size());
    bool const wide = glyf.size() > 2 * 65535;
    std::string loca;
    for (std::size_t const offset : offsets)
      wide ? append_u32(loca, static_cast<std::uint32_t>(offset))
           : append_u16(loca, static_cast<std::uint32_t>(offset / 2));
    // No code leads to the glyphs that others are made of: they share the last advance.
    std::size_t metrics = codes_;
    while (metrics > 1 && glyphs_[metrics - 1].advance == glyphs_[metrics - 2].advance) --metrics;
    std::string hmtx;
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
      if (i < metrics) append_u16(hmtx, glyphs_[i].advance);
      append_s16(hmtx, glyphs_[i].left_bearing);
    }
    std::string head(sources_[0].glyphs.tables().head.substr(0, 54)),
        hhea(sources_[0].glyphs.tables().hhea.substr(0, 36));
    for (std::size_t at = 20; at < 36; at += 2) set_u16(head, at, 0);  // when it was made and changed
    set_u16(head, 36, static_cast<std::uint32_t>(program.box.x_min));
    set_u16(head, 38, static_cast<std::uint32_t>(program.box.y_min));
    set_u16(head, 40, static_cast<std::uint32_t>(program.box.x_max));
    set_u16(head, 42, static_cast<std::uint32_t>(program.box.y_max));
    set_u16(head, 50, wide ? 1 : 0);
    set_u16(hhea, 10, widest);
    set_u16(hhea, 34, static_cast<std::uint32_t>(metrics));
    std::map<std::string, std::string> tables = {{"glyf", glyf}, {"head", head}, {"hhea", hhea},
                                                 {"hmtx", hmtx}, {"loca", loca}, {"maxp", profile()}};
    if (wanted_.first_code != 0) tables["cmap"] = character_map();
    program.bytes = sfnt_of(std::move(tables));
    return program;
  }

  /// The codes of a symbolic font (ISO 32000-1 9.6.6.4): the (3,0) subtable has 0xF000 + code, and a single
  /// segment of format 4 leads from there.
  std::string character_map() const {
    auto const first = static_cast<std::uint32_t>(0xF000 + wanted_.first_code);
    auto const last = static_cast<std::uint32_t>(first + codes_ - 2);
    std::string out;
    for (std::uint32_t const value : {0u, 1u, 3u, 0u, 0u, 12u}) append_u16(out, value);
    for (std::uint32_t const value : {4u, 32u, 0u, 4u, 4u, 1u, 0u}) append_u16(out, value);
    for (std::uint32_t const value : {last, 0xFFFFu, 0u, first, 0xFFFFu, 1 - first, 1u, 0u, 0u})
      append_u16(out, value);
    return out;
  }

  std::string profile() const {
    Extremes const extremes = extremes_of(glyphs_);
    std::string maxp;
    append_u32(maxp, 0x00010000);
    for (std::uint32_t const value :
         {static_cast<std::uint32_t>(glyphs_.size()), extremes.points, extremes.contours,
          extremes.composite_points, extremes.composite_contours})
      append_u16(maxp, std::min(value, 65535u));
    append_u16(maxp, 1);                              // zones: no instructions, so no twilight zone
    for (int i = 0; i < 6; ++i) append_u16(maxp, 0);  // what instructions would need
    append_u16(maxp, extremes.components);
    append_u16(maxp, extremes.depth);
    return maxp;
  }

  ProgramGlyphs const& wanted_;
  std::vector<Source> sources_;
  std::vector<GlyphRecord> glyphs_;
  std::vector<std::size_t> origins_;  ///< of each glyph: the source whose numbering its components have
  std::size_t codes_ = 0;             ///< glyphs that codes lead to, and .notdef: they stand first
};

}  // namespace

void unite(Box& box, bool& seen, Box const& more) {
  if (!seen) {
    box = more;
    seen = true;
    return;
  }
  box = {std::min(box.x_min, more.x_min), std::min(box.y_min, more.y_min), std::max(box.x_max, more.x_max),
         std::max(box.y_max, more.y_max)};
}

ProgramGlyphs glyphs_by_cid(EmbeddedFont const& font) {
  ProgramGlyphs out;
  out.host = font.host;
  for (std::uint16_t const entry : font.by_cid)
    out.entries.push_back(entry == EmbeddedFont::unused ? nullptr : &font.entries[entry]);
  return out;
}

ProgramGlyphs glyphs_by_code(std::vector<EmbeddedFont const*> const& fonts) {
  ProgramGlyphs out;
  out.host = fonts.front()->host;
  out.first_code = ' ';
  for (EmbeddedFont const* font : fonts)
    for (std::size_t i = 0; i < font->entries.size(); ++i) {
      std::size_t const glyph = font->cids[i] + 1 - out.first_code;
      if (out.entries.size() <= glyph) out.entries.resize(glyph + 1, nullptr);
      if (out.entries[glyph] == nullptr) out.entries[glyph] = &font->entries[i];
    }
  return out;
}

Program truetype_program(ProgramGlyphs const& glyphs) {
  return Builder(glyphs).build();
}

}  // namespace ms::pdf
