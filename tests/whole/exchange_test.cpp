// Trees that leave the program and come back: our own JSON, and pandoc's.
#include <doctest/doctest.h>

#include <regex>

#include "base/json.hpp"
#include "whole/program.hpp"

namespace {

using whole::Scratch;
namespace fs = std::filesystem;
using ms::base::Json;

std::string shown(fs::path const& input, std::string const& format, std::string const& from = "auto") {
  auto const result = whole::manyscript({"convert", input, "--from", from, "--to", format, "-o", "-"});
  INFO(input.string(), " to ", format, ": ", result.err);
  REQUIRE(result.status == 0);
  return result.out;
}

/// Ids are given in the order of the source, in which notes may stand anywhere.
std::string without_ids(std::string const& tree) {
  return std::regex_replace(tree, std::regex(" #[a-z]+[0-9]+"), "");
}

bool has_pandoc() {
  return whole::run({"sh", "-c", "command -v pandoc"}).status == 0;
}

}  // namespace

TEST_SUITE("exchange") {
  TEST_CASE("our own JSON comes back as the same tree and the same bytes") {
    Scratch const scratch;
    for (fs::path const& article : whole::articles()) {
      INFO(article.filename().string());
      std::string const json = shown(article, "json");
      whole::write(scratch.path() / "a.json", json);
      CHECK(shown(scratch.path() / "a.json", "json") == json);
      CHECK(shown(scratch.path() / "a.json", "tree") == shown(article, "tree"));
    }
  }

  TEST_CASE("pandoc's JSON comes back as the same tree") {
    Scratch const scratch;
    for (fs::path const& article : whole::articles()) {
      INFO(article.filename().string());
      std::string const tree = without_ids(shown(article, "tree"));
      for (std::string const format : {"pandoc", "pandoc3"}) {
        whole::write(scratch.path() / "a.json", shown(article, format));
        CHECK(without_ids(shown(scratch.path() / "a.json", "tree")) == tree);
      }
    }
  }

  TEST_CASE("pandoc reads what we write, and we read what pandoc writes") {
    if (!has_pandoc()) {
      MESSAGE("pandoc is not installed: what it makes of our JSON was not tried");
      return;
    }
    Scratch const scratch;
    for (fs::path const& article : whole::articles()) {
      INFO(article.filename().string());
      whole::write(scratch.path() / "a.json", shown(article, "pandoc"));
      auto const again = whole::run({"pandoc", "-f", "json", "-t", "json", scratch.path() / "a.json"});
      INFO(again.err);
      REQUIRE(again.status == 0);
      whole::write(scratch.path() / "b.json", again.out);
      CHECK(without_ids(shown(scratch.path() / "b.json", "tree")) == without_ids(shown(article, "tree")));
      if (article.extension() != ".md") continue;
      auto const theirs = whole::run({"pandoc", "-f", "markdown", "-t", "json", article});
      REQUIRE(theirs.status == 0);
      whole::write(scratch.path() / "c.json", theirs.out);
      Json const one = Json::parse(shown(scratch.path() / "c.json", "json")),
                 other = Json::parse(shown(article, "json"));
      CHECK(one["metadata"]["title"]["text"] == other["metadata"]["title"]["text"]);
      CHECK(one["metadata"]["language"] == other["metadata"]["language"]);
      CHECK(one["notes"].size() == other["notes"].size());
      CHECK(one["blocks"].size() == other["blocks"].size());
    }
  }

  TEST_CASE("other JSON is refused with a reason") {
    Scratch const scratch;
    for (std::string const text : {"", "{", "[]", "{}", "{\"manyscript\": 2}", "nothing"}) {
      whole::write(scratch.path() / "a.json", text);
      auto const result =
          whole::manyscript({"convert", scratch.path() / "a.json", "--to", "text", "-o", "-"});
      INFO(text, result.err);
      CHECK(result.status == 1);
      CHECK(result.err.find("[input.json]") != std::string::npos);
    }
  }
}
