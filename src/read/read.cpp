#include "read/read.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/json.hpp"
#include "read/decode.hpp"
#include "read/markdown.hpp"
#include "read/plain.hpp"
#include "text/utf8.hpp"

namespace ms::read {

Reading read(Input input, Options const& options, base::Diagnostics& diagnostics) {
  Reading reading;
  Source& source = reading.source;
  source.path = std::move(input.path);
  source.bytes = input.bytes.size();
  source.sha256 = base::sha256_hex(input.bytes);
  source.format = input.format == Format::automatic ? guess_format(source.path, input.bytes) : input.format;
  DecodedSource decoded = decode(input.bytes, {}, diagnostics);
  source.encoding = std::move(decoded.encoding);
  reading.is_binary = looks_binary(input.bytes, source.encoding);
  source.text = std::move(decoded.decoded.utf8);
  source.to_bytes = std::move(decoded.decoded.origin);
  switch (source.format) {
    case Format::automatic:
    case Format::text: read_plain(reading, options, diagnostics); break;
    case Format::markdown: read_markdown(reading, options, diagnostics); break;
    case Format::html:
    case Format::feed:
    case Format::json:
      throw base::Failure(
          "input.format",
          fmt::format("inputs of the kind {} cannot be read yet; give plain text (--from text)",
                      name_of(source.format)),
          source.path);
  }
  return reading;
}

Place place_of(Source const& source, std::size_t offset) {
  Place place;
  std::string_view const text = source.text;
  offset = std::min(offset, text.size());
  std::size_t line_start = 0;
  for (std::size_t at = 0; at < offset; ++at) {
    bool const is_end =
        text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.size() && text[at + 1] == '\n'));
    if (!is_end) continue;
    ++place.line;
    line_start = at + 1;
  }
  for (text::CodePointAt const c : text::code_points(text.substr(line_start, offset - line_start)))
    place.column += c.length > 0;
  return place;
}

std::string edits_dump(Reading const& reading) {
  std::string out;
  for (text::Edit const& edit : reading.edits) {
    base::Json json;
    json["start"] = edit.range.start;
    json["end"] = edit.range.end;
    json["before"] = base::slice(reading.source.text, edit.range);
    json["after"] = edit.replacement;
    json["rules"] = edit.rules;
    json["class"] = name_of(edit.kind);
    json["language"] = edit.language;
    json["confidence"] = edit.confidence;
    json["evidence"] = edit.evidence;
    out += json.dump() + '\n';
  }
  return out;
}

}  // namespace ms::read
