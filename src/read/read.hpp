// Front header of read/. In: the bytes of one input as people have it. Out: its articles (a feed has
// several), and every change that was made to the source, as edits. Always: for plain text and Markdown the
// edits applied to the decoded source give `text` byte for byte, and backwards the source (docs/edits.md).
// Total: any bytes at all make a document, perhaps an empty one; only the world can fail.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/sink.hpp"
#include "doc/document.hpp"
#include "text/edit.hpp"

namespace ms::read {

enum class Format { automatic, text, html, markdown, feed, json, pandoc };

struct Input {
  std::string path;  ///< for messages and for guessing the format; "-" for standard input
  std::string bytes;
  Format format = Format::automatic;
};

struct Options {
  std::optional<std::string> language;  ///< BCP 47, canonical
  std::optional<text::Direction> direction;
  std::optional<std::string> title, author, date, source;
  bool raw = false;                     ///< no rule but decoding and paragraphs
  std::vector<std::string> keep, drop;  ///< rule names: switched on (keep), switched off (drop)
};

/// What was read and how, before any change.
struct Source {
  std::string path, sha256;
  Format format = Format::text;
  std::string encoding = "UTF-8";  ///< WHATWG name
  std::size_t bytes = 0;
  std::string text;       ///< decoded: UTF-8, the byte order mark kept as U+FEFF
  text::Origin to_bytes;  ///< decoded text → bytes of the file
};

struct Reading {
  Source source;
  /// The articles in their order, one in most inputs; never empty.
  std::vector<doc::Document> documents = std::vector<doc::Document>(1);
  /// What a collection says of itself, such as a feed; nothing when the article is all there is.
  std::optional<doc::Metadata> collection;
  text::Edits edits;               ///< source.text → text
  std::string text;                ///< the articles as clean plain text
  double language_confidence = 0;  ///< of the first article's language, 0 to 1
  std::string language_evidence;   ///< what speaks for it
  bool is_binary = false;  ///< no text at all (magic numbers, mostly NULs and controls): convert refuses
};

Reading read(Input input, Options const& options, base::Diagnostics& diagnostics);

/// 1-based line and column (code points) of a byte of the decoded source.
struct Place {
  std::size_t line = 1, column = 1;
};

/// The places of many bytes of one source, which must live as long; each in constant time.
class Places {
 public:
  explicit Places(Source const& source);
  Place of(std::size_t offset) const;

 private:
  struct Mark {
    std::size_t offset = 0;
    Place place;
  };
  std::string_view text_;
  std::vector<Mark> marks_;  ///< sorted: one at least for each line and each so many bytes of a long one
};

std::string_view name_of(Format format);
std::optional<Format> format_named(std::string_view name);
/// By what files of these kinds have to begin with; text for all others.
Format format_by_beginning(std::string_view bytes);
/// By the ending of the path, then by the bytes; Markdown in a text by its marks.
Format guess_format(std::string_view path, std::string_view bytes);

/// One line of JSON for each edit, as the contract of `--to edits` has it.
void edits_dump(Reading const& reading, base::Sink const& sink);

}  // namespace ms::read
