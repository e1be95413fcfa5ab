// Input nobody means to give: built to be hard, or articles broken at random. Nothing may crash, hang or fail
// with anything but "this holds no article"; and what was done to the text can always be undone.
//
//   FUZZ_SEED=7 FUZZ_ROUNDS=5000 test_fuzz    another walk, a longer one
//
// A file that once broke the program is kept in tests/fuzz/found and tried every time.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "base/diagnostics.hpp"
#include "base/json.hpp"
#include "convert/convert.hpp"
#include "read/read.hpp"
#include "text/edit.hpp"
#include "text/utf8.hpp"

namespace {

namespace fs = std::filesystem;
using ms::base::Json;

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

std::string contents(fs::path const& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

unsigned long number_in(char const* name, unsigned long otherwise) {
  char const* const value = std::getenv(name);
  return value != nullptr ? std::strtoul(value, nullptr, 10) : otherwise;
}

/// The edits of a reading hold for any bytes at all, forwards and backwards.
void check_edits(std::string const& name, std::string const& bytes) {
  ms::base::Diagnostics diagnostics;
  auto const reading = ms::read::read({name, bytes, ms::read::Format::text}, {}, diagnostics);
  std::string const& source = reading.source.text;
  std::string forwards, backwards;
  std::size_t in_source = 0, in_text = 0;
  for (auto const& edit : reading.edits) {
    REQUIRE(in_source <= edit.range.start);
    REQUIRE(edit.range.end <= source.size());
    std::size_t const same = edit.range.start - in_source;
    REQUIRE(in_text + same + edit.replacement.size() <= reading.text.size());
    forwards.append(source.substr(in_source, same)).append(edit.replacement);
    backwards += reading.text.substr(in_text, same) + source.substr(edit.range.start, edit.range.length());
    in_source = edit.range.end;
    in_text += same + edit.replacement.size();
  }
  CHECK(forwards + source.substr(in_source) == reading.text);
  CHECK(backwards + reading.text.substr(in_text) == source);
}

struct Sample {
  std::string name, bytes;
};

/// Converts all samples to everything and looks at what the report says of each.
void check_all(std::vector<Sample> const& samples, double most_milliseconds) {
  fs::path const folder = fs::temp_directory_path() / ("manyscript-fuzz-" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder / "in");
  fs::create_directories(folder / "out");
  for (Sample const& sample : samples) {
    std::ofstream stream(folder / "in" / sample.name, std::ios::binary);
    stream.write(sample.bytes.data(), static_cast<std::streamsize>(sample.bytes.size()));
  }
  ms::convert::Request request;
  request.inputs = {(folder / "in").string()};
  request.formats = {"epub", "pdf", "json", "edits", "tree", "lines", "pages"};
  request.out_dir = (folder / "out").string();
  request.report = (folder / "report.jsonl").string();
  ms::convert::Console console;
  console.out = [](std::string_view) {};
  std::string said;
  console.err = [&said](std::string_view line) { said.append(line).append("\n"); };
  auto const exit = ms::convert::run(request, console);
  CHECK_MESSAGE(exit != ms::convert::Exit::wrong_usage, said);

  std::ifstream report(folder / "report.jsonl");
  std::size_t seen = 0;
  for (std::string line; std::getline(report, line); ++seen) {
    Json const json = Json::parse(line, nullptr, false);
    REQUIRE(json.is_object());
    INFO(json["input"].get<std::string>());
    if (!json["ok"].get<bool>()) {
      std::string const code = json["error"]["code"];
      CHECK_MESSAGE((code == "input.empty" || code == "input.binary" || code == "input.format"), code);
    }
    CHECK(json["milliseconds"].get<double>() < most_milliseconds);
  }
  CHECK(seen == samples.size());
  fs::remove_all(folder);
}

std::vector<Sample> hard_samples() {
  std::string const text = "A headline\n\n";
  std::vector<Sample> all = {
      {"nul.txt", text + std::string("a\0b", 3)},
      {"one-word.txt", text + repeated("a", 100'000)},
      {"one-word-of-digits.txt", text + repeated("1234567890", 10'000)},
      {"long-headline.txt", repeated("headline ", 3'000) + "\n\nText.\n"},
      {"many-paragraphs.txt", text + repeated("x\n\n", 5'000)},
      {"one-paragraph.txt", text + repeated("every word of it ", 8'000)},
      {"hard-wrapped.txt",
       text + repeated("a line of about the width of a mail of long ago, which is that\n", 2'000)},
      {"marks.txt", text + "a" + repeated("\u0301", 20'000)},
      {"marks-without-base.txt", "\u0301\u0301\n\n\u0301"},
      {"embeddings.txt", text + repeated("\u202B", 3'000) + "a" + repeated("\u202C", 2'000)},
      {"isolates.txt", text + repeated("\u2067", 3'000) + "a" + repeated("\u2069", 2'000)},
      {"overrides.txt", text + repeated("\u202Eab\u05D0", 3'000)},
      {"alternating.txt", text + repeated("a\u05D0\u0627\u4E00\u0E01\u0915", 3'000)},
      {"quotes.txt", text + repeated("\"", 20'000)},
      {"quotes-and-letters.txt", text + repeated("\"a 'b ", 10'000)},
      {"brackets.txt", text + repeated("[({", 10'000)},
      {"thai.txt", text + repeated("ภาษาไทยไม่มีช่องว่าง", 2'000)},
      {"khmer.txt", text + repeated("ភាសាខ្មែរ", 2'000)},
      {"arabic-word.txt", text + repeated("سلام", 10'000)},
      {"virama.txt", text + repeated("क्", 10'000)},
      {"hangul-jamo.txt", text + repeated("\u1112\u1161\u11AB", 10'000)},
      {"family.txt", text + repeated("\U0001F468\u200D", 5'000)},
      {"flags.txt", text + repeated("\U0001F1E6", 5'001)},
      {"soft-hyphens.txt", text + repeated("a\u00AD", 30'000)},
      {"zero-width.txt", text + repeated("\u200B\u200C\u200D\u2060\uFEFF", 5'000)},
      {"object.txt", text + repeated("\uFFFC", 2'000)},
      {"spaces.txt", text + repeated(" \t\u00A0\u3000\u2003", 10'000) + "a"},
      {"carriage-returns.txt", "A headline\r\r" + repeated("a paragraph\r", 2'000)},
      {"address.txt", text + "https://" + repeated("long.", 10'000) + "example/\n"},
      {"private.txt", text + repeated("\uE000\U000F0000", 2'000)},
      {"entities.txt", text + repeated("&amp;", 10'000) + repeated("&#38;", 10'000)},
      {"nested-tags.html", repeated("<div>", 20'000) + "text"},
      {"nested-links.html", repeated("<a><b>", 10'000) + "text"},
      {"nested-quotes.md", repeated("> ", 10'000) + "text\n"},
      {"unclosed-brackets.md", repeated("![[]()", 10'000)},
      {"half-utf16.txt", std::string("\xFF\xFE"
                                     "a\0b",
                                     5)},
      {"bad-utf8.txt", text + repeated("\xE2\x80", 10'000) + repeated("\xFF\xC0\xAF\xED\xA0\x80", 5'000)},
  };
  std::string every = text;
  auto const step = [](char32_t c) { return c < 0x3400 || (c > 0xD7FF && c < 0x10000) ? 1 : 97; };
  for (char32_t c = 0x20; c < 0x30000; c += static_cast<char32_t>(step(c)))
    if (c < 0xD800 || c > 0xDFFF) {
      ms::text::append(every, c);
      if (c % 64 == 0) every += '\n';
    }
  all.push_back({"every-character.txt", every});
  return all;
}

/// Pieces that mean something to one stage or another.
std::vector<std::string> const spice = {"\n",
                                        "\n\n",
                                        "\r\n",
                                        "\t",
                                        " ",
                                        "\u00A0",
                                        "\u200B",
                                        "\u200C",
                                        "\u200D",
                                        "\u200E",
                                        "\u200F",
                                        "\u202A",
                                        "\u202B",
                                        "\u202C",
                                        "\u202D",
                                        "\u202E",
                                        "\u2066",
                                        "\u2067",
                                        "\u2068",
                                        "\u2069",
                                        "\u00AD",
                                        "\uFEFF",
                                        "\uFFFC",
                                        "\uFFFD",
                                        "\u0301",
                                        "\u093C",
                                        "\u0E33",
                                        "\"",
                                        "'",
                                        "“",
                                        "”",
                                        "«",
                                        "»",
                                        "„",
                                        "(",
                                        "[",
                                        "&amp;",
                                        "&#8217;",
                                        "<p>",
                                        "https://a.example/b",
                                        "\xC3",
                                        "\xE2\x80",
                                        "\xFF",
                                        std::string(1, '\0'),
                                        "\x1B[0m",
                                        "\u2028",
                                        "\u0085",
                                        "- ",
                                        "* ",
                                        "1. ",
                                        "> ",
                                        "# ",
                                        "Copy in clipboard...\n",
                                        "\U0001F468\u200D\U0001F469",
                                        "\u1112",
                                        "\u0915\u094D",
                                        "\U000E0041"};

Sample broken(std::vector<std::string> const& sources, unsigned long seed) {
  std::mt19937_64 random(seed);
  auto const below = [&](std::size_t limit) {
    return limit == 0 ? 0 : static_cast<std::size_t>(random() % limit);
  };
  std::string bytes = sources[below(sources.size())];
  bytes.resize(std::min<std::size_t>(bytes.size(), 200 + below(4'000)));
  for (std::size_t changes = 1 + below(30); changes > 0; --changes) {
    std::size_t const at = below(bytes.size() + 1);
    std::size_t const length = std::min(below(40), bytes.size() - at);
    switch (below(6)) {
      case 0: bytes.insert(at, spice[below(spice.size())]); break;
      case 1: bytes.erase(at, length); break;
      case 2: bytes.insert(below(bytes.size() + 1), bytes.substr(at, length)); break;
      case 3: bytes.insert(at, repeated(spice[below(spice.size())], 1 + below(30))); break;
      case 4:
        if (at < bytes.size()) bytes[at] = static_cast<char>(below(256));
        break;
      default: {
        std::string const& other = sources[below(sources.size())];
        bytes.insert(at, other.substr(below(other.size()), below(300)));
      }
    }
  }
  return {"seed-" + std::to_string(seed) + ".txt", bytes};
}

}  // namespace

TEST_CASE("input that is built to be hard") {
  auto const samples = hard_samples();
  // Two hundred times what an article takes; sanitizers and unoptimised code need the room.
  check_all(samples, 60'000);
  for (Sample const& sample : samples) {
    INFO(sample.name);
    if (sample.name.ends_with(".txt")) check_edits(sample.name, sample.bytes);
  }
}

TEST_CASE("articles broken at random") {
  std::vector<std::string> sources;
  std::vector<fs::path> paths;
  for (auto const& entry : fs::directory_iterator(fs::path(PROJECT_DIR) / "input"))
    paths.push_back(entry.path());
  std::ranges::sort(paths);
  for (fs::path const& path : paths) sources.push_back(contents(path));
  REQUIRE(sources.size() > 10);

  unsigned long const first = number_in("FUZZ_SEED", 20261123), rounds = number_in("FUZZ_ROUNDS", 120);
  std::vector<Sample> samples;
  for (unsigned long seed = first; seed < first + rounds; ++seed) {
    samples.push_back(broken(sources, seed));
    INFO("seed ", seed);
    check_edits(samples.back().name, samples.back().bytes);
  }
  check_all(samples, 30'000);
}

TEST_CASE("files that once broke something") {
  fs::path const folder = fs::path(PROJECT_DIR) / "tests/fuzz/found";
  if (!fs::exists(folder)) return;
  std::vector<Sample> samples;
  for (auto const& entry : fs::directory_iterator(folder))
    samples.push_back({entry.path().filename().string(), contents(entry.path())});
  check_all(samples, 30'000);
  for (Sample const& sample : samples) {
    INFO(sample.name);
    check_edits(sample.name, sample.bytes);
  }
}
