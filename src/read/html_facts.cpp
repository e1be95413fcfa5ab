#include "read/html_facts.hpp"

#include <algorithm>
#include <map>

#include "base/ascii.hpp"
#include "base/json.hpp"
#include "normalise/normalise.hpp"
#include "text/utf8.hpp"

namespace ms::read::html {
namespace {

using base::Json;

/// One line, without tags and entities that were written twice.
std::string plain(std::string_view text) {
  base::Diagnostics ignored;
  std::string decoded;
  if (text.find('&') != std::string_view::npos) {
    decoded = text::edited(text, normalise::normalise(text, {}, {}, ignored, normalise::Stage::source));
    text = decoded;
  }
  std::string out;
  bool is_gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (static_cast<unsigned char>(c) <= ' ') {
      is_gap = true;
      continue;
    }
    if (c == '<' && i + 1 < text.size() && (text[i + 1] == '/' || (text[i + 1] | 0x20) >= 'a')) {
      std::size_t const end = text.find('>', i);
      if (end != std::string_view::npos) {
        is_gap = is_gap || text[i + 1] == 'p' || text[i + 1] == 'b' || text[i + 1] == '/';
        i = end;
        continue;
      }
    }
    if (is_gap && !out.empty()) out += ' ';
    is_gap = false;
    out += c;
  }
  return out;
}

std::string string_at(Json const& object, char const* key) {
  auto const found = object.find(key);
  if (found == object.end()) return {};
  Json const* value = &*found;
  if (value->is_array() && !value->empty()) value = &value->front();
  if (value->is_object()) {
    for (char const* const inner : {"name", "@value", "@id", "url"})
      if (auto const name = value->find(inner); name != value->end() && name->is_string())
        return plain(name->get_ref<std::string const&>());
    return {};
  }
  return value->is_string() ? plain(value->get_ref<std::string const&>()) : std::string();
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "LiveBlog" ||
         type == "Review" || type == "Recipe" || type == "CreativeWork";
}

bool is_article(Json const& object) {
  auto const type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return is_article_type(type->get_ref<std::string const&>());
  if (type->is_array())
    for (Json const& one : *type)
      if (one.is_string() && is_article_type(one.get_ref<std::string const&>())) return true;
  return false;
}

std::string type_of(Json const& object) {
  auto const type = object.find("@type");
  return type != object.end() && type->is_string() ? type->get<std::string>() : std::string();
}

/// JSON as pages have it: line feeds inside of strings, a semicolon at the end, comments of HTML around.
Json parsed_data(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  std::size_t start = text.find_first_of("{["), end = text.find_last_of("}]");
  if (start == std::string::npos || end == std::string::npos || end < start) return {};
  return Json::parse(text.substr(start, end - start + 1), nullptr, false, true);
}

class Reader {
 public:
  explicit Reader(Page const& page) : page_(page) {}

  Facts facts() {
    for (std::string const& data : page_.data) {
      Json json = parsed_data(data);
      if (!json.is_discarded() && json.is_structured()) documents_.push_back(std::move(json));
    }
    for (NodeId id = 0; id < page_.nodes.size(); ++id) read_element(id);
    read_data();
    return std::move(facts_);
  }

 private:
  // ---- JSON-LD

  void read_data() {
    std::vector<Json const*> articles;
    Json const* other = nullptr;
    for (Json const& document : documents_) {
      // No deeper than anybody writes it; the loop needs no stack of calls.
      std::vector<std::pair<Json const*, int>> open = {{&document, 0}};
      while (!open.empty()) {
        auto const [value, depth] = open.back();
        open.pop_back();
        if (value->is_object()) {
          if (auto const id = value->find("@id"); id != value->end() && id->is_string() && value->size() > 1)
            named_.emplace(id->get<std::string>(), value);
          if (is_article(*value) && (value->contains("headline") || value->contains("datePublished") ||
                                     value->contains("articleBody")))
            articles.push_back(value);
          std::string const type = type_of(*value);
          if (other == nullptr && type.ends_with("Page") && value->contains("datePublished")) other = value;
          if (type == "WebSite" || type.ends_with("Organization")) add_site(string_at(*value, "name"));
        }
        if (!value->is_structured() || depth > 12) continue;
        std::vector<std::pair<Json const*, int>> inner;
        for (auto const& child : *value)
          if (child.is_structured()) inner.emplace_back(&child, depth + 1);
        open.insert(open.end(), inner.rbegin(), inner.rend());
      }
    }
    Json const* const article = chosen(articles);
    if (article != nullptr)
      read_article(*article);
    else if (other != nullptr)
      read_article(*other);
  }

  /// The one that is about this page: by its address, by its headline, else the first.
  Json const* chosen(std::vector<Json const*> const& articles) const {
    Json const* best = nullptr;
    int best_score = -1;
    for (Json const* one : articles) {
      int score = 0;
      std::string const address = string_at(*one, "url"), entity = string_at(*one, "mainEntityOfPage"),
                        headline = string_at(*one, "headline");
      if (!facts_.url.empty() && (address == facts_.url || entity == facts_.url)) score += 4;
      if (!headline.empty() && (facts_.title.find(headline) != std::string::npos ||
                                facts_.og_title.find(headline) != std::string::npos))
        score += 3;
      score += one->contains("headline") + one->contains("author") + one->contains("datePublished");
      if (score > best_score) {
        best = one;
        best_score = score;
      }
    }
    return best;
  }

  void read_article(Json const& article) {
    facts_.headline = string_at(article, "headline");
    if (facts_.headline.empty()) facts_.headline = string_at(article, "name");
    for (char const* const key : {"author", "creator"})
      if (facts_.authors.empty() && article.contains(key)) add_authors(article[key], 0);
    if (std::string date = string_at(article, "datePublished"); !date.empty()) facts_.published = date;
    if (facts_.published.empty()) facts_.published = string_at(article, "dateCreated");
    if (std::string date = string_at(article, "dateModified"); !date.empty()) facts_.modified = date;
    if (auto const publisher = article.find("publisher"); publisher != article.end()) {
      Json const* const who = resolved(*publisher);
      std::string const name = who->is_object() ? string_at(*who, "name") : string_at(article, "publisher");
      if (!name.empty() && name.find("://") == std::string::npos) {
        facts_.publisher = name;
        add_site(name);
      }
    }
    if (std::string section = string_at(article, "articleSection"); !section.empty())
      facts_.section = section;
    if (std::string language = string_at(article, "inLanguage"); !language.empty())
      facts_.language = language;
    if (facts_.url.empty()) facts_.url = string_at(article, "url");
    facts_.licence = string_at(article, "license");
    facts_.body = string_at(article, "articleBody");
    for (char const* const key : {"description", "alternativeHeadline", "abstract"})
      if (std::string text = string_at(article, key); !text.empty()) facts_.descriptions.push_back(text);
  }

  Json const* resolved(Json const& value) const {
    if (!value.is_object() || value.contains("name")) return &value;
    auto const id = value.find("@id");
    if (id == value.end() || !id->is_string()) return &value;
    auto const found = named_.find(id->get<std::string>());
    return found == named_.end() ? &value : found->second;
  }

  void add_authors(Json const& value, int depth) {
    if (depth > 3) return;
    if (value.is_array()) {
      for (Json const& one : value) add_authors(one, depth + 1);
    } else if (value.is_string()) {
      add_author(facts_.authors, plain(value.get_ref<std::string const&>()));
    } else if (value.is_object()) {
      Json const* const who = resolved(value);
      auto const name = who->find("name");
      if (name == who->end()) return;
      if (name->is_array())
        add_authors(*name, depth + 1);
      else if (name->is_string())
        add_author(facts_.authors, plain(name->get_ref<std::string const&>()));
    }
  }

  static void add_author(std::vector<std::string>& to, std::string name) {
    if (name.empty() || name.size() > 300 || name.find("://") != std::string::npos || name.front() == '@' ||
        name.starts_with("www."))
      return;
    if (std::ranges::find(to, name) == to.end()) to.push_back(std::move(name));
  }

  void add_site(std::string name) {
    if (!name.empty() && name.size() < 100 && std::ranges::find(facts_.sites, name) == facts_.sites.end())
      facts_.sites.push_back(std::move(name));
  }

  // ---- elements

  void read_element(NodeId id) {
    Node const& node = page_.nodes[id];
    switch (node.tag) {
      case Tag::meta: read_meta(id); break;
      case Tag::title:
        if (facts_.title.empty()) facts_.title = plain(page_.inner_text(id));
        break;
      case Tag::link: {
        std::string_view const relation = page_.attribute(id, "rel"), target = page_.attribute(id, "href");
        if (relation == "canonical" && target.starts_with("http")) facts_.url = plain(target);
        if (relation == "license" && facts_.licence.empty()) facts_.licence = plain(target);
        break;
      }
      case Tag::a:
        if (page_.attribute(id, "rel") == "license" && facts_.licence.empty())
          facts_.licence = plain(page_.attribute(id, "href"));
        break;
      default: break;
    }
    if (node.tag != Tag::text && node.attribute_count > 0) read_property(id);
  }

  /// Microdata of an article in the markup.
  void read_property(NodeId id) {
    std::string_view const property = page_.attribute(id, "itemprop");
    if (property.empty() || !is_in_article(id)) return;
    auto const value = [&] {
      for (std::string_view const name : {"content", "datetime"})
        if (page_.has(id, name)) return plain(page_.attribute(id, name));
      return plain(page_.inner_text(id, 600));
    };
    if (property == "headline" && itemprop_headline_.empty())
      itemprop_headline_ = value();
    else if (property.find("datePublished") != std::string_view::npos && facts_.published.empty())
      facts_.published = value();
    else if (property == "dateModified" && facts_.modified.empty())
      facts_.modified = value();
    else if (property == "articleSection" && facts_.section.empty())
      facts_.section = value();
    if (facts_.headline.empty()) facts_.headline = itemprop_headline_;
  }

  /// In the outermost item, or in none: not in an article that is only named here.
  bool is_in_article(NodeId id) const {
    int items = 0;
    for (NodeId at = page_.nodes[id].parent; at != no_node; at = page_.nodes[at].parent) {
      std::string_view const type = page_.attribute(at, "itemtype");
      items += type.ends_with("Article") || type.ends_with("Posting");
    }
    return items <= 1;
  }

  void read_meta(NodeId id) {
    std::string name;
    for (std::string_view const key : {"property", "name", "itemprop", "http-equiv"}) {
      if (!page_.has(id, key)) continue;
      name = base::ascii_lower(page_.attribute(id, key));
      break;
    }
    std::string value = plain(page_.attribute(id, "content"));
    if (value.empty() || name.empty()) return;
    auto const set = [&](std::string& to) {
      if (to.empty()) to = value;
    };
    if (name == "og:title") return set(facts_.og_title);
    if (name == "twitter:title" || name == "dc.title" || name == "parsely-title") return set(second_title_());
    if (name == "og:site_name" || name == "application-name" || name == "twitter:site" ||
        name == "apple-mobile-web-app-title") {
      if (name == "og:site_name") set(facts_.publisher);
      return add_site(value);
    }
    if (name == "og:description" || name == "description" || name == "twitter:description" ||
        name == "dc.description") {
      facts_.descriptions.push_back(value);
      return;
    }
    if (name == "article:published_time" || name == "og:article:published_time" || name == "datepublished" ||
        name == "og:published_time" || name == "rnews:datepublished")
      return set(facts_.published);
    if (name == "parsely-pub-date" || name == "sailthru.date" || name == "pubdate" || name == "publishdate" ||
        name == "publish_date" || name == "publish-date" || name == "date" || name == "dc.date" ||
        name == "dc.date.issued" || name == "dcterms.created" || name == "dcterms.date" ||
        name == "article_date_original" || name == "cxenseparse:recs:publishtime" ||
        name == "dcterms.issued" || name == "last-publish-date" || name == "published_time" ||
        name == "article.published" || name == "created" || name == "its_publication" ||
        name == "firstpublisheddate")
      return set(late_published_);
    if (name == "article:modified_time" || name == "og:updated_time" || name == "last-modified" ||
        name == "dcterms.modified")
      return set(facts_.modified);
    if (name == "article:section") return set(facts_.section);
    if (name == "og:url") {
      if (value.starts_with("http")) set(facts_.url);
      return;
    }
    if (name == "author" || name == "article:author" || name == "og:article:author" || name == "dc.creator" ||
        name == "parsely-author" || name == "sailthru.author" || name == "byl" || name == "byline" ||
        name == "dcterms.creator" || name == "cxenseparse:author" || name == "article.author")
      add_author(facts_.meta_authors, value);
  }

  std::string& second_title_() { return facts_.og_title.empty() ? twitter_title_ : unused_; }

 public:
  /// Less sure words come after all others.
  void finish(Facts& facts) const {
    if (facts.og_title.empty()) facts.og_title = twitter_title_;
    if (facts.published.empty()) facts.published = late_published_;
  }

 private:
  Page const& page_;
  Facts facts_;
  std::vector<Json> documents_;
  std::map<std::string, Json const*> named_;
  std::string itemprop_headline_, twitter_title_, late_published_, unused_;
};

}  // namespace

Facts facts_of(Page const& page) {
  Reader reader(page);
  Facts facts = reader.facts();
  reader.finish(facts);
  return facts;
}

}  // namespace ms::read::html
