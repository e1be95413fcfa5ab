#include "pdf/fonts.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/digest.hpp"
#include "pdf/code_space.hpp"
#include "pdf/numbers.hpp"
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

struct Embedded {
  Dict file;
  Box box;
};

Embedded embedded(Objects& objects, Program const& program, bool truetype) {
  Dict file = objects.stream(program.bytes, Filter::flate);
  if (truetype)
    file.integer("Length1", static_cast<std::int64_t>(program.bytes.size()));
  else
    file.name("Subtype", "CIDFontType0C");
  return {file, program.box};
}

Dict descriptor(Objects& objects, EmbeddedFont const& font, Embedded const& program,
                std::string const& name) {
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
  bool const truetype = font.host->outlines() == font::Outlines::truetype;
  return out.add(truetype ? "FontFile2" : "FontFile3", program.file);
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

/// The table whose CMap serves this one as well, and most others: the first of those with the widest code
/// space.
std::size_t widest_for(std::vector<CodeTable> const& tables, std::size_t table) {
  std::size_t out = table;
  auto const holds = [&](std::size_t a, std::size_t b) { return tables[a].space.holds(tables[b].space); };
  for (std::size_t i = 0; i < tables.size(); ++i)
    if (!tables[i].simple && holds(i, table) && !holds(out, i)) out = i;
  for (std::size_t i = 0; i < out; ++i)
    if (!tables[i].simple && holds(i, out) && holds(out, i)) out = i;
  return out;
}

/// A font with CIDs (9.7).
Dict composite_font(Objects& objects, EmbeddedFont const& font, Dict encoding, Dict to_unicode) {
  bool const truetype = font.host->outlines() == font::Outlines::truetype;
  std::string const name = subset_name(font);
  Program const program = truetype ? truetype_program(glyphs_by_cid(font)) : cff_program(font, name);

  Dict cid_font = objects.dict();
  cid_font.name("Type", "Font")
      .name("Subtype", truetype ? "CIDFontType2" : "CIDFontType0")
      .name("BaseFont", name);
  cid_font.add("CIDSystemInfo", system_info(objects));
  cid_font.add("FontDescriptor", descriptor(objects, font, embedded(objects, program, truetype), name));
  if (truetype) cid_font.name("CIDToGIDMap", "Identity");
  add_widths(objects, cid_font, font);

  Dict out = objects.indirect();
  Array descendants = objects.array();
  descendants.add(cid_font);
  out.name("Type", "Font").name("Subtype", "Type0").add("Encoding", encoding);
  out.name("BaseFont", truetype ? name : name + "-Identity-H").add("DescendantFonts", descendants);
  return out.add("ToUnicode", to_unicode);
}

/// A simple font (9.6.3); what none of its codes stands for is as wide as nothing.
Dict simple_font(Objects& objects, EmbeddedFont const& font, Embedded const& program, Dict to_unicode) {
  std::string const name = subset_name(font);
  std::size_t first = 0;
  while (font.by_cid[first] == EmbeddedFont::unused) ++first;
  Array widths = objects.array();
  for (std::size_t code = first; code < font.by_cid.size(); ++code)
    widths.integer(font.by_cid[code] == EmbeddedFont::unused ? 0 : font.width_of(font.by_cid[code]));
  Dict out = objects.indirect();
  out.name("Type", "Font").name("Subtype", "TrueType").name("BaseFont", name);
  out.add("FontDescriptor", descriptor(objects, font, program, name));
  out.integer("FirstChar", static_cast<std::int64_t>(first));
  out.integer("LastChar", static_cast<std::int64_t>(font.by_cid.size() - 1)).add("Widths", widths);
  return out.add("ToUnicode", to_unicode);
}

}  // namespace

std::string subset_name(EmbeddedFont const& font) {
  std::string content = font.host->postscript_name();
  auto const add = [&](std::int64_t number) {
    append_integer(content, number);
    content += ' ';
  };
  for (Entry const& entry : font.entries) {
    for (Part const& part : entry.drawing.parts) {
      if (part.face != font.host) content += part.face->postscript_name();
      for (std::int64_t const number :
           {std::int64_t{part.glyph}, std::int64_t{part.x}, std::int64_t{part.y}, std::int64_t{part.scale}})
        add(number);
    }
    add(entry.drawing.advance);
    content += entry.text + '\n';
  }
  auto number = std::strtoull(base::md5_hex(content).substr(0, 15).c_str(), nullptr, 16);
  std::string tag;
  for (int i = 0; i < 6; ++i, number /= 26) tag += static_cast<char>('A' + number % 26);
  return tag + '+' + font.host->postscript_name().substr(0, longest_name);
}

std::vector<Dict> font_objects(Objects& objects, EmbeddedFonts const& fonts) {
  std::vector<CodeTable> const& tables = fonts.tables();
  std::map<std::size_t, Dict> encodings;  // by the table whose code space holds those of others
  std::vector<Dict> encoding_of, meaning_of;
  std::vector<Embedded> program_of(tables.size());
  for (std::size_t i = 0; i < tables.size(); ++i) {
    meaning_of.push_back(objects.stream(to_unicode(tables[i]), Filter::flate));
    if (tables[i].simple) {
      encoding_of.emplace_back();
      std::vector<EmbeddedFont const*> sharing;
      for (EmbeddedFont const& font : fonts.fonts())
        if (font.table == i) sharing.push_back(&font);
      program_of[i] = embedded(objects, truetype_program(glyphs_by_code(sharing)), true);
      continue;
    }
    std::size_t const widest = widest_for(tables, i);
    Dict& made = encodings[widest];
    if (!made) made = encoding(objects, tables[widest].space);
    encoding_of.push_back(made);
  }
  std::vector<Dict> out;
  for (EmbeddedFont const& font : fonts.fonts()) {
    std::size_t const i = font.table;
    out.push_back(tables[i].simple ? simple_font(objects, font, program_of[i], meaning_of[i])
                                   : composite_font(objects, font, encoding_of[i], meaning_of[i]));
  }
  return out;
}

}  // namespace ms::pdf
