// The command line, and the only file that prints. Everything it learns goes into a convert::Request.
#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <clocale>
#include <cstdio>

#include "convert/convert.hpp"

namespace {

using ms::convert::Console;
using ms::convert::Exit;
using ms::convert::Progress;
using ms::convert::Request;

std::size_t terminal_columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// Messages and the progress bar share one line of the terminal: the bar is wiped before each message.
class Terminal {
 public:
  explicit Terminal(bool shows_progress) : shows_progress_(shows_progress) {}

  Console console() {
    Console console;
    console.out = [this](std::string_view bytes) {
      if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) failed_ = true;
    };
    console.err = [this](std::string_view line) {
      wipe();
      std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
    };
    if (shows_progress_)
      console.progress = [this](Progress const& progress) {
        if (progress.all < 2) return;
        // Ten times a second is enough for an eye.
        if (progress.done != progress.all && progress.seconds < next_) return;
        next_ = progress.seconds + 0.1;
        std::fprintf(stderr, "\r\033[K%s", ms::convert::bar_of(progress, terminal_columns() - 1).c_str());
        std::fflush(stderr);
        is_drawn_ = true;
        if (progress.done == progress.all) wipe();
      };
    return console;
  }

  /// Was all of standard output written? A full disk shows only now.
  bool finish() { return std::fflush(stdout) == 0 && !failed_; }

 private:
  void wipe() {
    if (is_drawn_) std::fputs("\r\033[K", stderr);
    is_drawn_ = false;
  }

  bool shows_progress_, is_drawn_ = false, failed_ = false;
  double next_ = 0;
};

struct CommandLine {
  Request request;
  std::string progress = "auto";
};

void add_convert(CLI::App& app, CommandLine& line) {
  Request& r = line.request;
  CLI::App* const convert = app.add_subcommand("convert", "Turn articles into EPUB, PDF and other formats");
  convert->add_option("INPUT", r.inputs, "Files, folders (walked in order), or - for standard input")
      ->required();
  convert->add_option("-o,--output", r.outputs, "Output file; the ending chooses the format; - needs --to")
      ->type_name("FILE")
      ->allow_extra_args(false);
  convert
      ->add_option("--to", r.formats,
                   "epub, pdf, text, json, edits, explain, tree, lines, pages, xhtml, pandoc, pandoc3")
      ->delimiter(',')
      ->type_name("FORMAT,...")
      ->allow_extra_args(false);
  convert->add_option("--out-dir", r.out_dir, "Folder for the outputs")->type_name("DIR");
  convert->add_option("--from", r.from, "Kind of the input: text, html, markdown, feed, json, pandoc or auto")
      ->type_name("FORMAT");
  convert->add_option("--language", r.language, "Language of the article (BCP 47)")->type_name("TAG");
  convert->add_option("--direction", r.direction, "Direction of the article")
      ->check(CLI::IsMember({"ltr", "rtl"}));
  convert->add_option("--title", r.title, "Title")->type_name("TEXT");
  convert->add_option("--author", r.author, "Author")->type_name("NAME");
  convert->add_option("--date", r.date, "Date of the article (ISO 8601)")->type_name("DATE");
  convert->add_option("--source", r.source, "Address the article comes from")->type_name("URL");
  convert->add_option("--style", r.styles, "brief, book, or a CSS file on top of them; repeatable")
      ->type_name("NAME|FILE.css")
      ->allow_extra_args(false);
  convert->add_option("--paper", r.paper, "a4, a5, letter or WxH such as 148x210mm")->type_name("SIZE");
  convert->add_option("--columns", r.columns, "Number of columns")->check(CLI::Range(1, 6));
  convert->add_option("--pdf", r.pdf, "1.7 (PDF/UA-1, PDF/A-2a) or 2.0 (PDF/UA-2, PDF/A-4, Well Tagged PDF)")
      ->type_name("VERSION");
  convert->add_option("--font-size", r.font_size, "Size of the text, such as 11pt")->type_name("LENGTH");
  convert->add_flag("--explain", r.explain,
                    "Tell what was removed, moved and changed in each source, and why");
  convert->add_flag("--editors-note", r.editors_note,
                    "List below each article, in the EPUB and the PDF, what was left out of it");
  convert->add_flag("--raw", r.raw, "Switch all normalisation rules off");
  convert->add_option("--keep", r.keep, "Switch a rule on; repeatable")
      ->type_name("RULE")
      ->allow_extra_args(false);
  convert->add_option("--drop", r.drop, "Switch a rule off; repeatable")
      ->type_name("RULE")
      ->allow_extra_args(false);
  convert->add_option("--jobs", r.jobs, "Documents in parallel (default: the number of cores)")
      ->check(CLI::Range(1u, 1024u));
  convert->add_option("--report", r.report, "Write one JSON line for each document")->type_name("FILE");
  convert->add_option("--progress", line.progress, "Progress bar")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  convert->add_flag("--strict", r.strict, "Any warning makes the exit status 1");
}

void add_fonts(CLI::App& app, CommandLine& line) {
  CLI::App* const fonts =
      app.add_subcommand("fonts", "Which font draws which script, and what nothing covers");
  fonts->add_option("INPUT", line.request.inputs, "Articles to look through");
}

int run(CLI::App const& app, CommandLine const& line) {
  bool const shows = line.progress == "always" || (line.progress == "auto" && ::isatty(STDERR_FILENO) == 1);
  Terminal terminal(shows);
  Console const console = terminal.console();
  Exit const exit = app.got_subcommand("fonts") ? ms::convert::list_fonts(line.request, console)
                                                : ms::convert::run(line.request, console);
  if (!terminal.finish()) {
    std::fprintf(stderr, "manyscript: error: cannot write to standard output [file.unwritable]\n");
    return static_cast<int>(Exit::some_failed);
  }
  return static_cast<int>(exit);
}

/// Memory that a stage gives back is for the next stage and the next document: glibc would return each large
/// piece to the system, and to get it again costs a page fault for each 4 kB.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int mebibyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
  mallopt(M_TRIM_THRESHOLD, 128 * mebibyte);
  mallopt(M_TOP_PAD, mebibyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  std::setlocale(LC_ALL, "C");  // no output may depend on where it is made
  keep_freed_memory();
  CLI::App app("Turns articles, in any language and any script, into an EPUB and a PDF.", "manyscript");
  app.set_version_flag("--version", "manyscript " + ms::convert::version());
  app.require_subcommand(1);
  CommandLine line;
  add_convert(app, line);
  add_fonts(app, line);
  try {
    app.parse(argc, argv);
  } catch (CLI::Success const& asked) {
    return app.exit(asked);  // --help, --version
  } catch (CLI::ParseError const& error) {
    std::fprintf(stderr, "manyscript: error: %s; see manyscript --help [usage.command-line]\n", error.what());
    return static_cast<int>(Exit::wrong_usage);
  }
  return run(app, line);
}
