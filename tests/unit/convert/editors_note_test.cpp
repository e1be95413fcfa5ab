// What --editors-note prints below an article.
#include "convert/editors_note.hpp"

#include <doctest/doctest.h>

#include <set>

#include "doc/dump.hpp"

namespace {

using namespace ms;

read::Reading read_text(std::string text, read::Options const& options = {}) {
  base::Diagnostics diagnostics;
  return read::read({"a.txt", std::move(text), read::Format::text}, options, diagnostics);
}

/// The tree from the rule above the note on.
std::string note_in(doc::Document const& document) {
  std::string const tree = doc::tree_dump(document);
  std::size_t const start = tree.find("  separator #editors-note-1");
  return start == std::string::npos ? std::string() : tree.substr(start);
}

constexpr char const* article =
    "Copy link\n"
    "Council delays vote\n"
    "The council said on Tuesday that it would wait until the spring before it decides about the bridge.\n"
    "Residents disagreed at once; one of them called the delay a gift to no one, and others left the hall.\n"
    "Share Facebook X\n"
    "Source: https://example.org/vote\n";

}  // namespace

TEST_CASE("a note lists what was left out and what went to the metadata") {
  read::Reading const reading = read_text(article);
  std::vector<doc::Document> const documents = convert::with_editors_notes(reading);
  CHECK(note_in(documents.front()) ==
        R"(  separator #editors-note-1 .editors-note
  heading 2 #editors-note-2 .editors-note "Editor’s note"
  heading 3 #editors-note-3 .editors-note "Left out"
  list unordered #editors-note-6 .editors-note
    item "•"
      paragraph #editors-note-4 .editors-note "Copy link"
        isolate 0–9 "Copy link" auto
    item "•"
      paragraph #editors-note-5 .editors-note "Share Facebook X"
        isolate 0–16 "Share Facebook X" auto
  heading 3 #editors-note-7 .editors-note "Moved to the metadata"
  list unordered #editors-note-9 .editors-note
    item "•"
      paragraph #editors-note-8 .editors-note "Source: https://example.org/vote"
        isolate 0–32 "Source: https://example.org/vote" auto
)");
  // The reading stays what it was.
  CHECK(note_in(reading.documents.front()).empty());
}

TEST_CASE("an article of which nothing went has no note") {
  CHECK(
      note_in(convert::with_editors_notes(read_text("One sentence, as clean as can be.\n")).front()).empty());
}

TEST_CASE("each of several articles has its own note") {
  std::string const text =
      "Bridge stays closed\nBy Ana Lund\n3 May 2025\n\nThe bridge stays closed until the spring, since "
      "divers "
      "found cracks in two of its piers.\n\nFerries will run until then, every twenty minutes, and nobody "
      "pays.\n\nSource: https://example.org/one\n\n---\n\nBakers count on rye\nBy Jo Berg\n4 May 2025\n\nRye "
      "has come through the wet summer better than wheat, and bakers make use of it.\n\nThe millers say that "
      "they have sold twice as much dark flour as before.\n\nSource: https://example.org/two\n";
  std::vector<doc::Document> const documents = convert::with_editors_notes(read_text(text));
  REQUIRE(documents.size() == 2);
  CHECK(note_in(documents[0]).find("example.org/one") != std::string::npos);
  CHECK(note_in(documents[0]).find("example.org/two") == std::string::npos);
  CHECK(note_in(documents[1]).find("example.org/two") != std::string::npos);
  CHECK(note_in(documents[1]).find("---") == std::string::npos);
}

TEST_CASE("the words are those of the article's language, or English and marked so") {
  CHECK(convert::note_words("zh-Hant").note == "編者註");
  CHECK(convert::note_words("zh-TW").note == "編者註");
  CHECK(convert::note_words("sr").note == "Напомена уредника");
  CHECK(convert::note_words("pt-BR").note == "Nota do editor");
  CHECK(convert::note_words("qu").language == "en");
  CHECK(convert::note_languages() >= 60);
  read::Options options;
  options.language = "qu";
  std::string const text =
      "Huk qillqa\nPapata allin tarpuy pachapi tarpunku, chaymanta killa hunt'aptin puquynin allin kanqa "
      "nispa "
      "ninku.\nFacebook X WhatsApp\n";
  std::string const note = note_in(convert::with_editors_notes(read_text(text, options)).front());
  INFO(note);
  CHECK(note.find("heading 2 #editors-note-2 .editors-note [en] [ltr] \"Editor’s note\"") !=
        std::string::npos);
}
