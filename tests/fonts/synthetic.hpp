// Fonts made for one test: a few boxes with the metrics, rules and flaws the test is about, as the bytes of
// an OpenType file. What a test says of its font is all there is in it, so expectations can be counted by
// hand.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace synthetic {

/// Glyph 0 is a box of half an em; the first glyph of the list is glyph 1.
struct Glyph {
  char32_t c = 0;  ///< 0: no character leads to it
  int advance = 500;
  int left = 50, bottom = 0, right = 450, top = 500;  ///< the box it draws; empty when left == right
};

/// Feature "init": glyph `from` becomes `to`.
struct Substitution {
  std::string feature;
  unsigned from = 0, to = 0;
};

/// Feature "liga": glyphs `first` and `second` become `to`.
struct Ligature {
  unsigned first = 0, second = 0, to = 0;
};

/// Feature "kern": `adjust` units between the two.
struct Kern {
  unsigned left = 0, right = 0;
  int adjust = 0;
};

struct Font {
  std::string family = "Synthetic";
  std::string script = "latn";
  int weight = 400;
  bool italic = false;
  unsigned embedding = 0;  ///< OS/2 fsType
  std::vector<Glyph> glyphs;
  std::vector<Substitution> substitutions;
  std::vector<Ligature> ligatures;
  std::vector<Kern> kerns;
};

namespace parts {

class Bytes {
 public:
  Bytes& u16(long value) {
    text_ += static_cast<char>(value >> 8 & 0xFF);
    text_ += static_cast<char>(value & 0xFF);
    return *this;
  }
  Bytes& u32(unsigned long value) {
    return u16(static_cast<long>(value >> 16)).u16(static_cast<long>(value & 0xFFFF));
  }
  Bytes& add(std::string const& bytes) {
    text_ += bytes;
    return *this;
  }
  std::string const& text() const { return text_; }
  std::size_t size() const { return text_.size(); }

 private:
  std::string text_;
};

inline std::string glyph_outline(Glyph const& glyph) {
  if (glyph.left == glyph.right) return "";
  Bytes box;
  box.u16(1).u16(glyph.left).u16(glyph.bottom).u16(glyph.right).u16(glyph.top);
  box.u16(3).u16(0);                // last point of the contour, no instructions
  box.add(std::string(4, '\x01'));  // four points on the curve, coordinates in words
  box.u16(glyph.left).u16(0).u16(glyph.right - glyph.left).u16(0);
  box.u16(glyph.bottom).u16(glyph.top - glyph.bottom).u16(0).u16(glyph.bottom - glyph.top);
  return box.text();
}

inline std::string coverage(std::vector<unsigned> const& glyphs) {
  Bytes table;
  table.u16(1).u16(static_cast<long>(glyphs.size()));
  for (unsigned const glyph : glyphs) table.u16(glyph);
  return table.text();
}

/// A table of offsets to parts that follow it, counted from the start of what holds them.
inline std::string with_parts(Bytes head, std::vector<std::string> const& pieces) {
  std::size_t at = head.size() + 2 * pieces.size();
  for (std::string const& piece : pieces) {
    head.u16(static_cast<long>(at));
    at += piece.size();
  }
  for (std::string const& piece : pieces) head.add(piece);
  return head.text();
}

/// Lookup of one subtable.
inline std::string lookup(int type, std::string const& subtable) {
  return with_parts(Bytes().u16(type).u16(0).u16(1), {subtable});
}

/// One script, one language system, one lookup for each feature.
inline std::string layout_table(std::string const& script,
                                std::vector<std::pair<std::string, std::string>> const& features) {
  long const count = static_cast<long>(features.size());
  Bytes system;
  system.u16(0).u16(0xFFFF).u16(count);
  for (long i = 0; i < count; ++i) system.u16(i);
  std::string const script_table = Bytes().u16(4).u16(0).add(system.text()).text();
  std::string const scripts = Bytes().u16(1).add(script).u16(8).add(script_table).text();
  Bytes feature_list;
  feature_list.u16(count);
  for (long i = 0; i < count; ++i)
    feature_list.add(features[static_cast<std::size_t>(i)].first).u16(2 + 6 * count + 6 * i);
  std::vector<std::string> lookups;
  for (long i = 0; i < count; ++i) {
    feature_list.u16(0).u16(1).u16(i);
    lookups.push_back(features[static_cast<std::size_t>(i)].second);
  }
  std::string const lookup_list = with_parts(Bytes().u16(count), lookups);
  long const first = 10, second = first + static_cast<long>(scripts.size()),
             third = second + static_cast<long>(feature_list.size());
  return Bytes()
      .u16(1)
      .u16(0)
      .u16(first)
      .u16(second)
      .u16(third)
      .add(scripts)
      .add(feature_list.text())
      .add(lookup_list)
      .text();
}

inline std::string substitution_table(Font const& font) {
  std::map<std::string, std::map<unsigned, unsigned>> singles;
  for (Substitution const& one : font.substitutions) singles[one.feature][one.from] = one.to;
  std::vector<std::pair<std::string, std::string>> features;
  for (auto const& [feature, changes] : singles) {
    std::vector<unsigned> from;
    Bytes head;
    head.u16(2).u16(static_cast<long>(6 + 2 * changes.size())).u16(static_cast<long>(changes.size()));
    for (auto const& [glyph, to] : changes) {
      from.push_back(glyph);
      head.u16(to);
    }
    features.emplace_back(feature, lookup(1, head.add(coverage(from)).text()));
  }
  for (Ligature const& one : font.ligatures) {
    std::string const ligature = Bytes().u16(one.to).u16(2).u16(one.second).text();
    std::string const set = Bytes().u16(1).u16(4).add(ligature).text();
    std::string const subtable = Bytes()
                                     .u16(1)
                                     .u16(static_cast<long>(8 + set.size()))
                                     .u16(1)
                                     .u16(8)
                                     .add(set)
                                     .add(coverage({one.first}))
                                     .text();
    features.emplace_back("liga", lookup(4, subtable));
  }
  return features.empty() ? "" : layout_table(font.script, features);
}

inline std::string position_table(Font const& font) {
  std::vector<std::pair<std::string, std::string>> features;
  for (Kern const& one : font.kerns) {
    std::string const set = Bytes().u16(1).u16(one.right).u16(one.adjust).text();
    std::string const subtable = Bytes()
                                     .u16(1)
                                     .u16(static_cast<long>(12 + set.size()))
                                     .u16(4)
                                     .u16(0)
                                     .u16(1)
                                     .u16(12)
                                     .add(set)
                                     .add(coverage({one.left}))
                                     .text();
    features.emplace_back("kern", lookup(2, subtable));
  }
  return features.empty() ? "" : layout_table(font.script, features);
}

inline std::string character_map(std::vector<Glyph> const& glyphs) {
  std::map<char32_t, unsigned> map;
  for (std::size_t i = 0; i < glyphs.size(); ++i)
    if (glyphs[i].c != 0) map[glyphs[i].c] = static_cast<unsigned>(i);
  Bytes table;
  table.u16(0).u16(1).u16(3).u16(10).u32(12);  // one map: Windows, full Unicode
  table.u16(12).u16(0).u32(16 + 12 * map.size()).u32(0).u32(map.size());
  for (auto const& [c, glyph] : map) table.u32(c).u32(c).u32(glyph);
  return table.text();
}

inline std::string names(Font const& font) {
  std::vector<std::pair<int, std::string>> const entries = {
      {1, font.family}, {2, "Regular"}, {4, font.family}, {6, font.family}};
  Bytes table, strings;
  table.u16(0).u16(static_cast<long>(entries.size())).u16(static_cast<long>(6 + 12 * entries.size()));
  for (auto const& [id, name] : entries) {
    table.u16(3)
        .u16(1)
        .u16(0x409)
        .u16(id)
        .u16(static_cast<long>(2 * name.size()))
        .u16(static_cast<long>(strings.size()));
    for (char const c : name) strings.u16(c);
  }
  return table.add(strings.text()).text();
}

}  // namespace parts

/// The bytes of a font file. 1000 units to the em.
inline std::string file(Font const& font) {
  using parts::Bytes;
  std::vector<Glyph> glyphs = {Glyph{}};
  glyphs.insert(glyphs.end(), font.glyphs.begin(), font.glyphs.end());
  long const count = static_cast<long>(glyphs.size());

  Bytes outlines, places, metrics;
  for (Glyph const& glyph : glyphs) {
    places.u32(outlines.size());
    outlines.add(parts::glyph_outline(glyph));
    metrics.u16(glyph.advance).u16(glyph.left);
  }
  places.u32(outlines.size());

  std::map<std::string, std::string> tables;
  tables["head"] = Bytes()
                       .u32(0x10000)
                       .u32(0x10000)
                       .u32(0)
                       .u32(0x5F0F3CF5)
                       .u16(0)
                       .u16(1000)
                       .u32(0)
                       .u32(0)
                       .u32(0)
                       .u32(0)
                       .u16(0)
                       .u16(-200)
                       .u16(1000)
                       .u16(800)
                       .u16(font.italic ? 2 : 0)
                       .u16(8)
                       .u16(2)
                       .u16(1)
                       .u16(0)
                       .text();
  tables["hhea"] = Bytes()
                       .u32(0x10000)
                       .u16(800)
                       .u16(-200)
                       .u16(0)
                       .u16(1000)
                       .u16(0)
                       .u16(0)
                       .u16(1000)
                       .u16(1)
                       .u16(0)
                       .u16(0)
                       .u32(0)
                       .u32(0)
                       .u16(0)
                       .u16(count)
                       .text();
  tables["maxp"] =
      Bytes().u32(0x10000).u16(count).u16(4).u16(1).u32(0).u16(1).add(std::string(16, '\0')).text();
  tables["OS/2"] = Bytes()
                       .u16(4)
                       .u16(500)
                       .u16(font.weight)
                       .u16(5)
                       .u16(font.embedding)
                       .add(std::string(52, '\0'))
                       .u16(font.italic ? 1 : 64)
                       .u16(32)
                       .u16(0xFFFF)
                       .u16(800)
                       .u16(-200)
                       .u16(0)
                       .u16(800)
                       .u16(200)
                       .u32(1)
                       .u32(0)
                       .u16(500)
                       .u16(700)
                       .u16(0)
                       .u16(32)
                       .u16(2)
                       .text();
  tables["hmtx"] = metrics.text();
  tables["cmap"] = parts::character_map(glyphs);
  tables["glyf"] = outlines.text();
  tables["loca"] = places.text();
  tables["name"] = parts::names(font);
  tables["post"] = Bytes()
                       .u32(0x30000)
                       .u32(font.italic ? 0xFFF40000 : 0)
                       .u16(-100)
                       .u16(50)
                       .add(std::string(20, '\0'))
                       .text();
  if (std::string const rules = parts::substitution_table(font); !rules.empty()) tables["GSUB"] = rules;
  if (std::string const rules = parts::position_table(font); !rules.empty()) tables["GPOS"] = rules;

  // The checksums of the table directory are left 0: nothing that reads fonts here looks at them.
  Bytes directory, body;
  directory.u32(0x10000).u16(static_cast<long>(tables.size())).u16(0).u16(0).u16(0);
  for (auto const& [tag, table] : tables) {
    directory.add(tag).u32(0).u32(12 + 16 * tables.size() + body.size()).u32(table.size());
    body.add(table).add(std::string((4 - table.size() % 4) % 4, '\0'));
  }
  return directory.text() + body.text();
}

/// A glyph for every printable ASCII character: letters `letter` wide, all else 500, the space 250.
inline std::vector<Glyph> ascii(int letter = 600) {
  std::vector<Glyph> glyphs = {{U' ', 250, 0, 0, 0, 0}};
  for (char32_t c = U'!'; c <= U'~'; ++c) {
    bool const is_letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    glyphs.push_back({c, is_letter ? letter : 500});
  }
  return glyphs;
}
/// The number of the glyph that ascii() makes for c.
inline unsigned ascii_glyph(char c) {
  return static_cast<unsigned>(c - ' ') + 1;
}

}  // namespace synthetic
