// A CFF font of our own (Adobe Technical Note 5176), CID-keyed, one charstring a CID.
#include <algorithm>
#include <map>
#include <string_view>

#include "font/subset.hpp"
#include "pdf/bytes.hpp"
#include "pdf/charstring.hpp"
#include "pdf/program.hpp"

namespace ms::pdf {

namespace {

/// Operators of dictionaries (5176, 9 and 10, 19); two-byte ones begin with 12.
constexpr std::string_view font_box = "\5", charset = "\17", charstrings = "\21", private_dict = "\22",
                           font_matrix = "\14\7", ros = "\14\36", cid_count = "\14\42", fd_array = "\14\44",
                           fd_select = "\14\45", default_width_x = "\24";
constexpr std::int32_t standard_strings = 391;  // the first of ours (5176, appendix A)

std::string index_of(std::vector<std::string> const& items) {
  std::string out;
  append_u16(out, static_cast<std::uint32_t>(items.size()));
  if (items.empty()) return out;
  std::size_t total = 1;
  for (std::string const& item : items) total += item.size();
  int const width = total < 1u << 8 ? 1 : total < 1u << 16 ? 2 : total < 1u << 24 ? 3 : 4;
  append_u8(out, static_cast<std::uint32_t>(width));
  auto const append_offset = [&](std::size_t offset) {
    for (int i = width - 1; i >= 0; --i) append_u8(out, static_cast<std::uint32_t>(offset >> (8 * i)));
  };
  std::size_t at = 1;
  append_offset(at);
  for (std::string const& item : items) append_offset(at += item.size());
  for (std::string const& item : items) out += item;
  return out;
}

/// An integer of five bytes, so that the size of a dictionary is known before its offsets are.
void append_offset(std::string& out, std::size_t value) {
  append_u8(out, 29);
  append_u32(out, static_cast<std::uint32_t>(value));
}

/// 1/units as a real number (5176, table 5), exact to nine significant digits.
void append_reciprocal(std::string& out, int units) {
  std::int64_t digits = (2'000'000'000'000 / units + 1) / 2;  // 1/units × 10¹²
  int exponent = -12;
  while (digits % 10 == 0) digits /= 10, ++exponent;
  std::string nibbles = std::to_string(digits);
  for (char& c : nibbles) c = static_cast<char>(c - '0');
  if (exponent < 0) {
    nibbles += '\xC';  // E-
    for (char const c : std::to_string(-exponent)) nibbles += static_cast<char>(c - '0');
  }
  nibbles += '\xF';
  if (nibbles.size() % 2 != 0) nibbles += '\xF';
  append_u8(out, 30);
  for (std::size_t i = 0; i < nibbles.size(); i += 2)
    append_u8(out, static_cast<std::uint32_t>(nibbles[i] << 4 | nibbles[i + 1]));
}

struct Offsets {
  std::size_t charset = 0, fd_select = 0, charstrings = 0, fd_array = 0;
};

std::string top_dict(EmbeddedFont const& font, Box const& box, std::size_t count, Offsets const& offsets) {
  std::string out;
  append_operand(out, standard_strings);
  append_operand(out, standard_strings + 1);
  append_operand(out, 0);
  out += ros;
  if (int const units = font.host->metrics().units_per_em; units != 1000) {
    append_reciprocal(out, units);
    append_operand(out, 0);
    append_operand(out, 0);
    append_reciprocal(out, units);
    append_operand(out, 0);
    append_operand(out, 0);
    out += font_matrix;
  }
  for (std::int32_t const value : {box.x_min, box.y_min, box.x_max, box.y_max}) append_operand(out, value);
  out += font_box;
  append_offset(out, count);
  out += cid_count;
  append_offset(out, offsets.charset);
  out += charset;
  append_offset(out, offsets.fd_select);
  out += fd_select;
  append_offset(out, offsets.charstrings);
  out += charstrings;
  append_offset(out, offsets.fd_array);
  out += fd_array;
  return out;
}

std::string font_dict(std::size_t private_size, std::size_t private_offset) {
  std::string out;
  append_offset(out, private_size);
  append_offset(out, private_offset);
  out += private_dict;
  return index_of({out});
}

}  // namespace

Program cff_program(EmbeddedFont const& font, std::string_view name) {
  Program program;
  std::size_t const count = std::max<std::size_t>(font.by_cid.size(), 1);
  std::map<std::int32_t, std::size_t> widths;
  for (Entry const& entry : font.entries) ++widths[entry.drawing.advance];
  std::int32_t commonest = 0;
  std::size_t most = 0;
  for (auto const& [width, times] : widths)
    if (times > most) most = times, commonest = width;

  std::vector<std::string> strings;
  bool seen = false;
  auto const draw = [&](std::vector<Part> const& parts, std::int32_t advance) {
    Path path;
    for (Part const& part : parts)
      path.add(font::outline(*part.face, part.glyph), part.x, part.y, part.scale);
    if (!path.is_empty()) unite(program.box, seen, path.box());
    strings.push_back(path.charstring(advance, commonest));
  };
  draw({}, font.host->advance_of(0));  // no code leads to .notdef
  for (std::size_t cid = 1; cid < count; ++cid) {
    std::uint16_t const entry = font.by_cid[cid];
    if (entry == EmbeddedFont::unused)
      draw({}, commonest);
    else
      draw(font.entries[entry].drawing.parts, font.entries[entry].drawing.advance);
  }

  std::string header("\1\0\4\4", 4);
  header += index_of({std::string(name)});
  std::string const after_top = index_of({"Adobe", "Identity"}) + index_of({});  // strings, subroutines
  std::string character_set;
  append_u8(character_set, count > 1 ? 2 : 0);
  if (count > 1) {
    append_u16(character_set, 1);
    append_u16(character_set, static_cast<std::uint32_t>(count - 2));
  }
  std::string select;  // format 3: every glyph in font dictionary 0
  append_u8(select, 3);
  append_u16(select, 1);
  append_u16(select, 0);
  append_u8(select, 0);
  append_u16(select, static_cast<std::uint32_t>(count));
  std::string const drawn = index_of(strings);
  std::string widths_dict;
  append_operand(widths_dict, commonest);
  widths_dict += default_width_x;

  Offsets offsets;
  offsets.charset =
      header.size() + index_of({top_dict(font, program.box, count, {})}).size() + after_top.size();
  offsets.fd_select = offsets.charset + character_set.size();
  offsets.charstrings = offsets.fd_select + select.size();
  offsets.fd_array = offsets.charstrings + drawn.size();
  std::size_t const widths_at = offsets.fd_array + font_dict(0, 0).size();
  program.bytes = header + index_of({top_dict(font, program.box, count, offsets)}) + after_top +
                  character_set + select + drawn + font_dict(widths_dict.size(), widths_at) + widths_dict;
  return program;
}

}  // namespace ms::pdf
