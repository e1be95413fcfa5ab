// The door to expat. In: the source of a feed (RSS 2.0, RSS 1.0, Atom). Out: what it says of itself and of
// each of its entries, as the fields came. Always: total and linear; what stands before the first mistake in
// the XML is kept; every byte of a field knows its source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "text/origin.hpp"

namespace ms::read {

struct FeedField {
  std::string text;
  text::Origin origin;
  bool is_plain = false;  ///< text, no HTML
  bool is_empty() const { return text.find_first_not_of(" \t\r\n") == std::string::npos; }
};

struct FeedEntry {
  FeedField title, content, summary;
  std::string link, date, language, section, rights;
  std::vector<std::string> authors;
};

struct Feed {
  FeedEntry self;  ///< of the feed as a whole
  std::vector<FeedEntry> entries;
};

Feed feed_of(std::string_view source, base::Diagnostics& diagnostics);

/// What an XML declaration says, empty for nothing.
std::string declared_xml_encoding(std::string_view bytes);

}  // namespace ms::read
