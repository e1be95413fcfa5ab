#include "pdf/fonts.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <map>

#include "base/digest.hpp"
#include "pdf/program.hpp"
#include "pdf/stem.hpp"
#include "pdf/tounicode.hpp"

namespace ms::pdf {

namespace {

constexpr std::size_t longest_name = 100;  ///< leaves room for tag and encoding within 127 bytes

/// The commonest width is the default; the rest goes by runs of equal widths and lists (9.7.4.3).
void add_widths(Objects& objects, Dict cid_font, EmbeddedFont const& font) {
  std::vector<int> widths(1);
  std::map<int, std::size_t> times;
  for (std::uint16_t const entry : font.in_order) {
    widths.push_back(font.width_of(entry));
    ++times[widths.back()];
  }
  int commonest = 1000;
  std::size_t most = 0;
  for (auto const& [width, count] : times)
    if (count > most) most = count, commonest = width;
  if (commonest != 1000) cid_font.integer("DW", commonest);

  constexpr std::size_t worth_a_run = 4;
  auto const run_end = [&](std::size_t code) {
    std::size_t end = code + 1;
    while (end < widths.size() && widths[end] == widths[code]) ++end;
    return end;
  };
  Array table = objects.array();
  for (std::size_t code = 1; code < widths.size();) {
    std::size_t const end = run_end(code);
    if (widths[code] == commonest && end - code >= 2) {
      code = end;
    } else if (end - code >= worth_a_run) {
      table.integer(static_cast<std::int64_t>(code)).integer(static_cast<std::int64_t>(end - 1));
      table.integer(widths[code]);
      code = end;
    } else {
      Array list = objects.array();
      table.integer(static_cast<std::int64_t>(code));
      while (code < widths.size() && list.size() < Array::most) {
        std::size_t const next = run_end(code);
        if (next - code >= worth_a_run || (widths[code] == commonest && next - code >= 2)) break;
        list.integer(widths[code++]);
      }
      table.add(list);
    }
  }
  if (table.size() == 0) {
    table.integer(1).integer(1).integer(widths.size() > 1 ? widths[1] : commonest);
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

Dict font_object(Objects& objects, EmbeddedFont const& font) {
  bool const truetype = font.host->outlines() == font::Outlines::truetype;
  std::string const name = subset_name(font);
  Program const program = truetype ? truetype_program(font) : cff_program(font, name);

  Dict cid_font = objects.indirect();
  cid_font.name("Type", "Font")
      .name("Subtype", truetype ? "CIDFontType2" : "CIDFontType0")
      .name("BaseFont", name);
  Dict system = objects.dict();
  system.bytes("Registry", "Adobe").bytes("Ordering", "Identity").integer("Supplement", 0);
  cid_font.add("CIDSystemInfo", system);
  cid_font.add("FontDescriptor", descriptor(objects, font, program, name, truetype));
  if (truetype) cid_font.name("CIDToGIDMap", "Identity");
  add_widths(objects, cid_font, font);

  Dict out = objects.indirect();
  Array descendants = objects.array();
  descendants.add(cid_font);
  out.name("Type", "Font").name("Subtype", "Type0").name("Encoding", "Identity-H");
  out.name("BaseFont", truetype ? name : name + "-Identity-H").add("DescendantFonts", descendants);
  return out.add("ToUnicode", objects.stream(to_unicode(font), Filter::flate));
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

std::vector<Dict> font_objects(Objects& objects, std::vector<EmbeddedFont> const& fonts) {
  std::vector<Dict> out;
  for (EmbeddedFont const& font : fonts) out.push_back(font_object(objects, font));
  return out;
}

}  // namespace ms::pdf
