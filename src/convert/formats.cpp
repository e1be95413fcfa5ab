#include "convert/formats.hpp"

#include "convert/explain.hpp"
#include "doc/dump.hpp"
#include "doc/pandoc.hpp"
#include "page/dump.hpp"

namespace ms::convert {
namespace {

using base::Diagnostic;
using base::Diagnostics;
using base::Sink;

std::string write_epub(doc::Edition const& edition, style::Style const& style, epub::Extras const& extras,
                       Diagnostics& diagnostics) {
  return epub::zip(epub::make_package(edition, style, extras, diagnostics), epub::moment_of(edition));
}

std::string write_xhtml(doc::Edition const& edition, style::Style const& style, epub::Extras const& extras,
                        Diagnostics&) {
  std::string out;
  for (std::size_t i = 0; i < edition.articles.size(); ++i) out += epub::xhtml(edition, i, style, extras);
  return out;
}

std::string write_lines(page::Document const& document, pdf::Options const&, Diagnostics&) {
  return page::lines_dump(document);
}
std::string write_pages(page::Document const& document, pdf::Options const&, Diagnostics&) {
  return page::pages_dump(document);
}

void write_text(read::Reading const& reading, std::vector<Diagnostic> const&, Sink const& sink) {
  sink(reading.text);
}
void write_edits(read::Reading const& reading, std::vector<Diagnostic> const&, Sink const& sink) {
  read::edits_dump(reading, sink);
}
void write_explanation(read::Reading const& reading, std::vector<Diagnostic> const&, Sink const& sink) {
  sink(explanation(reading));
}
void write_tree(read::Reading const& reading, std::vector<Diagnostic> const&, Sink const& sink) {
  for (doc::Document const& document : reading.documents) sink(doc::tree_dump(document));
}

void write_pandoc(read::Reading const& reading, doc::PandocVersion version, Sink const& sink) {
  sink(doc::pandoc_dump(doc::edition_of(reading.documents, reading.collection), version).dump() + '\n');
}
void write_pandoc2(read::Reading const& reading, std::vector<Diagnostic> const&, Sink const& sink) {
  write_pandoc(reading, doc::PandocVersion::v1_22, sink);
}
void write_pandoc3(read::Reading const& reading, std::vector<Diagnostic> const&, Sink const& sink) {
  write_pandoc(reading, doc::PandocVersion::v1_23, sink);
}

std::string_view name_of(base::Severity severity) {
  switch (severity) {
    case base::Severity::note: return "note";
    case base::Severity::warning: return "warning";
    case base::Severity::error: break;
  }
  return "error";
}

void write_json(read::Reading const& reading, std::vector<Diagnostic> const& diagnostics, Sink const& sink) {
  base::JsonWriter out(sink);
  out.begin_object();
  out.member("manyscript", 1);
  out.member("source", base::Json({{"path", reading.source.path},
                                   {"sha256", reading.source.sha256},
                                   {"format", read::name_of(reading.source.format)},
                                   {"encoding", reading.source.encoding},
                                   {"bytes", reading.source.bytes}}));
  if (reading.documents.size() == 1 && !reading.collection) {
    doc::write_json(reading.documents.front(), out);
  } else {
    out.member("metadata", doc::metadata_json(doc::edition_metadata(reading.documents, reading.collection)));
    out.key("articles");
    out.begin_array();
    for (doc::Document const& document : reading.documents) {
      out.begin_object();
      doc::write_json(document, out);
      out.end_object();
    }
    out.end_array();
  }
  out.key("diagnostics");
  out.begin_array();
  for (Diagnostic const& diagnostic : diagnostics) {
    out.begin_object();
    out.member("severity", name_of(diagnostic.severity));
    out.member("code", diagnostic.code.view());
    out.member("message", diagnostic.message.view());
    if (diagnostic.source) {
      out.member("start", diagnostic.source->start);
      out.member("end", diagnostic.source->end);
    }
    out.end_object();
  }
  out.end_array();
  out.end_object();
  sink("\n");
}

}  // namespace

std::vector<Format> const& formats() {
  static std::vector<Format> const table = {
      {"epub", "epub", &write_epub},
      {"pdf", "pdf", &pdf::write},
      {"text", "txt", &write_text},
      {"json", "json", &write_json},
      {"edits", "edits.jsonl", &write_edits},
      {"tree", "tree.txt", &write_tree},
      {"lines", "lines.txt", &write_lines},
      {"pages", "pages.txt", &write_pages},
      {"xhtml", "xhtml", &write_xhtml},
      {"pandoc", "pandoc.json", &write_pandoc2},
      {"pandoc3", "pandoc3.json", &write_pandoc3},
      {"explain", "explain.txt", &write_explanation},
  };
  return table;
}

Format const* format_named(std::string_view name) {
  for (Format const& format : formats())
    if (format.name == name) return &format;
  return nullptr;
}

Format const* format_of_ending(std::string_view ending) {
  for (Format const& format : formats())
    if (format.ending == ending) return &format;
  return nullptr;
}

}  // namespace ms::convert
