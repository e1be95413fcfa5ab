#include "pdf/fonts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/digest.hpp"
#include "pdf/code_space.hpp"
#include "pdf/program.hpp"
#include "pdf/stem.hpp"
#include "pdf/tounicode.hpp"

namespace ms::pdf {

namespace {

constexpr std::size_t longest_name = 100;  ///< leaves room for tag and encoding within 127 bytes

/// The commonest width is the default; the rest goes by runs of equal widths and lists (9.7.4.3). What no
/// code stands for may have any width.
void add_widths(Objects& objects, Dict cid_font, EmbeddedFont const& font) {
  constexpr int any = -1;
  std::vector<int> widths;
  std::map<int, std::size_t> times;
  for (std::uint16_t const entry : font.by_cid) {
    widths.push_back(entry == EmbeddedFont::unused ? any : font.width_of(entry));
    if (widths.back() != any) ++times[widths.back()];
  }
  int commonest = 1000;
  std::size_t most = 0;
  for (auto const& [width, count] : times)
    if (count > most) most = count, commonest = width;
  if (commonest != 1000) cid_font.integer("DW", commonest);

  constexpr std::size_t worth_a_run = 4, worth_a_gap = 3;
  auto const run_end = [&](std::size_t cid) {
    std::size_t end = cid + 1;
    while (end < widths.size() && widths[end] == widths[cid]) ++end;
    return end;
  };
  auto const needs_nothing = [&](int width) { return width == any || width == commonest; };
  auto const gap_end = [&](std::size_t cid) {
    while (cid < widths.size() && needs_nothing(widths[cid])) ++cid;
    return cid;
  };
  std::size_t const first = gap_end(1);
  if (first >= widths.size()) return;  // an array nobody takes would stay behind in libharu
  Array table = objects.array();
  for (std::size_t cid = first; cid < widths.size(); cid = gap_end(cid)) {
    std::size_t const end = run_end(cid);
    if (end - cid >= worth_a_run) {
      table.integer(static_cast<std::int64_t>(cid)).integer(static_cast<std::int64_t>(end - 1));
      table.integer(widths[cid]);
      cid = end;
      continue;
    }
    Array list = objects.array();
    table.integer(static_cast<std::int64_t>(cid));
    while (cid < widths.size() && list.size() < Array::most && run_end(cid) - cid < worth_a_run) {
      std::size_t const gap = gap_end(cid);
      if (gap == widths.size() || gap - cid >= worth_a_gap) break;
      list.integer(widths[cid] == any ? 0 : widths[cid]);
      ++cid;
    }
    table.add(list);
  }
  cid_font.add("W", table);
}

Dict descriptor(Objects& objects, EmbeddedFont const& font, Program const& program, std::string const& name,
                bool truetype) {
  font::Metrics const& metrics = font.host->metrics();
  auto const em = [&](int units) { return thousandths_of_em(units, metrics.units_per_em); };
  constexpr int fixed_pitch = 1, symbolic = 4, italic = 64;  // 9.8.2
  Dict out = objects.indirect();
  out.name("Type", "FontDescriptor").name("FontName", name);
  out.integer("Flags",
              symbolic | (metrics.fixed_pitch ? fixed_pitch : 0) | (metrics.italic_angle ? italic : 0));
  Array box = objects.array();
  box.integer(em(program.box.x_min)).integer(em(program.box.y_min));
  box.integer(em(program.box.x_max)).integer(em(program.box.y_max));
  out.add("FontBBox", box).integer("ItalicAngle", metrics.italic_angle);
  out.integer("Ascent", em(metrics.ascender)).integer("Descent", em(metrics.descender));
  out.integer("CapHeight", em(metrics.cap_height)).integer("StemV", em(stem_width(*font.host)));
  Dict file = objects.stream(program.bytes, Filter::flate);
  if (truetype)
    file.integer("Length1", static_cast<std::int64_t>(program.bytes.size()));
  else
    file.name("Subtype", "CIDFontType0C");
  return out.add(truetype ? "FontFile2" : "FontFile3", file);
}

Dict system_info(Objects& objects) {
  Dict system = objects.dict();
  return system.bytes("Registry", "Adobe").bytes("Ordering", "Identity").integer("Supplement", 0);
}

Dict encoding(Objects& objects, CodeSpace const& space) {
  std::string const name = "MS-" + std::to_string(space.long_ranges());
  Dict out = objects.stream(space.cmap(name), Filter::flate);
  return out.name("Type", "CMap").name("CMapName", name).add("CIDSystemInfo", system_info(objects));
}

Dict font_object(Objects& objects, EmbeddedFont const& font, Dict encoding, Dict to_unicode) {
  bool const truetype = font.host->outlines() == font::Outlines::truetype;
  std::string const name = subset_name(font);
  Program const program = truetype ? truetype_program(glyphs_by_cid(font)) : cff_program(font, name);

  Dict cid_font = objects.dict();
  cid_font.name("Type", "Font")
      .name("Subtype", truetype ? "CIDFontType2" : "CIDFontType0")
      .name("BaseFont", name);
  cid_font.add("CIDSystemInfo", system_info(objects));
  cid_font.add("FontDescriptor", descriptor(objects, font, program, name, truetype));
  if (truetype) cid_font.name("CIDToGIDMap", "Identity");
  add_widths(objects, cid_font, font);

  Dict out = objects.indirect();
  Array descendants = objects.array();
  descendants.add(cid_font);
  out.name("Type", "Font").name("Subtype", "Type0").add("Encoding", encoding);
  out.name("BaseFont", truetype ? name : name + "-Identity-H").add("DescendantFonts", descendants);
  return out.add("ToUnicode", to_unicode);
}

}  // namespace

std::string subset_name(EmbeddedFont const& font) {
  std::string content = font.host->postscript_name();
  for (Entry const& entry : font.entries) {
    for (Part const& part : entry.drawing.parts)
      content += fmt::format("{} {} {} {} {};", part.face->postscript_name(), part.glyph, part.x, part.y,
                             part.scale);
    content += fmt::format("{} {}\n", entry.drawing.advance, entry.text);
  }
  auto number = std::strtoull(base::sha256_hex(content).substr(0, 15).c_str(), nullptr, 16);
  std::string tag;
  for (int i = 0; i < 6; ++i, number /= 26) tag += static_cast<char>('A' + number % 26);
  return tag + '+' + font.host->postscript_name().substr(0, longest_name);
}

std::vector<Dict> font_objects(Objects& objects, EmbeddedFonts const& fonts) {
  std::vector<CodeTable> const& tables = fonts.tables();
  std::map<std::size_t, Dict> encodings;  // by the table whose code space holds those of others
  std::vector<Dict> encoding_of, meaning_of;
  for (CodeTable const& table : tables) {
    std::size_t widest = encoding_of.size();
    for (std::size_t i = 0; i < tables.size(); ++i)
      if (tables[i].space.holds(table.space) && !tables[widest].space.holds(tables[i].space)) widest = i;
    for (std::size_t i = 0; i < widest; ++i)
      if (tables[i].space.holds(tables[widest].space) && tables[widest].space.holds(tables[i].space))
        widest = i;
    Dict& made = encodings[widest];
    if (!made) made = encoding(objects, tables[widest].space);
    encoding_of.push_back(made);
    meaning_of.push_back(objects.stream(to_unicode(table), Filter::flate));
  }
  std::vector<Dict> out;
  for (EmbeddedFont const& font : fonts.fonts())
    out.push_back(font_object(objects, font, encoding_of[font.table], meaning_of[font.table]));
  return out;
}

}  // namespace ms::pdf
