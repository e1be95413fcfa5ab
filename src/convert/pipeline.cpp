#include "convert/pipeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "convert/convert.hpp"
#include "convert/editors_note.hpp"
#include "convert/explain.hpp"
#include "doc/walk.hpp"

namespace ms::convert {
namespace {

using base::Diagnostic;
using base::Diagnostics;
using base::Failure;

/// Of one kind for one document; more would hide the others.
constexpr std::size_t most_messages = 20;

doc::Edition edition_of(read::Reading const& reading, Settings const& settings) {
  doc::Edition edition = doc::edition_of(
      settings.has_editors_note ? with_editors_notes(reading) : reading.documents, reading.collection);
  std::string const& day = edition.metadata.date;
  edition.identifier = base::uuid_of(reading.source.sha256);
  edition.modified = !settings.modified.empty() ? settings.modified
                     : day.size() >= 10         ? day.substr(0, 10) + "T00:00:00Z"
                                                : std::string();
  edition.generator = "Manyscript " + version();
  return edition;
}

epub::Extras extras_of(page::Document const& pages) {
  epub::Extras extras;
  for (page::PageStart const& start : pages.starts)
    extras.pages.push_back({start.article, start.block, start.offset, start.label});
  return extras;
}

/// An ebook or a page of nothing helps nobody.
void refuse_what_holds_no_article(read::Reading const& reading) {
  if (reading.is_binary)
    throw Failure("input.binary", "this is no text; give a text, HTML or Markdown file", reading.source.path);
  bool const is_empty = std::ranges::all_of(reading.documents, [](doc::Document const& document) {
    return document.blocks.empty() && document.metadata.title.is_empty();
  });
  if (is_empty) throw Failure("input.empty", "this file holds no text", reading.source.path);
}

/// One output on its way, with its digest when that is wanted.
class Output {
 public:
  Output(std::string const& path, bool has_digest) {
    if (path != "-") file_.emplace(path);
    if (has_digest) digest_.emplace();
  }
  void write(std::string_view piece) {
    if (file_)
      file_->write(piece);
    else
      standard_output_ += piece;
    if (digest_) digest_->add(piece);
  }
  std::string sha256() { return digest_ ? digest_->hex() : std::string(); }
  std::optional<base::NewFile>& file() { return file_; }
  std::string const& standard_output() const { return standard_output_; }

 private:
  std::optional<base::NewFile> file_;
  std::string standard_output_;  ///< for what has no file
  std::optional<base::Sha256> digest_;
};

/// Lays the edition out once, when the first output needs it.
class Made {
 public:
  Made(read::Reading const& reading, Settings const& settings, layout::Workshop& workshop,
       Diagnostics& diagnostics)
      : reading_(reading), settings_(settings), workshop_(workshop), diagnostics_(diagnostics) {}

  void make(ReadingWriter writer, Output& output) {
    writer(reading_, diagnostics_.list(), [&](std::string_view piece) { output.write(piece); });
  }
  void make(TreeWriter writer, Output& output) {
    output.write(writer(*edition_, settings_.style, extras_of(*pages_), diagnostics_));
  }
  void make(PageWriter writer, Output& output) { output.write(writer(*pages_, settings_.pdf, diagnostics_)); }
  /// Lays the edition out, once, when an output needs it.
  void prepare(TreeWriter) { lay_out(); }
  void prepare(PageWriter) { lay_out(); }
  void prepare(ReadingWriter) {}
  std::size_t pages() const { return pages_ ? pages_->pages.size() : 0; }

 private:
  void lay_out() {
    if (pages_) return;
    refuse_what_holds_no_article(reading_);
    edition_ = edition_of(reading_, settings_);
    pages_ = layout::lay_out(*edition_, settings_.style, workshop_, diagnostics_);
  }

  read::Reading const& reading_;
  Settings const& settings_;
  layout::Workshop& workshop_;
  Diagnostics& diagnostics_;
  std::optional<doc::Edition> edition_;
  std::optional<page::Document> pages_;
};

std::string message_of(Diagnostic const& diagnostic, std::string const& path, read::Places const& places) {
  std::string out = path;
  if (diagnostic.source) {
    read::Place const place = places.of(diagnostic.source->start);
    out += fmt::format(":{}:{}", place.line, place.column);
  }
  out += fmt::format(": {}: {}", diagnostic.severity == base::Severity::error ? "error" : "warning",
                     diagnostic.message.view());
  if (!diagnostic.hint.empty()) out.append("; ").append(diagnostic.hint);
  return out + fmt::format(" [{}]", diagnostic.code.view());
}

void describe(read::Reading const& reading, Diagnostics const& diagnostics, Outcome& outcome) {
  doc::Metadata const metadata = doc::edition_metadata(reading.documents, reading.collection);
  outcome.source_sha256 = reading.source.sha256;
  outcome.encoding = reading.source.encoding;
  outcome.language_confidence = reading.language_confidence;
  outcome.language_evidence = reading.language_evidence;
  outcome.title = metadata.title.text.utf8;
  outcome.language = metadata.language;
  outcome.direction = text::name_of(metadata.direction);
  for (doc::Document const& document : reading.documents) outcome.words += doc::word_count(document);
  std::map<std::string_view, std::size_t> count;
  for (text::Edit const& edit : reading.edits)
    for (std::string_view const rule : edit.rules) ++count[rule];
  outcome.edits_by_rule.assign(count.begin(), count.end());
  if (diagnostics.list().empty()) return;  // places cost a walk through the source
  read::Places const places(reading.source);
  std::map<std::string_view, std::size_t> seen;
  for (Diagnostic const& diagnostic : diagnostics.list())
    if (diagnostic.severity != base::Severity::note && ++seen[diagnostic.code] <= most_messages)
      outcome.messages.push_back(message_of(diagnostic, reading.source.path, places));
  for (auto const& [code, times] : seen)
    if (times > most_messages)
      outcome.messages.push_back(fmt::format("{}: warning: {} more of this kind; --report lists all [{}]",
                                             reading.source.path, times - most_messages, code));
}

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void convert_into(Outcome& outcome, Job const& job, Settings const& settings, layout::Workshop& workshop) {
  Diagnostics diagnostics;
  auto start = Clock::now();
  auto const end_stage = [&](std::string_view name) {
    outcome.stages.emplace_back(name, milliseconds_since(start));
    start = Clock::now();
  };
  read::Reading const reading =
      read::read({job.input, base::read_file(job.input), settings.from}, settings.reading, diagnostics);
  end_stage("read");
  Made made(reading, settings, workshop, diagnostics);
  for (Target const& target : job.targets)
    std::visit([&](auto const& writer) { made.prepare(writer); }, target.format->write);
  end_stage("layout");
  // Everything is made before anything appears: a document that fails leaves no half of itself behind.
  std::vector<Output> outputs;
  for (Target const& target : job.targets) {
    Output& output = outputs.emplace_back(target.path, settings.reports);
    std::visit([&](auto const& writer) { made.make(writer, output); }, target.format->write);
    end_stage(target.format->name);
  }
  outcome.pages = made.pages();
  describe(reading, diagnostics, outcome);
  if (settings.reports) outcome.diagnostics = diagnostics.list();
  if (settings.explains) outcome.explanation = explanation(reading);
  std::vector<base::NewFile> files;
  for (Output& output : outputs)
    if (output.file()) files.push_back(*std::move(output.file()));
  base::appear(files);
  for (std::size_t i = 0; i < job.targets.size(); ++i) {
    outcome.standard_output += outputs[i].standard_output();
    outcome.written.push_back({job.targets[i].format->name, job.targets[i].path, outputs[i].sha256()});
  }
}

}  // namespace

Outcome convert_one(Job const& job, Settings const& settings, layout::Workshop& workshop) {
  auto const start = Clock::now();
  Outcome outcome;
  outcome.path = job.input;
  try {
    convert_into(outcome, job, settings, workshop);
  } catch (Failure const& failure) {
    outcome.error_code = failure.code();
    outcome.error = fmt::format("{}: error: {} [{}]", failure.path().empty() ? job.input : failure.path(),
                                failure.message(), failure.code());
  } catch (std::bad_alloc const&) {
    outcome.error_code = "memory.exhausted";
    outcome.error = job.input + ": error: not enough memory for this document [memory.exhausted]";
  }
  outcome.milliseconds = milliseconds_since(start);
  return outcome;
}

}  // namespace ms::convert
