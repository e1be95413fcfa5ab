#include "read/read.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/json.hpp"
#include "normalise/normalise.hpp"
#include "read/decode.hpp"
#include "read/feed.hpp"
#include "read/feed_xml.hpp"
#include "read/from_json.hpp"
#include "read/html.hpp"
#include "read/html_page.hpp"
#include "read/markdown.hpp"
#include "read/near_duplicates.hpp"
#include "read/pandoc.hpp"
#include "read/plain.hpp"
#include "text/utf8.hpp"

namespace ms::read {

namespace {

/// A format that neither the user nor the ending of the file says.
void tell_guess(Source const& source, std::string_view bytes, base::Diagnostics& diagnostics) {
  if (source.format == Format::markdown && guess_format(source.path, {}) != Format::markdown)
    diagnostics.note("format.markdown", "the text has the marks of Markdown and is read as such", {},
                     "read it as it stands with --from text");
  else if (source.format == Format::text && format_by_beginning(bytes) == Format::html)
    diagnostics.note("format.html", "this is the source of a page and is read as text", {},
                     "read the page with --from html");
}

}  // namespace

Reading read(Input input, Options const& options, base::Diagnostics& diagnostics) {
  Reading reading;
  Source& source = reading.source;
  source.path = std::move(input.path);
  source.bytes = input.bytes.size();
  source.sha256 = base::sha256_hex(input.bytes);
  source.format = input.format == Format::automatic ? guess_format(source.path, input.bytes) : input.format;
  if (input.format == Format::automatic) tell_guess(source, input.bytes, diagnostics);
  std::string const declared = source.format == Format::html   ? html::declared_encoding(input.bytes)
                               : source.format == Format::feed ? declared_xml_encoding(input.bytes)
                                                               : std::string();
  DecodedSource decoded = decode(input.bytes, declared, diagnostics);
  source.encoding = std::move(decoded.encoding);
  reading.is_binary = looks_binary(input.bytes, source.encoding);
  source.text = std::move(decoded.decoded.utf8);
  source.to_bytes = std::move(decoded.decoded.origin);
  switch (source.format) {
    case Format::automatic:
    case Format::text: read_plain(reading, options, diagnostics); break;
    case Format::html: read_html(reading, options, diagnostics); break;
    case Format::markdown: read_markdown(reading, options, diagnostics); break;
    case Format::json: read_json(reading, options, diagnostics); break;
    case Format::pandoc: read_pandoc(reading, options, diagnostics); break;
    case Format::feed: read_feed(reading, options, diagnostics); break;
  }
  if (normalise::is_selected({options.raw, options.keep, options.drop}, duplicate_rule, true))
    report_near_duplicates(reading.documents, diagnostics);
  return reading;
}

Places::Places(Source const& source) : text_(source.text), marks_{{}} {
  constexpr std::size_t apart = 1024;
  Place here;
  for (text::CodePointAt const c : text::code_points(text_)) {
    if (c.offset - marks_.back().offset >= apart) marks_.push_back({c.offset, here});
    bool const is_end = c.value == '\n' || (c.value == '\r' && !text_.substr(c.end()).starts_with('\n'));
    ++here.column;
    if (!is_end) continue;
    here = {here.line + 1, 1};
    marks_.push_back({c.end(), here});
  }
}

Place Places::of(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  Mark const& mark = *std::prev(std::ranges::upper_bound(marks_, offset, {}, &Mark::offset));
  Place place = mark.place;
  for (text::CodePointAt const c : text::code_points(text_.substr(mark.offset, offset - mark.offset)))
    place.column += c.length > 0;
  return place;
}

void edits_dump(Reading const& reading, base::Sink const& sink) {
  for (text::Edit const& edit : reading.edits) {
    base::Json json;
    json["start"] = edit.range.start;
    json["end"] = edit.range.end;
    json["before"] = base::slice(reading.source.text, edit.range);
    json["after"] = edit.replacement.view();
    json["rules"] = std::vector<std::string>(edit.rules.begin(), edit.rules.end());
    json["class"] = name_of(edit.kind);
    json["language"] = edit.language.view();
    json["confidence"] = edit.confidence;
    json["evidence"] = edit.evidence.view();
    sink(json.dump() + '\n');
  }
}

}  // namespace ms::read
