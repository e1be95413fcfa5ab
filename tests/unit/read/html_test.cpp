// Parts of the reader of pages that are easier to look at alone.
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "base/files.hpp"
#include "read/html_facts.hpp"
#include "read/html_guard.hpp"
#include "read/html_passages.hpp"
#include "read/html_source_map.hpp"
#include "read/html_stand_ins.hpp"
#include "read/html_title.hpp"
#include "read/read.hpp"
#include "text/utf8.hpp"

namespace {

using namespace ms;
using namespace ms::read;

Reading read_page(std::string bytes, std::string const& path = "x.html") {
  base::Diagnostics diagnostics;
  return read::read({path, std::move(bytes), Format::html}, {}, diagnostics);
}

std::string guarded_text(std::string_view source) {
  return html::guarded(source).html;
}

}  // namespace

TEST_CASE("the guard leaves out what no article needs, and nothing grows together") {
  CHECK(guarded_text("a<script>1<2</script>b") == "a<!>b");
  CHECK(guarded_text("a<style>p{}</style><!-- c -->b") == "a<!>b");
  CHECK(guarded_text("<<b onclick=\"x>y\">div>") == "<<b>div>");
  CHECK(guarded_text("<p data-x=1 class='a b' CLASS=c hidden>") == "<p class='a b' hidden>");
  CHECK(guarded_text("a < b && c") == "a < b && c");
  CHECK(guarded_text("&#12345678901;&#65;") == "&#xFFFD;&#65;");
  CHECK(guarded_text("<textarea><p></textarea>x<svg><p></svg>y") == "<!>x<!>y");
  CHECK(guarded_text("<script><!-- <script> </script> --> </script>x") == "<!>x");
  CHECK(guarded_text("x<a href=y") == "x");
}

TEST_CASE("the guard knows where everything was") {
  std::string_view const source = "<p class=a onclick=b>one<script>x</script> two &#99999999999; three";
  html::Guarded const guard = html::guarded(source);
  for (std::string_view const word : {"one", "two", "three"})
    CHECK(guard.in_source(guard.html.find(word)) == source.find(word));
}

TEST_CASE("plain stretches of text do not go through the parser, and nobody sees that") {
  std::string const plain = "This goes on without any marks: \u00e4, \u4e2d\u6587, 1 > 0";
  for (std::string const& before :
       {std::string("x &amp"), std::string("x &am"), std::string("&#38;#"), std::string("<table><tr>"),
        std::string("<pre>\n\n"), std::string("</body>\n"), std::string("<title>T</title> "),
        std::string("\r\n \x01"), std::string("< ")}) {
    std::string const source = before + plain + "; " + plain + "\r\n<b>" + plain + "</b>";
    base::Diagnostics diagnostics;
    html::Page const page = html::parsed(source, diagnostics);
    std::string all;
    for (html::NodeId id = 0; id < page.nodes.size(); ++id) {
      if (page.nodes[id].tag != html::Tag::text) continue;
      all += page.text(id);
      if (page.text(id) == plain) CHECK(base::slice(source, page.nodes[id].source) == plain);
    }
    std::size_t times = 0;
    for (std::size_t at = all.find(plain); at != std::string::npos; at = all.find(plain, at + 1)) ++times;
    CHECK(times == 3);
  }
  // Where a page has such characters itself, none of them stands for anything else.
  std::string const own = "\U000F0000 " + plain + " &#xF0001; " + plain;
  base::Diagnostics diagnostics;
  html::Page const page = html::parsed(own, diagnostics);
  CHECK(page.inner_text(0) == "\U000F0000 " + plain + " \U000F0001 " + plain);
  CHECK_FALSE(html::may_have_stand_ins("&#983040;"));
  CHECK(html::may_have_stand_ins("&#983039; &#xE000;"));
}

TEST_CASE("no edit begins or ends in the middle of a character") {
  // A tag whose name is cut in the middle of one; a character that the parser does not take.
  for (std::string const& source :
       {std::string(
            "\u51b2\u7a81\u3002<v><div><a>\u88ab\u6355</a<\u95fb\u9001\u5230\u60a8\u7684\u90ae\u7bb1\u3002>"),
        std::string("\u0e07\u0e1b\xEF\xBF\xBF &quot\u0e04\u0e07&quot")}) {
    Reading const reading = read_page(source);
    for (text::Edit const& edit : reading.edits) {
      CHECK(text::is_boundary(source, edit.range.start));
      CHECK(text::is_boundary(source, edit.range.end));
    }
  }
}

TEST_CASE("the guard never lets more than so many elements be open") {
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  html::Guarded const guard = html::guarded(deep);
  CHECK(guard.is_cut);
  std::size_t open = 0;
  for (std::size_t at = guard.html.find("<div>"); at != std::string::npos;
       at = guard.html.find("<div>", at + 1))
    ++open;
  CHECK(open == html::deepest);
  std::string flat;
  for (int i = 0; i < 1000; ++i) flat += "<p>x<li>y<b>z</b>";
  CHECK_FALSE(html::guarded(flat).is_cut);
}

TEST_CASE("decoded bytes know what was written for them") {
  std::string_view const written = "a &amp; b&copyc &NotEqualTilde; d\r\ne &am f";
  std::string_view const decoded = "a & b©c ≂̸ d\ne &am f";
  html::SourceMap const map(decoded, written, 100);
  auto const of = [&](std::string_view part) {
    base::Range const range = map.of(decoded.find(part));
    return std::string(written.substr(range.start - 100, range.length()));
  };
  CHECK(of("& ") == "&amp;");
  CHECK(of("©") == "&copy");
  CHECK(of("c") == "c");
  CHECK(of("≂") == "&NotEqualTilde;");
  CHECK(of("d") == "d");
  CHECK(of("\n") == "\r\n");
  CHECK(of("&am") == "&");
  CHECK(of("f") == "f");
}

TEST_CASE("links become absolute and lose what counts clicks") {
  std::string_view const base = "https://a.example/b/c.html?x=1";
  struct {
    std::string_view href, target;
  } const all[] = {{"d.html", "https://a.example/b/d.html"},
                   {"/d?utm_source=x&y=2", "https://a.example/d?y=2"},
                   {"../../d", "https://a.example/d"},
                   {"//b.example/", "https://b.example/"},
                   {" https://b.example/?fbclid=1 ", "https://b.example/"},
                   {"mailto:a@b.example", "mailto:a@b.example"},
                   {"#note", ""},
                   {"javascript:alert(1)", ""},
                   {"data:text/html,x", ""},
                   {"", ""}};
  for (auto const& one : all) {
    INFO(one.href);
    CHECK(html::link_target(one.href, base) == one.target);
  }
  CHECK(html::link_target("d.html", "").empty());
}

TEST_CASE("headlines lose the name of the site with any separator") {
  html::Facts facts;
  facts.sites = {"The River Post", "青芦晚报", "صحيفة الميناء"};
  facts.url = "https://www.riverpost.example/a";
  struct {
    std::string_view title, headline;
  } const all[] = {{"A bridge - The River Post", "A bridge"},
                   {"A bridge: a story | The River Post", "A bridge: a story"},
                   {"A bridge — and a road — The River Post", "A bridge — and a road"},
                   {"伞铺重新开张_青芦晚报", "伞铺重新开张"},
                   {"عودة القطار | صحيفة الميناء", "عودة القطار"},
                   {"The River Post: A bridge", "A bridge"},
                   {"A bridge | riverpost", "A bridge"},
                   {"North-South talks", "North-South talks"},
                   {"Who pays - and who does not", "Who pays - and who does not"}};
  for (auto const& one : all) {
    INFO(one.title);
    CHECK(html::without_site(one.title, facts, {}) == one.headline);
  }
}

TEST_CASE("pages say in which encoding they are, and may be wrong") {
  auto const text_of = [](std::string const& bytes) {
    Reading const reading = read_page(bytes);
    return reading.source.encoding + " " + reading.documents.front().metadata.title.text.utf8;
  };
  std::string const cyrillic = "\xCC\xEE\xF1\xF2 \xF7\xE5\xF0\xE5\xE7 \xF0\xE5\xEA\xF3";
  CHECK(text_of("<meta charset=windows-1251><h1>" + cyrillic + "</h1><p>x.") ==
        "windows-1251 Мост через реку");
  CHECK(text_of("<meta http-equiv=Content-Type content='text/html; charset=CP1251'><h1>" + cyrillic +
                "</h1><p>x.") == "windows-1251 Мост через реку");
  CHECK(text_of("<meta charset=\"iso-8859-1\"><h1>Мост через реку</h1><p>x.") == "UTF-8 Мост через реку");
  CHECK(text_of("<meta charset=gb2312><h1>\xB4\xF3\xC7\xC5\xC9\xCF\xB5\xC4\xB9\xCA\xCA\xC2</h1><p>x.") ==
        "gb18030 大桥上的故事");
}

TEST_CASE("pictures are read from beside the page and from nowhere else") {
  namespace fs = std::filesystem;
  fs::path const folder = fs::temp_directory_path() / ("manyscript-html-" + std::to_string(::getpid()));
  fs::create_directories(folder / "page_files");
  std::string const png = std::string("\x89PNG\r\n\x1A\n", 8) + "rest";
  base::write_file((folder / "page_files/a b.png").string(), png);
  base::write_file((folder / "page_files/text.png").string(), "no picture");
  base::write_file((folder.string() + "-up.png"), png);
  std::string const up = "../" + folder.filename().string() + "-up.png";
  auto const image_of = [&](std::string const& address) {
    Reading const reading = read_page(
        "<article><h1>A bridge</h1><p>The council said on Tuesday that it would wait until the spring "
        "before it decides about the bridge over the river.</p><figure><img src=\"" +
            address +
            "\"><figcaption>The bridge.</figcaption></figure><p>Residents disagreed at once; one of "
            "them called the delay a gift to no one, and others left the hall before the vote.</p></article>",
        (folder / "page.html").string());
    return reading.documents.front().images.empty() ? std::string()
                                                    : reading.documents.front().images.front().bytes;
  };
  CHECK(image_of("page_files/a%20b.png") == png);
  CHECK(image_of("./page_files/a b.png?w=100") == png);
  for (std::string const& address :
       {std::string("page_files/text.png"), std::string("page_files/none.png"), std::string("page_files"), up,
        "page_files/../" + up, folder.string() + "/page_files/a b.png",
        "file://" + folder.string() + "/page_files/a b.png", std::string("https://a.example/a.png")}) {
    INFO(address);
    CHECK(image_of(address).empty());
  }
  CHECK(image_of("data:image/png;base64,iVBORw0KGgpyZXN0") == png);
  fs::remove_all(folder);
  fs::remove(folder.string() + "-up.png");
}
