#include "read/html_hints.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace ms::read::html {
namespace {

/// "articleBody__text" → "article", "body", "text"; with what stands together: "articlebodytext".
struct Words {
  std::vector<std::string> words;
  bool has(std::initializer_list<std::string_view> any) const {
    return std::ranges::any_of(words, [&](std::string const& word) {
      return std::ranges::find(any, std::string_view(word)) != any.end();
    });
  }
  /// One directly after the other.
  bool has_pair(std::initializer_list<std::string_view> first,
                std::initializer_list<std::string_view> second) const {
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      if (std::ranges::find(first, std::string_view(words[i])) != first.end() &&
          std::ranges::find(second, std::string_view(words[i + 1])) != second.end())
        return true;
    return false;
  }
};

Words words_of(std::string_view name) {
  Words all;
  std::string word;
  auto const close = [&] {
    if (!word.empty()) all.words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < name.size() && all.words.size() < 60; ++i) {
    char const c = name[i];
    bool const is_capital = c >= 'A' && c <= 'Z';
    bool const after_small = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if (!base::is_ascii_letter(c)) {
      close();
      if (c == ' ' || c == '\n' || c == '\t') all.words.emplace_back();  // pairs do not reach across names
      continue;
    }
    if (is_capital && after_small) close();
    word += base::ascii_lower(c);
  }
  close();
  return all;
}

bool is_furniture(Words const& words) {
  return words.has({"nav",
                    "navbar",
                    "navigation",
                    "menu",
                    "submenu",
                    "breadcrumb",
                    "breadcrumbs",
                    "footer",
                    "sidebar",
                    "related",
                    "relatedposts",
                    "recommended",
                    "recommendation",
                    "recommendations",
                    "recirc",
                    "share",
                    "sharing",
                    "sharebar",
                    "shares",
                    "social",
                    "socials",
                    "sharedaddy",
                    "addtoany",
                    "comment",
                    "comments",
                    "disqus",
                    "respond",
                    "newsletter",
                    "newsletters",
                    "subscribe",
                    "subscription",
                    "promo",
                    "promoted",
                    "promotion",
                    "ad",
                    "ads",
                    "advert",
                    "adverts",
                    "advertisement",
                    "advertising",
                    "anzeige",
                    "werbung",
                    "reklama",
                    "publicidad",
                    "publicite",
                    "sponsor",
                    "sponsored",
                    "outbrain",
                    "taboola",
                    "popular",
                    "trending",
                    "mostread",
                    "tags",
                    "taglist",
                    "tagcloud",
                    "cookie",
                    "cookies",
                    "consent",
                    "gdpr",
                    "banner",
                    "popup",
                    "modal",
                    "overlay",
                    "toolbar",
                    "pagination",
                    "pager",
                    "teaser",
                    "teasers",
                    "signup",
                    "login",
                    "hashtags",
                    "keywords",
                    "topics",
                    "readmore",
                    "mehr",
                    "donate",
                    "donation",

                    "wprm",
                    "embed",
                    "toc",

                    "leia",
                    "feedback",
                    "rating",
                    "slick",
                    "swiper",
                    "carousel",
                    "noprint",
                    "printonly",
                    "bio"}) ||
         words.has_pair(
             {"most", "read", "also", "see", "more", "you", "up", "author", "about", "latest", "other"},
             {"read", "more", "also", "viewed", "popular", "like", "news", "stories", "articles", "may",
              "next", "bio", "author", "box", "info", "on", "from", "posts", "links"});
}

bool is_caption(Words const& words) {
  return words.has({"caption", "captions", "figcaption", "credit", "credits", "photographer", "copyright",
                    "imagecaption", "bildunterschrift", "bildtext", "legende", "didascalia", "cutline",
                    "photocredit", "bildnachweis", "fotocredit", "legenda"}) ||
         words.has_pair({"image", "img", "photo", "picture", "media", "video", "figure"},
                        {"caption", "description", "desc", "credit", "source", "text", "legend", "info",
                         "copyright", "author"});
}

std::string letters_of(std::string_view text, std::size_t limit) {
  std::string letters;
  for (char const c : text)
    if (letters.size() < limit && (base::is_ascii_letter(c) || base::is_ascii_digit(c)))
      letters += base::ascii_lower(c);
  return letters;
}

/// Manuals make ids of headings, for links to them: <section id="file-menu"><h2>File menu</h2>. They tell
/// what the text is about.
bool is_of_heading(Page const& page, NodeId node, std::string_view id) {
  constexpr NodeId nearest = 8;
  if (id.empty()) return false;
  for (NodeId at = node; at < std::min(page.nodes[node].end, node + nearest); ++at) {
    if (!is_heading(page.nodes[at].tag)) continue;
    std::string const own = letters_of(id, 30);
    return !own.empty() && letters_of(page.inner_text(at, 200), 200).find(own) != std::string::npos;
  }
  return page.heading_around(node) != no_node;
}

Hint by_name(Page const& page, NodeId node) {
  std::string_view const own = page.attribute(node, "class"), id = page.attribute(node, "id");
  if (own.empty() && id.empty()) return Hint::none;
  Tag const tag = page.nodes[node].tag;
  if (tag == Tag::html || tag == Tag::body || tag == Tag::main) return Hint::none;
  Words words = words_of(own);
  words.words.emplace_back();
  if (!is_of_heading(page, node, id))
    for (std::string& word : words_of(id).words) words.words.push_back(std::move(word));
  if (is_caption(words)) return Hint::caption;
  if (is_furniture(words)) return Hint::furniture;
  if (words.has({"byline", "bylines", "author", "authors", "autor", "autoren", "auteur", "autore", "writer",
                 "reporter", "contributor", "contributors", "redaktion", "verfasser", "firma", "redactor"}))
    return Hint::byline;
  if (words.has({"standfirst", "lead",        "lede",       "dek",       "deck",     "teasertext",
                 "subtitle",   "subheadline", "summary",    "excerpt",   "intro",    "sapo",
                 "chapo",      "chapeau",     "entradilla", "bajada",    "sommario", "vorspann",
                 "ingress",    "strapline",   "subheading", "subtitulo", "copete",   "anons",
                 "introtext",  "catchline",   "occhiello",  "manchet",   "perex",    "subhead"}))
    return Hint::standfirst;
  if (words.has({"kicker", "eyebrow", "overline", "dachzeile", "rubric", "supertitle", "antetitulo",
                 "spitzmarke", "pretitle", "toptitle"}))
    return Hint::kicker;
  if (words.has(
          {"date", "dateline", "pubdate", "published", "timestamp", "datetime", "datum", "fecha", "time"}))
    return Hint::date;
  if (words.has({"articlebody", "articletext", "storybody", "bodytext", "maintext", "articlecontent",
                 "entrycontent", "postcontent"}) ||
      words.has_pair({"article", "story", "post", "entry", "body", "artikel", "news", "content", "detail",
                      "text", "main", "page"},
                     {"body", "content", "text", "copy", "main", "detail", "article", "story"}))
    return Hint::body;
  return Hint::none;
}

Hint hint_of(Page const& page, NodeId node) {
  using enum Tag;
  std::string_view const property = page.attribute(node, "itemprop");
  if (property.find("articleBody") != std::string_view::npos) return Hint::body;
  if (property == "author" || property == "creator") return Hint::byline;
  if (property == "datePublished") return Hint::date;
  if (property == "description" || property == "alternativeHeadline") return Hint::standfirst;
  std::string_view const relation = page.attribute(node, "rel");
  if (relation == "author") return Hint::byline;
  std::string_view const role = page.attribute(node, "role");
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" ||
      role == "dialog" || role == "menu" || role == "toolbar" || role == "alert" || role == "tablist")
    return Hint::furniture;
  switch (page.nodes[node].tag) {
    case nav:
    case footer:
    case dialog:
    case menu:
    case button:
    case search:
    case aside:
    case form:
    case label: return Hint::furniture;
    case figcaption: return Hint::caption;
    case article:
    case main: return Hint::article;
    case Tag::time: return Hint::date;
    default: break;
  }
  if (role == "main" || role == "article") return Hint::article;
  return by_name(page, node);
}

}  // namespace

std::vector<Hint> hints_of(Page const& page) {
  std::vector<Hint> hints(page.nodes.size(), Hint::none);
  for (NodeId id = 0; id < page.nodes.size(); ++id)
    if (page.nodes[id].tag != Tag::text) hints[id] = hint_of(page, id);
  return hints;
}

std::uint32_t likeness(Page const& page, NodeId node) {
  std::uint32_t hash = 2166136261u ^ static_cast<std::uint32_t>(page.nodes[node].tag);
  for (char const c : page.attribute(node, "class"))
    if (c < '0' || c > '9') hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace ms::read::html
