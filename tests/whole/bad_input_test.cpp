// What can go wrong around a conversion: each time a clear error in one line, the exit status of the
// contract, and nothing half done left behind.
#include <doctest/doctest.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fonts/synthetic.hpp"
#include "whole/program.hpp"

namespace {

namespace fs = std::filesystem;
using whole::manyscript;
using whole::Result;
using whole::Scratch;

constexpr char const* article =
    "A short headline\n\nOne paragraph of an article that is good enough to be converted.\n";

/// One line, "PLACE: error: TEXT [code]", and no trace of the program's inside.
void check_error(Result const& result, int status, std::string const& code) {
  INFO(result.err);
  CHECK(result.status == status);
  CHECK(result.out.empty());
  CHECK(whole::lines_of(result.err).size() == 1);
  CHECK(result.err.find("error: ") != std::string::npos);
  CHECK(result.err.find("[" + code + "]\n") != std::string::npos);
  CHECK(result.err.find("terminate") == std::string::npos);
}

/// A file system of its own for the length of a test; only root can have one, and not in every container.
class Mounted {
 public:
  Mounted(fs::path path, unsigned long flags, char const* options)
      : path_(std::move(path)),
        is_mounted_(::geteuid() == 0 && ::mount("none", path_.c_str(), "tmpfs", flags, options) == 0) {
    if (!is_mounted_) MESSAGE("no file system could be mounted: this case was not tried");
  }
  Mounted(Mounted const&) = delete;
  Mounted& operator=(Mounted const&) = delete;
  ~Mounted() {
    if (is_mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  explicit operator bool() const { return is_mounted_; }

 private:
  fs::path path_;
  bool is_mounted_;
};

}  // namespace

TEST_SUITE("bad") {
  TEST_CASE("where the licences of all fonts forbid embedding, one is refused by name and no PDF is left") {
    Scratch const scratch;
    synthetic::Font font;
    font.family = "Noto Serif";
    font.glyphs = synthetic::ascii();
    fs::path const fonts = scratch.path() / "fonts", file = fonts / "restricted.ttf",
                   pdf = scratch.path() / "a.pdf", source = scratch.path() / "a.txt",
                   configuration = scratch.path() / "fonts.conf";
    fs::create_directory(fonts);
    whole::write(source, article);
    whole::write(configuration,
                 "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>" +
                     fonts.string() + "</dir><cachedir>" + (scratch.path() / "cache").string() +
                     "</cachedir></fontconfig>");
    whole::Surroundings surroundings;
    surroundings.environment["FONTCONFIG_FILE"] = configuration.string();
    auto const convert = [&](unsigned embedding) {
      font.embedding = embedding;
      whole::write(file, synthetic::file(font));
      fs::remove_all(scratch.path() / "cache");
      return manyscript({"convert", source, "-o", pdf}, surroundings);
    };
    for (unsigned const embedding : {0x0002u, 0x0104u, 0x0204u}) {
      CAPTURE(embedding);
      Result const refused = convert(embedding);
      check_error(refused, refused.status, "font.not-embeddable");
      CHECK(refused.status != 0);
      CHECK(refused.err.find("restricted.ttf") != std::string::npos);
      CHECK(!fs::exists(pdf));
    }
    // The same font may be embedded for printing.
    CHECK(convert(0x0004).status == 0);
    CHECK(fs::exists(pdf));
  }

  TEST_CASE("inputs that hold no article") {
    Scratch const in, out;
    struct Case {
      char const* name;
      std::string bytes, code;
    };
    std::string binary =
        "\x7f"
        "ELF\x02\x01\x01";
    for (int i = 0; i < 4096; ++i) binary += static_cast<char>(i * 7 % 11);
    Case const cases[] = {
        {"empty.txt", "", "input.empty"},
        {"blank.txt", " \t\r\n\n\xC2\xA0\xE3\x80\x80\n \n", "input.empty"},
        {"bom.txt", "\xEF\xBB\xBF", "input.empty"},
        {"binary.txt", binary, "input.binary"},
        {"zeros.txt", std::string(5000, '\0'), "input.binary"},
    };
    for (Case const& one : cases) {
      INFO(one.name);
      whole::write(in.path() / one.name, one.bytes);
      check_error(manyscript({"convert", in.path() / one.name, "--out-dir", out.path()}), 1, one.code);
      CHECK(out.files().empty());
    }
  }

  TEST_CASE("inputs that cannot be read") {
    Scratch const in, out;
    check_error(manyscript({"convert", in.path() / "nowhere.txt", "--out-dir", out.path()}), 1,
                "file.unreadable");
    // Reading the memory of nothing fails for everybody, root included.
    check_error(manyscript({"convert", "/proc/self/mem", "--out-dir", out.path()}), 1, "file.unreadable");
    whole::write(in.path() / "secret.txt", article);
    fs::permissions(in.path() / "secret.txt", fs::perms::none);
    if (::geteuid() != 0)
      check_error(manyscript({"convert", in.path() / "secret.txt", "--out-dir", out.path()}), 1,
                  "file.unreadable");
    CHECK(out.files().empty());
  }

  TEST_CASE("wrong usage starts nothing") {
    Scratch const in, out;
    std::string const good = in.path() / "good.txt", o = out.path();
    whole::write(good, article);
    whole::write(in.path() / "more/good.txt", article);
    fs::create_directories(in.path() / "nothing");
    whole::write(in.path() / "nothing/picture.png", "\x89PNG\r\n");
    struct Case {
      std::vector<std::string> arguments;
      std::string code;
    };
    Case const cases[] = {
        {{}, "usage.command-line"},
        {{"translate", good}, "usage.command-line"},
        {{"convert"}, "usage.command-line"},
        {{"convert", good, "--out-dir", o, "--fancy"}, "usage.command-line"},
        {{"convert", good, "--out-dir", o, "--jobs", "0"}, "usage.command-line"},
        {{"convert", good, "--out-dir", o, "--jobs", "many"}, "usage.command-line"},
        {{"convert", good, "--out-dir", o, "--direction", "up"}, "usage.command-line"},
        {{"convert", good, "--out-dir", o, "--to", "docx"}, "usage.unknown-format"},
        {{"convert", good, "--out-dir", o, "--to", "epub,docx"}, "usage.unknown-format"},
        {{"convert", good, "--out-dir", o, "--from", "docx"}, "usage.unknown-format"},
        {{"convert", good, "-o", out.path() / "good.docx"}, "usage.unknown-format"},
        {{"convert", good, "-o", "-"}, "usage.stdout"},
        {{"convert", good, "--explain", "--to", "text", "-o", "-"}, "usage.explain"},
        {{"convert", good, "--out-dir", o, "--language", "no language"}, "usage.language"},
        {{"convert", good, "--out-dir", o, "--paper", "napkin"}, "usage.unknown-paper"},
        {{"convert", good, "--out-dir", o, "--style", "baroque"}, "usage.unknown-style"},
        {{"convert", good, "--out-dir", o, "--font-size", "900pt"}, "usage.font-size"},
        {{"convert", good, in.path() / "more/good.txt", "--out-dir", o}, "usage.same-output"},
        {{"convert", good, good, "--out-dir", o}, "usage.same-output"},
        {{"convert", in.path(), "--out-dir", o}, "usage.same-output"},
        {{"convert", good, in.path() / "more/good.txt", "-o", out.path() / "a.pdf"}, "usage.outputs"},
        {{"convert", good, "--to", "text", "--out-dir", in.path()}, "usage.overwrites-input"},
        {{"convert", in.path() / "nothing", "--out-dir", o}, "usage.no-articles"},
        {{"convert", "-", "-", "--out-dir", o}, "usage.stdin"},
        {{"convert", good, "--out-dir", out.path() / "not/there"}, "usage.no-output-folder"},
        {{"convert", good, "-o", out.path() / "not/there/a.pdf"}, "usage.no-output-folder"},
        {{"convert", good, "--out-dir", good}, "usage.no-output-folder"},
    };
    for (Case const& one : cases) {
      std::string all;
      for (std::string const& argument : one.arguments) all += argument + " ";
      INFO(all);
      check_error(manyscript(one.arguments), 2, one.code);
      CHECK(out.files().empty());
    }
    CHECK(whole::contents(good) == article);

    whole::Surroundings surroundings;
    surroundings.environment["SOURCE_DATE_EPOCH"] = "yesterday";
    check_error(manyscript({"convert", good, "--out-dir", o}, surroundings), 2, "usage.source-date");
  }

  TEST_CASE("outputs that cannot be written") {
    Scratch const in, out;
    std::string const good = in.path() / "good.txt";
    whole::write(good, article);
    check_error(manyscript({"convert", good, "--to", "pdf", "-o", "/dev/full"}), 1, "file.unwritable");
    whole::Surroundings full;
    full.standard_output = "/dev/full";
    check_error(manyscript({"convert", good, "--to", "epub", "-o", "-"}, full), 1, "file.unwritable");

    fs::create_directories(out.path() / "good.pdf");
    check_error(manyscript({"convert", good, "--to", "pdf", "--out-dir", out.path()}), 1, "file.unwritable");
    CHECK(out.files().empty());
    fs::remove(out.path() / "good.pdf");

    if (::geteuid() != 0) {
      fs::permissions(out.path(), fs::perms::owner_read | fs::perms::owner_exec);
      check_error(manyscript({"convert", good, "--out-dir", out.path()}), 2, "usage.no-output-folder");
      fs::permissions(out.path(), fs::perms::owner_all);
    }
  }

  TEST_CASE("a folder on a file system that can only be read") {
    Scratch const in, out;
    whole::write(in.path() / "good.txt", article);
    if (Mounted const mounted(out.path(), MS_RDONLY, "size=64k"); mounted)
      check_error(manyscript({"convert", in.path() / "good.txt", "--out-dir", out.path()}), 2,
                  "usage.no-output-folder");
  }

  TEST_CASE("a disk that is full") {
    Scratch const in, out;
    whole::write(in.path() / "good.txt", article);
    if (Mounted const mounted(out.path(), 0, "size=8k"); mounted) {
      whole::write(out.path() / "good.pdf", "the one of yesterday");
      check_error(manyscript({"convert", in.path() / "good.txt", "--to", "pdf", "--out-dir", out.path()}), 1,
                  "file.unwritable");
      CHECK(out.files() == std::vector<std::string>{"good.pdf"});
      CHECK(whole::contents(out.path() / "good.pdf") == "the one of yesterday");
    }
  }

  TEST_CASE("what was there stays when a document fails, and is replaced when it does not") {
    Scratch const in, out;
    whole::write(in.path() / "a.txt", "");
    whole::write(out.path() / "a.pdf", "the one of yesterday");
    check_error(manyscript({"convert", in.path() / "a.txt", "--out-dir", out.path()}), 1, "input.empty");
    CHECK(whole::contents(out.path() / "a.pdf") == "the one of yesterday");
    whole::write(in.path() / "a.txt", article);
    CHECK(manyscript({"convert", in.path() / "a.txt", "--out-dir", out.path()}).status == 0);
    CHECK(whole::contents(out.path() / "a.pdf").starts_with("%PDF-"));
    CHECK(out.files() == std::vector<std::string>{"a.epub", "a.pdf"});
  }

#if !defined(__SANITIZE_ADDRESS__)  // which must be the first library itself
  TEST_CASE("a machine where CLD2's small tables win over the full ones") {
    Scratch const in;
    whole::write(in.path() / "good.txt", article);
    whole::Surroundings surroundings;
    surroundings.environment["LD_PRELOAD"] =
        "libcld2.so.0";  // its symbols now come before those of libcld2_full
    check_error(manyscript({"convert", in.path() / "good.txt", "--to", "text", "-o", "-"}, surroundings), 1,
                "language.tables");
  }
#endif
}
