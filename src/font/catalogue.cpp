#include "font/catalogue.hpp"

#include <fmt/format.h>
#include <hb-ot.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <tuple>

#include "base/failure.hpp"
#include "font/coverage.hpp"
#include "font/face.hpp"
#include "font/harfbuzz.hpp"
#include "font/sfnt.hpp"

namespace ms::font {
namespace {

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  hb_language_t const english = hb_language_from_string("en", -1);
  unsigned length = hb_ot_name_get_utf8(face, id, english, nullptr, nullptr);
  std::string name(length + 1, '\0');
  length = static_cast<unsigned>(name.size());
  hb_ot_name_get_utf8(face, id, english, &length, name.data());
  name.resize(length);
  return name;
}

/// The flags of all lookups of a table (OpenType, LookupList): u16 values at fixed places.
bool has_lookup_that_skips_bases(std::string_view table) {
  std::size_t const list = u16(table, 8);
  if (list == 0) return false;
  for (unsigned i = 0; i < u16(table, list); ++i)
    if ((u16(table, list + u16(table, list + 2 + 2 * i) + 2) & 0x0002) != 0) return true;
  return false;
}

/// Then a word is shaped the same whatever stands on the other side of a space: no rule looks at the space,
/// and none looks past it. (Tables kern, kerx and morx are not searched, but taken to do so.)
bool has_plain_space(Face const& face) {
  std::uint32_t const space = face.glyph_of(U' ');
  hb_face_t* const hb = face.hb_face();
  if (space == 0) return false;
  for (hb_tag_t const tag :
       {HB_TAG('k', 'e', 'r', 'n'), HB_TAG('k', 'e', 'r', 'x'), HB_TAG('m', 'o', 'r', 'x')})
    if (Table(hb, tag).is_there()) return false;
  bool const is_base = hb_ot_layout_get_glyph_class(hb, space) == HB_OT_LAYOUT_GLYPH_CLASS_BASE_GLYPH;
  OwnedSet const seen(hb_set_create());
  for (hb_tag_t const table : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
    unsigned const count = hb_ot_layout_table_get_lookup_count(hb, table);
    for (unsigned lookup = 0; lookup < count; ++lookup) {
      hb_set_clear(seen.get());
      hb_ot_layout_lookup_collect_glyphs(hb, table, lookup, seen.get(), seen.get(), seen.get(), nullptr);
      if (hb_set_has(seen.get(), space)) return false;
    }
  }
  return !is_base || (!has_lookup_that_skips_bases(Table(hb, HB_TAG('G', 'S', 'U', 'B')).bytes()) &&
                      !has_lookup_that_skips_bases(Table(hb, HB_TAG('G', 'P', 'O', 'S')).bytes()));
}

bool is_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

std::optional<FaceRecord> record_of(Place const& place, Coverage& coverage) try {
  auto const face = Face::open(place.path, place.index);
  hb_face_t* const hb = face->hb_face();
  coverage = Coverage::of(hb);
  FaceRecord record{.place = place, .family = name_of(hb, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY)};
  if (record.family.empty()) record.family = name_of(hb, HB_OT_NAME_ID_FONT_FAMILY);
  Table const os2(hb, HB_TAG('O', 'S', '/', '2'));
  if (os2.is_there()) {
    record.weight = u16(os2.bytes(), 4);
    record.width = u16(os2.bytes(), 6);
    unsigned const selection = u16(os2.bytes(), 62);
    record.italic = (selection & 0x0201) != 0;  // italic, oblique
    // The bold faces of Noto Nastaliq Urdu and Noto Serif Myanmar say 400.
    if ((selection & 0x0020) != 0) record.weight = std::max(record.weight, 700);
  }
  record.fixed_pitch = face->metrics().fixed_pitch;
  record.plain_space = has_plain_space(*face);
  // The index is lines and tabs.
  if (!is_plain(record.family) || !is_plain(place.path) || coverage.blocks().empty()) return {};
  return record;
} catch (base::Failure const&) {
  return {};
}

/// The number rises whenever a record comes to say something else of the same font: indexes outlive programs.
constexpr std::string_view heading = "manyscript fonts 2\n";

template <typename Number>
bool read_number(std::string_view& line, Number& number) {
  auto const [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc() || end == line.data() + line.size() || *end != '\t') return false;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()) + 1);
  return true;
}

std::optional<FaceRecord> parse_record(std::string_view line) {
  FaceRecord record;
  unsigned flags = 0;
  bool const read = read_number(line, record.coverage) && read_number(line, record.place.index) &&
                    read_number(line, record.weight) && read_number(line, record.width) &&
                    read_number(line, flags);
  std::size_t const tab = line.find('\t');
  if (!read || tab == std::string_view::npos) return {};
  record.italic = (flags & 1) != 0;
  record.fixed_pitch = (flags & 2) != 0;
  record.plain_space = (flags & 4) != 0;
  record.family = line.substr(0, tab);
  record.place.path = line.substr(tab + 1);
  return record;
}

}  // namespace

std::vector<Place> places_in(std::string const& path) {
  OwnedBlob const file(hb_blob_create_from_file_or_fail(path.c_str()));
  std::vector<Place> places;
  unsigned const count = file ? hb_face_count(file.get()) : 0;
  for (unsigned index = 0; index < count; ++index) places.push_back({path, index});
  return places;
}

Catalogue catalogue_of(std::vector<Place> const& places) {
  Catalogue catalogue;
  std::map<std::string, std::size_t> known;
  for (Place const& place : places) {
    Coverage coverage;
    std::optional<FaceRecord> record = record_of(place, coverage);
    if (!record) continue;
    auto const [at, is_new] = known.emplace(coverage.text(), known.size());
    if (is_new) catalogue.coverages.push_back(at->first);
    record->coverage = at->second;
    catalogue.faces.push_back(std::move(*record));
  }
  auto const key = [](FaceRecord const& face) {
    return std::tie(face.family, face.italic, face.weight, face.width, face.place);
  };
  std::sort(catalogue.faces.begin(), catalogue.faces.end(),
            [&](FaceRecord const& a, FaceRecord const& b) { return key(a) < key(b); });
  return catalogue;
}

std::string text_of(Catalogue const& catalogue) {
  std::string text(heading);
  auto const out = std::back_inserter(text);
  fmt::format_to(out, "{}\t{}\t\n", catalogue.faces.size(), catalogue.coverages.size());
  for (FaceRecord const& face : catalogue.faces) {
    unsigned const flags =
        (face.italic ? 1u : 0u) | (face.fixed_pitch ? 2u : 0u) | (face.plain_space ? 4u : 0u);
    fmt::format_to(out, "{}\t{}\t{}\t{}\t{}\t{}\t{}\n", face.coverage, face.place.index, face.weight,
                   face.width, flags, face.family, face.place.path);
  }
  for (std::string const& coverage : catalogue.coverages) text += coverage + '\n';
  return text;
}

std::optional<Catalogue> parse_catalogue(std::string_view text) {
  if (!text.starts_with(heading)) return {};
  text.remove_prefix(heading.size());
  auto const next_line = [&]() -> std::optional<std::string_view> {
    std::size_t const end = text.find('\n');
    if (end == std::string_view::npos) return {};
    std::string_view const line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
  };
  Catalogue catalogue;
  std::size_t faces = 0, coverages = 0;
  std::optional<std::string_view> line = next_line();
  if (!line || !read_number(*line, faces) || !read_number(*line, coverages) || faces > text.size()) return {};
  catalogue.faces.reserve(faces);
  for (std::size_t i = 0; i < faces; ++i) {
    if (!(line = next_line())) return {};
    std::optional<FaceRecord> record = parse_record(*line);
    if (!record || record->coverage >= coverages) return {};
    catalogue.faces.push_back(std::move(*record));
  }
  for (std::size_t i = 0; i < coverages; ++i) {
    if (!(line = next_line())) return {};
    catalogue.coverages.emplace_back(*line);
  }
  if (!text.empty()) return {};
  return catalogue;
}

}  // namespace ms::font
