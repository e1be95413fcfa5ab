// One document from bytes to outputs. In: a job, the settings of the run and one thread's workshop. Out: what
// was written, what was noticed. Throws Failure when the world says no; then none of the document's outputs
// has been touched unless an earlier one of the same document was already complete.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "convert/plan.hpp"
#include "layout/layout.hpp"
#include "pdf/pdf.hpp"
#include "read/read.hpp"
#include "style/style.hpp"

namespace ms::convert {

/// What all documents of a run have in common.
struct Settings {
  read::Format from = read::Format::automatic;
  read::Options reading;
  style::Style style;
  bool explains = false;
  bool reports = false;  ///< the digests of what was written and all diagnostics are wanted
  bool has_editors_note = false;
  pdf::Options pdf;
  std::string modified;  ///< from SOURCE_DATE_EPOCH; empty: each article's own date
};

/// Checks and loads what the request names. Throws Failure usage.*.
Settings settings_of(Request const& request, base::Diagnostics& diagnostics);

struct Written {
  std::string_view format;
  std::string path;
  std::string sha256;  ///< empty without Settings::reports
};

struct Outcome {
  std::string path;  ///< of the input
  std::string source_sha256, encoding, title, language, direction;
  double language_confidence = 0;
  std::string language_evidence;
  std::size_t words = 0;
  std::size_t pages = 0;  ///< 0: was not laid out
  std::vector<Written> written;
  std::string standard_output;  ///< bytes for -o -
  std::string explanation;      ///< of what was done, when it was asked for
  std::vector<std::pair<std::string, std::size_t>> edits_by_rule;  ///< sorted by name
  std::vector<base::Diagnostic> diagnostics;                       ///< empty without Settings::reports
  std::vector<std::string> messages;                               ///< the diagnostics as lines for people
  double milliseconds = 0;
  /// What of it went into "read", "layout" and the making of each format, in their order.
  std::vector<std::pair<std::string, double>> stages;
  std::string error_code, error;  ///< set when the document failed
  bool failed() const { return !error_code.empty(); }
};

/// Never throws: a Failure is noted in the outcome.
Outcome convert_one(Job const& job, Settings const& settings, layout::Workshop& workshop);

}  // namespace ms::convert
