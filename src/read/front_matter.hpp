// What an author wrote about a text above it: "key: value" lines between "---" (YAML), "key = value" between
// "+++" (TOML), or up to three lines with "%" (title, authors, date). In: the source. Out: keys in small
// letters, values as pieces of the source. Always: only simple values are read (words, quoted strings, lists,
// folded lines); what is anything else is skipped, never guessed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/outline.hpp"

namespace ms::read {

struct FrontMatter {
  struct Value {
    std::vector<Piece> pieces;  ///< never empty
    std::string text;           ///< what they say together
  };
  struct Entry {
    std::string key;
    std::vector<Value> values;  ///< never empty
  };
  base::Range range;  ///< with the lines around it; empty when there is none
  std::vector<Entry> entries;

  Entry const* find(std::string_view key) const;
};

FrontMatter front_matter_of(std::string_view source);

}  // namespace ms::read
