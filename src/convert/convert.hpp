// Front header of convert/. In: what the command line asks for, as plain strings. Out: files, messages, an
// exit status. Always: wrong usage is found before any work starts; one document that fails never stops the
// others; messages, reports and files are the same in the same order for any number of jobs.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ms::convert {

struct Request {
  std::vector<std::string> inputs;   ///< files, folders, "-"
  std::vector<std::string> outputs;  ///< -o: files, or "-"
  std::vector<std::string> formats;  ///< --to
  std::string out_dir;               ///< --out-dir
  std::string from = "auto";         ///< --from
  std::optional<std::string> language, direction, title, author, date, source;
  std::vector<std::string> styles;  ///< --style: names or CSS files
  std::string paper, font_size;     ///< --paper, --font-size
  int columns = 0;                  ///< --columns, 0: as the style says
  std::string pdf = "1.7";          ///< --pdf: version of the PDF
  bool raw = false;
  bool explain = false;       ///< --explain: tell on standard output what was done to each source
  bool editors_note = false;  ///< --editors-note: what was left out is listed below each article
  std::vector<std::string> keep, drop;
  unsigned jobs = 0;   ///< 0: the number of cores
  std::string report;  ///< --report: file, or empty
  bool strict = false;
};

/// How far a batch has come.
struct Progress {
  std::size_t done = 0, failed = 0, all = 0;
  double seconds = 0;
};
/// "[=====>    ] 120/300  41.2/s  0:04 left", at most `columns` wide.
std::string bar_of(Progress const& progress, std::size_t columns);

/// The only way to the terminal; the functions are called from one thread.
struct Console {
  std::function<void(std::string_view bytes)> out;  ///< what was asked for with -o -
  std::function<void(std::string_view line)> err;   ///< one message, without the newline
  std::function<void(Progress const&)> progress;    ///< may be empty
};

enum class Exit { good = 0, some_failed = 1, wrong_usage = 2 };

Exit run(Request const& request, Console const& console);

/// `manyscript fonts`: the table of families, and for the inputs the characters nothing covers.
Exit list_fonts(Request const& request, Console const& console);

std::string version();

}  // namespace ms::convert
