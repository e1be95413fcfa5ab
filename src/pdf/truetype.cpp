// A subset font with a glyph of its own for every CID that is used: .notdef, the CIDs in order, then the
// glyphs only other glyphs refer to.
#include <algorithm>
#include <set>

#include "base/failure.hpp"
#include "font/subset.hpp"
#include "pdf/bytes.hpp"
#include "pdf/glyf.hpp"
#include "pdf/program.hpp"
#include "pdf/sfnt.hpp"

namespace ms::pdf {

namespace {

/// A face that gives glyphs: the host, and those whose glyphs were taken into its lines.
struct Source {
  font::Face const* face = nullptr;
  std::set<std::uint32_t> wanted;
  font::Subset subset;
  std::vector<GlyphRecord> records;   ///< in the numbering of the subset
  std::vector<std::uint32_t> placed;  ///< number in the font we make; 0: not in it yet
};

class Builder {
 public:
  explicit Builder(EmbeddedFont const& font) : font_(font) {
    take(*font.host);
    for (Entry const& entry : font.entries)
      for (Part const& part : entry.drawing.parts) sources_[take(*part.face)].wanted.insert(part.glyph);
    for (Source& source : sources_) {
      source.subset = font::subset_truetype(*source.face, source.wanted);
      source.records = glyph_records(source.subset, *source.face);
      repack(source.records);
      source.placed.assign(source.records.size(), 0);
    }
  }

  Program build() {
    glyphs_.resize(std::max<std::size_t>(font_.by_cid.size(), 1));
    origins_.resize(glyphs_.size(), 0);
    glyphs_[0].advance = sources_[0].records[0].advance;  // no code leads to .notdef: it need draw nothing
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
    return finish();
  }

 private:
  static constexpr std::size_t ours = static_cast<std::size_t>(-1);

  std::size_t take(font::Face const& face) {
    for (std::size_t i = 0; i < sources_.size(); ++i)
      if (sources_[i].face == &face) return i;
    sources_.emplace_back().face = &face;
    return sources_.size() - 1;
  }

  std::uint32_t glyph_of(std::size_t source, Part const& part) const {
    auto const found = sources_[source].subset.new_glyph.find(part.glyph);
    base::ensure(found != sources_[source].subset.new_glyph.end(), "a subset holds what was asked for");
    return found->second;
  }

  std::uint32_t number_of(std::size_t source, std::uint32_t glyph) {
    if (sources_[source].placed.size() <= glyph)
      throw base::Failure("font.damaged",
                          "a glyph of the font refers to one that is not there; install it again",
                          sources_[source].face->path());
    std::uint32_t& placed = sources_[source].placed[glyph];
    if (placed == 0) {
      placed = static_cast<std::uint32_t>(glyphs_.size());
      glyphs_.push_back(sources_[source].records[glyph]);
      origins_.push_back(source);
    }
    return placed;
  }

  bool is_used(std::size_t cid) const { return font_.by_cid[cid] != EmbeddedFont::unused; }
  Entry const& entry_of(std::size_t cid) const { return font_.entries[font_.by_cid[cid]]; }

  /// A code that draws one glyph as it is becomes that glyph, once, with an advance of its own; .notdef too,
  /// under its new number.
  void place_whole_glyphs() {
    for (std::size_t cid = 1; cid < font_.by_cid.size(); ++cid) {
      if (!is_used(cid) || entry_of(cid).drawing.parts.size() != 1) continue;
      Drawing const& drawing = entry_of(cid).drawing;
      Part const& part = drawing.parts[0];
      std::size_t const source = take(*part.face);
      std::uint32_t const glyph = glyph_of(source, part);
      GlyphRecord const& record = sources_[source].records[glyph];
      if (part != Part{part.face, part.glyph} || sources_[source].placed[glyph] != 0) continue;
      sources_[source].placed[glyph] = static_cast<std::uint32_t>(cid);
      glyphs_[cid] = record;
      glyphs_[cid].advance = static_cast<std::uint32_t>(std::min(drawing.advance, 65535));
      origins_[cid] = source;
      whole_.insert(cid);
    }
  }

  void make_composites() {
    for (std::size_t cid = 1; cid < font_.by_cid.size(); ++cid) {
      origins_[cid] = whole_.count(cid) != 0 ? origins_[cid] : ours;
      if (whole_.count(cid) != 0 || !is_used(cid)) continue;
      Drawing const& drawing = entry_of(cid).drawing;
      std::vector<Component> components;
      for (Part const& part : drawing.parts) {
        std::size_t const source = take(*part.face);
        std::uint32_t const glyph = glyph_of(source, part);
        if (sources_[source].records[glyph].bytes.empty()) continue;
        components.push_back(
            {number_of(source, glyph), box_of(sources_[source].records[glyph]), part.x, part.y, part.scale});
      }
      glyphs_[cid] = composite(components, static_cast<std::uint32_t>(std::min(drawing.advance, 65535)));
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
      if (offsets.size() <= font_.by_cid.size()) widest = std::max(widest, glyph.advance);
    }
    offsets.push_back(glyf.size());
    bool const wide = glyf.size() > 2 * 65535;
    std::string loca;
    for (std::size_t const offset : offsets)
      wide ? append_u32(loca, static_cast<std::uint32_t>(offset))
           : append_u16(loca, static_cast<std::uint32_t>(offset / 2));
    // No code leads to the glyphs that others are made of: they share the last advance.
    std::size_t metrics = std::max<std::size_t>(font_.by_cid.size(), 1);
    while (metrics > 1 && glyphs_[metrics - 1].advance == glyphs_[metrics - 2].advance) --metrics;
    std::string hmtx;
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
      if (i < metrics) append_u16(hmtx, glyphs_[i].advance);
      append_s16(hmtx, glyphs_[i].left_bearing);
    }
    std::string head = sources_[0].subset.tables.at("head"), hhea = sources_[0].subset.tables.at("hhea");
    set_u16(head, 36, static_cast<std::uint32_t>(program.box.x_min));
    set_u16(head, 38, static_cast<std::uint32_t>(program.box.y_min));
    set_u16(head, 40, static_cast<std::uint32_t>(program.box.x_max));
    set_u16(head, 42, static_cast<std::uint32_t>(program.box.y_max));
    set_u16(head, 50, wide ? 1 : 0);
    set_u16(hhea, 10, widest);
    set_u16(hhea, 34, static_cast<std::uint32_t>(metrics));
    program.bytes = sfnt_of({{"glyf", glyf},
                             {"head", head},
                             {"hhea", hhea},
                             {"hmtx", hmtx},
                             {"loca", loca},
                             {"maxp", profile()}});
    return program;
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

  EmbeddedFont const& font_;
  std::vector<Source> sources_;
  std::vector<GlyphRecord> glyphs_;
  std::vector<std::size_t> origins_;  ///< of each glyph: the source whose numbering its components have
  std::set<std::size_t> whole_;
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

Program truetype_program(EmbeddedFont const& font) {
  return Builder(font).build();
}

}  // namespace ms::pdf
