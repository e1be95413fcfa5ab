// What is known of the installed faces without opening them. In: font files, or the text of an index made
// earlier. Out: one record for each usable face, sorted, and what each covers. Always: the text of a
// catalogue reads back as the same catalogue, and a text that was cut or changed reads as nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ms::font {

/// Where a face is: a file, and its number in a collection.
struct Place {
  std::string path;
  unsigned index = 0;
  friend bool operator==(Place const&, Place const&) = default;
  friend auto operator<=>(Place const&, Place const&) = default;
};

struct FaceRecord {
  Place place;
  std::string family;
  int weight = 400;  ///< OS/2 usWeightClass
  int width = 5;     ///< OS/2 usWidthClass, 5 is normal
  bool italic = false;
  bool fixed_pitch = false;
  bool plain_space = false;  ///< does no substitution and no positioning rule know the space glyph?
  std::size_t coverage = 0;  ///< index into Catalogue::coverages
  friend bool operator==(FaceRecord const&, FaceRecord const&) = default;
};

struct Catalogue {
  std::vector<FaceRecord> faces;       ///< by family, upright before italic, weight, place
  std::vector<std::string> coverages;  ///< text form of Coverage, each once
  friend bool operator==(Catalogue const&, Catalogue const&) = default;
};

/// All faces of a file, when there is one that can be used.
std::vector<Place> places_in(std::string const& path);

/// Opens every face once. What is damaged or may not be embedded is left out: it will never be chosen.
Catalogue catalogue_of(std::vector<Place> const& places);

std::string text_of(Catalogue const& catalogue);
std::optional<Catalogue> parse_catalogue(std::string_view text);

}  // namespace ms::font
