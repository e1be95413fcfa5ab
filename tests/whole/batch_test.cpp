// Batches: one document that fails never stops the others, and the report says what became of each.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/json.hpp"
#include "whole/program.hpp"

namespace {

namespace fs = std::filesystem;
using ms::base::Json;
using whole::manyscript;
using whole::Scratch;

std::vector<Json> report_at(fs::path const& path) {
  std::vector<Json> lines;
  for (std::string const& line : whole::lines_of(whole::contents(path))) {
    INFO(line);
    Json json = Json::parse(line, nullptr, false);
    REQUIRE(json.is_object());
    lines.push_back(std::move(json));
  }
  return lines;
}

}  // namespace

TEST_SUITE("batch") {
  TEST_CASE("one that fails among many") {
    Scratch const in, out;
    // More than any limit on what waits in memory, so that a batch that stops or blocks is seen.
    int const count = 150;
    for (int i = 0; i < count; ++i) {
      std::string const name = "article-" + std::to_string(1000 + i) + ".txt";
      std::string const text = "Headline number " + std::to_string(i) + "\n\nThe paragraph of article " +
                               std::to_string(i) + ".\n";
      whole::write(in.path() / name, i == 70 ? "" : text);
    }
    for (std::string const jobs : {"1", "2", "5"}) {
      INFO("jobs: ", jobs);
      Scratch const made;
      auto const result = manyscript({"convert", in.path(), "--to", "epub,text", "--out-dir", made.path(),
                                      "--jobs", jobs, "--report", out.path() / ("report-" + jobs)});
      INFO(result.err);
      CHECK(result.status == 1);
      CHECK(result.out.empty());
      CHECK(result.err.find("article-1070.txt: error: ") != std::string::npos);
      CHECK(made.files().size() == 2 * (count - 1));
      auto const report = report_at(out.path() / ("report-" + jobs));
      REQUIRE(report.size() == count);
      for (int i = 0; i < count; ++i) {
        Json const& line = report[static_cast<std::size_t>(i)];
        INFO(line.dump());
        CHECK(line["input"] == (in.path() / ("article-" + std::to_string(1000 + i) + ".txt")).string());
        CHECK(line["ok"] == (i != 70));
        if (i == 70) {
          CHECK(line["error"]["code"] == "input.empty");
          CHECK(line["outputs"].empty());
          continue;
        }
        CHECK(line["title"] == "Headline number " + std::to_string(i));
        CHECK(line["language"] == "en");
        CHECK(line["direction"] == "ltr");
        CHECK(line["language_confidence"] > 0.5);
        CHECK(line["language_evidence"].get<std::string>().find("CLD2") != std::string::npos);
        CHECK(line["encoding"] == "UTF-8");
        CHECK(line["milliseconds"].is_number());
        REQUIRE(line["outputs"].size() == 2);
        for (Json const& output : line["outputs"])
          CHECK(output["sha256"] == ms::base::sha256_hex(whole::contents(output["path"].get<std::string>())));
      }
    }
  }

  TEST_CASE("a report of names that are no text is JSON all the same") {
    Scratch const in, out;
    std::string const names[] = {"a \"quoted\" name.txt", "new\nline.txt", "no-\xFF-utf8.txt",
                                 "naïve 名前.txt"};
    for (std::string const& name : names)
      whole::write(in.path() / name, "Headline\n\nParagraph of an article.\n");
    auto const result = manyscript({"convert", in.path(), "--to", "text", "--out-dir", out.path(), "--report",
                                    out.path() / "report.jsonl"});
    INFO(result.err);
    CHECK(result.status == 0);
    CHECK(report_at(out.path() / "report.jsonl").size() == std::size(names));
    CHECK(out.files().size() == std::size(names) + 1);
  }

  TEST_CASE("warnings are failures only when that is asked for") {
    Scratch const in, out;
    whole::write(in.path() / "a.txt", "Headline\n\nA naïve byte that is \xFF no text.\n");
    auto const convert = [&](std::vector<std::string> more) {
      std::vector<std::string> arguments = {"convert", in.path() / "a.txt", "--to",
                                            "text",    "--out-dir",         out.path()};
      arguments.insert(arguments.end(), more.begin(), more.end());
      return manyscript(arguments);
    };
    auto const result = convert({});
    CHECK(result.status == 0);
    INFO(result.err);
    CHECK(result.err.find("a.txt:3:22: warning: ") != std::string::npos);
    CHECK(convert({"--strict"}).status == 1);
  }

  TEST_CASE("standard input and output, and nothing else on standard output") {
    Scratch const in;
    whole::write(in.path() / "a.txt", "Headline\n\nThe paragraph of an article.\n");
    whole::Surroundings surroundings;
    surroundings.standard_input = in.path() / "a.txt";
    surroundings.folder = in.path();
    auto const text = manyscript({"convert", "-", "--to", "text", "-o", "-"}, surroundings);
    CHECK(text.status == 0);
    CHECK(text.err.empty());
    CHECK(text.out == "Headline\n\nThe paragraph of an article.\n");
    CHECK(in.files() == std::vector<std::string>{"a.txt"});

    CHECK(manyscript({"convert", "-"}, surroundings).status == 0);
    CHECK(in.files() == std::vector<std::string>{"a.txt", "stdin.epub", "stdin.pdf"});
  }

  TEST_CASE("the progress bar appears when it is asked for, and only on standard error") {
    Scratch const in, out;
    for (char const* const name : {"a.txt", "b.txt"})
      whole::write(in.path() / name, "Headline\n\nParagraph.\n");
    std::vector<std::string> arguments = {"convert", in.path(), "--to", "text", "--out-dir", out.path()};
    CHECK(manyscript(arguments).err.find('\r') == std::string::npos);
    arguments.insert(arguments.end(), {"--progress", "always"});
    auto const result = manyscript(arguments);
    CHECK(result.err.find('\r') != std::string::npos);
    CHECK(result.out.empty());
  }

  TEST_CASE("version and help") {
    CHECK(manyscript({"--version"}).out.starts_with("manyscript 0."));
    auto const help = manyscript({"convert", "--help"});
    CHECK(help.status == 0);
    for (char const* const option : {"--to", "--out-dir", "--language", "--direction", "--title", "--style",
                                     "--paper", "--jobs", "--report", "--strict", "--raw"})
      CHECK_MESSAGE(help.out.find(option) != std::string::npos, std::string(option));
    auto const fonts = manyscript({"fonts"});
    CHECK(fonts.status == 0);
    CHECK(fonts.out.find("Arab") != std::string::npos);
  }
}
