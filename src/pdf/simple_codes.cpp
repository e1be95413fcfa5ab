// Which fonts are simple ones, and their codes. A simple font has codes of one byte that lead to glyphs
// through the program's own character map (ISO 32000-1 9.6.6.4), and needs neither a CMap nor a descendant.
// Faces with the same units share a program and a ToUnicode as long as their codes together have one byte:
// the codes of the second face follow those of the first, but for the space, which is code 32 in both, since
// word spacing goes by it (9.3.3). A font's codes stand in the order of their texts, single characters before
// others.
#include <algorithm>
#include <optional>
#include <tuple>

#include "pdf/embedded.hpp"
#include "text/utf8.hpp"

namespace ms::pdf {

namespace {

struct Group {
  std::vector<std::size_t> fonts;
  std::size_t codes = 0;  ///< without the space
  int units_per_em = 0;
  Entry const* space = nullptr;
  font::Face const* space_face = nullptr;
};

Entry const* space_of(EmbeddedFont const& font) {
  for (Entry const& entry : font.entries)
    if (entry.text == " ") return &entry;
  return nullptr;
}

/// Drawn by two faces as the same nothing.
bool is_plain_space(Entry const& entry, font::Face const& host) {
  return is_plain(entry.drawing, host) && entry.drawing.parts[0].glyph == host.glyph_of(U' ');
}

bool holds(Group const& group, EmbeddedFont const& font, std::size_t codes) {
  if (group.units_per_em != font.host->metrics().units_per_em) return false;
  if (CodeSpace(group.codes + codes + 1).long_ranges() != 0) return false;
  Entry const* const space = space_of(font);
  if (space == nullptr || group.space == nullptr) return true;
  return space->drawing.advance == group.space->drawing.advance && is_plain_space(*space, *font.host) &&
         is_plain_space(*group.space, *group.space_face);
}

std::vector<Group> groups_of(std::vector<EmbeddedFont> const& fonts) {
  std::vector<Group> out;
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    EmbeddedFont const& font = fonts[i];
    if (font.host->outlines() != font::Outlines::truetype) continue;
    Entry const* const space = space_of(font);
    std::size_t const codes = font.entries.size() - (space != nullptr ? 1 : 0);
    if (CodeSpace(codes + 1).long_ranges() != 0) continue;
    auto group =
        std::find_if(out.begin(), out.end(), [&](Group const& it) { return holds(it, font, codes); });
    if (group == out.end()) {
      group = out.insert(out.end(), Group{});
      group->units_per_em = font.host->metrics().units_per_em;
    }
    group->fonts.push_back(i);
    group->codes += codes;
    if (group->space == nullptr && space != nullptr) group->space = space, group->space_face = font.host;
  }
  return out;
}

/// Indices of its entries.
std::vector<std::size_t> in_order(EmbeddedFont const& font) {
  std::vector<std::size_t> out(font.entries.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
  auto const key = [&](std::size_t i) {
    std::string_view const text = font.entries[i].text;
    return std::tuple(text::code_point_at(text, 0).length != text.size(), text);
  };
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return out;
}

}  // namespace

void number_simple_fonts(std::vector<EmbeddedFont>& fonts, std::vector<CodeTable>& tables) {
  for (Group const& group : groups_of(fonts)) {
    CodeTable& table = tables.emplace_back(CodeTable{CodeSpace(group.codes + 1), {}, true});
    std::size_t next = 1;
    for (std::size_t const number : group.fonts) {
      EmbeddedFont& font = fonts[number];
      font.table = tables.size() - 1;
      font.cids.resize(font.entries.size());
      Entry const* const space = space_of(font);
      for (std::size_t const i : in_order(font)) {
        std::uint16_t const cid = table.space.cid_of(&font.entries[i] == space ? 0 : next++);
        font.cids[i] = cid;
        if (font.by_cid.size() <= cid) font.by_cid.resize(std::size_t{cid} + 1, EmbeddedFont::unused);
        font.by_cid[cid] = static_cast<std::uint16_t>(i);
        if (table.texts.size() <= cid) table.texts.resize(std::size_t{cid} + 1);
        table.texts[cid] = font.entries[i].text;
      }
    }
  }
}

}  // namespace ms::pdf
