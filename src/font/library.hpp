// Which face draws which text. In: the fonts that are installed (fontconfig, once; then an index of our own).
// Out: a face for script, language, family, weight and slope, and for single characters nothing else covers.
// The library is shared by all threads and does not change;
// faces open on first use under a lock and stay open.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "font/face.hpp"
#include "text/unicode.hpp"

namespace ms::font {

enum class Family { serif, sans, mono };

struct Request {
  Family family = Family::serif;
  text::Script script = {};
  std::string_view language = {};  ///< BCP 47: chooses Nastaliq for ur, region glyphs for Han
  bool bold = false;
  bool italic = false;  ///< ignored for scripts without italics
  friend bool operator==(Request const&, Request const&) = default;
};

/// How a script sits beside Latin at the same nominal size (design: look).
struct ScriptFit {
  int size_permille = 1000;     ///< × font size
  int leading_permille = 1366;  ///< least line height, × nominal font size
  bool has_italic = false;
  bool letter_spacing = false;  ///< may letters be spaced out?
};

class Library {
 public:
  /// Looks up what is installed. A font that may not be embedded counts as not installed. Throws Failure when
  /// there is no usable font at all: font.not-embeddable for the first that is there but refused, else
  /// font.none.
  explicit Library();
  /// Only these font files and what is in these folders: fontconfig and the cache are left alone.
  explicit Library(std::vector<std::string> const& fonts);
  ~Library();

  /// The preferred face; never null. Throws Failure font.damaged when its file has come to harm.
  Face const* face(Request const& request) const;
  /// A face that covers every code point of `cluster` (default ignorables aside): the preferred one, its
  /// relatives, then any installed face in a fixed order; nullptr when there is none.
  Face const* face_for(std::string_view cluster, Request const& request) const;

  static ScriptFit fit(text::Script script, std::string_view language, Family family = Family::serif);

  /// Are words of this face shaped alike whatever stands beyond the spaces around them? (No rule of the font
  /// looks at the space glyph or past it.)
  bool has_plain_space(Face const& face) const;

  struct Choice {
    text::Script script;
    std::string language;
    std::string family;  ///< what is wanted
    std::string path;    ///< what is installed, empty when nothing is
  };
  /// For `manyscript fonts`.
  std::vector<Choice> table() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace ms::font
