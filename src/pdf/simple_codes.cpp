// Which fonts are simple ones, and their codes. A simple font has codes of one byte that lead to glyphs
// through the program's own character map (ISO 32000-1 9.6.6.4), and needs neither a CMap nor a descendant.
// Faces with the same units share a program and a ToUnicode as long as their codes together have one byte:
// the codes of the second face follow those of the first, but for the space, which is code 32 in both, since
// word spacing goes by it (9.3.3). A font's codes stand in the order of their texts, single characters before
// others.
#include <algorithm>
#include <string_view>
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

/// The bytes of numbers: every line of a content stream has some.
constexpr std::string_view frequent = "-.0123456789";

/// An entry of a font, both by index.
using Place = std::pair<std::size_t, std::size_t>;

/// All but the spaces: as many as there are frequent bytes of those that are used most, then the others; each
/// part font by font in the order of the texts, single characters before others, which keeps ToUnicode short.
std::vector<Place> in_order(std::vector<EmbeddedFont> const& fonts, Group const& group) {
  std::vector<Place> out;
  for (std::size_t const font : group.fonts) {
    Entry const* const space = space_of(fonts[font]);
    for (std::size_t i = 0; i < fonts[font].entries.size(); ++i)
      if (&fonts[font].entries[i] != space) out.emplace_back(font, i);
  }
  auto const entry_of = [&](Place const& place) -> Entry const& {
    return fonts[place.first].entries[place.second];
  };
  std::sort(out.begin(), out.end(), [&](Place const& a, Place const& b) {
    std::uint32_t const times = entry_of(a).uses, other = entry_of(b).uses;
    return times != other ? times > other : a < b;
  });
  auto const by_text = [&](Place const& a, Place const& b) {
    auto const key = [&](Place const& place) {
      std::string_view const text = entry_of(place).text;
      return std::tuple(place.first, text::code_point_at(text, 0).length != text.size(), text, place.second);
    };
    return key(a) < key(b);
  };
  auto const middle = out.begin() + static_cast<std::ptrdiff_t>(std::min(out.size(), frequent.size()));
  std::sort(out.begin(), middle, by_text);
  std::sort(middle, out.end(), by_text);
  return out;
}

/// Codes of one byte, the frequent ones first.
std::vector<std::uint16_t> codes_of(CodeSpace const& space, std::size_t count) {
  std::vector<std::uint16_t> out(frequent.begin(), frequent.end());
  for (std::size_t i = 1; out.size() < count; ++i) {
    std::uint16_t const code = space.cid_of(i);
    if (code > 0x7F || frequent.find(static_cast<char>(code)) == std::string_view::npos) out.push_back(code);
  }
  return out;
}

}  // namespace

void number_simple_fonts(std::vector<EmbeddedFont>& fonts, std::vector<CodeTable>& tables) {
  for (Group const& group : groups_of(fonts)) {
    CodeTable& table = tables.emplace_back(CodeTable{CodeSpace(group.codes + 1), {}, true});
    auto const give = [&](Place const& place, std::uint16_t code) {
      EmbeddedFont& font = fonts[place.first];
      font.cids[place.second] = code;
      if (font.by_cid.size() <= code) font.by_cid.resize(std::size_t{code} + 1, EmbeddedFont::unused);
      font.by_cid[code] = static_cast<std::uint16_t>(place.second);
      if (table.texts.size() <= code) table.texts.resize(std::size_t{code} + 1);
      table.texts[code] = font.entries[place.second].text;
    };
    for (std::size_t const number : group.fonts) {
      EmbeddedFont& font = fonts[number];
      font.table = tables.size() - 1;
      font.cids.resize(font.entries.size());
      if (Entry const* const space = space_of(font); space != nullptr)
        give({number, static_cast<std::size_t>(space - font.entries.data())}, ' ');
    }
    std::vector<Place> const order = in_order(fonts, group);
    std::vector<std::uint16_t> const codes = codes_of(table.space, order.size());
    for (std::size_t i = 0; i < order.size(); ++i) give(order[i], codes[i]);
  }
}

}  // namespace ms::pdf
