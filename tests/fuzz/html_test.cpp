// Pages nobody means to save: a megabyte of what parsers are slow at. Each is read in less than a second of
// the processor's time, and what is left of it is a sound document.
#include <doctest/doctest.h>

#include <ctime>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "doc/walk.hpp"
#include "read/read.hpp"
#include "support/time_limits.hpp"
#include "text/utf8.hpp"

namespace {

using namespace ms;

constexpr std::size_t megabyte = 1'000'000;

// Half a second is usual on an idle machine; the test also runs beside others.
constexpr double most_seconds = 2 * support::slowness;

struct Sample {
  std::string name, html;
};

/// `part` again and again, up to a megabyte, between `before` and `after`; "%" becomes the number of the
/// turn.
Sample many(std::string name, std::string const& part, std::string before = {},
            std::string const& after = {}) {
  std::string html = std::move(before);
  for (std::size_t i = 0; html.size() + part.size() + after.size() < megabyte; ++i)
    for (char const c : part) c == '%' ? html += std::to_string(i) : html += c;
  return {std::move(name), html + after};
}

std::vector<Sample> hostile_samples() {
  return {
      many("nested", "<div>"),
      many("nested quotes", "<blockquote>"),
      many("nested lists", "<ul><li>"),
      many("nested tables", "<table><tr><td>"),
      many("nested templates", "<template>"),
      many("nested links", "<a><b>"),
      many("brackets", "<"),
      many("tags that do not end", "<a "),
      many("quotation marks that do not end", "<div class=\""),
      many("attributes", "a%=1 ", "<div ", ">text"),
      many("one attribute", "class=1 ", "<div ", ">text"),
      many("bodies", "<body a%=1>"),
      many("fonts", "<font class=a%>x"),
      many("fonts in paragraphs", "<p><font class=a%>x</p>"),
      many("paragraphs in formatting", "<p>",
           "<b class=1><b class=2><i class=3><u class=4><b class=5><i class=6><b class=7><b class=8>"),
      many("ends of paragraphs", "</p>x",
           "<b class=1><b class=2><b class=3><i class=1><i class=2><i class=3>"),
      many("rows without cells", "x<tr>", "<table>"),
      many("text between cells", "<b>x</b>", "<table>"),
      many("items below a text", "<li>ab cd</li>",
           "<nav><a href=/>Home</a></nav><article><p>The harbour board decided on Tuesday that the old quay "
           "will "
           "be rebuilt in stone, after a storm had broken a third of its timber.</p><ul>",
           "</ul></article>"),
      many("cells that span", "<tr><td colspan=60 rowspan=60>x</td></tr>", "<table>"),
      many("breaks", "x<br>"),
      many("paragraphs", "<p>x"),
      many("headings", "<h1>Title x"),
      many("drawings", "<svg>"),
      many("styles in a drawing", "<div>", "<svg><style>"),
      many("scripts", "<script>"),
      many("scripts in comments in scripts", "<script><!--<script>"),
      many("comments", "<!--"),
      many("comments that nearly end", "<!-- -- --! "),
      many("references", "&notit;&copy"),
      many("references that overflow", "&#9999999999999999;"),
      many("options", "<select><option>x"),
      many("readings", "<ruby>a<rt>b"),
      many("parameters", "utm_a=1&", "<p><a href=\"http://a.example/?", "\">x</a>"),
      many("arrays", "[", "<script type=\"application/ld+json\">", "</script><p>text"),
      many("articles in data", "{\"@type\":\"Article\",\"headline\":\"x%\"},",
           "<script type=\"application/ld+json\">[", "0]</script><p>text"),
      many("one paragraph", "This is a sentence of some length. ", "<p>"),
  };
}

/// Tags of a few kinds in any order.
Sample random_tags(std::uint64_t seed) {
  std::uint64_t state = seed * 2685821657736338717u + 1;
  auto const below = [&](std::size_t limit) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<std::size_t>(state % limit);
  };
  constexpr std::string_view all[] = {
      "div",    "p",      "b",          "a",       "i",     "table",   "tr",       "td",     "ul",
      "li",     "span",   "font",       "h1",      "svg",   "math",    "select",   "option", "button",
      "form",   "ruby",   "rt",         "section", "body",  "html",    "template", "nobr",   "em",
      "center", "object", "blockquote", "caption", "tbody", "frameset"};
  std::vector<std::string> tags;
  for (std::size_t i = 3 + below(9); i-- > 0;) tags.emplace_back(all[below(std::size(all))]);
  std::size_t const ends = below(50);
  std::string html;
  while (html.size() < megabyte / 2) {
    std::string const& tag = tags[below(tags.size())];
    if (below(100) < ends)
      html += "</" + tag + ">";
    else if (below(10) < 7)
      html += "<" + tag + " class=" + std::to_string(below(6)) + ">";
    else
      html += "<" + tag + ">x ";
  }
  return {"random tags " + std::to_string(seed), std::move(html)};
}

void check(Sample const& sample) {
  INFO(sample.name);
  base::Diagnostics diagnostics;
  std::clock_t const start = std::clock();
  read::Reading const reading = read::read({"x.html", sample.html, read::Format::html}, {}, diagnostics);
  double const seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(seconds < most_seconds);
  CHECK(text::is_valid_utf8(reading.text));
  int deepest = 0;
  doc::walk(reading.documents.front(),
            [&](doc::Block const&, int depth) { deepest = std::max(deepest, depth); });
  CHECK(deepest <= doc::max_depth);
}

}  // namespace

TEST_CASE("hostile pages are read in a second") {
  for (Sample const& sample : hostile_samples()) check(sample);
}

TEST_CASE("pages of tags in any order are read in a second") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) check(random_tags(seed));
}
