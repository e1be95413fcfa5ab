// What must hold for any page whatsoever.
#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.hpp"
#include "doc/walk.hpp"
#include "read/read.hpp"
#include "text/utf8.hpp"
#include "unit/read/samples.hpp"

namespace {

using namespace ms;

read::Reading page_read(std::string html) {
  base::Diagnostics diagnostics;
  return read::read({"x.html", std::move(html), read::Format::html}, {}, diagnostics);
}

void mark(std::vector<bool>& seen, base::Range range) {
  REQUIRE(range.end <= seen.size());
  std::fill(seen.begin() + static_cast<std::ptrdiff_t>(range.start),
            seen.begin() + static_cast<std::ptrdiff_t>(range.end), true);
}

void mark(std::vector<bool>& seen, text::Text const& text) {
  for (text::OriginPiece const& piece : text.origin.pieces()) mark(seen, piece.source);
}

bool is_wordy(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
         ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/// Every letter or digit that stands outside of tags, heads, scripts, styles and references, found without a
/// parser, is in the tree or in an edit.
void check_receipts(read::Reading const& reading) {
  std::string const& source = reading.source.text;
  text::check_edits(reading.edits, source);
  std::vector<bool> seen(source.size(), false);
  doc::Metadata const& metadata = reading.documents.front().metadata;
  for (doc::Line const* line : {&metadata.kicker, &metadata.title, &metadata.byline, &metadata.date_line})
    mark(seen, line->text);
  doc::walk(reading.documents.front(), [&](doc::Block const& block, int) {
    if (text::Text const* const text = doc::text_of(block)) mark(seen, *text);
  });
  for (text::Edit const& edit : reading.edits) mark(seen, edit.range);
  std::size_t lost = 0, first = source.size();
  for (std::size_t at = 0; at < source.size();) {
    std::string_view const rest = std::string_view(source).substr(at);
    std::string_view end;
    for (auto const& [start, stop] :
         {std::pair("<!--", "-->"), std::pair("<head>", "</head>"), std::pair("<script", "</script>"),
          std::pair("<style", "</style>"), std::pair("<", ">")})
      if (end.empty() && rest.starts_with(start)) end = stop;
    if (!end.empty()) {
      std::size_t const stop = source.find(end, at);
      at = stop == std::string::npos ? source.size() : stop + end.size();
    } else if (rest.front() == '&' && rest.substr(0, 10).find(';') != std::string_view::npos) {
      at += rest.find(';') + 1;
    } else {
      if (is_wordy(source[at]) && !seen[at]) {
        first = std::min(first, at);
        ++lost;
      }
      ++at;
    }
  }
  CHECK_MESSAGE(lost == 0, lost, " bytes, first: ", source.substr(first, 60));
}

/// A page around an article, made by chance: its builds, its furniture, its mistakes.
std::string random_page(samples::Random& random) {
  samples::Article const& article = samples::articles()[random.below(samples::articles().size())];
  std::vector<std::string> const furniture = {
      "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>",
      "<div class=share><span>Share</span> <span>Facebook</span></div>",
      "<p>Advertisement</p>",
      "<aside><h3>Related stories</h3><a href=/1>Ferry sails again on Sundays, twice</a></aside>",
      "<form><input type=text><button>Sign up</button></form>",
      "<div hidden>Members only</div>",
      "<ul><li><a href=/2>One</a><li><a href=/3>Two &amp; three</a></ul>",
      "<table><tr><td>1<td>2<tr><td>3<td>4</table>",
      "<figure><img src=a.jpg><figcaption>A caption. Photo: Somebody</figcaption></figure>",
      "<p>By Ana Ruiz | 12 May 2025 | 4 min read</p>",
      "<!-- a comment --><hr>",
      "<blockquote>Said &ldquo;somebody&rdquo;<br>in two lines</blockquote>",
      "<b><p>unclosed",
      "</div></p>",
      "<p>10<sup>3</sup> and <sub>2</sub>",
  };
  bool const has_paragraphs = random.below(2) == 0;
  std::string page = "<html><head><title>" + article.title + " | Paper</title></head><body>";
  auto const add_furniture = [&] {
    for (std::size_t i = random.below(3); i-- > 0;)
      page += furniture[random.below(furniture.size())] + "\r\n";
  };
  add_furniture();
  page += random.below(3) == 0 ? "<div>" : "<article>";
  if (random.below(4) != 0) page += "<h1>" + article.title + "</h1>";
  for (std::string const& paragraph : article.paragraphs) {
    add_furniture();
    page += (has_paragraphs ? "<p>" : "<div>") + paragraph + (has_paragraphs ? "</p>" : "</div>");
  }
  page += "</article></div>";
  add_furniture();
  return page + "</body></html>";
}

}  // namespace

TEST_CASE("pages: every visible character is in the tree or in an edit") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    samples::Random random(seed);
    check_receipts(page_read(random_page(random)));
  }
}

TEST_CASE("pages of ours: every visible character is in the tree or in an edit") {
  std::size_t pages = 0;
  for (std::string const& path : base::files_below(PROJECT_DIR "/input")) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    check_receipts(page_read(base::read_file(path)));
    ++pages;
  }
  CHECK(pages >= 2);
}

TEST_CASE("pages: the paragraphs of an article come back, whatever is around them") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    samples::Random random(seed);
    samples::Article const& article = samples::articles()[random.below(samples::articles().size())];
    INFO(seed, " ", article.language);
    std::string page = "<nav><a href=/>Home</a></nav><div><h1>" + article.title + "</h1>";
    for (std::string const& paragraph : article.paragraphs) page += "<p>" + paragraph + "</p>";
    read::Reading const reading = page_read(page + "</div><footer>© Paper</footer>");
    CHECK(reading.documents.front().metadata.title.text.utf8 == article.title);
    CHECK(reading.documents.front().metadata.language == article.language);
    std::vector<std::string> paragraphs;
    for (doc::Block const& block : reading.documents.front().blocks)
      if (text::Text const* const text = doc::text_of(block)) paragraphs.push_back(text->utf8);
    CHECK(paragraphs == article.paragraphs);
  }
}

TEST_CASE("pages: any bytes at all make a document") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    samples::Random random(seed);
    std::string soup;
    std::string_view const pieces[] = {"<p>",
                                       "</p>",
                                       "<table>",
                                       "<tr>",
                                       "<td>",
                                       "</table>",
                                       "<a href=x>",
                                       "</a>",
                                       "<b>",
                                       "</b>",
                                       "&amp",
                                       "&#x41;",
                                       "&#99999999999;",
                                       "<!--",
                                       "-->",
                                       "<svg>",
                                       "</svg>",
                                       "<script>",
                                       "</script>",
                                       "<ruby>",
                                       "<rt>",
                                       "<select>",
                                       "<option>",
                                       "text ",
                                       "\xE4\xB8\xAD",
                                       "\xFF",
                                       "<",
                                       ">",
                                       "\"",
                                       "<img src=a",
                                       "\r\n",
                                       "<br>",
                                       "<li>",
                                       "<ul>",
                                       "<h1>",
                                       "<pre>",
                                       "</pre>",
                                       "<math>",
                                       "<template>",
                                       "</div>"};
    for (std::size_t i = 0; i < 400; ++i) soup += pieces[random.below(std::size(pieces))];
    read::Reading const reading = page_read(soup);
    REQUIRE(text::is_valid_utf8(reading.text));
    text::check_edits(reading.edits, reading.source.text);
    doc::walk(reading.documents.front(), [&](doc::Block const& block, int depth) {
      CHECK(depth <= doc::max_depth);
      text::Text const* const text = doc::text_of(block);
      if (text == nullptr) return;
      for (text::Span const& span : text->spans) {
        CHECK(span.range.start < span.range.end);
        CHECK(span.range.end <= text->utf8.size());
        CHECK(text::is_boundary(text->utf8, span.range.start));
        CHECK(text::is_boundary(text->utf8, span.range.end));
      }
      for (text::OriginPiece const& piece : text->origin.pieces())
        CHECK(piece.source.end <= reading.source.text.size());
    });
  }
}
