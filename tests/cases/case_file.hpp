// Case files: one topic a file, many named cases, each with an input and what is expected of it.
//
//   === name of the case
//   --- options
//   language de
//   --- input
//   text, with \u{200F} for what cannot be seen and \x{E9} for a byte
//   --- edits
//   …
//
// A section is as many lines as it has; its text ends with a line feed unless the last line ends with \z.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cases {

struct Case {
  std::string name;
  /// Sections in the order of the file, as they are written there.
  std::vector<std::pair<std::string, std::string>> sections;

  std::string const* section(std::string_view name) const;
  /// What the section `input` stands for.
  std::string input() const;
  /// The values of an option, in order: "keep dash.hyphens" → {"dash.hyphens"}; a bare word → {""}.
  std::vector<std::string> options(std::string_view name) const;
  std::string option(std::string_view name, std::string otherwise = {}) const;
};

struct CaseFile {
  std::string head;  ///< comment lines before the first case
  std::vector<Case> cases;
};

CaseFile parsed(std::string_view text);
std::string printed(CaseFile const& file);

/// "\u{200F}" → the character, "\x{E9}" → the byte, "\z" at the end → no line feed.
std::string unescaped(std::string_view text);
/// What cannot be seen becomes \u{…}; line feeds stay.
std::string escaped(std::string_view text);

}  // namespace cases
