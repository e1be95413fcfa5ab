#include "epub/navigation.hpp"

#include <fmt/format.h>

#include "epub/chapter.hpp"
#include "epub/inline.hpp"
#include "epub/labels.hpp"

namespace ms::epub {
namespace {

/// A line of the contents list.
struct Item {
  std::string label;                 ///< plain
  text::Text const* text = nullptr;  ///< the same with its spans, when it has any
  ArticlePlan const* article = nullptr;
  Place place;
  std::string target;  ///< file, and where in it; empty: a section, which has no place of its own
  std::vector<Item> below;
};

Item item_of(ArticlePlan const& article) {
  doc::Line const& title = article.document->metadata.title;
  return {article.title, title.is_empty() ? nullptr : &title.text,
          &article,      article.title_place,
          article.file,  {}};
}

/// Sections with their articles, or articles, or one article with its headings.
std::vector<Item> contents(Plan const& plan) {
  std::vector<Item> out;
  if (plan.articles.size() == 1) {
    ArticlePlan const& article = plan.articles.front();
    out.push_back(item_of(article));
    for (Entry const& entry : article.entries)
      out.back().below.push_back(
          {plain(*entry.text), entry.text, &article, entry.place, article.file + "#" + entry.id, {}});
    return out;
  }
  // An article stands in the first section that names it, as in the plan's order.
  std::map<std::size_t, doc::Section const*> sections;
  for (doc::Section const& section : plan.edition->sections)
    for (std::size_t const index : section.articles) sections.emplace(index, &section);
  doc::Section const* open = nullptr;
  for (std::size_t const index : plan.order) {
    auto const found = sections.find(index);
    doc::Section const* const section = found == sections.end() ? nullptr : found->second;
    bool const titled = section != nullptr && !section->title.empty();
    if (titled && section != open) {
      Place place = plan.place;
      place.direction = direction_of_name(section->title, place.direction);
      out.push_back({section->title, nullptr, nullptr, place, {}, {}});
    }
    (titled ? out.back().below : out).push_back(item_of(plan.articles[index]));
    open = section;
  }
  return out;
}

class Navigation {
 public:
  Navigation(Plan const& plan, Tags& tags, Xml& xml) : plan_(plan), tags_(tags), xml_(xml) {}

  void contents_list() {
    auto const nav = xml_.element("nav", {{"epub:type", "toc"}, {"role", "doc-toc"}, {"id", "toc"}});
    xml_.line();
    Label const heading = label(plan_.place.language, Labels::contents);
    xml_.leaf("h1", place_attributes(Xml::Kind::xhtml, heading.place, &plan_.place), heading.text);
    xml_.line();
    list(contents(plan_));
  }

  void landmarks() {
    auto const nav = xml_.element("nav", {{"epub:type", "landmarks"}, {"hidden", "hidden"}});
    auto const list = xml_.element("ol");
    landmark("titlepage", "title.xhtml", Labels::title_page);
    if (plan_.contents_shown) landmark("toc", "nav.xhtml#toc", Labels::contents);
    landmark("bodymatter", plan_.articles[plan_.order.front()].file, Labels::start);
  }

  void pages() {
    if (plan_.pages.empty()) return;
    auto const nav =
        xml_.element("nav", {{"epub:type", "page-list"}, {"role", "doc-pagelist"}, {"hidden", "hidden"}});
    auto const list = xml_.element("ol");
    for (PageEntry const& page : plan_.pages) {
      auto const item = xml_.element("li");
      xml_.leaf("a", {{"href", page.file + "#" + page.id}}, page.label);
    }
  }

 private:
  void landmark(char const* type, std::string const& target, Labels which) {
    Label const text = label(plan_.place.language, which);
    auto const item = xml_.element("li", place_attributes(Xml::Kind::xhtml, text.place, &plan_.place));
    xml_.leaf("a", {{"epub:type", type}, {"href", target}}, text.text);
  }

  void list(std::vector<Item> const& items) {
    auto const ol = xml_.element("ol");
    xml_.line();
    for (Item const& item : items) {
      {
        auto const li = xml_.element("li", place_attributes(Xml::Kind::xhtml, item.place, &plan_.place));
        {
          Attributes attributes;
          if (!item.target.empty()) attributes.emplace_back("href", item.target);
          auto const entry = xml_.element(item.target.empty() ? "span" : "a", attributes);
          words(item);
        }
        // The list below stands in the entry's place: what differs is said against that.
        if (!item.below.empty()) nested(item);
      }
      xml_.line();
    }
  }

  void nested(Item const& item) {
    xml_.line();
    auto const ol = xml_.element("ol");
    xml_.line();
    for (Item const& one : item.below) {
      {
        auto const li = xml_.element("li", place_attributes(Xml::Kind::xhtml, one.place, &item.place));
        auto const entry = xml_.element("a", {{"href", one.target}});
        words(one);
      }
      xml_.line();
    }
  }

  void words(Item const& item) {
    if (item.text == nullptr) return xml_.text(item.label);
    base::Diagnostics unheard;
    Inline(xml_, *item.article, tags_, unheard).write(*item.text, item.place, Objects::none);
  }

  Plan const& plan_;
  Tags& tags_;
  Xml& xml_;
};

/// navPoints; the order of play is the order of the list.
class Ncx {
 public:
  Ncx(Plan const& plan, Xml& xml) : plan_(plan), xml_(xml) {}

  void points(std::vector<Item> const& items) {
    for (Item const& item : items) {
      std::string const& target = item.target.empty() ? item.below.front().target : item.target;
      // Points to one place must play at one time (a section begins where its first article does).
      if (target != last_target_) ++order_;
      last_target_ = target;
      ++count_;
      {
        auto const point = xml_.element(
            "navPoint", {{"id", fmt::format("n{}", count_)}, {"playOrder", std::to_string(order_)}});
        words("navLabel", item.label, item.place);
        xml_.leaf("content", {{"src", target}});
        points(item.below);
      }
      xml_.line();
    }
  }

  void words(char const* name, std::string const& text, Place const& place) {
    auto const label = xml_.element(name, place_attributes(Xml::Kind::other, place, &plan_.place));
    xml_.leaf("text", {}, marked(text, place.direction));
  }

 private:
  Plan const& plan_;
  Xml& xml_;
  int count_ = 0, order_ = 0;
  std::string last_target_;
};

}  // namespace

std::string navigation(Plan const& plan, Tags& tags) {
  Label const heading = label(plan.place.language, Labels::contents);
  return document(plan.place, heading.text, nullptr, [&](Xml& xml) {
    Navigation navigation(plan, tags, xml);
    navigation.contents_list();
    xml.line();
    navigation.landmarks();
    xml.line();
    navigation.pages();
  });
}

std::string ncx(Plan const& plan) {
  Xml xml(Xml::Kind::other);
  {
    Attributes root{{"xmlns", "http://www.daisy.org/z3986/2005/ncx/"}, {"version", "2005-1"}};
    for (auto& attribute : place_attributes(Xml::Kind::other, plan.place, nullptr))
      root.push_back(std::move(attribute));
    auto const all = xml.element("ncx", root);
    xml.line();
    {
      auto const head = xml.element("head");
      xml.leaf("meta", {{"name", "dtb:uid"}, {"content", "urn:uuid:" + plan.edition->identifier}});
    }
    xml.line();
    Ncx ncx(plan, xml);
    ncx.words("docTitle", plan.title, plan.title_place);
    xml.line();
    auto const map = xml.element("navMap");
    xml.line();
    ncx.points(contents(plan));
  }
  xml.line();
  return xml.result();
}

}  // namespace ms::epub
